/** Helpers that build a note's blocks in code, for the appendix and the audit pack. */
import type { Inline, NoteBlock, TableCell } from './note';

export const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, ...(bold && { bold }) });

/** Words quoted from a document without its markup: what prints is what a reader of the document sees. */
export const plainWords = (words: string): string =>
  words
    .replace(/^\s{0,3}#{1,6}\s+/gm, '')
    .replace(/(“)#{1,6}\s+/g, '$1')
    .replace(/\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

export const cell = (content: string | readonly Inline[], header = false): TableCell => ({
  inlines: typeof content === 'string' ? [text(content)] : content,
  header,
  columns: 1,
  rows: 1,
});

export const head = (...titles: readonly string[]): readonly TableCell[] => titles.map((title) => cell(title, true));

export const heading = (words: string, level = 2): NoteBlock => ({ kind: 'heading', level, inlines: [text(words)] });

export const paragraph = (words: string): NoteBlock => ({ kind: 'paragraph', inlines: [text(words)] });

export const table = (rows: readonly (readonly TableCell[])[]): NoteBlock => ({ kind: 'table', caption: null, rows });
