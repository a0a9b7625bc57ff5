/** Shown in place of the views when the notebook cannot be opened: what is wrong, in words, and the ways on. */
import { useState } from 'react';
import { Button } from '../kit/Button';
import { moment } from '../kit/format';
import { Icon } from '../kit/Icon';
import { CopyList } from './dialogs/CopyList';
import { dispatch } from '../app/commands';
import { connection } from '../app/connection';
import { restoreCopy, useCopies } from './dialogs/copies';
import { lostRecords } from './LostRecords';
import { ask, start } from '../app/calls/run';
import { useStore } from '../app/state/store';
import { showToast } from '../app/state/toasts';

/** What stands under the name is not, or no longer, the notebook that was there: a backup of it would be. */
const RESTORABLE = new Set(['E_DAMAGED', 'E_EMPTY', 'E_FOREIGN', 'E_NOT_FOUND', 'E_SCHEMA', 'E_ROLLED_BACK', 'E_BUG']);
/** Its records may still be read one by one. */
const RESCUABLE = new Set(['E_DAMAGED', 'E_SCHEMA']);

export function NotebookFailed() {
  const now = useStore(connection);
  if (now.state !== 'failed') return null;
  return (
    <main className="view" data-notebook-failed={now.code}>
      <div className="state notebook-failed" role="alert">
        <span className="state-icon state-icon-bad">
          <Icon name="warning" size={28} />
        </span>
        <h2>The notebook could not be opened</h2>
        <div className="state-text" data-selectable="">
          {now.message} <code>{now.code}</code>
        </div>
        {RESTORABLE.has(now.code) && <Restore />}
        <div className="state-actions">
          {RESCUABLE.has(now.code) && <Button onClick={() => start(rescue())}>Rescue what can be read…</Button>}
          <Button onClick={() => dispatch('notebook.open')}>Open another notebook…</Button>
          <Button onClick={() => dispatch('notebook.new')}>New notebook…</Button>
        </div>
      </div>
    </main>
  );
}

/** The backups there are, where the person needs them. */
function Restore() {
  const { copies } = useCopies();
  const [chosen, setChosen] = useState<string | null>(null);
  if (copies === null) return null;
  if (copies.length === 0) return <p className="dim">There is no backup of this notebook.</p>;
  const newest = copies.find((copy) => copy.holds !== null);
  const picked = copies.find((copy) => copy.name === (chosen ?? newest?.name));
  const restore = () => {
    if (!picked) return;
    const text = `The backup of ${moment(picked.at)} takes the notebook’s name. The file that stands there now is kept beside it.`;
    start(restoreCopy(picked, text));
  };
  return (
    <section className="notebook-copies" aria-label="Backups of this notebook">
      <h3>Backups of this notebook</h3>
      <CopyList copies={copies} chosen={picked?.name ?? null} onChoose={setChosen} />
      <Button look="primary" disabled={!picked} onClick={restore}>
        Restore this backup…
      </Button>
    </section>
  );
}

async function rescue(): Promise<void> {
  const done = await ask('notebook.salvage', {});
  if (!done || done.saved === null) return;
  if (done.lost.length === 0) showToast({ kind: 'done', text: 'Everything could be read. Nothing is lost.' });
  else lostRecords.set(done.lost);
}
