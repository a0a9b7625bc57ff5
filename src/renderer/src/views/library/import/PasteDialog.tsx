/** Imports pasted text; what was pasted with formatting keeps its headings, lists and tables unless the person edits it. */
import { useState } from 'react';
import { Dialog } from '../../../app/dialogs/dialogs';
import { importText } from '../../../app/transfer/imports';
import { closeOverlay } from '../../../app/state/overlays';
import { start } from '../../../app/calls/run';
import { Button } from '../../../kit/Button';
import { isRange, rangeOf } from './range';

interface Props {
  readonly text: string;
  readonly html: string | null;
  readonly as?: 'table' | undefined;
}

type Kind = 'document' | 'table';

/** What was pasted; `html` only while its text has not been edited. */
interface Pasted {
  readonly text: string;
  readonly html: string | null;
}

export function PasteDialog(props: Props) {
  const [pasted, setPasted] = useState<Pasted>({ text: props.text, html: props.html });
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<Kind | null>(props.as ?? null);
  const { text, html } = pasted;
  const as = chosen ?? (isRange(text) ? 'table' : 'document');
  const name = as === 'table' ? 'Pasted range' : firstLine(text);
  const submit = () => {
    closeOverlay();
    start(importPasted(pasted, as, title.trim() || name));
  };
  return (
    <Dialog
      title={as === 'table' ? 'Paste cells' : 'Paste text'}
      width={640}
      onClose={closeOverlay}
      footer={
        <>
          {html !== null && as === 'document' && <Formatted onPlain={() => setPasted({ text, html: null })} />}
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={submit}>
            Review…
          </Button>
        </>
      }
    >
      <div className="form">
        <KindChoice as={as} onChoose={setChosen} />
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            value={title}
            placeholder={name || 'The first line of the text'}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <PasteBox text={text} onChange={setPasted} />
      </div>
    </Dialog>
  );
}

function importPasted({ text, html }: Pasted, as: Kind, name: string): Promise<unknown> {
  if (as === 'table') return importText(rangeOf(text, html), 'table', name);
  return html === null ? importText(text, 'text', name) : importText(html, 'html', name);
}

function Formatted({ onPlain }: { readonly onPlain: () => void }) {
  return (
    <span className="dim grow">
      Headings, lists and tables are kept.{' '}
      <button type="button" className="link" onClick={onPlain}>
        Plain text instead
      </button>
    </span>
  );
}

function KindChoice({ as, onChoose }: { readonly as: Kind; readonly onChoose: (as: Kind) => void }) {
  return (
    <div className="segments" role="group" aria-label="Import as">
      <Button aria-pressed={as === 'document'} onClick={() => onChoose('document')}>
        Text
      </Button>
      <Button aria-pressed={as === 'table'} onClick={() => onChoose('table')}>
        Table of figures
      </Button>
    </div>
  );
}

/** The formatting is taken by a paste into the empty box, and given up by the first edit. */
function PasteBox({ text, onChange }: { readonly text: string; readonly onChange: (pasted: Pasted) => void }) {
  return (
    <label className="field">
      <span>Text</span>
      <textarea
        className="input paste-text"
        rows={14}
        value={text}
        placeholder="Paste here (Ctrl+V)"
        data-initial-focus=""
        onPaste={(event) => {
          const html = event.clipboardData.getData('text/html');
          if (text !== '' || html.trim() === '') return;
          event.preventDefault();
          onChange({ text: event.clipboardData.getData('text/plain'), html });
        }}
        onChange={(event) => onChange({ text: event.target.value, html: null })}
      />
    </label>
  );
}

/** The first line with words in it, at most 120 characters: a title to start from. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line.trim().slice(0, 120);
}
