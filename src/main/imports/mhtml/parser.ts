/** MHTML: a page and all it shows, saved as one file in the form of a message. The page is read; its files are not. */
import { TieoutError } from '../../../contract/errors';
import type { NormalisedDocument, ParseProblem } from '../../../core/document/model';
import { messageHeaders } from '../email/recognise';
import { HTML_PROBLEMS } from '../html/clean';
import { readPage } from '../html/read';
import { BODY_PROBLEMS, textOf } from '../mime/body';
import type { Headers } from '../mime/headers';
import { type Part, partBudget, readParts } from '../mime/parts';
import { headerWords, mailDate } from '../mime/words';
import type { DocumentParser, ParseOptions } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';

export const mhtmlParser = {
  kind: 'document',
  name: 'mhtml',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => mhtmlScore(bytes),
  parse,
} satisfies DocumentParser;

/** A message like an e-mail, but sent to nobody: it says where it was saved from, or its parts do. */
function mhtmlScore(bytes: Uint8Array): number {
  const headers = messageHeaders(bytes);
  const type = headers?.get('content-type') ?? null;
  if (headers === null || type === null || headers.get('mime-version') === null) return 0;
  if (headers.get('snapshot-content-location') !== null) return 0.95;
  if (!/^\s*(?:multipart\/(?:related|alternative)|text\/html)\b/i.test(type)) return 0;
  if (/saved by/i.test(headers.get('from') ?? '')) return 0.95;
  const sent = ['to', 'received', 'message-id', 'return-path'].some((name) => headers.get(name) !== null);
  return !sent && /^content-location:/im.test(topOf(bytes)) ? 0.95 : 0;
}

const topOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64 * 1024)).toString('latin1');

function parse({ bytes }: ImportSource, { whole = false }: ParseOptions = {}): NormalisedDocument {
  const file = readParts(bytes, partBudget());
  const page = findPage(file);
  if (page === null) {
    throw new TieoutError(
      'E_DAMAGED',
      'No page was found in the file. Open the address again and save the page as HTML or as a web archive (MHTML).',
    );
  }
  const problems = countProblems({ ...HTML_PROBLEMS, ...BODY_PROBLEMS });
  const url = file.headers.get('snapshot-content-location') ?? page.headers.get('content-location');
  const { metadata, ...rendered } = readPage(textOf(page, problems), { problems, url, whole });
  return {
    format: 'html',
    ...rendered,
    ...metadata,
    title: metadata.title ?? headerWords(file.headers.get('subject')),
    problems: [...problems.list(), ...describeSaved(file.headers, metadata.published)],
  };
}

/** The part that the file names as its start, else the one at the page's own address, else the first with HTML. */
function findPage(file: Part): Part | null {
  const pages = htmlParts(file);
  const start = file.params.get('start');
  const address = file.headers.get('snapshot-content-location');
  return (
    pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ??
    pages.find(({ headers }) => address !== null && headers.get('content-location') === address) ??
    pages[0] ??
    null
  );
}

const htmlParts = (part: Part): readonly Part[] =>
  part.children.length > 0
    ? part.children.flatMap(htmlParts)
    : /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type)
      ? [part]
      : [];

/** The day of saving is not the day of publishing, but nothing was published after it. */
function describeSaved(headers: Headers, published: string | null): readonly ParseProblem[] {
  const saved = published === null ? mailDate(headers.get('date')) : null;
  if (saved === null) return [];
  const message = `The page does not say when it was published; it was saved on ${saved.words}.`;
  return [{ code: 'W_DATE_UNKNOWN', message }];
}
