/** The sheets in the content of an OpenDocument spreadsheet, cell by cell as its XML comes. */
import type { Sheet } from '../../../core/table/model';
import type { Cell } from '../../../core/figure/cell/cell';
import { type Attributes, readXml } from '../archive/xml';
import { IMPORT_LIMITS } from '../limits';
import type { SheetWriter } from '../sheet';
import { cellOf } from './cell';

/** Where the sheets go. */
interface Taker {
  readonly open: () => SheetWriter;
  readonly done: (sheet: Sheet) => void;
  /** A formula takes its value from another file or program. */
  readonly external: () => void;
}

/** A row or cell may stand for thousands; what is blank is only counted. */
const MOST_REPEATS = 10_000;

const EXTERNAL = /'?file:|\bDDE\s*\(|\bWEBSERVICE\s*\(|https?:/i;

/** Throws `E_DAMAGED` where the XML is, after `done` has had the sheets before that place; `E_TOO_LARGE` from the writer. */
export function readContent(content: Uint8Array, taker: Taker): void {
  const reader = new ContentReader(taker);
  readXml(content, {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (part) => reader.text(part),
    close: (tag) => reader.close(tag),
  });
}

interface OpenSheet {
  readonly writer: SheetWriter;
  readonly name: string;
  readonly hidden: boolean;
}

/** A cell that is being read. */
interface OpenCell {
  readonly attributes: Attributes;
  text: string;
  paragraphs: number;
}

class ContentReader {
  /** Styles of tables that are not displayed. */
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: OpenSheet | null = null;
  /** Tables that are open: one inside a cell is that cell's. */
  #tables = 0;
  #rowNumber = 1;
  #rowRepeats = 1;
  #cells: Cell[] = [];
  #cell: OpenCell | null = null;
  /** Notes that are open: their words are none of the cell's. */
  #notes = 0;

  constructor(private readonly taker: Taker) {}

  open(tag: string, attributes: Attributes): void {
    switch (tag) {
      case 'style':
        this.#style = attributes['style:name'] ?? '';
        break;
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table':
        this.#tables += 1;
        if (this.#tables === 1) this.#openSheet(attributes);
        break;
      case 'table-row':
        if (this.#tables === 1) this.#rowRepeats = repeatsOf(attributes, 'table:number-rows-repeated');
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (this.#tables === 1) this.#cell = { attributes, text: '', paragraphs: 0 };
        break;
      case 'annotation':
        this.#notes += 1;
        break;
      default:
        if (this.#cell !== null && this.#notes === 0) openText(this.#cell, tag, attributes);
    }
  }

  text(part: string): void {
    if (this.#cell !== null && this.#notes === 0 && this.#cell.paragraphs > 0) this.#cell.text += part;
  }

  close(tag: string): void {
    if (tag === 'annotation') this.#notes -= 1;
    else if (tag === 'table') {
      this.#tables -= 1;
      if (this.#tables === 0) this.#closeSheet();
    } else if (this.#tables !== 1) return;
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else if (tag === 'table-row') this.#closeRow();
  }

  #openSheet(attributes: Attributes): void {
    this.#sheet = {
      writer: this.taker.open(),
      name: (attributes['table:name'] ?? '').slice(0, 200),
      hidden: this.#hiddenStyles.has(attributes['table:style-name'] ?? ''),
    };
    this.#rowNumber = 1;
  }

  #closeSheet(): void {
    if (this.#sheet === null) return;
    const { writer, name, hidden } = this.#sheet;
    this.taker.done(writer.finish(name, hidden));
  }

  #closeCell(): void {
    if (this.#cell === null) return;
    const { attributes, text } = this.#cell;
    const cell = cellOf(attributes, text);
    if (typeof cell !== 'string' && cell.formula !== undefined && EXTERNAL.test(cell.formula)) this.taker.external();
    const repeats = repeatsOf(attributes, 'table:number-columns-repeated');
    const room = IMPORT_LIMITS.tableColumns + 1 - this.#cells.length;
    for (let n = 0; n < Math.min(repeats, room); n += 1) this.#cells.push(cell);
    this.#cell = null;
  }

  #closeRow(): void {
    const isBlank = this.#cells.every((cell) => cell === '');
    const times = isBlank ? 0 : Math.min(this.#rowRepeats, MOST_REPEATS);
    for (let n = 0; n < times; n += 1) this.#sheet?.writer.addRow(this.#rowNumber + n, this.#cells);
    this.#rowNumber += this.#rowRepeats;
    this.#cells = [];
  }
}

/** Paragraphs, and white space that is written as elements. */
function openText(cell: OpenCell, tag: string, attributes: Attributes): void {
  if (tag === 'p' && cell.paragraphs++ > 0) cell.text += '\n';
  else if (tag === 's') cell.text += ' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1));
  else if (tag === 'tab' || tag === 'line-break') cell.text += ' ';
}

function repeatsOf(attributes: Attributes, name: string): number {
  const repeats = Number(attributes[name] ?? 1);
  return Number.isInteger(repeats) && repeats > 0 ? repeats : 1;
}
