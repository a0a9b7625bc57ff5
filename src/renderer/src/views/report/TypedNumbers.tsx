/** Numbers of the text that are no live figures, each offered the figures that read the same: one click links it. */
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { LIVE_FIGURE } from '../../../../core/report/body';
import type { ReportCheck } from '../../../../contract/records';
import { figureName } from '../../../../core/figure/display/names';
import { useQuery } from '../../app/calls/use-query';
import { plural } from '../../kit/format';
import { stretchAt } from './spot';

type Typed = ReportCheck['typed'][number];

/** Where a typed number stands in the editor's document, or null where the text has changed since it was found. */
export function placeOf(
  editor: Pick<Editor, 'state'>,
  typed: Typed,
): { readonly from: number; readonly to: number } | null {
  const { doc } = editor.state;
  const found = stretchAt(doc, typed);
  return found && doc.textBetween(found.from, found.to) === typed.quote ? found : null;
}

function link(editor: Editor, typed: Typed, figure: string): void {
  const place = placeOf(editor, typed);
  if (place) editor.chain().focus().insertContentAt(place, { type: LIVE_FIGURE, attrs: { figure } }).run();
}

function Row({ editor, typed }: { readonly editor: Editor; readonly typed: Typed }) {
  return (
    <li className="typed-row">
      <button
        type="button"
        className="typed-quote"
        title={typed.context}
        onClick={() => {
          const place = placeOf(editor, typed);
          if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
        }}
      >
        {typed.quote}
      </button>
      {typed.offers.map((figure) => (
        <button
          key={figure.id}
          type="button"
          className="typed-offer"
          title={`Link to this figure: ${figure.quote}`}
          onClick={() => link(editor, typed, figure.id)}
        >
          {figureName(figure)}
        </button>
      ))}
      {typed.offers.length === 0 && <span className="dim">{typed.cited ? 'cited' : 'no figure reads the same'}</span>}
    </li>
  );
}

export function TypedNumbers({ editor, report }: { readonly editor: Editor; readonly report: string }) {
  const { data } = useQuery('report.check', { id: report });
  const [open, setOpen] = useState(false);
  const typed = data?.typed ?? [];
  if (typed.length === 0) return null;
  return (
    <>
      <button type="button" className="typed-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {plural(typed.length, 'number')} not linked
      </button>
      {open && (
        <ul className="typed-numbers" aria-label="Numbers not linked to a figure">
          {typed.map((one) => (
            <Row key={`${one.block}.${one.from}`} editor={editor} typed={one} />
          ))}
        </ul>
      )}
    </>
  );
}
