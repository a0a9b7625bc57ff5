/** Says at once that the file under the open notebook was taken away, and offers to go on under another name. */
import { Button } from '../parts/Button';
import { dispatch } from './commands';
import { connection } from './connection';
import { Dialog } from './dialogs';
import { ask, start } from './run';
import { useStore } from './store';

export function NotebookLost() {
  const now = useStore(connection);
  if (now.state !== 'lost') return null;
  return (
    <Dialog
      title="The notebook is no longer in its place"
      onClose={look}
      footer={
        <>
          <Button onClick={() => dispatch('notebook.open')}>Open another notebook…</Button>
          <span className="grow" />
          <Button onClick={look}>Look around</Button>
          <Button look="primary" onClick={() => start(ask('notebook.saveAs', {}))}>
            Save as…
          </Button>
        </>
      }
    >
      <p data-selectable="">{now.message}</p>
      <p className="dim">What you typed and is not saved yet stays on screen and is saved under the new name.</p>
    </Dialog>
  );
}

/** What is on screen can still be read; the title bar and every try to save go on saying that nothing is saved. */
const look = (): void => connection.set({ state: 'astray' });
