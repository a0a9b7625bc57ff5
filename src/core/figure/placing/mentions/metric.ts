/**
 * Finds mentions of metrics in a text through the lexicon of finance terms, and names what a figure is a figure of: the
 * same metric said differently gets one name, different ones stay apart.
 */
import englishData from '../../../../../resources/lexicon/metrics.en.json';
import chineseData from '../../../../../resources/lexicon/metrics.zh.json';
import europeanData from '../../../../../resources/lexicon/metrics.eu.json';
import type { Unit } from '../../../base/unit';
import { Phrases } from '../../quantity/lexicon/phrases';
import { isDigit, isLetter } from '../../quantity/lexicon/characters';

export interface Metric {
  readonly id: string;
  readonly label: string;
  /** Units a level of the metric is printed in. */
  readonly units: ReadonlySet<string>;
  /** Belongs to the whole company unless another company is named. */
  readonly companyWide: boolean;
  /** What its time is: a period it is measured over, a moment, the market's day, a view of what is to come, a deal. */
  readonly time: MetricTime;
  readonly traits: ReadonlySet<string>;
}

export type MetricTime = 'flow' | 'balance' | 'spot' | 'view' | 'deal';

export interface MetricMention {
  readonly start: number;
  readonly end: number;
  readonly metric: Metric;
  /** An everyday word that often means something else ("cost", "target"): anything better named nearby wins. */
  readonly weak: boolean;
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly units: readonly string[];
  readonly words: readonly string[];
  readonly scope?: string;
  readonly time?: string;
  readonly traits?: readonly string[];
}

const TIMES: readonly MetricTime[] = ['flow', 'balance', 'spot', 'view', 'deal'];
const timeOf = (name: string | undefined): MetricTime => TIMES.find((time) => time === name) ?? 'flow';

const entries: readonly Entry[] = englishData.metrics;
const byId: ReadonlyMap<string, Metric> = new Map(
  entries.map(({ id, label, units, scope, time, traits }): [string, Metric] => [
    id,
    {
      id,
      label,
      units: new Set(units),
      companyWide: scope === 'company',
      time: timeOf(time),
      traits: new Set(traits),
    },
  ]),
);

const weakWords: ReadonlySet<string> = new Set(englishData.weakWords);

/** Null stands for phrases that only look like a metric ("earnings call"). */
function* phrases(): Generator<[string, Metric | null]> {
  for (const words of englishData.notMetrics) yield [words, null];
  for (const { id, words } of entries) {
    const metric = byId.get(id);
    if (metric) for (const word of words) yield [word, metric];
  }
  yield* named(chineseData.words);
  yield* named(europeanData.words);
}

function* named(names: Readonly<Record<string, readonly string[]>>): Generator<[string, Metric]> {
  for (const [id, words] of Object.entries(names)) {
    const metric = byId.get(id);
    if (metric) for (const word of words) yield [word, metric];
  }
}

const lexicon = new Phrases<Metric | null>(phrases());
/** Short names that are other words in English ("CA", "PER"): asked for only where the text is in another language. */
const own = new Phrases<Metric>(named(europeanData.own));
const WITHOUT_OWN: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko']);
const margins: ReadonlySet<string> = new Set(englishData.margins);

/** The lexicon's entry of a canonical name such as `operating_margin`; null where there is none. */
export function metricById(id: string): Metric | null {
  return byId.get(id) ?? null;
}

/** The lexicon's metric under a derived name (`capex_growth`, `price_target_surprise`) has its own time and traits no more. */
export const hasTrait = (id: string | null, trait: string): boolean => byId.get(id ?? '')?.traits.has(trait) ?? false;

/**
 * Whether the metric is a margin: a share of revenue, so that a bare percentage is its level and a change of it is in
 * points.
 */
export function isMargin(id: string): boolean {
  return margins.has(id);
}

/**
 * Mentions between `start` and `end`, in order, none overlapping; the longest phrase at a place wins. `language` is the
 * text's, as a primary subtag.
 */
export function findMetrics(text: string, start: number, end: number, language = 'en'): MetricMention[] {
  const european = !WITHOUT_OWN.has(language);
  const found: MetricMention[] = [];
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    const han = code >= 0x3400;
    if (!han && !isLetter(code) && code !== 37 && !opensNumbered(text, i)) {
      i += 1;
      continue;
    }
    const match = lexicon.at(text, i, end) ?? (european ? own.at(text, i, end) : null);
    if (match) {
      const weak = weakWords.has(text.slice(i, match.end).toLowerCase());
      if (match.value && !isOfficer(text, i, match.end))
        found.push({ start: i, end: match.end, metric: match.value, weak });
      i = match.end;
      continue;
    }
    i += 1;
    if (!han) while (i < end && isLetter(text.charCodeAt(i))) i += 1;
  }
  return found;
}

/** "Pat Doe, CFO: Sales rose", "our CFO said": the officer speaks, no cash flows. */
const isOfficer = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === 'CFO' && OFFICER.test(text.slice(end, end + 16));

const OFFICER =
  /^(?:[*_]{0,3}:[*_\s]{0,4}\p{L}|['’]s?\s|\s\p{Lu}\p{Ll}|\s(?:said|says|noted|added|commented|expects?|told|sees|believes|guided)(?!\p{L}))/u;

const NUMBERED = /\d{1,2}[- ]?[wmyd]/iy;

/** "52-week high", "3-month change": the name begins with its number. */
function opensNumbered(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isDigit(code) || isDigit(text.charCodeAt(at - 1))) return false;
  NUMBERED.lastIndex = at;
  return NUMBERED.test(text);
}

/** Whether the metric is printed in `unit` as a level; money and per-share stand in for each other. */
export function fitsUnit(metric: Metric, unit: Unit): boolean {
  if (metric.units.has(unit)) return true;
  if (unit === 'per_share') return metric.units.has('money') && metric.id !== 'revenue';
  if (unit === 'bps' || unit === 'percentage_points') return metric.units.has('percent');
  return false;
}

/** Words of a clause as a snake-case name, at most four, for what no lexicon names. */
export function slug(words: string): string | null {
  const parts = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word.length > 2)
    .slice(-4);
  return parts.length === 0 ? null : parts.join('_');
}

/** A canonical name as words for a person: `operating_margin` is "Operating margin". */
export function labelFrom(id: string): string {
  const words = id.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
