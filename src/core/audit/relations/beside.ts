/**
 * Changes stated beside their two values: in one sentence ("rose 28% to $2.1 billion from $1.6 billion") or in one table
 * row (Actual, Consensus, vs. Estimate). Operands are named by the words before them, never merely by being near, so
 * that a second amount that is not the base is left alone.
 */
import type { AuditFigure } from '../model';
import type { DocumentIndex } from '../document-index';
import { growth, type Interval, printedInterval, scale, subtract } from '../interval';
import { digits, holds, type Relation, relate } from './relation';

/** Words that name the value a change is counted from. */
const BASE =
  /\b(?:from|compare[ds]? (?:to|with|against)|comparing (?:to|with)|versus|vs\.?|against|relative to|(?:higher|lower|more|less|better|worse|above|below) than|above|below|over the|prior[- ]year|year[- ]ago)\b(?!.*[;])[^;]*$|同期|相比|从[^,。]*$/;
/** Words that lead to the value a change arrives at. */
const RESULT =
  /(?:^|[\s,(])to\b(?: (?:a|an|the|our|its|record|about|approximately|around|nearly|roughly|just|over|almost|level|total|of|new|high|low|an? \w+|reach))*[\s(]*$|至\s*$|到\s*$/;
/** Sentence parts whose base is another one than the amounts beside it. */
const OTHER_BASIS =
  /constant[- ]currency|constant exchange|currency[- ]neutral|exclud|ex-?fx|organic|same[- ]store|like[- ]for[- ]like|comparable|local currency|underlying|pro[- ]forma|on an? adjusted basis from|exchange rate/;
const CHANGE =
  /\b(?:increas|decreas|decline?|grew|grow|rose|rise|rising|fell|fall|up\b|down\b|gain|drop|jump|surg|improv|higher|lower|reduc|expan|contract|climb|slip|step-?up|step-?down|better|worse|beat|miss|upside|shortfall|plung|soar|shrank|shrink|advanc|narrow|widen|compress)|增长|上升|下降|减少|增加/;

const isLevel = (figure: AuditFigure): boolean =>
  figure.kind !== 'growth' && figure.kind !== 'delta' && figure.kind !== 'bps' && figure.kind !== 'duration';
const comparable = (a: AuditFigure, b: AuditFigure): boolean =>
  a !== b &&
  a.unit === b.unit &&
  (a.currency === b.currency || a.currency === null || b.currency === null) &&
  (a.low ?? a.high) !== null &&
  (b.low ?? b.high) !== null;

const AMOUNTS = new Set(['money', 'per_share', 'count', 'power_gw', 'mass', 'volume', 'other']);
const isAmount = (figure: AuditFigure): boolean => AMOUNTS.has(figure.unit);
const isRate = (figure: AuditFigure): boolean => figure.unit === 'percent' && isLevel(figure);

interface Pair {
  readonly value: AuditFigure;
  readonly base: AuditFigure;
}

/** How the claimed change follows from value and base; null where the units do not go together. */
export function changeOf(
  claim: AuditFigure,
  { value, base }: Pair,
): { readonly computed: Interval; readonly expression: string } | null {
  const [v, b] = [printedInterval(value), printedInterval(base)];
  if (claim.unit === 'percent' && isAmount(value)) {
    const computed = growth(v, b);
    return computed && { computed, expression: `${digits(value)} ÷ ${digits(base)} − 1` };
  }
  if ((claim.unit === 'bps' || claim.unit === 'percentage_points') && value.unit === 'percent') {
    return {
      computed: scale(subtract(v, b), claim.unit === 'bps' ? 100 : 1),
      expression: `${digits(value)} − ${digits(base)}`,
    };
  }
  if (claim.unit === value.unit && (isAmount(claim) || isRate(value)))
    return { computed: subtract(v, b), expression: `${digits(value)} − ${digits(base)}` };
  return null;
}

function relateChange(form: Relation['form'], claim: AuditFigure, pair: Pair): Relation | null {
  const change = changeOf(claim, pair);
  return change && relate(form, claim, [pair.value, pair.base], change.computed, change.expression);
}

class SentenceReader {
  constructor(
    readonly index: DocumentIndex,
    readonly figures: readonly AuditFigure[],
  ) {}

  #lead(figure: AuditFigure): string {
    const at = this.figures.indexOf(figure);
    const previous = this.figures[at - 1];
    // A qualifier belongs to the figure's own quote, so the words before it are those of the clause.
    return previous ? this.index.between(previous, figure) : this.index.before(figure);
  }

  isBase(figure: AuditFigure): boolean {
    return isLevel(figure) && BASE.test(this.#lead(figure));
  }

  isResult(figure: AuditFigure): boolean {
    return isLevel(figure) && RESULT.test(this.#lead(figure));
  }

  /** A percentage, points or amount that the words around it call a change. */
  isClaim(figure: AuditFigure): boolean {
    if (figure.unit !== 'percent' && figure.unit !== 'bps' && figure.unit !== 'percentage_points') return false;
    const lead = this.#lead(figure);
    return (
      figure.kind === 'growth' ||
      figure.kind === 'delta' ||
      figure.kind === 'bps' ||
      CHANGE.test(lead.slice(-60)) ||
      /^\s*(?:increase|decrease|rise|decline|growth|reduction|step|drop|gain|improvement|jump|higher|lower|year[- ]over)/.test(
        this.index.after(figure),
      )
    );
  }

  #otherBasis(claim: AuditFigure): boolean {
    const at = this.figures.indexOf(claim);
    const next = this.figures[at + 1];
    const tail = next ? this.index.between(claim, next) : this.index.after(claim, 200);
    return (
      OTHER_BASIS.test(tail) ||
      OTHER_BASIS.test(this.#lead(claim)) ||
      (claim.basis !== null && /ex-?fx|organic|constant/i.test(claim.basis))
    );
  }

  /** Value and base of a claim, the likeliest first; `sure` where the words leave one choice. */
  #pairs(claim: AuditFigure): { readonly pairs: readonly Pair[]; readonly sure: boolean } {
    const at = this.figures.indexOf(claim);
    const after = this.figures.slice(at + 1);
    const before = this.figures.slice(0, at).toReversed();
    const nextClaim = after.findIndex((figure) => this.isClaim(figure) && !this.#sameClaim(claim, figure));
    const reach = nextClaim === -1 ? after : after.slice(0, nextClaim);
    const bases = [
      ...reach.filter((f) => this.isBase(f)),
      ...(reach.some((f) => this.isBase(f)) ? [] : before.filter((f) => this.isBase(f))),
    ];
    const direct = after[0] && this.isResult(after[0]) ? [after[0]] : [];
    const arrived =
      direct.length > 0 ? direct : this.figures.filter((f) => this.isResult(f) && bases.some((b) => comparable(f, b)));
    const earlier = before.filter((f) => isLevel(f) && !this.isBase(f));
    const values = arrived.length > 0 ? arrived : earlier;
    const pairs = bases.flatMap((base) =>
      values.filter((value) => comparable(value, base)).map((value) => ({ value, base })),
    );
    return { pairs, sure: pairs.length === 1 || direct.length === 1 };
  }

  /** "increased $31 million or 21%": two ways of saying one change. */
  #sameClaim(a: AuditFigure, b: AuditFigure): boolean {
    return /^[\s,(]*(?:or|\()[\s(]*$/.test(this.index.between(a, b));
  }

  /** "increased $89.2 million or 38% to $322.3 million" has no base: it follows from change and result. */
  #fromDelta(claim: AuditFigure): Relation | null {
    const at = this.figures.indexOf(claim);
    const [delta, result] = [this.figures[at - 1], this.figures[at + 1]];
    if (
      !delta ||
      !result ||
      claim.unit !== 'percent' ||
      !this.#sameClaim(delta, claim) ||
      !this.isResult(result) ||
      !comparable(delta, result)
    )
      return null;
    const [d, r] = [printedInterval(delta), printedInterval(result)];
    const falls = (claim.direction ?? delta.direction) === 'down';
    const base = falls ? subtract(r, scale(d, -1)) : subtract(r, d);
    const computed = growth(r, base);
    if (!computed) return null;
    return relate(
      'change',
      { ...claim, direction: claim.direction ?? delta.direction },
      [delta, result],
      computed,
      `${digits(delta)} ÷ (${digits(result)} ${falls ? '+' : '−'} ${digits(delta)})`,
    );
  }

  relationOf(claim: AuditFigure): Relation | null {
    if (!this.isClaim(claim) || this.#otherBasis(claim)) return null;
    const { pairs, sure } = this.#pairs(claim);
    const relations = pairs.flatMap((pair) => relateChange(this.#form(claim, pair), claim, pair) ?? []);
    const tied = relations.find(holds);
    if (tied) return tied;
    // Several readings and none of them ties: which one was meant is not ours to guess.
    if (relations.length > 0) return sure && plausible(relations[0]) ? (relations[0] ?? null) : null;
    return this.#fromDelta(claim);
  }

  #form(claim: AuditFigure, { base }: Pair): Relation['form'] {
    const words = this.index.between(claim.start < base.start ? claim : base, claim.start < base.start ? base : claim);
    return /step-?(?:up|down)|\bfrom\b/.test(`${words} ${this.#lead(base)}`) && !this.isResult(claim)
      ? 'step'
      : 'change';
  }
}

/** A computed change a hundredfold off was read from amounts that do not belong together. */
function plausible(relation: Relation | undefined): boolean {
  if (!relation) return false;
  const [value, base] = relation.operands.map((figure) => Math.abs(Number(figure.low ?? figure.high)));
  return value !== undefined && base !== undefined && base > 0 && value / base < 100 && value / base > 0.01;
}

/** Changes stated in running text. */
export function sentenceChanges(index: DocumentIndex): readonly Relation[] {
  return index.sentences().flatMap((figures) => {
    const reader = new SentenceReader(index, figures);
    return figures.flatMap((figure) => reader.relationOf(figure) ?? []);
  });
}

const DIFFERENCE_HEAD =
  /\b(?:vs\.?|versus|difference|surprise|beat|variance|change|delta|gap|growth|yoy|y\/y)\b|差异|同比|变动/i;
const ACTUAL_HEAD = /\b(?:actual|reported|result)\b|\d\s*A\b|实际/i;
const EXPECTED_HEAD = /\b(?:consensus|estimate|expected|street|forecast|guidance|prior|previous)\b|\d\s*E\b|预期|上年/i;

/** Beats and changes stated in a table row: the difference column against the two columns it is named for. */
export function tableChanges(index: DocumentIndex): readonly Relation[] {
  return index.rows().flatMap((row) => {
    const table = index.document.layout.tables[row[0]?.cell?.table ?? -1];
    const head = (figure: AuditFigure): string =>
      table?.head.find((cell) => cell.column === figure.cell?.column)?.text ?? '';
    const firstIn = (test: RegExp, not?: RegExp) =>
      row.find((figure) => test.test(head(figure)) && !not?.test(head(figure)));
    const claim = firstIn(DIFFERENCE_HEAD);
    const value = firstIn(ACTUAL_HEAD, DIFFERENCE_HEAD);
    const base = firstIn(EXPECTED_HEAD, DIFFERENCE_HEAD);
    if (!claim || !value || !base || !comparable(value, base)) return [];
    const relation = relateChange('change', claim, { value, base });
    return relation ? [relation] : [];
  });
}
