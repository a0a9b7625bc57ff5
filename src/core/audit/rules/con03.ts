/** CON03: a bound or an estimate that loses its qualifier where it is said again. */
import { evidenceOf } from '../evidence/evidence';
import { groupBy } from '../../base/group';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';

const BOUNDED = new Set(['up-to', 'at-most']);
const ESTIMATE = /\bestimat\w*|\bthird-party\b|\bsurvey\b|\bper (?!cent)\p{L}+ (?:data|estimates)|估计|估算/iu;
const OUTSIDE = new Set(['third_party', 'inferred']);
const FIRM = new Set(['disclosed', 'management']);

const printed = (figure: AuditFigure): string => `${figure.high ?? figure.low}`;
/** A stretch of time is no estimate that firms up: "within 12 months" and "over the next 12 months" are two stretches. */
const fact = (figure: AuditFigure): string | null =>
  figure.metric &&
  figure.cell === null &&
  figure.expression === 'numeric' &&
  figure.kind !== 'duration' &&
  figure.unit !== 'percent'
    ? [figure.metric, figure.entity, figure.unit, printed(figure)].join('|')
    : null;

/** Said with a bound, or as an outsider's estimate. */
const isQualified = (document: AuditDocument, figure: AuditFigure): boolean =>
  BOUNDED.has(figure.qualifier) ||
  (OUTSIDE.has(figure.provenance) && ESTIMATE.test(evidenceOf(document).index.sentenceText(figure)));

/** Then bare, or as the company's own number. */
function loses(document: AuditDocument, first: AuditFigure, later: AuditFigure): boolean {
  if (later.qualifier !== 'none' || later.sentence === first.sentence || later.start < first.start) return false;
  if (BOUNDED.has(first.qualifier)) return later.low !== null && later.low === later.high;
  return FIRM.has(later.provenance) && !ESTIMATE.test(evidenceOf(document).index.sentenceText(later));
}

function check(document: AuditDocument): readonly Finding[] {
  const facts = groupBy(
    document.figures.filter((figure) => fact(figure) !== null),
    fact,
  );
  return [...facts.values()].flatMap((figures) => {
    const first = figures.find((figure) => isQualified(document, figure));
    const later = first && figures.find((figure) => loses(document, first, figure));
    if (!first || !later) return [];
    return [
      finding('CON03', 'info', document, [later, first], {
        message: `“${later.quote.trim()}” is stated as a fact; before, it was “${first.quote.trim()}”${BOUNDED.has(first.qualifier) ? '' : ', an estimate'}. Keep the qualifier.`,
      }),
    ];
  });
}

export const CON03: Rule = {
  id: 'CON03',
  severity: 'info',
  title: 'Qualifier gets lost',
  about: 'An estimate or a bound is restated later as a plain fact.',
  examples: [
    {
      text: 'It committed up to $25 million to the venture. The commitment of $25 million is large.',
      set: [
        { quote: 'up to $25 million', metric: 'investment' },
        { quote: '$25 million', metric: 'investment' },
      ],
      says: 'info',
    },
    {
      text: "Northwind (NWD) committed up to $25 million to the venture in April 2026.\n\nNorthwind's $25 million commitment to the venture in April 2026 is firm.",
      says: 'nothing',
    },
  ],
  check,
};
