/** Whether everything the person did has been acknowledged by the notebook: counts commands under way, nothing else. */
import { TieoutError } from '../../../../contract/errors';
import { createStore } from './store';

export interface SaveState {
  readonly pending: number;
  /** The last command that failed left something unsaved; cleared by the next one that succeeds. */
  readonly failed: boolean;
}

export const saveState = createStore<SaveState>({ pending: 0, failed: false });

/**
 * Counts `work` as a save under way until it settles. A text that was refused leaves nothing unsaved, and neither does what
 * is `held` elsewhere until it is taken.
 */
export async function tracked<T>(work: Promise<T>, held = false): Promise<T> {
  saveState.update((state) => ({ ...state, pending: state.pending + 1 }));
  try {
    const value = await work;
    saveState.update((state) => ({ pending: state.pending - 1, failed: false }));
    return value;
  } catch (reason) {
    const refused = reason instanceof TieoutError && ['E_INPUT', 'E_CONFLICT', 'E_CANCELLED'].includes(reason.code);
    saveState.update((state) => ({ pending: state.pending - 1, failed: state.failed || !(held || refused) }));
    throw reason;
  }
}
