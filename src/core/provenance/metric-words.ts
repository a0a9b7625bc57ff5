/** Which metrics a stretch of words names, in the same names that figures carry, so that a denial can be held against them. */
import statements from '../../../resources/cues/statement-metrics.json';

const slug = (words: readonly string[]): string => words.join('_');

const LINES = new Set(statements.metrics);
/** Longest metric name, in words. */
const LONGEST = 4;

/** Words to a metric's own spelling: plural and possessive forms dropped. */
const normal = (word: string): string =>
  word.length > 3 && /[^s]s$/u.test(word) && word !== 'sales' ? word.slice(0, -1) : word;

export interface NamedMetrics {
  /** Canonical names, the longest first; the slug of all words where no known metric is named. */
  readonly metrics: readonly string[];
  /** The words that name no metric: a segment, a product. */
  readonly rest: readonly string[];
}

export function metricsNamed(words: readonly string[]): NamedMetrics {
  const metrics: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestMetric(words, at);
    if (length === 0) rest.push(words[at] ?? '');
    else metrics.push(slug(words.slice(at, at + length).map(normal)));
    at += Math.max(1, length);
  }
  return { metrics: metrics.length > 0 ? metrics : [slug(words)], rest };
}

function longestMetric(words: readonly string[], at: number): number {
  for (let length = LONGEST; length > 0; length--) {
    if (at + length <= words.length && LINES.has(slug(words.slice(at, at + length).map(normal)))) return length;
  }
  return 0;
}
