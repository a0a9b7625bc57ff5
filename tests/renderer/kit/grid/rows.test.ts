import type { GridApi, IDatasource, IRowNode } from 'ag-grid-community';
import { describe, expect, it } from 'vitest';
import { Rows } from '../../../../src/renderer/src/kit/grid/data/rows';
import type { RowSource } from '../../../../src/renderer/src/kit/grid/data/source';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** The part of the grid library that holds rows: it asks the datasource for one page and keeps what comes. */
function library() {
  let nodes: { data: Row; updateData: (row: Row) => void }[] = [];
  let datasource: IDatasource | null = null;
  const listeners = new Map<string, () => void>();
  const ask = () =>
    datasource?.getRows({
      api,
      startRow: 0,
      endRow: 10,
      sortModel: [],
      filterModel: {},
      context: undefined,
      successCallback: (rows: Row[]) => {
        nodes = rows.map((data) => {
          const node = { data, updateData: (row: Row) => (node.data = row) };
          return node;
        });
      },
      failCallback: () => {},
    });
  const api: GridApi<Row> = {
    isDestroyed: () => false,
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    setGridOption: (_: string, value: IDatasource) => {
      datasource = value;
      ask();
    },
    refreshInfiniteCache: ask,
    refreshCells: () => {},
    getColumnState: () => [],
    getFilterModel: () => ({}),
    getDisplayedRowAtIndex: (index: number) => nodes[index],
    getRowNode: (id: string) => nodes.find(({ data }) => data.id === id),
    forEachNode: (visit: (node: IRowNode<Row>) => void) => {
      for (const node of nodes) visit(node as unknown as IRowNode<Row>);
    },
  } as unknown as GridApi<Row>;
  return { api, tell: (name: string) => listeners.get(name)?.() };
}

/** A source whose answers come when they are let go. */
function heldSource(rows: () => readonly Row[]) {
  let held: (() => void)[] | null = null;
  const answer = <T>(value: () => T): Promise<T> =>
    new Promise((resolve) => {
      const go = () => resolve(value());
      if (held) held.push(go);
      else go();
    });
  const source: RowSource<Row> = {
    page: ({ start, end }) => answer(() => ({ rows: rows().slice(start, end), total: rows().length })),
    byIds: (ids) => answer(() => rows().filter(({ id }) => ids.includes(id))),
  };
  const hold = () => {
    held = [];
    return () => {
      const waiting = held ?? [];
      held = null;
      for (const go of waiting) go();
    };
  };
  return { source, hold };
}

async function shown(names: string[]) {
  const { api, tell } = library();
  const { source, hold } = heldSource(() => names.map((name, at) => ({ id: String(at), name })));
  const rows = new Rows<Row>(api, source, {
    idOf: ({ id }) => id,
    onTotal: () => {},
    onLoaded: () => {},
    onReplaced: () => {},
    onProblem: (error) => {
      throw error;
    },
  });
  rows.show();
  await rows.between(0, names.length - 1);
  return { rows, hold, tell };
}
const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => name);

describe('rows between two places', () => {
  it('are those after a change that is still being read, not those before it', async () => {
    const names = ['one', 'two'];
    const { rows, hold } = await shown(names);
    const letGo = hold();
    names[0] = 'other';
    void rows.refresh();
    const read = rows.between(0, 1);
    letGo();
    expect(namesOf(await read)).toEqual(['other', 'two']);
  });

  it('are the new ones where rows came, though the page is still on the way', async () => {
    const names = ['one', 'two'];
    const { rows, hold } = await shown(names);
    const letGo = hold();
    names.unshift('zero');
    void rows.refresh();
    const read = rows.between(0, 2);
    letGo();
    expect(namesOf(await read)).toEqual(['zero', 'one', 'two']);
  });
});

describe('the order of rows', () => {
  it('is another with each sort, filter and source, and watchers hear of it until they end', async () => {
    const { rows, tell } = await shown(['one']);
    const heard: number[] = [];
    const end = rows.watch(() => heard.push(rows.order()));
    tell('sortChanged');
    tell('filterChanged');
    rows.setSource(heldSource(() => []).source);
    end();
    tell('sortChanged');
    expect(heard).toEqual([1, 2, 3]);
  });
});
