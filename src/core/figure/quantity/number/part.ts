/**
 * One printed number with what stands against it: sign, currency, scale, unit, an open plus, what it is per. A quantity
 * is one part or the two ends of a range.
 */
import { readAhead, type Sign } from './ahead';
import { skipSpaces } from '../lexicon/characters';
import { readCompound } from './han';
import { scaleWords, type UnitEntry } from '../lexicon/lexicon';
import type { DecimalString } from '../../model';
import { readNumber } from './number';
import type { PrintedNumber } from './printed-number';
import { readPer } from './per';
import { readTail } from './tail';

export interface Part {
  /** From the sign or currency to the last thing that belongs to the number. */
  readonly start: number;
  readonly end: number;
  readonly digits: number;
  readonly number: PrintedNumber;
  readonly value: DecimalString;
  readonly negative: boolean;
  /** A printed `+` or `-` ahead of the number: the direction of a change. */
  readonly sign: Sign | null;
  readonly currency: string | null;
  /** In hundredths of the currency: pence, cents. */
  readonly minor: boolean;
  /** Power of ten of the printed scale ("bn" → 9); null where none is printed. */
  readonly scale: number | null;
  readonly unit: UnitEntry | null;
  readonly plus: boolean;
  readonly per: string | null;
  /** A mark of bound or blur between currency and digits: `INR ~6,582`. */
  readonly mark: string | null;
  /** The unit follows a hyphen: "12-month". */
  readonly hyphenated: boolean;
}

function scaleBehind(text: string, at: number, to: number): boolean {
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  return gap > at && scaleWords.at(text, gap, to) !== null;
}

export interface PartOptions {
  readonly european: boolean;
  readonly cell: boolean;
}

/** Reads the part whose first digit is at `digits`; null where the digits belong to a name. */
export function readPart(text: string, digits: number, from: number, to: number, options: PartOptions): Part | null {
  const ahead = readAhead(text, digits, from, options.cell);
  const { european, cell } = options;
  const printed = readNumber(text, digits, to, { european, cell, money: ahead.currency !== null, from });
  if (!printed) return null;
  const number = readCompound(text, digits, printed, to) ?? printed;
  let end = number.end;
  let negative = ahead.sign === '-';
  const closes = ahead.paren !== null && text[end] === ')';
  if (closes && ahead.paren === 'inside') {
    negative = true;
    end += 1;
  }
  // "($3.2) million": the scale stands behind the parentheses.
  const split = closes && ahead.paren === 'around' && ahead.currency !== null && scaleBehind(text, end + 1, to);
  if (split) {
    negative = true;
    end += 1;
  }
  const tail = readTail(text, digits, end, to, ahead);
  if (!tail) return null;
  if (ahead.paren === 'inside' && !closes && text[tail.end] === ')') negative = true;
  const currency = ahead.loose && !tail.minor ? null : (ahead.currency ?? tail.currency);
  const start = ahead.loose && !tail.minor ? digits : ahead.start - (split ? 1 : 0);
  const per = readPer(text, tail.end, to, tail.unit?.unit ?? null);
  const priced = per !== null && (currency !== null || tail.minor || tail.unit !== null);
  return {
    start,
    end: priced ? per.end : tail.end,
    digits,
    number,
    value: number.value,
    negative,
    sign: ahead.sign,
    currency,
    minor: tail.minor,
    scale: sum(ahead.scale, tail.scale),
    unit: tail.unit,
    plus: tail.plus,
    per: priced ? per.per : null,
    mark: ahead.mark,
    hyphenated: tail.hyphenated,
  };
}

function sum(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}
