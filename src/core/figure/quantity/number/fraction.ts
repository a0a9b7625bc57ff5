/** Mixed numbers as bonds and rates print them: "5-7/8%", "4 1/2%", "4½%". */
import { isDigit } from '../lexicon/characters';
import { add, divide } from '../../decimal';
import { scaleWords, unitWords } from '../lexicon/lexicon';
import type { PrintedNumber } from './printed-number';

const VULGAR: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['½', ['1', '2']],
  ['¼', ['1', '4']],
  ['¾', ['3', '4']],
  ['⅓', ['1', '3']],
  ['⅔', ['2', '3']],
  ['⅛', ['1', '8']],
  ['⅜', ['3', '8']],
  ['⅝', ['5', '8']],
  ['⅞', ['7', '8']],
]);
const BEHIND = /[ -](\d{1,2})\/(2|3|4|8|16|32|64)(?!\d)/y;
const MOST_DIGITS = 3;

function sum(whole: string, top: string, bottom: string, end: number): PrintedNumber | null {
  const part = divide(top, bottom, bottom === '3' ? 4 : 6);
  if (part === null) return null;
  const value = add(whole, part);
  const places = part.split('.')[1]?.length ?? 0;
  return { end, value, places, grouped: false, wholeDigits: whole.length, leadingZero: false };
}

/** A whole number and a fraction as one; null where the slash makes a date, a score or a share of it. */
export function mixedFraction(text: string, start: number, first: number, to: number): PrintedNumber | null {
  if (first - start > MOST_DIGITS || first >= to) return null;
  const whole = text.slice(start, first);
  const sign = VULGAR.get(text[first] ?? '') ?? (text[first] === ' ' ? VULGAR.get(text[first + 1] ?? '') : undefined);
  if (sign) return sum(whole, sign[0], sign[1], first + (text[first] === ' ' ? 2 : 1));
  if (text[first] !== ' ' && text[first] !== '-') return null;
  if (!isDigit(text.charCodeAt(first + 1))) return null;
  BEHIND.lastIndex = first;
  const match = BEHIND.exec(text);
  if (!match?.[1] || !match[2] || Number(match[1]) >= Number(match[2]) || BEHIND.lastIndex > to) return null;
  const end = BEHIND.lastIndex;
  const gap = text[end] === ' ' || text[end] === '-' ? end + 1 : end;
  return unitWords.at(text, gap, to) || scaleWords.at(text, gap, to) ? sum(whole, match[1], match[2], end) : null;
}
