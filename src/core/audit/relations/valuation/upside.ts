/**
 * Targets and the upside printed with them. An upside belongs to the target of its own bracket, line or row, and is held
 * against that one at the current price; where another target in reach ties, nothing is said.
 */
import type { AuditFigure } from '../../model/model';
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import { add, divide, exactly, growth, type Interval, printedInterval, scale } from '../../arithmetic/interval';
import { combine, endsOf } from '../../arithmetic/ends';
import { isPoint } from '../../arithmetic/one-kind';
import { isCountedFrom, isMoney, isPrice, isPricePhrase, isTarget } from './prices';
import { digits, holds, type Relation, relate, relateEnds } from '../../arithmetic/relation';

/** What a percentage beside a target is when it is not the way to it. */
const OTHER_PERCENT =
  /^[\s)*\]]*(?:probab|chance|likel|odds|expected value|weight|irr\b|cagr|annual|a year|per (?:year|annum)|p\.?a\.?\b|over the next|range|margin|discount|growth|概率|年化)/;
const NAMES_UPSIDE = /upside|downside|total return|potential|上涨空间|下行空间/;

function isUpside(index: DocumentIndex, figure: AuditFigure): boolean {
  if (figure.unit !== 'percent' || endsOf(figure) === null || (figure.low ?? figure.high) === '0') return false;
  const after = index.after(figure, 30);
  if (OTHER_PERCENT.test(after)) return false;
  if (figure.cell) return isWayColumn(index, figure);
  const isMetric = /upside|downside|total_return/.test(figure.metric ?? '');
  return (
    (isMetric && NAMES_UPSIDE.test(`${index.before(figure, 90)} ${index.after(figure, 20)}`)) ||
    bracketed(index, figure) !== null
  );
}

/** "$54.71 (+16.1%)", "£22–24 (−12% vs. current)": an amount a share and, signed in brackets right behind it, a way. */
const OPENS = /^[\s*]*[(（][\s*]*$/;
const CLOSES =
  /^[\s*]*(?:[)）]|(?:vs\.?|versus|from|over|upside|downside|total return|to (?:target|fair value))(?![\p{L}])|[,;，；])/u;
const NO_PRICE = /eps|earnings|dividend|revenue|sales|ebitda|arpu|book|cost|fcf|cash|stop|entry|beta/;
function bracketed(index: DocumentIndex, figure: AuditFigure): AuditFigure | null {
  if (!/^\W*[-−–+]/.test(figure.quote) || !CLOSES.test(index.after(figure, 24))) return null;
  const amount = index.inSentence(figure.sentence).findLast(({ end }) => end <= figure.start);
  if (!amount || amount.cell !== null || !isMoney(amount) || !OPENS.test(index.between(amount, figure))) return null;
  const words = `${amount.metric ?? ''} ${index.before(amount, 40)}`;
  const size = Math.abs(Number(amount.low ?? amount.high));
  return amount.currency !== null && size < LARGEST_PRICE && !NO_PRICE.test(words) ? amount : null;
}
const LARGEST_PRICE = 100_000;

/** A column of returns beside one of targets: its head says what its percentages are. */
const WAY_HEAD =
  /upside|downside|\breturn|potential|(?:vs\.?|versus|over|from|to) (?:current|price|spot|market)|上涨空间|下行空间|较现价|較現價|現價|涨幅/i;
const NO_WAY_HEAD =
  /irr|cagr|annual|p\.a\.|prob|weight|contribution|expected value|ytd|\b\d+[ -]?y(?:ea)?r|historical|dividend|年化/i;
function isWayColumn(index: DocumentIndex, figure: AuditFigure): boolean {
  const table = index.document.layout.tables[figure.cell?.table ?? -1];
  const head = table?.head.find(({ column }) => column === figure.cell?.column)?.text ?? '';
  const own = table?.rows[figure.cell?.row ?? -1]?.cells[0]?.text ?? '';
  const words = NAMES_UPSIDE.test(own.toLowerCase()) ? own : head;
  const isMetric =
    /upside|downside|total_return/.test(figure.metric ?? '') && NAMES_UPSIDE.test(index.before(figure, 90));
  return isMetric || (WAY_HEAD.test(words) && !NO_WAY_HEAD.test(words));
}

const USUAL = 2;

/** The price that a target and its upside imply: target ÷ (1 + upside). */
function impliedPrice(target: AuditFigure, upside: AuditFigure): Interval | null {
  const u = printedInterval(upside);
  const signed = upside.direction === 'down' ? scale(u, -1) : u;
  return divide(printedInterval(target), add(exactly(1), scale(signed, 0.01)));
}

export interface UpsideRelation extends Relation {
  /** The target whose upside gives the price, where the price itself is not printed. */
  readonly anchor: AuditFigure | null;
}

/** "5% downside" is a fall although no sign is printed. */
const isDown = (index: DocumentIndex, claim: AuditFigure): boolean =>
  claim.direction === 'down' || (!/^[^\d]*[-−–+]/.test(claim.quote) && /^[\s*]*downside/.test(index.after(claim, 20)));

function against(index: DocumentIndex, claim: AuditFigure, target: AuditFigure, price: AuditFigure): Relation | null {
  const [t, p] = [endsOf(target), endsOf(price)];
  const change = t && p && p.low.low > 0 ? combine(t, p, (a, b) => (a / b - 1) * 100) : null;
  if (!change) return null;
  const direction = isDown(index, claim) ? 'down' : claim.direction;
  const words = `${digits(target)} ÷ ${digits(price)} − 1`;
  return relateEnds('upside', { ...claim, direction }, [target, price], change, words);
}

const REACH = 220;

/** The target nearest before the upside in its sentence or row, nothing but words or the price between; else the first after. */
function ownTarget(claim: AuditFigure, targets: readonly AuditFigure[]): AuditFigure | null {
  const own = targets.filter((target) =>
    claim.cell
      ? isSameRow(target, claim)
      : target.cell === null && target.block === claim.block && Math.abs(claim.start - target.end) < REACH,
  );
  // A range of upsides is that of the range of targets, not of the midpoint beside it.
  const ranged = isPoint(claim) ? own : own.filter((target) => !isPoint(target));
  const among = ranged.length > 0 ? ranged : own;
  return among.findLast((target) => target.end <= claim.start) ?? among[0] ?? null;
}

const isSameRow = (a: AuditFigure, b: AuditFigure): boolean =>
  a.cell !== null && b.cell !== null && a.cell.table === b.cell.table && a.cell.row === b.cell.row;

const distinct = (figures: readonly AuditFigure[]): readonly AuditFigure[] =>
  figures.filter((p, i) => figures.findIndex((q) => Number(q.low) === Number(p.low)) === i);

/** Misprints are near; what is far off is another percentage. */
const FAR_POINTS = 40;
const isNear = ({ computed, claimed }: Relation): boolean => {
  const at = (interval: Interval) => Number(interval.point ?? interval.low ?? 0);
  return Math.abs(at(computed) - at(claimed)) <= FAR_POINTS;
};

/** Of two ranges it is enough that they reach to one side. */
function isOneWay({ computed, claimed }: Relation): boolean {
  if (computed.point !== null || claimed.point !== null)
    return Number(computed.point ?? computed.low) * Number(claimed.point ?? claimed.low) > 0;
  const isUp = Number(computed.high) > 0 && Number(claimed.high) > 0;
  return isUp || (Number(computed.low) < 0 && Number(claimed.low) < 0);
}

class Upsides {
  readonly #targets: readonly AuditFigure[];
  readonly #prices: readonly AuditFigure[];
  /** Prices that ways are said to be counted from. */
  readonly #bases: readonly AuditFigure[];

  constructor(readonly index: DocumentIndex) {
    const { figures } = index.document;
    this.#bases = figures.filter((figure) => isCountedFrom(index, figure));
    const known = new Set(this.#bases.map(({ low, currency }) => `${low} ${currency}`));
    const isBase = ({ low, currency }: AuditFigure): boolean => known.has(`${low} ${currency}`);
    this.#targets = figures.filter((figure) => isTarget(index, figure) && !isBase(figure));
    this.#prices = figures.filter(
      (figure) => (isMoney(figure) && isBase(figure)) || isPrice(figure) || isPricePhrase(index, figure),
    );
  }

  read(): readonly UpsideRelation[] {
    const claims = this.index.document.figures.filter((figure) => isUpside(this.index, figure));
    const found = claims.flatMap((claim) => this.#one(claim) ?? []);
    const off = this.index.document.figures.flatMap(
      (claim) => offTarget(this.index, claim, this.#targets, this.#prices) ?? [],
    );
    const ties = found.filter((one) => holds(one) && bracketed(this.index, one.claim) !== null).length;
    // What the document writes so elsewhere, and rightly, is its way to write upsides.
    const isUsual = (one: Way): boolean => ties >= USUAL && bracketed(this.index, one.claim) !== null;
    return [
      ...off,
      ...found.filter(({ isWeak }) => !isWeak).filter(holds),
      ...folded(found.filter((one) => !holds(one)).map((one) => (isUsual(one) ? { ...one, isWeak: false } : one))),
    ];
  }

  /** Those of the claim's own sentence or row go before the document's. */
  #pricesFor(claim: AuditFigure, target: AuditFigure): readonly AuditFigure[] {
    const ofOne = this.#prices.filter((price) => price.id !== target.id && sameCurrency(price, target));
    const own = ofOne.filter(
      (price) => price.sentence === claim.sentence && (claim.cell === null || isSameRow(price, claim)),
    );
    const bases = distinct(this.#bases.filter((base) => sameCurrency(base, target)));
    return distinct(own.length > 0 ? own : bases.length === 1 ? bases : ofOne);
  }

  #one(claim: AuditFigure): Way | null {
    const own = bracketed(this.index, claim) ?? ownTarget(claim, this.#targets);
    const target = own ?? onlyOne(this.#targets);
    if (!target) return null;
    const prices = this.#pricesFor(claim, target);
    if (prices.length === 0) {
      const rival = this.#rival(claim);
      return rival && { ...rival, isWeak: false };
    }
    const relations = prices.flatMap((price) => against(this.index, claim, target, price) ?? []);
    const tied = relations.find(holds);
    if (tied) return { ...tied, anchor: null, isWeak: false };
    const [only] = relations;
    // A downside beside a target above the price is that of another case.
    if (
      !only ||
      prices.length > 1 ||
      !isNear(only) ||
      !isOneWay(only) ||
      (isPoint(claim) && this.#tiesElsewhere(claim, prices))
    )
      return null;
    // A column of returns may be held against another price than today's: several rows must confirm it.
    const isWeak =
      claim.cell !== null ? !this.#isColumnOfWays(claim) && !this.#isOwnRow(claim) : !this.#isNotation(claim);
    return { ...only, anchor: null, isWeak };
  }

  /** Signed brackets are ways where they are named so, or the document counts its ways from a price like this. */
  #isNotation(claim: AuditFigure): boolean {
    return (
      bracketed(this.index, claim) === null ||
      this.#bases.length > 0 ||
      NAMES_UPSIDE.test(`${this.index.before(claim, 60)} ${this.index.after(claim, 20)}`)
    );
  }

  /** A row of its own, under the rows of the one target and the one price: "Upside | 25%". */
  #isOwnRow({ cell }: AuditFigure): boolean {
    if (!cell) return false;
    const { tables } = this.index.document.layout;
    const label = tables[cell.table]?.rows[cell.row]?.cells[0]?.text ?? '';
    const among = (figures: readonly AuditFigure[]): number =>
      distinct(figures.filter((one) => one.cell?.table === cell.table && one.cell.column === cell.column)).length;
    return NAMES_UPSIDE.test(label.toLowerCase()) && among(this.#targets) === 1 && among(this.#prices) === 1;
  }

  /** Another row of the column follows from its target: the column is of upsides. */
  #isColumnOfWays({ cell, id }: AuditFigure): boolean {
    const others = this.index
      .inTable(cell?.table ?? -1)
      .filter((other) => other.id !== id && other.cell?.column === cell?.column && isUpside(this.index, other));
    return others.some((other) => {
      const target = ownTarget(other, this.#targets);
      return (
        target !== null &&
        this.#pricesFor(other, target).some((price) => {
          const relation = against(this.index, other, target, price);
          return relation !== null && holds(relation);
        })
      );
    });
  }

  /** Any target of the document that the upside fits: which one is meant is then open. */
  #tiesElsewhere(claim: AuditFigure, prices: readonly AuditFigure[]): boolean {
    return this.#targets.some((target) =>
      prices.some((price) => {
        const relation = price.id === target.id ? null : against(this.index, claim, target, price);
        return relation !== null && holds(relation);
      }),
    );
  }

  /** "The average target of $300 and the median target of $330 imply 10% upside": no price makes both true. */
  #rival(claim: AuditFigure): UpsideRelation | null {
    const said = this.#targets.filter((t) => t.sentence === claim.sentence && t.cell === null && isPoint(t));
    const [fits, other] = distinct(said);
    if (!fits || !other || claim.cell !== null || !isPoint(claim)) return null;
    const after = said.every(({ end }) => end <= claim.start);
    const between = this.index.between(fits, other);
    if (!after || !/\band\b|\//.test(between) || /\d|;|%/.test(between)) return null;
    const price = impliedPrice(fits, claim);
    const computed = price && growth(printedInterval(other), price);
    const expression = `${digits(other)} ÷ (${digits(fits)} ÷ (1 + ${digits(claim)})) − 1`;
    return computed && { ...relate('upside', claim, [other, fits], computed, expression), anchor: fits };
  }
}

/** `isWeak`: alone it would not be reported, but it repeats what another place says. */
interface Way extends UpsideRelation {
  readonly isWeak: boolean;
}

/** "Trades 53% above the base target", "较基准目标价高 20%": the price against the target that the words name. */
const OFF_TARGET =
  /^[\s*]*(?:points? )?(above|below|over|under)\s+(?:our |the |its |my )?(?:(base|bull|bear|blended|average|mean|median|consensus|dcf)[- ]?(?:case )?)?(?:pt|price target|target price|target|fair value|intrinsic value)(?![\p{L}])(?! (?:of|at)\b)/u;
function offTarget(
  index: DocumentIndex,
  claim: AuditFigure,
  targets: readonly AuditFigure[],
  prices: readonly AuditFigure[],
): UpsideRelation | null {
  const [, side, name] = OFF_TARGET.exec(index.after(claim, 60)) ?? [];
  if (side === undefined || claim.unit !== 'percent' || !isPoint(claim)) return null;
  const isAbove = side === 'above' || side === 'over';
  const named = targets.filter((target) => name === undefined || index.before(target, 40).includes(name));
  const pairs = distinct(named.filter(isPoint)).flatMap((target) =>
    distinct(prices)
      .filter((price) => sameCurrency(price, target) && Number(price.low) > Number(target.low) === isAbove)
      .flatMap((price) => against(index, { ...claim, direction: isAbove ? 'up' : 'down' }, price, target) ?? []),
  );
  const tied = pairs.find(holds);
  const [only] = pairs;
  if (tied) return { ...tied, anchor: null };
  return only && pairs.length === 1 ? { ...only, anchor: null } : null;
}

const MOST_FOLDED = 9;
/** The same target with the same way, said in several places, is one slip, reported once with all its places. */
function folded(ways: readonly Way[]): readonly UpsideRelation[] {
  const groups = groupBy(ways, ({ claim, operands: [target] }) =>
    [claim.low, claim.high, claim.direction === 'down', target?.low, target?.high].join('|'),
  );
  return [...groups.values()].flatMap((group): readonly UpsideRelation[] => {
    const first = group.find(({ isWeak }) => !isWeak);
    if (!first) return [];
    const others = group
      .filter((one) => one !== first)
      .flatMap(({ claim, operands }) => [claim, ...operands.slice(0, 1)]);
    return [{ ...first, operands: [...first.operands, ...others.slice(0, MOST_FOLDED)] }];
  });
}

const sameCurrency = (a: AuditFigure, b: AuditFigure): boolean =>
  a.currency === b.currency || a.currency === null || b.currency === null;

/** The document's one target, where it has no other. */
const onlyOne = (targets: readonly AuditFigure[]): AuditFigure | null =>
  targets.length > 0 &&
  targets.every(
    ({ low, high, currency }) =>
      low === targets[0]?.low && high === targets[0]?.high && currency === targets[0]?.currency,
  )
    ? (targets[0] ?? null)
    : null;

/**
 * One relation for each target with its upside, in percent of the current price; `anchor` is the target that gives the
 * price where none is printed.
 */
export const upsides = (index: DocumentIndex): readonly UpsideRelation[] => new Upsides(index).read();
