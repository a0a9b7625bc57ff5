/**
 * Sends what was put into cells as commands: what cannot be read stays in its cell with the reason, what is on its way
 * shows at once, and nothing that was typed is lost.
 */
import type { GridApi } from 'ag-grid-community';
import type { GridColumn } from '../data/column';
import type { Bounds } from '../select/range';
import { type CellText, type PlacedText, readEdits, type RejectedCell, type RowEdit } from '../data/edits';
import { type CellKey, type CellOverlay, type CellTextKey, Overlay, type DraftStore } from '../data/overlay';
import type { Rows } from '../data/rows';

/** What a refusal of edits means for the texts that were typed. */
export interface Refusal {
  /** The same text would be refused again; else it may be taken later. */
  readonly isFinal: boolean;
  /** The text that could not be read, where the refusal names one. */
  readonly text: string | null;
}

/** What became of texts that were put into cells. */
export interface PutResult {
  /** Cells that took another text. */
  readonly changed: number;
  readonly rejected: readonly RejectedCell[];
  /** Cells that cannot be typed into. */
  readonly readOnly: number;
}

export interface WriterOptions<Row, Set extends object> {
  readonly idOf: (row: Row) => string;
  /** The column shown at an index. */
  readonly columnAt: (index: number) => GridColumn<Row, Set> | undefined;
  /** Sends edits as one command named `label`; rejects with a sentence for a person. */
  readonly onEdit: (edits: readonly RowEdit<Set>[], label: string, create: readonly Set[]) => Promise<void>;
  /** What an error that `onEdit` rejects with means. */
  readonly refusalOf: (error: unknown) => Refusal;
  readonly onProblem: (message: string) => void;
  readonly onDrawn: () => void;
  /** Where texts are kept that were not taken. */
  readonly drafts: DraftStore;
  /** What a person calls a row, in the list of texts that were not taken. */
  readonly nameOf: (row: Row) => string;
}

/** Most rows that one paste, fill or deletion may touch: the limit of one command. */
const MOST_ROWS = 20_000;
/** Rows that are looked through when Esc takes back what was not taken. */
const MOST_FORGOTTEN = 500;
const READ_ONLY = 'This column is read from the document or computed: it cannot be typed over.';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export class Writer<Row, Set extends object> {
  readonly #api: GridApi<Row>;
  readonly #rows: Rows<Row>;
  readonly #options: WriterOptions<Row, Set>;
  readonly #overlay: Overlay;

  constructor(api: GridApi<Row>, rows: Rows<Row>, options: WriterOptions<Row, Set>) {
    this.#api = api;
    this.#rows = rows;
    this.#options = options;
    this.#overlay = new Overlay(options.drafts);
  }

  /** What is shown now in place of a cell's stored value. */
  held(row: Row | undefined, column: string | undefined): CellOverlay | undefined {
    if (row === undefined || column === undefined) return undefined;
    return this.#overlay.get({ id: this.#options.idOf(row), column });
  }

  /** Takes the texts of the selected cells away that were not taken; says whether there were any. */
  forget({ top, bottom, left, right }: Bounds): boolean {
    const held: CellKey[] = [];
    for (let index = top; index <= Math.min(bottom, top + MOST_FORGOTTEN); index += 1) {
      const row = this.#rows.at(index);
      for (let at = left; at <= right; at += 1) {
        const column = this.#options.columnAt(at)?.id;
        if (row === undefined || column === undefined || (this.held(row, column)?.problem ?? null) === null) continue;
        held.push({ id: this.#options.idOf(row), column });
      }
    }
    this.#overlay.clear(held);
    this.#redraw(held);
    return held.length > 0;
  }

  /** A cell was edited in its editor. */
  type(row: Row, column: GridColumn<Row, Set>, text: string): void {
    const start = (column.editText ?? column.text)(row);
    if (text.trim() !== start.trim()) {
      void this.#send([{ row, column, text }], `Edit ${column.title.toLocaleLowerCase()}`);
      return;
    }
    // Typing back what is stored takes a refused text away again.
    const cell = { id: this.#options.idOf(row), column: column.id };
    this.#overlay.clear([cell]);
    this.#redraw([cell]);
  }

  /** Many cells at once, as one command, with new rows below them. `verb` names it: "Paste", "Clear". */
  async put(placed: readonly PlacedText[], verb: string, create: readonly Set[] = []): Promise<void> {
    const top = placed[0]?.row;
    const bottom = placed.at(-1)?.row;
    if (top === undefined || bottom === undefined) return;
    if (bottom - top >= MOST_ROWS) {
      this.#options.onProblem(`More than ${MOST_ROWS} rows are selected: select fewer and do it in parts.`);
      return;
    }
    const rows = await this.#rows.between(top, bottom);
    const cells = placed.flatMap(({ row: index, column: at, text }) => {
      const row = rows[index - top];
      const column = this.#options.columnAt(at);
      return row === undefined || !column ? [] : [{ row, column, text }];
    });
    await this.putTexts(cells, verb, create);
  }

  /** Cells whose rows are at hand, as one command. Answers once the notebook has; never rejects. */
  putTexts(cells: readonly CellText<Row, Set>[], verb: string, create: readonly Set[] = []): Promise<PutResult> {
    // Cells that nobody can type into are not part of what was done.
    const typed = cells.filter(({ column }) => column.read !== undefined).length;
    const made = create.length === 0 ? '' : ` and add ${create.length === 1 ? 'a row' : `${create.length} rows`}`;
    return this.#send(cells, `${verb} ${typed === 1 ? 'a cell' : `${typed} cells`}${made}`, create);
  }

  async #send(cells: readonly CellText<Row, Set>[], label: string, create: readonly Set[] = []): Promise<PutResult> {
    const { edits, accepted, rejected, readOnly } = readEdits(cells, this.#options.idOf);
    const result = { changed: accepted.length, rejected, readOnly };
    if (edits.length > MOST_ROWS) {
      this.#options.onProblem(`More than ${MOST_ROWS} rows would change: narrow it down and do it in parts.`);
      return { ...result, changed: 0 };
    }
    const refused = new Map(rejected.map((cell) => [`${cell.column} ${cell.id}`, cell.message]));
    this.#keep(cells, (key) => refused.get(key) ?? null, false);
    this.#overlay.sending(accepted);
    this.#redraw([...accepted, ...rejected]);
    if (readOnly > 0 && accepted.length + rejected.length === 0) this.#options.onProblem(READ_ONLY);
    if (edits.length + create.length === 0) return result;
    try {
      await this.#options.onEdit(edits, label, create);
    } catch (error) {
      const after = await this.#onRefused(cells, accepted, error, { label, create });
      this.#redraw(accepted);
      return { changed: after.changed, rejected: [...rejected, ...after.rejected], readOnly };
    }
    await this.#onTaken(accepted);
    this.#redraw(accepted);
    return result;
  }

  /** The notebook has it: shown until the rows say so themselves, which a grid that was left needs no more. */
  async #onTaken(accepted: readonly CellTextKey[]): Promise<void> {
    try {
      if (!this.#api.isDestroyed()) await this.#rows.refresh();
    } catch (error) {
      this.#options.onProblem(messageOf(error));
    }
    this.#overlay.clear(accepted);
  }

  /** A command is all or nothing: cells with the text that was refused keep it and say why, the others are sent again. */
  async #onRefused(
    cells: readonly CellText<Row, Set>[],
    accepted: readonly CellTextKey[],
    error: unknown,
    { label, create }: { readonly label: string; readonly create: readonly Set[] },
  ): Promise<PutResult> {
    const { isFinal, text: refusedText } = this.#options.refusalOf(error);
    const refused = accepted.filter(({ text }) => text === refusedText);
    const others = accepted.filter(({ text }) => text !== refusedText);
    const all = refused.length === 0 || others.length === 0;
    const held = new Set((all ? accepted : refused).map(({ id, column }) => `${column} ${id}`));
    this.#keep(cells, (key) => (held.has(key) ? messageOf(error) : null), !isFinal);
    if (all && create.length > 0) this.#options.onProblem(`No row was added: ${messageOf(error)}`);
    const message = messageOf(error);
    const rejected = (all ? accepted : refused).map((cell) => ({ ...cell, message }));
    if (all) return { changed: 0, rejected, readOnly: 0 };
    const isOther = (id: string, column: string) => others.some((one) => one.id === id && one.column === column);
    const after = await this.#send(
      cells.filter(({ row, column }) => isOther(this.#options.idOf(row), column.id)),
      label,
      create,
    );
    return { ...after, rejected: [...rejected, ...after.rejected] };
  }

  /** Keeps the cells for which `problemOf` has a problem. */
  #keep(cells: readonly CellText<Row, Set>[], problemOf: (key: string) => string | null, unsent: boolean): void {
    const held = cells.flatMap(({ row, column, text }) => {
      const id = this.#options.idOf(row);
      const problem = problemOf(`${column.id} ${id}`);
      const what = `${column.title ?? column.id} of ${this.#options.nameOf(row)}`;
      return problem === null ? [] : [{ id, column: column.id, text, what, problem, unsent }];
    });
    if (held.length > 0) this.#overlay.keep(held);
  }

  #redraw(cells: readonly CellKey[]): void {
    if (this.#api.isDestroyed()) return;
    const ids = [...new Map(cells.map(({ id }) => [id, id])).keys()];
    const rowNodes = ids.map((id) => this.#api.getRowNode(id)).filter((node) => node !== undefined);
    this.#api.refreshCells({ force: true, suppressFlash: true, rowNodes });
    this.#options.onDrawn();
  }
}
