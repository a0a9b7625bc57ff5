/**
 * Texts that are shown in place of the stored values for a while: those on their way to the notebook (so that a committed
 * cell never flashes back to its old value), and drafts, which were not taken and are kept longer than the grid.
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
export interface DraftCell extends CellTextKey {
  readonly what: string;
  readonly problem: string;
  /** The text was fine and could not be stored: it can be sent again as it is. */
  readonly unsent: boolean;
}

/** Where drafts are kept. */
export interface DraftStore {
  readonly get: (cell: CellKey) => (CellTextKey & { readonly problem: string }) | undefined;
  readonly keep: (cells: readonly DraftCell[]) => void;
  readonly drop: (cells: readonly CellKey[]) => void;
  /** Calls back after every change of the drafts; answers the function that ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

const keyOf = ({ id, column }: CellKey) => `${column} ${id}`;

export class Overlay {
  readonly #sending = new Map<string, CellTextKey>();
  readonly #drafts: DraftStore;

  constructor(drafts: DraftStore) {
    this.#drafts = drafts;
  }

  get(cell: CellKey): CellOverlay | undefined {
    const sent = this.#sending.get(keyOf(cell));
    return sent === undefined ? this.#drafts.get(cell) : { text: sent.text, problem: null };
  }

  sending(cells: readonly CellTextKey[]): void {
    for (const cell of cells) this.#sending.set(keyOf(cell), cell);
  }

  keep(cells: readonly DraftCell[]): void {
    for (const cell of cells) this.#sending.delete(keyOf(cell));
    this.#drafts.keep(cells);
  }

  /** Taken, or given up. */
  clear(cells: readonly CellKey[]): void {
    for (const cell of cells) this.#sending.delete(keyOf(cell));
    this.#drafts.drop(cells);
  }
}
