/** What a cell measures: its row's label or its column's head, verbatim, and the lexicon's name where it knows the words. */
import type { Cell, Layout, Span } from '../../../document/model';
import { isPeriodHead } from '../../../document/tables/period-head';
import type { FigureKind, Quantity, Direction } from '../../model';
import type { Unit } from '../../../base/unit';
import { isNegative } from '../../decimal';
import { axesOf, onAxis, outcomeOf, titleOf } from './axis';
import { cleanSpan, cleanText, flat, isKind } from './cell-words';
import { chooseMetric, type MetricChoice } from '../metric/choose-metric';
import { findMetrics, hasTrait, type MetricMention } from '../mentions/metric';
import type { BlockView, BlockViews } from '../scope/block-view';
import { isUnitLine } from './unit-line';
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
  readonly direction: Direction | null;
}

export interface MetricPlace {
  readonly cell: Cell;
  readonly label: Cell | null;
  /** Groups above the row, from the outermost. */
  readonly path: readonly Span[];
  readonly column: ColumnView | null;
  readonly row: number;
}

/**
 * What a cell measures. The words are the row's label, the column's head or both, as `view.metricsIn` says; the metric
 * is null where the lexicon does not know them, with the words kept verbatim. A change carries its direction.
 */
export function metricOfCell(
  layout: Layout,
  blockViews: BlockViews,
  view: TableView,
  place: MetricPlace,
  quantity: Quantity,
): CellMetric {
  const named = namingSpan(layout, view, place);
  if (view.metricsIn === 'neither') {
    const given =
      place.cell.column === 0 ? onAxis(axesOf(view).rows, quantity) : named === null ? outcomeOf(view, quantity) : null;
    if (given !== null) return { choice: given, direction: null };
  }
  const words = wordsOf(layout.text, view, place, named);
  const isChangeRow = place.label !== null && isKind('changes', cleanText(layout.text, place.label));
  const grown = isGrown(layout.text, place, quantity) || (isChangeRow && isRateOf(quantity));
  const changing = grown || place.column?.isChange === true || place.column?.isSurprise === true;
  const known = named === null ? null : knownMetric(layout.text, blockViews, named, quantity, changing);
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
  return changed(choice, place.column, grown, named === place.column?.name, quantity);
}

/** The cell whose words name the metric; a title's where neither axis does. */
function namingSpan({ text }: Layout, view: TableView, place: MetricPlace): Span | null {
  const { cell, label, path, column, row } = place;
  if (view.columnsAreNames) return view.titled;
  const own = view.metricColumn === null ? undefined : cellIn(view, row, view.metricColumn);
  if (own) return own;
  if (view.metricsIn === 'columns') {
    // `All | 7–9 | 10–12` under "% of parents using each app": the heads are groups of those who were asked.
    const asked = view.isSurvey && !(column?.name && namesMetric(cleanText(text, column.name))) ? view.titled : null;
    return asked ?? columnOfMetric(text, view, cell.column) ?? column?.name ?? label;
  }
  if (view.metricsIn === 'neither') return cell.column === 0 ? cornerOf(view) : titleOf(text, view);
  if (column?.isStatistic && column.name) return column.name;
  if (label && view.partsOf !== null) return view.partsOf;
  if (view.rowsAreNames && label) return namedCorner(text, view) ?? view.titled;
  if (label && isKind('generic', cleanText(text, label))) return path.at(-1) ?? label;
  if (label && isPeriodHead(cleanText(text, label))) return path.at(-1) ?? label;
  if (label && isKind('changes', cleanText(text, label))) return changedAbove(text, view, row) ?? label;
  if (label) return segmentGroup(text, label, path) ?? label;
  // A line of values below a label alone in its line, or the total of a group, has no label beside it.
  return path.at(-1) ?? (column?.name && /\p{L}/u.test(column.name.text) ? column.name : null);
}

/** `YoY` below a line of the statement is that line's change. */
function changedAbove(text: string, view: TableView, row: number): Span | null {
  for (let at = row - 1; at >= Math.max(0, row - 3); at -= 1) {
    const [label, value] = view.table.rows[at]?.cells ?? [];
    if (!label || !value || label.column !== 0) return null;
    if (!isKind('changes', cleanText(text, label))) return label;
  }
  return null;
}

const cellIn = (view: TableView, row: number, column: number): Cell | undefined =>
  view.table.rows[row]?.cells.find((one) => one.column === column);

const cornerOf = (view: TableView): Span | null => view.table.head.find((cell) => cell.column === 0) ?? null;

/** `Revenue by region` over the names; `Segment` says only what the rows are. */
function namedCorner(text: string, view: TableView): Span | null {
  const corner = cornerOf(view);
  return corner !== null && namesMetric(cleanText(text, corner)) ? corner : null;
}

/** A head that says only `YoY` is of the metric to its left. */
function columnOfMetric(text: string, view: TableView, column: number): Span | null {
  const own = view.columns.get(column);
  if (!own?.isChange || own.name === null || !isKind('changes', cleanText(text, own.name))) return null;
  for (let left = column - 1; left > 0; left -= 1) {
    const one = view.columns.get(left);
    if (one?.name && !one.isChange) return one.name;
  }
  return null;
}

const namesMetric = (words: string): boolean =>
  findMetrics(words, 0, Math.min(words.length, LONGEST_LABEL)).some(({ metric }) => metric.id !== 'growth');

/** `Net revenues:` above rows of segments: a group whose parts are named by whose they are. */
export function segmentGroup(text: string, label: Span, path: readonly Span[]): Span | null {
  const group = path.at(-1);
  if (group === undefined) return null;
  const words = cleanText(text, label);
  if (!/^\p{L}/u.test(words) || isKind('summaries', words) || isKind('generic', words) || namesMetric(words))
    return null;
  if (/\b(?:number of|shares|options|warrants)\b/iu.test(words)) return null;
  if (/^(?:total|sub-?total|less|add|other|合计|总计|其他|其中)(?![\p{Ll}])/iu.test(words)) return null;
  const over = cleanText(text, group).replace(/[:：]$/u, '');
  const found = findMetrics(over, 0, Math.min(over.length, LONGEST_LABEL));
  const [only] = found;
  const covered = found.reduce((sum, one) => sum + one.end - one.start, 0);
  const segmented = only !== undefined && only.metric.traits.has('segment') && !only.weak;
  return segmented && covered >= over.length * LEAST_COVERED ? group : null;
}

function wordsOf(text: string, view: TableView, { label, path }: MetricPlace, named: Span | null): string | null {
  // `FY2031 Estimates` above says when and by whom, not what.
  if (named === null) {
    const titles = view.lines.filter(
      (line) => line.length <= LONGEST_LABEL && !isUnitLine(line) && !isPeriodHead(line),
    );
    // A title that measures nothing says less than the row's own words.
    const own = view.rowsAreNames && label ? cleanText(text, label).slice(0, LONGEST_LABEL) : null;
    return titles.find(namesMetric) ?? own ?? titles[0] ?? null;
  }
  const own = cleanText(text, named).replace(/[:：]$/u, '');
  // The row keeps its own words as its label, also where it is a part of a total.
  if (named === view.partsOf && label) return cleanText(text, label).slice(0, LONGEST_LABEL);
  const rest =
    label && view.metricsIn === 'rows' && !view.rowsAreNames && named !== label ? cleanText(text, label) : '';
  const all = rest === '' || path.length === 0 ? own : `${own}: ${rest}`;
  return all === '' ? null : all.slice(0, LONGEST_LABEL);
}

/** The lexicon's metric where its words are most of the label: a part of a longer name is another thing. */
function knownMetric(
  text: string,
  blockViews: BlockViews,
  span: Span,
  quantity: Quantity,
  changing: boolean,
): MetricChoice | null {
  const { start, end } = cleanSpan(text, span);
  if (end <= start) return null;
  const blockView = blockViews.of(start, end);
  if (blockView.metrics.length === 0) return null;
  const per = quantity.unit === 'per_share' ? 'share' : quantity.per;
  const moved: Quantity = { ...quantity, start: end + 1, end: end + 1, per };
  const fitting = changing ? ofMention(blockView, quantity) : chooseMetric(text, moved, blockView, start, end);
  const choice = fitting.at === null && isBare(quantity) ? ofMention(blockView, quantity) : fitting;
  if (choice.metric === null || choice.at === null) return null;
  return isMostOf(text, { start, end }, blockView, choice) ? choice : null;
}

/** Letters of a stretch, without asides in brackets. */
const letters = (words: string): number => flat(words).replaceAll(/\([^)]{0,40}\)|[^\p{L}\p{N}]/gu, '').length;

/** Whether the metric's words are most of the label; names and words that any metric may have beside it do not count. */
function isMostOf(text: string, { start, end }: Span, blockView: BlockView, choice: MetricChoice): boolean {
  const own = blockView.metrics.filter((mention) => isOf(mention, choice));
  const covered = own.reduce((sum, { start: from, end: to }) => sum + letters(text.slice(from, to)), 0);
  // `Harbour revenue`: the name says whose it is, not what.
  const names = blockView.entities
    .filter((one) => !blockView.metrics.some((mention) => mention.start < one.end && one.start < mention.end))
    .reduce((sum, one) => sum + letters(text.slice(one.start, one.end)), 0);
  const rest = outside(text, start, end, own)
    .split(/[\s,/&–—-]+/u)
    .filter((word) => isKind('fillers', word.replace(/^[()]+|[()]+$/gu, '')));
  const fillers = rest.reduce((sum, word) => sum + letters(word), 0);
  return covered >= (letters(text.slice(start, end)) - names - fillers) * LEAST_COVERED;
}

const isOf = (mention: MetricMention, { metric, at }: MetricChoice): boolean =>
  mention.metric.id === metric?.replace(/_(?:growth|change|surprise)$/, '') ||
  mention.metric.id === metric ||
  (at !== null && mention.start < at.end && at.start < mention.end);

function outside(text: string, start: number, end: number, mentions: readonly Span[]): string {
  let rest = '';
  let from = start;
  for (const mention of mentions) {
    rest += ` ${text.slice(from, Math.max(from, mention.start))}`;
    from = mention.end;
  }
  return `${rest} ${text.slice(from, end)}`;
}

/** A number whose table says no unit may be of any metric. */
const isBare = ({ unit, currency }: Quantity): boolean => currency === null && (unit === 'count' || unit === 'other');

const GROWN_BEFORE = /(?:yoy|y\/y|qoq|q\/q|yr\/yr)\s?[:(]?\s?$|(?:同比|环比)(?:增长|下降|增加|减少)?\s?$/i;
const GROWN_AFTER = /^\s?[,(]?\s?(?:yoy|y\/y|qoq|q\/q|yr\/yr|year[- ]over[- ]year)/i;

const isRateOf = ({ unit }: Quantity): boolean => unit === 'percent' || unit === 'bps' || unit === 'percentage_points';

/** `$37.6B (YoY +28%)`: the cell itself says that this number is a change. */
function isGrown(text: string, { cell }: MetricPlace, quantity: Quantity): boolean {
  if (!isRateOf(quantity)) return false;
  return (
    GROWN_BEFORE.test(text.slice(Math.max(cell.start, quantity.start - 12), quantity.start)) ||
    GROWN_AFTER.test(text.slice(quantity.end, Math.min(cell.end, quantity.end + 20)))
  );
}

/** What a change is a change of, whatever unit the change itself is printed in. */
function ofMention(blockView: BlockView, { unit }: Quantity): MetricChoice {
  const rank = ({ start, end, metric }: MetricMention) => (metric.id === 'growth' ? 0 : end - start);
  const best = blockView.metrics.toSorted((a, b) => rank(b) - rank(a))[0];
  return {
    metric: best?.metric.id === 'growth' ? 'revenue' : (best?.metric.id ?? null),
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
function changed(
  choice: MetricChoice,
  column: ColumnView | null,
  grown: boolean,
  isNamed: boolean,
  quantity: Quantity,
): CellMetric {
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
  // `Revenue growth` says it already.
  const words = choice.words === null || isNamed ? choice.words : `${choice.words} ${isRate ? 'growth' : 'change'}`;
  return {
    choice: { ...choice, metric, kind: isRate ? 'growth' : isPoints ? 'bps' : 'delta', words },
    direction: way,
  };
}
