/** Which column holds the labels of a table's rows: the first, or the second where the first only numbers or codes them. */
import type { Cell, Table } from '../../../document/model';
import { roleOfHead } from '../../cell/column-words';
import { cleanText, isKind } from './cell-words';
import { isAcronym } from '../mentions/names';

const known = new WeakMap<Table, number>();

/** 0, or 1 for `Code | Name | …` and `# | Company | …`. */
export function labelColumn(text: string, table: Table): number {
  const found = known.get(table);
  if (found !== undefined) return found;
  const [first, second] = [0, 1].map((at) => headOf(text, table, at));
  const column = (first && second && isKind('codes', first) && namesRows(second)) || isNumbered(text, table) ? 1 : 0;
  known.set(table, column);
  return column;
}

const headOf = (text: string, table: Table, column: number): string => {
  const head = table.head.find((cell) => cell.column === column);
  return head ? cleanText(text, head) : '';
};

const NAME = /(?:名称|名稱|简称|簡稱)$/u;
const namesRows = (head: string): boolean => roleOfHead(head) === 'entity' || NAME.test(head);

/** `1`, `(a)`, `ii)`, `3.`: what numbers a row. */
const NUMBERING = /^[*\\\s]*[([]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[)\].]?[*\\\s]*$/i;
const WORDS = /\p{L}{2}/u;
const FEWEST_ROWS = 3;
const NEARLY_ALL = 0.8;

/** `Sr. No. | Particulars | …`: the first column holds numbers of rows or nothing, the second nearly always words. */
function isNumbered(text: string, { rows }: Table): boolean {
  const valued = rows.filter(({ cells }) =>
    cells.some(({ column, start, end }) => column > 1 && /\d/.test(text.slice(start, end))),
  );
  if (valued.length < FEWEST_ROWS) return false;
  const at = (cells: readonly Cell[], column: number) => {
    const cell = cells.find((one) => one.column === column);
    return cell ? text.slice(cell.start, cell.end) : '';
  };
  const numbers = valued.map(({ cells }) => at(cells, 0)).filter((words) => words !== '');
  const labelled = valued.filter(({ cells }) => WORDS.test(at(cells, 1)));
  return (
    numbers.length > 0 &&
    numbers.every((words) => NUMBERING.test(words)) &&
    labelled.length >= valued.length * NEARLY_ALL
  );
}

/** Whether a cell only numbers or codes its row, beside the column of labels. */
export const isRowNumber = (text: string, table: Table, { column, start, end }: Cell): boolean =>
  column === 0 && labelColumn(text, table) === 1 && NUMBERING.test(text.slice(start, end));

/** The row's cell in the column of labels; undefined where it has none. */
export function cellOfLabel(text: string, table: Table, cells: readonly Cell[]): Cell | undefined {
  const column = labelColumn(text, table);
  return cells.find((cell) => cell.column === column);
}

/** The labels of the rows that have other cells too, as a person reads them. */
export const labelsOf = (text: string, table: Table, rows = table.rows): string[] =>
  rows.flatMap(({ cells }) => {
    const label = cells.length > 1 ? cellOfLabel(text, table, cells) : undefined;
    return label === undefined ? [] : [cleanText(text, label)];
  });

const FEWEST_TICKERS = 2;
const TICKER = /^\$?(?:[A-Z]{2,5}(?:\.[A-Z]{1,2})?|\d{4,6}\.[A-Z]{2})$/;

/** Every row is a stock by its ticker, whatever the corner says: `Active | Close | 1W`. */
export const areTickers = (labels: readonly string[]): boolean =>
  labels.length >= FEWEST_TICKERS && labels.every((label) => TICKER.test(label) && !isAcronym(label));
