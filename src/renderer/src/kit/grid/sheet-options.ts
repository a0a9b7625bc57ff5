/** What a grid is made with: its columns, its rows and its callbacks. */
import type { GridOptions } from 'ag-grid-community';
import type { MenuRequest } from './menus/menu-request';
import type { GridColumn } from './data/column';
import { element } from '../dom';
import type { CellReading, RowEdit } from './data/edits';
import type { GridLayout } from './data/layout';
import type { DraftStore } from './data/overlay';
import type { SelectionInfo } from './select/selection';
import type { Refusal } from './write/writer';
import type { RowSource } from './data/source';

export interface SheetOptions<Row, Set extends object> {
  /** Said to a screen reader: what the grid holds. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row, Set>[];
  readonly idOf: (row: Row) => string;
  readonly source: RowSource<Row>;
  readonly layout: GridLayout | null;
  /** Sends edits as one command named `label`; rejects with a sentence for a person. */
  readonly onEdit: (edits: readonly RowEdit<Set>[], label: string, create: readonly Set[]) => Promise<void>;
  /** What an error that `onEdit` rejects with means. */
  readonly refusalOf: (error: unknown) => Refusal;
  /** Makes a new row of the texts of its cells, by column; absent where no row can be made here. */
  readonly readNew?: (texts: ReadonlyMap<string, string>) => CellReading<Set>;
  readonly onFocus: (row: Row | null, column: string | null) => void;
  readonly onOpen: (row: Row) => void;
  readonly onLayout: (layout: GridLayout) => void;
  readonly onTotal: (total: number) => void;
  /** What a screen reader should hear and the status line may show. */
  readonly onSelection: (selection: SelectionInfo) => void;
  readonly onProblem: (message: string) => void;
  readonly onMenu: (asked: MenuRequest) => void;
  /** Find and replace is asked for. */
  readonly onFind: () => void;
  /** Where texts are kept that were not taken, and what a row is called there. */
  readonly drafts: DraftStore;
  readonly nameOf: (row: Row) => string;
  /** Rows that carry other rows (group heads) are drawn over the whole width and never edited. */
  readonly headOf?: (row: Row) => HTMLElement | null;
}

/** The library's options that depend on the rows. */
export function rowOptions<Row, Set extends object>({ idOf, headOf }: SheetOptions<Row, Set>): GridOptions<Row> {
  return {
    getRowId: ({ data }) => idOf(data),
    ...(headOf
      ? {
          isFullWidthRow: ({ rowNode }) => rowNode.data !== undefined && headOf(rowNode.data) !== null,
          fullWidthCellRenderer: ({ data }: { data?: Row }) =>
            (data === undefined ? null : headOf(data)) ?? element('span', ''),
        }
      : {}),
  };
}
