/** The sheet of a grid as a React hook: it is made once, calls the newest callbacks, and is refreshed when its rows have changed. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MenuRequest } from './menus/menu-request';
import type { GridColumn } from './data/column';
import type { MenuItem } from './menus/ContextMenu';
import type { CellReading, RowEdit } from './data/edits';
import type { GridLayout } from './data/layout';
import type { FindPlace } from './find/finder';
import { cellItems, headItems } from './menu-items';
import type { DraftStore } from './data/overlay';
import { memoryDrafts } from './data/memory-drafts';
import type { SelectionInfo } from './select/selection';
import { Sheet } from './sheet';
import type { SheetOptions } from './sheet-options';
import type { Refusal } from './write/writer';
import type { RowSource } from './data/source';

export interface SheetProps<Row, Set extends object> {
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
  /** What an error that `onEdit` rejects with means; without it, every text may be taken later. */
  readonly refusalOf?: (error: unknown) => Refusal;
  /** Makes a new row of the texts of its cells, by column; absent where no row can be made by pasting. */
  readonly readNew?: (texts: ReadonlyMap<string, string>) => CellReading<Set>;
  /** What a person calls a row, where it is named away from the grid. */
  readonly nameOf?: (row: Row) => string;
  /** Where texts are kept that were not taken; without one they go with the grid. */
  readonly drafts?: DraftStore;
  readonly onFocus?: (row: Row | null, column: string | null) => void;
  readonly onOpen?: (row: Row) => void;
  readonly onTotal?: (total: number) => void;
  readonly onSelection?: (selection: SelectionInfo) => void;
  readonly onLayout?: (layout: GridLayout) => void;
  /** What else can be done to the selected rows, for the menu of a cell. */
  readonly menuItems?: () => readonly (readonly MenuItem[])[];
  readonly headOf?: (row: Row) => HTMLElement | null;
}

/** A context menu with what can be done where it was asked for. */
export interface OpenMenu extends MenuRequest {
  readonly groups: readonly (readonly MenuItem[])[];
}

interface SheetState<Row, Set extends object> {
  /** The element that the sheet is made in. */
  readonly host: RefObject<HTMLDivElement | null>;
  readonly sheet: RefObject<Sheet<Row, Set> | null>;
  /** Rows there are; null until they were counted. */
  readonly total: number | null;
  readonly selection: SelectionInfo;
  readonly filterRow: boolean;
  readonly menu: OpenMenu | null;
  readonly setMenu: (menu: OpenMenu | null) => void;
  /** Where find and replace began; null while it is closed. */
  readonly finding: FindPlace | null;
  readonly closeFind: () => void;
}

const NO_SELECTION: SelectionInfo = { rows: 0, columns: 0, columnIds: [] };
const MAY_COME: Refusal = { isFinal: false, text: null };
const noEdit = () => Promise.reject(new Error('These rows cannot be edited here.'));

export function useSheet<Row, Set extends object>(props: SheetProps<Row, Set>): SheetState<Row, Set> {
  const { columns, label } = props;
  const host = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet<Row, Set> | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [selection, setSelection] = useState(NO_SELECTION);
  const [filterRow, setFilterRow] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [finding, setFinding] = useState<FindPlace | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!host.current) return undefined;
    const layout = latest.current.storedLayout();
    setFilterRow(layout?.filterRow ?? false);
    const shown: Shown = { setTotal, setSelection, setFilterRow };
    const made: Sheet<Row, Set> = new Sheet(host.current, {
      label,
      columns,
      layout,
      ...dataOptions(latest),
      ...eventOptions(latest, shown),
      onMenu: (asked) => setMenu({ ...asked, groups: itemsOf(made, asked, latest.current) }),
      onFind: () => setFinding(made.finder.place()),
    });
    sheet.current = made;
    return () => {
      sheet.current = null;
      made.destroy();
    };
  }, [columns, label]);
  useChanges(sheet, props, latest);
  const closeFind = () => {
    setFinding(null);
    sheet.current?.refocus();
  };
  return { host, sheet, total, selection, filterRow, menu, setMenu, finding, closeFind };
}

type Latest<Row, Set extends object> = RefObject<SheetProps<Row, Set>>;

type DataOption = 'source' | 'idOf' | 'onEdit' | 'refusalOf' | 'readNew' | 'drafts' | 'nameOf' | 'headOf';

/** What the rows are, how they are named and drawn, and where an edit of them goes. */
function dataOptions<Row, Set extends object>(latest: Latest<Row, Set>): Pick<SheetOptions<Row, Set>, DataOption> {
  const { source, drafts, readNew, headOf } = latest.current;
  return {
    source,
    idOf: (row) => latest.current.idOf(row),
    refusalOf: (error) => latest.current.refusalOf?.(error) ?? MAY_COME,
    onEdit: (edits, name, create) => (latest.current.onEdit ?? noEdit)(edits, name, create),
    drafts: drafts ?? memoryDrafts(),
    nameOf: (row) => latest.current.nameOf?.(row) ?? 'a row',
    ...(readNew ? { readNew } : {}),
    ...(headOf ? { headOf: (row: Row) => latest.current.headOf?.(row) ?? null } : {}),
  };
}

interface Shown {
  readonly setTotal: (total: number) => void;
  readonly setSelection: (selection: SelectionInfo) => void;
  readonly setFilterRow: (on: boolean) => void;
}

type EventOption = 'onFocus' | 'onOpen' | 'onProblem' | 'onTotal' | 'onSelection' | 'onLayout';

/** The callbacks of the sheet: they go to the view and to what is drawn around the sheet. */
function eventOptions<Row, Set extends object>(
  latest: Latest<Row, Set>,
  shown: Shown,
): Pick<SheetOptions<Row, Set>, EventOption> {
  return {
    onFocus: (row, column) => latest.current.onFocus?.(row, column),
    onOpen: (row) => latest.current.onOpen?.(row),
    onProblem: (text) => latest.current.onProblem(text),
    onTotal: (rows) => {
      shown.setTotal(rows);
      latest.current.onTotal?.(rows);
    },
    onSelection: (selected) => {
      shown.setSelection(selected);
      latest.current.onSelection?.(selected);
    },
    onLayout: (layout) => {
      shown.setFilterRow(layout.filterRow);
      latest.current.onLayout?.(layout);
    },
  };
}

function itemsOf<Row, Set extends object>(
  sheet: Sheet<Row, Set>,
  asked: MenuRequest,
  { columns, menuItems }: SheetProps<Row, Set>,
): OpenMenu['groups'] {
  if (asked.row === null) return headItems(sheet, columns, asked.column);
  return [...cellItems(sheet, columns), ...(menuItems?.() ?? [])];
}

/** Gives the sheet another source, and refreshes it at another revision. */
function useChanges<Row, Set extends object>(
  sheet: RefObject<Sheet<Row, Set> | null>,
  { source, revision }: SheetProps<Row, Set>,
  latest: Latest<Row, Set>,
): void {
  // The sheet starts with the source and the revision of its first drawing; only a later one is a change.
  const shownSource = useRef(source);
  useEffect(() => {
    if (shownSource.current === source) return;
    shownSource.current = source;
    sheet.current?.setSource(source);
  }, [sheet, source]);
  const shownRevision = useRef(revision);
  useEffect(() => {
    if (shownRevision.current === revision) return;
    shownRevision.current = revision;
    sheet.current?.refresh().catch((error: unknown) => {
      latest.current.onProblem(error instanceof Error ? error.message : String(error));
    });
  }, [sheet, revision, latest]);
}
