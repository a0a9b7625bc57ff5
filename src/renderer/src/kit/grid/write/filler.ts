/** Puts texts into whole selections: filled down or right, one text for all, or nothing. Each is one command. */
import { type PlacedText, planClear, planFillDown, planFillRight, planSame } from '../data/edits';
import type { Bounds } from '../select/range';
import type { Rows } from '../data/rows';
import { messageOf, type Writer } from './writer';

export interface FillerOptions<Row> {
  /** What a cell's text is when it is copied. */
  readonly textAt: (row: Row, column: number) => string;
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
