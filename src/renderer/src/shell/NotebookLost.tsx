/** Says at once that the file under the open notebook was taken away or altered, and offers the ways on. */
import { Button } from '../kit/Button';
import { dispatch } from '../app/commands';
import { connection } from '../app/connection';
import { Dialog } from '../app/dialogs/dialogs';
import { overlay } from '../app/state/overlays';
import { ask, start } from '../app/calls/run';
import { useStore } from '../app/state/store';

export function NotebookLost() {
  const now = useStore(connection);
  if (now.state !== 'lost') return null;
  return now.code === 'E_MOVED' ? <Moved message={now.message} /> : <Altered message={now.message} />;
}

function Moved({ message }: { readonly message: string }) {
  return (
    <Dialog
      title="The notebook file was moved or removed"
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
      <p data-selectable="">{message}</p>
      <p className="dim lost-note">Text that is not saved yet stays on screen and is saved under the new name.</p>
    </Dialog>
  );
}

/** What is on screen can still be read; the title bar and every try to save go on saying that nothing is saved. */
const look = (): void => connection.set({ state: 'astray' });

/** Saving goes on: only what was altered is in doubt. */
const goOn = (): void => connection.set({ state: 'open' });

function Altered({ message }: { readonly message: string }) {
  const restore = () => {
    goOn();
    overlay.set({ kind: 'backups' });
  };
  return (
    <Dialog
      title="The notebook was altered on the disk"
      onClose={goOn}
      footer={
        <>
          <Button onClick={goOn}>Go on</Button>
          <Button look="primary" onClick={restore}>
            Restore a backup…
          </Button>
        </>
      }
    >
      <p data-selectable="">{message}</p>
    </Dialog>
  );
}
