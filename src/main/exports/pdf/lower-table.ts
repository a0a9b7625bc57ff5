/** A table as the template takes it: planned widths, cells in their places, decimal points in line. */
import { type Grid, gridOf, isNumeric, numericColumns, type PlacedCell } from '../note/cells';
import type { NoteBlock } from '../note/note';
import { textOf } from '../note/note';
import { InlineLowering, type Setting } from './lower-inlines';
import { MARKS, markOf } from './marks';
import type { SheetBlock, SheetCell, SheetPart } from './sheet';
import { type Part, planTable, type Space, type TablePlan, within } from './table-plan';

type Table = NoteBlock & { readonly kind: 'table' };

/** The bibliography is the table whose head starts with "No.": its numbers are what citations link to. */
export const isBibliography = ({ rows }: Table): boolean => textOf(rows[0]?.[0]?.inlines ?? []) === 'No.';

export const labelOf = (placed: PlacedCell): string => `source-${textOf(placed.cell.inlines).trim()}`;

/** From the decimal point on, or, where there is none, what stands after the last digit. */
const AFTER_POINT = /(?:\.\d+)?[^\d.]*$/;
const GROUPED_TAIL = /\.\d{3}\D*$/;

class TableLowering {
  readonly #grid: Grid;
  readonly #numeric: ReadonlySet<number>;
  readonly #plan: TablePlan;
  readonly #tails = new Map<number, number>();

  constructor(
    readonly table: Table,
    readonly setting: Setting,
    space: Space,
  ) {
    this.#grid = gridOf(table.rows);
    this.#plan = planTable(this.#grid, setting.measure, space);
    this.#numeric = isBibliography(table) ? new Set() : numericColumns(this.#grid);
    for (const placed of this.#grid.cells) {
      const tail = this.#tail(placed);
      if (tail !== null) this.#tails.set(placed.column, Math.max(tail, this.#tails.get(placed.column) ?? 0));
    }
  }

  block(caption: Table['caption']): SheetBlock {
    const { size, inset, turned, parts } = this.#plan;
    const lowered = caption && new InlineLowering(this.setting, 40, false, true).all(caption);
    return { k: 'table', caption: lowered, size, inset, turned, parts: parts.map((part, at) => this.#part(part, at)) };
  }

  /** Width of what stands after a value's decimal point, in font sizes; null where there is no value to align. */
  #tail({ cell, row, column, columns }: PlacedCell): number | null {
    if (!this.#numeric.has(column) || columns > 1 || row < this.#grid.headRows) return null;
    const words = textOf(cell.inlines).trim();
    if (!isNumeric(words) || GROUPED_TAIL.test(words)) return null;
    const marks = cell.inlines.reduce(
      (sum, inline) => sum + (inline.kind === 'figure' && inline.id !== null ? markOf(inline).width * MARKS.size : 0),
      0,
    );
    return this.setting.measure.width(AFTER_POINT.exec(words)?.[0] ?? '', cell.header) + marks;
  }

  #cell(placed: PlacedCell, part: Part): SheetCell[] {
    const place = within(placed, part.columns);
    if (!place) return [];
    const { size, inset } = this.#plan;
    const { cell, row, rows } = placed;
    const width = part.widths.slice(place.column, place.column + place.columns).reduce((a, b) => a + b, 0);
    const limit = (width - 2 * inset) / size;
    const force = this.setting.measure.inlines(cell.inlines, cell.header).word > limit + 0.01;
    const numeric = this.#numeric.has(placed.column) && placed.columns === 1;
    const tail = this.#tail(placed);
    // A value that fills its column has no room to be moved.
    const room = limit - this.setting.measure.inlines(cell.inlines, cell.header).line;
    const wanted = tail === null ? 0 : (this.#tails.get(placed.column) ?? 0) - tail;
    return [
      {
        body: new InlineLowering(this.setting, limit, force, cell.header).all(cell.inlines),
        x: place.column,
        y: row,
        cs: place.columns,
        rs: rows,
        h: cell.header,
        n: numeric,
        pad: wanted > 0 && wanted < room ? wanted * size : 0,
        label: isBibliography(this.table) && placed.column === 0 && !cell.header ? labelOf(placed) : null,
      },
    ];
  }

  #part(part: Part, at: number): SheetPart {
    const cells = this.#grid.cells.flatMap((placed) => this.#cell(placed, part));
    const { headRows, columns } = this.#grid;
    const [first, last] = [part.columns[1] ?? 0, part.columns.at(-1) ?? 0];
    const several = this.#plan.parts.length > 1;
    return {
      widths: part.widths,
      heads: cells.filter(({ y }) => y < headRows),
      cells: cells.filter(({ y }) => y >= headRows).map((cell) => ({ ...cell, label: at === 0 ? cell.label : null })),
      note: several ? `Columns ${first + 1}–${last + 1} of ${columns}` : null,
    };
  }
}

export function lowerTable(table: Table, setting: Setting, space: Space): SheetBlock[] {
  const cells = table.rows.flat();
  return cells.length === 0 ? [] : [new TableLowering(table, setting, space).block(table.caption)];
}
