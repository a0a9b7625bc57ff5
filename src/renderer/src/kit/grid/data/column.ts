/** A column of a grid as a view defines it. What the grid library needs is made from this. */
import type { EditableColumn } from './edits';

export interface Choice {
  /** What is written into the cell when it is picked. */
  readonly value: string;
  readonly label: string;
  /** The letter that picks it from the keyboard; shown as a mark, in a class's colour where `tone` names one. */
  readonly key?: string;
  readonly tone?: string;
}

/** What a column is filtered by; which words that takes is the reader's of the filter row. */
export type FilterKind = 'text' | 'number' | 'period';

export interface GridColumn<Row, Set extends object> extends EditableColumn<Row, Set> {
  readonly title: string;
  /** Said to a screen reader and shown over the head where `title` is a mark or short. */
  readonly hint?: string;
  readonly width: number;
  readonly minWidth?: number;
  /** Takes its share of the room that is left; `width` is then the least it wants. */
  readonly flex?: number;
  readonly align?: 'right' | 'center';
  /** How a cell looks where its text alone does not do; never changes what is copied. */
  readonly draw?: (row: Row) => HTMLElement;
  /** Shown when the pointer rests on a cell. */
  readonly tip?: (row: Row) => string | null;
  /** A closed list: the cell's editor is a list instead of a text box. */
  readonly choices?: readonly Choice[];
  readonly sortKey?: (row: Row) => string | number;
  readonly sortable?: boolean;
  readonly filterable?: boolean;
  /** How its filter is read; words where nothing is said. */
  readonly filterKind?: FilterKind;
  readonly hidden?: boolean;
  readonly frozen?: boolean;
  /** Double click opens the row (a quote in its document) instead of editing. */
  readonly opens?: boolean;
}
