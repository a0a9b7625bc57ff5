/** A store of drafts that ends with its grid, for grids into which nothing is typed. */
import type { CellKey, DraftCell, DraftStore } from './overlay';

export function memoryDrafts(): DraftStore {
  const held = new Map<string, DraftCell>();
  const keyOf = ({ id, column }: CellKey) => `${column} ${id}`;
  return {
    get: (cell) => held.get(keyOf(cell)),
    keep: (cells) => {
      for (const cell of cells) held.set(keyOf(cell), cell);
    },
    drop: (cells) => {
      for (const cell of cells) held.delete(keyOf(cell));
    },
    subscribe: () => () => undefined,
  };
}
