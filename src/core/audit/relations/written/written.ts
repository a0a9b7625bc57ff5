/**
 * Sums that a text writes out itself: "$125 × 1.05 = $131", "(0.35 × $160) + … = $124", "132M × 43% ≈ 57M". Operands and
 * result stand side by side, so that nothing has to be guessed; what is left open is the unit that the text leaves unsaid.
 */
import data from '../../../../../resources/audit/arithmetic.json';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { compareEnds, type Ends, intervalOf, mapEnds, miss } from '../../arithmetic/ends';
import type { Relation } from '../../arithmetic/relation';
import { bracketedAfter } from './bracketed';
import { sumAtEnd, type Sum } from './parse';
import { type NumberToken, tokensOf } from './tokens';

const EQUALITY = /[=＝≈≃]|\bequals\b|等于/g;
const REACH = 260;
const AHEAD = 48;
/** Where a sum cannot reach across: cells, clauses, labels, other equalities. */
const BORDER = /[|\t\n;；。=＝≈≃]|[,，:：] |[.!?] (?=[^a-z])|[：，]/g;
/** An equals sign of a comparison or an arrow is none. */
const NO_EQUALITY = /[<>!=:]$/;
const SPANS: readonly number[] = data.spans;
const HOURS: readonly number[] = data.hours;
const ENERGY = /[kmgt]wh?\b/i;

export interface WrittenRelation extends Relation {
  /** Nothing is rounded by eye: neither side says "about". */
  readonly isExact: boolean;
}

export class FigureFinder {
  readonly #figures: readonly AuditFigure[];
  constructor(figures: readonly AuditFigure[]) {
    this.#figures = figures.toSorted((a, b) => a.start - b.start);
  }

  /** The figures that the span overlaps. */
  at(start: number, end: number): readonly AuditFigure[] {
    let [low, high] = [0, this.#figures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#figures[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: AuditFigure[] = [];
    for (let i = low; i < this.#figures.length; i += 1) {
      const figure = this.#figures[i];
      if (!figure || figure.start >= end) break;
      found.push(figure);
    }
    return found;
  }
}

const clauseStart = (text: string): number => {
  let at = 0;
  for (const match of text.matchAll(BORDER)) at = match.index + match[0].length;
  return at;
};

/** An equals sign that begins its line goes on from the line above, as sums are set out under each other. */
function leftOf(text: string, at: number): { readonly from: number; readonly before: string } {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const line = before.lastIndexOf('\n');
  if (line < 0 || !/^[\s*>]*$/.test(before.slice(line))) return { from, before };
  const above = before.slice(0, line).trimEnd();
  const start = above.lastIndexOf('\n') + 1;
  const own = above.slice(start);
  return /^[\s*>]*=/.test(own) || /[-+×*÷/]/.test(own) ? { from, before: above } : { from, before };
}

/** The number right behind the sign, and not the beginning of another sum. */
function resultAfter(text: string, at: number): NumberToken | null {
  const ahead = text.slice(at, at + AHEAD).split(/[|\t\n]/)[0] ?? '';
  const tokens = tokensOf(ahead);
  const first = tokens.find(({ kind }) => kind !== 'word');
  const words = tokens.findIndex(({ kind }) => kind !== 'word');
  if (first?.kind === 'operator' && first.operator === '-' && words === 0) {
    const next = tokens[1];
    return next?.kind === 'number' && !isContinued(tokens, 1) ? negative(next, first.start, at) : null;
  }
  if (first?.kind !== 'number' || words > 2 || isContinued(tokens, words)) return null;
  return { ...first, start: first.start + at, end: first.end + at };
}

const negative = (token: NumberToken, start: number, at: number): NumberToken => ({
  ...token,
  start: start + at,
  end: token.end + at,
  text: `−${token.text}`,
  value: mapEnds(token.value, (value) => -value),
});

/** "= −$14 / $50 = −0.28x": what follows is the next sum. */
const isContinued = (tokens: ReturnType<typeof tokensOf>, at: number): boolean => {
  const next = tokens.slice(at + 1).find(({ kind }) => kind !== 'word');
  return next?.kind === 'operator' && next.operator !== '-' && next.operator !== '+';
};

const isAdditive = ({ operators }: Sum): boolean => operators.every((operator) => operator === '+' || operator === '-');
const MOST_POWERS = 12;

/** Scales and spans of time that the text leaves to its reader: "4,400 MWh × £100 = £440k" needs none, "25 × 4" may. */
function meetsOtherwise(sum: Sum, claimed: Ends, isEnergy: boolean): boolean {
  const ratio = claimed.low.point / sum.value.low.point;
  if (!Number.isFinite(ratio) || ratio === 0) return true;
  const holdsAt = (factor: number): boolean =>
    compareEnds(
      mapEnds(sum.value, (value) => value * factor),
      claimed,
    ) !== 'conflict';
  if (holdsAt(-1) && !isAdditive(sum)) return true;
  const isScaleless = sum.numbers.some(({ isScaled, isMoney }) => !isScaled && isMoney) || !isAdditive(sum);
  const powers = Array.from({ length: 2 * MOST_POWERS + 1 }, (_, i) => 10 ** (i - MOST_POWERS));
  if (isScaleless && powers.some(holdsAt)) return true;
  if (isAdditive(sum)) return false;
  if (SPANS.some((span) => holdsAt(span) || holdsAt(1 / span))) return true;
  return isEnergy && HOURS.some((hours) => powers.some((power) => holdsAt(hours * power) || holdsAt(power / hours)));
}

/** A misprint is of the size of the right value; a result further off belongs to another sum. */
const FARTHEST = 0.6;
/** What is said to be about right may be off by this much. */
const ABOUT = 0.04;

/**
 * The relation of a written sum to its result. `base` is where the sum's offsets count from, `isAbout` says that its
 * sign means "about", and `around` are the words around it, for units of energy. Null where no figure stands at the
 * result or none in the sum, and where a conflict could be a unit or scale left unsaid.
 */
export function relationOf(
  finder: FigureFinder,
  sum: Sum,
  result: NumberToken,
  base: number,
  isAbout: boolean,
  around: string,
): WrittenRelation | null {
  const [claim] = finder.at(result.start, result.end);
  if (!claim) return null;
  const operands = sum.numbers.flatMap(({ start, end }) => finder.at(start + base, end + base));
  const distinct = [...new Map(operands.map((figure) => [figure.id, figure])).values()].filter(
    ({ id }) => id !== claim.id,
  );
  if (distinct.length === 0) return null;
  const value = inScale(sum, result);
  const verdict = compareEnds(value, result.value);
  const off = miss(value, result.value);
  const isExact = !isAbout && !sum.value.approximate && !result.value.approximate;
  if (verdict === 'conflict') {
    const isSure = sum.isWhole && !sum.isOpenToReading && off <= FARTHEST && (isExact || off > ABOUT);
    if (!isSure || meetsOtherwise({ ...sum, value }, result.value, ENERGY.test(around))) return null;
  }
  const factor = result.isPercent ? 100 : 1;
  const computed = intervalOf(mapEnds(value, (one) => one * factor));
  return {
    form: 'written',
    claim: withPrinted(claim, result),
    operands: distinct,
    expression: '',
    computed,
    outcome: computed,
    claimed: intervalOf(mapEnds(result.value, (value) => value * factor)),
    verdict,
    isExact,
  };
}

const SCALES = [1e3, 1e6, 1e9, 1e12];
const ABOUT_ONE = 2;
/** "$478 × 0.7 + $278 = $612M": the scale that the result prints is that of the amounts before it. */
function inScale(sum: Sum, result: NumberToken): Ends {
  if (!result.isScaled || sum.numbers.some(({ isScaled }) => isScaled)) return sum.value;
  const ratio = result.value.low.point / sum.value.low.point;
  const scale = SCALES.find((one) => ratio / one > 1 / ABOUT_ONE && ratio / one < ABOUT_ONE);
  return scale === undefined ? sum.value : mapEnds(sum.value, (value) => value * scale);
}

/** The claim as it is printed behind the sign: a figure read over both sides of it is not. */
const withPrinted = (claim: AuditFigure, result: NumberToken): AuditFigure => ({
  ...claim,
  quote: result.text,
  unit: result.isPercent ? 'percent' : claim.unit === 'percent' ? 'other' : claim.unit,
});

/** A sum as text for a person: without Markdown and with single spaces. */
export const tidy = (text: string): string =>
  text
    .replace(/\*\*|__|[\\`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Sums in brackets behind their result first, then those before an equals sign, in order of their places. */
export function writtenSums(index: DocumentIndex): readonly WrittenRelation[] {
  const { text } = index.document.layout;
  const finder = new FigureFinder(index.document.figures);
  const behind = index.document.figures.flatMap((figure) => inBrackets(finder, text, figure) ?? []);
  const equal = [...text.matchAll(EQUALITY)].flatMap((match): readonly WrittenRelation[] => {
    const at = match.index;
    if (NO_EQUALITY.test(text.slice(Math.max(0, at - 1), at)) || /^[=>]/.test(text.slice(at + 1, at + 2))) return [];
    const { from, before } = leftOf(text, at);
    const clause = clauseStart(before);
    const sum = sumAtEnd(tokensOf(before.slice(clause)));
    const result = sum && resultAfter(text, at + match[0].length);
    if (!sum || !result) return [];
    const isAbout =
      match[0] === '≈' || match[0] === '≃' || /[~≈≃]|about|around|roughly|约/.test(text.slice(at, result.start + 1));
    const relation = relationOf(finder, sum, result, from + clause, isAbout, before.slice(clause));
    const expression = tidy(before.slice(clause + sum.start, clause + sum.end));
    return relation ? [{ ...relation, expression }] : [];
  });
  const said = new Set(equal.map(({ claim }) => claim.id));
  return [...equal, ...behind.filter(({ claim }) => !said.has(claim.id))];
}

function inBrackets(finder: FigureFinder, text: string, figure: AuditFigure): WrittenRelation | null {
  const found = bracketedAfter(text, figure);
  if (!found) return null;
  const isAbout = figure.approximate || /[~≈约]|about|around|roughly/.test(found.words);
  const relation = relationOf(finder, found.sum, found.result, found.base, isAbout, found.words);
  return relation && (found.isAlike || relation.verdict !== 'conflict')
    ? { ...relation, expression: tidy(found.words) }
    : null;
}
