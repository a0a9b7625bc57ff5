/**
 * Step 6 [P6]: verbs and nouns of the sentence, the result a growth rate is printed beside, and lines of the
 * statements.
 */
import type { SectionRole } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import { isOfEconomy } from '../../figure/placing/entity/economy';
import { economyAt, isCentralBank, isMarket } from '../../figure/placing/mentions/markets';
import type { Decide, DocumentReading } from '../cues/decision';
import { baseMetric, isMarketMetric, isSellSideMetric, isStatementLine } from '../cues/metric-words';
import { periodState } from '../cues/period';
import type { CueGroup } from '../cues/cues';
import type { Passage } from '../cues/passage';
import type { Hit } from '../cues/phrases';
import { byNearestCue, isChange } from './cue';
import { metricName } from '../../figure/display/names';

/**
 * The class of the nearest verb or noun ("reported", "guides") that may speak for the figure; null where there is none.
 */
export const byWording: Decide = (figure, reading) =>
  byNearestCue('wording', figure, reading.passages.of(figure), reading);

const looksAhead = ({ group }: Hit<CueGroup>): boolean => group.forward || group.step === 'inference';

/** Printed bare ("Revenue $2.9B, op margin 28%") for a period that the text takes from its title. */
function isBareResult(figure: PlacedFigure, passage: Passage, reading: DocumentReading): boolean {
  const inherited = figure.periodCue !== null && figure.periodCue.end <= passage.start;
  return (
    inherited &&
    periodState(figure.period, reading.context) !== 'closed' &&
    /(?:Q[1-4]|H[12])$/u.test(figure.period ?? '') &&
    !passage.hits.some(looksAhead)
  );
}

/** A line of the financial statements for a period that has ended is what companies report. */
export const byStatementLine: Decide = (figure, reading) => {
  if (figure.metric === null || !isStatementLine(figure.metric) || !figure.periodCue) return null;
  if (reading.headingOf(figure)?.group.provenance === 'management') return null;
  const passage = reading.passages.of(figure);
  const ended = periodState(figure.period, reading.context) === 'closed' && !passage.hits.some(argues);
  if (!ended && !isBareResult(figure, passage, reading)) return null;
  const { start, end } = figure.periodCue;
  return {
    provenance: 'disclosed',
    rule: 'results.line',
    span: { start, end },
    reason: `${metricName(figure)} of a period that has ended is a reported line`,
  };
};

/** "would trim NII by 0.4%" states no result. */
const argues = ({ group }: Hit<CueGroup>): boolean => group.id === 'inference.condition';

/** Some measures have one kind of source only: the market, or analysts taken together. */
export const byMetric: Decide = (figure, reading) => {
  const { metric, start, end } = figure;
  if (metric === null) return null;
  const span = { start, end };
  const name = metricName(figure);
  if (isMarketMetric(metric)) {
    return { provenance: 'third_party', rule: 'metric.market', span, reason: `${name} comes from the market` };
  }
  if (DEALS.has(metric) && !reading.passages.of(figure).hits.some(supposes)) {
    return { provenance: 'management', rule: 'metric.deal', span, reason: `${name} is a deal that companies announce` };
  }
  if (isSellSideMetric(metric)) {
    return { provenance: 'consensus', rule: 'metric.sell_side', span, reason: `${name} adds up analysts' views` };
  }
  return null;
};

/** What the markets print, offices measure of an economy and researchers count of a market is nobody's own. */
export const byMarkets: Decide = (figure, reading) => {
  const { metric, start, end } = figure;
  if (metric !== null && PLANNED.has(metric) && reading.context.document.role === 'note') {
    const reason = `${metricName(figure)} is a line of the author’s plan for the trade`;
    return { provenance: 'inferred', rule: 'stance.plan', span: { start, end }, reason };
  }
  if (metric === null || !isOfMarkets(figure, reading)) return null;
  const reason = `${metricName(figure)} is printed by the markets or by offices that measure them`;
  return { provenance: 'third_party', rule: 'metric.market', span: { start, end }, reason };
};

const PLANNED: ReadonlySet<string> = new Set(['entry_price', 'stop_loss', 'take_profit', 'position_risk']);

/** Step 4 [P4]: "FY2031A EBITDA", the A says that it is an actual, under whatever head it stands. */
export const byActual: Decide = ({ periodCue }, { layout }) => {
  if (periodCue === null) return null;
  const { start, end } = periodCue;
  const words = layout.text.slice(start, end + 1);
  if (!/(?:\d{4}|\bFY\d{2}|['’]\d{2})A(?!\p{L})/u.test(words)) return null;
  return {
    provenance: 'disclosed',
    rule: 'results.actual',
    span: { start, end },
    reason: 'its period is marked as an actual',
  };
};

/**
 * Step 9 [P9]: "**Gross margin:** 41%" in a list of a note: a measure that only the company counts, given without more.
 */
export const byListed: Decide = (figure, { layout, context, headingOf }) => {
  const { metric, cell, start, end, block } = figure;
  const line = layout.blocks[block];
  if (cell !== null || metric === null || line?.kind !== 'list-item' || context.document.role !== 'note') return null;
  if (!isStatementLine(metric) && !BALANCES.has(metric)) return null;
  if (periodState(figure.period, context) === 'open' || figure.kind === 'target') return null;
  if (ARGUED.has(layout.sections[figure.section]?.role ?? 'body') || headingOf(figure)?.group.provenance === 'inferred')
    return null;
  if (!/^[^\n:]{2,60}[:：][*_\s]{0,4}[~≈]?[^\w\s]{0,3}$/u.test(layout.text.slice(line.contentStart, start)))
    return null;
  return {
    provenance: 'disclosed',
    rule: 'results.listed',
    span: { start: line.contentStart, end },
    reason: 'it is listed as a measure that the company reports',
  };
};

const BALANCES: ReadonlySet<string> = new Set([
  'debt_to_equity',
  'shareholders_equity',
  'book_value_per_share',
  'roe',
  'roa',
  'roic',
  'payout_ratio',
  'ffo',
  'ffo_per_share',
]);

const QUOTED: ReadonlySet<string> = new Set(['price', 'bond_yield']);
const SIZES: ReadonlySet<string> = new Set(['market_size', 'tam']);
const ARGUED: ReadonlySet<SectionRole> = new Set(['scenario', 'risk', 'watch', 'view', 'priced_in', 'not_priced_in']);

/** A country, a central bank or nobody: a company has exports of its own. */
const isEconomy = (entity: string | null): boolean =>
  entity === null || isMarket(entity) || isCentralBank(entity) || economyAt(entity, 0, entity.length) !== null;

/** What markets quote, offices measure of an economy, and researchers count of a market, where nobody argues with it. */
function isOfMarkets(
  { metric, entity, section, sentence, kind, period, qualifier }: PlacedFigure,
  { layout, figures, context }: DocumentReading,
): boolean {
  if (metric === null || kind === 'target' || context.document.role !== 'note') return false;
  if (ARGUED.has(layout.sections[section]?.role ?? 'body')) return false;
  // Of a time to come it is somebody's forecast, and a range is somebody's idea.
  const ofOffice = isOfEconomy(metric) && periodState(period, context) !== 'open' && isEconomy(entity);
  if (ofOffice || SIZES.has(metric)) return true;
  if (QUOTED.has(metric)) return entity !== null && isMarket(entity) && qualifier !== 'range';
  return (
    metric === 'cagr' &&
    figures.some((one) => one.sentence === sentence && one.metric !== null && SIZES.has(one.metric))
  );
}

const DEALS: ReadonlySet<string> = new Set(['investment', 'spend_commitment']);

/** "if every milestone is met", "we assume": nobody announced that. */
const supposes = ({ group }: Hit<CueGroup>): boolean => group.step === 'inference' && group.provenance === 'inferred';

const samePassage = (a: PlacedFigure, b: PlacedFigure): boolean =>
  a.sentence === b.sentence && a.cell?.column === b.cell?.column && a.cell?.row === b.cell?.row;

/** The level that a growth rate is printed beside: the nearest before it in its sentence, of the same thing. */
export function resultBeside(figure: PlacedFigure, reading: DocumentReading): PlacedFigure | null {
  if (!isChange(figure)) return null;
  const base = figure.metric === null ? null : baseMetric(figure.metric);
  const at = reading.indexOf(figure);
  for (let index = at - 1; index >= 0; index--) {
    const other = reading.figures[index];
    if (!other || !samePassage(figure, other)) return null;
    if (isChange(other)) continue;
    return other.metric === null || base === null || baseMetric(other.metric) === base ? other : null;
  }
  return null;
}
