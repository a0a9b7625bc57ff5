/** TIM02: a market price or target in a document that gives no date for it. */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import { MONTH_OPENING } from '../../base/months';

const DATED = new RegExp(
  String.raw`\b(?:19|20)\d\d\b|\b(?:${MONTH_OPENING})[a-z]*\b \d|\d{1,2} (?:${MONTH_OPENING})|\b(?:as of|at the close|yesterday|today|on friday)\b|\d月\d`,
  'i',
);
const MARKET = /^(?:price_target\w*|share_price|stock_price|current_price|closing_price)$/;
const NAMED = /\btargets?\b|\b(?:share|stock|closing|current) price\b|\bshares? (?:trade|closed|stand)\b|目标价|股价/i;
/** Prices of a contract, not of the market. */
const CONTRACT = /exchange ratio|volume[- ]weighted|exercise|strike|conversion|grant/i;
const isMarket = (document: AuditDocument, figure: AuditFigure): boolean =>
  MARKET.test(figure.metric ?? '') &&
  !figure.ticked &&
  NAMED.test(evidenceOf(document).index.sentenceText(figure)) &&
  !CONTRACT.test(evidenceOf(document).index.sentenceText(figure));

/** A document with a date of its own dates all that stands in it. One finding for a document, at the first of them. */
function check(document: AuditDocument): readonly Finding[] {
  if (document.asOf !== null) return [];
  const { index } = evidenceOf(document);
  const undated = document.figures.filter(
    (figure) => isMarket(document, figure) && !DATED.test(index.sentenceText(figure)),
  );
  const [first] = undated;
  if (!first) return [];
  return [
    finding('TIM02', 'warning', document, undated.slice(0, 5), {
      message: `“${first.quote.trim()}”${undated.length > 1 ? ` and ${undated.length - 1} more` : ''} stand without a date: say as of when.`,
    }),
  ];
}

export const TIM02: Rule = {
  id: 'TIM02',
  severity: 'warning',
  title: 'Price or target without a date',
  about: 'A market price or a target stands without its date.',
  examples: [
    { text: 'The shares trade at a share price of $120, and our price target is $150.', says: 'warning' },
    {
      text: 'As of 12 May 2026 the shares trade at a share price of $120, and our price target is $150.',
      says: 'nothing',
    },
  ],
  check,
};
