/** The unit that a document's statements share, where one of them says none. */
import units from '../../../../resources/lexicon/unit-lines.json';
import type { Layout } from '../../document/model';
import { isUnitLine, tableScale } from './table-scale';
import type { TableView } from './table-view';

/** Unit lines that a document repeats alike speak for its statements that have none. */
const FEWEST_ALIKE = 3;
const houses = new WeakMap<Layout, string | null>();

export function houseUnits(layout: Layout, view: TableView): readonly string[] {
  if (![...view.columns.values()].some(({ isPeriod }) => isPeriod)) return [];
  const known = houses.get(layout);
  const line = known === undefined ? (commonUnitLine(layout) ?? statedUnit(layout)) : known;
  houses.set(layout, line);
  return line === null ? [] : [line];
}

function commonUnitLine(layout: Layout): string | null {
  const own = layout.tables.flatMap(({ lines }) =>
    lines.map(({ start, end }) => layout.text.slice(start, end)).filter(isUnitLine),
  );
  const scales = own.map(tableScale).filter(({ exponent }) => exponent > 0);
  const alike = scales.every(
    ({ exponent, currency }) => exponent === scales[0]?.exponent && currency === scales[0]?.currency,
  );
  return alike && scales.length >= FEWEST_ALIKE ? (own[0] ?? null) : null;
}

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
