/** ADJ01: a beat of earnings that hold a one-off gain or charge. */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import type { Relation } from '../arithmetic/relation';

const EARNINGS = /^(?:adjusted_|gaap_)?(?:eps|net_income|pretax_income|earnings)$/;
const ONE_OFF =
  /\b(?:mark-to-market|one-off|one-time|non-recurring|nonrecurring|exceptional|revaluation|disposal|divestiture|remeasurement|unrealized|unrealised) (?:[a-z]+ ){0,2}(?:gain|loss|charge|item|benefit|impairment)s?\b|\bgain from marking\b|一次性|非经常性/i;
const HOLDS = /\b(?:incl(?:\.|ud\w+)|contain\w*|flattered|boosted|inflated|helped|lifted|benefit\w*|holds?)\b|包括|含/i;
/** The author says so himself: then it is a caveat to keep, not an error. */
const OWNED =
  /\blike[- ](?:with|for)[- ]like\b|\bnot comparable\b|\bcaveat\b|\bexcluding the (?:gain|charge)\b|\bex-gain\b/i;
const FAR = 600;

const isBeat = ({ claim, operands }: Relation): boolean =>
  EARNINGS.test(operands[0]?.metric ?? '') &&
  (operands[1]?.provenance === 'consensus' || /surprise|consensus/.test(`${claim.metric ?? ''} ${claim.basis ?? ''}`));

/** A sentence, or table row, that says these earnings hold a one-off. */
function oneOff(document: AuditDocument, value: AuditFigure) {
  const { layout } = document;
  const said = (text: string): boolean => ONE_OFF.test(text) && HOLDS.test(text);
  const row = value.cell ? layout.blocks[value.block] : undefined;
  if (row && said(layout.text.slice(row.start, row.end))) return row;
  return layout.sentences.find((sentence) => {
    const text = layout.text.slice(sentence.start, sentence.end);
    return said(text) && /\b(?:EPS|earnings|net income|profit)\b/i.test(text);
  });
}

function check(document: AuditDocument): readonly Finding[] {
  return evidenceOf(document)
    .changes.filter(isBeat)
    .flatMap((relation) => {
      const [value, base] = relation.operands;
      const place = value ? oneOff(document, value) : undefined;
      if (!value || !base || !place || /adjusted/.test(value.basis ?? '')) return [];
      const around = document.layout.text.slice(Math.max(0, place.start - FAR), place.end + FAR);
      const isOwned = OWNED.test(around);
      const said = finding('ADJ01', isOwned ? 'info' : 'error', document, [relation.claim, value, base], {
        message: `“${relation.claim.quote.trim()}” sets ${value.quote.trim()}, which holds a one-off, against an estimate of ${base.quote.trim()}.${isOwned ? ' The text says so.' : ' Compare like with like, or say that it is not.'}`,
      });
      return [{ ...said, spans: [{ document: document.id, start: place.start, end: place.end }] }];
    });
}

export const ADJ01: Rule = {
  id: 'ADJ01',
  severity: 'error',
  title: 'Beat not like for like',
  about: 'A beat compares earnings that hold a one-off with an estimate that does not.',
  examples: [
    { text: 'Metric | Actual | Consensus', says: 'nothing' },
    {
      text: 'GAAP EPS was $2.78, a 70% beat above the consensus estimate of $1.64, and includes a one-off gain of $16 million.',
      says: 'error',
    },
  ],
  check,
};
