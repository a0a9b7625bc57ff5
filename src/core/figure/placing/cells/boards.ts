/**
 * Market boards: an asset in each row, its level and its moves in the columns. Numbers belong to the asset of their
 * row, whatever other names the note has, and only the head over the rows says whether a level is a price, an index's
 * or an exchange rate.
 */
import data from '../../../../../resources/lexicon/boards.json';
import type { Cell, Table } from '../../../document/model';
import type { FigureKind, Quantity, Direction } from '../../model';
import type { Unit } from '../../../base/unit';
import { isNegative } from '../../decimal';
import { cleanText } from './cell-words';
import { areTickers, labelColumn, labelsOf } from './label-column';
import { marketAt } from '../mentions/markets';
import type { MetricChoice } from '../metric/choose-metric';
import type { LabelName } from './label-name';

type Quoted = 'index_level' | 'exchange_rate' | 'yield' | 'price' | 'share_price';
type ColumnRole = 'level' | 'line' | 'move' | 'percent' | 'measure';

export interface Board {
  readonly quoted: Quoted;
  readonly columns: ReadonlyMap<number, { readonly role: ColumnRole; readonly head: string }>;
}

const QUOTED: readonly Quoted[] = ['index_level', 'exchange_rate', 'yield', 'price', 'share_price'];
const corners = new Map(QUOTED.flatMap((one) => data.corners[one].map((word): [string, Quoted] => [word, one])));
const open: ReadonlySet<string> = new Set(data.open);
const roles = new Map<string, ColumnRole>([
  ...data.levels.map((word): [string, ColumnRole] => [word, 'level']),
  ...data.moves.map((word): [string, ColumnRole] => [word, 'move']),
  ...data.percents.map((word): [string, ColumnRole] => [word, 'percent']),
  ...Object.values(data.measures).flatMap((words) => words.map((word): [string, ColumnRole] => [word, 'measure'])),
  ...Object.values(data.lines).flatMap((words) => words.map((word): [string, ColumnRole] => [word, 'line'])),
]);
const measures: ReadonlyMap<string, string> = new Map(
  [...Object.entries(data.measures), ...Object.entries(data.lines)].flatMap(([metric, words]) =>
    words.map((word): [string, string] => [word, metric]),
  ),
);
const MOVES: Readonly<Record<Quoted, string>> = {
  index_level: 'index_change',
  exchange_rate: 'exchange_rate_change',
  yield: 'yield_change',
  price: 'price_change',
  share_price: 'share_price_change',
};
const LONGEST_NAME = 80;
const MOST_ROWS_READ = 200;

const normal = (words: string): string => words.toLowerCase().replaceAll('（', '(').replaceAll('）', ')').trim();
/** "24h 涨跌" is a move, whatever it spans; "价格（USD）" is a price in whatever money. */
function bare(head: string): string {
  const words = normal(head);
  if (roles.has(words)) return words;
  const plain = words.replace(/\s?\([^()]{1,8}\)$/, '');
  const span = roles.has(plain) ? undefined : data.spans.find((one) => plain.startsWith(one));
  return span === undefined ? plain : plain.slice(span.length).trim();
}
const boards = new WeakMap<Table, { readonly board: Board | null }>();

/** The board that a table is; null where it is none. Answers are kept by table. */
export function boardOf(text: string, table: Table): Board | null {
  const known = boards.get(table);
  if (known) return known.board;
  const board = readBoard(text, table);
  boards.set(table, { board });
  return board;
}

function readBoard(text: string, table: Table): Board | null {
  const columns = new Map<number, { role: ColumnRole; head: string }>();
  const labels = labelColumn(text, table);
  let corner = '';
  for (const cell of table.head) {
    const head = cleanText(text, cell);
    if (cell.column === labels) corner = normal(head);
    const role = cell.column <= labels ? undefined : roles.get(bare(head));
    if (role !== undefined) columns.set(cell.column, { role, head });
  }
  const found = new Set([...columns.values()].map(({ role }) => role));
  if ((!found.has('level') && !quotesFunds(columns)) || (!found.has('move') && !found.has('percent'))) return null;
  // Codes before the names are those of securities.
  const quoted =
    corners.get(corner) ??
    (labels > 0 || ofTickers(text, table) ? 'share_price' : open.has(corner) ? ofLabels(text, table) : null);
  return quoted === null ? null : { quoted, columns };
}

/** Funds are quoted by what a unit of them is worth. */
const quotesFunds = (columns: Board['columns']): boolean =>
  [...columns.values()].some(({ role, head }) => role === 'measure' && measures.get(bare(head)) === 'nav');

/** Under any head, rows that are all tickers are stocks. */
function ofTickers(text: string, table: Table): boolean {
  const names = labelsOf(text, table, table.rows.slice(0, MOST_ROWS_READ));
  return areTickers(names) && !names.some((name) => marketAt(name, 0, name.length) !== null);
}

/** Under a head that says nothing the names do: all of them currencies, or most of them what markets quote. */
function ofLabels(text: string, table: Table): Quoted | null {
  const names = labelsOf(text, table, table.rows.slice(0, MOST_ROWS_READ));
  const markets = names.filter((name) => marketAt(name, 0, name.length)?.kind !== undefined);
  if (names.length === 0 || markets.length * 2 < names.length) return null;
  return names.every(isPair) ? 'exchange_rate' : 'price';
}

const isPair = (name: string): boolean => /^[A-Z]{3}\/?[A-Z]{3}$/.test(name) && marketAt(name, 0, name.length) !== null;
const isIndex = (name: string): boolean => data.names.index_level.some((word) => name.toLowerCase().endsWith(word));

/** Pairs and indices are known by their own names among rows of other things. */
const quotedIn = ({ quoted }: Board, name: string): Quoted =>
  isPair(name) ? 'exchange_rate' : isIndex(name) && quoted !== 'share_price' ? 'index_level' : quoted;

/**
 * The asset that a row's label names: the lexicon's name of the market where the label is one, else the label itself.
 * Null where the label is empty.
 */
export function nameOnBoard(text: string, label: Cell): LabelName | null {
  const words = cleanText(text, label).slice(0, LONGEST_NAME);
  if (words === '') return null;
  const market = marketAt(words, 0, words.length);
  return { entity: market !== null && market.end === words.length ? market.name : words, label: words };
}

/** A printed currency or percent sign stands; bare levels are in the unit of what is quoted. */
export function quantityOnBoard(board: Board, label: string, column: number, quantity: Quantity): Quantity {
  const role = board.columns.get(column)?.role;
  if (role === undefined || role === 'measure' || quantity.currency !== null || !BARE.has(quantity.unit))
    return quantity;
  return { ...quantity, unit: unitOf(quotedIn(board, label), role), rule: 'cell.board' };
}

const BARE: ReadonlySet<Unit> = new Set(['count', 'other', 'money']);

function unitOf(quoted: Quoted, role: ColumnRole): Unit {
  if (role === 'percent') return 'percent';
  if (quoted === 'yield') return role === 'level' || role === 'line' ? 'percent' : 'percentage_points';
  if (quoted === 'share_price') return 'per_share';
  return quoted === 'price' ? 'money' : 'other';
}

const KINDS: Readonly<Record<ColumnRole, FigureKind>> = {
  level: 'price',
  line: 'level',
  move: 'delta',
  percent: 'growth',
  measure: 'level',
};

function metricOf({ role, head }: { readonly role: ColumnRole; readonly head: string }, quoted: Quoted): string {
  if (role === 'measure' || role === 'line') return measures.get(bare(head)) ?? quoted;
  return role === 'level' ? quoted : MOVES[quoted];
}

/**
 * What a cell of a board measures, and which way it moved. A level's metric follows from what the board or its row
 * quotes (`index_level`, `exchange_rate`, `yield`, `price`, `share_price`), a move's is its change. The direction is
 * null for levels and measures; a move without a minus goes up. Null where the column's head has no known meaning.
 */
export function metricOnBoard(
  board: Board,
  label: string,
  column: number,
  { low, high }: Quantity,
  direction: Direction | null,
): { choice: MetricChoice; direction: Direction | null } | null {
  const found = board.columns.get(column);
  if (!found) return null;
  const quoted = quotedIn(board, label);
  const choice: MetricChoice = {
    metric: metricOf(found, quoted),
    label: found.head,
    words: found.head,
    kind: KINDS[found.role],
    companyWide: false,
    flow: false,
    time: 'spot',
    at: null,
  };
  const value = high ?? low;
  const way = direction ?? (value !== null && isNegative(value) ? 'down' : 'up');
  return { choice, direction: found.role === 'move' || found.role === 'percent' ? way : null };
}
