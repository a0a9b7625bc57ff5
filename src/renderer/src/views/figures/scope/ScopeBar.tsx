/** The row of chips that says which figures are shown, and takes each restriction away again. */
import type { AuditSummary } from '../../../../../contract/records';
import { Icon } from '../../../kit/Icon';
import type { ColumnChip } from './column-chips';
import { chipsOf, EVERYTHING, isEverything, type Names, type Scope } from './scope';

interface Props {
  readonly scope: Scope;
  readonly names: Names;
  readonly summary: AuditSummary | undefined;
  /** The entity whose table is shown, null in it for all; undefined in the grid. */
  readonly pivoted: string | null | undefined;
  /** Shows the table of one entity, or (null) of all. */
  readonly onPivot: (entity: string | null) => void;
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

export function ScopeBar({ scope, names, summary, pivoted, onPivot, onScope, filters, onUnfilter }: Props) {
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
      <Toggles scope={scope} summary={summary} onScope={onScope} />
      {pivoted !== undefined && <EntityChoice entity={pivoted} entities={summary?.byEntity ?? []} onChange={onPivot} />}
      {chipsOf(scope, names).map(({ key, label, without }) => (
        <PickedChip key={key} label={label} name={`Remove the filter ${label}`} onDrop={() => onScope(without)} />
      ))}
      {filters.map(({ column, label }) => (
        <PickedChip key={column} label={label} name={`Stop filtering ${label}`} onDrop={() => onUnfilter(column)} />
      ))}
    </div>
  );
}

function Toggles({ scope, summary, onScope }: Pick<Props, 'scope' | 'summary' | 'onScope'>) {
  const counts = {
    untied: summary ? summary.counted - summary.tied : undefined,
    withoutCitation: summary?.withoutCitation,
    disputed: undefined,
  };
  return TOGGLES.map(({ key, label }) => (
    <button
      key={key}
      type="button"
      className="scope-chip"
      aria-pressed={scope[key]}
      onClick={() => onScope({ ...scope, [key]: !scope[key] })}
    >
      {label} {counts[key] !== undefined && <span>{counts[key].toLocaleString('en-US')}</span>}
    </button>
  ));
}

interface EntityProps {
  readonly entity: string | null;
  readonly entities: AuditSummary['byEntity'];
  readonly onChange: (entity: string | null) => void;
}

/** No entity is named so. */
const ALL = '\n';

/** The table by period is of one entity or of all. */
function EntityChoice({ entity, entities, onChange }: EntityProps) {
  return (
    <label className="scope-entity">
      <span className="muted">Entity</span>
      <select
        className="input"
        aria-label="Entity"
        value={entity ?? ALL}
        onChange={(event) => onChange(event.target.value === ALL ? null : event.target.value)}
      >
        <option value={ALL}>All entities</option>
        {entities.map(({ entity: one, figures }) => (
          <option key={one} value={one}>
            {one || 'Without an entity'} ({figures})
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChipProps {
  readonly label: string;
  /** What a click does, for a screen reader. */
  readonly name: string;
  readonly onDrop: () => void;
}

/** One restriction, which a click takes away. */
function PickedChip({ label, name, onDrop }: ChipProps) {
  return (
    <button type="button" className="scope-chip scope-picked" aria-label={name} title={label} onClick={onDrop}>
      <span className="truncate">{label}</span>
      <Icon name="close" size={12} />
    </button>
  );
}
