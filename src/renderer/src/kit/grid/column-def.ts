/** Makes the library's own definition of a column from the view's. */
import type { ColDef } from 'ag-grid-community';
import type { FilterKind, GridColumn } from './data/column';
import { element } from '../dom';
import { ChoiceEditor, type EditorHooks, TextEditor } from './write/editors';
import { actionOf } from './select/keys';
import type { Selection } from './select/selection';
import type { Writer } from './write/writer';

export interface ColumnParts<Row, Set extends object> {
  readonly selection: Selection<Row>;
  readonly writer: Writer<Row, Set>;
  readonly filterRow: boolean;
  readonly editable: boolean;
  /** Puts a text into every cell of the selection. */
  readonly typeIntoAll: (text: string) => void;
}

/** What can be typed into the box, said in it while it is empty. */
const EXAMPLES: Readonly<Record<FilterKind, string>> = {
  text: 'words, a | b, =',
  number: '>100, 10–20, =',
  period: '>=2026 Q1, =',
};

const filterOf = (kind: FilterKind) => ({
  filter: 'agTextColumnFilter',
  filterParams: {
    filterOptions: ['contains'],
    maxNumConditions: 1,
    debounceMs: 150,
    filterPlaceholder: EXAMPLES[kind],
  },
});

export function columnDef<Row, Set extends object>(
  column: GridColumn<Row, Set>,
  parts: ColumnParts<Row, Set>,
): ColDef<Row> {
  return {
    colId: column.id,
    headerName: column.title,
    ...(column.hint ? { headerTooltip: column.hint } : {}),
    ...(column.flex === undefined ? { initialWidth: column.width } : { initialFlex: column.flex }),
    minWidth: column.minWidth ?? (column.flex === undefined ? 48 : column.width),
    initialHide: column.hidden ?? false,
    ...(column.frozen ? { initialPinned: 'left' as const } : {}),
    sortable: column.sortable ?? true,
    resizable: true,
    editable: column.read !== undefined,
    ...(column.filterable === false ? {} : filterOf(column.filterKind ?? 'text')),
    floatingFilter: parts.filterRow,
    suppressFloatingFilterButton: true,
    suppressHeaderFilterButton: true,
    suppressHeaderMenuButton: true,
    headerClass: column.align ? `grid-head-${column.align}` : '',
    cellClass: column.align ? `grid-${column.align}` : '',
    cellClassRules: classRules(parts),
    valueGetter: ({ data }) => textOf(data, column, parts),
    cellRenderer: ({ data }: { data?: Row }) => draw(data, column, parts),
    cellEditor: column.choices ? ChoiceEditor : TextEditor,
    cellEditorPopup: column.choices !== undefined,
    cellEditorParams: { hooks: editorHooks(column, parts) },
    suppressKeyboardEvent: ({ event, editing }) => !editing && actionOf(event, parts.editable) !== null,
  };
}

function textOf<Row, Set extends object>(
  row: Row | undefined,
  column: GridColumn<Row, Set>,
  { writer }: ColumnParts<Row, Set>,
): string {
  if (row === undefined) return '';
  const held = writer.held(row, column.id);
  // Never equal to what an editor gives back: F2 and Enter on a text that was not taken send it again.
  return held === undefined ? column.text(row) : `\0${held.text}`;
}

function draw<Row, Set extends object>(
  row: Row | undefined,
  column: GridColumn<Row, Set>,
  { writer }: ColumnParts<Row, Set>,
): HTMLElement {
  if (row === undefined) return element('span', 'grid-waiting');
  const held = writer.held(row, column.id);
  if (held) return element('span', 'grid-held', [held.text], held.problem === null ? {} : { title: held.problem });
  const drawn = column.draw?.(row) ?? element('span', 'grid-text', [column.text(row)]);
  const tip = column.tip?.(row) ?? null;
  if (tip !== null) drawn.title = tip;
  return drawn;
}

function classRules<Row, Set extends object>({
  selection,
  writer,
}: ColumnParts<Row, Set>): NonNullable<ColDef<Row>['cellClassRules']> {
  return {
    'grid-in-range': ({ rowIndex, colDef }) => selection.edges(rowIndex, colDef.colId) !== null,
    'grid-corner': ({ rowIndex, colDef }) => selection.isCornerAt(rowIndex, colDef.colId),
    'grid-edge-up': ({ rowIndex, colDef }) => selection.edges(rowIndex, colDef.colId)?.includes('up') ?? false,
    'grid-edge-down': ({ rowIndex, colDef }) => selection.edges(rowIndex, colDef.colId)?.includes('down') ?? false,
    'grid-edge-left': ({ rowIndex, colDef }) => selection.edges(rowIndex, colDef.colId)?.includes('left') ?? false,
    'grid-edge-right': ({ rowIndex, colDef }) => selection.edges(rowIndex, colDef.colId)?.includes('right') ?? false,
    'grid-refused': ({ data, colDef }) => (writer.held(data, colDef.colId)?.problem ?? null) !== null,
  };
}

function editorHooks<Row, Set extends object>(
  column: GridColumn<Row, Set>,
  { selection, writer, typeIntoAll }: ColumnParts<Row, Set>,
): EditorHooks {
  return {
    startText: ({ data }: { data: Row }) =>
      writer.held(data, column.id)?.text ?? (column.editText ?? column.text)(data),
    label: () => column.title,
    typeIntoAll,
    moveBy: ({ rowIndex, column: at }, key) => selection.stepFrom(rowIndex, at.getColId(), key),
    ...(column.choices ? { choices: column.choices } : {}),
  };
}
