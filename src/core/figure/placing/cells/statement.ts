/**
 * What a table is as a whole: a statement of money, rows that are numbers of things, or columns that keep both apart;
 * and the currency that a document's statements are in where one of them says none.
 */
import { remembered } from '../../../base/remembered';
import type { Layout, Table } from '../../../document/model';
import { isPeriodHead } from '../../../document/tables/period-head';
import { namesMoney } from '../../cell/money-name';
import { isKind } from './cell-words';
import { labelsOf } from './label-column';
import { tableScale } from './table-scale';
import { type ColumnView, type TableView, viewTable } from './table-view';

/** The nearest head over a column that names neither a period nor only a unit; empty where there is none. */
export const headOver = (column: ColumnView | undefined): string =>
  column?.heads.findLast((head) => /\p{L}{2}/u.test(head) && !isPeriodHead(head) && !/^\(.*\)$/u.test(head)) ?? '';

const OF_SHARES =
  /^(?:common |ordinary |preferred |class [a-z] |stock |outstanding )*(?:number of )?(?:shares?|units|options|warrants|awards|rsus?)(?: \(?(?:issued|outstanding|in thousands|in millions|000s?)\)?)?$|^(?:number|no\.) of\b/i;
const OF_MONEY =
  /\b(?:amounts?|total|capital|surplus|deficit|earnings|income|loss|losses|equity|value|price|reserves?)\b|[$€£¥₹]/i;

/** Whether heads tell numbers of shares from amounts, as statements of changes in equity do. */
export function isApart({ columns }: TableView): boolean {
  const heads = [...columns.values()].map(headOver);
  return (
    heads.some((head) => OF_SHARES.test(head)) && heads.some((head) => OF_MONEY.test(head) && !OF_SHARES.test(head))
  );
}

/** `Number of stores`, `# of branches` in the corner or title. */
const NUMBERS = /^(?:the )?(?:number|no\.?|#) of\b/i;
const DILUTIVE = /\banti-?dilutive\b|\bpotential(?:ly)? dilutive\b/i;
const LINES_ASKED = 2;

/** Whether a row's bare numbers count things; `groups` are the words above it, the nearest first. */
export const ofNumbers = ({ corner, lines }: TableView, [group = '']: readonly string[]): boolean =>
  NUMBERS.test(corner) ||
  NUMBERS.test(group) ||
  DILUTIVE.test(group) ||
  lines.slice(0, LINES_ASKED).some((line) => NUMBERS.test(line) || DILUTIVE.test(line));

const PER_SHARE_TITLE = /\breconcil\w+\b.*(?:\beps\b|\bper (?:diluted |basic )?share\b)/i;

/** `Reconciliation of diluted EPS`: every amount is one a share. */
export const ofShare = ({ lines }: TableView): boolean =>
  lines.slice(0, LINES_ASKED).some((line) => PER_SHARE_TITLE.test(line));

const TITLE =
  /\b(?:balance sheets?|income statements?|cash flows?|statements? of (?:income|operations|earnings|profit|loss|financial position|comprehensive|changes in|stockholders|shareholders)|(?:changes in|statement of) (?:shareholders|stockholders)?['’]?\s?equity|profit and loss)\b|资产负债表|利润表|现金流量表/iu;
const FEWEST_LABELS = 2;
const LEAST_OF_MONEY = 0.25;
const MOST_LABELS = 80;
const statements = new WeakMap<Table, boolean>();

/** A statement by its title, or by columns of periods and labels that name amounts of money. */
export function isStatementOfMoney(layout: Layout, view: TableView): boolean {
  const known = statements.get(view.table);
  if (known !== undefined) return known;
  const found = view.metricsIn === 'rows' && !view.rowsAreNames && saysMoney(layout, view);
  statements.set(view.table, found);
  return found;
}

function saysMoney({ text }: Layout, { table, columns, lines }: TableView): boolean {
  if (lines.some((line) => line.length <= LONGEST_TITLE && TITLE.test(line))) return true;
  if (![...columns.values()].some(({ isPeriod }) => isPeriod)) return false;
  const labels = labelsOf(text, table).slice(0, MOST_LABELS);
  const naming = labels.filter((label) => moneyNamed(label)).length;
  return naming >= FEWEST_LABELS && naming >= labels.length * LEAST_OF_MONEY;
}

const LONGEST_TITLE = 120;
const moneyNamed = remembered((label: string): boolean => namesMoney(label) && !isKind('changes', label));

const MOST_TABLES = 300;
const NEARLY_ALL = 0.7;
const currencies = new WeakMap<Layout, string | null>();

/**
 * The currency (ISO 4217) that a table without one takes: that which the tables of its document say or print, nearly all
 * of them the same. Null where they differ, or where labels of its own rows name another (`Basic EPS (₹)`).
 */
export function reportingCurrency(layout: Layout, table: Table): string | null {
  const known = currencies.get(layout);
  const found = known === undefined ? (ofTables(layout) ?? statedCurrency(layout.text)) : known;
  currencies.set(layout, found);
  const own = found === null ? null : rowCurrency(layout, table);
  return own === null || own === found ? found : null;
}

const labelled = new WeakMap<Table, string | null>();

/** The first currency (ISO 4217) that a label of a row names; null where none does. */
export function rowCurrency({ text }: Layout, table: Table): string | null {
  const known = labelled.get(table);
  if (known !== undefined) return known;
  const labels = labelsOf(text, table).slice(0, MOST_LABELS);
  const found = labels.map(tableScale).find(({ currency }) => currency !== null)?.currency ?? null;
  labelled.set(table, found);
  return found;
}

function ofTables(layout: Layout): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const table of layout.tables.slice(0, MOST_TABLES)) {
    const { corner, unitLines, columns, printed } = viewTable(layout, table);
    const heads = [...columns.values()].flatMap((column) => column.heads);
    const said = [corner, ...unitLines, ...heads].map(tableScale).find(({ currency }) => currency !== null)?.currency;
    const code = said ?? rowCurrency(layout, table) ?? printed?.code;
    if (code === undefined || code === null) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    all += 1;
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= all * NEARLY_ALL ? most[0] : null;
}

const STATED =
  /\b(?:(?:presentation|reporting|functional) currency|(?:expressed|presented|reported|stated|shown) in)\b[^.;\n]{0,80}/gi;
const SEARCHED = 200_000;

/** `presented in thousands of euros`: the one currency that such words name. */
function statedCurrency(text: string): string | null {
  const named = new Set<string>();
  for (const [words] of text.slice(0, SEARCHED).matchAll(STATED)) {
    const { currency } = tableScale(words);
    if (currency !== null) named.add(currency);
  }
  const [only, other] = named;
  return other === undefined ? (only ?? null) : null;
}
