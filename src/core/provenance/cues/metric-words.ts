/** Which metrics a stretch of words names, as figures name theirs, so that a denial can be held against them. */
import data from '../../../../resources/cues/statement-metrics.json';
import type { Span } from '../../document/model';
import { findMetrics, slug } from '../../figure/placing/mentions/metric';

const KIN: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.kin));

export interface NamedMetrics {
  /** Canonical names, then those that a denial of them covers; a slug of the words where the lexicon knows none. */
  readonly metrics: readonly string[];
  /** Where the metrics' own words stand; what is left names a segment or a product. */
  readonly spans: readonly Span[];
}

/**
 * The metrics named between `span`'s ends: canonical names with those that a denial of them covers, else one slug of
 * all the words; none where no word is left.
 */
export function metricsNamed(text: string, span: Span): NamedMetrics {
  const found = findMetrics(text, span.start, span.end);
  const names = found.map(({ metric }) => metric.id);
  const own = slug(text.slice(span.start, span.end));
  const metrics = names.length > 0 ? names : own === null ? [] : [own];
  return { metrics: [...new Set([...metrics, ...metrics.flatMap((name) => KIN.get(name) ?? [])])], spans: found };
}

/** `revenue_growth` → `revenue`: what a change is a change of. */
export const baseMetric = (metric: string): string => metric.replace(/_(?:growth|change|delta|yoy|qoq|surprise)$/u, '');

const LINES: ReadonlySet<string> = new Set(data.lines);
const COMPANY: ReadonlySet<string> = new Set([...data.lines, ...data.operating]);

/** A line of the financial statements, or a change of one. */
export const isStatementLine = (metric: string): boolean => LINES.has(baseMetric(metric));

/** What only the company itself can count: its statement lines and operating measures. */
export const isCompanyMetric = (metric: string): boolean => COMPANY.has(baseMetric(metric));

const MARKET: ReadonlySet<string> = new Set(data.market);
const SELL_SIDE: ReadonlySet<string> = new Set(data.sellSide);

/** A price or move of the market. */
export const isMarketMetric = (metric: string): boolean => MARKET.has(metric);

/** An aggregate of analysts' views, whatever the words around it. */
export const isSellSideMetric = (metric: string): boolean => SELL_SIDE.has(metric);
