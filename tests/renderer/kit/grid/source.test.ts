import { describe, expect, it } from 'vitest';
import { type DraftCell, Overlay } from '../../../../src/renderer/src/kit/grid/data/overlay';
import { memorySource } from '../../../../src/renderer/src/views/shared/memory-source';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}
const rows: readonly Row[] = [
  { id: '1', name: 'Beta', count: 2 },
  { id: '2', name: 'alpha', count: 10 },
  { id: '3', name: 'Beta', count: 1 },
];
const source = memorySource<Row>(
  () => rows,
  [
    { id: 'name', text: (row) => row.name },
    { id: 'count', text: (row) => String(row.count), sortKey: (row) => row.count },
  ],
  (row) => row.id,
);
const ids = async (sort: Parameters<typeof source.page>[0]['sort'], columns: Record<string, string> = {}) =>
  (await source.page({ start: 0, end: 10, sort, columns })).rows.map(({ id }) => id);

describe('rows at hand as a source', () => {
  it('sorts by several columns, numbers as numbers, words without case', async () => {
    expect(await ids([{ column: 'count', descending: true }])).toEqual(['2', '1', '3']);
    expect(
      await ids([
        { column: 'name', descending: false },
        { column: 'count', descending: false },
      ]),
    ).toEqual(['2', '3', '1']);
  });
  it('filters by words, pages, and finds by id', async () => {
    expect(await ids([], { name: 'BET' })).toEqual(['1', '3']);
    expect(await source.page({ start: 1, end: 2, sort: [], columns: {} })).toEqual({ rows: [rows[1]], total: 3 });
    expect(await source.byIds(['3', 'gone'])).toEqual([rows[2]]);
  });
});

describe('texts over stored values', () => {
  it('tells refused ones from those on their way', () => {
    const held = new Map<string, DraftCell>();
    const overlay = new Overlay({
      get: ({ id, column }) => held.get(`${id} ${column}`),
      keep: (cells) => cells.forEach((cell) => held.set(`${cell.id} ${cell.column}`, cell)),
      drop: (cells) => cells.forEach(({ id, column }) => held.delete(`${id} ${column}`)),
      subscribe: () => () => undefined,
    });
    overlay.sending([{ id: 'f', column: 'value', text: '38' }]);
    expect(overlay.get({ id: 'f', column: 'value' })).toMatchObject({ text: '38', problem: null });
    expect(held.size).toBe(0);
    overlay.keep([{ id: 'f', column: 'value', text: 'abc', what: 'Value of f', problem: 'No.', unsent: false }]);
    expect(overlay.get({ id: 'f', column: 'value' })).toMatchObject({ text: 'abc', problem: 'No.' });
    overlay.clear([{ id: 'f', column: 'value' }]);
    expect(overlay.get({ id: 'f', column: 'value' })).toBeUndefined();
  });
});
