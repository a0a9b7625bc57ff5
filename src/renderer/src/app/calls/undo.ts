/** Undo and redo: each notice names the step, and an offer to undo concerns that one step only. */
import { run, start } from './run';
import { showToast, withdrawUndo } from '../state/toasts';

/** Notices of undo and redo take one another's place. */
const SLOT = 'history';

/** Takes back the last step and says which it was. */
export async function undo(): Promise<void> {
  const done = await run('history.undo', {});
  if (done) tell('Undone', done, { label: 'Redo', run: () => start(redo()) });
}

/** Does the step again that was taken back last. */
export async function redo(): Promise<void> {
  const done = await run('history.redo', {});
  if (done) tell('Done again', done, { label: 'Undo', run: () => start(undoStep(done.step)) });
}

/** Takes back that step, also where others came after it; says so where it cannot. */
async function undoStep(step: number | null): Promise<void> {
  const done = step === null ? null : await run('history.undo', { step });
  if (done) tell('Undone', done);
}

/** Says what was done by the command that answered `revision`, with the offer to take back exactly that. */
export function offerUndo(text: string, { revision }: { readonly revision: number }): void {
  showToast({
    kind: 'done',
    text,
    undoes: revision,
    action: { label: 'Undo', run: () => start(undoStep(revision)) },
  });
}

interface Taken {
  readonly label: string | null;
  readonly step: number | null;
}

function tell(what: string, { label, step }: Taken, action?: { readonly label: string; readonly run: () => void }) {
  if (step !== null) withdrawUndo(step);
  if (label === null)
    showToast({ kind: 'done', slot: SLOT, text: `Nothing to ${what === 'Undone' ? 'undo' : 'redo'}` });
  else showToast({ kind: 'done', slot: SLOT, text: `${what}: ${label}`, action });
}
