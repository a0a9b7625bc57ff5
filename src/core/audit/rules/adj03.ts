/** ADJ03: an adjusted figure without the reported one for the same metric and period. */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';

const ADJUSTED = /adjusted|non-?gaap/i;
const HAS_COUNTERPART = /^(?:adjusted_)?(?:eps|net_income|operating_income|operating_margin|gross_margin|net_margin)$/;

/** The last word on the basis before the figure is the one that counts: "non-GAAP basis and GAAP EPS of". */
const saysAdjusted = (lead: string): boolean =>
  /non-?gaap|adjusted/.test(lead.match(/non-?gaap|adjusted|gaap|reported|statutory/g)?.at(-1) ?? '');

const base = (figure: AuditFigure): string => (figure.metric ?? '').replace(/^adjusted_/, '');
const isAdjusted = (figure: AuditFigure): boolean => ADJUSTED.test(`${figure.basis ?? ''} ${figure.metric ?? ''}`);

/** Said once for each metric and period: the word must stand beside the figure, not be guessed from elsewhere. */
function check(document: AuditDocument): readonly Finding[] {
  const { index, differences } = evidenceOf(document);
  const levels = document.figures.filter(
    (figure) => HAS_COUNTERPART.test(figure.metric ?? '') && figure.period !== null && !differences.has(figure.id),
  );
  const key = (figure: AuditFigure): string => [base(figure), figure.entity, figure.period].join('|');
  const reported = new Set(levels.filter((figure) => !isAdjusted(figure)).map(key));
  const seen = new Set<string>();
  return levels.flatMap((figure) => {
    const isOurs = isAdjusted(figure) && figure.assertion === 'reported' && figure.provenance !== 'inferred';
    if (
      !isOurs ||
      reported.has(key(figure)) ||
      figure.cell !== null ||
      !saysAdjusted(index.before(figure, 60)) ||
      seen.has(key(figure))
    )
      return [];
    seen.add(key(figure));
    return [
      finding('ADJ03', 'info', document, [figure], {
        message: `“${figure.quote.trim()}” is adjusted, and the reported ${figure.metricLabel ?? base(figure)} for the same period is not given.`,
      }),
    ];
  });
}

export const ADJ03: Rule = {
  id: 'ADJ03',
  severity: 'info',
  title: 'Non-GAAP without GAAP',
  about: 'A non-GAAP figure stands without its GAAP counterpart.',
  examples: [
    { text: 'Northwind (NWD) reported adjusted EPS of $1.20 in Q1 2026.', says: 'info' },
    {
      text: 'Northwind (NWD) reported adjusted EPS of $1.20 in Q1 2026. GAAP EPS was $1.05 in Q1 2026.',
      says: 'nothing',
    },
  ],
  check,
};
