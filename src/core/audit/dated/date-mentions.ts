/** Full dates in a text, year printed: "May 3, 2026", "3 May 2026", "2026-05-03", "2026年5月3日". */
import { ANY_MONTH, MONTHS } from '../../base/months';
import type { Span } from '../../document/model';

export interface DateMention extends Span {
  /** Days since 1970. */
  readonly day: number;
  readonly text: string;
}

const YEAR = '((?:19|20)\\d\\d)';
const PATTERNS: readonly (readonly [RegExp, 'mdy' | 'dmy' | 'ymd'])[] = [
  [new RegExp(`(?<![\\p{L}\\d])(${ANY_MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s${YEAR}(?!\\d)`, 'giu'), 'mdy'],
  [
    new RegExp(
      `(?<![\\p{L}\\d.,])(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s(?:of\\s)?(${ANY_MONTH})\\.?,?\\s${YEAR}(?!\\d)`,
      'giu',
    ),
    'dmy',
  ],
  [new RegExp(`(?<![\\d.-])${YEAR}[-/](\\d{1,2})[-/](\\d{1,2})(?![\\d-])`, 'gu'), 'ymd'],
  [new RegExp(`(?<!\\d)${YEAR}\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日`, 'gu'), 'ymd'],
];
const MS_A_DAY = 86_400_000;

function dayOf(year: number, month: number, date: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / MS_A_DAY : null;
}

function read([, a = '', b = '', c = '']: RegExpMatchArray, order: 'mdy' | 'dmy' | 'ymd'): number | null {
  if (order === 'ymd') return dayOf(Number(a), Number(b), Number(c));
  const month = MONTHS.get((order === 'mdy' ? a : b).toLowerCase());
  return month === undefined ? null : dayOf(Number(c), month, Number(order === 'mdy' ? b : a));
}

/** The most that a date has before its year and behind it, with what its pattern looks at on either side. */
const [BEFORE, BEHIND] = [32, 16];
const IN_YEAR = /(?:19|20)\d\d/g;

/** Stretches of the text that have a year: dates are few, and the patterns would be tried at every letter. */
function* aroundYears(text: string): Generator<Span> {
  let [start, end] = [0, 0];
  for (const { index } of text.matchAll(IN_YEAR)) {
    if (index - BEFORE > end) {
      if (end > 0) yield { start, end };
      start = index - BEFORE;
    }
    end = index + BEHIND;
  }
  if (end > 0) yield { start: Math.max(0, start), end };
}

/**
 * In order of their places, offsets in `text`. Dates without a year or that no calendar has are left out; only
 * stretches around a printed year are looked at.
 */
export const mentionsIn = (text: string): readonly DateMention[] =>
  [...aroundYears(text)]
    .flatMap((span) => mentionsWithin(text.slice(Math.max(0, span.start), span.end), Math.max(0, span.start)))
    .toSorted((a, b) => a.start - b.start);

const mentionsWithin = (text: string, at: number): readonly DateMention[] =>
  PATTERNS.flatMap(([pattern, order]) =>
    [...text.matchAll(pattern)].flatMap((match): readonly DateMention[] => {
      const day = read(match, order);
      const start = at + match.index;
      return day === null ? [] : [{ start, end: start + match[0].length, text: match[0], day }];
    }),
  );
