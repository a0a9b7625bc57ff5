/**
 * Valuation identities over the facts of one scope: price × shares = market cap, P/E = price ÷ EPS, cap + net debt =
 * EV. Where several facts can fill a part, any that ties is enough; only where none does is the claim held to be wrong,
 * and then against the operands that fit its time best.
 */
import data from '../../../../resources/audit/roles.json';
import type { DocumentIndex } from '../model/document-index';
import { combine, compareEnds, type Ends, isRange, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import type { Fact, FactIndex } from './fact-index';

interface Identity {
  readonly claim: string;
  readonly form: string;
  readonly operands: readonly string[];
  readonly slack: number;
}

const IDENTITIES: readonly Identity[] = data.identities;
const SIGNS: Readonly<Record<string, string>> = { 'a*b': '×', 'a+b': '+', 'a-b': '−', 'a/b': '÷', 'a%b': '÷' };

function compute({ form }: Identity, a: Ends, b: Ends): Ends | null {
  switch (form) {
    case 'a*b':
      return combine(a, b, (x, y) => x * y);
    case 'a+b':
      return combine(a, b, (x, y) => x + y);
    case 'a-b':
      return combine(a, b, (x, y) => x - Math.abs(y));
    case 'a/b':
      return b.low.low > 0 ? combine(a, b, (x, y) => x / y) : null;
    case 'a%b':
      return b.low.low > 0 ? combine(a, b, (x, y) => (x / y) * 100) : null;
    default:
      return null;
  }
}

export interface IdentityRelation extends Relation {
  readonly identity: string;
  /** All three carry their names as labels, and nothing else could have been meant. */
  readonly isSure: boolean;
}

/** A multiple that is not the one the shares trade on: a norm, an assumption, another time. */
const NOT_CURRENT =
  /target|appl(?:y|ied)|peer|average|avg|histor|norm\b|normal|re-?rat|assum|exit|terminal|would|deserv|warrant|justif|compress|expan|sector|industry|median|method|at \d|if\b|should|could|percentile|previous|prior|last year|a year ago|peak|trough|since|was\b|were\b|ex-dividend|range|comparable|sotp|dcf|sum[- ]of|implied|discounted|stress|目标|平均|历史|行业|目標|歷史|過去|过去|均值|區間|区间|高點|高点|產業|曾|峰值/;
const TICKER_REACH = 40;
const TICKER = /(?<![A-Z])([A-Z]{2,5})(?:['’]s\s|\s?的)/;
/** "甲公司/乙公司 Forward P/E：": a Chinese name before the multiple's own, where the text writes that in Latin letters. */
const OTHER_NAME =
  /(?:^|[\s\d*])(?!(?:当前|當前|目前|最新|公司|本公司|预期|預期|预测|預測|预估|預估|动态|静态|滚动|遠期|远期|年|其)+\s?(?:\p{Script=Latin}))[\p{Script=Han}、/]{2,20}\s?(?:forward|fwd|trailing|ttm|ntm|p\/[esb]|pe|pb|ps|ev\/)[^：:]{0,16}[：:]/u;
/** A leverage by the company's own or its lenders' definition is not debt over EBITDA. */
const BY_DEFINITION = /adjust|manage|mgmt|covenant|pro[- ]forma|bank|agency/;
const ASSUMED = /\bassum|\bif\b|\bwould\b|\bcould\b/;
const MULTIPLES = new Set([
  'pe',
  'ps',
  'pb',
  'p_nav',
  'gross_leverage',
  'p_fcf',
  'ev_ebitda',
  'ev_ebit',
  'ev_sales',
  'fcf_yield',
  'dividend_yield',
  'earnings_yield',
  'ev',
  'market_cap',
]);
/** Amounts of one period, which a price or a cap is held against. */
const FLOWS = new Set([
  'eps',
  'net_income',
  'revenue',
  'ebitda',
  'ebit',
  'fcf',
  'dps',
  'ocf',
  'capex',
  'gross_profit',
  'interest',
  'dividends',
]);
const LIST = 8;
const FAR = 9;
const MOST = 12;

interface Candidate {
  readonly identity: Identity;
  readonly a: Fact;
  readonly b: Fact;
  readonly value: Ends;
}

const distinct = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((fact) => [`${fact.figure.low}|${fact.figure.high}|${fact.year}`, fact])).values(),
];

const sameCurrency = (a: Fact, b: Fact): boolean =>
  a.figure.currency === b.figure.currency || a.figure.currency === null || b.figure.currency === null;

/** Nearest first: the same table or sentence, then the same section, then the order of the text. */
const nearness = (to: Fact, fact: Fact): number => {
  const [a, b] = [to.figure, fact.figure];
  if (a.cell && b.cell && a.cell.table === b.cell.table) return 0;
  if (a.sentence === b.sentence) return 0;
  if (a.block === b.block) return 1;
  return a.section === b.section ? 2 : 3;
};

class Reader {
  readonly #latest = new Map<string, { readonly year: number; readonly values: number }>();

  constructor(
    readonly factIndex: FactIndex,
    readonly index: DocumentIndex,
  ) {}

  #operands(role: string, claim: Fact): readonly Fact[] {
    const all = this.factIndex
      .in(role, claim.scope)
      .filter(
        (fact) =>
          fact.figure.id !== claim.figure.id &&
          sameCurrency(fact, claim) &&
          (!FLOWS.has(role) || fact.isQuarter === isQuarterly(claim)),
      );
    return distinct(all.toSorted((x, y) => nearness(claim, y) - nearness(claim, x)))
      .toReversed()
      .slice(0, MOST);
  }

  #candidates(claim: Fact, identities: readonly Identity[]): readonly Candidate[] {
    return identities.flatMap((identity) => {
      const [first = '', second = ''] = identity.operands;
      return this.#operands(first, claim).flatMap((a) =>
        this.#operands(second, claim).flatMap((b) => {
          if (!alike(a, b)) return [];
          const value = sameCurrency(a, b) ? compute(identity, a.ends, b.ends) : null;
          return value ? [{ identity, a, b, value }] : [];
        }),
      );
    });
  }

  read(claim: Fact, identities: readonly Identity[]): IdentityRelation | null {
    const candidates = this.#candidates(claim, identities);
    const ties = candidates.filter((one) => compareEnds(one.value, claim.ends) !== 'conflict');
    // Of several mentions of one amount the one with the most digits says most.
    const [tied] = ties.toSorted((x, y) => breadth(x) - breadth(y));
    if (tied) return this.#relation(claim, tied, true);
    const meant = candidates.filter(
      (one) =>
        isMeant(claim, one) && (MULTIPLES.has(claim.part.role) || isTogether(claim, one) || this.#isListed(claim, one)),
    );
    const [best] = meant.toSorted((x, y) => rank(claim, x) - rank(claim, y));
    if (
      !best ||
      !this.#isConclusive(claim) ||
      !this.#isAlone(best.a) ||
      !this.#isAlone(best.b) ||
      candidates.some((one) => isWithin(one, claim))
    )
      return null;
    const ratio = best.value.low.point / claim.ends.low.point;
    if (!(ratio > 1 / FAR && ratio < FAR) && !isTenfold(ratio)) return null;
    return this.#relation(
      claim,
      best,
      meant.every((one) => one.a === best.a && one.b === best.b),
    );
  }

  #isConclusive(claim: Fact): boolean {
    if (claim.scope !== 'subject' && !claim.scope.startsWith('scenario')) return false;
    // Running text has its own rules for what stands beside a claim; items of scenarios and cells of tables have labels.
    if (!MULTIPLES.has(claim.part.role))
      return (
        claim.figure.cell !== null || (claim.scope === 'subject' ? isLabelled(claim) : !ASSUMED.test(claim.labels.lead))
      );
    const said = claim.figure.cell
      ? `${claim.labels.row} ${claim.labels.head}`
      : this.index.sentenceText(claim.figure).toLowerCase();
    if (claim.part.role === 'gross_leverage' && BY_DEFINITION.test(said)) return false;
    return (
      claim.scope === 'subject' &&
      !this.#isAnothers(claim) &&
      !NOT_CURRENT.test(said) &&
      !NOT_CURRENT.test(claim.labels.title)
    );
  }

  /** A cell of two amounts, "7.20 - 8.00", says neither of them alone. */
  #isAlone({ figure: { cell, id, unit } }: Fact): boolean {
    if (cell === null) return true;
    return !this.index
      .inTable(cell.table)
      .some(
        (one) => one.id !== id && one.unit === unit && one.cell?.row === cell.row && one.cell.column === cell.column,
      );
  }

  /** Items of one list, or the only value that its name has in the whole document. */
  #isListed(claim: Fact, { a, b }: Candidate): boolean {
    if (claim.scope !== 'subject' || claim.figure.cell !== null || claim.part.by !== 'lead') return false;
    return [a, b].every(
      (fact) =>
        (fact.figure.section === claim.figure.section &&
          fact.figure.cell === null &&
          fact.part.by === 'lead' &&
          Math.abs(fact.figure.block - claim.figure.block) <= LIST) ||
        this.#isSole(fact),
    );
  }

  /** Of the last year reported, or without a year where none is. */
  #isSole({ part, year }: Fact): boolean {
    const known = this.#latest.get(part.role) ?? this.#latestOf(part.role);
    this.#latest.set(part.role, known);
    return (year === null || year === known.year) && known.values === 1;
  }

  #latestOf(role: string): { readonly year: number; readonly values: number } {
    const all = this.factIndex
      .in(role, 'subject')
      .filter(({ timing, isQuarter, ends }) => timing !== 'forward' && !isQuarter && !isRange(ends));
    const last = all.reduce((latest, fact) => Math.max(latest, fact.year ?? 0), 0);
    const latest = all.filter((fact) => fact.year === null || fact.year === last);
    return { year: last, values: new Set(latest.map(({ figure }) => figure.low)).size };
  }

  /** "IDX's forward P/E", "IDX 的本益比": a ticker right before it that is not the document's own. */
  #isAnothers({ figure, labels }: Fact): boolean {
    if (figure.cell === null && OTHER_NAME.test(labels.lead)) return true;
    const { layout, entity } = this.index.document;
    const before = figure.cell ? '' : layout.text.slice(Math.max(0, figure.start - TICKER_REACH), figure.start);
    const name = TICKER.exec(before)?.[1];
    return name !== undefined && !`${entity ?? ''} ${layout.title ?? ''}`.includes(name);
  }

  #relation(claim: Fact, { identity, a, b, value }: Candidate, isOnly: boolean): IdentityRelation | null {
    const expression = `${digits(a.figure)} ${SIGNS[identity.form] ?? ''} ${digits(b.figure)}`;
    const relation = relateEnds('identity', claim.figure, [a.figure, b.figure], value, expression);
    const isSure = isOnly && [claim, a, b].every(({ part }) => part.by !== 'tail');
    return relation && { ...relation, identity: identity.operands.join(SIGNS[identity.form] ?? ' '), isSure };
  }
}

/** A digit or a point too many is a slip of one; what is thousands off was read in another scale. */
const isTenfold = (ratio: number): boolean => Math.abs(Math.abs(Math.log10(ratio)) - 1) < TENFOLD_SLACK;
const TENFOLD_SLACK = 0.01;

/** "FCF / Revenue: 24%": a line of its own label. */
const isLabelled = ({ labels, part }: Fact): boolean =>
  part.by === 'lead' && /[:：]$/.test(labels.lead) && !NOT_CURRENT.test(`${labels.lead} ${labels.title}`);

const breadth = ({ value: { low } }: Candidate): number =>
  (low.high - low.low) / Math.max(Math.abs(low.point), Number.MIN_VALUE);

/** Within its slack: of a range the nearer end, since either may be meant. */
function isWithin({ value, identity }: Candidate, { ends }: Fact): boolean {
  const single = (one: Ends['low']): Ends => ({ low: one, high: one, approximate: value.approximate });
  const ways = isRange(value) && !isRange(ends) ? [single(value.low), single(value.high)] : [value];
  return ways.some((way) => miss(way, ends) <= identity.slack);
}

/** What is no market multiple is held only against parts of its own sentence, table column, scenario or year. */
function isTogether(claim: Fact, { a, b }: Candidate): boolean {
  return [a, b].every((fact) => {
    if (
      !FLOWS.has(claim.part.role) &&
      !FLOWS.has(fact.part.role) &&
      claim.scope === 'subject' &&
      claim.year === fact.year
    )
      return true;
    const [x, y] = [claim.figure, fact.figure];
    if (x.cell && y.cell)
      return x.cell.table === y.cell.table && (x.cell.column === y.cell.column || x.cell.row === y.cell.row);
    return (
      x.sentence === y.sentence ||
      (claim.scope !== 'subject' && claim.scope === fact.scope) ||
      (claim.year !== null && claim.year === fact.year && x.period === y.period)
    );
  });
}

const isQuarterly = (claim: Fact): boolean => claim.isQuarter && !MULTIPLES.has(claim.part.role);

/** Two flows are of one year; what has no year goes with any. */
function alike(a: Fact, b: Fact): boolean {
  if (!FLOWS.has(a.part.role) || !FLOWS.has(b.part.role)) return true;
  return (a.year === b.year || a.year === null || b.year === null) && (a.figure.basis ?? '') === (b.figure.basis ?? '');
}

/** Whether the operands are of the claim's time: a forward multiple rests on an estimate, a trailing one on what is reported. */
function isMeant(claim: Fact, { a, b }: Candidate): boolean {
  return [a, b].every((fact) => {
    if (!FLOWS.has(fact.part.role)) return true;
    if (claim.year !== null && fact.year !== null && claim.timing !== 'trailing') return claim.year === fact.year;
    if (claim.timing === 'forward') return fact.timing === 'forward';
    // Twelve months' sales are not those of the last full year, which may lie two or three quarters back.
    if (claim.timing === 'trailing' && fact.timing === 'open' && fact.year !== null && fact.part.role !== 'eps')
      return false;
    return fact.timing !== 'forward';
  });
}

/** The most charitable reading first; of two alike the nearer. */
const rank = (claim: Fact, { a, b, value }: Candidate): number =>
  miss(value, claim.ends) +
  (nearness(claim, a) + nearness(claim, b)) / 100 +
  (isRange(a.ends) || isRange(b.ends) ? 0.5 : 0);

/** "28x" is said again of what "28.4x" was. */
const isSame = (a: Fact, b: Fact): boolean =>
  a.part.role === b.part.role && a.scope === b.scope && Math.abs(a.ends.low.point / b.ends.low.point - 1) < 0.02;

/**
 * Every identity that ties, and each conflict once: of several mentions the one with the most digits is held against
 * the operands, and a claim in conflict is not reported again.
 */
export function identities(index: DocumentIndex, factIndex: FactIndex): readonly IdentityRelation[] {
  const reader = new Reader(factIndex, index);
  const claims = [...new Set(IDENTITIES.map(({ claim }) => claim))];
  const said = new Set<string>();
  const inConflict: Fact[] = [];
  return claims.flatMap((role) => {
    const forms = IDENTITIES.filter((identity) => identity.claim === role);
    const precise = factIndex.facts(role).toSorted((a, b) => a.figure.lowExponent - b.figure.lowExponent);
    return precise.flatMap((claim) => {
      const relation = reader.read(claim, forms);
      if (!relation) return [];
      const key = `${role}|${claim.scope}|${claim.figure.low}|${claim.figure.high}`;
      if (relation.verdict === 'conflict' && (said.has(key) || inConflict.some((one) => isSame(one, claim)))) return [];
      if (relation.verdict === 'conflict') inConflict.push(claim);
      said.add(key);
      return [relation];
    });
  });
}
