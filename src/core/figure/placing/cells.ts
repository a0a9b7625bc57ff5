/**
 * What a table's cell is a figure of: its numbers with the scale, unit and sign that the table gives them, and what the
 * row path (label, sub-heads, group heads), the column path (stacked heads), caption, unit line and source line say.
 */
import type { Block, Layout, Span, Table } from '../../document/model';
import type { MetricChoice } from './choose-metric';
import { chooseMetric } from './choose-metric';
import { type PeriodChoice, periodOfCells } from './choose-period';
import type { DocumentContext, PlacedFigure, Quantity } from '../model';
import { readQuantities } from '../quantity/quantity';
import type { Scene, Scenes } from './scene';
import { scaleCell } from './table-scale';

export type CellPlace = NonNullable<PlacedFigure['cell']>;

export interface CellQuantity {
  readonly quantity: Quantity;
  readonly cell: CellPlace;
}

/** What the cell itself says, null where it is silent: the reader asks no further for what the table settles. */
export interface CellReading {
  readonly metric: MetricChoice | null;
  readonly period: PeriodChoice | null;
  readonly entity: string | null;
}

export function cellAt(layout: Layout, block: Block, { start, end }: Span): CellPlace | null {
  if (block.table === null || block.row === null) return null;
  const cells = layout.tables[block.table]?.rows[block.row]?.cells ?? [];
  const cell = cells.find((one) => one.start <= start && end <= one.end);
  return cell ? { table: block.table, row: block.row, column: cell.column } : null;
}

const POINTING_HEAD = /^(?:sources?|refs?\.?|references?|notes?|footnotes?|no\.?|nr\.?|#|pages?|来源|出处|附注|页码)$/i;
const NUMBERS_ALONE = /^[\s\d,;.()[\]–-]{1,24}$/;
const AMOUNT = /\d{4}|\d\.\d/;

/** Columns that say where to look hold numbers of notes, sources and pages, not figures. */
const isPointer = (head: string, cell: string): boolean =>
  POINTING_HEAD.test(head.trim()) && NUMBERS_ALONE.test(cell) && !AMOUNT.test(cell);

/** Quantities of the cells of one row, each with what its table says of scale and unit applied. */
export function cellQuantities(layout: Layout, table: Table, row: number): CellQuantity[] {
  const found: CellQuantity[] = [];
  const cells = table.rows[row]?.cells ?? [];
  const above = table.caption ? layout.text.slice(table.caption.start, table.caption.end) : '';
  // "NOK m | 2Q26A | …": the head of the label column speaks for the whole table.
  const caption = `${above}\n${table.head.find(({ column }) => column === 0)?.text ?? ''}`;
  const label = cells[0]?.text ?? '';
  for (const cell of cells) {
    const head = table.head.find((candidate) => candidate.column === cell.column)?.text ?? '';
    if (isPointer(head, cell.text)) continue;
    for (const quantity of readQuantities(layout.text, {
      language: layout.language,
      from: cell.start,
      to: cell.end,
      cell: cell.column > 0,
    })) {
      const placed = { table: table.index, row, column: cell.column };
      found.push({
        quantity: cell.column > 0 ? scaleCell(quantity, caption, head, label) : quantity,
        cell: placed,
      });
    }
  }
  return found;
}

/** The cell a quantity stands in: its neighbours are of other columns and say nothing of its period. */
export function cellSpan(layout: Layout, cell: CellPlace, quantity: Quantity): Span | null {
  const cells = layout.tables[cell.table]?.rows[cell.row]?.cells ?? [];
  return cells.find(({ start, end }) => start <= quantity.start && quantity.end <= end) ?? null;
}

/** What the row label and column head of a cell say. */
export function readCell(
  layout: Layout,
  scenes: Scenes,
  context: DocumentContext,
  cell: CellPlace,
  quantity: Quantity,
): CellReading | null {
  const table = layout.tables[cell.table];
  const cells = table?.rows[cell.row]?.cells;
  const label = cells?.[0];
  if (!table || !label || cell.column === 0) return null;
  const head = table.head.find((candidate) => candidate.column === cell.column);
  const labelScene = scenes.of(label.start, label.end);
  const headPeriods = head ? scenes.of(head.start, head.end).periods : [];
  const captionPeriods = table.caption ? scenes.of(table.caption.start, table.caption.end).periods : [];
  const named = labelScene.entities.find((mention) => mention.kind !== 'subject') ?? labelScene.entities[0];
  return {
    metric: rowMetric(layout.text, quantity, labelScene, head?.text ?? ''),
    period: periodOfCells([headPeriods, labelScene.periods, captionPeriods], context),
    entity: named?.entity ?? null,
  };
}

function rowMetric(text: string, quantity: Quantity, label: Scene, head: string): MetricChoice | null {
  if (
    label.metrics.length === 0 ||
    quantity.unit === 'quarters' ||
    quantity.unit === 'years' ||
    quantity.unit === 'months'
  )
    return null;
  const moved: Quantity = {
    ...quantity,
    start: label.end,
    end: label.end,
    direction: quantity.direction ?? (GROWTH_HEAD.test(head) ? 'up' : null),
  };
  const choice = chooseMetric(text, moved, label, label.start, label.end);
  if (choice.metric === null) return null;
  if (!SURPRISE_HEAD.test(head) || choice.metric.endsWith('_change')) return choice;
  const base = choice.metric.replace(/_growth$/, '');
  return {
    ...choice,
    metric: `${base}_surprise`,
    label: `${(choice.label ?? '').replace(/ growth$/, '')} surprise`,
    kind: 'delta',
  };
}

const GROWTH_HEAD = /\b(?:yoy|y\/y|growth|change|chg|qoq|q\/q)\b|同比|环比/i;
const SURPRISE_HEAD = /\b(?:vs\.?|versus|surprise|beat|miss|variance|delta|difference|diff)\b/i;
