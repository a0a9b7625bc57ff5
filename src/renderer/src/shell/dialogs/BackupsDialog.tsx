/** Backups of this notebook, newest first, each of which can be put in its place. */
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { moment } from '../../kit/format';
import { ErrorState, Loading } from '../../kit/States';
import { CopyList } from './CopyList';
import { restoreCopy, useCopies } from './copies';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';

export function BackupsDialog() {
  const { copies, error } = useCopies();
  const [chosen, setChosen] = useState<string | null>(null);
  const picked = copies?.find((copy) => copy.name === chosen);
  const restore = () => {
    if (!picked) return;
    closeOverlay();
    start(
      restoreCopy(
        picked,
        `The notebook goes back to how it was at ${moment(picked.at)}. How it is now is kept beside it.`,
      ),
    );
  };
  return (
    <Dialog
      title="Restore a backup"
      width={600}
      onClose={closeOverlay}
      footer={
        <>
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" disabled={!picked} onClick={restore}>
            Restore…
          </Button>
        </>
      }
    >
      {error && <ErrorState error={error} />}
      {!copies && !error && <Loading lines={4} />}
      {copies?.length === 0 && (
        <p className="muted">There is no backup yet. Tieout makes one when the notebook is opened after a change.</p>
      )}
      {copies && <CopyList copies={copies} chosen={chosen} onChoose={setChosen} />}
    </Dialog>
  );
}
