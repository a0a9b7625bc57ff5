/** Minus written as parentheses or as a word. */
import type { Candidate } from './candidate';
import { isDuration } from '../exclude/durations';
import { isNegative } from '../../decimal';
import { wordBefore } from '../exclude/exclude';
import { beside } from '../lexicon/lexicon';
import type { Stretch } from './not-counted';
import type { Part } from '../number/part';

/** Parentheses that mean minus: a cell alone, `(5)%`, "net income: ($3m)", "a loss of ($3m)". */
export function readParentheses(text: string, candidate: Candidate, part: Part, { from, to, cell }: Stretch): void {
  const open = candidate.start - 1;
  if (
    text[open] !== '(' ||
    text[candidate.end] !== ')' ||
    part.sign ||
    !candidate.low ||
    candidate.low !== candidate.high
  )
    return;
  const alone = cell && text.slice(from, open).trim() === '' && /^[)%\s]*$/.test(text.slice(candidate.end, to));
  const percent =
    part.currency === null &&
    part.unit === null &&
    /^\) ?(?:%|pp\b|bps\b)/.test(text.slice(candidate.end, candidate.end + 6));
  const stated =
    /[:：] ?$/.test(text.slice(Math.max(from, open - 2), open)) && part.unit !== null && !isDuration(part.unit.unit);
  const said = part.currency !== null && beside.beforeLoss.has(wordBefore(text, open, from));
  if (!alone && !said && !percent && !stated) return;
  const value = isNegative(candidate.low.value)
    ? candidate.low.value
    : candidate.low.value === '0'
      ? '0'
      : `-${candidate.low.value}`;
  candidate.low = candidate.high = { value, exponent: candidate.low.exponent };
  candidate.start = open;
  candidate.end += 1;
  const unit = /^ ?(%|pp\b|bps\b)/.exec(text.slice(candidate.end, Math.min(to, candidate.end + 5)));
  if (unit && candidate.unit === null) {
    candidate.end += unit[0].length;
    candidate.unit = unit[1] === '%' ? 'percent' : unit[1] === 'pp' ? 'percentage_points' : 'bps';
    candidate.weak = false;
  }
}

/** Words behind which "minus" is a sign and not a subtraction: "was minus 3%", "a result of minus $4 million". */
const SAYS_SIGN = new Set(
  'was were is be of at to from by came reached stood about around roughly approximately nearly'.split(' '),
);

/** "negative $5 million", "was minus 3%": the sign as a word right ahead of one amount. */
export function readWordedMinus(text: string, candidate: Candidate, part: Part, { from }: Stretch): void {
  const { low } = candidate;
  if (part.sign || part.negative || !low || low !== candidate.high || low.value === '0') return;
  if (text[candidate.start - 1] !== ' ') return;
  const word = wordBefore(text, candidate.start, from);
  const lead = word === 'minus' ? wordBefore(text, text.lastIndexOf(' ', candidate.start - 2), from) : '';
  if (word !== 'negative' && !(word === 'minus' && SAYS_SIGN.has(lead))) return;
  candidate.low = candidate.high = { value: `-${low.value}`, exponent: low.exponent };
  if (candidate.currency === null) candidate.direction = 'down';
}
