/**
 * Holds the window open while something done in it is not acknowledged: a message that a closing page sends may reach
 * the notebook after it was closed, and would be lost without a word.
 */
import { saveState } from './save-state';

export interface UnsavedWork {
  /** True while something written here is not stored. */
  readonly dirty: () => boolean;
  /** Stores it; never rejects. */
  readonly flush: () => Promise<void>;
}

/** The part of the window that leaving needs. */
export interface LeavingPage {
  readonly addEventListener: (type: 'beforeunload', listener: (event: Pick<Event, 'preventDefault'>) => void) => void;
  readonly close: () => void;
}

/** Longer than any save takes; a notebook that does not answer must not hold the window for ever. */
const PATIENCE_MS = 3000;
const unsavedWork = new Set<UnsavedWork>();

/** Asks for `work` to be stored before the window closes; answers what ends that. */
export function keepOpenFor(work: UnsavedWork): () => void {
  unsavedWork.add(work);
  return () => unsavedWork.delete(work);
}

/** From now on `page` closes only once everything is stored; what could not be stored holds it once, not twice. */
export function watchLeaving(page: LeavingPage): void {
  let leaving: Promise<void> | null = null;
  let warned = false;
  page.addEventListener('beforeunload', (event) => {
    if (warned || (leaving === null && !isUnsaved())) return;
    event.preventDefault();
    leaving ??= storeAll().finally(() => {
      leaving = null;
      if (isUnsaved()) warned = true;
      else page.close();
    });
    leaving.catch(() => undefined);
  });
}

const isUnsaved = (): boolean => saveState.get().pending > 0 || [...unsavedWork].some(({ dirty }) => dirty());

async function storeAll(): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    late = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([patience, Promise.all([...unsavedWork].map(({ flush }) => flush())).then(acknowledged)]);
  clearTimeout(late);
}

/** Resolves once no command is under way. */
function acknowledged(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (saveState.get().pending > 0) return;
      stop();
      resolve();
    };
    const stop = saveState.subscribe(look);
    look();
  });
}
