/** What can be done to the selected figures from the menu of a cell. */
import type { FigureRecord } from '../../../../../contract/records';
import { start } from '../../../app/calls/run';
import type { MenuItem } from '../../../kit/grid/menus/ContextMenu';
import type { GridHandle } from '../../../kit/grid/handle';
import { openFigure, showSeries } from '../../shared/figure-actions';
import { reviewAll } from './review-all';
import { removeFigures } from './figure-edits';

export function figureItems(grid: GridHandle<FigureRecord> | null): readonly (readonly MenuItem[])[] {
  const withRows = (act: (figures: readonly FigureRecord[]) => Promise<unknown>) => () => {
    if (grid) start(grid.selectedRows().then(act));
  };
  const openFirst = (figures: readonly FigureRecord[]) => {
    const [first] = figures;
    if (first) openFigure(first);
    return Promise.resolve();
  };
  const firstOverTime = ([first]: readonly FigureRecord[]) => {
    showSeries(first);
    return Promise.resolve();
  };
  return [
    [
      { label: 'Open in its document', chord: 'Ctrl+Enter', run: withRows(openFirst) },
      { label: 'Over time', chord: 'Ctrl+G', run: withRows(firstOverTime) },
      { label: 'Tick', run: withRows((figures) => reviewAll(figures, 'ticked')) },
      { label: 'Dispute', run: withRows((figures) => reviewAll(figures, 'disputed')) },
      { label: 'Clear the review', run: withRows((figures) => reviewAll(figures, 'unreviewed')) },
    ],
    [{ label: 'Delete the figures', chord: 'Ctrl+-', run: withRows(removeFigures) }],
  ];
}
