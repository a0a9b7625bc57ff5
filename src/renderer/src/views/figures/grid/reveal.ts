/** Focuses a figure in the grid, wherever it stands in the grid's order. */
import type { FigureRecord } from '../../../../../contract/records';
import type { GridHandle } from '../../../kit/grid/handle';
import type { RowSource } from '../../../kit/grid/data/source';

const FIND_PAGE = 1000;

/** Focuses a figure wherever it stands in the grid's order; false where the current scope does not hold it. */
export async function revealFigure(
  grid: GridHandle<FigureRecord>,
  source: RowSource<FigureRecord>,
  id: string,
): Promise<boolean> {
  if (grid.focusRow(id)) return true;
  const { columns, filters } = grid.layout();
  const sort = columns
    .filter((column) => column.sort)
    .sort((left, right) => (left.sortIndex ?? 0) - (right.sortIndex ?? 0))
    .map((column) => ({ column: column.colId, descending: column.sort === 'desc' }));
  for (let from = 0; ; from += FIND_PAGE) {
    // Pages in order, because the figure is most often in the first.
    // oxlint-disable-next-line no-await-in-loop
    const { rows, total } = await source.page({ start: from, end: from + FIND_PAGE, sort, columns: filters });
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) {
      grid.focusIndex(from + at);
      return true;
    }
    if (from + rows.length >= total || rows.length === 0) return false;
  }
}
