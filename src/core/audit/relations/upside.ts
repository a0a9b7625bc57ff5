/** Targets, the upside printed beside them, and the price they imply. */
import type { AuditFigure } from '../model';
import type { DocumentIndex } from '../document-index';
import { add, divide, exactly, growth, type Interval, printedInterval, scale } from '../interval';
import { digits, type Relation, relate } from './relation';

const isTarget = (figure: AuditFigure): boolean =>
  (figure.kind === 'target' || /price_target/.test(figure.metric ?? '')) &&
  (figure.unit === 'money' || figure.unit === 'per_share') &&
  figure.low !== null &&
  figure.low === figure.high;
const isUpside = (figure: AuditFigure): boolean =>
  figure.unit === 'percent' &&
  /upside|downside|total_return/.test(figure.metric ?? '') &&
  figure.low !== null &&
  figure.low === figure.high;
const isPrice = (figure: AuditFigure): boolean =>
  figure.kind === 'price' &&
  /share_price|stock_price|current_price|closing_price|^price$/.test(figure.metric ?? '') &&
  figure.low !== null &&
  figure.low === figure.high;

/** "At $120 per share and a target of $150": what stands there is what a share costs. */
const isSaidPrice = (index: DocumentIndex, figure: AuditFigure): boolean =>
  (figure.unit === 'money' || figure.unit === 'per_share') &&
  figure.kind === 'level' &&
  figure.low !== null &&
  figure.low === figure.high &&
  /(?:^|[,;(] ?)(?:with the (?:shares|stock) )?at $/.test(index.before(figure));

/** The price that a target and its upside imply: target ÷ (1 + upside). */
export function impliedPrice(target: AuditFigure, upside: AuditFigure): Interval | null {
  const u = printedInterval(upside);
  const signed = upside.direction === 'down' ? scale(u, -1) : u;
  return divide(printedInterval(target), add(exactly(1), scale(signed, 0.01)));
}

/** "Average" in the target's own name or just before the upside: which target an upside speaks of. */
const KINDS = ['average', 'mean', 'median', 'high', 'low'] as const;
const kindOf = (figure: AuditFigure): string | null => {
  const name = figure.metric ?? '';
  const kind = KINDS.find((word) => name.includes(word));
  return kind === 'mean' ? 'average' : (kind ?? null);
};

function namedKind(index: DocumentIndex, upside: AuditFigure): string | null {
  const words = `${index.before(upside)} ${index.after(upside)}`;
  const named = KINDS.filter((word) => new RegExp(`\\b${word}\\b`).test(words));
  const kinds = new Set(named.map((word) => (word === 'mean' ? 'average' : word)));
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
}

export interface UpsideRelation extends Relation {
  /** The target whose upside tells the price, where the price itself is not printed. */
  readonly anchor: AuditFigure | null;
}

function against(
  claim: AuditFigure,
  target: AuditFigure,
  price: Interval,
  operands: readonly AuditFigure[],
  words: string,
): UpsideRelation | null {
  const computed = growth(printedInterval(target), price);
  return (
    computed && {
      ...relate('upside', claim, operands, claim.direction === 'down' ? scale(computed, -1) : computed, words),
      anchor: null,
    }
  );
}

/** Every upside against every target in its sentence or list, at the printed price or at the one another target implies. */
export function upsides(index: DocumentIndex): readonly UpsideRelation[] {
  const { figures, layout } = index.document;
  const targets = figures.filter(isTarget);
  const claims = figures.filter(isUpside);
  const prices = distinctPrices(figures.filter(isPrice));
  const anchor = claims.find((claim) =>
    targets.some((t) => kindOf(t) !== null && kindOf(t) === namedKind(index, claim)),
  );
  return claims.flatMap((claim): UpsideRelation[] => {
    const block = layout.blocks[claim.block];
    const near = targets.filter(
      (t) => t.sentence === claim.sentence || (block?.list !== null && layout.blocks[t.block]?.list === block?.list),
    );
    const named = namedKind(index, claim);
    const own = near.filter((t) => t.sentence === claim.sentence);
    const meant = named
      ? near.filter((t) => kindOf(t) === named)
      : own.length > 0
        ? own
        : near.length === 1
          ? near
          : onlyOne(targets);
    const said = index.inSentence(claim.sentence).filter((figure) => isSaidPrice(index, figure));
    const [price] = said.length === 1 ? said : prices;
    if (price && (said.length === 1 || prices.length === 1)) {
      return meant.flatMap(
        (t) => against(claim, t, printedInterval(price), [t, price], `${digits(t)} ÷ ${digits(price)} − 1`) ?? [],
      );
    }
    return meant.length > 1 ? rivals(claim, meant, anchor, index) : [];
  });
}

/** The document's one target, where it has no other. */
const onlyOne = (targets: readonly AuditFigure[]): readonly AuditFigure[] =>
  targets.length > 0 &&
  targets.every(({ low, currency }) => low === targets[0]?.low && currency === targets[0]?.currency)
    ? targets.slice(0, 1)
    : [];

const distinctPrices = (prices: readonly AuditFigure[]): readonly AuditFigure[] =>
  prices.filter((p, i) => prices.findIndex((q) => q.low === p.low) === i);

/** One upside beside several targets and no price: it fits one of them, and the others follow from the price that one implies. */
function rivals(
  claim: AuditFigure,
  targets: readonly AuditFigure[],
  anchorClaim: AuditFigure | undefined,
  index: DocumentIndex,
): UpsideRelation[] {
  const anchored =
    anchorClaim && index.document.figures.filter(isTarget).find((t) => kindOf(t) === namedKind(index, anchorClaim));
  const fits = targets.find((t) => anchored && t.low === anchored.low) ?? targets[0];
  if (!fits) return [];
  const upside = anchorClaim ?? claim;
  const price = impliedPrice(fits, upside);
  if (!price) return [];
  return targets
    .filter((t) => t.low !== fits.low)
    .flatMap((t) => {
      const relation = against(
        claim,
        t,
        price,
        [t, fits, ...(upside === claim ? [] : [upside])],
        `${digits(t)} ÷ (${digits(fits)} ÷ (1 + ${digits(upside)})) − 1`,
      );
      return relation ? [{ ...relation, anchor: fits }] : [];
    });
}
