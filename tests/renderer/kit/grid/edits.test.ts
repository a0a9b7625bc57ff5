import { describe, expect, it } from 'vitest';
import {
  type CellReading,
  type EditableColumn,
  planClear,
  planFillDown,
  planPaste,
  readEdits,
} from '../../../../src/renderer/src/kit/grid/data/edits';

const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const size = { rows: 5, columns: 3 };

describe('pasting', () => {
  it('goes from the top left of the selection and is cut at the edges', () => {
    expect(
      planPaste(
        at(3, 1),
        [
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
          ['g', 'h', 'i'],
        ],
        size,
      ),
    ).toEqual([
      { row: 3, column: 1, text: 'a' },
      { row: 3, column: 2, text: 'b' },
      { row: 4, column: 1, text: 'd' },
      { row: 4, column: 2, text: 'e' },
    ]);
  });

  it('fills a selection that is a whole multiple of what was copied', () => {
    expect(planPaste(at(0, 0, 2, 1), [['x']], size)).toHaveLength(6);
    expect(planPaste(at(0, 0, 3, 0), [['a'], ['b']], size).map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b']);
    // Not a multiple: once, as a spreadsheet does.
    expect(planPaste(at(0, 0, 2, 0), [['a'], ['b']], size).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('leaves holes of ragged rows alone', () => {
    expect(planPaste(at(0, 0), [['a', 'b'], ['c']], size)).toHaveLength(3);
    expect(planPaste(at(0, 0), [], size)).toEqual([]);
  });
});

describe('filling and clearing', () => {
  const textAt = (row: number, column: number) => `${row}.${column}`;
  it('copies the top row down', () => {
    expect(planFillDown(at(1, 0, 3, 1), textAt)).toEqual([
      { row: 2, column: 0, text: '1.0' },
      { row: 2, column: 1, text: '1.1' },
      { row: 3, column: 0, text: '1.0' },
      { row: 3, column: 1, text: '1.1' },
    ]);
  });
  it('takes the row above for a single row, and nothing at the very top', () => {
    expect(planFillDown(at(2, 1), textAt)).toEqual([{ row: 2, column: 1, text: '1.1' }]);
    expect(planFillDown(at(0, 1), textAt)).toEqual([]);
  });
  it('empties every cell of the selection', () => {
    expect(planClear(at(0, 0, 1, 1))).toHaveLength(4);
  });
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly value: string;
}
interface Changes {
  readonly name?: string;
  readonly value?: string;
}
const name: EditableColumn<Row, Changes> = {
  id: 'name',
  text: (row) => row.name,
  read: (text) => ({ ok: true, set: { name: text } }),
};
const value: EditableColumn<Row, Changes> = {
  id: 'value',
  text: (row) => row.value,
  read: (text): CellReading<Changes> =>
    /\d/.test(text) ? { ok: true, set: { value: text } } : { ok: false, message: 'A number, please.' },
};
const locked: EditableColumn<Row, Changes> = { id: 'quote', text: () => 'q' };
const row: Row = { id: 'f1', name: 'Revenue', value: '37.6' };

describe('reading cell texts into edits', () => {
  const read = (cells: Parameters<typeof readEdits<Row, Changes>>[0]) => readEdits(cells, (one) => one.id);

  it('writes nothing where nothing changes', () => {
    expect(read([{ row, column: name, text: ' Revenue ' }]).edits).toEqual([]);
  });
  it('makes one edit of several cells of a row', () => {
    const { edits } = read([
      { row, column: name, text: 'Net sales' },
      { row, column: value, text: '38' },
    ]);
    expect(edits).toEqual([{ id: 'f1', set: { name: 'Net sales', value: '38' } }]);
  });
  it('keeps what was typed where it cannot be read, and still takes the rest', () => {
    const { edits, rejected } = read([
      { row, column: value, text: 'abc' },
      { row, column: name, text: 'Net sales' },
    ]);
    expect(edits).toEqual([{ id: 'f1', set: { name: 'Net sales' } }]);
    expect(rejected).toEqual([{ id: 'f1', column: 'value', text: 'abc', message: 'A number, please.' }]);
  });
  it('counts cells that cannot be edited', () => {
    expect(read([{ row, column: locked, text: 'x' }])).toMatchObject({ edits: [], readOnly: 1 });
  });
});
