/** A tagged number as an exact decimal: from its text, by the rule (`format`) and scale of the tag. */
import Big from 'big.js';
import type { FactUnit } from './contexts';
import { SCALE_NAME } from '../../../core/figure/labels';

export interface Tag {
  readonly text: string;
  /** Local name of the transformation: `num-dot-decimal`, `numdotdecimal`, `fixed-zero` …; null for plain numbers. */
  readonly format: string | null;
  /** Power of ten the text is multiplied with. */
  readonly scale: number;
  readonly negative: boolean;
  /** As the tag says it: digits, `INF` or null. */
  readonly decimals: string | null;
}

export interface TagValue extends FactUnit {
  /** In base units; percent as 28. */
  readonly value: string;
  readonly exponent: number;
}

const ZERO = /^(?:fixed-?zero|zero-?dash|num-?dash)$/i;
const COMMA = /comma-?decimal/i;
const WORDS = /^num-?words-?en$/i;
/** Numbers that filings write out: `two reporting units`, `twenty-five stores`, `no impairment`. */
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const POWERS: ReadonlyMap<string, number> = new Map(
  ([3, 6, 9] as const).map((power) => [SCALE_NAME[power], 10 ** power]),
);
const MOST_WORDS = 24;
const NONE = new Set(['no', 'none', 'nil']);
/** Further off than any amount of money: a tag that says so is a mistake. */
const FARTHEST = 30;

/** Null where the text is no number by its own rule. */
export function valueOf(tag: Tag, unit: FactUnit): TagValue | null {
  const digits = digitsOf(tag);
  if (digits === null || !Number.isInteger(tag.scale) || Math.abs(tag.scale) > FARTHEST) return null;
  const fraction = digits.split('.')[1]?.length ?? 0;
  // "28%" is tagged as 0.28: for a person it stays 28 percent.
  const isPercent = unit.unit === 'other' && unit.currency === null && tag.scale === -2;
  const scale = isPercent ? 0 : tag.scale;
  const printed = scale - fraction;
  const value = new Big(digits).times(new Big(10).pow(scale)).times(tag.negative ? -1 : 1);
  const said = /^-?\d{1,3}$/.test(tag.decimals ?? '') ? -Number(tag.decimals) + (isPercent ? 2 : 0) : printed;
  return {
    value: value.toFixed(),
    exponent: Math.max(said, printed),
    ...(isPercent ? { unit: 'percent', currency: null } : unit),
  };
}

function digitsOf({ text, format }: Tag): string | null {
  // Brackets say what the tag's sign says; they do not turn it round.
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\((.*)\)$/, '$1');
  if (format !== null && ZERO.test(format)) return '0';
  if (format !== null && WORDS.test(format)) return writtenNumber(text.slice(0, 300));
  const dotted =
    format !== null && COMMA.test(format) ? plain.replace(/[.'’]/g, '').replace(',', '.') : plain.replace(/[,'’]/g, '');
  return /^\d{1,30}(?:\.\d{0,20})?$|^\.\d{1,20}$/.test(dotted) ? dotted.replace(/\.$/, '').replace(/^\./, '0.') : null;
}

/** `one hundred and twelve`, `three hundred thousand`; null where any word is none of a number. */
function writtenNumber(text: string): string | null {
  const words = text
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && word !== 'and');
  const [only = ''] = words;
  if (words.length === 1 && NONE.has(only)) return '0';
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  let whole = 0;
  let part = 0;
  for (const [at, word] of words.entries()) {
    const one = ONES.indexOf(word);
    const ten = TENS.indexOf(word);
    const power = POWERS.get(word);
    if (one >= 0) part += one;
    else if (ten >= 0) part += (ten + 2) * 10;
    else if (word === 'hundred') part = Math.max(part, at === 0 ? 1 : part) * 100;
    else if (power !== undefined) {
      whole += Math.max(part, at === 0 ? 1 : part) * power;
      part = 0;
    } else if (!(word === 'a' && at === 0)) return null;
    else part = words.length > 1 ? 1 : 0;
  }
  return String(whole + part);
}
