/** Two numbers that are the ends of one quantity: "28-30%", "$180–200B", "between 0.18 and 0.25", "10% to 15%". */
import { type Candidate, endOf, exactCandidate } from './candidate';
import { isDigit, skipSpaces } from '../lexicon/characters';
import { add, compare } from '../../decimal';
import type { Unit } from '../../../base/unit';
import { type Part, type PartOptions, readPart } from '../number/part';
import type { Direction } from '../../model';

/** A tab parts cells, whose numbers are never ends of one range; so does a sign for "about" that leans on what follows. */
const JOINT =
  /(?:[^\S\t]?[-–—−][^\S\t]?|[^\S\t][~～][^\S\t]|[~～][^\S\t]?|[^\S\t](?:to|through|bis|à|a|até|hasta|đến|tới|fino a|jusqu['’]à|and|und|et|y|or|until)[^\S\t]|[^\S\t]?至[^\S\t]?|[^\S\t]?到[^\S\t]?)/y;
const OPENING = /(?:[~≈]|about |approximately |roughly |around |nearly |up to )?/y;

/** Verbs of change: behind them "5% to 10%" is a change to a level, not a range. */
const CHANGES =
  /\b(?:increas|decreas|rose|rise|rais|grew|grow|fell|fall|declin|improv|expand|contract|jump|drop|climb|slip|surg|slid|lift|cut|reduc|lower|mov|went|widen|narrow|gain|advanc|up|down|by|scal|accelerat|decelerat|advance|dip|swing|swung|compress|rebound|soar|plung|tumbl|shr[aiu]nk)[a-z]*[ ]?(?:by )?(?:about |approximately |nearly |roughly |around |over |more than |almost |another |an additional |some |~)?$/i;
const FROM_RANGES =
  /\b(?:rang\w*|var(?:y|ies|ied|ying)|anywhere|spread|spans?|spanning|fluctuat\w*)(?: [a-z]+){0,2} from (?:about |approximately |~)?$/i;
const BETWEEN = /\b(?:between|zwischen|entre)\s(?:about |approximately |roughly |~|a |an )?$/i;

const FROM_ELSEWHERE = /(?:^|[\s(])(?:de|von|da|từ)\s$/i;

const atMostTwice = (first: Part, second: Part): boolean => {
  const low = valueOf(first, scaleFor(first, second));
  return compare(valueOf(second, second.scale ?? first.scale), add(low, low)) <= 0;
};

interface Joint {
  readonly end: number;
  readonly word: string;
}

function jointAfter(text: string, at: number): Joint | null {
  JOINT.lastIndex = at;
  const match = JOINT.exec(text);
  return match ? { end: JOINT.lastIndex, word: match[0].trim() } : null;
}

/** Where the digits of the second number start, past its qualifier, sign and currency; -1 where there is none near. */
function secondDigits(text: string, at: number, to: number): number {
  OPENING.lastIndex = at;
  OPENING.test(text);
  let i = OPENING.lastIndex;
  const limit = Math.min(to, i + 7);
  i = skipSpaces(text, i, limit);
  while (i < limit && !isDigit(text.charCodeAt(i))) {
    if (!/[$€£¥￥₹₩₫₪₱฿₽₺+\-−–(A-Za-z .]/.test(text[i] ?? '')) return -1;
    i += 1;
  }
  // "到Q4": a quarter is no amount.
  if (i >= to || !isDigit(text.charCodeAt(i)) || /(?:^|[^A-Za-z])(?:[QH]|FY|CY)$/.test(text.slice(at, i))) return -1;
  return i;
}

function kindOf(part: Part): Unit | 'money' | null {
  return part.currency !== null || part.minor ? 'money' : (part.unit?.unit ?? null);
}

/** Whether two parts can be ends of one range: same kind, or one has what the other leaves out. */
function alike(first: Part, second: Part): boolean {
  const a = kindOf(first);
  const b = kindOf(second);
  if (a === b) return first.currency === second.currency || a !== 'money';
  if (a === null) return first.scale === null || second.scale !== null;
  return b === null && a === 'money';
}

function scaleFor(first: Part, second: Part): number | null {
  if (first.scale !== null) return first.scale;
  return second.scale;
}

function joins(text: string, first: Part, second: Part, joint: Joint, from: number): boolean {
  if (!alike(first, second)) return false;
  const lead = text.slice(Math.max(from, first.start - 56), first.start);
  const runsUp = compare(valueOf(first, scaleFor(first, second)), valueOf(second, second.scale ?? first.scale)) < 0;
  if (joint.word === 'and' || joint.word === 'und' || joint.word === 'et' || joint.word === 'y')
    return BETWEEN.test(lead) && runsUp;
  if (joint.word === 'or' || joint.word === 'until') return false;
  if (!/^[\p{L}'’ ]+$/u.test(joint.word)) return dashJoins(text, first, second, joint, runsUp);
  // "-40% to -60%": losses run away from zero.
  if (!runsUp && !bothDown(first, second)) return false;
  if (/\bfrom (?:about |approximately |roughly |nearly |~|the |a )?$/i.test(lead)) return FROM_RANGES.test(lead);
  // "de 4 000 à 17 000": what more than doubles has grown from the one to the other.
  if (FROM_ELSEWHERE.test(lead) && !atMostTwice(first, second)) return false;
  return !CHANGES.test(lead);
}

/** Both ends are printed with a minus. */
function bothDown(first: Part, second: Part): boolean {
  return first.negative && second.negative;
}

/** "$12,000 - $5,800 = $6,200", "($125 − $75)": a minus between spaces that runs down or stands in a formula subtracts. */
function subtracts(text: string, first: Part, second: Part, joint: Joint, runsUp: boolean): boolean {
  if (joint.word !== '-' && joint.word !== '−' && joint.word !== '–') return false;
  if (text[first.end] !== ' ' || text[joint.end - 1] !== ' ') return false;
  if (/^\)?\s?[=÷/×*]/.test(text.slice(second.end, second.end + 4))) return true;
  if (/[=÷/×*] ?\(?$/.test(text.slice(Math.max(0, first.start - 3), first.start)) && joint.word !== '–') return true;
  return joint.word === '−' || (!runsUp && joint.word === '-');
}

/** A dash between bare numbers may be a minus, a dash of the sentence or part of a name. */
function dashJoins(text: string, first: Part, second: Part, joint: Joint, runsUp: boolean): boolean {
  const spaced = text.slice(first.end, joint.end).length > 1;
  if (!spaced) return true;
  if (subtracts(text, first, second, joint, runsUp)) return false;
  if (kindOf(first) === null && kindOf(second) === null && first.scale === null) return false;
  return text[first.end] === ' ' && joint.word !== '-'
    ? kindOf(first) === kindOf(second) || kindOf(first) === null
    : joint.word !== '-' || kindOf(second) !== null;
}

function valueOf(part: Part, scale: number | null): string {
  return endOf(part, (scale ?? 0) + (part.unit?.exponent ?? 0)).value;
}

/** The second end behind `first`, or null where it stands alone. */
export function rangeAfter(text: string, first: Part, from: number, to: number, options: PartOptions): Part | null {
  if (first.plus && first.unit === null && first.scale === null) return null;
  const joint = jointAfter(text, first.end);
  if (!joint || joint.end >= to) return null;
  // "98" and, on the next line, "-1.0%": a minus that opens a line is the number's own.
  if (/\n\s?[-–−]$/.test(text.slice(first.end, joint.end))) return null;
  const digits = secondDigits(text, joint.end, to);
  if (digits < 0) return null;
  const second = readPart(text, digits, joint.end, to, options);
  if (!second || second.start < first.end) return null;
  if (!/^[~≈a-z ]*$/i.test(text.slice(joint.end, second.start))) return null;
  if (isRatio(first, second, joint)) return { ...first, end: second.end, unit: { unit: 'multiple', exponent: 0 } };
  if (isYear(second) || (isYear(first) && kindOf(second) === null)) return null;
  return joins(text, first, second, joint, from) ? second : null;
}

/** "3.0 to 1.0": a ratio said with "to one". */
function isRatio(first: Part, second: Part, joint: Joint): boolean {
  return (
    joint.word === 'to' &&
    second.value === '1' &&
    kindOf(first) === null &&
    kindOf(second) === null &&
    first.scale === null &&
    compare(first.value, '1') >= 0
  );
}

function isYear(part: Part): boolean {
  return kindOf(part) === null && part.scale === null && /^(?:19|20)\d\d$/.test(part.value) && !part.number.grouped;
}

/** "-40–50%": the sign is said once and spreads to the far end. */
function spread(first: Part, second: Part): Part {
  const once = first.sign === '-' && second.sign === null && !second.negative;
  const tight = second.start - first.end === 1 && first.unit === null && first.currency === null;
  return once && tight && compare(first.value, second.value) < 0 ? { ...second, negative: true } : second;
}

/** One candidate of both ends; what one end leaves out is taken from the other. */
export function joinRange(first: Part, second: Part, fallback: string | null): Candidate {
  if (second.digits === first.digits) return ratio(second);
  const scale = scaleFor(first, second);
  const unit = second.unit ?? first.unit;
  const minor = first.minor || second.minor;
  const currency = first.currency ?? second.currency ?? (minor ? (fallback ?? 'USD') : null);
  const rest = -(minor ? 2 : 0);
  // A number of another magnitude keeps its own scale: "$900 million–1.2 billion".
  const secondScale = second.scale ?? scale;
  const near = endOf(first, (scale ?? 0) + (first.unit?.exponent ?? unit?.exponent ?? 0) + rest);
  const far = endOf(spread(first, second), (secondScale ?? 0) + (unit?.exponent ?? 0) + rest);
  const swap = first.negative && compare(far.value, near.value) < 0;
  const [low, high] = swap ? [far, near] : [near, far];
  return {
    start: first.start,
    end: second.end,
    coreStart: first.start,
    coreEnd: second.end,
    low,
    high,
    unit:
      currency !== null || minor
        ? /share|ads/.test(second.per ?? first.per ?? '')
          ? 'per_share'
          : 'money'
        : (unit?.unit ?? null),
    currency,
    scaled: scale !== null,
    qualifier: second.plus ? 'at-least' : 'range',
    cue: null,
    approximate: false,
    strict: false,
    direction: low.value.startsWith('-') !== high.value.startsWith('-') ? null : directionOf(first, second, currency),
    per: second.per ?? first.per,
    expression: 'numeric',
    rule: 'range',
    weak: currency === null && unit === null && scale === null,
    places: second.number.places,
    grouped: first.number.grouped || second.number.grouped,
  };
}

/** A printed sign says which way a change went; both signs in one range say none. */
function directionOf(first: Part, second: Part, currency: string | null): Direction | null {
  if (first.sign === '+' || second.sign === '+') return 'up';
  return first.sign === '-' && currency === null ? 'down' : null;
}

function ratio(part: Part): Candidate {
  const { places, grouped } = part.number;
  return { ...exactCandidate(part, endOf(part, 0), 'multiple', 'ratio'), places, grouped };
}
