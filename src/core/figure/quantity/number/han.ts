/**
 * Chinese numerals: "一万五千亿元", "三点五倍", "百分之六十", "两三年", and digits among scales ("1亿2000万"). A reader
 * starts at a character and looks a bounded way ahead.
 */
import { isDigit, isHan, skipSpaces } from '../lexicon/characters';
import { shift } from '../../decimal';
import { currencyAfter, fractions, hanDigits, hanMultiples, hanUnits, scaleWords } from '../lexicon/lexicon';
import type { DecimalString } from '../../model';
import { type Unit, DURATIONS } from '../../../base/unit';
import type { PrintedNumber } from './printed-number';
import { hanUnitFits } from './tail';
import { type Verbal, verbal } from './verbal-number';

const SMALL: ReadonlyMap<string, bigint> = new Map([
  ['十', 10n],
  ['百', 100n],
  ['千', 1000n],
  ['拾', 10n],
  ['佰', 100n],
  ['仟', 1000n],
]);
const LARGE: ReadonlyMap<string, bigint> = new Map([
  ['万', 10_000n],
  ['萬', 10_000n],
  ['亿', 100_000_000n],
  ['億', 100_000_000n],
  ['兆', 1_000_000_000_000n],
]);
/** No numeral of interest is longer. */
const LONGEST = 24;
const MORE = '多余餘';

interface Numeral {
  readonly end: number;
  readonly low: bigint;
  /** Higher where two digits are named together: "两三年". */
  readonly high: bigint;
  readonly coefficients: number;
  /** Where the last coefficient ends: behind it stands the last scale. */
  readonly stem: number;
  /** Power of ten of the last thing said. */
  readonly power: number;
  /** Digits named one by one ("二〇二五"): a year or a code. */
  readonly spelled: boolean;
}

interface Coefficient {
  readonly end: number;
  readonly low: bigint;
  readonly high: bigint;
  readonly spelled: boolean;
}

function coefficient(text: string, at: number, to: number): Coefficient | null {
  let end = at;
  const limit = Math.min(to, at + 12);
  if (isDigit(text.charCodeAt(at))) {
    while (end < limit && isDigit(text.charCodeAt(end))) end += 1;
    while (end + 4 <= limit && /^,\d{3}(?!\d)/.test(text.slice(end, end + 5))) end += 4;
    const value = BigInt(text.slice(at, end).replace(/,/g, ''));
    return { end, low: value, high: value, spelled: false };
  }
  const digits: number[] = [];
  for (; end < limit; end += 1) {
    const digit = hanDigits.get(text[end] ?? '');
    if (digit === undefined) break;
    digits.push(digit);
  }
  if (digits.length === 0) return null;
  const [first = 0, second = 0] = digits;
  if (digits.length === 2 && first > 0 && second === first + 1)
    return { end, low: BigInt(first), high: BigInt(second), spelled: false };
  if (digits.length === 2 && first === 0) return { end, low: BigInt(second), high: BigInt(second), spelled: false };
  const value = BigInt(digits.join(''));
  return { end, low: value, high: value, spelled: digits.length > 1 };
}

/** Reads coefficients and scales as far as they make one number. */
function numeral(text: string, at: number, to: number): Numeral | null {
  const limit = Math.min(to, at + LONGEST);
  let [low, high, section, sectionHigh] = [0n, 0n, 0n, 0n];
  let [end, stem, coefficients, power] = [at, at, 0, 0];
  let pending: Coefficient | null = null;
  let spelled = false;
  const close = (times: bigint) => {
    section += (pending?.low ?? 0n) * times;
    sectionHigh += (pending?.high ?? 0n) * times;
    pending = null;
  };
  while (end < limit) {
    const char = text[end] ?? '';
    const small = SMALL.get(char);
    const large = LARGE.get(char);
    if (small !== undefined) {
      if (!pending) pending = { end, low: 1n, high: 1n, spelled: false };
      close(small);
      power = String(small).length - 1;
    } else if (large !== undefined && (pending || section > 0n || low > 0n)) {
      close(1n);
      // "1万亿" multiplies what came before; "1亿2000万" adds to it.
      const whole: boolean = low < large;
      low = whole ? (low + section) * large : low + section * large;
      high = whole ? (high + sectionHigh) * large : high + sectionHigh * large;
      [section, sectionHigh] = [0n, 0n];
      power = text[end - 1] === '万' || text[end - 1] === '萬' ? 12 : String(large).length - 1;
    } else {
      const next: Coefficient | null = pending ? null : coefficient(text, end, limit);
      if (!next) break;
      pending = next;
      spelled ||= next.spelled;
      coefficients += 1;
      stem = end = next.end;
      power = 0;
      continue;
    }
    end += 1;
  }
  if (end === at) return null;
  close(1n);
  return { end, low: low + section, high: high + sectionHigh, coefficients, stem, power, spelled };
}

/** "1亿2000万": the digits ahead of the last scale, in that scale; null where the number is a plain one. */
export function readCompound(text: string, at: number, printed: PrintedNumber, to: number): PrintedNumber | null {
  if (printed.places > 0 || printed.grouped || !isHan(text.charCodeAt(printed.end))) return null;
  // Only scales may part the digits: "1亿2000万", "1兆2,345億".
  if (!SMALL.has(text[printed.end] ?? '') && !LARGE.has(text[printed.end] ?? '')) return null;
  const whole = numeral(text, at, to);
  if (!whole || whole.coefficients < 2 || whole.low !== whole.high) return null;
  const scale = scaleWords.at(text, whole.stem, to);
  if (!scale) return null;
  return { ...printed, end: whole.stem, value: shift(String(whole.low), -scale.value), wholeDigits: 4 };
}

/** Power of ten of a hundredth that "百分之", "千分之", "万分之" count in. */
const PER: ReadonlyMap<string, number> = new Map([
  ['百', 0],
  ['佰', 0],
  ['千', -1],
  ['仟', -1],
  ['万', -2],
  ['萬', -2],
]);

/** "百分之六十", "百分之5.5", "千分之三", "万分之五". */
function parts(text: string, at: number, to: number): Verbal | null {
  const base = text[at + 1] === '分' && text[at + 2] === '之' ? PER.get(text[at] ?? '') : undefined;
  if (base === undefined) return null;
  const from = skipSpaces(text, at + 3, Math.min(to, at + 4));
  const digits = /\d{1,6}(?:\.\d{1,6})?/y;
  digits.lastIndex = from;
  const printed = digits.exec(text)?.[0];
  const read = printed ? { end: from + printed.length, value: printed } : decimalNumeral(text, from, to);
  if (!read || read.end > to) return null;
  const places = read.value.split('.')[1]?.length ?? 0;
  const low = shift(read.value, base);
  return verbal(at, read.end, 'verbal.percent', { low, unit: 'percent', exponent: base - places });
}

/** "六十", "三点五": whole or with digits behind 点. */
function decimalNumeral(text: string, at: number, to: number): { end: number; value: DecimalString } | null {
  const whole = numeral(text, at, to);
  if (!whole || whole.low !== whole.high) return null;
  const fraction =
    text[whole.end] === '点' || text[whole.end] === '點' ? coefficientDigits(text, whole.end + 1, to) : '';
  return fraction === ''
    ? { end: whole.end, value: String(whole.low) }
    : { end: whole.end + 1 + fraction.length, value: `${String(whole.low)}.${fraction}` };
}

function coefficientDigits(text: string, at: number, to: number): string {
  let digits = '';
  for (let end = at; end < Math.min(to, at + 6); end += 1) {
    const digit = hanDigits.get(text[end] ?? '');
    if (digit === undefined) break;
    digits += String(digit);
  }
  return digits;
}

/** Counters that a small numeral uses for a noun phrase, not for a figure: "两个", "三位". */
const LOOSE_COUNTERS = ['个', '部', '项', '只', '人', '位', '款', '张', '片'];

interface HanTail {
  readonly end: number;
  readonly unit: Unit;
  readonly exponent: number;
  readonly currency: string | null;
}

function tailOf(text: string, at: number, to: number, big: boolean): HanTail | null {
  const money = currencyAfter.at(text, at, to);
  const unit = hanUnits.at(text, at, to);
  if (money && isHan(text.charCodeAt(at)) && (!unit || money.end >= unit.end))
    return { end: money.end, unit: 'money', exponent: 0, currency: money.value };
  if (!unit || !hanUnitFits(text, at - (big ? 3 : 1), unit.start, unit.end)) return null;
  if (unit.value.unit === 'count' && !big && LOOSE_COUNTERS.includes(text.slice(unit.start, unit.end))) return null;
  return { end: unit.end, unit: unit.value.unit, exponent: unit.value.exponent, currency: null };
}

/** "3年前", "3 年 前" is a date counted from today, "10年期" the name of a term. */
export function isPastSpan(text: string, end: number, unit: Unit): boolean {
  return (
    DURATIONS.has(unit) &&
    /^ ?(?:(?:以|之)?前(?!三|五|十|景|沿|期|端)|期(?!间|間|内|內))/.test(text.slice(end, end + 4))
  );
}

/** "两千三百万人次", "三个季度", "一点二万亿元", "二十多家". */
function counted(text: string, at: number, to: number): Verbal | null {
  const whole = numeral(text, at, to);
  if (!whole || whole.spelled) return null;
  const decimal = whole.low === whole.high ? decimalNumeral(text, at, to) : null;
  const split = decimal !== null && decimal.end > whole.end;
  let end = split ? decimal.end : whole.end;
  const more = MORE.includes(text[end] ?? ' ');
  if (more) end += 1;
  const scale = split || more ? scaleWords.at(text, end, to) : null;
  const power = scale && isHan(text.charCodeAt(end)) ? scale.value : 0;
  if (power > 0) end = scale?.end ?? end;
  const small = whole.low < 100n && power === 0;
  const tail = tailOf(text, end, to, !small);
  if (!tail || isPastSpan(text, tail.end, tail.unit)) return null;
  if (whole.low === 1n && !split && power === 0 && tail.unit !== 'quarters') return null;
  const low = shift(split ? decimal.value : String(whole.low), power + tail.exponent);
  const places = split ? (decimal.value.split('.')[1]?.length ?? 0) : 0;
  const high = more ? null : split ? low : shift(String(whole.high), power + tail.exponent);
  return verbal(at, tail.end, tail.unit === 'money' ? 'verbal.money' : 'verbal.han', {
    low,
    high,
    unit: tail.unit,
    currency: tail.currency,
    exponent: power + whole.power - places,
    approximate: high !== null && high !== low,
    band: high !== null && high !== low,
  });
}

/** Digits as contracts write them, and what stands behind one there. */
const FORMAL = '壹贰貳叁參肆伍陆陸柒捌玖';
const FORMAL_SCALES = '拾佰仟万萬亿億元圆圓';

/** A quantity in Chinese numerals; null where the characters are part of a word. */
export function readHan(text: string, at: number, to: number): Verbal | null {
  const part = fractions.at(text, at, to);
  if (part)
    return verbal(at, part.end, 'verbal.fraction', {
      low: part.value[0],
      high: part.value[1],
      unit: 'percent',
      approximate: true,
    });
  const doubled = hanMultiples.at(text, at, to);
  if (doubled) {
    const low = String(doubled.value);
    return verbal(at, doubled.end, 'verbal.multiple', { low, unit: 'multiple', direction: 'up' });
  }
  // "陆家嘴" is a name: such digits count where a scale or money follows.
  if (FORMAL.includes(text[at] ?? ' ') && !FORMAL_SCALES.includes(text[at + 1] ?? ' ')) return null;
  const before = text[at - 1] ?? ' ';
  if (before === '第') return null;
  const share = parts(text, at, to);
  if (share) return share;
  if ('之十百千万亿点年月星期周数數几幾上'.includes(before) || hanDigits.has(before) || text.startsWith('十分', at))
    return null;
  return counted(text, at, to);
}
