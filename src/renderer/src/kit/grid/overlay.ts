/**
 * What stands over the stored values for a while: texts on their way to the notebook (so that a committed cell never
 * flashes back to its old value), and texts that were not taken, which are kept on a shelf that outlives the grid.
 */

export interface CellOverlay {
  readonly text: string;
  /** Why the text was not taken; null while it is on its way. */
  readonly problem: string | null;
}

export interface CellKey {
  readonly id: string;
  readonly column: string;
}
export type CellTextKey = CellKey & { readonly text: string };

/** A text that was not taken, with what a person calls its cell. */
export interface HeldCell extends CellTextKey {
  readonly what: string;
  readonly problem: string;
  /** The text was fine and could not be stored: it can be sent again as it is. */
  readonly unsent: boolean;
}

export interface Shelf {
  readonly get: (cell: CellKey) => (CellTextKey & { readonly problem: string }) | undefined;
  readonly hold: (cells: readonly HeldCell[]) => void;
  readonly drop: (cells: readonly CellKey[]) => void;
  /** Calls back after every change of the shelf; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

const keyOf = ({ id, column }: CellKey) => `${column} ${id}`;

export class Overlay {
  readonly #sending = new Map<string, CellTextKey>();
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  get(cell: CellKey): CellOverlay | undefined {
    const sent = this.#sending.get(keyOf(cell));
    return sent === undefined ? this.#shelf.get(cell) : { text: sent.text, problem: null };
  }

  sending(cells: readonly CellTextKey[]): void {
    for (const cell of cells) this.#sending.set(keyOf(cell), cell);
  }

  hold(cells: readonly HeldCell[]): void {
    for (const cell of cells) this.#sending.delete(keyOf(cell));
    this.#shelf.hold(cells);
  }

  /** Taken, or given up. */
  clear(cells: readonly CellKey[]): void {
    for (const cell of cells) this.#sending.delete(keyOf(cell));
    this.#shelf.drop(cells);
  }
}
