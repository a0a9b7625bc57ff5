/** A grid in React: the sheet with what is drawn over it, and the handle that views talk to it through. The caller keeps the layout. */
import { type ReactNode, type Ref, useCallback, useImperativeHandle } from 'react';
import { FindReplace } from './find/FindReplace';
import { ContextMenu } from './menus/ContextMenu';
import { type GridHandle, handleOf } from './handle';
import { type SheetProps, useSheet } from './use-sheet';
import './grid.css';
import './find/find.css';
import './write/drag-fill.css';

export interface DataGridProps<Row, Set extends object> extends SheetProps<Row, Set> {
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
  readonly ref?: Ref<GridHandle<Row>>;
}

export function DataGrid<Row, Set extends object>({ ref, empty, ...props }: DataGridProps<Row, Set>) {
  const { host, sheet, total, selection, filterRow, menu, setMenu, finding, closeFind } = useSheet(props);
  const closeMenu = useCallback(() => setMenu(null), [setMenu]);
  useImperativeHandle(ref, () => handleOf(sheet), [sheet]);
  const editable = props.columns.some(({ read }) => read !== undefined);
  const many = selection.rows * selection.columns > 1;
  return (
    <div
      className={['grid-host', filterRow && 'grid-filters-on', !editable && 'grid-read-only'].filter(Boolean).join(' ')}
    >
      <div ref={host} />
      {total === 0 && empty && <div className="grid-empty">{empty}</div>}
      {finding && sheet.current && (
        <FindReplace finder={sheet.current.finder} place={finding} revision={props.revision} onClose={closeFind} />
      )}
      {menu && (
        <ContextMenu
          at={menu.at}
          label={menu.row === null ? 'Column' : 'Cells'}
          groups={menu.groups}
          onClose={closeMenu}
        />
      )}
      <output className="visually-hidden">
        {many ? `${selection.rows} rows by ${selection.columns} columns selected` : ''}
      </output>
    </div>
  );
}
