/** What a share costs and what it is held to be worth, among the amounts of a document. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { isPoint } from '../../arithmetic/one-kind';

/** Whether a figure is an amount or an amount per share, with a value. */
export const isMoney = (figure: AuditFigure): boolean =>
  (figure.unit === 'money' || figure.unit === 'per_share') && (figure.low ?? figure.high) !== null;

const TARGET_WORD = /target|fair value|price objective|\bto (?:the )?(?:bull|base|bear)|目标价|合理价值/;

/** Whether a figure is a price target, by its kind, its metric or the words before it. */
export const isTarget = (index: DocumentIndex, figure: AuditFigure): boolean =>
  isMoney(figure) &&
  (figure.kind === 'target' ||
    /price_target|fair_value/.test(figure.metric ?? '') ||
    (figure.kind === 'level' && TARGET_WORD.test(index.before(figure, 40))));

const PRICE_METRIC = /share_price|stock_price|current_price|closing_price|^price$/;

/** Whether a figure is a share's price by the metric it was placed under. */
export const isPrice = (figure: AuditFigure): boolean =>
  isMoney(figure) && isPoint(figure) && figure.kind === 'price' && PRICE_METRIC.test(figure.metric ?? '');
/** "At $120 per share and a target of $150", "Acorn trades at $100", "current price of $90": what a share costs. */
const SAID_PRICE =
  /(?:(?:^|[,;(] ?)(?:with the (?:shares|stock) )?at |(?:trad(?:es|ed|ing)|chang(?:es|ing) hands) (?:at|around|near) (?:about |around |~)?|(?:current(?: share| stock)?|share|stock|market|spot) price(?: (?:at|on) (?:analysis|publication|report(?: date)?))?(?: of| is|:|:\*\*)? ?\(?(?:about |~)?|price at (?:analysis|publication):(?:\*\*)? ?|from current \(|\(current:? ?|现价|当前股价|最新股价|最新股價|現價)$/;

/** Whether the words right before a figure say that it is the current price. */
export const isPricePhrase = (index: DocumentIndex, figure: AuditFigure): boolean =>
  isMoney(figure) && isPoint(figure) && SAID_PRICE.test(index.before(figure, 50));

/** "(+4.2% vs. $45.87 spot)", "12% below the current price of $80": what a way up or down is counted from. */
const COUNTED_FROM =
  /^[\s*)]*(?:upside |downside |premium |discount )?(?:vs\.?|versus|from|over|against|relative to|above|below|较|較|相对|相對|对比)\s*(?:the |its |today's )?(?:(?:current|spot|last|latest|share|stock|market|closing|现|當前|当前)[\s-]?)*(?:price|close|股价|股價|价|價)?(?: of| at)?[\s*~(]*$/;
const IS_SPOT = /^[\s*]*(?:spot\b|\(?(?:current|last|today))/;

/** Whether a figure is the price that the percentage before it is counted from, in the same sentence and column. */
export function isCountedFrom(index: DocumentIndex, figure: AuditFigure): boolean {
  if (!isMoney(figure) || !isPoint(figure)) return false;
  const before = index.inSentence(figure.sentence).findLast(({ end }) => end <= figure.start);
  if (before?.unit !== 'percent' || before.cell?.column !== figure.cell?.column) return false;
  const between = index.between(before, figure);
  return (
    COUNTED_FROM.test(between) &&
    (IS_SPOT.test(index.after(figure, 16)) || /vs|versus|price|spot|current|价|價/.test(between))
  );
}
