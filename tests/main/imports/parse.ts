/** Shared by the parser tests: a document from a string, and a mark as its words. */
import type { Mark, NormalisedDocument } from '../../../src/core/document/model';
import { type ImportSource, sourceOf } from '../../../src/main/imports/source';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Of the formats that are text; their parsers answer at once. */
export interface TextFormat {
  readonly parse: (source: ImportSource) => NormalisedDocument;
}

export const parseWith = (parser: TextFormat, text: string, fileName: string | null = null): NormalisedDocument =>
  parser.parse(sourceOf(bytesOf(text), fileName));

/** The words of all marks of one kind, in order. */
export const wordsOf = (document: NormalisedDocument, kind: Mark['kind']): string[] =>
  document.marks.filter((mark) => mark.kind === kind).map((mark) => document.text.slice(mark.start, mark.end));

/** The text without what a reader does not see. */
export function shown(document: NormalisedDocument): string {
  const hidden = document.marks.filter((mark) => mark.kind === 'syntax');
  return [...document.text.matchAll(/[\s\S]/g)]
    .filter(({ index }) => !hidden.some((mark) => index >= mark.start && index < mark.end))
    .map(([character]) => character)
    .join('');
}

export const cellsOf = (document: NormalisedDocument): string[][] =>
  document.marks.flatMap((mark) =>
    mark.kind === 'table'
      ? mark.rows.map((row) => row.cells.map((cell) => document.text.slice(cell.start, cell.end)))
      : [],
  );
