/** Puts pieces of a document one below the other: their texts joined, their marks moved to where each piece now stands. */
import type { Mark, Span } from '../../core/document/model';

export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Each piece ends its last line; pieces without words leave nothing. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const texts: string[] = [];
  const marks: Mark[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const text = piece.text.endsWith('\n') ? piece.text : `${piece.text}\n`;
    for (const mark of piece.marks) marks.push(moved(mark, length));
    texts.push(text);
    length += text.length;
  }
  return { text: texts.join(''), marks };
}

const shift = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

function moved(mark: Mark, by: number): Mark {
  if (mark.kind === 'list-item' || mark.kind === 'note') {
    return { ...shift(mark, by), contentStart: mark.contentStart + by };
  }
  if (mark.kind === 'link') return { ...shift(mark, by), label: shift(mark.label, by) };
  if (mark.kind !== 'table') return shift(mark, by);
  return {
    ...shift(mark, by),
    caption: mark.caption && shift(mark.caption, by),
    rows: mark.rows.map((row) => ({ ...shift(row, by), cells: row.cells.map((cell) => shift(cell, by)) })),
  };
}

/** What somebody else wrote, inside this document: its headings and paragraphs become quotes. */
export const quoted = ({ text, marks }: Piece): Piece => ({
  text,
  marks: marks.map((mark) =>
    mark.kind === 'heading' || mark.kind === 'paragraph' ? { kind: 'quote', start: mark.start, end: mark.end } : mark,
  ),
});
