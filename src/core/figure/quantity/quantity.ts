/**
 * Finds every quantity in a text: one pass that stops only at digits and number words, so that its time grows with the
 * length of the text and nothing else. A quantity is read from its own words alone; what it is a figure of comes later.
 */
import { addressAt } from './exclude/addresses';
import { registryNumberAt } from './exclude/registry-numbers';
import { settleBare } from './candidates/bare';
import { applyBounds, type Candidate, isBare, wordedCandidate, single, toQuantity } from './candidates/candidate';
import { isDigit, isHan, isLetter, wordEnd } from './lexicon/characters';
import { isDuration } from './exclude/durations';
import { datedOrNamed, labelled, nameOfDigits, tokenEnd } from './exclude/exclude';
import { readHan, isPastSpan } from './number/han';
import { commaLanguages, currencyBefore, opensHan } from './lexicon/lexicon';
import { settleLists } from './candidates/lists';
import { readParentheses, readWordedMinus } from './candidates/minus';
import type { Quantity } from '../model';
import { namesAPeriod, namesMonths, notCounted } from './candidates/not-counted';
import { type Part, readPart } from './number/part';
import { readPartOf } from './worded/parts-of';
import { qualify } from './candidates/qualify';
import { joinRange, rangeAfter } from './candidates/range';
import { readScore } from './candidates/score';
import { readCardinal } from './worded/spelled';
import { readVerbal, VERBAL_STARTS } from './worded/verbal';
import { type View, viewOf } from './lexicon/view';

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
    this.european = commaLanguages.has(options.language ?? '');
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
    this.push(wordedCandidate(verbal));
    return verbal.end;
  }

  private spelled(at: number, end: number, word: string): number {
    const { text } = this;
    const verbal = readPartOf(text, at) ?? readVerbal(text, at, this.to, word);
    if (verbal) {
      this.push(wordedCandidate(verbal));
      return verbal.end;
    }
    const cardinal = readCardinal(text, at, this.from, this.to);
    if (cardinal?.candidate) this.push(cardinal.candidate);
    return cardinal?.end ?? end;
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
    const place = Math.max(addressAt(text, at, from, to), registryNumberAt(text, at, from, to));
    if (place > 0) return place;
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
    if (namesMonths(text, part)) return part.end;
    const bare = isBare(part);
    if (bare) {
      const end = notCounted(text, part, this);
      if (end > 0) return end;
    } else if (!part.currency && part.scale !== null && labelled(text, part.start, from, true)) return part.end;
    if (part.unit && isPastSpan(text, part.end, part.unit.unit)) return part.end;
    if (part.unit && isDuration(part.unit.unit) && namesAPeriod(text, part, this)) return part.end;
    return this.keep(part);
  }

  private skipToken(at: number): number {
    const end = tokenEnd(this.text, at, this.to);
    return Math.max(end, at + 1);
  }

  private keep(part: Part): number {
    const { text, from, to } = this;
    const second = rangeAfter(text, part, from, to, this);
    const candidate = second ? joinRange(part, second, this.money) : single(part, this.money);
    readParentheses(text, candidate, part, this);
    readWordedMinus(text, candidate, part, this);
    let next = candidate.end;
    if (candidate.unit === null) next = settleBare(text, candidate, second ?? part, this.found.at(-1), from, to);
    if (candidate.weak && this.cell) candidate.weak = false;
    this.push(candidate);
    return pastNote(text, Math.max(next, part.end), to);
  }
}

/** The digit of a note that stands flat against a word: "million3". */
function pastNote(text: string, at: number, to: number): number {
  let end = at;
  if (isLetter(text.charCodeAt(at - 1))) while (end < to && end < at + 2 && isDigit(text.charCodeAt(end))) end += 1;
  return end;
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
