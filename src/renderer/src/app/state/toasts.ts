/** Short messages at the foot of the window: a failure with what to do, or a success with its undo. */
import type { TieoutError } from '../../../../contract/errors';
import { createStore } from './store';

export interface Toast {
  readonly id: number;
  /** A notice stays until it is read, like an error, and is none. */
  readonly kind: 'done' | 'error' | 'notice';
  readonly text: string;
  readonly code?: string | undefined;
  /** The step that its action takes back; gone as soon as that step is. */
  readonly undoes?: number;
  /** A toast takes the place of the one in the same slot. */
  readonly slot?: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export const toasts = createStore<readonly Toast[]>([]);
/** More would lie over the work. */
const SHOWN_AT_ONCE = 3;
let serial = 0;

export function showToast(toast: Omit<Toast, 'id'>): void {
  serial += 1;
  const id = serial;
  const stays = (one: Toast): boolean =>
    one.text !== toast.text && (toast.slot === undefined || one.slot !== toast.slot);
  toasts.update((shown) => [...shown.filter(stays), { ...toast, id }].slice(-SHOWN_AT_ONCE));
}

export function showError(error: TieoutError): void {
  showToast({ kind: 'error', text: error.message, code: error.code });
}

/** The step was taken back some other way: what offers to undo it goes. */
export function withdrawUndo(step: number): void {
  toasts.update((shown) => shown.filter((toast) => toast.undoes !== step));
}

export function dismissToast(id: number): void {
  toasts.update((shown) => shown.filter((toast) => toast.id !== id));
}

/** What is said in these words is over. */
export function dismissToastOf(text: string): void {
  toasts.update((shown) => shown.filter((toast) => toast.text !== text));
}
