/** Whether the mapping is kept for the next table with the same heads, and under which name. */
import type { TablePlan } from '../../../../../contract/records';

interface Props {
  readonly plan: TablePlan;
  /** Null where it is not kept. */
  readonly name: string | null;
  readonly onChange: (name: string | null) => void;
}

export function Remember({ plan, name, onChange }: Props) {
  const proposed = plan.saved.find(({ used }) => used)?.name ?? plan.title.replace(/\.[a-z]{3,4}$/i, '').slice(0, 200);
  return (
    <span className="table-remember">
      <label className="table-remember">
        <input
          type="checkbox"
          checked={name !== null}
          onChange={(event) => onChange(event.target.checked ? proposed : null)}
        />
        Keep this mapping
      </label>
      {name !== null && (
        <input
          className="input"
          aria-label="Name of the mapping"
          maxLength={200}
          value={name}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </span>
  );
}
