/**
 * Step 4 [P4], for whom a table says it is from: a column of sources beside each row, or a line "Source: …" above or
 * below it.
 */
import { boardOf } from '../../figure/placing/cells/boards';
import { itemLabelOf } from '../../figure/placing/scope/item-label';
import { sourceColumnOf } from '../../citation/source-column';
import type { Cell, Layout, Span, Table } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision } from '../cues/decision';
import { headOf, labelOf, tableOf } from './table-own';
import {
  FILING,
  isMoveHead,
  isTapeHead,
  MANAGEMENT,
  OWN_TABLE,
  PRICE_ROW,
  SOURCE_LINE,
  SOURCE_OWN,
  STREET,
  TAPE,
  TAPE_SECTION,
} from './place-words';

const LONGEST_LINE = 300;

function vouchedBy(words: string, span: Span): Decision {
  const at = { rule: 'table.source', span };
  if (FILING.test(words))
    return { ...at, provenance: 'disclosed', reason: 'the table is from the company’s own reports' };
  if (STREET.test(words)) return { ...at, provenance: 'consensus', reason: 'the table is from analysts' };
  if (MANAGEMENT.test(words)) return { ...at, provenance: 'management', reason: 'the table is from management' };
  // `$2,465M / 54.7M`, `model`: how the author came by it, no source.
  if (WORKED_OUT.test(words.slice(0, LONGEST_LINE)))
    return { ...at, provenance: 'derived', reason: 'the column says how it was worked out' };
  if (SOURCE_OWN.test(words)) return { ...at, provenance: 'inferred', reason: 'the author is the source' };
  return { ...at, provenance: 'third_party', reason: 'the table names its source' };
}

const WORKED_OUT =
  /\d[\d,.]*\s?(?:%|[a-z]{1,2}\b)?\)?\s{1,2}[×x*÷/+−-]\s{1,2}\(?[$€£¥]?\d|\b(?:calculated|computed|derived)\b|计算|推算/iu;

const filled = (cell: Cell | undefined): cell is Cell => cell !== undefined && /[\p{L}\p{N}]{2}/u.test(cell.text);

function bySourceColumn(figure: PlacedFigure, table: Table, layout: Layout): Decision | null {
  const column = sourceColumnOf(table);
  if (column === null || !figure.cell || figure.cell.column === column) return null;
  const cell = table.rows[figure.cell.row]?.cells.find((one) => one.column === column);
  return filled(cell) ? vouchedBy(`${cell.text} ${definitionOf(cell.text, layout)}`, cell) : null;
}

/** A row may name its source by a code ("F1", "S3") that a list elsewhere explains ("- F1: annual report 10-K"). */
function definitionOf(words: string, layout: Layout): string {
  const code = CODE.exec(words.replaceAll(/[`*\s]/gu, ''))?.[1];
  if (code === undefined) return '';
  const known = definitions.get(layout) ?? definitionsIn(layout.text);
  definitions.set(layout, known);
  return known.get(code) ?? '';
}

const definitions = new WeakMap<Layout, ReadonlyMap<string, string>>();
const DEFINITION = /^[\s>*•|[-]{0,6}([A-Z]{1,3}\d{1,2})[\]*]{0,3}\s?[:：|]\s?(.{4,200})/gmu;

/** Addresses read as words: `…/annual-report-10-k-2026` is an annual report. */
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, code = '', line = ''] of text.matchAll(DEFINITION)) {
    const words = line.replaceAll(/[-_/]/gu, ' ').replaceAll(/\b(10|20|8|6) ([kqf])\b/giu, '$1-$2');
    if (!found.has(code)) found.set(code, words);
  }
  return found;
}

const CODE = /^([A-Z]{1,3}\d{1,2})(?:[/,;].*)?$/u;

const lines = new WeakMap<Layout, Map<number, Span | null>>();

/** The source line of a table: of the two blocks above and the two below, in its own section. */
function sourceLineOf(layout: Layout, table: Table): Span | null {
  const known = lines.get(layout) ?? new Map<number, Span | null>();
  lines.set(layout, known);
  const cached = known.get(table.index);
  if (cached !== undefined) return cached;
  const { first, last } = blocksOfTables(layout).get(table.index) ?? { first: 0, last: 0 };
  const found = [last + 1, first - 1, last + 2, first - 2].map((at) => lineAt(layout, table, at)).find(Boolean) ?? null;
  known.set(table.index, found);
  return found;
}

interface Ends {
  readonly first: number;
  readonly last: number;
}

const ends = new WeakMap<Layout, ReadonlyMap<number, Ends>>();

/** First and last block of each table, found in one walk: a walk for each table takes minutes where there are thousands. */
function blocksOfTables(layout: Layout): ReadonlyMap<number, Ends> {
  const known = ends.get(layout);
  if (known) return known;
  const found = new Map<number, Ends>();
  for (const { table, index } of layout.blocks)
    if (table !== null) found.set(table, { first: found.get(table)?.first ?? index, last: index });
  ends.set(layout, found);
  return found;
}

function lineAt({ blocks, text }: Layout, table: Table, at: number): Span | null {
  const block = blocks[at];
  if (!block || block.table !== null || block.section !== table.section) return null;
  const line = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LINE));
  return SOURCE_LINE.test(line) ? { start: block.start, end: Math.min(block.end, block.start + LONGEST_LINE) } : null;
}

/**
 * The class of the source that the figure's row names, else of the table's source line; null where neither is there. A
 * consensus row is not decided by the vendor in its column of sources, and an author's own column not by the table's
 * line.
 */
export const byTableSource: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const own = bySourceColumn(figure, table, layout);
  // `Consensus revenue` in the row says more than a source that may have taken it from anywhere.
  if (own) return own.provenance === 'third_party' && STREET.test(labelOf(figure, table)?.text ?? '') ? null : own;
  const line = sourceLineOf(layout, table);
  if (line && OWN_TABLE.test(headOf(figure, table)?.text ?? '')) return null;
  return line ? vouchedBy(layout.text.slice(line.start, line.end), line) : null;
};

/** Step 6 [P6]: "Avg daily trading value: $72m" in a list of what the share is like. */
export const byMarketLine: Decide = (figure, { layout }) => {
  if (figure.cell !== null || figure.kind === 'target') return null;
  const label = itemLabelOf(layout.text, figure.start, layout.blocks[figure.block]?.start ?? 0);
  if (!label || !PRICE_ROW.test(label.text)) return null;
  const span = { start: label.start, end: label.end };
  return { provenance: 'third_party', rule: 'table.market', span, reason: 'the line is of market data' };
};

/** "50-day MA", "RSI (14)", "1-year price change" before a number: the market prints it. */
export const byMarketRow: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  const label = table && labelOf(figure, table);
  if (!label || label.text.length > 60 || !(TAPE.test(label.text) || PRICE_ROW.test(label.text))) return null;
  const head = headOf(figure, table)?.text ?? '';
  if (OWN_TABLE.test(head) || STREET.test(head)) return null;
  return { provenance: 'third_party', rule: 'table.market', span: label, reason: 'the row is of market prices' };
};

interface Tape {
  readonly price: Cell | null;
  readonly move: boolean;
  /** Those of prices and of moves. */
  readonly columns: ReadonlySet<number>;
}

const tapes = new WeakMap<Table, Tape>();

function tapeOf(table: Table): Tape {
  const known = tapes.get(table);
  if (known) return known;
  const prices = table.head.filter(({ text }) => isTapeHead(text));
  const moves = table.head.filter(({ text }) => isMoveHead(text));
  const columns = new Set([...prices, ...moves].map(({ column }) => column));
  const made = { price: prices[0] ?? null, move: moves.length > 0, columns };
  tapes.set(table, made);
  return made;
}

/** A table of prices or levels with their moves is the market's, and so is its "Change". */
export const byMarketTable: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const board = boardOf(layout.text, table);
  const over = headOf(figure, table);
  if (board && over && figure.cell && board.columns.has(figure.cell.column))
    return {
      provenance: 'third_party',
      rule: 'table.market',
      span: over,
      reason: 'a board of market levels and moves',
    };
  const { price, move, columns } = tapeOf(table);
  const heading = layout.sections[table.section]?.title ?? '';
  if (!price || !(move || TAPE_SECTION.test(heading)) || OWN_TABLE.test(heading)) return null;
  if (figure.cell && columns.has(figure.cell.column))
    return {
      provenance: 'third_party',
      rule: 'table.market',
      span: price,
      reason: 'the table gives market prices and moves',
    };
  return null;
};
