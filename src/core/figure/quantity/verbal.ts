/**
 * Figures without digits: "mid-single-digit", "high teens", "two-thirds", "tens of millions", "more than doubled",
 * "nearly a year", spelled-out cardinals. Each reader starts at a word and looks a bounded way ahead.
 */
import { skipSpaces, wordEnd } from './characters';
import { shift } from './decimal';
import { wordBefore } from './exclude';
import {
  decadeBands,
  decades,
  digitBands,
  type Ends,
  fractions,
  halving,
  magnitudes,
  masses,
  multiples,
  ones,
  tens,
} from './lexicon';
import type { DecimalString, Unit } from '../model';

export interface Verbal {
  readonly start: number;
  readonly end: number;
  readonly low: DecimalString;
  readonly high: DecimalString | null;
  readonly unit: Unit | null;
  readonly currency: string | null;
  readonly approximate: boolean;
  readonly direction: 'up' | 'down' | null;
  readonly rule: string;
  /** Power of ten of the last digit that counts as said. */
  readonly exponent: number;
  /** A range by its own words. */
  readonly band: boolean;
}

const BAND =
  /(?:(low|mid|middle|high)(?:[- ](?:to[- ])?|-to-))?(?:(low|mid|middle|high)[- ])?(single|double|triple)(?:[- ]?digits?\b)?/iy;
const TEENS =
  /(low|lower|mid|middle|high|upper)(?:[- ]to[- ](low|mid|high))?[- ](teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|([1-9])0s)(?!\w)/iy;
const MASS =
  /(tens|hundreds|thousands|millions|billions|trillions) of (?:(thousands|millions|billions|trillions)\b)?/iy;
const DOLLARS = /(multi-?)?(hundred-?)?(million|billion|trillion)-(dollar|euro|pound|yuan|yen)s?\b/iy;
const A_YEAR = /an? (year|quarter|month|week|decade)(?![\w-])/iy;
const FOLD = /([a-z]+)-?fold\b/iy;

function run(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

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

function bandOf(prefix: string | undefined, size: string): Ends | undefined {
  return digitBands.get(size.toLowerCase())?.get(prefix?.toLowerCase() ?? 'whole');
}

/** "mid-single-digit", "high single to low double digits", "mid- to high-single-digit". */
function digitBand(text: string, at: number): Verbal | null {
  const match = run(BAND, text, at);
  const size = match?.[3];
  if (!match || !size) return null;
  const first = match[1] ?? match[2];
  const saysDigit = /digits?$/i.test(match[0]);
  let ends = bandOf(first, size);
  let end = at + match[0].length;
  if (!ends) return null;
  const second = secondBand(text, end);
  if (second) {
    ends = [ends[0], second.ends[1]];
    end = second.end;
  } else if (!saysDigit) return null;
  else if (match[1] && match[2]) ends = [ends[0], bandOf(match[2], size)?.[1] ?? ends[1]];
  const percent = /^(?:[- ]?(?:%|percent(?:age)?\b))/i.exec(text.slice(end, end + 12));
  if (percent) end += percent[0].length;
  return verbal(at, end, 'verbal.digits', {
    low: ends[0],
    high: ends[1],
    unit: 'percent',
    approximate: true,
    band: true,
  });
}

function secondBand(text: string, at: number): { ends: Ends; end: number } | null {
  const joint = run(/[- ]?(?:digits?)?(?:[- ]to[- ]|-to-)/iy, text, at);
  if (!joint) return null;
  const from = at + joint[0].length;
  const match = run(BAND, text, from);
  const size = match?.[3];
  if (!match || !size || !/digits?$/i.test(match[0])) return null;
  const ends = bandOf(match[1] ?? match[2], size);
  return ends ? { ends, end: from + match[0].length } : null;
}

/** "high teens", "low-20s", "mid-to-high thirties". */
function decadeBand(text: string, at: number): Verbal | null {
  const match = run(TEENS, text, at);
  if (!match) return null;
  const base = match[4] ? Number(match[4]) * 10 : decades.get((match[3] ?? '').toLowerCase());
  const low = decadeBands.get((match[1] ?? '').toLowerCase());
  const high = match[2] ? decadeBands.get(match[2].toLowerCase()) : low;
  if (base === undefined || !low || !high) return null;
  let end = at + match[0].length;
  const tail = run(/ ?(?:%|percent(?:age)?\b)(?: range\b)?/iy, text, end);
  if (tail) end += tail[0].length;
  return verbal(at, end, 'verbal.decade', {
    low: String(base + (low[0] ?? 0)),
    high: String(base + (high[1] ?? 9)),
    unit: 'percent',
    approximate: true,
    band: true,
  });
}

function mass(text: string, at: number): Verbal | null {
  const match = run(MASS, text, at);
  const first = masses.get((match?.[1] ?? '').toLowerCase());
  if (!match || first === undefined) return null;
  // "(in millions of US dollars)", "Millions of euros": the scale of a table.
  if (!match[2] && UNIT_NOTE.test(text.slice(Math.max(0, at - 4), at))) return null;
  const second = masses.get((match[2] ?? '').toLowerCase()) ?? 0;
  if (second === 0 && first < 3) return null;
  const exponent = first + second;
  const tail = match[2] ? 0 : ' of '.length;
  let end = at + match[0].length - tail;
  const dollars = run(/ of (dollars|euros|pounds)\b/iy, text, end);
  if (dollars) end += dollars[0].length;
  const currency = dollars ? moneyWord(dollars[1] ?? '') : null;
  return verbal(at, end, 'verbal.mass', {
    low: shift('1', exponent),
    high: shift('1', exponent + (second === 0 ? 3 : 1)),
    unit: currency ? 'money' : 'count',
    currency,
    approximate: true,
    exponent,
    band: true,
  });
}

const UNIT_NOTE = /(?:^|[(\n|])(?:in )?$|\bin $/i;

const MONEY_WORDS = new Map([
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['yuan', 'CNY'],
  ['yen', 'JPY'],
  ['rupee', 'INR'],
  ['rupees', 'INR'],
]);

export function moneyWord(word: string): string | null {
  return MONEY_WORDS.get(word.toLowerCase()) ?? null;
}

/** "trillion-dollar", "multi-billion-dollar". */
function dollarAdjective(text: string, at: number): Verbal | null {
  const match = run(DOLLARS, text, at);
  const scale = magnitudes.get((match?.[3] ?? '').toLowerCase());
  if (!match || scale === undefined) return null;
  const exponent = scale + (match[2] ? 2 : 0);
  return verbal(at, at + match[0].length, 'verbal.dollars', {
    low: shift('1', exponent),
    high: null,
    unit: 'money',
    currency: moneyWord(match[4] ?? ''),
    exponent,
  });
}

const VERB_LEADS = new Set([
  'has',
  'have',
  'had',
  'was',
  'were',
  'been',
  'is',
  'are',
  'to',
  'will',
  'than',
  'nearly',
  'almost',
  'roughly',
  'about',
  'over',
  'approximately',
  'would',
  'could',
  'can',
  'revenue',
  'sales',
  'profit',
  'also',
]);
const SIZE_OF = new Set([
  'the',
  'its',
  'their',
  'our',
  'that',
  'last',
  'year',
  'to',
  'from',
  'in',
  'over',
  'since',
  'by',
  'again',
]);

/** "doubled", "more than tripled", "halved", "a threefold increase". */
function multiple(text: string, at: number, end: number, word: string): Verbal | null {
  if (halving.has(word)) return verbal(at, end, 'verbal.halved', { low: '50', unit: 'percent', direction: 'down' });
  const times = multiples.get(word);
  if (times === undefined) return null;
  if (!/(?:ed|fold)$/.test(word)) {
    const lead = wordBefore(text, at, 0);
    const gap = skipSpaces(text, end, end + 2);
    const next = text.slice(gap, wordEnd(text, gap, gap + 12)).toLowerCase();
    if (
      word.endsWith('ing')
        ? !SIZE_OF.has(next) && next !== 'of' && next !== ''
        : !(VERB_LEADS.has(lead) && SIZE_OF.has(next))
    )
      return null;
  }
  return verbal(at, end, 'verbal.multiple', { low: String(times), unit: 'multiple', direction: 'up' });
}

/** "grow multiples year-over-year": twice at least. */
function vagueMultiples(text: string, at: number, end: number): Verbal | null {
  const lead = wordBefore(text, at, 0);
  if (!['grow', 'grew', 'grown', 'growing', 'grows', 'up', 'increased', 'rose', 'by'].includes(lead)) return null;
  return verbal(at, end, 'verbal.multiple', { low: '2', high: null, unit: 'multiple', direction: 'up' });
}

/** Letters around a fraction that make it a noun of time ("second half"). */
const HALF_NAMES = new Set([
  'first',
  'second',
  'back',
  'front',
  'latter',
  'other',
  'this',
  'that',
  'next',
  'last',
  'prior',
  'previous',
  'full',
  'better',
  'a',
  'early',
  'late',
  'h',
]);
const HALF_TAILS = new Set([
  'of',
  'the',
  'its',
  'their',
  'our',
  'that',
  'to',
  'as',
  'what',
  'from',
  'in',
  'by',
  'are',
  'is',
  'were',
  'was',
  'over',
]);

function fraction(text: string, at: number, to: number): Verbal | null {
  const match = fractions.at(text, at, to);
  if (!match) return null;
  const phrase = text.slice(at, match.end).toLowerCase();
  if (text[match.end] === '-') return null;
  if (phrase === 'half' && !halfCounts(text, at, match.end)) return null;
  if (
    phrase === 'third' ||
    (phrase.startsWith('a ') &&
      !/^\s(?:of|the|as|more|less|higher|lower)\b/.test(text.slice(match.end, match.end + 8)) &&
      phrase !== 'a quarter of')
  )
    return null;
  const end = phrase.endsWith(' of') ? match.end - 3 : match.end;
  return verbal(at, end, 'verbal.fraction', {
    low: match.value[0],
    high: match.value[1],
    unit: 'percent',
    approximate: phrase !== 'half',
  });
}

function halfCounts(text: string, at: number, end: number): boolean {
  if (HALF_NAMES.has(wordBefore(text, at, 0))) return false;
  const gap = skipSpaces(text, end, end + 2);
  const next = text.slice(gap, wordEnd(text, gap, gap + 8)).toLowerCase();
  if (next === 'year' || next === 'a') return false;
  return (
    HALF_TAILS.has(next) ||
    ['by', 'in', 'about', 'nearly', 'over', 'than', 'roughly', 'almost', 'approximately'].includes(
      wordBefore(text, at, 0),
    )
  );
}

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

/** "nearly a year", "for a decade": counts only behind a word that measures. */
const MEASURES = new Set([
  'nearly',
  'about',
  'almost',
  'roughly',
  'over',
  'than',
  'within',
  'around',
  'approximately',
  'under',
  'least',
  'just',
]);

function aYear(text: string, at: number): Verbal | null {
  const match = run(A_YEAR, text, at);
  if (!match || !MEASURES.has(wordBefore(text, at, 0))) return null;
  const word = (match[1] ?? '').toLowerCase();
  const end = at + match[0].length;
  if (/^ (?:ago|earlier|before)\b/.test(text.slice(end, end + 8)) && word !== 'decade') return null;
  const units: Readonly<Record<string, Unit>> = {
    year: 'years',
    quarter: 'quarters',
    month: 'months',
    week: 'weeks',
    decade: 'years',
  };
  return verbal(at, end, 'verbal.duration', { low: word === 'decade' ? '10' : '1', unit: units[word] ?? 'years' });
}

function foldWord(text: string, at: number): Verbal | null {
  const match = run(FOLD, text, at);
  const times = ones.get((match?.[1] ?? '').toLowerCase()) ?? tens.get((match?.[1] ?? '').toLowerCase());
  if (!match || times === undefined) return null;
  return verbal(at, at + match[0].length, 'verbal.multiple', { low: String(times), unit: 'multiple', direction: 'up' });
}

/** Verbal figures that need no noun behind them; `word` is the lower-cased word at `at`. */
export function readVerbal(text: string, at: number, to: number, word: string): Verbal | null {
  switch (word) {
    case 'low':
    case 'lower':
    case 'mid':
    case 'middle':
    case 'high':
    case 'upper':
      return digitBand(text, at) ?? decadeBand(text, at);
    case 'single':
    case 'double':
    case 'triple':
      return digitBand(text, at) ?? multiple(text, at, at + word.length, word);
    case 'tens':
    case 'hundreds':
    case 'thousands':
    case 'millions':
    case 'billions':
    case 'trillions':
      return mass(text, at);
    case 'multi':
    case 'million':
    case 'billion':
    case 'trillion':
    case 'hundred':
      return dollarAdjective(text, at);
    case 'a':
      return fraction(text, at, to) ?? aYear(text, at);
    case 'half':
      return fraction(text, at, to);
    case 'multiples':
      return vagueMultiples(text, at, at + word.length);
    default:
      return (
        multiple(text, at, at + word.length, word) ??
        (ones.has(word) ? (fraction(text, at, to) ?? foldWord(text, at)) : null)
      );
  }
}

/** Words at which the scanner has to stop; everything else is passed over. */
export const VERBAL_STARTS: ReadonlySet<string> = new Set([
  'low',
  'lower',
  'mid',
  'middle',
  'high',
  'upper',
  'single',
  'double',
  'triple',
  'multi',
  'a',
  'half',
  'quarter',
  'multiples',
  'dozens',
  'dozen',
  ...masses.keys(),
  ...magnitudes.keys(),
  ...multiples.keys(),
  ...halving,
  ...ones.keys(),
  ...tens.keys(),
]);
