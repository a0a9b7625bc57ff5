/** What a table's plan proposes for each cell, kept until it is committed. */
import type { TableFigure } from '../../../core/table/cell-figure';
import type { TableMapping } from '../../../core/table/model';
import type { FigureRow } from '../../storage/db/rows';
import type { PlannedFigure } from '../../../contract/records/table-plan';

export interface PlannedCell {
  readonly what: PlannedFigure['what'];
  readonly figure: TableFigure;
  /** The figure that is here, and the cells of it that change. */
  readonly old: FigureRow | null;
  readonly set: Partial<FigureRow> | null;
  readonly doubt: string | null;
}

export interface PlannedTable {
  readonly cells: readonly PlannedCell[];
  readonly mapping: TableMapping;
}
