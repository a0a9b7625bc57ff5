/**
 * A grid in React: makes the sheet once, hands it the newest callbacks, and reads its rows again when the notebook has
 * changed. The caller keeps the layout. Views talk to it through a handle.
 */
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { AskedMenu } from './asked-menu';
import type { GridColumn } from './column';
import { ContextMenu, type MenuItem } from './ContextMenu';
import type { CellReading, RowEdit } from './edits';
import { EMPTY_LAYOUT, type GridLayout } from './layout';
import type { Shelf } from './overlay';
import type { SelectionInfo } from './selection';
import { Sheet } from './sheet';
import { cellItems, headItems } from './menu-items';
import { ownShelf } from './own-shelf';
import type { RowSource } from './source';
import './grid.css';

export interface GridHandle<Row> {
  readonly focusRow: (id: string, column?: string) => boolean;
  readonly focusIndex: (index: number, column?: string) => void;
  readonly focusedIndex: () => number | null;
  readonly refresh: () => Promise<void>;
  readonly selectedRows: () => Promise<readonly Row[]>;
  readonly layout: () => GridLayout;
  readonly applyLayout: (layout: GridLayout) => void;
  readonly resetLayout: () => void;
  readonly setFilterRow: (on: boolean) => void;
  readonly setColumnVisible: (id: string, visible: boolean) => void;
  readonly setColumnFrozen: (id: string, frozen: boolean) => void;
  readonly moveColumn: (id: string, by: number) => void;
  readonly refocus: () => void;
}

export interface DataGridProps<Row, Set extends object> {
  readonly label: string;
  /** The same array at every drawing, else the grid is made anew. */
  readonly columns: readonly GridColumn<Row, Set>[];
  readonly idOf: (row: Row) => string;
  /** Another object means other rows: the grid goes back to the top. */
  readonly source: RowSource<Row>;
  /** Changes whenever the notebook has: loaded rows are then read again in place. */
  readonly revision: string | number;
  /** The layout to start with; null for the columns' own. */
  readonly storedLayout: () => GridLayout | null;
  /** What could not be done with the rows, in a sentence. */
  readonly onProblem: (text: string) => void;
  readonly onEdit?: (edits: readonly RowEdit<Set>[], label: string, create: readonly Set[]) => Promise<void>;
  /** Makes a new row of the texts of its cells, by column; absent where no row can be made by pasting. */
  readonly readNew?: (texts: ReadonlyMap<string, string>) => CellReading<Set>;
  /** What a person calls a row, where it is named away from the grid. */
  readonly nameOf?: (row: Row) => string;
  /** Where texts are kept that were not taken; without one they go with the grid. */
  readonly shelf?: Shelf;
  readonly onFocus?: (row: Row | null, column: string | null) => void;
  readonly onOpen?: (row: Row) => void;
  readonly onTotal?: (total: number) => void;
  readonly onSelection?: (selection: SelectionInfo) => void;
  readonly onLayout?: (layout: GridLayout) => void;
  /** What else can be done to the selected rows, for the menu of a cell. */
  readonly menuItems?: () => readonly (readonly MenuItem[])[];
  readonly headOf?: (row: Row) => HTMLElement | null;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
  readonly ref?: Ref<GridHandle<Row>>;
}

const noEdit = () => Promise.reject(new Error('These rows cannot be edited here.'));

export function DataGrid<Row, Set extends object>({ ref, ...props }: DataGridProps<Row, Set>) {
  const { columns, source, revision, label } = props;
  const host = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet<Row, Set> | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [selection, setSelection] = useState<SelectionInfo>({ rows: 0, columns: 0, columnIds: [] });
  const [filterRow, setFilterRow] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const closeMenu = useCallback(() => setMenu(null), []);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const stored = latest.current.storedLayout();
    setFilterRow(stored?.filterRow ?? false);
    const { headOf } = latest.current;
    const made = new Sheet<Row, Set>(host.current, {
      label,
      columns,
      layout: stored,
      source: latest.current.source,
      idOf: (row) => latest.current.idOf(row),
      onEdit: (edits, name, create) => (latest.current.onEdit ?? noEdit)(edits, name, create),
      ...(latest.current.readNew ? { readNew: latest.current.readNew } : {}),
      onFocus: (row, column) => latest.current.onFocus?.(row, column),
      onOpen: (row) => latest.current.onOpen?.(row),
      shelf: latest.current.shelf ?? ownShelf(),
      nameOf: (row) => latest.current.nameOf?.(row) ?? 'a row',
      onProblem: (text) => latest.current.onProblem(text),
      onMenu: (asked) => {
        const groups =
          asked.row === null
            ? headItems(made, columns, asked.column)
            : [...cellItems(made, columns), ...(latest.current.menuItems?.() ?? [])];
        setMenu({ ...asked, groups });
      },
      onTotal: (rows) => {
        setTotal(rows);
        latest.current.onTotal?.(rows);
      },
      onSelection: (selected) => {
        setSelection(selected);
        latest.current.onSelection?.(selected);
      },
      onLayout: (layout) => {
        setFilterRow(layout.filterRow);
        latest.current.onLayout?.(layout);
      },
      ...(headOf ? { headOf: (row: Row) => latest.current.headOf?.(row) ?? null } : {}),
    });
    sheet.current = made;
    return () => {
      sheet.current = null;
      made.destroy();
    };
  }, [columns, label]);

  // The sheet starts with the source of its first drawing; only a later one is a change.
  const shownSource = useRef(source);
  useEffect(() => {
    if (shownSource.current === source) return;
    shownSource.current = source;
    sheet.current?.setSource(source);
  }, [source]);

  const shownRevision = useRef(revision);
  useEffect(() => {
    if (shownRevision.current === revision) return;
    shownRevision.current = revision;
    sheet.current?.refresh().catch((error: unknown) => {
      latest.current.onProblem(error instanceof Error ? error.message : String(error));
    });
  }, [revision]);

  useImperativeHandle(ref, () => handleOf(sheet), []);

  const many = selection.rows * selection.columns > 1;
  return (
    <div className={filterRow ? 'grid-host grid-filters-on' : 'grid-host'}>
      <div ref={host} />
      {total === 0 && props.empty && <div className="grid-empty">{props.empty}</div>}
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

/** A context menu with what can be done where it was asked for. */
interface OpenMenu extends AskedMenu {
  readonly groups: readonly (readonly MenuItem[])[];
}

function handleOf<Row, Set extends object>(sheet: { readonly current: Sheet<Row, Set> | null }): GridHandle<Row> {
  return {
    focusRow: (id, column) => sheet.current?.focusRow(id, column) ?? false,
    focusIndex: (index, column) => sheet.current?.focusIndex(index, column),
    focusedIndex: () => sheet.current?.focusedIndex() ?? null,
    refresh: () => sheet.current?.refresh() ?? Promise.resolve(),
    selectedRows: () => sheet.current?.selectedRows() ?? Promise.resolve([]),
    layout: () => sheet.current?.layout() ?? EMPTY_LAYOUT,
    applyLayout: (layout) => sheet.current?.applyLayout(layout),
    resetLayout: () => sheet.current?.resetLayout(),
    setFilterRow: (on) => sheet.current?.setFilterRow(on),
    setColumnVisible: (id, visible) => sheet.current?.setColumnVisible(id, visible),
    setColumnFrozen: (id, frozen) => sheet.current?.setColumnFrozen(id, frozen),
    moveColumn: (id, by) => sheet.current?.moveColumn(id, by),
    refocus: () => sheet.current?.refocus(),
  };
}
