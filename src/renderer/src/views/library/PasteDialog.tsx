/** Imports pasted text; what was pasted with formatting keeps its headings, lists and tables unless the person edits it. */
import { useState } from 'react';
import { Dialog } from '../../app/dialogs';
import { importText } from '../../app/imports';
import { closeOverlay } from '../../app/overlays';
import { start } from '../../app/run';
import { Button } from '../../kit/Button';
import { isRange, rangeOf } from './range';

interface Props {
  readonly text: string;
  readonly html: string | null;
  readonly as?: 'table' | undefined;
}

export function PasteDialog(props: Props) {
  const [text, setText] = useState(props.text);
  const [html, setHtml] = useState(props.html);
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<'document' | 'table' | null>(props.as ?? null);
  const as = chosen ?? (isRange(text) ? 'table' : 'document');
  const name = title.trim() || (as === 'table' ? 'Pasted range' : firstLine(text));
  const submit = () => {
    closeOverlay();
    if (as === 'table') return start(importText(rangeOf(text, html), 'table', name));
    start(html === null ? importText(text, 'text', name) : importText(html, 'html', name));
  };
  return (
    <Dialog
      title="Import from clipboard"
      width={640}
      onClose={closeOverlay}
      footer={
        <>
          {html !== null && as === 'document' && (
            <span className="dim grow">
              Headings, lists and tables are kept.{' '}
              <button type="button" className="link" onClick={() => setHtml(null)}>
                Plain text instead
              </button>
            </span>
          )}
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={submit}>
            Look over…
          </Button>
        </>
      }
    >
      <div className="form">
        <div className="segments" role="group" aria-label="Import as">
          <Button aria-pressed={as === 'document'} onClick={() => setChosen('document')}>
            Text
          </Button>
          <Button aria-pressed={as === 'table'} onClick={() => setChosen('table')}>
            Table of figures
          </Button>
        </div>
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            value={title}
            placeholder={as === 'table' ? 'Pasted range' : firstLine(text) || 'The first line of the text'}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Text</span>
          <textarea
            className="input paste-text"
            rows={14}
            value={text}
            placeholder="Paste here (Ctrl+V)"
            data-initial-focus=""
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/html');
              if (text === '' && pasted.trim() !== '') {
                event.preventDefault();
                setText(event.clipboardData.getData('text/plain'));
                setHtml(pasted);
              }
            }}
            onChange={(event) => {
              setText(event.target.value);
              setHtml(null);
            }}
          />
        </label>
      </div>
    </Dialog>
  );
}

/** The first line with words in it, at most 120 characters: a title to start from. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line.trim().slice(0, 120);
}
