/** The period and the note of a figure, to be typed over. */
import { useState } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { start } from '../../../app/calls/run';
import { editFigure, setPeriod } from '../figure-actions';

/** The period as read, to be typed over; it is empty where the text gives none. */
export function PeriodField({ figure }: { readonly figure: FigureRecord }) {
  const [words, setWords] = useState(figure.period ?? '');
  const save = () => {
    const typed = words.trim();
    if (typed !== (figure.period ?? '')) start(typed === '' ? clearPeriod(figure) : setPeriod(figure, typed));
  };
  return (
    <input
      className="input inspector-period"
      aria-label="Period"
      value={words}
      placeholder="The text gives none"
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setWords(figure.period ?? '');
      }}
    />
  );
}

const clearPeriod = (figure: FigureRecord) =>
  editFigure(figure, { period: null }, `Clear the period of ${figure.quote}`);

export function NoteField({ figure }: { readonly figure: FigureRecord }) {
  const [words, setWords] = useState(figure.note);
  const save = () => {
    if (words !== figure.note) start(editFigure(figure, { note: words }, `Note on ${figure.quote}`));
  };
  return (
    <textarea
      className="input inspector-note"
      aria-label="Note"
      rows={1}
      value={words}
      placeholder={figure.provenance === 'inferred' ? 'Assumption or rationale' : 'What you know about this figure'}
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.blur();
      }}
    />
  );
}
