/**
 * Annualised and run-rate figures against the period they extrapolate. One that is said of some businesses only is set
 * against the whole without the businesses that it leaves out.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { type Interval, printedInterval, scale, subtract } from '../../arithmetic/interval';
import { digits, type Relation, relate } from '../../arithmetic/relation';

const ANNUALISED = /run-rate|annuali[sz]ed/;
/** Periods to a year, by the form of the period. */
const PER_YEAR: readonly (readonly [RegExp, number])[] = [
  [/^\d{4}Q[1-4]$/, 4],
  [/^\d{4}H[12]$/, 2],
  [/^\d{4}-\d{2}$/, 12],
];
const perYear = (period: string | null): number | null =>
  PER_YEAR.find(([form]) => period !== null && form.test(period))?.[1] ?? null;

const isRate = (figure: AuditFigure): boolean =>
  figure.unit === 'money' && ANNUALISED.test(`${figure.basis ?? ''} ${figure.metric ?? ''}`) && figure.kind === 'level';

const isRevenue = (figure: AuditFigure): boolean =>
  figure.metric === 'revenue' &&
  figure.unit === 'money' &&
  figure.kind === 'level' &&
  !ANNUALISED.test(figure.basis ?? '') &&
  figure.provenance !== 'consensus' &&
  figure.low !== null &&
  figure.low === figure.high;

/** "spanning retail, advertising, and subscriptions": the businesses a figure is said of. */
const LISTED =
  /\b(?:spanning|across|from|of|in|covering|combining)\s+((?:[\p{L}&+-]+(?: [\p{L}&+-]+)?, )+(?:and )?[\p{L}&+-]+(?: [\p{L}&+-]+)?)[^.;,]{0,20}$/u;

function listed(index: DocumentIndex, claim: AuditFigure): string | null {
  return LISTED.exec(index.before(claim, 160))?.[1] ?? null;
}

/** Businesses with a revenue of their own that the list leaves out, where it names at least one of them. */
function leftOut(list: string, parts: readonly AuditFigure[]): readonly AuditFigure[] {
  const isNamed = (part: AuditFigure) => part.entity !== null && list.includes(part.entity.toLowerCase());
  return parts.some(isNamed) ? parts.filter((part) => !isNamed(part)) : [];
}

function relateRate(claim: AuditFigure, whole: AuditFigure, without: readonly AuditFigure[], times: number): Relation {
  const rest = without.map(printedInterval).reduce<Interval>(subtract, printedInterval(whole));
  const inner = [digits(whole), ...without.map(digits)].join(' − ');
  const expression = `${without.length > 0 ? `(${inner})` : inner} × ${times}`;
  return relate('annualised', claim, [whole, ...without], scale(rest, times), expression);
}

/** One figure for each business: that of the same table or nearest to the whole's. */
function oneForEach(figures: readonly AuditFigure[], whole: AuditFigure): readonly AuditFigure[] {
  const near = figures.toSorted((a, b) => Math.abs(a.start - whole.start) - Math.abs(b.start - whole.start));
  return near.filter((figure, i) => near.findIndex(({ entity }) => entity === figure.entity) === i);
}

/** "More than $15B" holds for everything above it: a value far above is not its extrapolation. */
const FAR_ABOVE = 1.5;
/** What is twice as much or half as much was extrapolated from another amount. */
const FAR = 2;
function isNear({ computed, claim }: Relation): boolean {
  if (claim.high === null) return computed.low === null || computed.low.lte(Number(claim.low) * FAR_ABOVE);
  const ratio = Number(computed.point ?? computed.low ?? 0) / Number(claim.low ?? claim.high);
  return ratio > 1 / FAR && ratio < FAR;
}

const ANNUALISES =
  /annuali[sz](?:es|ed|ing|e)(?: (?:to|at|into|for))?(?: (?:a|an|about|roughly|nearly|approximately|around))*\s*$/;
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bquarter(?:ly)?\b/, 4],
  [/\b(?:half-year(?:ly)?|semi-?annual|first half|second half|h[12])\b/, 2],
  [/(?<![\d-]|\bsix[- ]|\bnine[- ]|\bthree[- ])\bmonth(?:ly)?\b/, 12],
  [/\b(?:6|six)[- ]months?\b/, 2],
  [/\b(?:3|three)[- ]months?\b/, 4],
];

/** "Quarterly revenue of $420 million annualises to $1.7 billion": the period is said in words beside the amount. */
function inWords(index: DocumentIndex): readonly Relation[] {
  return index.sentences().flatMap((figures) =>
    figures.flatMap((claim, i): readonly Relation[] => {
      const part = figures[i - 1];
      if (!part || claim.unit !== 'money' || part.unit !== 'money' || part.currency !== claim.currency) return [];
      if (!ANNUALISES.test(index.between(part, claim)) || part.low === null || part.low !== part.high) return [];
      const words = `${index.before(part, 60)} ${index.between(part, claim)}`;
      const times = TIMES.filter(([name]) => name.test(words));
      const [only] = times;
      return only && times.length === 1 ? [relateRate(claim, part, [], only[1])].filter(isNear) : [];
    }),
  );
}

/**
 * Relations by words ("annualised", "run rate") first, then those by the period's name for figures that the first did
 * not hold.
 */
export function annualised(index: DocumentIndex): readonly Relation[] {
  const said = inWords(index);
  const known = new Set(said.map(({ claim }) => claim));
  return [...said, ...byPeriod(index).filter(({ claim }) => !known.has(claim))];
}

function byPeriod(index: DocumentIndex): readonly Relation[] {
  const revenues = index.document.figures.filter(isRevenue);
  return index.document.figures.filter(isRate).flatMap((claim): readonly Relation[] => {
    const times = perYear(claim.period);
    const inPeriod = revenues.filter(({ period }) => period === claim.period);
    const whole = inPeriod.find(({ entity }) => entity === claim.entity);
    if (!times || !whole) return [];
    const parts = oneForEach(inPeriod, whole).filter(({ entity }) => entity !== whole.entity);
    const list = claim.entity === index.document.entity ? listed(index, claim) : null;
    const without = list ? leftOut(list, parts) : [];
    const plain = relateRate(claim, whole, [], times);
    return [plain, ...(without.length > 0 ? [relateRate(claim, whole, without, times)] : [])].filter(isNear);
  });
}
