/** The unit that a document's statements share, where one of them says none. */
import { groupBy } from '../../../base/group';
import units from '../../../../../resources/lexicon/unit-lines.json';
import type { Cell, Layout, Span, Table } from '../../../document/model';
import { tableScale } from './table-scale';
import { isUnitLine } from './unit-line';
import { isMovement } from './movement';
import { isStatementOfMoney, rowCurrency } from './statement';
import { type TableView, viewTable } from './table-view';

/** Unit lines that a document repeats alike hold for its statements that have none. */
const FEWEST_ALIKE = 3;
const sharedLines = new WeakMap<Layout, string | null>();

/**
 * The unit line that holds for a cell of a statement without one of its own: the line that nearly all unit lines of the
 * document repeat, else the sentence that states one unit for all. Empty where the table is no statement or the
 * document states different units.
 */
export function sharedUnitLines(layout: Layout, view: TableView, cell: Cell): readonly string[] {
  const isMoney = isStatementOfMoney(layout, view);
  if (!isMoney && !isStatement(view, cell) && !isMovement(layout, view.table)) return [];
  const known = sharedLines.get(layout);
  const line = known === undefined ? (commonUnitLine(layout) ?? statedUnit(layout)) : known;
  sharedLines.set(layout, line);
  const inherited = line !== null ? [line] : isMoney ? sectionUnit(layout, view.table) : [];
  return inherited.every((words) => fits(layout, view.table, words)) ? inherited : [];
}

/** Digits of the largest sum that a statement holds in most currencies, written out. */
const MOST_DIGITS = 12;
const LARGE_MONEY: ReadonlySet<string | null> = new Set([
  'JPY',
  'KRW',
  'TWD',
  'INR',
  'IDR',
  'VND',
  'HUF',
  'CLP',
  'COP',
]);
const digits = new WeakMap<Table, number>();

/**
 * Whether the largest number of the table is still a sum of money under that scale (`1,568,677` are no millions), and its
 * rows name no other currency.
 */
function fits(layout: Layout, table: Table, line: string): boolean {
  const { exponent, currency } = tableScale(line);
  const own = currency === null ? null : rowCurrency(layout, table);
  if (own !== null && own !== currency) return false;
  if (LARGE_MONEY.has(currency)) return true;
  const most = digits.get(table) ?? longestNumber(table);
  digits.set(table, most);
  return most + exponent <= MOST_DIGITS;
}

const longestNumber = ({ rows }: Table): number =>
  rows
    .flatMap(({ cells }) => cells.slice(1))
    .reduce((most, { text }) => Math.max(most, (GROUPED.exec(text)?.[0] ?? '').replaceAll(/\D/g, '').length), 0);

const GROUPED = /\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}/;

const MOST_BEFORE = 6;

/** The lines of the nearest table before it in its section that says a scale. */
function sectionUnit(layout: Layout, { index, section }: Table): readonly string[] {
  for (let at = index - 1; at >= Math.max(0, index - MOST_BEFORE); at -= 1) {
    const before = layout.tables[at];
    if (before === undefined || before.section !== section) return [];
    const { unitLines, corner } = viewTable(layout, before);
    const said = [corner, ...unitLines].filter((line) => tableScale(line).exponent > 0);
    if (said.length > 0) return said;
  }
  return [];
}

/** Columns of periods, or of nothing but a currency; there prices and rates, which are printed with decimals, are left alone. */
function isStatement({ columns, metricsIn }: TableView, cell: Cell): boolean {
  const all = [...columns.values()];
  if (all.some(({ isPeriod }) => isPeriod)) return true;
  const signed = all.filter(({ heads }) => SIGN.test(heads.at(-1) ?? '')).length;
  return metricsIn === 'rows' && signed > 0 && !/\d\.\d/.test(cell.text);
}

const SIGN = /^(?:[A-Z]{1,3})?[$€£¥₹]$/u;

/** Said by nearly all lines of the kind: one table may be in another money. */
function commonUnitLine({ text, blocks, tables }: Layout): string | null {
  const spans: Span[] = tables.flatMap(({ lines }) => lines);
  // A line behind a table's rows holds for that table.
  blocks.forEach((block, at) => {
    const apart = block.table === null && block.kind !== 'code' && (blocks[at - 1]?.table ?? null) === null;
    if (apart && block.end - block.start <= LONGEST_LINE) spans.push(block);
  });
  blocks.forEach((block, at) => {
    if (block.table !== null || (blocks[at + 1]?.table ?? null) === null) return;
    const told = UNIT_BEHIND.exec(text.slice(block.start, block.end));
    if (told) spans.push({ start: block.start + told.index, end: block.start + told.index + told[0].length });
  });
  const lines = new Map(spans.map(({ start, end }) => [start, text.slice(start, end).replaceAll(/\s+/g, ' ')]));
  const said = [...lines.values()];
  return alike(said) ?? withCorners(said, text, tables);
}

function alike(lines: readonly string[]): string | null {
  const said = lines.filter((line) => isUnitLine(line) && tableScale(line).exponent > 0);
  const counts = groupBy(said, (line) => tableScale(line).exponent);
  const [most = []] = [...counts.values()].toSorted((a, b) => b.length - a.length);
  if (most.length < FEWEST_ALIKE || most.length < said.length * NEARLY_ALL) return null;
  return most.find((line) => tableScale(line).currency !== null) ?? most[0] ?? null;
}

/** `Millions of yen` stands in the corner of one statement and over that of another; not where words name another scale. */
function withCorners(lines: readonly string[], text: string, tables: readonly Table[]): string | null {
  const corners = tables.flatMap(({ heads }) => heads.flat().filter(({ column }) => column === 0));
  const line = alike([...lines, ...corners.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '))]);
  if (line === null) return null;
  const { exponent } = tableScale(line);
  const others = [...text.matchAll(SCALE_WORDS)].some(([words]) => tableScale(words).exponent !== exponent);
  return others ? null : line;
}

const SCALE_WORDS = /\bin (?:thousands|millions|billions)\b/giu;

/** `were as follows (in millions):` leads to a table. */
const UNIT_BEHIND =
  /\((?:(?:amounts|dollars|unaudited),? )*(?:u\.?s\.? )?(?:[$€£¥] |dollars )?in (?:thousands|millions|billions)\b[^()]{0,80}\)(?=\W{0,3}$)/iu;
const NEARLY_ALL = 0.8;
const LONGEST_LINE = 200;

const LONGEST_STATEMENT = 300;
/** Lines of a page's margin may run on behind the sentence. */
const LONGEST_BLOCK = 1200;

/** Not behind `Mio.`, `Mrd.`, `Tsd.` and `Rs.`, which a currency or its number follows. */
const SENTENCE_END = /(?<=[.;])(?<!(?<!\p{L})(?:mio|mrd|tsd|rs)\.)\s/iu;

/** "All amounts are presented in millions of kronor (SEK) unless otherwise stated": said once, for every statement. */
function statedUnit({ text, blocks }: Layout): string | null {
  const said = new Map<string, string>();
  for (const [at, block] of blocks.entries()) {
    // A line that closes a group of tables holds for that group.
    if ((blocks[at - 1]?.table ?? null) !== null) continue;
    if (block.table !== null || block.kind === 'code' || block.end - block.start > LONGEST_BLOCK) continue;
    for (const line of text.slice(block.contentStart, block.end).replaceAll(/\s+/g, ' ').split(SENTENCE_END)) {
      const lower = line.toLowerCase();
      if (line.length > LONGEST_STATEMENT || !units.statements.some((words) => lower.includes(words))) continue;
      const { exponent, currency } = tableScale(line);
      if (exponent > 0) said.set(`${exponent} ${currency ?? ''}`, line);
    }
  }
  // Two statements that differ are about different parts, and the text does not say which.
  const [only, other] = said.values();
  return other === undefined ? (only ?? null) : null;
}
