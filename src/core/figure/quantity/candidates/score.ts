/** Two numbers that are one by their form: scores `4 / 5`, ratios `3:1`, splits `20-for-1`, fractions `1/3 of`. */
import { type Candidate, type End, exactCandidate } from './candidate';
import { isHan, skipSpacesBack } from '../lexicon/characters';
import { divide } from '../../decimal';
import { wordBefore } from '../exclude/exclude';
import { months } from '../lexicon/lexicon';
import type { Unit } from '../../../base/unit';

// White space within one figure never ends a line: the next line is another cell or item.
const SCORE =
  /(\d{1,3}(?:\.\d{1,2})?)([^\S\n]?)(?:\/|out of|von|sur)([^\S\n]?)((?:5|10|100)(?:\.0)?|1\.0)(?![\d/]|[.,]\d|\s?(?:%|million|billion|trillion|bn\b|m\b))/y;
const RATIO = /(\d{1,3}(?:\.\d+)?)[^\S\n]?:[^\S\n]?(1|\d{1,2}(?:\.\d+)?)(?![\d:])/y;
const SPLIT = /(\d{1,3})-for-(\d{1,3})(?!\d)/y;
const FRACTION = /([1-9])\/([2-9]|10)(?=\s?(?:of|rd|ths?)\b)/y;
const SCORE_LEADS = new Set([
  'score',
  'scored',
  'scores',
  'scoring',
  'rating',
  'rated',
  'rate',
  'rates',
  'conviction',
  'intensity',
  'grade',
  'at',
  'of',
  'stars',
  'risk',
  'confidence',
  'is',
  'a',
]);

const DAY_LEADS = new Set([
  'on',
  'by',
  'since',
  'until',
  'till',
  'from',
  'dated',
  'before',
  'after',
  'through',
  'starting',
  'effective',
  'as',
  'updated',
  'to',
  'and',
]);

export interface Scored {
  readonly end: number;
  /** Null where the form is no figure after all (a date such as 4/20). */
  readonly candidate: Candidate | null;
}

const candidate = (start: number, end: number, value: End, unit: Unit, rule: string): Candidate =>
  exactCandidate({ start, end }, value, unit, rule);

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function scoreAt(text: string, at: number, from: number, cell: boolean): Scored | null {
  const found = match(SCORE, text, at);
  const value = found?.[1];
  const top = found?.[4];
  if (!found || value === undefined || top === undefined || Number(value) > Number(top)) return null;
  const spelled = /[a-z]/.test(found[0]);
  const spaced = Boolean(found[2]) && Boolean(found[3]);
  const lead = wordBefore(text, text[at - 1] === ':' ? at - 1 : at, from);
  if (!spelled && !spaced && !cell && !SCORE_LEADS.has(lead) && !outOf(text, at, value, top, lead, from)) return null;
  // "9 out of 10 customers" is a share said in words; a score has nothing it counts.
  const places = value.includes('.') ? (value.split('.')[1]?.length ?? 0) : 0;
  return {
    end: at + found[0].length,
    candidate: candidate(at, at + found[0].length, { value: trimmed(value), exponent: -places }, 'score', 'score'),
  };
}

/** "8/10 (high)", "7.8/10", "Quality: 4/5": no day of a month is written so. */
function outOf(text: string, at: number, value: string, top: string, lead: string, from: number): boolean {
  if (value.includes('.') || top === '100') return true;
  if (DAY_LEADS.has(lead) || months.has(lead)) return false;
  const before = text.slice(Math.max(from, at - 3), at);
  return top === '10' ? !/[\d/.-]$/.test(before) : /[:：=(] ?$/.test(before);
}

function trimmed(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value.replace(/^0+(?=\d)/, '');
}

function quotient(a: string, b: string): End {
  const places = a.includes('.') ? (a.split('.')[1]?.length ?? 0) : 0;
  const value = divide(a, b, 6) ?? a;
  return { value, exponent: b === '1' ? -places : Math.min(0, -(value.split('.')[1]?.length ?? 0)) };
}

const HAN_FRACTION = /([1-9])\/([2-9]|10)(?![\d/年月日])/y;

/** "价格只有其 1/3": a part of what the words before it name. */
function hanFraction(text: string, at: number, from: number): RegExpExecArray | null {
  const lead = text[skipSpacesBack(text, at, from) - 1] ?? ' ';
  return isHan(lead.charCodeAt(0)) && !'年月日至到'.includes(lead) ? match(HAN_FRACTION, text, at) : null;
}

/** Reads a score, ratio, split or fraction whose first digit is at `at`. */
export function readScore(text: string, at: number, from: number, to: number, cell: boolean): Scored | null {
  if (at >= to) return null;
  const scored = scoreAt(text, at, from, cell);
  if (scored) return scored;
  const split = match(SPLIT, text, at);
  if (split?.[1] && split[2]) {
    return {
      end: at + split[0].length,
      candidate: candidate(at, at + split[0].length, quotient(split[1], split[2]), 'multiple', 'split'),
    };
  }
  const ratio = match(RATIO, text, at);
  if (
    ratio?.[1] &&
    ratio[2] &&
    !/^\d{1,2}:[0-5]\d$/.test(ratio[0]) &&
    Number(ratio[2]) > 0 &&
    !/[\d:]/.test(text[at - 1] ?? '')
  ) {
    return {
      end: at + ratio[0].length,
      candidate: candidate(at, at + ratio[0].length, quotient(ratio[1], ratio[2]), 'multiple', 'ratio'),
    };
  }
  const part = match(FRACTION, text, at) ?? hanFraction(text, at, from);
  if (part?.[1] && part[2] && Number(part[1]) < Number(part[2])) {
    const end = at + part[0].length;
    const percent = divide(`${part[1]}00`, part[2], 0) ?? '0';
    return {
      end,
      candidate: { ...candidate(at, end, { value: percent, exponent: 0 }, 'percent', 'fraction'), approximate: true },
    };
  }
  return null;
}
