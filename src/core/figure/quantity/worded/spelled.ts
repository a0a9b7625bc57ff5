/** Cardinals in words with what they count: "four years", "twenty-five million customers", "three reportable segments". */
import type { Candidate } from '../candidates/candidate';
import { isUpper } from '../lexicon/characters';
import { compare, shift } from '../../decimal';
import { wordBefore } from '../exclude/exclude';
import { excludedDuration, HYPHEN_LEADS, isDuration } from '../exclude/durations';
import { durationBefore } from '../lexicon/lexicon';
import { type Unit, RATES } from '../../../base/unit';
import { countedNoun } from '../exclude/noun';
import { type Cardinal, cardinal } from '../number/cardinal';

export interface Spelled {
  readonly end: number;
  /** Null where the words are a name, a period or an adjective. */
  readonly candidate: Candidate | null;
}

/** The cardinal at `at` with its unit or noun; null where the word there is none. */
export function readCardinal(text: string, at: number, from: number, to: number): Spelled | null {
  const first = cardinal(text, at, to);
  if (!first) return null;
  const none = (end: number): Spelled => ({ end, candidate: null });
  const joint = /(?: to | or |-to-|–| and )/y;
  joint.lastIndex = first.end;
  const joined = joint.exec(text);
  const second = joined && joined[0] !== ' and ' ? cardinal(text, joint.lastIndex, to) : null;
  // "three and nine months ended": both lengths name periods.
  const paired = joined?.[0] === ' and ' ? cardinal(text, joint.lastIndex, to) : null;
  if (paired && spelledTail(text, to, paired) === null) return none(paired.end);
  const range = second !== null && compare(first.value, second.value) < 0;
  const last = range ? second : first;
  if (text[at - 1] === '-' || text[at - 1] === '’') return none(last.end);
  const tail = spelledTail(text, to, last);
  if (!tail) return none(last.end);
  const lead = wordBefore(text, at, from);
  if (tail.rule === 'verbal.count' && LABEL_LEADS.has(lead)) return none(last.end);
  if (tail.rule === 'verbal.duration' && (durationBefore.has(lead) || (tail.hyphenated && HYPHEN_LEADS.has(lead))))
    return none(tail.end);
  const candidate: Candidate = {
    start: at,
    end: tail.end,
    coreStart: at,
    coreEnd: tail.end,
    low: { value: shift(first.value, tail.exponent), exponent: first.exponent + tail.exponent },
    high: { value: shift(last.value, tail.exponent), exponent: last.exponent + tail.exponent },
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
  };
  return { end: tail.next, candidate };
}

const MONEY = /[ -](dollars|euros|pounds|yen|yuan|rupees)\b/y;

function spelledTail(text: string, to: number, first: Cardinal): SpelledTail | null {
  const { end, word, value } = first;
  const bare = {
    end,
    next: end,
    unit: 'count' as const,
    currency: null,
    rule: 'verbal.count',
    hyphenated: false,
    exponent: 0,
  };
  MONEY.lastIndex = end;
  const paid = MONEY.exec(text);
  if (paid) {
    const stop = MONEY.lastIndex;
    return {
      ...bare,
      end: stop,
      next: stop,
      unit: 'money',
      currency: SPELLED_MONEY.get(paid[1] ?? '') ?? null,
      rule: 'verbal.money',
    };
  }
  const unit = SPELLED_UNIT.exec(text.slice(end, end + 32));
  if (unit) return spelledUnit(text, to, first, unit);
  if (text[end] === '-') return null;
  const noun = countedNoun(text, end, to, value === '1' && !text.startsWith(' or more', end));
  if (!noun) return first.exponent >= 3 ? bare : null;
  if (word === 'zero') return null;
  const keep = noun.plain && noun.words <= 3;
  return keep ? { ...bare, end: noun.end, next: noun.end } : bare;
}

function spelledUnit(text: string, to: number, first: Cardinal, match: RegExpExecArray): SpelledTail | null {
  const stop = first.end + match[0].length;
  const hyphenated = match[0].startsWith('-');
  if (excludedDuration(text, stop, to, hyphenated)) return null;
  const word = match[1] ?? '';
  const unit = SPELLED_UNITS.get(word.toLowerCase().replace(/s$/, ''));
  if (!unit || (first.value === '1' && !hyphenated && unit !== 'percent')) return null;
  // "zero-day" is a kind of flaw; "Three Months" heads a column.
  if (first.value === '0' && hyphenated) return null;
  if (isDuration(unit) && isUpper(word.charCodeAt(0)) && isUpper(text.charCodeAt(first.end - first.word.length)))
    return null;
  const rule = RATES.has(unit) ? 'verbal.percent' : 'verbal.duration';
  const exponent = /^decade/i.test(word) ? 1 : 0;
  return { end: stop, next: stop, unit, currency: null, rule, hyphenated, exponent };
}

interface SpelledTail {
  readonly end: number;
  readonly next: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly rule: string;
  readonly hyphenated: boolean;
  readonly exponent: number;
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
  /^(?:[ -]|\u00a0)(?:(?:more|additional|full|consecutive|straight|further|successive|fiscal|calendar|business|trading|working)[ -])?(years?|quarters?|months?|weeks?|days?|hours?|decades?|percent|per cent|percentage points?|basis points?|times)\b/i;
const SPELLED_UNITS = new Map<string, Unit>([
  ['year', 'years'],
  ['quarter', 'quarters'],
  ['month', 'months'],
  ['week', 'weeks'],
  ['day', 'days'],
  ['hour', 'hours'],
  ['decade', 'years'],
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
