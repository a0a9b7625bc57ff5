/** A shelf that goes with its grid, for grids into which nothing is typed. */
import type { CellKey, HeldCell, Shelf } from './overlay';

export function ownShelf(): Shelf {
  const held = new Map<string, HeldCell>();
  const keyOf = ({ id, column }: CellKey) => `${column} ${id}`;
  return {
    get: (cell) => held.get(keyOf(cell)),
    hold: (cells) => {
      for (const cell of cells) held.set(keyOf(cell), cell);
    },
    drop: (cells) => {
      for (const cell of cells) held.delete(keyOf(cell));
    },
    subscribe: () => () => undefined,
  };
}
