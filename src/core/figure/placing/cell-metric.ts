/** What a cell measures: its row's label or its column's head, verbatim, and the lexicon's name where it knows the words. */
import type { Cell, Layout, Span } from '../../document/model';
import type { FigureKind, Quantity, Unit } from '../model';
import { isNegative } from '../quantity/decimal';
import { cleanSpan, cleanText, flat, isKind } from './cell-words';
import { chooseMetric, type MetricChoice } from './choose-metric';
import { hasTrait } from './metric';
import type { Scene, Scenes } from './scene';
import type { ColumnView, TableView } from './table-view';

/** Words that a metric's name may have around it and still be what the label is of. */
const LEAST_COVERED = 0.5;
const LONGEST_LABEL = 200;

const KINDS: Readonly<Partial<Record<Unit, FigureKind>>> = {
  percent: 'ratio',
  multiple: 'ratio',
  bps: 'bps',
  percentage_points: 'bps',
  count: 'count',
  years: 'duration',
  quarters: 'duration',
  months: 'duration',
  weeks: 'duration',
  days: 'duration',
  hours: 'duration',
  score: 'rating',
};

const SCORE: MetricChoice = {
  metric: 'score',
  label: 'Score',
  kind: 'rating',
  companyWide: true,
  flow: false,
  time: 'view',
  words: null,
  at: null,
};

export interface CellMetric {
  readonly choice: MetricChoice;
  readonly direction: 'up' | 'down' | null;
}

export interface MetricPlace {
  readonly cell: Cell;
  readonly label: Cell | null;
  /** Groups above the row, from the outermost. */
  readonly path: readonly Span[];
  readonly column: ColumnView | null;
}

export function metricOfCell(
  layout: Layout,
  scenes: Scenes,
  view: TableView,
  place: MetricPlace,
  quantity: Quantity,
): CellMetric {
  const named = namingSpan(layout, view, place);
  const words = wordsOf(layout.text, view, place, named);
  const grown = isGrown(layout.text, place, quantity);
  const changing = grown || place.column?.isChange === true || place.column?.isSurprise === true;
  const known = named === null ? null : knownMetric(layout.text, scenes, named, quantity, changing);
  const base: MetricChoice = known ??
    (quantity.unit === 'score' ? SCORE : null) ?? {
      metric: null,
      label: null,
      kind: KINDS[quantity.unit] ?? 'level',
      companyWide: false,
      flow: true,
      time: 'flow',
      words: null,
      at: null,
    };
  const choice: MetricChoice = { ...base, at: named, words: words ?? base.words };
  return changed(choice, place.column, grown, quantity);
}

/** The cell whose words name the metric; a title's where neither axis does. */
function namingSpan({ text }: Layout, view: TableView, { label, path, column }: MetricPlace): Span | null {
  if (view.metricsIn === 'columns') return column?.name ?? label;
  if (view.metricsIn === 'neither') return null;
  if (view.rowsAreNames && label) return view.table.head.find((cell) => cell.column === 0) ?? label;
  if (label && isKind('generic', cleanText(text, label))) return path.at(-1) ?? label;
  return label ?? column?.name ?? null;
}

function wordsOf(text: string, view: TableView, { label, path }: MetricPlace, named: Span | null): string | null {
  if (named === null) return view.lines.find((line) => line.length <= LONGEST_LABEL) ?? null;
  const own = cleanText(text, named).replace(/[:：]$/u, '');
  const rest =
    label && view.metricsIn === 'rows' && !view.rowsAreNames && named !== label ? cleanText(text, label) : '';
  const all = rest === '' || path.length === 0 ? own : `${own}: ${rest}`;
  return all === '' ? null : all.slice(0, LONGEST_LABEL);
}

/** The lexicon's metric where its words are most of the label: a part of a longer name is another thing. */
function knownMetric(
  text: string,
  scenes: Scenes,
  span: Span,
  quantity: Quantity,
  changing: boolean,
): MetricChoice | null {
  const { start, end } = cleanSpan(text, span);
  if (end <= start) return null;
  const scene = scenes.of(start, end);
  if (scene.metrics.length === 0) return null;
  const moved: Quantity = { ...quantity, start: end, end };
  const choice = changing ? ofMention(scene, quantity) : chooseMetric(text, moved, scene, start, end);
  if (choice.metric === null || choice.at === null) return null;
  const letters = (from: number, to: number) =>
    flat(text.slice(from, to)).replaceAll(/\([^)]{0,40}\)|[^\p{L}\p{N}]/gu, '').length;
  const covered = scene.metrics.reduce((sum, mention) => sum + letters(mention.start, mention.end), 0);
  // `Harbour revenue`: the name says whose it is, not what.
  const names = scene.entities
    .filter((one) => !scene.metrics.some((mention) => mention.start < one.end && one.start < mention.end))
    .reduce((sum, one) => sum + letters(one.start, one.end), 0);
  return covered >= (letters(start, end) - names) * LEAST_COVERED ? choice : null;
}

const GROWN_BEFORE = /(?:yoy|y\/y|qoq|q\/q|yr\/yr)\s?[:(]?\s?$|(?:同比|环比)(?:增长|下降|增加|减少)?\s?$/i;
const GROWN_AFTER = /^\s?[,(]?\s?(?:yoy|y\/y|qoq|q\/q|yr\/yr|year[- ]over[- ]year)/i;

/** `$37.6B (YoY +28%)`: the cell itself says that this number is a change. */
function isGrown(text: string, { cell }: MetricPlace, quantity: Quantity): boolean {
  if (quantity.unit !== 'percent' && quantity.unit !== 'bps' && quantity.unit !== 'percentage_points') return false;
  return (
    GROWN_BEFORE.test(text.slice(Math.max(cell.start, quantity.start - 12), quantity.start)) ||
    GROWN_AFTER.test(text.slice(quantity.end, Math.min(cell.end, quantity.end + 20)))
  );
}

/** What a change is a change of, whatever unit the change itself is printed in. */
function ofMention(scene: Scene, { unit }: Quantity): MetricChoice {
  const best = scene.metrics.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return {
    metric: best?.metric.id ?? null,
    label: best?.metric.label ?? null,
    kind: KINDS[unit] ?? 'level',
    companyWide: false,
    flow: true,
    time: 'flow',
    words: null,
    at: best ? { start: best.start, end: best.end } : null,
  };
}

/** A column of changes makes a change of the row's metric; the sign is its way. */
function changed(choice: MetricChoice, column: ColumnView | null, grown: boolean, quantity: Quantity): CellMetric {
  const isDown = isNegative(quantity.low ?? quantity.high ?? '0');
  const way = isDown ? 'down' : 'up';
  const changing =
    hasTrait(choice.metric, 'way') || choice.kind === 'growth' || choice.kind === 'delta' || choice.kind === 'bps';
  if (column?.isSurprise && choice.metric !== null) {
    const base = choice.metric.replace(/_growth$/, '');
    return { choice: { ...choice, metric: `${base}_surprise`, kind: 'delta' }, direction: way };
  }
  if (column?.isChange !== true && !grown) return { choice, direction: changing ? way : null };
  const isRate = quantity.unit === 'percent';
  const isPoints = quantity.unit === 'bps' || quantity.unit === 'percentage_points';
  const base = choice.metric?.replace(/_(?:growth|change)$/, '') ?? null;
  const metric = base === null ? null : isRate ? `${base}_growth` : `${base}_change`;
  const words = choice.words === null ? null : `${choice.words} ${isRate ? 'growth' : 'change'}`;
  return {
    choice: { ...choice, metric, kind: isRate ? 'growth' : isPoints ? 'bps' : 'delta', words },
    direction: way,
  };
}
