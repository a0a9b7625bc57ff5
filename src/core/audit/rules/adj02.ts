/** ADJ02: a non-cash or below-the-line item taken out of cash flow, revenue or capex. */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, Finding, Rule } from '../model/model';
import { metricName } from '../../figure/display/names';

/** Items that move neither cash nor revenue. */
const NON_CASH = /\b(?:non-cash|mark-to-market|revaluation|remeasurement|impairment|unreali[sz]ed|fair[- ]value)\b/i;
const UNTOUCHED = /^(?:free_cash_flow|operating_cash_flow|revenue|capex|cash_capex|net_cash|cash)$/;
const STRIPPED =
  /^(?:strip(?:ping)?|tak(?:e|ing)|leav(?:e|ing)|back(?:ing)?|exclud(?:e|ing)|adjust(?:ing)? for|without|net of|but for) (?:it|that|this|the gain|the charge|that gain|this gain)\b(?: out| aside)?/i;
/** The metric must come soon after: further on the sentence is about something else. */
const REACH = 140;

function check(document: AuditDocument): readonly Finding[] {
  const { index } = evidenceOf(document);
  const { layout } = document;
  return layout.sentences.flatMap((sentence, i) => {
    const before = layout.sentences[i - 1];
    const text = layout.text.slice(sentence.start, sentence.end).trimStart();
    if (!before || !STRIPPED.test(text) || !NON_CASH.test(layout.text.slice(before.start, before.end))) return [];
    const figure = index.inSentence(i).find((one) => one.metric !== null && one.start - sentence.start < REACH);
    if (!figure || !UNTOUCHED.test(figure.metric ?? '')) return [];
    const said = finding('ADJ02', 'error', document, [figure], {
      message: `A non-cash item is taken out of ${metricName(figure)} (“${figure.quote.trim()}”), which it does not touch.`,
    });
    return [{ ...said, spans: [{ document: document.id, start: before.start, end: before.end }] }];
  });
}

export const ADJ02: Rule = {
  id: 'ADJ02',
  severity: 'error',
  title: 'Adjustment misplaced',
  about: 'An adjustment is applied to a metric that it does not touch.',
  examples: [
    {
      text: 'EPS was flattered by a $16.8 million non-cash mark-to-market gain. Strip that out, and free cash flow was just $1.2 million.',
      says: 'error',
    },
    {
      text: 'EPS was flattered by a $16.8 million non-cash mark-to-market gain. Strip that out, and EPS was just $1.20.',
      says: 'nothing',
    },
  ],
  check,
};
