/** Sizes said by their order: "mid-single-digit", "high teens", "tens of millions", "multi-billion-dollar". */
import { shift } from '../../decimal';
import { decadeBands, decades, digitBands, type Ends, magnitudes, masses } from '../lexicon/lexicon';
import { moneyWord, run, type Verbal, verbal } from '../number/verbal-number';

const BAND =
  /(?:(low|mid|middle|high)(?:[- ](?:to[- ])?|-to-))?(?:(low|mid|middle|high)[- ])?(single|double|triple)(?:[- ]?digits?\b)?/iy;
const TEENS =
  /(low|lower|mid|middle|high|upper)(?:[- ]to[- ](low|mid|high))?[- ](teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|([1-9])0s)(?!\w)/iy;
const MASS =
  /(tens|hundreds|thousands|millions|billions|trillions) of (?:(thousands|millions|billions|trillions)\b)?/iy;
const DOLLARS = /(multi-?)?(hundred-?)?(million|billion|trillion)-(dollar|euro|pound|yuan|yen)s?\b/iy;
const UNIT_NOTE = /(?:^|[(\n|])(?:in )?$|\bin $/i;

function bandOf(prefix: string | undefined, size: string): Ends | undefined {
  return digitBands.get(size.toLowerCase())?.get(prefix?.toLowerCase() ?? 'whole');
}

/** "mid-single-digit", "high single to low double digits", "mid- to high-single-digit". */
export function digitBand(text: string, at: number): Verbal | null {
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
export function decadeBand(text: string, at: number): Verbal | null {
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

/**
 * Reads "tens of millions of dollars" at `at` as an approximate range, money where a currency follows and a count
 * otherwise; null where none begins there and for the scale of a table ("in millions of US dollars").
 */
export function mass(text: string, at: number): Verbal | null {
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

/** "trillion-dollar", "multi-billion-dollar". */
export function dollarAdjective(text: string, at: number): Verbal | null {
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
