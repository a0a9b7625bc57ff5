/** A tagged number as an exact decimal: from its text, by the rule (`format`) and scale of the tag. */
import Big from 'big.js';
import type { FactUnit } from './contexts';

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
/** Numbers that filings write out: `two reporting units`, `no impairment`. */
const WRITTEN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
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
  if (format !== null && WORDS.test(format)) return writtenNumber(plain.toLowerCase());
  const dotted =
    format !== null && COMMA.test(format) ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/[,'’]/g, '');
  return /^\d{1,30}(?:\.\d{0,20})?$|^\.\d{1,20}$/.test(dotted) ? dotted.replace(/\.$/, '').replace(/^\./, '0.') : null;
}

function writtenNumber(word: string): string | null {
  if (NONE.has(word)) return '0';
  const at = WRITTEN.indexOf(word);
  return at < 0 ? null : String(at);
}
