/** Merges sources field by field: what differs is chosen, everything that cited any of them cites the one that stays. */
import { useState } from 'react';
import type { SourceRecord } from '../../../../contract/records';
import { type CslField, sourceField } from '../../../../core/citation/fields';
import { Dialog } from '../../app/dialogs/dialogs';
import { run, start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import { plural } from '../../kit/format';
import { mergedCsl, mergeRows } from './merge';

interface Props {
  /** Two or more; the first stays. */
  readonly sources: readonly SourceRecord[];
  readonly onClose: () => void;
  readonly onMerged: (id: string) => void;
}

export function MergeDialog({ sources, onClose, onMerged }: Props) {
  const [choices, setChoices] = useState<Readonly<Partial<Record<CslField, string>>>>({});
  const rows = mergeRows(sources);
  const into = sources[0];
  const merge = async () => {
    if (!into) return;
    const from = sources.slice(1).map(({ id }) => id);
    const done = await run('source.merge', { into: into.id, from, csl: mergedCsl(sources, choices) });
    if (done) onMerged(into.id);
  };
  const figures = sources.reduce((sum, source) => sum + source.figures, 0);
  return (
    <Dialog
      title={`Merge ${plural(sources.length, 'source')}`}
      width={640}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => start(merge())}>
            Merge into one
          </Button>
        </>
      }
    >
      <p className="muted">
        One source stays. {plural(figures, 'figure')} and every marker of these will rest on it. You can undo this.
      </p>
      <div className="merge-fields">
        {rows.map(({ field, options }) => (
          <fieldset key={field} className="merge-field">
            <legend>{sourceField(field).label}</legend>
            {options.map((option, index) => (
              <label key={option.source}>
                {options.length > 1 && (
                  <input
                    type="radio"
                    name={`merge-${field}`}
                    checked={(choices[field] ?? options[0]?.source) === option.source}
                    onChange={() => setChoices({ ...choices, [field]: option.source })}
                  />
                )}
                <span data-selectable="">{option.text}</span>
                {index === 0 && options.length > 1 && <span className="dim">kept unless you choose</span>}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
