/**
 * A level with its distance to today's price: "add below $13.00 (8% discount to current)", "stop at $12 (15% below the
 * current price)", a row of levels beside "17% downside". Held against the price, where the document has one.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { combine, type Ends, endsOf, isRange, mapEnds } from '../../arithmetic/ends';
import { isMoney, isPrice, isPricePhrase } from './prices';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';

const OPENS = /^[^.;|()（）]{0,24}[(（,，][\s*~≈约]*(?:an? |about |only |just )?[\s~+−–-]*$/u;
const OFF =
  /^[\s*]*(discount|below|downside|lower|under|premium|above|upside|higher|from|vs\.?|versus|较|低于|高于)\s?(?:to|from|than|vs\.?|versus)?\s?(?:the |today's |its )?(?:current|spot|market|last|present|今|现|現|当前|當前)(?:\s?(?:price|share price|stock price|level|levels|close|价|股价|價))?/u;
const DOWN = new Set(['discount', 'below', 'downside', 'lower', 'under', '低于']);
const UP = new Set(['premium', 'above', 'upside', 'higher', '高于']);
const FARTHEST_POINTS = 25;
const HUNDRED = 100;

/** The one price that is said to be the current one, else the one price. */
function priceOf(index: DocumentIndex): AuditFigure | null {
  const points = index.document.figures.filter(({ low, high }) => low !== null && low === high);
  const only = (figures: readonly AuditFigure[]): AuditFigure | null =>
    new Set(figures.map(({ low, currency }) => `${low}|${currency ?? ''}`)).size === 1 ? (figures[0] ?? null) : null;
  return only(points.filter((one) => isPricePhrase(index, one))) ?? only(points.filter(isPrice));
}

const sizes = (ends: Ends): Ends => mapEnds(ends, Math.abs);

function read(index: DocumentIndex, level: AuditFigure, claim: AuditFigure, price: AuditFigure): Relation | null {
  if (claim.unit !== 'percent' || !isMoney(level) || !OPENS.test(index.between(level, claim))) return null;
  const [, word] = OFF.exec(index.after(claim, 40)) ?? [];
  const [a, b, claimed] = [endsOf(level), endsOf(price), endsOf(claim)];
  if (!word || !a || !b || !claimed || isRange(a) !== isRange(claimed) || level.currency !== price.currency)
    return null;
  const change = combine(a, b, (x, y) => (x / y - 1) * HUNDRED);
  if (!change || (a.low.point > b.low.point && DOWN.has(word)) || (a.low.point < b.low.point && UP.has(word)))
    return null;
  const words = `${digits(level)} ÷ ${digits(price)} − 1`;
  const unsigned = { ...claim, direction: null, low: size(claim.low), high: size(claim.high) };
  const relation = relateEnds('identity', unsigned, [level, price], sizes(change), words);
  const off = Math.abs(Math.abs(change.low.point) - Math.abs(claimed.low.point));
  return relation && (relation.verdict !== 'conflict' || off <= FARTHEST_POINTS) ? relation : null;
}
const size = (value: string | null): string | null => value && value.replace(/^-/, '');

/** One relation for each level with a distance behind it; nothing where the document gives no current price. */
export function levels(index: DocumentIndex): readonly Relation[] {
  const price = priceOf(index);
  if (!price) return [];
  return index.sentences().flatMap((figures) =>
    figures.flatMap((level, i) => {
      const claim = figures[i + 1];
      return claim && level.low !== price.low ? (read(index, level, claim, price) ?? []) : [];
    }),
  );
}
