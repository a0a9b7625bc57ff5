/**
 * A sum that stands in brackets behind its result: "Cost of equity 10.0% (4.0% + 1.2 × 5.0%)", "$900M ($45.00 × 20M)".
 * The sum fills the brackets, and a conflict counts only where its kind of value is the result's.
 */
import type { AuditFigure } from '../../model/model';
import type { Sum } from './parse';
import { sumAtEnd } from './parse';
import type { NumberToken } from './tokens';
import { tokensOf } from './tokens';

const LONGEST = 160;
const OPENS = /^[\s*_`\\]{0,4}[(（]/;
/** "1.7 * (45 / 36)" goes on with the bracket: an asterisk with room on both sides is no markup. */
const TIMES = /^\s\*\s/;
/** Signs that a remark has too: only with a space on both sides they are operators. */
export const RECKONS = /(?:\s[-+−–—*x/]\s|[×÷]|\)\s?[/*])/;
const LISTED = /[=＝→;；]|\bvs\.?\b|\bversus\b|\bprior\b|\bconsensus\b|上年|同比/i;

export interface Bracketed {
  readonly claim: AuditFigure;
  readonly result: NumberToken;
  readonly sum: Sum;
  /** Where the sum's own places begin in the text. */
  readonly base: number;
  readonly words: string;
  readonly isAlike: boolean;
}

/** The text between the bracket that opens at `at` and the one that closes it. */
function inside(text: string, at: number): string | null {
  let depth = 0;
  for (let i = at; i < Math.min(text.length, at + LONGEST); i += 1) {
    const sign = text[i] ?? '';
    if (sign === '\n' || sign === '|') return null;
    if (sign === '(' || sign === '（') depth += 1;
    if (sign === ')' || sign === '）') depth -= 1;
    if (depth === 0) return text.slice(at + 1, i);
  }
  return null;
}

/** Money comes of money alone in sums, of one amount in products, and of no amount over another. */
export function isAlike({ numbers, operators }: Sum, result: NumberToken): boolean {
  const money = numbers.filter(({ isMoney }) => isMoney).length;
  const rates = numbers.filter(({ isPercent }) => isPercent).length;
  const isAdditive = operators.every((operator) => operator === '+' || operator === '-');
  if (isAdditive)
    return (
      money === (result.isMoney ? numbers.length : 0) && (result.isPercent ? rates === numbers.length : rates === 0)
    );
  if (operators.includes('^')) return false;
  const isQuotient = operators.includes('/');
  if (result.isMoney) return money > 0 && (!isQuotient || money < numbers.length);
  return result.isPercent ? money === 0 || isQuotient : isQuotient && money !== 1;
}

/**
 * The sum in the brackets behind `claim`; null where none is there, it does not fill the brackets, they hold a list, or
 * the claim is a range.
 */
export function bracketedAfter(text: string, claim: AuditFigure): Bracketed | null {
  const next = text.slice(claim.end, claim.end + 6);
  if (claim.low === null || claim.low !== claim.high || !OPENS.test(next) || TIMES.test(next)) return null;
  const open = text.slice(claim.end, claim.end + 6).search(/[(（]/) + claim.end;
  const words = inside(text, open);
  if (!words || !RECKONS.test(words) || LISTED.test(words)) return null;
  const sum = sumAtEnd(tokensOf(words));
  const result = tokensOf(text.slice(claim.start, claim.end)).find((token) => token.kind === 'number');
  if (!sum?.isWhole || result?.kind !== 'number') return null;
  const at = { ...result, start: result.start + claim.start, end: result.end + claim.start };
  return { claim, result: at, sum, base: open + 1, words, isAlike: isAlike(sum, result) };
}
