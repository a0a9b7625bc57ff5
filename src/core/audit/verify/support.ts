/**
 * Looks for one figure of a claim in the evidence: printed there, or derived from numbers of the right rows and times.
 * Whatever ties is held against what is labelled better: a right number of another row, year or sign is no support.
 */
import type { ClaimFigure } from './asked';
import {
  type Derivation,
  expressionOf,
  type Form,
  FORMS,
  type Keep,
  ofColumns,
  ofRatios,
  ofRows,
  ofSums,
  ofTwo,
  sharesOfSums,
} from './derive';
import { derivationWords } from './lexicon';
import { type Ranked, type Rarity, rank } from './match';
import type { Against, Datum, FigureSupport, Operand, Support } from './model';
import { siblingOf } from './siblings';
import { latest } from './times';

/** Whether the printed intervals touch; operands leave a value open by two units of the claim's last digit at most. */
const within = (figure: ClaimFigure, value: number, open = 0): boolean => {
  const size = Math.abs(value);
  const slack = figure.slack + Math.min(open, MOST_OPEN * figure.slack);
  return size >= Math.abs(figure.low) - slack && size <= Math.abs(figure.high) + slack;
};
const MOST_OPEN = 4;

/** Many tables say their scale on another page. */
const ANY_SCALE = [0, 3, 6, 9];
const DIGITS = 3;
const FEW_DIGITS = 2;
const LABELLED = 0.45;
const scalesOf = (datum: Datum, label = 0): readonly number[] =>
  !datum.isScaled &&
  datum.table !== null &&
  datum.unit === 'amount' &&
  datum.quote.replace(/\D/g, '').length >= (label >= LABELLED ? FEW_DIGITS : DIGITS)
    ? ANY_SCALE
    : datum.scales;

const isEqual = (figure: ClaimFigure, { datum, label }: Ranked): boolean =>
  (figure.unit === 'percent' ? [0] : scalesOf(datum, label)).some((power) => within(figure, datum.value * 10 ** power));

const TIME_UNIT = /year|quarter|month|week|day|hour/i;

/** Whether a number of the evidence may be the kind of thing that the claim's figure is. */
function isAlike(figure: ClaimFigure, datum: Datum): boolean {
  if (figure.unit === 'percent')
    return datum.unit === 'percent' || (datum.table !== null && derivationWords.share.test(datum.title));
  if (figure.unit === 'time') {
    const unit = TIME_UNIT.exec(figure.quote)?.[0]?.toLowerCase() ?? '';
    return (datum.unit === 'time' ? datum.quote : datum.title).toLowerCase().includes(unit);
  }
  if (figure.isMoney) return datum.unit === 'amount' || datum.unit === 'bare';
  return datum.unit !== 'time' && (datum.unit !== 'percent' || datum.table !== null);
}

/** A loss of the evidence is no income, and an outflow no inflow, whatever their size. */
function signFits(figure: ClaimFigure, datum: Datum): boolean {
  if (datum.table === null || figure.isChange) return true;
  const [isLoss, isProfit] = [derivationWords.loss, derivationWords.profit].map((words) => words.test(figure.clause));
  const isBoth = derivationWords.loss.test(datum.title) && derivationWords.profit.test(datum.title);
  if (datum.value < 0 && isProfit && !isLoss && figure.low > 0 && figure.direction !== 'down')
    return !derivationWords.profit.test(datum.title);
  return !(datum.value > 0 && isLoss && !isProfit && isBoth);
}

/** An increase of the evidence is no decrease. */
function directionFits(figure: ClaimFigure, datum: Datum): boolean {
  if (figure.bound !== null && datum.bound !== null && figure.bound !== datum.bound) return false;
  if (!datum.isChange || !figure.isChange || figure.direction === null || datum.direction === null) return true;
  return datum.direction === figure.direction || derivationWords.loss.test(figure.clause);
}

/** A better-labelled value must be better by this; of one row or sentence, whose labels are one, the time decides. */
const MARGIN = 0.12;
/** Numbers that give the value are hardly there by chance: only a row that is clearly more the claim's beats them. */
const DERIVED_MARGIN = 0.35;
const DIRECT = 0.25;
const STRONG = 0.75;

interface Found {
  readonly hit: Ranked | null;
  readonly rival: Ranked | null;
  /** The value is there, of the other sign or direction. */
  readonly isOpposed: boolean;
}

const OPPOSED = 0.45;

function direct(figure: ClaimFigure, ranked: readonly Ranked[]): Found {
  const alike = ranked.filter(({ datum }) => isAlike(figure, datum) && mayBeChange(figure, datum, ranked));
  const equal = alike.filter((one) => isEqual(figure, one));
  const hit = equal.find(({ datum }) => signFits(figure, datum) && directionFits(figure, datum));
  const opposed = equal.find(
    ({ score, datum }) => score >= OPPOSED && !(signFits(figure, datum) && directionFits(figure, datum)),
  );
  // A sentence made alike that has more of the claim's words answers instead, unless the number stands there too.
  const sibling = hit && siblingOf(figure, hit, alike);
  if (sibling && !equal.some(({ datum }) => datum !== hit.datum && datum.row === sibling.datum.row))
    return { hit: null, rival: sibling, isOpposed: true };
  if (opposed && opposed.score > (hit?.score ?? 0)) return { hit: null, rival: opposed, isOpposed: true };
  const rival = alike.find((one) => !isEqual(figure, one) && (!hit || rivals(one.datum, hit.datum)));
  return { hit: hit ?? null, rival: rival ?? null, isOpposed: false };
}

/** A level of a table is no change, unless its row has nothing it could have changed from. */
const mayBeChange = (figure: ClaimFigure, datum: Datum, ranked: readonly Ranked[]): boolean =>
  !figure.isChange ||
  datum.isChange ||
  datum.table === null ||
  !ranked.some((other) => other.datum !== datum && other.datum.row === datum.row && other.datum.table !== null);

/** Tables are compared with tables, and a sentence with itself: clauses have no label that could be better. */
const rivals = (one: Datum, other: Datum): boolean =>
  (one.table === null) === (other.table === null) &&
  (one.table !== null || one.row === other.row) &&
  one.unit === other.unit &&
  one.isChange === other.isChange;

const asksFor = (figure: ClaimFigure, form: Form): boolean => {
  // A compound rate is nothing else.
  if (form === 'compound') return derivationWords.compound.test(figure.text);
  if (figure.unit === 'percent' && derivationWords.compound.test(figure.text)) return false;
  // A rise or fall is no share, unless it is a share that rose.
  if (form === 'share' && figure.isChange && figure.direction !== null)
    return /margin|ratio|rate|percentage of|share/.test(figure.text);
  if (form === 'points') return derivationWords.difference.test(figure.text);
  if (form === 'growth' && figure.isPoints) return false;
  return derivationWords[form].test(
    form === 'growth' || form === 'share' || form === 'ratio' || form === 'difference' ? figure.text : figure.near,
  );
};

/** "$10.00 per unit" in the evidence: a price of its own, and no other quotient is one. */
const PER = /\bper (?:\p{L}+ )?(\p{L}+)$|\/(\p{L}+)$/u;
const unitOf = (quote: string): string | null => {
  const match = PER.exec(quote.toLowerCase());
  return match?.[1] ?? match?.[2] ?? null;
};

function isPricedIn(figure: ClaimFigure, ranked: readonly Ranked[]): boolean {
  const unit = unitOf(figure.quote);
  return unit !== null && ranked.some(({ datum, time }) => time >= 0 && unitOf(datum.quote) === unit);
}

/** What the words ask for and the unit allows: no ratio is money, and no rate an amount. */
function filterFor(figure: ClaimFigure, isPriced: boolean): Keep {
  const asked = new Set(FORMS.filter((form) => asksFor(figure, form) && !(form === 'each' && isPriced)));
  return ({ form, unit, value, slack }) => {
    if (!asked.has(form)) return false;
    if (form === 'sum' && ((figure.isChange && figure.direction !== null) || unit === 'percent')) return false;
    if (figure.unit === 'percent' ? unit !== 'percent' : unit === 'percent' || figure.unit === 'time') return false;
    if (unit === 'ratio' && figure.isMoney) return false;
    return (
      CHANGES.has(form) ||
      (unit === 'amount' ? ANY_SCALE : [0]).some((power) =>
        within(figure, value * 10 ** power, unit === 'amount' ? 0 : slack),
      )
    );
  };
}

const isOfLoss = ({ title }: Datum): boolean => derivationWords.loss.test(title);

/** The sign must be what the words say, unless the numbers are losses, whose growth is a fall. */
function changeFits(figure: ClaimFigure, { isChange, value, operands }: Derivation): boolean {
  // "−5.9%" of two gains is none.
  if (!isChange && /^[-−(]/.test(figure.quote) && operands.every((datum) => datum.value > 0 && !isOfLoss(datum)))
    return false;
  if (!isChange || figure.direction === null || operands.some((datum) => datum.value < 0)) return true;
  if (/loss|deficit|used/.test(figure.text)) return true;
  return figure.direction === (value >= 0 ? 'up' : 'down');
}

const ties = (figure: ClaimFigure, { value, slack, operands, unit, isAgreed, form }: Derivation): boolean => {
  const scales =
    unit !== 'amount' || form === 'each'
      ? [0]
      : isAgreed
        ? operands.map((one) => scalesOf(one)).reduce((all, own) => (own.length > all.length ? own : all), [0])
        : (operands[0]?.scales ?? [0]);
  return scales.some((power) => within(figure, value * 10 ** power, unit === 'amount' ? 0 : slack));
};

/** How many numbers are tried in pairs, and how many in threes and lists. */
const MOST = 40;
const FEW = 12;

function derive(figure: ClaimFigure, ranked: readonly Ranked[]): readonly Derivation[] {
  const likely = ranked.filter(({ datum }) => datum.unit !== 'time').slice(0, MOST);
  const few = likely.slice(0, FEW);
  const keep = filterFor(figure, isPricedIn(figure, ranked));
  const made = [
    ...likely.flatMap((x, i) => likely.slice(i + 1).flatMap((y) => ofTwo(x, y, keep, figure.times.length > 1))),
    ...[...ofRows(likely), ...ofColumns(few)].filter(keep),
    ...(derivationWords.sum.test(figure.near) ? [...ofSums(few), ...sharesOfSums(few)].filter(keep) : []),
    ...(figure.unit === 'percent' ? ofRatios(few).filter(keep) : []),
  ];
  return made.toSorted((a, b) => b.score - a.score);
}

const DERIVED = 0.45;

const operand = ({ quote, evidence, start, end }: Datum): Operand => ({ quote, evidence, start, end });

const againstDatum = ({ datum }: Ranked): Against => ({
  value: datum.unit === 'percent' && !datum.quote.includes('%') ? `${datum.quote}%` : datum.quote,
  label: datum.title,
  expression: datum.quote,
  operands: [operand(datum)],
});

const FIGURES = 4;
const shown = (value: number): string =>
  String(Number(value.toPrecision(Math.max(FIGURES, String(Math.trunc(Math.abs(value))).length))));

const againstDerived = (one: Derivation): Against => ({
  value: one.unit === 'percent' ? `${Number(one.value.toFixed(2))}%` : shown(one.value),
  label: one.operands[0]?.title ?? '',
  expression: expressionOf(one),
  operands: one.operands.map(operand),
});

/**
 * `supported` with the number or derivation that ties, `contradicted` with what stands there instead, or `not_found`.
 * `data` are the numbers of all passages, `rarity` is made of the same.
 */
export function supportFigure(figure: ClaimFigure, data: readonly Datum[], rarity: Rarity): FigureSupport {
  if (figure.low !== figure.high) return supportRange(figure, data, rarity);
  const ranked = rank(figure, data, rarity);
  const { quote } = figure;
  const { hit, rival, isOpposed } = direct(figure, ranked);
  if (isOpposed && rival) return { quote, verdict: 'contradicted', support: null, against: againstDatum(rival) };
  const isBeaten = hit !== null && rival !== null && rival.score > hit.score + MARGIN;
  if (hit && hit.score >= DIRECT && !isBeaten && !(figure.isTimed && hit.time < 0)) {
    return {
      quote,
      verdict: 'supported',
      support: { kind: 'direct', expression: hit.datum.quote, operands: [operand(hit.datum)] },
      against: null,
    };
  }
  const derived = supportDerived(figure, derive(figure, ranked));
  if (derived.verdict !== 'not_found') return derived;
  const isOther = rival !== null && (isBeaten || (!figure.isChange && rival.label >= STRONG && rival.time > 0));
  return {
    quote,
    verdict: isOther ? 'contradicted' : 'not_found',
    support: null,
    against: isOther ? againstDatum(rival) : null,
  };
}

const CHANGES: ReadonlySet<Form> = new Set(['growth', 'compound', 'difference', 'points']);

/** Two numbers of one row of a table: nothing else can be meant. */
const isOfRow = ({ operands: [a, b, more] }: Derivation): boolean =>
  a !== undefined &&
  b !== undefined &&
  more === undefined &&
  a.table !== null &&
  a.row === b.row &&
  a.table === b.table &&
  a.unit === b.unit &&
  areOfTwoTimes(a, b);

/** A change of a row is one between two times that its columns say: an amount and a share beside it are none. */
const areOfTwoTimes = (a: Datum, b: Datum): boolean => {
  const [x, y] = [latest(a.times), latest(b.times)];
  return x !== y && x > 0 && y > 0;
};

/** No operand of another time; of a change with one time asked, the later counts, and of an average any. */
export function isTimely({ times }: ClaimFigure, { isChange, form, timely }: Derivation): boolean {
  if (isChange && times.length < 2) return timely[0] ?? true;
  return form === 'average' ? timely.some(Boolean) : timely.every(Boolean);
}

function supportDerived(figure: ClaimFigure, made: readonly Derivation[]): FigureSupport {
  const { quote } = figure;
  const tying = made.filter((one) => isTimely(figure, one) && one.score >= DERIVED && ties(figure, one));
  const best = tying.find((one) => changeFits(figure, one));
  const rival = made.find(
    (one) =>
      CHANGES.has(one.form) && one.isChange && isOfRow(one) && !ties(figure, one) && (!best || one.form === best.form),
  );
  const isBeaten =
    best !== undefined && rival !== undefined && CHANGES.has(best.form) && rival.score > best.score + DERIVED_MARGIN;
  if (best && !isBeaten) {
    const support: Support = { kind: 'derived', expression: expressionOf(best), operands: best.operands.map(operand) };
    return { quote, verdict: 'supported', support, against: null };
  }
  const opposite = tying[0];
  const against = opposite && !best ? opposite : rival && (isBeaten || rival.score >= STRONG + SURE) ? rival : null;
  return {
    quote,
    verdict: against ? 'contradicted' : 'not_found',
    support: null,
    against: against ? againstDerived(against) : null,
  };
}

/** Labels, both times and one row: nothing else can be meant. */
const SURE = 0.25;

/** A range is its two ends: each must be there, and of one thing. */
function supportRange(figure: ClaimFigure, data: readonly Datum[], rarity: Rarity): FigureSupport {
  const [low, high] = [figure.low, figure.high].map((value) =>
    supportFigure({ ...figure, low: value, high: value }, data, rarity),
  );
  const missing = low?.support ? high : low;
  if (!low?.support || !high?.support)
    return {
      quote: figure.quote,
      verdict: missing?.verdict ?? 'not_found',
      support: null,
      against: missing?.against ?? null,
    };
  return {
    quote: figure.quote,
    verdict: 'supported',
    support: {
      kind: low.support.kind === 'direct' && high.support.kind === 'direct' ? 'direct' : 'derived',
      expression: [...new Set([low.support.expression, high.support.expression])].join(' – '),
      operands: [...low.support.operands, ...high.support.operands],
    },
    against: null,
  };
}
