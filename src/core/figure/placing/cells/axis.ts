/**
 * Grids of sensitivities: two axes of assumptions, and inside what comes out of them. The corner names the axes, or the
 * heads do, or the title does; what comes out is what the title names beside them.
 */
import type { Block, Layout, Span, Table } from '../../../document/model';
import type { Quantity } from '../../model';
import { readQuantities } from '../../quantity/quantity';
import { cleanText, flat } from './cell-words';
import type { MetricChoice } from '../metric/choose-metric';
import { findMetrics, type Metric } from '../mentions/metric';
import { type TableView, viewTable } from './table-view';

export interface Axes {
  readonly rows: string | null;
  readonly columns: string | null;
}

const SPLIT = /\s?[\\|×↓→]{1,2}\s?|\s\/\s|\s(?:vs\.?|versus|by|x|and|&)\s|\s?[与與和]\s?/iu;
const NUMBER = /^[+\-−±~]?[$€£¥]?\d[\d.,]*\s?(?:%|x|bps?)?$/u;
const LEAD =
  /^.{0,60}\b(?:sensitivity(?: analysis)?(?: (?:to|of|on|table))?|matrix|grid)\b[:：]?\s?|敏感性(?:分析)?[:：]?/iu;

/** What both axes measure, as the table writes it; null where nothing names one. */
export function axesOf({ table, corner, columns, lines }: TableView): Axes {
  const parts = corner.split(SPLIT).filter((part) => part !== '');
  const over = [...columns].find(([at]) => at > 0)?.[1].heads.at(-1) ?? '';
  const inHead = NUMBER.test(over) ? '' : flat(over.replace(/[+\-−±~]?[$€£¥]?\d[\d.,]*\s?(?:%|x|bps?)?$/u, ''));
  const told = (lines[0] ?? '')
    .replace(LEAD, '')
    .split(SPLIT)
    .filter((part) => part !== '');
  const other = parts.length === 1 && told.length === 2 ? told.find((part) => !alike(part, parts[0] ?? '')) : undefined;
  const [row, column] =
    parts.length >= 2 ? parts : parts.length === 1 ? [parts[0], other] : told.length === 2 ? told : [];
  return { rows: row ?? null, columns: inHead !== '' ? inHead : table.head.length > 1 ? (column ?? null) : null };
}

const alike = (a: string, b: string): boolean =>
  a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase());

const named = (words: string | null): Metric | null =>
  words === null ? null : (findMetrics(words, 0, words.length)[0]?.metric ?? null);

/** The choice for a number on an axis of that name. */
export function onAxis(words: string | null, { unit }: Quantity): MetricChoice {
  const metric = named(words);
  const fits = metric !== null && (metric.units.has(unit) || unit === 'count' || unit === 'other');
  return {
    metric: fits ? metric.id : null,
    label: words,
    words,
    kind: unit === 'percent' || unit === 'multiple' ? 'ratio' : 'level',
    companyWide: true,
    flow: false,
    time: 'view',
    at: null,
  };
}

const MODEL = /\bwacc\b|discount rate|cost of (?:equity|capital)|terminal|perpetu|exit multiple|折现|贴现|永续/iu;
const LARGEST_SHARE_VALUE = 100_000;

/** What a grid of a valuation's assumptions gives where no title says it: a value of the share. */
export function outcomeOf(view: TableView, { unit, currency, high, low }: Quantity): MetricChoice | null {
  const { rows, columns } = axesOf(view);
  if (!MODEL.test(`${rows ?? ''} ${columns ?? ''}`) || currency === null) return null;
  if (unit !== 'money' && unit !== 'per_share') return null;
  if (Math.abs(Number(high ?? low ?? 0)) > LARGEST_SHARE_VALUE) return null;
  return {
    metric: null,
    label: 'Fair value per share',
    words: 'Fair value per share',
    kind: 'level',
    companyWide: true,
    flow: false,
    time: 'view',
    at: null,
  };
}

/** `WACC × terminal growth (implied share price)`: what comes out stands in the bracket. */
function outcomeInTitle(text: string, { start, end }: Span): Span | null {
  const bracket = /\(([^()]{4,60})\)\s*$/u.exec(text.slice(start, end));
  const inside = bracket?.[1];
  if (bracket === null || inside === undefined || findMetrics(inside, 0, inside.length).length === 0) return null;
  if (!/[×*/]|\bvs\.?\s|\bby\b/iu.test(text.slice(start, start + bracket.index))) return null;
  return { start: start + bracket.index + 1, end: start + bracket.index + 1 + inside.length };
}

/** A line names what comes out only where its metric is that of no axis. */
export function titleOf(text: string, view: TableView): Span | null {
  const { titled } = view;
  if (titled === null) return null;
  const outcome = outcomeInTitle(text, titled);
  if (outcome !== null) return outcome;
  const axes = axesOf(view);
  const inside = new Set([named(axes.rows)?.id, named(axes.columns)?.id]);
  const [measured] = findMetrics(text, titled.start, titled.end).filter(
    ({ weak, metric }) => !weak && !inside.has(metric.id),
  );
  return measured ? { start: measured.start, end: measured.end } : null;
}

/** How a number that heads a column of a grid was read. */
export const AXIS_RULE = 'cell.axis';

export interface AxisFigure {
  readonly quantity: Quantity;
  readonly axis: MetricChoice;
}

/** The numbers that head the columns of a grid are its assumptions, and figures as those down its side are. */
export function headFigures(layout: Layout, block: Block): AxisFigure[] {
  const table: Table | undefined = block.table === null ? undefined : layout.tables[block.table];
  if (!table) return [];
  const view = viewTable(layout, table);
  if (view.metricsIn !== 'neither') return [];
  const { columns } = axesOf(view);
  return table.head.flatMap((cell) => {
    if (cell.column === 0 || cell.start < block.start || cell.end > block.end) return [];
    const options = { language: layout.language, cell: true, from: cell.start, to: cell.end };
    return readQuantities(layout.text, options)
      .filter(({ unit }) => isAssumed(unit) || NUMBER.test(cleanText(layout.text, cell)))
      .map((quantity) => ({ quantity: { ...quantity, rule: AXIS_RULE }, axis: onAxis(columns, quantity) }));
  });
}

const isAssumed = (unit: Quantity['unit']): boolean => unit === 'percent' || unit === 'multiple' || unit === 'bps';
