/** The backups of the notebook, newest first, with what each holds; one can be chosen. */
import type { CopyOfNotebook } from '../../../../contract/app';
import { bytes, moment, plural, when } from '../../kit/format';

const KIND = { automatic: 'Automatic', migration: 'Before an update of the file', manual: 'By hand' } as const;

interface CopyListProps {
  readonly copies: readonly CopyOfNotebook[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

export function CopyList({ copies, chosen, onChoose }: CopyListProps) {
  return (
    <div className="copy-list" role="radiogroup" aria-label="Backups">
      {copies.map((copy, index) => (
        <label key={copy.name} className="option-line copy-line" data-unreadable={copy.holds === null}>
          <input
            type="radio"
            name="backup"
            checked={chosen === copy.name}
            disabled={copy.holds === null}
            onChange={() => onChoose(copy.name)}
          />
          <span className="grow">
            {moment(copy.at)} <span className="dim">· {when(copy.at)}</span>
            <small className="dim copy-holds">{holdsOf(copy, copies[index + 1])}</small>
          </span>
          <span className="dim">
            {KIND[copy.kind]} · {bytes(copy.bytes)}
          </span>
        </label>
      ))}
    </div>
  );
}

/** What is in it, and how much was done since the copy before it. */
function holdsOf({ holds }: CopyOfNotebook, before: CopyOfNotebook | undefined): string {
  if (holds === null) return 'This copy cannot be read.';
  const parts = [
    plural(holds.documents, 'document'),
    plural(holds.figures, 'figure'),
    plural(holds.notes, 'note'),
    plural(holds.reports, 'report'),
  ];
  const since = before?.holds ? holds.changes - before.holds.changes : 0;
  return `${parts.join(', ')}${since > 0 ? ` · ${plural(since, 'change')} after the copy below` : ''}`;
}
