/** The bibliography as it will stand in the exported note, to be read over or copied. */
import type { SourceRecord } from '../../../../contract/records';
import { showToast } from '../../app/state/toasts';
import { Button } from '../../kit/Button';
import { writeToClipboard } from '../../kit/grid/write/clipboard-events';

interface Props {
  readonly sources: readonly SourceRecord[];
  readonly onPick: (id: string) => void;
}

/** In the order of a reference list: by what each entry starts with. */
function bibliography(sources: readonly SourceRecord[]): readonly SourceRecord[] {
  return [...sources].sort((left, right) => left.formatted.localeCompare(right.formatted));
}

export function Bibliography({ sources, onPick }: Props) {
  const entries = bibliography(sources);
  return (
    <section className="bibliography" aria-label="Bibliography">
      <ol>
        {entries.map((source) => (
          <li key={source.id}>
            <button type="button" onClick={() => onPick(source.id)}>
              {source.formatted}
            </button>
          </li>
        ))}
      </ol>
      {entries.length > 0 && (
        <Button onClick={() => copy(entries.map(({ formatted }) => formatted).join('\n'))}>
          Copy the bibliography
        </Button>
      )}
    </section>
  );
}

function copy(text: string): void {
  const done = writeToClipboard(text);
  showToast(
    done
      ? { kind: 'done', text: 'Bibliography copied.' }
      : { kind: 'error', text: 'The bibliography could not be copied.' },
  );
}
