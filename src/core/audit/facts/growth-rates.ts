/**
 * Compound growth against its start, its end and its years: "Revenue CAGR 2025–2030: 12%" beside "Revenue: £32B", and the
 * annual return of an implied price over today's. A year more or less is another way to count, and ties too.
 */
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { combine, compareEnds, type Ends, endsOf, mapEnds, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import { labelsOf } from './labels';
import type { Fact, FactIndex } from './fact-index';

const RATE = /\bcagr\b|\birr\b|annual(?:i[sz]ed)? returns?|compound annual|年复合|复合增长率|年化收益/;
const YEARS = /((?:19|20)\d\d)[ae]?\s?(?:[-–—]|to|至|到)\s?((?:19|20)?\d\d)[ae]?/;
const RETURN = /\birr\b|return|收益/;
/** What the rate is of, by the word before it. */
const OF: readonly (readonly [RegExp, string])[] = [
  [/revenue|sales|营收|收入/, 'revenue'],
  [/\beps\b|earnings per share/, 'eps'],
  [/ebitda/, 'ebitda'],
  [/operating (?:income|profit)|\bebit\b/, 'ebit'],
  [/\bfcf\b|free cash flow/, 'fcf'],
  [/net (?:income|profit)/, 'net_income'],
];
const MOST_YEARS = 15;

interface Rate {
  readonly figure: AuditFigure;
  readonly ends: Ends;
  readonly from: number;
  readonly to: number;
  readonly role: string | null;
}

function rateOf(index: DocumentIndex, figure: AuditFigure): Rate | null {
  if (figure.unit !== 'percent' || figure.cell !== null) return null;
  const ends = endsOf(figure);
  const { lead, tail } = labelsOf(index, figure);
  const words = `${lead} ${tail}`;
  const years = YEARS.exec(lead);
  if (!ends || !years?.[1] || !years[2] || !RATE.test(words)) return null;
  const from = Number(years[1]);
  const to = years[2].length === 2 ? Math.floor(from / 100) * 100 + Number(years[2]) : Number(years[2]);
  if (to <= from || to - from > MOST_YEARS) return null;
  const role =
    OF.find(([word]) => word.test(lead))?.[1] ??
    (RETURN.test(words) || lead.startsWith('cagr') ? 'implied_price' : null);
  return { figure, ends, from, to, role };
}

const compound = (start: Ends, end: Ends, years: number): Ends | null => {
  const ratio = start.low.low > 0 && end.low.low > 0 ? combine(end, start, (a, b) => a / b) : null;
  return ratio && mapEnds(ratio, (value) => (value ** (1 / years) - 1) * 100);
};

/** A rate of a whole percent is meant to the percent, and a price rounds too. */
const SLACK = 0.3;
const meets = (value: Ends, claimed: Ends, slack: number): boolean => {
  const wide = (ends: Ends): Ends => ({
    ...ends,
    low: { ...ends.low, low: ends.low.low - slack, high: ends.low.high + slack },
    high: { ...ends.high, low: ends.high.low - slack, high: ends.high.high + slack },
  });
  return compareEnds(value, wide(claimed)) !== 'conflict';
};

const MOST_PAIRS = 6;
/** Amounts this far apart were printed in different scales. */
const FAR = 8;
const inScale = (start: Fact, finals: readonly Fact[]): boolean =>
  finals.some(({ ends }) => {
    const ratio = ends.low.point / start.ends.low.point;
    return ratio > 1 / FAR && ratio < FAR;
  });

function relationOf(rate: Rate, starts: readonly Fact[], finals: readonly Fact[]): Relation | null {
  const span = rate.to - rate.from;
  const pairs = finals.flatMap((final) => starts.map((start) => ({ start, final })));
  const all = pairs.flatMap(({ start, final }) =>
    [span, span - 1, span + 1].flatMap((years) => {
      const value = years > 0 && start.figure.id !== final.figure.id ? compound(start.ends, final.ends, years) : null;
      return value ? [{ start, final, years, value }] : [];
    }),
  );
  const tied = all.find(({ value, years }) =>
    years === span ? meets(value, rate.ends, SLACK) : compareEnds(value, rate.ends) === 'tied',
  );
  const exact = all.filter(({ years }) => years === span);
  const chosen = tied ?? exact.toSorted((a, b) => miss(a.value, rate.ends) - miss(b.value, rate.ends))[0];
  if (!chosen || (!tied && starts.length * finals.length > MOST_PAIRS)) return null;
  const { start, final, years, value } = chosen;
  const words = `(${digits(final.figure)} ÷ ${digits(start.figure)})^(1/${years}) − 1`;
  const relation = relateEnds('identity', rate.figure, [final.figure, start.figure], value, words);
  return relation && tied && relation.verdict === 'conflict'
    ? { ...relation, verdict: 'tied_within_rounding' }
    : relation;
}

/** One for each value, those of the year first. */
const distinct = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((fact) => [`${fact.figure.low}|${fact.figure.high}`, fact])).values(),
];

/**
 * At most one relation for each rate of running text that names its first and last year and what grows; start and end
 * are looked for in its section, then among the facts of the subject.
 */
export function growthRates(index: DocumentIndex, factIndex: FactIndex): readonly Relation[] {
  return index.document.figures.flatMap((figure): readonly Relation[] => {
    const rate = rateOf(index, figure);
    if (!rate?.role) return [];
    const here = factIndex
      .facts(rate.role)
      .filter((fact) => fact.figure.section === figure.section && fact.figure.cell === null && !fact.isQuarter);
    const finals = distinct(here.filter(({ year }) => year === null || year === rate.to));
    const base = rate.role === 'implied_price' ? 'price' : rate.role;
    const known = factIndex
      .in(base, 'subject')
      .filter(
        ({ isQuarter, timing, year }) =>
          !isQuarter && timing !== 'forward' && (base === 'price' || year === null || year === rate.from),
      );
    const starts = distinct(known).filter((start) => !finals.some((final) => final.figure.id === start.figure.id));
    const ofYear = starts.filter((start) => inScale(start, finals));
    const dated = ofYear.filter(({ year }) => year === rate.from);
    const chosen = dated.length > 0 ? [...dated, ...ofYear.filter((one) => !dated.includes(one))] : ofYear;
    const relation = finals.length > 0 && chosen.length > 0 ? relationOf(rate, chosen, finals) : null;
    return relation ? [relation] : [];
  });
}
