/** PDF: pages are read one by one into runs, set in reading order, and written as text, marks and boxes. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { TieoutError } from '../../../contract/errors';
import { FORMATS } from '../../../core/document/formats';
import type { Page } from '../../../core/document/model';
import { IMPORT_LIMITS } from '../limits';
import type { DocumentParser, ParseOptions } from '../parser';
import { bareDocument } from '../../../core/document/plain';
import { countProblems, type ProblemCount } from '../problems';
import { compose } from './compose';
import { Drawing } from './drawing';
import { placesOf } from './internal-links';
import { metadataOf } from './metadata';
import type { PageContent } from './printed/model';
import { damaged, openPdf } from './open';
import { outlineOf } from './outline';
import { type FontNames, readPage } from './page';
import { PROBLEMS } from './problems';

export const pdfParser = {
  kind: 'document',
  name: 'pdf',
  version: 2,
  reads: 'bytes',
  // The header may stand behind a few bytes of something else; readers look for it in the first kilobyte.
  recognise: ({ bytes }) => {
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf(
      FORMATS.pdf.signature.bytes,
    );
    return at === 0 ? 1 : at > 0 ? 0.6 : 0;
  },
  parse: async ({ bytes }, options = {}) => {
    const { document, close } = await openPdf(bytes, options.password);
    const drawing = new Drawing();
    try {
      return await readDocument(document, options, drawing);
    } catch (reason) {
      throw reason instanceof TieoutError ? reason : damaged(reason);
    } finally {
      drawing.end();
      await close();
    }
  },
} satisfies DocumentParser;

async function readDocument(document: PDFDocumentProxy, options: ParseOptions, drawing: Drawing) {
  if (document.numPages > IMPORT_LIMITS.pdf.pages) {
    throw new TieoutError(
      'E_TOO_LARGE',
      `The PDF has ${document.numPages} pages; the limit is ${IMPORT_LIMITS.pdf.pages}. Print the pages you need to a new PDF.`,
    );
  }
  const problems = countProblems(PROBLEMS);
  const pages = await readPages(document, options, problems, drawing);
  await reportActive(document, problems);
  const { info }: { readonly info: object } = await document.getMetadata().catch(() => ({ info: {} }));
  const written = compose(pages, await outlineOf(document), await placesOf(document, pages));
  problems.add('W_RAISED_LETTERS', written.setAside);
  problems.add('W_CONTENTS_LEFT', written.contents);
  return {
    ...bareDocument,
    ...metadataOf(Object.entries(info)),
    format: 'pdf' as const,
    text: written.text,
    marks: written.marks,
    pages: pages.map((page): Page => pageOf(page, written)),
    problems: problems.list(),
    setAside: written.aside,
  };
}

async function readPages(document: PDFDocumentProxy, options: ParseOptions, problems: ProblemCount, drawing: Drawing) {
  const labels = await document.getPageLabels().catch(() => null);
  const fonts: FontNames = new Map();
  const tagged = await isTagged(document);
  const pages: PageContent[] = [];
  let scanned = 0;
  let letters = 0;
  let lastReason: unknown;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const read = await readPage(page, labels?.[number - 1] ?? null, fonts, tagged, drawing);
      pages.push(read.content);
      problems.add('W_ACTIONS_REMOVED', read.refusedActions);
      if (read.empty) scanned += 1;
      letters += read.content.runs.reduce((sum, run) => sum + run.text.length, 0);
      page.cleanup();
    } catch (reason) {
      if (reason instanceof TieoutError) throw reason;
      problems.addAt('W_PAGE_UNREADABLE', String(number), reason);
      lastReason = reason;
    }
    if (letters > IMPORT_LIMITS.pdf.letters) throw tooLong();
    options.onProgress?.(number / document.numPages);
  }
  if (pages.length === 0) throw damaged(lastReason);
  if (letters === 0) throw new TieoutError('E_EMPTY', emptyWords(pages.length));
  problems.add('W_SCANNED_PAGES', scanned);
  return pages;
}

/** Whether the file is tagged and does not itself doubt its tags. */
async function isTagged(document: PDFDocumentProxy): Promise<boolean> {
  const info: unknown = await document.getMarkInfo().catch(() => null);
  if (typeof info !== 'object' || info === null) return false;
  return 'Marked' in info && info.Marked === true && !('Suspects' in info && info.Suspects === true);
}

const emptyWords = (pages: number): string =>
  `None of the ${pages === 1 ? 'page' : `${pages} pages`} of this PDF holds text: they are pictures, as from a scanner. Tieout does not read pictures; run text recognition over the file elsewhere and import the result.`;

const tooLong = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The PDF holds more than ${IMPORT_LIMITS.pdf.letters / 1_000_000} million characters, the limit. Print the pages you need to a new PDF.`,
  );

/** Says what the file would have run or unpacked; none of it was. */
async function reportActive(document: PDFDocumentProxy, problems: ProblemCount): Promise<void> {
  const count = (value: unknown): number =>
    typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  problems.add('W_SCRIPT_REMOVED', count(await document.getJSActions().catch(() => null)));
  problems.add('W_ATTACHMENTS_LEFT', count(await document.getAttachments().catch(() => null)));
  const opening: unknown = await document.getOpenAction().catch(() => null);
  if (typeof opening === 'object' && opening !== null && 'action' in opening) problems.add('W_ACTIONS_REMOVED');
}

function pageOf(page: PageContent, written: ReturnType<typeof compose>): Page {
  const span = written.pageSpans.get(page.number) ?? { start: 0, end: 0 };
  return {
    number: page.number,
    label: page.label,
    width: page.width,
    height: page.height,
    start: span.start,
    end: span.end,
    runs: written.runs.get(page.number) ?? [],
  };
}
