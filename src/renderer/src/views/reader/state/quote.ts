/** Selected words as a quote with where they stand: “words” (title, p. 12). */
import type { DocumentSummary } from '../../../../../contract/records';
import { pageLocator } from '../../../../../core/document/anchors/pages';
import { call } from '../../../app/calls/client';
import { copyText } from '../../../app/transfer/copy';

export const quoted = (words: string, title: string, locator: string | null): string =>
  `“${words.trim().replace(/\s+/g, ' ')}” (${[title, locator].filter(Boolean).join(', ')})`;

/** `start` is the words' place in the text. Throws where the document is gone. */
export async function copyQuote({ id, title }: DocumentSummary, words: string, start: number): Promise<void> {
  const { number } = await call('document.page', { id, at: start });
  const pages = number === null ? [] : await call('document.pages', { id });
  const page = pages.find((one) => one.number === number);
  copyText(quoted(words, title, page ? pageLocator(page) : null), 'Copied with its source');
}
