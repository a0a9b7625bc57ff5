/** Finds cells of a grid by their text and replaces in them: the rows are read in parts, and all that is replaced is one step. */
import type { Bounds } from '../select/range';
import type { EditableColumn } from '../data/edits';
import type { Rows } from '../data/rows';
import type { Selection } from '../select/selection';
import type { PutResult, Writer } from '../write/writer';
import type { GridColumn } from '../data/column';
import { type FindQuery, holds, replaced } from './query';

/** Where is looked: in every column that is shown, in the column or in the cells that were selected when the search began. */
export type FindScope = 'all' | 'column' | 'selection';

export interface Found<Row> {
  readonly index: number;
  readonly row: Row;
  readonly column: string;
}

/** The places that a search begins with. */
export interface FindPlace {
  /** Counts how often find was asked for. */
  readonly serial: number;
  readonly column: { readonly id: string; readonly title: string } | null;
  /** Null where one cell is selected. */
  readonly selection: Bounds | null;
  /** Ids of the columns of the selection. */
  readonly columnIds: readonly string[];
}

interface FinderParts<Row, Set extends object> {
  readonly rows: Rows<Row>;
  readonly selection: Selection<Row>;
  readonly writer: Writer<Row, Set>;
  readonly columns: ReadonlyMap<string, GridColumn<Row, Set>>;
}

/** Rows that are read at once. */
const PART = 2000;

export class Finder<Row, Set extends object> {
  readonly #parts: FinderParts<Row, Set>;
  /** Counts searches, so that an older one that is still reading ends. */
  #search = 0;
  #asked = 0;

  constructor(parts: FinderParts<Row, Set>) {
    this.#parts = parts;
  }

  /** The rows that are searched: `order` and `watch` say when they are others. */
  get rows(): Rows<Row> {
    return this.#parts.rows;
  }

  place(): FindPlace {
    const { selection, columns } = this.#parts;
    const active = selection.active();
    const column = active ? columns.get(active.id) : undefined;
    this.#asked += 1;
    return {
      serial: this.#asked,
      column: column ? { id: column.id, title: column.title || column.hint || column.id } : null,
      selection: selection.severalCells(),
      columnIds: selection.columnIds(),
    };
  }

  /**
   * The cells that hold what is looked for, in reading order; `onPart` is told what has been found so far. Null where
   * another search has begun meanwhile.
   */
  async find(
    query: FindQuery,
    scope: FindScope,
    place: FindPlace,
    onPart: (found: readonly Found<Row>[]) => void,
  ): Promise<readonly Found<Row>[] | null> {
    this.#search += 1;
    const search = this.#search;
    const { rows } = this.#parts;
    const columns = this.#columnsOf(scope, place);
    const bounds = scope === 'selection' && place.selection ? place.selection : { top: 0, bottom: rows.total - 1 };
    const bottom = Math.min(bounds.bottom, rows.total - 1);
    const found: Found<Row>[] = [];
    for (let top = bounds.top; query.text !== '' && top <= bottom; top += PART) {
      // One part after another: the first shows at once, and the notebook answers others in between.
      // oxlint-disable-next-line no-await-in-loop
      const part = await rows.between(top, Math.min(bottom, top + PART - 1));
      if (search !== this.#search) return null;
      part.forEach((row, at) => found.push(...foundIn(row, top + at, columns, query)));
      onPart(found);
    }
    return found;
  }

  /** The place in `found` of the cell after the focused one, before it, or (0) of itself where it is found. */
  next(found: readonly Found<Row>[], by: 1 | -1 | 0): number {
    const index = new Map(this.#parts.selection.columns().map((column, at) => [column.getColId(), at]));
    return nextOf(found, this.#parts.selection.active(), (id) => index.get(id) ?? -1, by);
  }

  /** Puts the focus on a cell. */
  show({ index, column }: Found<Row>): void {
    this.#parts.selection.focus(index, column);
  }

  /** Replaces in these cells as one step named by `verb`; cells that cannot be typed into are left and counted. */
  replace(cells: readonly Found<Row>[], query: FindQuery, by: string, verb: string): Promise<PutResult> {
    const { writer, columns } = this.#parts;
    return writer.putTexts(
      cells.flatMap(({ row, column: id }) => {
        const column = columns.get(id);
        return column ? [{ row, column, text: replaced(textOf(row, column), query, by) }] : [];
      }),
      verb,
    );
  }

  #columnsOf(scope: FindScope, place: FindPlace): readonly EditableColumn<Row, Set>[] {
    const { selection, columns } = this.#parts;
    const ids =
      scope === 'all'
        ? selection.columns().map((column) => column.getColId())
        : scope === 'column'
          ? place.column
            ? [place.column.id]
            : []
          : place.columnIds;
    return ids.map((id) => columns.get(id)).filter((column) => column !== undefined);
  }
}

/** What stands in a cell as it would be typed. */
const textOf = <Row, Set>(row: Row, column: EditableColumn<Row, Set>): string => (column.editText ?? column.text)(row);

function foundIn<Row, Set>(
  row: Row,
  index: number,
  columns: readonly EditableColumn<Row, Set>[],
  query: FindQuery,
): readonly Found<Row>[] {
  return columns
    .filter((column) => holds(textOf(row, column), query))
    .map((column) => ({ index, row, column: column.id }));
}

/** The place in `found` after the focused cell in reading order, or before it; wraps. -1 where nothing was found. */
export function nextOf(
  found: readonly { readonly index: number; readonly column: string }[],
  from: { readonly row: number; readonly column: number } | null,
  columnIndex: (id: string) => number,
  by: 1 | -1 | 0,
): number {
  if (found.length === 0) return -1;
  if (from === null) return by === -1 ? found.length - 1 : 0;
  const order = (at: { readonly index: number; readonly column: string }) =>
    at.index === from.row ? columnIndex(at.column) - from.column : at.index - from.row;
  if (by === -1) {
    const before = found.findLastIndex((at) => order(at) < 0);
    return before < 0 ? found.length - 1 : before;
  }
  const after = found.findIndex((at) => (by === 0 ? order(at) >= 0 : order(at) > 0));
  return Math.max(after, 0);
}
