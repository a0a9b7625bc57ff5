/**
 * Compound annual growth ("from $100 million in 2020 to $200 million in 2025, a CAGR of 15%"): base, value and the years
 * between them in the claim's own sentence. Where one of the three is not there, nothing is said.
 */
import type { AuditFigure } from '../../model/model';
import type { DocumentIndex } from '../../model/document-index';
import { divide, exactly, type Interval, printedInterval, scale, subtract } from '../../arithmetic/interval';
import { comparable, type Pair, plausible } from '../../arithmetic/change';
import { digits, type Relation, relate } from '../../arithmetic/relation';
import { leadsToBase } from './words';

const COMPOUND = /cagr|compound(?:ed)? (?:annual|yearly|growth)|annuali[sz]ed growth|a year on average|年复合/;

const yearOf = (period: string | null): number | null => {
  const match = /^(?:FY)?(\d{4})(?:Q[1-4]|H[12]|-\d{2}(?:-\d{2})?)?$/.exec(period ?? '');
  return match ? Number(match[1]) : null;
};

/** Years between the two, from a duration beside them ("over five years"), else from their own periods. */
function yearsBetween(figures: readonly AuditFigure[], { value, base }: Pair): number | null {
  const said = figures.filter(({ unit, low, high }) => unit === 'years' && low !== null && low === high);
  const [from, to] = [yearOf(base.period), yearOf(value.period)];
  const dated = from !== null && to !== null && to > from ? to - from : null;
  if (said.length > 1) return null;
  const years = said[0] ? Number(said[0].low) : dated;
  // Two ways of counting that do not agree leave it open which one the rate goes by.
  return years !== null && years > 0 && (dated === null || dated === years) ? years : null;
}

/** The `years`th root of both ends, to twelve places: roots have no exact decimals. */
function rate(ratio: Interval, years: number): Interval {
  const root = (end: Interval['point']) => end && exactly(Math.pow(Number(end), 1 / years).toFixed(12)).point;
  const rooted = { low: root(ratio.low), high: root(ratio.high), point: root(ratio.point) };
  return scale(subtract(rooted, exactly(1)), 100);
}

function pairOf(index: DocumentIndex, figures: readonly AuditFigure[]): Pair | null {
  const [a, b, ...more] = figures;
  if (!a || !b || more.length > 0 || !comparable(a, b) || a.low !== a.high || b.low !== b.high) return null;
  const lead = index.before(a);
  const between = index.between(a, b);
  if (leadsToBase(lead) && /\bto\b/.test(between)) return { value: b, base: a };
  return leadsToBase(between) ? { value: a, base: b } : null;
}

/** One relation a claim, with its result as the expression `(value ÷ base)^(1/years) − 1`. */
export function compounds(index: DocumentIndex): readonly Relation[] {
  return index.sentences().flatMap((figures) =>
    figures.flatMap((claim): readonly Relation[] => {
      if (claim.unit !== 'percent' || claim.low === null || claim.low !== claim.high) return [];
      if (!COMPOUND.test(`${index.before(claim, 60)} ${index.after(claim, 60)}`)) return [];
      const amounts = figures.filter(({ unit }) => unit === 'money' || unit === 'count' || unit === 'per_share');
      const pair = pairOf(index, amounts);
      const years = pair && plausible(pair) ? yearsBetween(figures, pair) : null;
      const ratio = pair && divide(printedInterval(pair.value), printedInterval(pair.base));
      if (!pair || years === null || !ratio?.low?.gt(0)) return [];
      const expression = `(${digits(pair.value)} ÷ ${digits(pair.base)})^(1/${years}) − 1`;
      return [relate('change', claim, [pair.value, pair.base], rate(ratio, years), expression)];
    }),
  );
}
