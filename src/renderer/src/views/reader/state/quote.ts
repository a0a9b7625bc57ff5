/** Selected words as a quote with where they stand: “words” (title, p. 12). */
import type { DocumentSummary } from '../../../../../contract/records';
import { pageLocator } from '../../../../../core/document/anchors/pages';
import { call } from '../../../app/calls/client';
import { showToast } from '../../../app/state/toasts';
import { writeToClipboard } from '../../../kit/grid/write/clipboard-events';

export const quoted = (words: string, title: string, locator: string | null): string =>
  `“${words.trim().replace(/\s+/g, ' ')}” (${[title, locator].filter(Boolean).join(', ')})`;

/** `start` is the words' place in the text. Throws where the document is gone. */
export async function copyQuote({ id, title }: DocumentSummary, words: string, start: number): Promise<void> {
  const { number } = await call('document.page', { id, at: start });
  const pages = number === null ? [] : await call('document.pages', { id });
  const page = pages.find((one) => one.number === number);
  const copied = writeToClipboard(quoted(words, title, page ? pageLocator(page) : null));
  showToast(
    copied
      ? { kind: 'done', text: 'Copied with its source' }
      : { kind: 'error', text: 'The clipboard could not be written. Copy the words again.' },
  );
}
