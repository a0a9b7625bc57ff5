/** Shown in place of the views when the notebook cannot be opened: what is wrong, in words, and the ways on. */
import type { TieoutError } from '../../../contract/errors';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { dispatch } from './commands';
import { connection } from './connection';
import { useStore } from './store';

export function NotebookFailed() {
  const now = useStore(connection);
  if (now.state !== 'failed') return null;
  return (
    <main className="view" data-notebook-failed={now.code}>
      <div className="state" role="alert">
        <span className="state-icon state-icon-bad">
          <Icon name="warning" size={28} />
        </span>
        <h2>The notebook could not be opened</h2>
        <div className="state-text" data-selectable="">
          {now.message} <code>{now.code}</code>
        </div>
        <div className="state-actions">
          <Button onClick={() => dispatch('notebook.open')}>Open another notebook…</Button>
          <Button onClick={() => dispatch('notebook.new')}>New notebook…</Button>
        </div>
      </div>
    </main>
  );
}

/** The failure of a first call at start, as the connection shows it. */
export function failedWith(error: TieoutError): void {
  connection.set({ state: 'failed', code: error.code, message: error.message });
}
