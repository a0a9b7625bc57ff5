/**
 * Finds every quantity in a text: one pass that stops only at digits and number words, so that its time grows with the
 * length of the text and nothing else. A quantity is read from its own words alone; what it is a figure of comes later.
 */
import { applyBounds, type Candidate, endOf, toQuantity } from './candidate';
import { isDigit, isHan, isLetter, isUpper, skipSpaces, wordEnd, wordStart } from './characters';
import { compare, isNegative } from './decimal';
import { datedOrNamed, hangsOnWord, labelled, numbersAnItem, slashed, tokenEnd, wordBefore } from './exclude';
import {
  countVerbs,
  currencyBefore,
  ordinaryWords,
  durationBefore,
  durationStops,
  opensHan,
  periodAfter,
} from './lexicon';
import { settleLists } from './lists';
import type { Quantity, Unit } from '../model';
import { countedNoun } from './noun';
import { type Part, readPart } from './part';
import { qualify } from './qualify';
import { joinRange, rangeAfter } from './range';
import { readScore } from './score';
import { type View, viewOf } from './view';
import { cardinal, readHan, readVerbal, VERBAL_STARTS, type Verbal } from './verbal';

export interface QuantityOptions {
  /** BCP 47 primary subtag; decides between `1.234` and `1,234` where the digits alone do not. */
  readonly language?: string;
  /** For "18 cents" and the like, where no currency is printed. */
  readonly defaultCurrency?: string;
  readonly from?: number;
  readonly to?: number;
  /** The stretch is a table cell: bare numbers count, parentheses around a number mean minus. */
  readonly cell?: boolean;
}

const COMMA_LANGUAGES = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'pl',
  'cs',
  'ru',
  'uk',
  'tr',
  'el',
  'ro',
  'hu',
  'id',
]);

class Scan {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly cell: boolean;
  readonly european: boolean;
  readonly money: string | null;
  readonly found: Candidate[] = [];

  constructor(text: string, options: QuantityOptions) {
    this.text = text;
    this.from = Math.max(0, options.from ?? 0);
    this.to = Math.min(text.length, options.to ?? text.length);
    this.cell = options.cell ?? false;
    this.european = COMMA_LANGUAGES.has(options.language ?? '');
    this.money = options.defaultCurrency ?? null;
  }

  run(): void {
    const { text, to } = this;
    let i = this.from;
    while (i < to) {
      const code = text.charCodeAt(i);
      if (isDigit(code)) i = this.digits(i);
      else if (isLetter(code)) i = this.word(i);
      else if (
        code === 46 &&
        isDigit(text.charCodeAt(i + 1)) &&
        !isDigit(text.charCodeAt(i - 1)) &&
        !isLetter(text.charCodeAt(i - 1))
      )
        i = this.digits(i);
      else if (isHan(code)) i = this.han(i);
      else i += 1;
    }
  }

  /** A Latin word: passed over, unless it may be a number or is a prefix of one (`US$`, `Rs9,740`, `RMB26`). */
  private word(at: number): number {
    const { text, to } = this;
    const end = wordEnd(text, at, to);
    const next = text.charCodeAt(end);
    if (isDigit(next)) {
      const prefix = currencyBefore.get(text.slice(at, end));
      if (prefix || text.charCodeAt(end - 1) > 0x24f) return end;
      return Math.max(end + 1, tokenEnd(text, end, to));
    }
    if (next === 58 && text.startsWith('://', end)) return this.address(end);
    if (next === 46 && end - at === 3 && text.slice(at, end).toLowerCase() === 'www') return this.address(end);
    if (end - at > 11) return end;
    const word = text.slice(at, end).toLowerCase();
    if (!VERBAL_STARTS.has(word)) return end;
    return this.spelled(at, end, word);
  }

  private address(at: number): number {
    let i = at;
    while (i < this.to && this.text.charCodeAt(i) > 32 && !'<>"”)]'.includes(this.text[i] ?? '')) i += 1;
    return i;
  }

  private han(at: number): number {
    if (!opensHan(this.text, at)) return at + 1;
    const verbal = readHan(this.text, at, this.to);
    if (!verbal) return at + 1;
    this.keepVerbal(verbal);
    return verbal.end;
  }

  private spelled(at: number, end: number, word: string): number {
    const verbal = readVerbal(this.text, at, this.to, word);
    if (verbal) {
      this.keepVerbal(verbal);
      return verbal.end;
    }
    return this.cardinalAt(at) ?? end;
  }

  private keepVerbal(verbal: Verbal): void {
    const candidate: Candidate = {
      start: verbal.start,
      end: verbal.end,
      coreStart: verbal.start,
      coreEnd: verbal.end,
      low: { value: verbal.low, exponent: verbal.exponent },
      high: verbal.high === null ? null : { value: verbal.high, exponent: verbal.exponent },
      unit: verbal.unit,
      currency: verbal.currency,
      scaled: true,
      qualifier: verbal.high === null ? 'at-least' : verbal.band ? 'range' : 'none',
      cue: null,
      approximate: verbal.approximate,
      strict: false,
      direction: verbal.direction,
      per: null,
      expression: 'verbal',
      rule: verbal.rule,
      weak: false,
      places: 0,
      grouped: false,
    };
    qualify(this.text, candidate, this.from, this.to);
    applyBounds(candidate);
    this.found.push(candidate);
  }

  /** "four years", "two to three more quarters", "twenty-five million customers", "three reportable segments". */
  private cardinalAt(at: number): number | null {
    const { text, to } = this;
    const first = cardinal(text, at, to);
    if (!first) return null;
    const joint = /(?: to | or |-to-|–| and )/y;
    joint.lastIndex = first.end;
    const joined = joint.exec(text);
    const second = joined && joined[0] !== ' and ' ? cardinal(text, joint.lastIndex, to) : null;
    const range = second !== null && compare(first.value, second.value) < 0;
    const last = range ? second : first;
    if (text[at - 1] === '-' || text[at - 1] === '’') return last.end;
    const tail = this.spelledTail(last.end, last.word, last.value, last.exponent >= 3);
    if (!tail) return last.end;
    const lead = wordBefore(text, at, this.from);
    if (tail.rule === 'verbal.count' && LABEL_LEADS.has(lead)) return last.end;
    if (tail.rule === 'verbal.duration' && (durationBefore.has(lead) || (tail.hyphenated && HYPHEN_LEADS.has(lead))))
      return tail.end;
    this.push({
      start: at,
      end: tail.end,
      coreStart: at,
      coreEnd: tail.end,
      low: { value: first.value, exponent: first.exponent },
      high: { value: last.value, exponent: last.exponent },
      unit: tail.unit,
      currency: tail.currency,
      scaled: true,
      qualifier: range ? 'range' : 'none',
      cue: null,
      approximate: false,
      strict: false,
      direction: null,
      per: null,
      expression: 'verbal',
      rule: tail.rule,
      weak: false,
      places: 0,
      grouped: false,
    });
    return tail.next;
  }

  private push(candidate: Candidate): void {
    qualify(this.text, candidate, this.from, this.to);
    applyBounds(candidate);
    this.found.push(candidate);
  }

  private spelledTail(end: number, word: string, value: string, big: boolean): SpelledTail | null {
    const { text, to } = this;
    const money = /[ -](dollars|euros|pounds|yen|yuan|rupees)\b/y;
    money.lastIndex = end;
    const paid = money.exec(text);
    if (paid) {
      const currency = SPELLED_MONEY.get(paid[1] ?? '') ?? null;
      return {
        end: money.lastIndex,
        next: money.lastIndex,
        unit: 'money',
        currency,
        rule: 'verbal.money',
        hyphenated: false,
      };
    }
    const unit = SPELLED_UNIT.exec(text.slice(end, end + 32));
    if (unit) {
      const stop = end + unit[0].length;
      const hyphenated = unit[0].startsWith('-');
      if (excludedDuration(text, stop, to, hyphenated)) return null;
      const kind = SPELLED_UNITS.get((unit[1] ?? '').toLowerCase().replace(/s$/, ''));
      if (kind && !(value === '1' && !hyphenated && kind !== 'percent')) {
        const rule =
          kind === 'percent' || kind === 'bps' || kind === 'percentage_points' ? 'verbal.percent' : 'verbal.duration';
        return { end: stop, next: stop, unit: kind, currency: null, rule, hyphenated };
      }
      return null;
    }
    if (text[end] === '-') return null;
    const noun = countedNoun(text, end, to, value === '1' && !text.startsWith(' or more', end));
    if (!noun)
      return big ? { end, next: end, unit: 'count', currency: null, rule: 'verbal.count', hyphenated: false } : null;
    if (word === 'zero') return null;
    const keep = noun.plain && noun.words <= 3;
    return {
      end: keep ? noun.end : end,
      next: keep ? noun.end : end,
      unit: 'count',
      currency: null,
      rule: 'verbal.count',
      hyphenated: false,
    };
  }

  /** A run of digits: a figure, or the end of what it is instead. */
  private digits(at: number): number {
    const { text, from, to } = this;
    const other = this.cell ? cellDate(text, at, from, to) : datedOrNamed(text, at, from, to);
    if (other > 0) return Math.max(other, at + 1);
    const score = readScore(text, at, from, to, this.cell);
    if (score) {
      if (score.candidate) this.push(score.candidate);
      return score.end;
    }
    const part = readPart(text, at, from, to, this.european);
    if (!part) return this.skipToken(at);
    if (part.number.leadingZero && !part.unit && !part.currency) return part.number.end;
    const bare = isBare(part);
    if (bare) {
      const end = this.notCounted(part);
      if (end > 0) return end;
    } else if (!part.currency && part.scale !== null && labelled(text, part.start, from, true)) return part.end;
    if (part.unit && isDuration(part.unit.unit) && this.namesAPeriod(part)) return part.end;
    return this.keep(part);
  }

  private skipToken(at: number): number {
    const end = tokenEnd(this.text, at, this.to);
    return Math.max(end, at + 1);
  }

  private namesAPeriod(part: Part): boolean {
    const { text, from, to } = this;
    if (excludedDuration(text, part.end, to, part.hyphenated)) return true;
    const lead = wordBefore(text, part.start, from);
    return durationBefore.has(lead) || (part.hyphenated && HYPHEN_LEADS.has(lead));
  }

  /** Where a bare number that is a name, label or list number ends; 0 where it may count. */
  private notCounted(part: Part): number {
    const { text, from, to } = this;
    const end = part.number.end;
    if (this.cell) return 0;
    if (numbersAnItem(text, part.digits, end, from)) return end + 1;
    const slash = slashed(text, part.digits);
    if (slash > 0) return slash;
    if (labelled(text, part.start, from, part.number.grouped)) return labelChain(text, end, to);
    if (hangsOnWord(text, part.start, from)) return tokenEnd(text, part.digits, to);
    if (text[end] === '-' && isLetter(text.charCodeAt(end + 1))) return tokenEnd(text, end, to);
    if (text[end] === '-' && isDigit(text.charCodeAt(end + 1)) && productRange(text, part))
      return tokenEnd(text, end, to);
    return 0;
  }

  private keep(part: Part): number {
    const { text, from, to } = this;
    const second = rangeAfter(text, part, from, to, this.european);
    const candidate = second ? joinRange(part, second, this.money) : single(part, this.money);
    this.parenthesised(candidate, part);
    let next = candidate.end;
    if (candidate.unit === null) next = this.count(candidate, second ?? part);
    if (candidate.weak && this.cell) candidate.weak = false;
    this.push(candidate);
    return Math.max(next, part.end);
  }

  private parenthesised(candidate: Candidate, part: Part): void {
    const { text } = this;
    const open = candidate.start - 1;
    if (
      text[open] !== '(' ||
      text[candidate.end] !== ')' ||
      part.sign ||
      !candidate.low ||
      candidate.low !== candidate.high
    )
      return;
    const alone =
      this.cell && text.slice(this.from, open).trim() === '' && /^[)%\s]*$/.test(text.slice(candidate.end, this.to));
    const said = part.currency !== null && MINUS_LEADS.has(wordBefore(text, open, this.from));
    if (!alone && !said) return;
    const value = isNegative(candidate.low.value)
      ? candidate.low.value
      : candidate.low.value === '0'
        ? '0'
        : `-${candidate.low.value}`;
    candidate.low = candidate.high = { value, exponent: candidate.low.exponent };
    candidate.start = open;
    candidate.end += 1;
    if (text[candidate.end] === '%') {
      candidate.end += 1;
      candidate.unit = 'percent';
    }
  }

  /** A number without unit or currency: what it counts, or whether it is kept in reserve for its neighbours. */
  private count(candidate: Candidate, part: Part): number {
    const { text, to } = this;
    const end = candidate.end;
    const noun = part.scale === null ? countedNoun(text, end, to) : null;
    candidate.rule = 'count';
    if (noun) {
      candidate.unit = 'count';
      const named = !part.number.grouped && this.partOfName(candidate);
      candidate.weak = named && part.number.places === 0;
      if (noun.plain && noun.words <= 2 && !part.number.grouped) {
        candidate.end = noun.end;
        return noun.end;
      }
      return end;
    }
    if (part.scale !== null || part.number.grouped || part.plus) {
      candidate.unit = part.scale === null && part.number.places > 0 ? 'other' : 'count';
      candidate.weak = part.plus && part.scale === null && !part.number.grouped;
      return end;
    }
    candidate.unit = part.number.places > 0 ? 'other' : 'count';
    candidate.weak = part.number.places > 0 ? this.partOfName(candidate) : !this.saidAsCount(candidate, part);
    if (part.number.places > 0) candidate.rule = 'number';
    return end;
  }

  /** A capitalised word right ahead, inside a sentence, makes the digits part of its name ("Kestrel 360", "Trainly 3.1"). */
  private partOfName(candidate: Candidate): boolean {
    const { text, from } = this;
    const end = candidate.start - 1;
    if (end <= from || text[end] !== ' ') return false;
    const start = wordStart(text, end, from);
    if (start === end || !isUpper(text.charCodeAt(start))) return false;
    const word = text.slice(start, end);
    return !countVerbs.has(word.toLowerCase()) && !ordinaryWords.has(word.toLowerCase()) && word !== word.toUpperCase();
  }

  private saidAsCount(candidate: Candidate, part: Part): boolean {
    const { text, from, to } = this;
    const lead = wordBefore(text, candidate.start, from);
    if (!STRONG_COUNT_VERBS.has(lead)) return false;
    const after = text[skipSpaces(text, candidate.end, to)] ?? '';
    return part.number.wholeDigits <= 3 && after !== '(' && (part.number.wholeDigits >= 2 || lead !== 'to');
  }
}

interface SpelledTail {
  readonly end: number;
  readonly next: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly rule: string;
  readonly hyphenated: boolean;
}

const SPELLED_MONEY = new Map([
  ['dollars', 'USD'],
  ['euros', 'EUR'],
  ['pounds', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['rupees', 'INR'],
]);
const SPELLED_UNIT =
  /^(?:[ -]|\u00a0)(?:(?:more|additional|full|consecutive|straight|further|successive|fiscal|calendar|business|trading)[ -])?(years?|quarters?|months?|weeks?|days?|hours?|decades?|percent|per cent|percentage points?|basis points?|times)\b/i;
const SPELLED_UNITS = new Map<string, Unit>([
  ['year', 'years'],
  ['quarter', 'quarters'],
  ['month', 'months'],
  ['week', 'weeks'],
  ['day', 'days'],
  ['hour', 'hours'],
  ['percent', 'percent'],
  ['per cent', 'percent'],
  ['percentage point', 'percentage_points'],
  ['basis point', 'bps'],
  ['time', 'multiple'],
]);
const LABEL_LEADS = new Set([
  'phase',
  'level',
  'tier',
  'chapter',
  'part',
  'note',
  'step',
  'day',
  'big',
  'top',
  'magnificent',
  'number',
  'no',
]);
const HYPHEN_LEADS = new Set(['last', 'past', 'next', 'trailing', 'rolling', 'forward', 'the']);
const MINUS_LEADS = new Set([
  'of',
  'was',
  'were',
  'to',
  'at',
  'is',
  'from',
  'versus',
  'vs',
  'and',
  'eps',
  'loss',
  'than',
]);
const STRONG_COUNT_VERBS = new Set([
  'sold',
  'opened',
  'closed',
  'added',
  'hired',
  'launched',
  'acquired',
  'completed',
  'totaled',
  'totalled',
  'delivered',
  'shipped',
  'signed',
]);

function isBare(part: Part): boolean {
  return part.currency === null && part.unit === null && part.scale === null && !part.minor;
}

function isDuration(unit: Unit): boolean {
  return (
    unit === 'years' ||
    unit === 'quarters' ||
    unit === 'months' ||
    unit === 'weeks' ||
    unit === 'days' ||
    unit === 'hours'
  );
}

/** "three months ended", "10-year Treasury", "12-month target": the length names a period or instrument. */
function excludedDuration(text: string, end: number, to: number, hyphenated: boolean): boolean {
  const gap = skipSpaces(text, end, Math.min(to, end + 2));
  if (gap === end) return false;
  const next = text.slice(gap, wordEnd(text, gap, Math.min(to, gap + 16))).toLowerCase();
  if (next === 'ended' || next === 'ending') return true;
  // "twelve months to 31 March"
  if (
    next === 'to' &&
    /^to (?:\d|[A-Z][a-z]{2,8}\.? \d)/.test(text.slice(gap, gap + 16)) &&
    !/^to \d+[ -](?:year|month|quarter|week|day)/.test(text.slice(gap, gap + 20))
  )
    return true;
  if (!hyphenated) return false;
  return durationStops.has(next) || periodAfter.has(next);
}

/** "Notes 12 and 13", "Level 2 or 3": the rest of the labels. */
function labelChain(text: string, end: number, to: number): number {
  const chain =
    /(?:\s?(?:,|and|&|or|to|through|[-–])\s?\d{1,4}(?:\.\d+)*(?![\d%]|[.,]\d|\s?(?:million|billion|bps|%|percent)))+/y;
  chain.lastIndex = end;
  return chain.test(text) && chain.lastIndex <= to ? chain.lastIndex : tokenEnd(text, end, to);
}

/** `747-8`: a bare range that runs down is a model number. */
function productRange(text: string, part: Part): boolean {
  const rest = /-(\d+)/y;
  rest.lastIndex = part.number.end;
  const match = rest.exec(text);
  return match !== null && Number(match[1]) < Number(part.value);
}

function cellDate(text: string, at: number, from: number, to: number): number {
  const end = datedOrNamed(text, at, from, to);
  // A bare `2,024` or `2024` in a cell is decided by its column, not here; only written dates are left out.
  return end;
}

function single(part: Part, fallback: string | null): Candidate {
  const extra = (part.scale ?? 0) + (part.unit?.exponent ?? 0) - (part.minor ? 2 : 0);
  const end = endOf(part, extra);
  return {
    start: part.start,
    end: part.end,
    coreStart: part.start,
    coreEnd: part.end,
    low: end,
    high: end,
    unit: unitOf(part),
    currency: part.currency ?? (part.minor ? (fallback ?? 'USD') : null),
    scaled: part.scale !== null,
    qualifier: part.plus ? 'at-least' : 'none',
    cue: null,
    approximate: part.sign === '±',
    strict: false,
    direction: part.sign === '+' ? 'up' : part.sign === '-' && part.currency === null ? 'down' : null,
    per: part.per,
    expression: 'numeric',
    rule: ruleOf(part),
    weak: isBare(part),
    places: part.number.places,
    grouped: part.number.grouped,
  };
}

function unitOf(part: Part): Unit | null {
  if (part.currency !== null || part.minor)
    return part.per !== null && /share|ads|adr/.test(part.per) ? 'per_share' : 'money';
  return part.unit?.unit ?? null;
}

function ruleOf(part: Part): string {
  if (part.currency !== null || part.minor) return 'money';
  return part.unit ? part.unit.unit : 'number';
}

/** All quantities between `from` and `to`, in order of start, none overlapping. Offsets count into `text`. */
export function readQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const from = Math.max(0, options.from ?? 0);
  const to = Math.min(text.length, options.to ?? text.length);
  const view = viewOf(text, from, to);
  if (!view) return readPlain(text, options);
  const found = readPlain(view.text, { ...options, from: 0, to: view.text.length });
  return found.map((quantity) => inText(text, view, quantity));
}

function inText(text: string, view: View, quantity: Quantity): Quantity {
  const start = view.at(quantity.start);
  const end = view.endAt(quantity.start, quantity.end);
  const cue = quantity.qualifierCue;
  const cueStart = cue ? view.at(cue.start) : 0;
  const cueEnd = cue ? view.at(cue.end - 1) + 1 : 0;
  const qualifierCue = cue ? { start: cueStart, end: cueEnd, text: text.slice(cueStart, cueEnd) } : null;
  return { ...quantity, start, end, quote: text.slice(start, end), qualifierCue };
}

function readPlain(text: string, options: QuantityOptions): Quantity[] {
  const scan = new Scan(text, options);
  scan.run();
  settleLists(text, scan.found);
  const kept: Quantity[] = [];
  let last = -1;
  for (const candidate of scan.found) {
    if (candidate.weak || candidate.coreEnd <= last) continue;
    if (candidate.start < last) candidate.start = Math.max(last, candidate.coreStart);
    kept.push(toQuantity(text, candidate));
    last = candidate.end;
  }
  return kept;
}
