/** Puts text on the clipboard and says so, or what to do where it could not be written. */
import { writeToClipboard } from '../../kit/grid/write/clipboard-events';
import { showToast } from '../state/toasts';

/** `done` is said once it is there; `html` is the same for programs that take it formatted. */
export function copyText(text: string, done: string, html?: string): void {
  showToast(
    writeToClipboard(text, html)
      ? { kind: 'done', text: done }
      : { kind: 'error', text: 'The clipboard could not be written. Copy once more.' },
  );
}
