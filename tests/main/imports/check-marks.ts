/** What holds of the marks of any document: inside the text, in order, blocks apart from each other. */
import { expect } from 'vitest';
import type { Mark, NormalisedDocument, Span } from '../../../src/core/document/model';

const spansOf = (mark: Mark): readonly Span[] => {
  if (mark.kind === 'table')
    return [mark, ...(mark.caption ? [mark.caption] : []), ...mark.rows.flatMap((row) => [row, ...row.cells])];
  return mark.kind === 'link' ? [mark, mark.label] : [mark];
};

export function checkMarks({ text, marks }: NormalisedDocument): void {
  for (const span of marks.flatMap(spansOf)) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  for (const mark of marks) {
    expect(mark.end).toBeGreaterThan(mark.start);
    if ('contentStart' in mark) {
      expect(mark.contentStart).toBeGreaterThanOrEqual(mark.start);
      expect(mark.contentStart).toBeLessThanOrEqual(mark.end);
    }
    if (mark.kind === 'link') expect(mark.href).toMatch(/^(https?|mailto):/);
    if (mark.kind === 'table') for (const row of mark.rows) checkRow(mark, row);
  }
  checkBlocks(marks);
}

function checkRow(table: Span, row: Span & { readonly cells: readonly Span[] }): void {
  expect(row.start).toBeGreaterThanOrEqual(table.start);
  expect(row.end).toBeLessThanOrEqual(table.end);
  let last = row.start;
  for (const cell of row.cells) {
    expect(cell.start).toBeGreaterThanOrEqual(last);
    expect(cell.end).toBeLessThanOrEqual(row.end);
    last = cell.end;
  }
}

const BLOCKS = new Set<Mark['kind']>(['heading', 'paragraph', 'list-item', 'quote', 'code', 'note']);

/** Block marks never overlap each other. */
function checkBlocks(marks: readonly Mark[]): void {
  let last = 0;
  for (const mark of marks.filter(({ kind }) => BLOCKS.has(kind))) {
    expect(mark.start).toBeGreaterThanOrEqual(last);
    last = mark.end;
  }
}
