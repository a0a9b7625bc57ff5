/** Sets a note as the app does and reads the PDF back with a reader of its own, independent of the product's. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { Printable } from '../../../../src/main/exports/note/note';
import type { Typeset } from '../../../../src/main/exports/pdf/job';
import type { PdfOptions } from '../../../../src/main/exports/pdf/lower';
import type { Inline, Note, NoteBlock, TableCell } from '../../../../src/main/exports/note/note';
import { typeset } from '../../../../src/main/exports/pdf/typeset';
import { note } from '../support';

export const plain = (words: string): Inline => ({ kind: 'text', text: words });
export const p = (...inlines: readonly (Inline | string)[]): NoteBlock => ({
  kind: 'paragraph',
  inlines: inlines.map((one) => (typeof one === 'string' ? plain(one) : one)),
});
export const h = (level: number, words: string): NoteBlock => ({ kind: 'heading', level, inlines: [plain(words)] });
export const cell = (words: string, header = false): TableCell => ({
  inlines: [plain(words)],
  header,
  columns: 1,
  rows: 1,
});
/** A table whose first row is its head. */
export const table = (rows: readonly (readonly string[])[]): NoteBlock => ({
  kind: 'table',
  caption: null,
  rows: rows.map((row, at) => row.map((words) => cell(words, at === 0))),
});

const OPTIONS: PdfOptions = { paper: 'A4', contents: false, appendix: true };

export async function print(
  blocks: readonly NoteBlock[],
  options: Partial<PdfOptions> = {},
  set: Partial<Note> & { readonly appendix?: readonly NoteBlock[] } = {},
): Promise<Omit<Typeset, 'bytes'> & { readonly pdf: Uint8Array }> {
  const { appendix = [], ...more } = set;
  const printable: Printable = { note: note(blocks, more), appendix, completedAt: '2026-05-14 10:00 UTC+00:00' };
  const { bytes, ...rest } = await typeset({ printable, options: { ...OPTIONS, ...options } }, () => undefined);
  return { ...rest, pdf: bytes };
}

export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** As a reader copies it, and without white space. */
  readonly text: string;
  readonly solid: string;
}

export async function pagesOf(pdf: Uint8Array): Promise<readonly Page[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Word[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [size, , , , x, y] = item.transform.map(Number);
      return [{ text: item.str, x: x ?? 0, y: y ?? 0, right: (x ?? 0) + item.width, size: size ?? 0 }];
    });
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    pages.push({
      width,
      height,
      words,
      text,
      solid: text.replace(/\s+/g, ''),
    });
  }
  await task.destroy();
  return pages;
}

export const solidOf = async (pdf: Uint8Array): Promise<string> =>
  (await pagesOf(pdf)).map(({ solid }) => solid).join('');

const bookmark = z.object({ title: z.string(), items: z.array(z.unknown()) });

/** Titles of the bookmarks, with their depth. */
export async function bookmarksOf(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const outline: readonly unknown[] | null = await document.getOutline();
  const walk = (items: readonly unknown[], depth: number): string[] =>
    items.flatMap((item) => {
      const { title, items: under } = bookmark.parse(item);
      return [`${'>'.repeat(depth)}${title}`, ...walk(under, depth + 1)];
    });
  const titles = walk(outline ?? [], 0);
  await task.destroy();
  return titles;
}
