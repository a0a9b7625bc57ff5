/** Looks for one figure of a claim in the evidence: printed there, or derived from numbers of the right rows and years. */
import type { Figure } from '../../figure/model';
import { groupBy } from '../group';
import { type Derivation, ofPair, sumOf } from './derive';
import type { Datum, FigureSupport, Support } from './model';
import { contentOf, coverage, yearsIn } from './words';

/** A figure of the claim with what its words ask for. */
export interface ClaimFigure {
  readonly quote: string;
  readonly low: number;
  readonly high: number;
  /** Half a unit of the last printed digit: "approximately 9.63%" claims a rounding, not another number. */
  readonly slack: number;
  readonly unit: 'amount' | 'percent' | 'other';
  readonly direction: 'up' | 'down' | null;
  readonly words: ReadonlySet<string>;
  readonly years: readonly string[];
  readonly text: string;
}

const PERCENT = new Set(['percent', 'percentage_points']);
const TIME = new Set(['years', 'quarters', 'months', 'weeks', 'days', 'hours']);

export function claimFigures(claim: string, figures: readonly Figure[]): readonly ClaimFigure[] {
  const text = claim.toLowerCase();
  return figures
    .filter((figure) => !TIME.has(figure.unit) && figure.expression === 'numeric')
    .map((figure): ClaimFigure => {
      const [low, high] = [figure.low ?? figure.high, figure.high ?? figure.low].map(Number);
      const isSigned = /-|−|\(/.test(figure.quote.slice(0, 3));
      return {
        quote: figure.quote.trim(),
        low: low ?? 0,
        high: high ?? 0,
        slack: 10 ** figure.lowExponent * 0.5 * 1.000001,
        unit: PERCENT.has(figure.unit) ? 'percent' : figure.unit === 'multiple' ? 'other' : 'amount',
        direction: isSigned ? 'down' : directionOf(text, figure.start),
        words: asked(claim),
        years: yearsIn(claim),
        text,
      };
    });
}

/** A margin is asked of revenue, though the word may not stand there. */
const asked = (claim: string): ReadonlySet<string> =>
  new Set([...contentOf(claim), ...(/\bmargin\b/i.test(claim) ? contentOf('revenue sales') : [])]);

function directionOf(text: string, at: number): 'up' | 'down' | null {
  const near = `${text.slice(Math.max(0, at - 110), at)} ${text.slice(at, at + 60)}`;
  const up = /\b(?:increas\w*|grew|growth|rose|higher|gain\w*|improv\w*)\b/.test(near);
  const down = /\b(?:decreas\w*|declin\w*|fell|lower|reduc\w*|drop\w*|loss\w*)\b/.test(near);
  return up === down ? null : up ? 'up' : 'down';
}

const within = (figure: ClaimFigure, value: number): boolean => {
  const size = Math.abs(value);
  return size >= Math.abs(figure.low) - figure.slack && size <= Math.abs(figure.high) + figure.slack;
};

/** How well a datum's words are those of the claim, 0 to 1: all of its label, and as much of the claim as it can. */
const LABEL = 0.6;
/** A clause of prose has no label to be covered. */
const PROSE = 0.5;
function relevance(figure: ClaimFigure, datum: Datum): number {
  const label = datum.label.size > 0 ? datum.label : datum.words;
  const precision = datum.table === null ? PROSE : coverage(label, figure.words);
  const recall = coverage(figure.words, datum.words);
  return LABEL * precision + (1 - LABEL) * recall;
}

/** What it counts for that a number stands under a year the claim names. */
const IN_TIME = 0.2;
const yearFits = (figure: ClaimFigure, datum: Datum): boolean =>
  datum.years.size === 0 || figure.years.length === 0 || [...datum.years].some((year) => figure.years.includes(year));

/** Many tables say their scale on another page. */
const ANY_SCALE = [0, 3, 6];
const scaled = (figure: ClaimFigure, datum: Datum): boolean =>
  (datum.table !== null && datum.unit === 'amount' && datum.quote.replace(/\D/g, '').length >= 3
    ? ANY_SCALE
    : datum.scales
  ).some((power) => within(figure, datum.value * 10 ** power));

function direct(figure: ClaimFigure, data: readonly Datum[]): { datum: Datum; score: number } | null {
  const found = data
    .filter(
      (datum) =>
        (datum.unit === figure.unit || (datum.table !== null && datum.unit === 'amount')) && scaled(figure, datum),
    )
    .map((datum) => ({ datum, score: relevance(figure, datum) + (yearFits(figure, datum) ? 0.2 : 0) }));
  return found.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

const ASKS: Readonly<Record<Derivation['form'], RegExp>> = {
  growth: /percent|%|rate|grew|growth/,
  difference:
    /differen|chang|increas|decreas|declin|net|reduc|drop|higher|lower|remain|excess|gap|loss|more|less|grew|rose|fell|sav/,
  share:
    /proportion|percentage of|% of|share|ratio|portion|represent|account|margin|rate|as a percent|of total|of the|relative/,
  ratio: /ratio|times|per |multiple/,
  sum: /total|sum|combined|aggregate|together|overall|and/,
  average: /average|mean/,
  product: /.*/,
};

const fitsForm = (figure: ClaimFigure, derivation: Derivation): boolean => {
  if (!ASKS[derivation.form].test(figure.text)) return false;
  if (derivation.form === 'sum' && (figure.direction !== null || derivation.unit === 'percent')) return false;
  if (derivation.form === 'product') return false;
  if (figure.unit === 'percent') return derivation.unit === 'percent';
  return derivation.unit === 'amount' ? figure.unit === 'amount' : derivation.unit === 'ratio';
};

/** The sign must be what the words say, unless the numbers are losses, whose growth is a fall. */
function directionFits(figure: ClaimFigure, { isChange, value, operands }: Derivation): boolean {
  if (!isChange || figure.direction === null || operands.some((datum) => datum.value < 0)) return true;
  if (/loss|deficit|used/.test(figure.text)) return true;
  return figure.direction === (value >= 0 ? 'up' : 'down');
}

/** The later of two first; in a row without years the left one, as statements print the present before the past. */
const inTime = (a: Datum, b: Datum): readonly [Datum, Datum] => {
  const [x, y] = [a.time, b.time];
  if (x !== y && x > 0 && y > 0) return x > y ? [a, b] : [b, a];
  return a.column <= b.column ? [a, b] : [b, a];
};

const sameWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));

/** Across rows a change is counted between two times of one thing: in prose, or in rows or tables of one label. */
function mayChange(a: Datum, b: Datum): boolean {
  if (a.table === null && b.table === null) return true;
  const isSame = a.table !== null && b.table !== null && a.column === b.column && sameWords(a.label, b.label);
  return isSame && a.time !== b.time;
}

interface Scored {
  readonly derivation: Derivation;
  readonly score: number;
}

interface Ranked {
  readonly datum: Datum;
  readonly score: number;
}

/** Two numbers of one row belong together more than two of one column, and those more than any two. */
const SAME_ROW = 0.15;
const SAME_COLUMN = 0.05;
/** Said the other way around, a share or ratio is a little less likely. */
const TURNED = 0.02;

function ofTwo(x: Ranked, y: Ranked): readonly Scored[] {
  const isRow = x.datum.row === y.datum.row;
  const [later, earlier] = inTime(x.datum, y.datum);
  const isColumn = x.datum.table !== null && x.datum.column === y.datum.column;
  const score = (x.score + y.score) / 2 + (isRow ? SAME_ROW : isColumn ? SAME_COLUMN : 0);
  const forward = ofPair(later, earlier)
    .filter(({ isChange }) => !isChange || isRow || mayChange(x.datum, y.datum))
    .map((derivation) => ({ derivation, score }));
  const turned = isRow ? [] : ofPair(earlier, later).filter(({ isChange }) => !isChange);
  return [...forward, ...turned.map((derivation) => ({ derivation, score: score - TURNED }))];
}

/** "$9.7 million, $308.7 million and $410.0 million, respectively": all that one sentence lists. */
const listed = ({ datum, score }: Ranked, data: readonly Datum[]): readonly Scored[] => {
  const list = data.filter((other) => other.row === datum.row && other.unit === datum.unit);
  return datum.table === null && list.length > 2 && list.length < 8 ? [{ derivation: sumOf(list), score }] : [];
};

/** Sums of three of one column, among the likeliest. */
function ofThree(ranked: readonly Ranked[]): readonly Scored[] {
  const columns = groupBy(ranked, ({ datum }) => `${datum.evidence}/${datum.table}/${datum.column}`);
  return [...columns.values()].flatMap((group) =>
    group.flatMap((a, i) =>
      group.slice(i + 1).flatMap((b, j) =>
        group.slice(i + j + 2).map((c) => ({
          derivation: sumOf([a.datum, b.datum, c.datum]),
          score: (a.score + b.score + c.score) / 3,
        })),
      ),
    ),
  );
}

/** How many numbers are tried in pairs, and how many in threes and lists. */
const MOST = 40;
const FEW = 12;

function derive(figure: ClaimFigure, data: readonly Datum[]): readonly Scored[] {
  const ranked = data
    .filter((datum) => datum.unit !== 'other')
    .map((datum) => ({ datum, score: relevance(figure, datum) + (yearFits(figure, datum) ? IN_TIME : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST);
  const few = ranked.slice(0, FEW);
  const made = [
    ...ranked.flatMap((x, i) => ranked.slice(i + 1).flatMap((y) => ofTwo(x, y))),
    ...few.flatMap((one) => listed(one, data)),
    ...ofThree(few),
  ];
  return made.filter(({ derivation }) => fitsForm(figure, derivation));
}

const operand = ({ quote, evidence, start, end }: Datum) => ({ quote, evidence, start, end });

const ties = (figure: ClaimFigure, { value, operands, unit }: Derivation): boolean =>
  (unit === 'amount' ? (operands[0]?.scales ?? [0]) : [0]).some((power) => within(figure, value * 10 ** power));

/** Below these a number is another item's; a derived one needs more, because many pairs give some value. */
const THRESHOLD = { direct: 0.25, derived: 0.45 };

export function supportFigure(figure: ClaimFigure, data: readonly Datum[]): FigureSupport {
  const printed = direct(figure, data);
  if (printed && printed.score >= THRESHOLD.direct) {
    const support: Support = { kind: 'direct', expression: printed.datum.quote, operands: [operand(printed.datum)] };
    return { quote: figure.quote, verdict: 'supported', support };
  }
  const derived = derive(figure, data)
    .filter(({ derivation, score }) => score >= THRESHOLD.derived && ties(figure, derivation))
    .toSorted((a, b) => b.score - a.score);
  const fitting = derived.find(({ derivation }) => directionFits(figure, derivation));
  if (!fitting)
    return { quote: figure.quote, verdict: derived.length > 0 ? 'contradicted' : 'not_found', support: null };
  const { expression, operands } = fitting.derivation;
  const support: Support = { kind: 'derived', expression, operands: operands.map(operand) };
  return { quote: figure.quote, verdict: 'supported', support };
}
