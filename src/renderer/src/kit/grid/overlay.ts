/**
 * What stands over the stored values for a while: texts on their way to the notebook (so that a committed cell never
 * flashes back to its old value) and texts that were refused (so that nothing typed is lost).
 */

export interface CellOverlay {
  readonly text: string;
  /** Why the text was refused; null while it is on its way. */
  readonly problem: string | null;
}

export interface CellKey {
  readonly id: string;
  readonly column: string;
}

const keyOf = ({ id, column }: CellKey) => `${column} ${id}`;

export class Overlay {
  readonly #cells = new Map<string, CellOverlay & CellKey>();

  get(cell: CellKey): CellOverlay | undefined {
    return this.#cells.get(keyOf(cell));
  }

  sending(cells: readonly (CellKey & { readonly text: string })[]): void {
    for (const cell of cells) this.#cells.set(keyOf(cell), { ...cell, problem: null });
  }

  refuse(cells: readonly (CellKey & { readonly text: string })[], message: string): void {
    for (const cell of cells) this.#cells.set(keyOf(cell), { ...cell, problem: message });
  }

  clear(cells: readonly CellKey[]): void {
    for (const cell of cells) this.#cells.delete(keyOf(cell));
  }

  problems(): readonly (CellOverlay & CellKey)[] {
    return [...this.#cells.values()].filter((cell) => cell.problem !== null);
  }
}
