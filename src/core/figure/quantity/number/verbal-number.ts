/** A figure said in words before it is a candidate, and what every reader of such words needs. */
import { moneyWords } from '../lexicon/lexicon';
import type { DecimalString, Direction } from '../../model';
import type { Unit } from '../../../base/unit';

export interface Verbal {
  readonly start: number;
  readonly end: number;
  readonly low: DecimalString;
  readonly high: DecimalString | null;
  readonly unit: Unit | null;
  readonly currency: string | null;
  readonly approximate: boolean;
  readonly direction: Direction | null;
  readonly rule: string;
  /** Power of ten of the last digit that counts as said. */
  readonly exponent: number;
  /** A range by its own words. */
  readonly band: boolean;
}

/** What a sticky pattern finds exactly at `at`. */
export function run(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * A quantity said in words, with defaults for what is not given: one point, no unit, no currency, exact, no direction,
 * last meant digit the units.
 */
export function verbal(
  start: number,
  end: number,
  rule: string,
  given: Partial<Verbal> & { low: DecimalString },
): Verbal {
  return {
    start,
    end,
    high: given.low,
    unit: null,
    currency: null,
    approximate: false,
    direction: null,
    exponent: 0,
    band: false,
    rule,
    ...given,
  };
}

/** The currency that "dollars", "a euro" mean. */
export function moneyWord(word: string): string | null {
  return moneyWords.get(word.toLowerCase()) ?? null;
}
