/**
 * Sends what was put into cells as commands: what cannot be read stays in its cell with the reason, what is on its way
 * shows at once, and nothing that was typed is lost.
 */
import type { GridApi } from 'ag-grid-community';
import { TieoutError } from '../../../../contract/errors';
import type { GridColumn } from './column';
import { type CellText, type PlacedText, readEdits, type RowEdit } from './edits';
import { type CellKey, type CellOverlay, Overlay } from './overlay';
import type { Rows } from './rows';

export interface WriterOptions<Row, Set extends object> {
  readonly idOf: (row: Row) => string;
  /** The column shown at an index. */
  readonly columnAt: (index: number) => GridColumn<Row, Set> | undefined;
  /** Sends edits as one command named `label`; rejects with a sentence for a person. */
  readonly onEdit: (edits: readonly RowEdit<Set>[], label: string) => Promise<void>;
  readonly onProblem: (message: string) => void;
  readonly onDrawn: () => void;
}

/** Most rows that one paste, fill or deletion may touch: the limit of one command. */
const MOST_ROWS = 20_000;
const READ_ONLY = 'This column is read from the document or computed: it cannot be typed over.';

type SentCell = CellKey & { readonly text: string };

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The text that the notebook could not read, where its error names one. */
function refusedText(error: unknown): string | null {
  if (!(error instanceof TieoutError) || typeof error.details !== 'object' || error.details === null) return null;
  return 'value' in error.details && typeof error.details.value === 'string' ? error.details.value : null;
}

export class Writer<Row, Set extends object> {
  readonly #api: GridApi<Row>;
  readonly #rows: Rows<Row>;
  readonly #options: WriterOptions<Row, Set>;
  readonly #overlay = new Overlay();

  constructor(api: GridApi<Row>, rows: Rows<Row>, options: WriterOptions<Row, Set>) {
    this.#api = api;
    this.#rows = rows;
    this.#options = options;
  }

  /** What stands over a cell's stored value just now. */
  held(row: Row | undefined, column: string | undefined): CellOverlay | undefined {
    if (row === undefined || column === undefined) return undefined;
    return this.#overlay.get({ id: this.#options.idOf(row), column });
  }

  /** Takes refused texts away again; says whether there were any. */
  forgetRefused(): boolean {
    const problems = this.#overlay.problems();
    if (problems.length === 0) return false;
    this.#overlay.clear(problems);
    this.#redraw(problems);
    return true;
  }

  /** A cell was edited in its editor. */
  type(row: Row, column: GridColumn<Row, Set>, text: string): void {
    const start = (column.editText ?? column.text)(row);
    if (text.trim() !== start.trim()) {
      this.#send([{ row, column, text }], `Edit ${column.title.toLocaleLowerCase()}`);
      return;
    }
    // Typing back what is stored takes a refused text away again.
    const cell = { id: this.#options.idOf(row), column: column.id };
    this.#overlay.clear([cell]);
    this.#redraw([cell]);
  }

  /** Many cells at once, as one command. `verb` names it: "Paste", "Clear". */
  async put(placed: readonly PlacedText[], verb: string): Promise<void> {
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
    this.#send(cells, `${verb} ${cells.length === 1 ? 'a cell' : `${cells.length} cells`}`);
  }

  #send(cells: readonly CellText<Row, Set>[], label: string): void {
    const { edits, accepted, rejected, readOnly } = readEdits(cells, this.#options.idOf);
    for (const cell of rejected) this.#overlay.refuse([cell], cell.message);
    this.#overlay.sending(accepted);
    this.#redraw([...accepted, ...rejected]);
    if (readOnly > 0 && accepted.length + rejected.length === 0) this.#options.onProblem(READ_ONLY);
    if (edits.length === 0) return;
    this.#options
      .onEdit(edits, label)
      .then(() => this.#rows.refresh())
      .then(
        () => this.#overlay.clear(accepted),
        (error: unknown) => this.#onRefused(cells, accepted, error, label),
      )
      .finally(() => this.#redraw(accepted));
  }

  /** A command is all or nothing: cells with the text that was refused keep it and say why, the others are sent again. */
  #onRefused(cells: readonly CellText<Row, Set>[], accepted: readonly SentCell[], error: unknown, label: string): void {
    const culprit = refusedText(error);
    const refused = accepted.filter(({ text }) => text === culprit);
    const others = accepted.filter(({ text }) => text !== culprit);
    if (refused.length === 0 || others.length === 0) {
      this.#overlay.refuse(accepted, messageOf(error));
      return;
    }
    this.#overlay.refuse(refused, messageOf(error));
    const isOther = (id: string, column: string) => others.some((one) => one.id === id && one.column === column);
    this.#send(
      cells.filter(({ row, column }) => isOther(this.#options.idOf(row), column.id)),
      label,
    );
  }

  #redraw(cells: readonly CellKey[]): void {
    if (this.#api.isDestroyed()) return;
    const ids = [...new Map(cells.map(({ id }) => [id, id])).keys()];
    const rowNodes = ids.map((id) => this.#api.getRowNode(id)).filter((node) => node !== undefined);
    this.#api.refreshCells({ force: true, suppressFlash: true, rowNodes });
    this.#options.onDrawn();
  }
}
