/** The period of a cell by all that its table says: heads, groups, labels, the corner, lines above, and the rows around it. */
import { isPeriodHead } from '../../../document/tables/period-head';
import type { Cell, Layout } from '../../../document/model';
import type { DocumentContext } from '../../model';
import { headsOfChange, isAgainstExpected } from './change-column';
import { periodOfCell, periodOfWords } from './cell-period';
import { cleanText, isKind } from './cell-words';
import { leadDay } from './lead-day';
import { movementPeriod } from './movement';
import type { PeriodChoice } from '../period/choose-period';
import type { ColumnView, TableView } from './table-view';

export interface RowPlace {
  readonly row: number;
  /** The cell whose words may say the row's period; null where they are names. */
  readonly label: Cell | null;
  readonly column: ColumnView | null;
  readonly cell: Cell;
}

/** The period of the cell and where it is said; null where the table says none. */
export function periodIn(
  layout: Layout,
  context: DocumentContext,
  view: TableView,
  { row, label, column, cell }: RowPlace,
): PeriodChoice | null {
  const { text } = layout;
  const { path, cells } = view.table.rows[row] ?? { path: [], cells: [] };
  const heads = column?.isChange ? headsOfChange(view, cell.column, column, context) : (column?.heads ?? []);
  const words = {
    heads,
    path: path.map((span) => cleanText(text, span)),
    label: label === null ? '' : cleanText(text, label),
    corner: view.corner,
    lines: view.lines,
  };
  const told = periodOfCell(words, context);
  const own =
    told === null || told.rule === 'caption'
      ? (besideIn(view, cells, context) ?? periodOfWords(cell.text, context))
      : null;
  const lead =
    told === null && own === null && ![...view.columns.values()].some(({ isPeriod }) => isPeriod)
      ? leadDay(layout, view.table, context)
      : null;
  const said = own !== null ? { period: own, rule: 'table' } : lead !== null ? { period: lead, rule: 'caption' } : told;
  const moved = movementPeriod(layout, view.table, row, said?.period ?? null, context);
  const found = moved === null ? said : { period: moved, rule: 'table' };
  const head = view.table.head.find((one) => one.column === cell.column) ?? label;
  if (found === null) {
    const reviewed = isAgainstExpected(view) ? context.period : null;
    return reviewed === null ? null : { period: reviewed, own: false, cue: null };
  }
  const cue = head && { start: head.start, end: head.end, text: text.slice(head.start, head.end), rule: found.rule };
  return { period: found.period, own: found.rule !== 'caption', cue };
}

/** The period of a row that a column of periods (`FY`, `Year`) says, wherever it stands. */
function besideIn(view: TableView, cells: readonly Cell[], context: DocumentContext): string | null {
  for (const { column, text } of cells) {
    const over = view.columns.get(column)?.heads.at(-1) ?? '';
    if (!isKind('periods', over) || !isPeriodHead(text)) continue;
    const period = periodOfWords(text, context);
    if (period !== null) return period;
  }
  return null;
}
