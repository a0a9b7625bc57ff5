/** The plan of a table: what its columns mean, which the person can correct, and the figures that gives. */
import './table-plan.css';
import { formatOf } from '../../../../../core/document/formats';
import type { TablePlan } from '../../../../../contract/records';
import { bytes } from '../../../kit/format';
import { Problems } from '../plan/PlanNotices';
import { Columns } from './Columns';
import { Figures } from './Figures';
import { Settings } from './Settings';
import { type Remap, useRemap } from './use-remap';

interface Props {
  readonly plan: TablePlan;
  readonly onPlan: (plan: TablePlan) => void;
}

export function TablePlanBody({ plan, onPlan }: Props) {
  const remap = useRemap(plan, onPlan);
  return (
    <>
      <aside className="plan-facts" aria-busy={remap.busy}>
        <Problems plan={plan} />
        <Found plan={plan} />
        <Settings plan={plan} remap={remap} />
        <p className="dim table-file">
          {plan.fileName ?? 'Pasted range'}, {formatOf(plan.format).label}
          {plan.encoding === 'binary' ? '' : `, ${plan.encoding}`}, {bytes(plan.bytes)}
        </p>
      </aside>
      <Main plan={plan} remap={remap} />
    </>
  );
}

function Main({ plan, remap }: { readonly plan: TablePlan; readonly remap: Remap }) {
  return (
    <div className="table-main">
      <Columns plan={plan} remap={remap} />
      <Figures plan={plan} />
    </div>
  );
}

function Found({ plan: { found } }: { readonly plan: TablePlan }) {
  const counts: readonly (readonly [number, string])[] = [
    [found.new, 'new figures'],
    [found.changed, 'change'],
    [found.same, 'here already'],
    [found.twice, 'twice in it'],
    [found.doubtful, 'to look at'],
    [found.empty, 'empty cells'],
  ];
  return (
    <div className="plan-found">
      {counts.map(([count, label]) => (
        <div key={label}>
          <b>{count.toLocaleString('en-US')}</b>
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
}
