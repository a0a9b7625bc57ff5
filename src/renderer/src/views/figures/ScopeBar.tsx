/** The row of chips that says which figures are shown, and takes each restriction away again. */
import type { AuditSummary } from '../../../../contract/records';
import { Icon } from '../../kit/Icon';
import type { ColumnChip } from './column-chips';
import { chipsOf, EVERYTHING, isEverything, type Names, type Scope } from './scope';

interface Props {
  readonly scope: Scope;
  readonly names: Names;
  readonly summary: AuditSummary | undefined;
  /** The entity whose table is shown; null in the grid. */
  readonly pivoted: string | null;
  readonly onScope: (scope: Scope) => void;
  /** Filters of the filter row. */
  readonly filters: readonly ColumnChip[];
  readonly onUnfilter: (column: string) => void;
}

const TOGGLES = [
  { key: 'untied', label: 'Does not tie out' },
  { key: 'withoutCitation', label: 'Without a citation' },
  { key: 'disputed', label: 'Disputed' },
] as const;

export function ScopeBar({ scope, names, summary, pivoted, onScope, filters, onUnfilter }: Props) {
  const counts = {
    untied: summary ? summary.counted - summary.tied : undefined,
    withoutCitation: summary?.withoutCitation,
    disputed: undefined,
  };
  return (
    <div className="scope-bar" role="group" aria-label="Which figures are shown">
      <button
        type="button"
        className="scope-chip"
        aria-pressed={isEverything(scope)}
        onClick={() => onScope(EVERYTHING)}
      >
        All {summary && <span>{summary.figures.toLocaleString('en-US')}</span>}
      </button>
      {TOGGLES.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          className="scope-chip"
          aria-pressed={scope[key]}
          onClick={() => onScope({ ...scope, [key]: !scope[key] })}
        >
          {label} {counts[key] !== undefined && <span>{counts[key].toLocaleString('en-US')}</span>}
        </button>
      ))}
      {pivoted !== null && (
        <label className="scope-entity">
          <span className="muted">Entity</span>
          <select
            className="input"
            aria-label="Entity"
            value={pivoted}
            onChange={(event) => onScope({ ...scope, entity: event.target.value })}
          >
            {summary?.byEntity.map(({ entity, figures }) => (
              <option key={entity} value={entity}>
                {entity || 'Without an entity'} ({figures})
              </option>
            ))}
          </select>
        </label>
      )}
      {chipsOf(scope, names).map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          className="scope-chip scope-picked"
          aria-label={`Stop narrowing to ${label}`}
          title={label}
          onClick={() => onScope(without)}
        >
          <span className="truncate">{label}</span>
          <Icon name="close" size={12} />
        </button>
      ))}
      {filters.map(({ column, label }) => (
        <button
          key={column}
          type="button"
          className="scope-chip scope-picked"
          aria-label={`Stop filtering ${label}`}
          title={label}
          onClick={() => onUnfilter(column)}
        >
          <span className="truncate">{label}</span>
          <Icon name="close" size={12} />
        </button>
      ))}
    </div>
  );
}
