/**
 * Reads one printed number: Western, European, Indian and Swiss grouping, decimal comma or point. What the number
 * means is decided elsewhere; this module only says which digits belong together.
 */
import { isDigit, isSpace, isTightSpace, skipSpaces, skipSpacesBack, wordEnd } from '../lexicon/characters';
import { normalise } from '../../decimal';
import { wordBefore } from '../exclude/exclude';
import { mixedFraction } from './fraction';
import {
  attachedScales,
  currencyAfter,
  europeanScales,
  labels,
  months,
  scaleWords,
  unitWords,
} from '../lexicon/lexicon';
import { countedNoun } from '../exclude/noun';
import type { PrintedNumber } from './printed-number';

/** Longest run of digits that is read as a number; longer ones are account numbers, keys or noise. */
const LONGEST = 24;

function digitsEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && isDigit(text.charCodeAt(i))) i += 1;
  return i;
}

/** Exactly `count` digits at `at`, no more. */
function exactly(text: string, at: number, to: number, count: number): boolean {
  return at + count <= to && digitsEnd(text, at, Math.min(to, at + count + 1)) === at + count;
}

interface Grouping {
  readonly end: number;
  readonly groups: number;
}

/** Groups of three behind `at`, each led by `mark`. */
function groupsOfThree(text: string, at: number, to: number, isMark: (code: number) => boolean): Grouping {
  let end = at;
  let groups = 0;
  while (groups <= LONGEST && end < to && isMark(text.charCodeAt(end)) && exactly(text, end + 1, to, 3)) {
    end += 4;
    groups += 1;
  }
  return { end, groups };
}

/** `1,23,45,678`: twos, then a three. */
function indianGroups(text: string, at: number, to: number): Grouping {
  let end = at;
  let groups = 0;
  while (groups <= LONGEST && end < to && text[end] === ',' && exactly(text, end + 1, to, 2)) {
    end += 3;
    groups += 1;
  }
  if (groups === 0 || end >= to || text[end] !== ',' || !exactly(text, end + 1, to, 3)) return { end: at, groups: 0 };
  return { end: end + 4, groups: groups + 1 };
}

const isComma = (code: number) => code === 44;
const isPoint = (code: number) => code === 46;
const isApostrophe = (code: number) => code === 39 || code === 0x2019;

/** Whether a word that only continental Europe writes follows (`Mrd.`, `Mio.`, `Prozent`), or a sign set apart as there. */
function europeanTail(text: string, at: number, to: number): boolean {
  const i = skipSpaces(text, at, to);
  const code = text.charCodeAt(i);
  if (code === 0x20ac || code === 37) return true;
  const end = wordEnd(text, i, Math.min(to, i + 16));
  return end > i && europeanScales.has(text.slice(i, end).toLowerCase());
}

function made(text: string, start: number, wholeEnd: number, end: number, grouped: boolean): PrintedNumber | null {
  const whole = text.slice(start, wholeEnd).replace(/\D/g, '');
  if (whole.length > LONGEST) return null;
  const fraction = end > wholeEnd ? text.slice(wholeEnd + 1, end) : '';
  return {
    end,
    value: normalise(`${whole || '0'}${fraction ? `.${fraction}` : ''}`),
    places: fraction.length,
    grouped,
    wholeDigits: whole.length,
    leadingZero: whole.length > 1 && whole.startsWith('0'),
  };
}

function fractionEnd(text: string, at: number, to: number, mark: string): number {
  if (text[at] !== mark || at + 1 >= to || !isDigit(text.charCodeAt(at + 1))) return at;
  return digitsEnd(text, at + 1, to);
}

export interface NumberOptions {
  readonly european: boolean;
  /** A currency stands right ahead. */
  readonly money: boolean;
  /** The stretch is a table's cell. */
  readonly cell: boolean;
  readonly from: number;
}

/** The mark of grouping in use behind the first digits, and where the grouped whole ends. */
function groupedWhole(text: string, first: number, start: number, to: number, options: NumberOptions) {
  const { european } = options;
  const led = first - start <= 3 && !(text[start] === '0');
  if (!led) return null;
  const comma = groupsOfThree(text, first, to, isComma);
  if (comma.groups > 1 || (comma.groups === 1 && !european)) return { end: comma.end, mark: ',' };
  const points = groupsOfThree(text, first, to, isPoint);
  if (points.groups > 1 || (points.groups === 1 && (european || fractionEnd(text, points.end, to, ',') > points.end))) {
    return { end: points.end, mark: '.' };
  }
  const indian = first - start <= 2 ? indianGroups(text, first, to) : null;
  if (indian && indian.groups > 0) return { end: indian.end, mark: ',' };
  const swiss = groupsOfThree(text, first, to, isApostrophe);
  if (swiss.groups > 0) return { end: swiss.end, mark: "'" };
  const tight = groupsOfThree(text, first, to, isTightSpace);
  if (tight.groups > 0) return { end: tight.end, mark: ' ' };
  const spaced = groupsOfThree(text, first, to, isSpace);
  if (spaced.groups > 0) {
    const decimals = fractionEnd(text, spaced.end, to, ',');
    if (
      european ||
      spaced.groups > 1 ||
      decimals > spaced.end ||
      europeanTail(text, decimals, to) ||
      saysOne(text, start, spaced.end, to, options)
    )
      return { end: spaced.end, mark: ' ' };
  }
  return null;
}

/** Units that no part of a name is counted in: before them two groups are one number. */
const WHOLE_UNITS = new Set(['mass', 'volume', 'area', 'length', 'energy']);

/** "€1 250 million", "12 500 employees": what stands around two groups says that they are one number. */
function saysOne(text: string, start: number, end: number, to: number, options: NumberOptions): boolean {
  const { money, from } = options;
  if (options.cell && fillsCell(text, start, end, from, to)) return true;
  // "A$1 900.": money that ends its clause there.
  if (money && /^(?:$|[.;:)\]\n]|, )/.test(text.slice(end, Math.min(to, end + 2)))) return true;
  const next = skipSpaces(text, end, Math.min(to, end + 2));
  if (next === end) return false;
  if (money) return scaleWords.at(text, next, to) !== null;
  const lead = wordBefore(text, start, from);
  if (months.has(lead) || lead === 'in' || labels.before(text, skipSpacesBack(text, start, from), from)) return false;
  const unit = unitWords.at(text, next, to);
  if (unit) return WHOLE_UNITS.has(unit.value.unit);
  const noun = countedNoun(text, end, to);
  return noun !== null && noun.words <= 2;
}

/** `1 300`, `(1 300)`, `EUR 1 300.5` alone in a cell: two numbers would stand in two cells. */
function fillsCell(text: string, start: number, end: number, from: number, to: number): boolean {
  if (start - from > MOST_BESIDE || to - end > MOST_BESIDE) return false;
  return !/[\d\p{Ll}]/u.test(text.slice(from, start)) && !/\d.*\s.*\d|\d\s|\s\d/u.test(text.slice(end, to).trim());
}

/** Signs, a currency and a unit. */
const MOST_BESIDE = 12;

/** Reads the number whose first digit is at `start`; null where the digits are no number (`1.2.3`, an endless run). */
export function readNumber(text: string, start: number, to: number, options: NumberOptions): PrintedNumber | null {
  if (text[start] === '.') return made(text, start, start, fractionEnd(text, start, to, '.'), false);
  const first = digitsEnd(text, start, Math.min(to, start + LONGEST + 1));
  if (first - start > LONGEST) return null;
  const mixed = mixedFraction(text, start, first, to);
  if (mixed) return mixed;
  const grouped = groupedWhole(text, first, start, to, options);
  const wholeEnd = grouped?.end ?? first;
  const point = grouped?.mark === '.' ? wholeEnd : fractionEnd(text, wholeEnd, to, '.');
  if (point > wholeEnd) {
    // A second point or a longer chain makes an address, a version or a date of it.
    if (text[point] === '.' && isDigit(text.charCodeAt(point + 1))) return null;
    return made(text, start, wholeEnd, point, grouped !== null);
  }
  const comma = grouped?.mark === ',' ? wholeEnd : fractionEnd(text, wholeEnd, to, ',');
  if (comma > wholeEnd && commaIsDecimal(text, wholeEnd, comma, to, grouped?.mark ?? null, options)) {
    return made(text, start, wholeEnd, comma, grouped !== null);
  }
  return made(text, start, wholeEnd, wholeEnd, grouped !== null);
}

function commaIsDecimal(
  text: string,
  at: number,
  end: number,
  to: number,
  mark: string | null,
  { european, money }: NumberOptions,
): boolean {
  if (text[end] === ',' && isDigit(text.charCodeAt(end + 1))) return false;
  if (mark === '.' || mark === ' ' || mark === "'") return true;
  if (european) return true;
  if (end - at === 4) return false;
  // "€1,45 a share", "5,2 million": one or two digits behind a comma are no group.
  return (
    europeanTail(text, end, to) ||
    (end - at <= 3 &&
      (money ||
        scaled(text, end, to) ||
        attached(text, end, to) ||
        currencyAfter.at(text, skipSpaces(text, end, end + 2), to) !== null))
  );
}

/** "12,5 M€", "2,5x", "3,5bn": a scale, a multiple or a prefixed sign right behind. */
function attached(text: string, end: number, to: number): boolean {
  const run = text.slice(end, wordEnd(text, end, Math.min(to, end + 5)));
  if (run !== '') return run === 'x' || run === 'X' || attachedScales.has(run);
  return text[end] === '×' || /^\s(?:k|M|Mio|Md|Mrd|bn)[€£$]/.test(text.slice(end, Math.min(to, end + 6)));
}

function scaled(text: string, end: number, to: number): boolean {
  const next = skipSpaces(text, end, Math.min(to, end + 2));
  return next > end && scaleWords.at(text, next, to) !== null;
}
