/** As in a spreadsheet: Enter after a run of Tabs goes to the next row, in the column where the run began. */

export class TabRun {
  #from: string | null = null;

  /** A key goes down on the cell in `column`; gives the column that the focus returns to once Enter has moved it. */
  key(pressed: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>, column: string): string | null {
    const { key } = pressed;
    if (key === 'Tab') {
      this.#from ??= column;
      return null;
    }
    if (key === 'Enter' && !pressed.ctrlKey && !pressed.altKey && !pressed.metaKey) {
      const from = this.#from;
      this.#from = null;
      return from;
    }
    if (LEAVES.has(key)) this.#from = null;
    return null;
  }

  /** The pointer or a command has moved the focus. */
  end(): void {
    this.#from = null;
  }
}

/** Keys that go somewhere else by themselves; typing and F2 belong to the run. */
const LEAVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
