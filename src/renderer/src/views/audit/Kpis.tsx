/** The audit in six numbers; each leads to what it counts. */
import { SCORE_COUNTS } from '../../../../core/audit/model/model';
import type { AuditSummary } from '../../../../contract/records';
import { tieOutCount, tieOutPercent } from '../../app/format';
import { classGroups } from './class-groups';

interface Props {
  readonly summary: AuditSummary;
  readonly onUntied: () => void;
  readonly onUncited: () => void;
  readonly onChecks: () => void;
  readonly onConflicts: () => void;
}

export function Kpis({ summary, onUntied, onUncited, onChecks, onConflicts }: Props) {
  const sides = classGroups(summary.byProvenance);
  const unclassified = sides.unclassified > 0 ? ` · ${sides.unclassified} unclassified` : '';
  return (
    <div className="kpis">
      <Kpi
        value={tieOutPercent(summary)}
        label={tieOutCount(summary)}
        title={`${SCORE_COUNTS} Shows those that do not tie out.`}
        onOpen={onUntied}
      />
      <Kpi
        value={`${sides.disclosed} · ${sides.others} · ${sides.inferred}`}
        label={`disclosed · said by others · inferred${unclassified}`}
      />
      <Kpi
        value={summary.withoutCitation.toLocaleString('en-US')}
        label="without a citation"
        title="Show the figures without a citation"
        onOpen={onUncited}
      />
      <Kpi
        value={`${summary.checks.hold} / ${summary.checks.all}`}
        label="arithmetic checks hold"
        title="Show every check"
        onOpen={onChecks}
      />
      <Kpi
        value={summary.conflicts.toLocaleString('en-US')}
        label={summary.conflicts === 1 ? 'conflicting value' : 'conflicting values'}
        title="Show the conflicts"
        onOpen={onConflicts}
      />
      <Kpi value={summary.undisclosed.length.toLocaleString('en-US')} label="undisclosed by the company" />
    </div>
  );
}

interface KpiProps {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
  readonly onOpen?: () => void;
}

function Kpi({ value, label, title, onOpen }: KpiProps) {
  const content = (
    <>
      <b>{value}</b>
      <span>{label}</span>
    </>
  );
  if (!onOpen) return <div className="kpi">{content}</div>;
  return (
    <button type="button" className="kpi" title={title} onClick={onOpen}>
      {content}
    </button>
  );
}
