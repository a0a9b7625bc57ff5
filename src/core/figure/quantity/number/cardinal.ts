/** Cardinals spelled out, read word by word into one number. */
import { wordEnd } from '../lexicon/characters';
import { magnitudes, ones, tens } from '../lexicon/lexicon';
import type { DecimalString } from '../../model';

/** A cardinal in words: "twenty-five", "one hundred and fifty million". */
export interface Cardinal {
  readonly end: number;
  readonly value: DecimalString;
  readonly word: string;
  readonly exponent: number;
}

interface Tally {
  total: bigint;
  group: bigint;
  seen: boolean;
  exponent: number;
}

function takeWord(tally: Tally, word: string): boolean {
  const one = ones.get(word);
  const ten = tens.get(word);
  const power = magnitudes.get(word);
  if (one !== undefined) {
    if (tally.seen && tally.group % 10n !== 0n) return false;
    if (tally.seen && one >= 10 && tally.group % 100n !== 0n) return false;
    tally.group += BigInt(one);
  } else if (ten !== undefined) {
    if (tally.seen && tally.group % 100n !== 0n) return false;
    tally.group += BigInt(ten);
  } else if (power !== undefined && tally.seen) {
    if (power === 2) tally.group *= 100n;
    else {
      tally.total += tally.group * 10n ** BigInt(power);
      tally.group = 0n;
    }
    tally.exponent = power;
    return true;
  } else return false;
  tally.exponent = 0;
  tally.seen = true;
  return true;
}

/** Reads the cardinal that starts with the word at `at`; null where it is none. */
export function cardinal(text: string, at: number, to: number): Cardinal | null {
  const tally: Tally = { total: 0n, group: 0n, seen: false, exponent: 0 };
  let end = at;
  let position = at;
  let last = '';
  for (let words = 0; words < 12; words += 1) {
    const stop = wordEnd(text, position, Math.min(to, position + 12));
    const word = text.slice(position, stop).toLowerCase();
    if (word === 'and' && last === 'hundred') {
      position = stop + 1;
      last = 'and';
      continue;
    }
    if (!takeWord(tally, word)) break;
    last = word;
    end = stop;
    const joint = text[stop];
    if (
      joint === '-' &&
      !ones.has(text.slice(stop + 1, wordEnd(text, stop + 1, Math.min(to, stop + 13))).toLowerCase())
    )
      break;
    if (joint !== ' ' && joint !== '-' && joint !== '\u00a0') break;
    position = stop + 1;
  }
  if (end === at) return null;
  return {
    end,
    value: String(tally.total + tally.group),
    word: text.slice(at, end).toLowerCase(),
    exponent: tally.exponent,
  };
}
