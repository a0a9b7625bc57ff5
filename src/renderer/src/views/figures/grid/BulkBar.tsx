/** What can be done to all selected figures at once, each as one step: class, a field, review, a source. */
import { useState } from 'react';
import type { FigureEdit, FigureRecord } from '../../../../../contract/records';
import { type CellField, fieldOf, TYPED_FOR_MANY } from '../../../../../core/figure/fields';
import { PROVENANCES } from '../../../../../core/figure/provenance';
import { readCell } from '../../../../../core/table/typed/typed-cell';
import { run, start } from '../../../app/calls/run';
import { showToast } from '../../../app/state/toasts';
import { offerUndo } from '../../../app/calls/undo';
import { Button } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import { CiteDialog } from '../../shared/CiteDialog';
import { ClassOptions } from '../../shared/ClassOptions';

interface Props {
  readonly count: number;
  readonly selected: () => Promise<readonly FigureRecord[]>;
}

/** The limit of one command. */
const MOST = 20_000;

/** Sets the same on many figures as one step that can be undone; `what` names it: "Set the class". */
async function setAll(figures: readonly FigureRecord[], set: FigureEdit, what: string): Promise<void> {
  if (figures.length > MOST) {
    showToast({ kind: 'error', text: `More than ${MOST.toLocaleString('en-US')} figures are selected: select fewer.` });
    return;
  }
  const label = `${what} of ${plural(figures.length, 'figure')}`;
  const done = await run('figure.update', { edits: figures.map(({ id }) => ({ id, set })), label });
  if (done && done.changed > 0) offerUndo(`${label}.`, done);
}

export function BulkBar({ count, selected }: Props) {
  const [citing, setCiting] = useState<readonly FigureRecord[] | null>(null);
  const set = (to: FigureEdit, what: string) => start(selected().then((figures) => setAll(figures, to, what)));
  return (
    <div className="bulk-bar" role="group" aria-label={`All ${plural(count, 'selected figure')}`}>
      <select
        className="input"
        aria-label="Class of the selected figures"
        value=""
        onChange={(event) => {
          const provenance = PROVENANCES.find((one) => one === event.target.value);
          if (provenance) set({ provenance }, 'Set the class');
        }}
      >
        <option value="">Class…</option>
        <ClassOptions />
      </select>
      <FieldForm onSet={set} />
      <Button look="quiet" onClick={() => set({ review: 'ticked' }, 'Tick the review')}>
        Tick
      </Button>
      <Button look="quiet" onClick={() => start(selected().then(setCiting))}>
        Cite…
      </Button>
      {citing && <CiteDialog figures={citing} onClose={() => setCiting(null)} />}
    </div>
  );
}

/** One field with the text that all of the figures shall have in it, read as if it was typed into a cell. */
function FieldForm({ onSet }: { readonly onSet: (to: FigureEdit, what: string) => void }) {
  const [field, setField] = useState<CellField>('metric');
  const [text, setText] = useState('');
  const { label } = fieldOf(field);
  const apply = () => {
    const reading = readCell(field, text.trim(), { unit: 'count', currency: null, period: null });
    if (!reading.ok) {
      showToast({ kind: 'error', text: reading.message });
      return;
    }
    setText('');
    onSet(reading.set, `Set the ${label.toLowerCase()}`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <select
        className="input"
        aria-label="Field of the selected figures"
        value={field}
        onChange={(event) => setField(TYPED_FOR_MANY.find((one) => one === event.target.value) ?? 'metric')}
      >
        {TYPED_FOR_MANY.map((one) => (
          <option key={one} value={one}>
            {fieldOf(one).label}
          </option>
        ))}
      </select>
      <input
        className="input"
        aria-label={`${label} for the selected figures`}
        placeholder="for all of them"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Set
      </Button>
    </form>
  );
}
