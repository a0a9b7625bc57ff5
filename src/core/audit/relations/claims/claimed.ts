/** What words claim of the numbers they stand with, and whether the numbers bear it out. */
import data from '../../../../../resources/audit/claims.json';
import type { Span } from '../../../document/model';
import type { AuditFigure, Severity } from '../../model/model';
import { WordLists } from '../../model/word-lists';
import { endsOf } from '../../arithmetic/ends';
import { longestFirst } from '../../../base/pattern';

export interface Claimed {
  /** The word or words that claim it. */
  readonly word: string;
  /** What the numbers say instead, for a person. */
  readonly says: string;
  readonly figures: readonly AuditFigure[];
  /** Places that are no figures: the name that is called the largest. */
  readonly spans: readonly Span[];
  readonly holds: boolean;
  readonly severity: Exclude<Severity, 'ok'>;
}

const HAN = /\p{Script=Han}/u;

/** Any of the words, whole; Chinese ones anywhere, because nothing separates them. */
export function anyOf(words: readonly string[], flags = 'gu'): RegExp {
  const [han, latin] = [words.filter((word) => HAN.test(word)), words.filter((word) => !HAN.test(word))];
  const whole = latin.length > 0 ? `(?<![\\p{L}-])(?:${longestFirst(latin)})(?![\\p{L}])` : '(?!)';
  return new RegExp(`${whole}|${han.length > 0 ? longestFirst(han) : '(?!)'}`, flags);
}

/** Whether any of the words stands in a text, found as `anyOf` finds them, in one pass. */
export const hasAny = (words: readonly string[]): WordLists => new WordLists({ words });

export const WORDS = data;

/** Of one kind: what may be set side by side at all. */
export const alike = (a: AuditFigure, b: AuditFigure): boolean =>
  a.unit === b.unit &&
  (a.currency === b.currency || a.currency === null || b.currency === null) &&
  (a.kind === 'growth' || a.kind === 'delta') === (b.kind === 'growth' || b.kind === 'delta');

/** Which of the two is the greater beyond any rounding; null where they touch or lie within each other. */
export function order(a: AuditFigure, b: AuditFigure): 'less' | 'more' | null {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y) return null;
  if (x.high.high < y.low.low) return 'less';
  return x.low.low > y.high.high ? 'more' : null;
}

/** The figure as the text prints it, for a sentence. */
export const quoted = (figure: AuditFigure): string => figure.quote.trim();
