/** Short messages at the foot of the window: what went wrong and what to do, or what was done and how to take it back. */
import type { TieoutError } from '../../../contract/errors';
import { createStore } from './store';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly code?: string | undefined;
  /** Its action takes back the last change; gone as soon as there is another one. */
  readonly undoes?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export const toasts = createStore<readonly Toast[]>([]);
const SHOWN_AT_ONCE = 4;
let serial = 0;

export function showToast(toast: Omit<Toast, 'id'>): void {
  serial += 1;
  const id = serial;
  toasts.update((shown) => [...shown.filter((one) => one.text !== toast.text), { ...toast, id }].slice(-SHOWN_AT_ONCE));
}

export function showError(error: TieoutError): void {
  showToast({ kind: 'error', text: error.message, code: error.code });
}

/** A change was made or taken back: an older offer to undo would now undo something else. */
export function withdrawUndo(): void {
  toasts.update((shown) => (shown.some((toast) => toast.undoes) ? shown.filter((toast) => !toast.undoes) : shown));
}

export function dismissToast(id: number): void {
  toasts.update((shown) => shown.filter((toast) => toast.id !== id));
}

/** What is said in these words is over. */
export function dismissToastOf(text: string): void {
  toasts.update((shown) => shown.filter((toast) => toast.text !== text));
}
