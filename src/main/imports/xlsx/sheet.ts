/** The cells of one sheet, row by row; merged cells show their text in each of their places. */
import { attribute, type Attributes, readXml } from '../archive/xml';
import { IMPORT_LIMITS } from '../limits';
import { type Calendar, makeCell } from './cell';
import { GENERAL, type NumberFormat } from './number-format';
import { MOST_MERGES, type Range, rangeOf, spread } from './merges';
import { columnOf, put, type ReadRow } from './row';

export interface ReadSheet {
  readonly rows: readonly ReadRow[];
  /** Columns behind the limit, rows and columns that the spreadsheet hides, formulas that reach out of the file. */
  readonly cut: number;
  readonly hidden: number;
  readonly external: number;
}

type Book = Calendar & { readonly formats: readonly NumberFormat[] };

/** A formula that takes from another file or from a running program. */
const EXTERNAL = /\[\d+\]|\[[^\]]+\.xl|\|/i;

/** Fills `into` row by row; where `readXml` throws, what was read before stands in it. */
export function readSheet(bytes: Uint8Array, book: Book, into: ReadRow[] = []): ReadSheet {
  const reader = new SheetReader(book, into);
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  spread(into, reader.merges);
  const { cut, hidden, external } = reader;
  return { rows: into, cut, hidden, external };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Of a formula shared with other cells only the first holds the words. */
const SHARED = 'a formula it shares';

class SheetReader {
  readonly merges: Range[] = [];
  cut = 0;
  hidden = 0;
  external = 0;
  #row: ReadRow = { number: 0, cells: [] };
  #column = 0;
  #type = 'n';
  #format = GENERAL;
  #value = '';
  #formula: string | null = null;
  #collecting: 'value' | 'formula' | null = null;

  constructor(
    private readonly book: Book,
    private readonly into: ReadRow[],
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes);
        break;
      case 'col':
        if (isOn(attributes['hidden'])) this.hidden += 1;
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'f':
        this.#formula = attributes['t'] === 'shared' ? SHARED : '';
        this.#collecting = 'formula';
        break;
      case 'v':
      case 't':
        this.#collecting = 'value';
        break;
      case 'rPh':
        this.#collecting = null;
        break;
      case 'mergeCell':
        if (this.merges.length < MOST_MERGES) this.merges.push(...rangeOf(attribute(attributes, 'ref') ?? ''));
        break;
    }
  }

  text(text: string): void {
    if (this.#collecting === 'value') this.#value += text;
    else if (this.#collecting === 'formula')
      this.#formula = this.#formula === SHARED ? text : (this.#formula ?? '') + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#collecting = null;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#row.cells.length > 0) this.into.push(this.#row);
  }

  #openRow(attributes: Attributes): void {
    const next = this.#row.number + 1;
    const number = Number(attributes['r'] ?? next);
    this.#row = { number: Number.isInteger(number) && number > 0 ? number : next, cells: [] };
    this.#column = 0;
    if (isOn(attributes['hidden'])) this.hidden += 1;
  }

  #openCell(attributes: Attributes): void {
    this.#column = columnOf(attributes['r']) ?? this.#column;
    this.#type = attributes['t'] ?? 'n';
    this.#format = this.book.formats[Number(attributes['s'] ?? 0)] ?? GENERAL;
    this.#value = '';
    this.#formula = null;
  }

  #closeCell(): void {
    const [type, value, formula, format] = [this.#type, this.#value, this.#formula, this.#format];
    if (formula !== null && EXTERNAL.test(formula)) this.external += 1;
    const behind = this.#column + 1 - IMPORT_LIMITS.tableColumns;
    if (behind > 0) this.cut = Math.max(this.cut, behind);
    else if (value !== '' || formula !== null)
      put(this.#row.cells, this.#column, makeCell({ type, value, formula, format }, this.book));
    this.#column += 1;
  }
}
