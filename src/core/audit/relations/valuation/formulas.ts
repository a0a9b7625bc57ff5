/**
 * Metrics that are defined by others (a margin, a multiple, a yield, a per-share amount, free cash flow), recomputed
 * from the figures of those others. A conflict counts only where both operands stand in the claim's own sentence, or
 * one there and one in the sentence before, with nothing that narrows them; from farther off it only shows one that
 * ties.
 */
import type { AuditFigure } from '../../model/model';
import type { DocumentIndex } from '../../model/document-index';
import { absolute, divide, type Interval, multiply, printedInterval, scale, subtract } from '../../arithmetic/interval';
import { endsOf } from '../../arithmetic/ends';
import { asPrinted, digits, holds, type Relation, relate } from '../../arithmetic/relation';
import { leadsToBase } from '../changes/words';
import { isPoint } from '../../arithmetic/one-kind';

type Operation = 'percent' | 'ratio' | 'difference' | 'product';

interface Formula {
  readonly claims: readonly string[];
  readonly operation: Operation;
  /** Metrics of the first operand and of the second, any of each. */
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const PROFITS = ['net_income', 'profit'];
const SHARES = ['shares_outstanding', 'shares'];
const RESULTS = ['gross_profit', 'operating_income', 'ebitda', 'free_cash_flow', 'pretax_income', ...PROFITS];

/** As textbooks define them; a metric with two usual definitions stands twice. */
const FORMULAS: readonly Formula[] = [
  { claims: ['gross_margin'], operation: 'percent', first: ['gross_profit'], second: ['revenue'] },
  { claims: ['operating_margin'], operation: 'percent', first: ['operating_income'], second: ['revenue'] },
  { claims: ['ebitda_margin'], operation: 'percent', first: ['ebitda'], second: ['revenue'] },
  { claims: ['net_margin'], operation: 'percent', first: PROFITS, second: ['revenue'] },
  { claims: ['margin'], operation: 'percent', first: RESULTS, second: ['revenue'] },
  { claims: ['tax_rate'], operation: 'percent', first: ['income_tax'], second: ['pretax_income'] },
  { claims: ['payout_ratio'], operation: 'percent', first: ['dividend_per_share'], second: ['eps'] },
  { claims: ['dividend_yield'], operation: 'percent', first: ['dividend_per_share'], second: ['share_price'] },
  { claims: ['leverage'], operation: 'ratio', first: ['net_debt'], second: ['ebitda'] },
  { claims: ['ev_ebitda'], operation: 'ratio', first: ['enterprise_value'], second: ['ebitda'] },
  { claims: ['ev_sales'], operation: 'ratio', first: ['enterprise_value'], second: ['revenue'] },
  { claims: ['pe_ratio'], operation: 'ratio', first: ['share_price'], second: ['eps'] },
  { claims: ['pe_ratio'], operation: 'ratio', first: ['market_cap'], second: PROFITS },
  { claims: ['eps'], operation: 'ratio', first: PROFITS, second: SHARES },
  { claims: ['price', 'share_price'], operation: 'ratio', first: ['buyback'], second: SHARES },
  { claims: ['market_cap'], operation: 'product', first: ['share_price'], second: SHARES },
  { claims: ['price_target'], operation: 'product', first: ['pe_ratio', 'valuation_multiple'], second: ['eps'] },
  {
    claims: ['free_cash_flow'],
    operation: 'difference',
    first: ['operating_cash_flow'],
    second: ['capex', 'cash_capex'],
  },
  { claims: ['gross_profit'], operation: 'difference', first: ['revenue'], second: ['cogs'] },
  { claims: ['net_debt'], operation: 'difference', first: ['debt'], second: ['cash'] },
];

const SIGN: Readonly<Record<Operation, string>> = { percent: '÷', ratio: '÷', difference: '−', product: '×' };
const UNITS: Readonly<Record<Operation, ReadonlySet<string>>> = {
  percent: new Set(['percent']),
  ratio: new Set(['multiple', 'per_share', 'money']),
  difference: new Set(['money']),
  product: new Set(['money', 'per_share']),
};

/** Words that make one of the figures another quantity than its plain name, or an expectation of it. */
const NARROWED =
  /adjusted|non-gaap|\bcore\b|underlying|exclud|before|segment|ttm|trailing|twelve|forward|expect|forecast|estimate|guid|(?<!price )target(?! price)|incremental|constant|pro[- ]forma|minorit|attribut|respectively|annuali[sz]ed|continuing|restat/;

const isLevel = (figure: AuditFigure): boolean =>
  isPoint(figure) && figure.kind !== 'growth' && figure.kind !== 'delta' && figure.unit !== 'percent';

/** "Over 200 million shares" is by how many, not at least how many. */
const divisor = (figure: AuditFigure): AuditFigure => (/^over\b/i.test(figure.quote) ? asPrinted(figure) : figure);

/** A count of shares goes by many names: "200 million shares", "shares give EPS of". */
const isNamed = (figure: AuditFigure, metric: string): boolean =>
  figure.metric === metric ||
  (metric === 'shares' && figure.unit === 'count' && figure.metric?.startsWith('shares_') === true);

const agree = <T>(a: T | null, b: T | null): boolean => a === b || a === null || b === null;
const together = (a: AuditFigure, b: AuditFigure): boolean =>
  a.entity === b.entity && agree(a.period, b.period) && agree(a.basis, b.basis) && agree(a.currency, b.currency);

function compute(operation: Operation, first: AuditFigure, second: AuditFigure): Interval | null {
  const [a, b] = [printedInterval(first), printedInterval(second)];
  switch (operation) {
    case 'percent':
    case 'ratio': {
      const quotient = divide(a, b);
      return quotient && (operation === 'percent' ? scale(quotient, 100) : quotient);
    }
    case 'difference':
      // An outflow may be printed with its own sign: it is taken off either way.
      return subtract(a, absolute(b));
    case 'product':
      return multiply(a, b);
  }
}

function relateFormula(formula: Formula, claim: AuditFigure, first: AuditFigure, second: AuditFigure): Relation | null {
  const computed = compute(formula.operation, first, second);
  const taken =
    formula.operation === 'difference' ? digits(second).replace(/^\((.*)\)$|^[-−]\s?/, '$1') : digits(second);
  const expression = `${digits(first)} ${SIGN[formula.operation]} ${taken}`;
  return computed && relate('formula', claim, [first, second], computed, expression);
}

const FAR = 1e-6;

/** True only where no rounding makes the result the claim. */
function isFarOff({ operation }: Formula, claim: AuditFigure, first: AuditFigure, second: AuditFigure): boolean {
  const [x, y, z] = [endsOf(first), endsOf(second), endsOf(claim)];
  if (!x || !y || !z || claim.expression === 'verbal' || !(x.low.low > 0 && y.low.low > 0)) return false;
  const [p, q] = [x.low, y.low];
  const by = operation === 'percent' ? 100 : 1;
  const [low, high] =
    operation === 'difference'
      ? [p.low - q.high, p.high - q.low]
      : operation === 'product'
        ? [p.low * q.low, p.high * q.high]
        : [(p.low / q.high) * by, (p.high / q.low) * by];
  const margin = FAR * Math.max(p.high, q.high, Math.abs(low), Math.abs(high), Math.abs(z.low.point));
  return high < z.low.low - margin || low > z.low.high + margin;
}

/** One figure for each value. */
const distinct = (figures: readonly AuditFigure[]): readonly AuditFigure[] => [
  ...new Map(figures.map((figure) => [`${figure.low}|${figure.unit}`, figure])).values(),
];

/** A tenfold gap is more often a scale that was not printed than a wrong claim. */
function isNear({ computed, claim }: Relation): boolean {
  const [is, says] = [Number(computed.point ?? computed.low ?? 0), Number(claim.low)];
  return is * says > 0 && Math.abs(is / says) < 10 && Math.abs(is / says) > 0.1;
}

class Reader {
  constructor(
    readonly index: DocumentIndex,
    /** Amounts that say a change: no levels of their metric. */
    readonly changes: ReadonlySet<string>,
  ) {}

  #isBase(figure: AuditFigure): boolean {
    return leadsToBase(this.#lead(figure));
  }

  /** From the figure before it in its sentence. */
  #lead(figure: AuditFigure): string {
    const before = this.index.inSentence(figure.sentence).findLast((other) => other.end <= figure.start);
    return before ? this.index.between(before, figure) : this.index.before(figure);
  }

  /** What a change is counted from ("up from $400 million") is no operand where there is another. */
  #candidates(figures: readonly AuditFigure[], metrics: readonly string[], claim: AuditFigure) {
    const found = figures
      .filter((f) => f !== claim && metrics.some((metric) => isNamed(f, metric)) && together(f, claim))
      .map(divisor)
      .filter((f) => isLevel(f) && !this.changes.has(f.id));
    const current = found.filter((figure) => !this.#isBase(figure));
    return distinct(current.length > 0 ? current : found);
  }

  /** Of figures anywhere only a relation that holds is asked for, so that what is far off is not computed exactly. */
  #tied(formula: Formula, claim: AuditFigure, figures: readonly AuditFigure[]): Relation | null {
    const firsts = this.#candidates(figures, formula.first, claim);
    const seconds = firsts.length > 0 ? this.#candidates(figures, formula.second, claim) : [];
    for (const first of firsts)
      for (const second of seconds) {
        const relation = isFarOff(formula, claim, first, second) ? null : relateFormula(formula, claim, first, second);
        if (relation && holds(relation)) return relation;
      }
    return null;
  }

  #relations(formula: Formula, claim: AuditFigure, figures: readonly AuditFigure[]) {
    const firsts = this.#candidates(figures, formula.first, claim);
    const seconds = this.#candidates(figures, formula.second, claim);
    return {
      isOnly: firsts.length === 1 && seconds.length === 1,
      all: firsts.flatMap((first) => seconds.flatMap((second) => relateFormula(formula, claim, first, second) ?? [])),
    };
  }

  /** Its own sentence, then with the sentence before it in its paragraph; in a table its own column. */
  #near(claim: AuditFigure): readonly (readonly AuditFigure[])[] {
    const { cell } = claim;
    if (cell) return [this.index.inTable(cell.table).filter((figure) => figure.cell?.column === cell.column)];
    const own = this.index.inSentence(claim.sentence).filter(({ cell }) => cell === null);
    const before = this.index.inSentence(claim.sentence - 1).filter(({ block }) => block === claim.block);
    return before.length > 0 ? [own, [...before, ...own]] : [own];
  }

  #isPlain(claim: AuditFigure, relation: Relation): boolean {
    // A statement has several earnings (continuing, attributable) above one row of shares.
    if (claim.cell && claim.metric === 'eps') return false;
    const sentences = [claim, ...relation.operands].map((figure) => this.index.sentenceText(figure).toLowerCase());
    const [beside = []] = this.#near(claim);
    const rivals = beside.filter(
      (f) => f !== claim && f.metric === claim.metric && f.unit === claim.unit && !this.#isBase(f),
    );
    return !NARROWED.test(sentences.join(' ')) && rivals.length === 0 && !this.#isBase(claim) && isNear(relation);
  }

  /** "A margin of 15%" is that of whichever profit is named; its reading names only the nearest. */
  #isBareMargin(claim: AuditFigure): boolean {
    return (
      (claim.metric ?? '').endsWith('_margin') &&
      /(?:^|\b(?:a|an|the|that|this|its|,|\() ?)margins? (?:of|was|is|at|to)\b[^,;]*$/.test(this.#lead(claim))
    );
  }

  read(claim: AuditFigure): Relation | null {
    const metric = this.#isBareMargin(claim) ? 'margin' : (claim.metric ?? '');
    const formulas = FORMULAS.filter(
      ({ claims, operation }) => claims.includes(metric) && UNITS[operation].has(claim.unit),
    );
    if (formulas.length === 0 || !isPoint(claim) || claim.kind === 'growth' || this.changes.has(claim.id)) return null;
    for (const figures of this.#near(claim)) {
      const found = formulas.map((formula) => this.#relations(formula, claim, figures));
      const tied = found.flatMap(({ all }) => all).find(holds);
      if (tied) return tied;
      const [only] = found.filter(({ all }) => all.length > 0);
      const [relation] = only?.all ?? [];
      if (only?.isOnly && relation) return this.#isPlain(claim, relation) ? relation : null;
    }
    return this.#elsewhere(claim, formulas);
  }

  #elsewhere(claim: AuditFigure, formulas: readonly Formula[]): Relation | null {
    if (claim.period === null) return null;
    for (const formula of formulas) {
      const figures = [...formula.first, ...formula.second].flatMap((metric) =>
        this.index.fact(metric, claim.entity, claim.period),
      );
      const tied = this.#tied(formula, claim, figures);
      if (tied) return tied;
    }
    return null;
  }
}

/**
 * One relation a claim at most. `changes` are ids of figures that the text states as changes: no formula is tried for
 * them.
 */
export function formulas(index: DocumentIndex, changes: ReadonlySet<string>): readonly Relation[] {
  const reader = new Reader(index, changes);
  return index.document.figures.flatMap((claim) => reader.read(claim) ?? []);
}
