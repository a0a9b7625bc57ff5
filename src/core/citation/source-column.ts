/**
 * A column of a table that names the source of each row. What the author adds to a row himself (a score, how sure he is,
 * its weight) is not vouched for by it.
 */
import heads from '../../../resources/cues/citation.json';
import type { Block, Cell, Layout, Span, Table } from '../document/model';
import { foundMarker, type FoundMarker } from './found';
import { splitNames } from './split-names';

const plain = (cell: string): string =>
  cell
    .replaceAll(/[*_`#]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

const SOURCE_HEADS: ReadonlySet<string> = new Set(heads.sourceHeads);
const OWN_HEAD = new RegExp(
  `(?:^|[^\\p{L}])(?:${heads.ownHeads.join('|')})(?![\\p{L}])|${heads.ownHeadsHan.join('|')}`,
  'iu',
);

/** Whether a table's head is that of the column of sources ("Source", "来源"). */
const isSourceHead = (cell: string): boolean => SOURCE_HEADS.has(plain(cell));

/** "Confidence", "Score", "Weight": the author's own beside what the source gives. */
const isOwnHead = (cell: string): boolean => OWN_HEAD.test(plain(cell));

/** The number of the column that names sources, null where none does. The first column names the rows themselves. */
export function sourceColumnOf(table: Table): number | null {
  const known = sourceColumns.get(table);
  if (known !== undefined) return known;
  const found = table.head.find(({ text, column }) => column > 0 && isSourceHead(text))?.column ?? null;
  sourceColumns.set(table, found);
  return found;
}

/** Asked for each cell: heads of thousands of columns are looked through once. */
const sourceColumns = new WeakMap<Table, number | null>();

/** "—" and "n/a" name nothing. */
const isFilled = ({ text }: Cell): boolean =>
  text.length <= LONGEST && /[\p{L}\p{N}]{2}/u.test(text) && !heads.notMarkers.includes(plain(text));
const LONGEST = 160;

/** The markers of a row: what its source column says, without emphasis and code marks; one a source. */
export function columnMarkers({ tables, text }: Layout, block: Block): FoundMarker[] {
  const table = block.table === null ? undefined : tables[block.table];
  if (!table || block.row === null) return [];
  const column = sourceColumnOf(table);
  const cell = column === null ? undefined : table.rows[block.row]?.cells.find((one) => one.column === column);
  if (!cell || !isFilled(cell)) return [];
  const found = splitNames(text.slice(cell.start, cell.end), cell.start, 'source-line', cell);
  return found.length > 0 ? found : [foundMarker(cell, 'source-line', cell.text, 'name')];
}

/** What the source of a row vouches for: its cells but those the author adds himself. */
export function rowScopes(table: Table, row: number): Span[] {
  const own = new Set(
    table.head.flatMap(({ text, column }) => (isOwnHead(text) || isSourceHead(text) ? [column] : [])),
  );
  const cells = table.rows[row]?.cells ?? [];
  return cells.filter(({ column }) => !own.has(column)).map(({ start, end }) => ({ start, end }));
}
