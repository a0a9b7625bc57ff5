/** What the grid itself offers in its context menus: on cells what keys do, on a head what can be done to its column. */
import type { GridColumn } from './data/column';
import type { MenuItem } from './menus/ContextMenu';
import type { Sheet } from './sheet';

export function cellItems<Row, Set extends object>(
  sheet: Sheet<Row, Set>,
  columns: readonly GridColumn<Row, Set>[],
): readonly (readonly MenuItem[])[] {
  const copy: MenuItem = { label: 'Copy', chord: 'Ctrl+C', run: () => sheet.act('copy') };
  if (!columns.some(({ read }) => read !== undefined)) return [[copy]];
  return [
    [
      { label: 'Cut', chord: 'Ctrl+X', run: () => sheet.act('cut') },
      copy,
      { label: 'Empty the cells', chord: 'Delete', run: () => sheet.act('clear') },
    ],
    [
      { label: 'Fill down', chord: 'Ctrl+D', run: () => sheet.act('fill-down') },
      { label: 'Fill right', chord: 'Ctrl+R', run: () => sheet.act('fill-right') },
    ],
    [{ label: 'Find and replace…', chord: 'Ctrl+H', run: () => sheet.askToFind() }],
  ];
}

export function headItems<Row, Set extends object>(
  sheet: Sheet<Row, Set>,
  columns: readonly GridColumn<Row, Set>[],
  id: string,
): readonly (readonly MenuItem[])[] {
  const column = columns.find((one) => one.id === id);
  const state = sheet.layout().columns.find(({ colId }) => colId === id);
  const frozen = state?.pinned === 'left';
  const sorting: readonly MenuItem[] = [
    { label: 'Sort ascending', run: () => sheet.columnActions.sortBy(id, 'asc') },
    { label: 'Sort descending', run: () => sheet.columnActions.sortBy(id, 'desc') },
    { label: 'Do not sort', disabled: !state?.sort, run: () => sheet.columnActions.sortBy(id, null) },
  ];
  return [
    column?.sortable === false ? [] : sorting,
    column?.filterable === false ? [] : [{ label: 'Filter…', run: () => sheet.setFilterRow(true) }],
    [
      { label: 'Fit the width', run: () => sheet.columnActions.fit(id) },
      { label: frozen ? 'Let it scroll' : 'Freeze', run: () => sheet.columnActions.setFrozen(id, !frozen) },
      { label: 'Hide', run: () => sheet.columnActions.setVisible(id, false) },
    ],
  ];
}
