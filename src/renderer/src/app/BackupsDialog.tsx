/** Backups of this notebook, newest first, each of which can be put in its place. */
import { useState } from 'react';
import { Button } from '../parts/Button';
import { bytes, when } from '../parts/format';
import { ErrorState, Loading } from '../parts/States';
import { confirm, Dialog } from './dialogs';
import { closeOverlay } from './overlays';
import { ask, start } from './run';
import { showToast } from './toasts';
import { useQuery } from './use-query';

const KIND = { automatic: 'Automatic', migration: 'Before an update of the file', manual: 'By hand' } as const;

export function BackupsDialog() {
  const { data: backups, error } = useQuery('backup.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const restore = async (name: string, at: string) => {
    closeOverlay();
    const sure = await confirm({
      title: 'Restore this backup?',
      text: `The notebook goes back to how it was ${when(at)}. How it is now is backed up first.`,
      confirm: 'Restore',
      danger: true,
    });
    const done = sure ? await ask('notebook.restoreBackup', { name }) : null;
    if (done?.restored) showToast({ kind: 'done', text: `Restored the backup of ${when(at)}` });
  };
  const picked = backups?.find((backup) => backup.name === chosen);
  return (
    <Dialog
      title="Restore a backup"
      width={560}
      onClose={closeOverlay}
      footer={
        <>
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" disabled={!picked} onClick={() => picked && start(restore(picked.name, picked.at))}>
            Restore…
          </Button>
        </>
      }
    >
      {error && <ErrorState error={error} />}
      {!backups && !error && <Loading lines={4} />}
      {backups?.length === 0 && (
        <p className="muted">
          There is no backup yet. One is made by itself when the notebook is opened after a change.
        </p>
      )}
      {backups?.map((backup) => (
        <label key={backup.name} className="option-line">
          <input type="radio" name="backup" checked={chosen === backup.name} onChange={() => setChosen(backup.name)} />
          <span className="grow">{when(backup.at)}</span>
          <span className="dim">
            {KIND[backup.kind]} · {bytes(backup.bytes)}
          </span>
        </label>
      ))}
    </Dialog>
  );
}
