/** The unit of a bare number by what its label measures: `Debt / equity 0.42` and `RSI 61` are no money of the table. */
import ratioData from '../../../../../resources/lexicon/ratios.json';
import type { Unit } from '../../../base/unit';
import { levelNames } from '../../quantity/lexicon/lexicon';
import { Phrases } from '../../quantity/lexicon/phrases';
import { findMetrics } from '../mentions/metric';

const multiples = new Phrases<true>(ratioData.multiples.map((words): [string, true] => [words, true]));
const LONGEST_NAME = 80;
/** A ratio above it is printed in percent, a percentage above it is an amount. */
const LARGEST_MULTIPLE = 200;
const LARGEST_PERCENT = 1000;
const MONEYED = ['money', 'per_share', 'count'];

/** `level` stands for what is quoted without a unit; null where the words leave it open. */
export function bareUnit(words: string, size: number): Unit | 'level' | null {
  const plain = words
    .replaceAll(/[([（][^()[\]（）]{0,40}[)\]）]/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  if (plain === '') return null;
  if (size < LARGEST_MULTIPLE && isRatio(plain)) return 'multiple';
  if (covers(plain, levelNames.before(plain, plain.length, 0))) return 'level';
  const [only, other] = findMetrics(plain, 0, plain.length).filter(({ weak }) => !weak);
  if (only === undefined || other !== undefined || !covers(plain, only)) return null;
  const { units } = only.metric;
  if (MONEYED.some((unit) => units.has(unit))) return null;
  // `Probability 0.45` is no half percent.
  if (units.has('percent')) return size >= 1 && size < LARGEST_PERCENT ? 'percent' : null;
  return units.has('multiple') ? 'multiple' : 'level';
}

const covers = (words: string, found: { readonly start: number; readonly end: number } | null): boolean =>
  found !== null && (found.end - found.start) * 2 >= words.length;

function isRatio(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const opens = at === 0 || !/[\p{L}\p{N}]/u.test(words.charAt(at - 1)) || words.charCodeAt(at) >= 0x3400;
    if (opens && multiples.at(words, at, words.length)) return true;
  }
  return false;
}
