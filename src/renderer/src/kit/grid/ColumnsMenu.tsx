/** Which columns a grid shows, in what order, and which of them are frozen. */
import type { RefObject } from 'react';
import { useState } from 'react';
import { Button, IconButton } from '../Button';
import type { GridColumn } from './data/column';
import type { GridHandle } from './handle';
import { Menu } from './menus/Menu';

interface Props<Row, Set extends object> {
  readonly grid: RefObject<GridHandle<Row> | null>;
  readonly columns: readonly GridColumn<Row, Set>[];
}

export function ColumnsMenu<Row, Set extends object>({ grid, columns }: Props<Row, Set>) {
  return (
    <Menu label="Columns">
      <ColumnList grid={grid} columns={columns} />
    </Menu>
  );
}

function ColumnList<Row, Set extends object>({ grid, columns }: Props<Row, Set>) {
  // The grid owns its layout; this only asks it again after each change.
  const [layout, setLayout] = useState(() => grid.current?.layout());
  const change = (act: (handle: GridHandle<Row>) => void) => {
    if (!grid.current) return;
    act(grid.current);
    setLayout(grid.current.layout());
  };
  const titles = new Map(columns.map((column) => [column.id, column.hint ?? column.title]));
  const shown = layout?.columns ?? [];
  return (
    <>
      <ul>
        {shown.map(({ colId, hide, pinned }, index) => {
          const title = titles.get(colId) ?? colId;
          return (
            <li key={colId} className="menu-row">
              <label>
                <input
                  type="checkbox"
                  checked={!hide}
                  onChange={(event) => change((handle) => handle.setColumnVisible(colId, event.target.checked))}
                />
                <span className="truncate">{title}</span>
              </label>
              <IconButton
                icon="panel"
                label={`Freeze ${title}`}
                aria-pressed={pinned === 'left'}
                onClick={() => change((handle) => handle.setColumnFrozen(colId, pinned !== 'left'))}
              />
              <IconButton
                icon="up"
                label={`Move ${title} left`}
                disabled={index === 0}
                onClick={() => change((handle) => handle.moveColumn(colId, -1))}
              />
              <IconButton
                icon="down"
                label={`Move ${title} right`}
                disabled={index === shown.length - 1}
                onClick={() => change((handle) => handle.moveColumn(colId, 1))}
              />
            </li>
          );
        })}
      </ul>
      <div className="menu-foot">
        <Button look="quiet" onClick={() => change((handle) => handle.resetLayout())}>
          Reset columns
        </Button>
      </div>
    </>
  );
}
