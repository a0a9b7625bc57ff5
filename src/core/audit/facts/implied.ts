/**
 * What two facts imply of a third without naming it: two multiples of one enterprise value imply a margin, the next twelve
 * months lie between the years they span, and a debt that is net cash makes no leverage above zero.
 */
import { combine, compareEnds, type Ends, exact, isRange, touch } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import type { Fact, FactIndex } from './fact-index';

const HUNDRED = 100;
/** Depreciation is seldom more than this share of revenue, in points, and never less than nothing. */
const MOST_DEPRECIATION = 30;
const TIMES = 2;
const SLACK = 3;

const isPoint = ({ ends }: Fact): boolean => !isRange(ends);
/** One for each value; "9.2x" says again what "9.22x" does. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  const precise = facts.toSorted((a, b) => a.figure.lowExponent - b.figure.lowExponent);
  const kept: Fact[] = [];
  for (const fact of precise) if (!kept.some((one) => touch(one.ends.low, fact.ends.low))) kept.push(fact);
  return facts.filter((fact) => kept.includes(fact));
}
const current = (factIndex: FactIndex, role: string): readonly Fact[] =>
  distinct(
    factIndex
      .in(role, 'subject')
      .filter((fact) => isPoint(fact) && fact.timing !== 'forward' && fact.part.by !== 'tail' && !fact.isQuarter),
  );

/** EV/sales over EV/EBITDA is the EBITDA margin. */
function impliedMargin(factIndex: FactIndex): Relation | null {
  const [sales, ...moreSales] = current(factIndex, 'ev_sales');
  const [ebitda, ...moreEbitda] = current(factIndex, 'ev_ebitda');
  if (!sales || !ebitda || moreSales.length + moreEbitda.length > 0 || ebitda.ends.low.low <= 0) return null;
  const margin = combine(sales.ends, ebitda.ends, (a, b) => (a / b) * HUNDRED);
  if (!margin) return null;
  const words = `${digits(sales.figure)} ÷ ${digits(ebitda.figure)}`;
  const stated = factIndex.in('ebitda_margin', 'subject').filter(isPoint);
  const tied = stated.find(({ ends }) => compareEnds(margin, ends) !== 'conflict');
  if (tied) return relateEnds('identity', tied.figure, [sales.figure, ebitda.figure], margin, words);
  const margins = [...factIndex.in('operating_margin', 'subject').filter(isPoint), ...stated];
  const [first] = margins;
  const isOff = ({ ends, part }: Fact): boolean => {
    const [is, says] = [margin.low.point, ends.low.point];
    const isOperating = part.role === 'operating_margin';
    const tooHigh = is > says + (isOperating ? MOST_DEPRECIATION : SLACK * TIMES) && is > says * TIMES;
    return says > 0 && (tooHigh || (isOperating && is < says - SLACK));
  };
  if (!first || !margins.every(isOff)) return null;
  const relation = relateEnds('identity', first.figure, [sales.figure, ebitda.figure], margin, words);
  const name = first.part.role === 'operating_margin' ? 'an operating margin' : 'an EBITDA margin';
  return (
    relation && {
      ...relation,
      says: `EV/sales of ${digits(sales.figure)} over EV/EBITDA of ${digits(ebitda.figure)} implies an EBITDA margin of ${margin.low.point.toFixed(0)}%, out of line with ${name} of ${digits(first.figure)}.`,
    }
  );
}

const FLOWS = ['eps', 'revenue', 'ebitda', 'net_income', 'fcf'];
const NTM = /\bntm\b|next twelve months|next 12 months|未来12个月|未来十二个月/;
const OFF = 0.03;

/** The next twelve months of an amount lie between the two years they fall in. */
function nextTwelve(factIndex: FactIndex, role: string): readonly Relation[] {
  const facts = factIndex.in(role, 'subject').filter((fact) => !fact.isQuarter);
  const isNext = ({ labels }: Fact): boolean => NTM.test(`${labels.lead} ${labels.row} ${labels.head}`);
  const years = distinct(facts.filter((fact) => !isNext(fact) && fact.year !== null && isPoint(fact))).toSorted(
    (a, b) => (a.year ?? 0) - (b.year ?? 0),
  );
  const last = years.at(-1);
  const before = years.filter(({ year }) => year === (last?.year ?? 0) - 1);
  const [first] = before;
  if (!first || !last || before.length > 1 || years.filter(({ year }) => year === last.year).length > 1) return [];
  return distinct(facts.filter(isNext)).flatMap((claim): readonly Relation[] => {
    const [low, high] = [first.ends.low.point, last.ends.low.point].toSorted((a, b) => a - b);
    const value = claim.ends.low.point;
    if (low === undefined || high === undefined || claim.figure.currency !== first.figure.currency) return [];
    const isOutside = value < low * (1 - OFF) || value > high * (1 + OFF);
    if (!isOutside || value < low / 2 || value > high * 2) return [];
    const span: Ends = { low: exact(low).low, high: exact(high).high, approximate: false };
    const words = `${digits(first.figure)} to ${digits(last.figure)}`;
    const relation = relateEnds('identity', claim.figure, [first.figure, last.figure], span, words);
    const says = `The next twelve months' ${digits(claim.figure)} lies outside the years they fall in, ${digits(first.figure)} and ${digits(last.figure)}.`;
    return relation?.verdict === 'conflict' ? [{ ...relation, says }] : [];
  });
}

/** Net cash over EBITDA is below zero, whatever is printed. */
function leverageSign(factIndex: FactIndex): readonly Relation[] {
  const debts = distinct(factIndex.in('net_debt', 'subject').filter((fact) => isPoint(fact) && !fact.isQuarter));
  const [debt] = debts;
  if (!debt || debts.length > 1 || debt.ends.high.high >= 0) return [];
  return distinct(factIndex.in('leverage', 'subject').filter(isPoint)).flatMap((claim): readonly Relation[] => {
    if (claim.ends.low.low <= 0 || !/net debt/.test(`${claim.labels.lead} ${claim.labels.row}`)) return [];
    const relation = relateEnds('identity', claim.figure, [debt.figure], debt.ends, digits(debt.figure));
    const says = `Net debt is ${digits(debt.figure)}, which is net cash; over EBITDA it cannot be ${digits(claim.figure)}.`;
    return relation ? [{ ...relation, verdict: 'conflict', says }] : [];
  });
}

/** The relations of all three kinds, in the order named above. */
export const implied = (factIndex: FactIndex): readonly Relation[] => [
  ...[impliedMargin(factIndex) ?? []].flat(),
  ...FLOWS.flatMap((role) => nextTwelve(factIndex, role)),
  ...leverageSign(factIndex),
];
