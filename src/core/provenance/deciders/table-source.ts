/** Who a table says it is from: a column of sources beside each row, or a line "Source: …" above or below it. */
import type { Cell, Layout, Span, Table } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision } from '../decision';
import {
  FILING,
  isMoveHead,
  isSourceColumn,
  isTapeHead,
  MANAGEMENT,
  OWN_TABLE,
  SUPPOSED,
  SOURCE_LINE,
  STREET,
  TAPE_SECTION,
} from './place-words';

const LONGEST_LINE = 300;

const tableOf = (figure: PlacedFigure, { tables }: Layout): Table | undefined =>
  figure.cell ? tables[figure.cell.table] : undefined;

function vouchedBy(words: string, span: Span): Decision {
  const at = { rule: 'table.source', span };
  if (FILING.test(words))
    return { ...at, provenance: 'disclosed', reason: 'the table is from the company’s own reports' };
  if (STREET.test(words)) return { ...at, provenance: 'consensus', reason: 'the table is from analysts' };
  if (MANAGEMENT.test(words)) return { ...at, provenance: 'management', reason: 'the table is from management' };
  return { ...at, provenance: 'third_party', reason: 'the table names its source' };
}

const filled = (cell: Cell | undefined): cell is Cell => cell !== undefined && /[\p{L}\p{N}]{2}/u.test(cell.text);

function bySourceColumn(figure: PlacedFigure, table: Table): Decision | null {
  const column = table.head.find(({ text }) => isSourceColumn(text))?.column;
  if (column === undefined || !figure.cell || figure.cell.column === column) return null;
  const cell = table.rows[figure.cell.row]?.cells.find((one) => one.column === column);
  return filled(cell) ? vouchedBy(cell.text, cell) : null;
}

const lines = new WeakMap<Layout, Map<number, Span | null>>();

/** The source line of a table: of the two blocks above and the two below, in its own section. */
function sourceLineOf(layout: Layout, table: Table): Span | null {
  const known = lines.get(layout) ?? new Map<number, Span | null>();
  lines.set(layout, known);
  const cached = known.get(table.index);
  if (cached !== undefined) return cached;
  const own = layout.blocks.flatMap((block) => (block.table === table.index ? [block.index] : []));
  const first = own[0] ?? 0;
  const last = own.at(-1) ?? 0;
  const found = [last + 1, first - 1, last + 2, first - 2].map((at) => lineAt(layout, table, at)).find(Boolean) ?? null;
  known.set(table.index, found);
  return found;
}

function lineAt({ blocks, text }: Layout, table: Table, at: number): Span | null {
  const block = blocks[at];
  if (!block || block.table !== null || block.section !== table.section) return null;
  const line = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LINE));
  return SOURCE_LINE.test(line) ? { start: block.start, end: Math.min(block.end, block.start + LONGEST_LINE) } : null;
}

export const byTableSource: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const own = bySourceColumn(figure, table);
  if (own) return own;
  const line = sourceLineOf(layout, table);
  return line ? vouchedBy(layout.text.slice(line.start, line.end), line) : null;
};

/** A table of prices or levels with their moves is the market's, and so is its "Change". */
export const byMarketTable: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const price = table.head.find(({ text }) => isTapeHead(text));
  const move = table.head.some(({ text }) => isMoveHead(text));
  const heading = layout.sections[table.section]?.title ?? '';
  if (!price || !(move || TAPE_SECTION.test(heading)) || OWN_TABLE.test(heading)) return null;
  const column = figure.cell?.column;
  if (table.head.some((cell) => cell.column === column && (isTapeHead(cell.text) || isMoveHead(cell.text))))
    return {
      provenance: 'third_party',
      rule: 'table.market',
      span: price,
      reason: 'the table gives market prices and moves',
    };
  return null;
};

/** "Assumptions", "Sensitivity", "Scenarios", "Scorecard" over a table: all in it is the author's. */
export const byOwnTable: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const caption = table.caption ? layout.text.slice(table.caption.start, table.caption.end).slice(0, LONGEST_LINE) : '';
  const section = layout.sections[table.section];
  const inCaption = OWN_TABLE.exec(caption);
  if (inCaption && table.caption) return own(inCaption[0], table.caption);
  const inTitle = OWN_TABLE.exec(section?.title ?? '');
  return section && inTitle ? own(inTitle[0], { start: section.start, end: section.end }) : null;
};

const own = (word: string, span: Span): Decision => ({
  provenance: 'inferred',
  rule: SUPPOSED.test(word) ? 'table.scenario' : 'table.author',
  span: { start: span.start, end: span.end },
  reason: 'it heads the author’s own assumptions, scenarios or scores',
});
