/** Short hands for building a note's blocks in code: the appendix and the audit pack are made of them. */
import type { Inline, NoteBlock, TableCell } from './note';

export const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, ...(bold && { bold }) });

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
