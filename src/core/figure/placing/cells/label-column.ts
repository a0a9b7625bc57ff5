/** Which column holds the labels of a table's rows: the first, or the second where the first only numbers or codes them. */
import type { Cell, Table } from '../../../document/model';
import { roleOfHead } from '../../cell/column-words';
import { cleanText, isKind } from './cell-words';

const known = new WeakMap<Table, number>();

/** 0, or 1 for `Code | Name | …` and `# | Company | …`. */
export function labelColumn(text: string, table: Table): number {
  const found = known.get(table);
  if (found !== undefined) return found;
  const [first, second] = [0, 1].map((at) => headOf(text, table, at));
  const column = first && second && isKind('codes', first) && namesRows(second) ? 1 : 0;
  known.set(table, column);
  return column;
}

const headOf = (text: string, table: Table, column: number): string => {
  const head = table.head.find((cell) => cell.column === column);
  return head ? cleanText(text, head) : '';
};

const NAME = /(?:名称|名稱|简称|簡稱)$/u;
const namesRows = (head: string): boolean => roleOfHead(head) === 'entity' || NAME.test(head);

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
