/** The figures of a table as they will be, those to look at, those that change, and the cells that give none. */
import { useState } from 'react';
import type { TablePlan } from '../../../../../contract/records';
import type { PlannedFigure } from '../../../../../contract/records/table-plan';
import { ProvenanceMark } from '../../shared/ProvenanceTag';
import { periodLabel } from '../../../app/format';
import { unitLabel } from '../../../../../core/figure/labels';

type Tab = 'figures' | 'doubts' | 'changes' | 'left';

const count = (n: number): string => n.toLocaleString('en-US');

export function Figures({ plan }: { readonly plan: TablePlan }) {
  const [chosen, setChosen] = useState<Tab | null>(null);
  const { found } = plan;
  const all: readonly (readonly [Tab, string, number])[] = [
    ['figures', 'Figures', found.figures],
    ['changes', 'Changes', found.changed],
    ['doubts', 'To look at', found.doubtful],
    ['left', 'Left out', found.left],
  ];
  const tabs = all.filter(([tab, , n]) => tab === 'figures' || n > 0);
  const tab = tabs.some(([one]) => one === chosen) ? (chosen ?? 'figures') : 'figures';
  return (
    <section className="plan-lists" aria-label="What will be added">
      <div className="bar" role="tablist" aria-label="What will be added">
        {tabs.map(([one, words, n]) => (
          <button
            key={one}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === one}
            onClick={() => setChosen(one)}
          >
            {words} · {count(n)}
          </button>
        ))}
        <span className="grow" />
        {shownOf(plan, tab) < countOf(plan, tab) && <span className="dim">the first {count(shownOf(plan, tab))}</span>}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard */}
      <div className="plan-list" tabIndex={0} role="group" aria-label={all.find(([one]) => one === tab)?.[1]}>
        {tab === 'left' ? <Left plan={plan} /> : <Rows figures={plan[tab]} />}
      </div>
    </section>
  );
}

const countOf = ({ found }: TablePlan, tab: Tab): number =>
  ({ figures: found.figures, doubts: found.doubtful, changes: found.changed, left: found.left })[tab];
const shownOf = (plan: TablePlan, tab: Tab): number => plan[tab].length;

const WHAT: Readonly<Record<PlannedFigure['what'], string>> = {
  new: 'new',
  same: 'here already',
  changed: 'changes',
  twice: 'twice',
};

function Rows({ figures }: { readonly figures: readonly PlannedFigure[] }) {
  if (figures.length === 0) return <p className="none dim">No figures yet: say which columns hold values.</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Cell</th>
          <th>Metric</th>
          <th>Entity</th>
          <th>Period</th>
          <th className="number">Value</th>
          <th>Unit</th>
          <th>Basis</th>
          <th>Class</th>
          <th>Here</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <Row key={`${figure.column}${figure.row}`} figure={figure} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ figure }: { readonly figure: PlannedFigure }) {
  const { row, column, raw, metric, entity, period, value, basis, provenance, what, old, doubt } = figure;
  return (
    <>
      <tr data-what={what} data-doubtful={doubt !== null}>
        <td className="dim" title={raw}>
          {column}
          {row}
        </td>
        <td title={metric ?? undefined}>{metric ?? '–'}</td>
        <td title={entity ?? undefined}>{entity ?? '–'}</td>
        <td>{periodLabel(period)}</td>
        <td className="number" title={raw}>
          {old !== null && <del>{old}</del>} {value}
        </td>
        <td>{unitLabel({ ...figure })}</td>
        <td>{basis ?? '–'}</td>
        <td>
          <ProvenanceMark provenance={provenance} />
        </td>
        <td className="what">{WHAT[what]}</td>
      </tr>
      {doubt !== null && (
        <tr className="doubt">
          <td />
          <td colSpan={8}>
            <mark>{raw}</mark> {doubt}
          </td>
        </tr>
      )}
    </>
  );
}

function Left({ plan }: { readonly plan: TablePlan }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Cell</th>
          <th>Text</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {plan.left.map(({ row, column, raw, reason }) => (
          <tr key={`${column}${row}`}>
            <td className="dim">
              {column}
              {row}
            </td>
            <td>{raw}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
