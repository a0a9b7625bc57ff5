/** Imports pasted text; what was pasted with formatting keeps its headings, lists and tables unless the person edits it. */
import { useState } from 'react';
import { Dialog } from '../../app/dialogs';
import { importText } from '../../app/imports';
import { closeOverlay } from '../../app/overlays';
import { start } from '../../app/run';
import { Button } from '../../parts/Button';

interface Props {
  readonly text: string;
  readonly html: string | null;
}

export function PasteDialog(props: Props) {
  const [text, setText] = useState(props.text);
  const [html, setHtml] = useState(props.html);
  const [title, setTitle] = useState('');
  const name = title.trim() || firstLine(text);
  const submit = () => {
    closeOverlay();
    start(html === null ? importText(text, 'text', name) : importText(html, 'html', name));
  };
  return (
    <Dialog
      title="Import from clipboard"
      width={640}
      onClose={closeOverlay}
      footer={
        <>
          {html !== null && (
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
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            value={title}
            placeholder={firstLine(text) || 'The first line of the text'}
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
