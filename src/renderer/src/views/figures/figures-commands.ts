/** What can be asked for in the Figures view by key, palette and menu. */
import type { FigureRecord } from '../../../../contract/records';
import { useCommands } from '../../app/commands';
import { offered } from '../../app/from-anywhere';
import type { GridHandle } from '../../kit/grid/handle';
import { showSeries } from '../shared/figure-actions';
import { removeFigures } from './grid/figure-edits';
import type { FiguresState } from './use-figures';

/** Shows or hides the filter row of the grid, where the grid is shown. */
export function toggleFilters(grid: GridHandle<FigureRecord> | null): void {
  grid?.setFilterRow(!grid.layout().filterRow);
}

export function useFiguresCommands({ grid, quick, layout, focused, setLayout, setCreating }: FiguresState): void {
  const group = 'Figures';
  useCommands([
    { ...offered('figures.new'), keys: ['Ctrl+Shift+F'], run: () => setCreating(true) },
    {
      id: 'figures.delete',
      label: 'Delete the selected figures',
      group,
      keys: ['Ctrl+-'],
      run: async () => removeFigures((await grid.current?.selectedRows()) ?? []),
    },
    {
      id: 'figures.quick',
      label: 'Filter figures by words',
      group,
      keys: ['Ctrl+F'],
      run: () => quick.current?.focus(),
    },
    {
      id: 'figures.replace',
      label: 'Find and replace in the grid',
      group,
      keys: ['Ctrl+H'],
      when: () => layout === 'grid',
      run: () => grid.current?.find(),
    },
    {
      id: 'figures.series',
      label: 'The metric of the figure over time',
      group,
      keys: ['Ctrl+G'],
      when: () => focused !== null,
      run: () => showSeries(focused === null ? null : { id: focused }),
    },
    {
      id: 'figures.filters',
      label: 'Filter row',
      group,
      keys: ['Ctrl+Shift+L'],
      run: () => toggleFilters(grid.current),
    },
    {
      id: 'figures.layout',
      label: layout === 'grid' ? 'Figures as a table by period' : 'Figures as a grid',
      group,
      run: () => setLayout(layout === 'grid' ? 'pivot' : 'grid'),
    },
  ]);
}
