/**
 * Finds every quantity in a text: one pass that stops only at digits and number words, so that its time grows with the
 * length of the text and nothing else. A quantity is read from its own words alone; what it is a figure of comes later.
 */
import { applyBounds, type Candidate, endOf, toQuantity } from './candidate';
import { isDigit, isHan, isLetter, wordEnd } from './characters';
import { excludedDuration, HYPHEN_LEADS, isDuration } from './durations';
import { isNegative } from './decimal';
import {
  datedOrNamed,
  hangsOnWord,
  labelled,
  nameOfDigits,
  numbersAnItem,
  slashed,
  tokenEnd,
  wordBefore,
} from './exclude';
import { settleBare } from './bare';
import { readHan, saidAsPast } from './han';
import { currencyBefore, durationBefore, hanUnits, monthTails, opensHan, qualifiersBefore } from './lexicon';
import { settleLists } from './lists';
import type { Quantity, Unit } from '../model';
import { type Part, readPart } from './part';
import { readPartOf } from './parts-of';
import { qualify } from './qualify';
import { joinRange, rangeAfter } from './range';
import { readScore } from './score';
import { readCardinal } from './spelled';
import { readVerbal, VERBAL_STARTS, type Verbal } from './verbal';
import { type View, viewOf } from './view';

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
    const { text } = this;
    const verbal = readPartOf(text, at) ?? readVerbal(text, at, this.to, word);
    if (verbal) {
      this.keepVerbal(verbal);
      return verbal.end;
    }
    const cardinal = readCardinal(text, at, this.from, this.to);
    if (cardinal?.candidate) this.push(cardinal.candidate);
    return cardinal?.end ?? end;
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

  private push(candidate: Candidate): void {
    qualify(this.text, candidate, this.from, this.to);
    applyBounds(candidate);
    this.found.push(candidate);
  }

  /** A run of digits: a figure, or the end of what it is instead. */
  private digits(at: number): number {
    const { text, from, to } = this;
    const other = datedOrNamed(text, at, from, to);
    if (other > 0) return Math.max(other, at + 1);
    const named = nameOfDigits(text, at, from, to);
    if (named > 0) return named;
    const score = readScore(text, at, from, to, this.cell);
    if (score) {
      if (score.candidate) this.push(score.candidate);
      return score.end;
    }
    const part = readPart(text, at, from, to, this);
    if (!part) return this.skipToken(at);
    if (part.number.leadingZero && !part.unit && !part.currency) return part.number.end;
    // "每10股派2.5元": what the amount is per.
    if (text[part.start - 1] === '每' && part.currency === null) return part.end;
    if (monthsOfName(text, part)) return part.end;
    const bare = isBare(part);
    if (bare) {
      const end = this.notCounted(part);
      if (end > 0) return end;
    } else if (!part.currency && part.scale !== null && labelled(text, part.start, from, true)) return part.end;
    if (part.unit && saidAsPast(text, part.end, part.unit.unit)) return part.end;
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
    if (this.cell)
      return part.number.grouped || !labelled(text, part.start, from, false) ? 0 : labelChain(text, end, to);
    if (numbersAnItem(text, part.digits, end, from)) return end + 1;
    if (/(?:\b\d{1,2}|one|two|three) in $/i.test(text.slice(Math.max(from, part.start - 10), part.start))) return end;
    const slash = slashed(text, part.digits);
    if (slash > 0 && !sharesUnit(text, slash, to)) return slash;
    if (labelled(text, part.start, from, part.number.grouped)) return labelChain(text, end, to);
    if (hangsOnWord(text, part.start, from)) return tokenEnd(text, part.digits, to);
    if (text[end] === '-' && isLetter(text.charCodeAt(end + 1))) return tokenEnd(text, end, to);
    if (text[end] === '-' && isDigit(text.charCodeAt(end + 1)) && productRange(text, part))
      return tokenEnd(text, end, to);
    return 0;
  }

  private keep(part: Part): number {
    const { text, from, to } = this;
    const second = rangeAfter(text, part, from, to, this);
    const candidate = second ? joinRange(part, second, this.money) : single(part, this.money);
    this.parenthesised(candidate, part);
    let next = candidate.end;
    if (candidate.unit === null) next = settleBare(text, candidate, second ?? part, this.found.at(-1), from, to);
    if (candidate.weak && this.cell) candidate.weak = false;
    this.push(candidate);
    return pastNote(text, Math.max(next, part.end), to);
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
    const percent =
      part.currency === null &&
      part.unit === null &&
      /^\) ?(?:%|pp\b|bps\b)/.test(text.slice(candidate.end, candidate.end + 6));
    const stated =
      /[:：] ?$/.test(text.slice(Math.max(this.from, open - 2), open)) &&
      part.unit !== null &&
      !isDuration(part.unit.unit);
    const said = part.currency !== null && MINUS_LEADS.has(wordBefore(text, open, this.from));
    if (!alone && !said && !percent && !stated) return;
    const value = isNegative(candidate.low.value)
      ? candidate.low.value
      : candidate.low.value === '0'
        ? '0'
        : `-${candidate.low.value}`;
    candidate.low = candidate.high = { value, exponent: candidate.low.exponent };
    candidate.start = open;
    candidate.end += 1;
    const unit = /^ ?(%|pp\b|bps\b)/.exec(text.slice(candidate.end, Math.min(this.to, candidate.end + 5)));
    if (unit && candidate.unit === null) {
      candidate.end += unit[0].length;
      candidate.unit = unit[1] === '%' ? 'percent' : unit[1] === 'pp' ? 'percentage_points' : 'bps';
      candidate.weak = false;
    }
  }
}

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
/** "12m TP", "3M Euribor": a few months in the name of something, no millions. */
function monthsOfName(text: string, part: Part): boolean {
  if (part.currency !== null || part.scale !== 6 || !/^(?:1|2|3|6|9|12|18|24)$/.test(part.value)) return false;
  if (!/^[mM]$/.test(text.slice(part.number.end, part.end)) || text[part.end] !== ' ') return false;
  return monthTails.has(text.slice(part.end + 1, wordEnd(text, part.end + 1, part.end + 14)).toLowerCase());
}

/** "15/12倍", "15/12x": a list whose unit is said once, at its end. */
function sharesUnit(text: string, end: number, to: number): boolean {
  return hanUnits.at(text, end, to) !== null || text[end] === 'x' || text[end] === '%';
}

/** The digit of a note that stands flat against a word: "million3". */
function pastNote(text: string, at: number, to: number): number {
  let end = at;
  if (isLetter(text.charCodeAt(at - 1))) while (end < to && end < at + 2 && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isBare(part: Part): boolean {
  return part.currency === null && part.unit === null && part.scale === null && !part.minor;
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
  const rest = /-(\d+)(?![\d.,]*\d)/y;
  rest.lastIndex = part.number.end;
  const match = rest.exec(text);
  return match !== null && Number(match[1]) < Number(part.value);
}

function single(part: Part, fallback: string | null): Candidate {
  const extra = (part.scale ?? 0) + (part.unit?.exponent ?? 0) - (part.minor ? 2 : 0);
  const end = endOf(part, extra);
  const mark = part.mark ? qualifiersBefore.before(part.mark, 1, 0)?.value : undefined;
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
    qualifier: part.plus ? 'at-least' : (mark?.qualifier ?? 'none'),
    cue: null,
    approximate: part.sign === '±' || mark?.qualifier === 'approx',
    strict: mark?.strict ?? false,
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
