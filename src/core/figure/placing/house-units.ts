/** The unit that a document's statements share, where one of them says none. */
import { groupBy } from '../../group';
import units from '../../../../resources/lexicon/unit-lines.json';
import type { Cell, Layout, Span } from '../../document/model';
import { isUnitLine, tableScale } from './table-scale';
import type { TableView } from './table-view';

/** Unit lines that a document repeats alike speak for its statements that have none. */
const FEWEST_ALIKE = 3;
const houses = new WeakMap<Layout, string | null>();

/**
 * The unit line that holds for a cell of a statement without one of its own: the line that nearly all unit lines of the
 * document repeat, else the sentence that states one unit for all. No line where the table is no statement or the
 * document is not of one mind.
 */
export function houseUnits(layout: Layout, view: TableView, cell: Cell): readonly string[] {
  if (!isStatement(view, cell)) return [];
  const known = houses.get(layout);
  const line = known === undefined ? (commonUnitLine(layout) ?? statedUnit(layout)) : known;
  houses.set(layout, line);
  return line === null ? [] : [line];
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
  // Behind a table's rows it speaks for that table.
  blocks.forEach((block, at) => {
    const apart = block.table === null && block.kind !== 'code' && (blocks[at - 1]?.table ?? null) === null;
    if (apart && block.end - block.start <= LONGEST_LINE) spans.push(block);
  });
  const lines = new Map(spans.map(({ start, end }) => [start, text.slice(start, end).replaceAll(/\s+/g, ' ')]));
  const said = [...lines.values()].filter((line) => isUnitLine(line) && tableScale(line).exponent > 0);
  const counts = groupBy(said, (line) => tableScale(line).exponent);
  const [most = []] = [...counts.values()].toSorted((a, b) => b.length - a.length);
  if (most.length < FEWEST_ALIKE || most.length < said.length * NEARLY_ALL) return null;
  return most.find((line) => tableScale(line).currency !== null) ?? most[0] ?? null;
}

const NEARLY_ALL = 0.8;
const LONGEST_LINE = 200;

const LONGEST_STATEMENT = 300;

/** "All amounts are presented in millions of kronor (SEK) unless otherwise stated": said once, for every statement. */
function statedUnit({ text, blocks }: Layout): string | null {
  const said = new Map<string, string>();
  for (const [at, block] of blocks.entries()) {
    // What closes a group of tables speaks for that group.
    if ((blocks[at - 1]?.table ?? null) !== null) continue;
    if (block.table !== null || block.kind === 'code' || block.end - block.start > LONGEST_STATEMENT) continue;
    const line = text.slice(block.contentStart, block.end).replaceAll(/\s+/g, ' ');
    const lower = line.toLowerCase();
    if (!units.statements.some((words) => lower.includes(words))) continue;
    const { exponent, currency } = tableScale(line);
    if (exponent > 0) said.set(`${exponent} ${currency ?? ''}`, line);
  }
  // Two statements that differ speak of different parts, and nothing says which.
  const [only, other] = said.values();
  return other === undefined ? (only ?? null) : null;
}
