/** Puts texts into whole selections: filled down or right, one text for all, or nothing. Each is one command. */
import { type PlacedText, planClear, planFillDown, planFillRight, planSame } from '../data/edits';
import type { Bounds, Size } from '../select/range';
import type { Rows } from '../data/rows';
import { planSeries } from './plan-series';
import { messageOf, type Writer } from './writer';

/** Rows that are looked at in one go. */
const PART = 1000;

export interface FillerOptions<Row> {
  /** What a cell's text is when it is copied. */
  readonly textAt: (row: Row, column: number) => string;
  /** Whether a single number in a column counts on when it is dragged, as years do. */
  readonly counts: (column: number) => boolean;
  /** After a series was filled: the cells it now covers. */
  readonly onFilled: (bounds: Bounds) => void;
  readonly onProblem: (message: string) => void;
}

export class Filler<Row, Set extends object> {
  readonly #rows: Rows<Row>;
  readonly #writer: Writer<Row, Set>;
  readonly #options: FillerOptions<Row>;

  constructor(rows: Rows<Row>, writer: Writer<Row, Set>, options: FillerOptions<Row>) {
    this.#rows = rows;
    this.#writer = writer;
    this.#options = options;
  }

  clear(bounds: Bounds): void {
    this.#tell(this.#writer.put(planClear(bounds), 'Clear'));
  }

  same(bounds: Bounds, text: string): void {
    this.#tell(this.#writer.put(planSame(bounds, text), 'Set'));
  }

  fill(bounds: Bounds, way: 'down' | 'right'): void {
    this.#tell(way === 'down' ? this.#down(bounds) : this.#right(bounds));
  }

  /** The fill handle: from the cells of `from` over those of `to`, going on with the series they make. */
  series(from: Bounds, to: Bounds, other: boolean): void {
    this.#tell(this.#series(from, to, other));
  }

  /** The fill handle clicked twice: down as far as the column beside the selection has texts. */
  seriesBeside(from: Bounds, size: Size): void {
    this.#tell(this.#beside(from, size));
  }

  async #series(from: Bounds, to: Bounds, other: boolean): Promise<void> {
    const rows = await this.#rows.between(from.top, from.bottom);
    const textAt = (row: number, column: number) => this.#textAt(rows[row - from.top], column);
    const placed = planSeries(from, to, textAt, (column) => ({ counts: this.#options.counts(column), other }));
    this.#options.onFilled(to);
    await this.#put(placed, 'Fill');
  }

  async #beside(from: Bounds, size: Size): Promise<void> {
    for (const column of [from.left - 1, from.right + 1]) {
      if (column < 0 || column >= size.columns) continue;
      // The right neighbour counts only where the left one has nothing.
      // oxlint-disable-next-line no-await-in-loop
      const bottom = await this.#lastBeside(from.bottom, column, size);
      if (bottom > from.bottom) return this.#series(from, { ...from, bottom }, false);
    }
    return undefined;
  }

  /** The last row below `row` down to which every cell of the column has a text. */
  async #lastBeside(row: number, column: number, { rows: count }: Size): Promise<number> {
    let last = row;
    while (last + 1 < count) {
      const bottom = Math.min(count - 1, last + PART);
      // Read on only where all that was read has a text.
      // oxlint-disable-next-line no-await-in-loop
      const part = await this.#rows.between(last + 1, bottom);
      const empty = part.findIndex((one) => this.#textAt(one, column).trim() === '');
      if (empty >= 0) return last + empty;
      if (part.length === 0) return last;
      last += part.length;
    }
    return last;
  }

  async #right(bounds: Bounds): Promise<void> {
    const rows = await this.#rows.between(bounds.top, bounds.bottom);
    const placed = planFillRight(bounds, (row, column) => this.#textAt(rows[row - bounds.top], column));
    await this.#put(placed, 'Fill right');
  }

  async #down(bounds: Bounds): Promise<void> {
    const top = bounds.top === bounds.bottom ? bounds.top - 1 : bounds.top;
    const [from] = top < 0 ? [] : await this.#rows.between(top, top);
    if (from === undefined) return;
    await this.#put(
      planFillDown(bounds, (_row, column) => this.#textAt(from, column)),
      'Fill down',
    );
  }

  #textAt(row: Row | undefined, column: number): string {
    return row === undefined ? '' : this.#options.textAt(row, column);
  }

  #put(placed: readonly PlacedText[], verb: string): Promise<void> {
    return this.#writer.put(placed, verb);
  }

  #tell(work: Promise<void>): void {
    work.catch((error: unknown) => this.#options.onProblem(messageOf(error)));
  }
}
