/** CON01: one metric, entity and period with two values. */
import { evidenceOf } from '../evidence';
import { finding } from '../finding';
import { printedInterval, touches } from '../interval';
import type { AuditDocument, AuditFigure, Rule } from '../model';

/** Who vouches for it must be somebody's report of a fact: expectations and scenarios differ by their nature. */
const COMPARED = new Set(['disclosed', 'management', 'third_party']);
const EXPLAINED =
  /methodolog|definition|defined|basis|not directly comparable|rounding|depending on|outlets|broader|narrower|adjusted|non-gaap|excluding|including|restated|口径/i;
const FACT_KINDS = new Set(['level', 'growth', 'count', 'price', 'ratio']);

const isComparable = (figure: AuditFigure): boolean =>
  COMPARED.has(figure.provenance) &&
  figure.assertion === 'reported' &&
  FACT_KINDS.has(figure.kind) &&
  figure.period !== null &&
  figure.entity !== null &&
  figure.low !== null &&
  figure.high !== null;

/** Values that no rounding brings together, and that are of one kind, unit and basis. */
const differ = (a: AuditFigure, b: AuditFigure): boolean =>
  a.unit === b.unit &&
  a.kind === b.kind &&
  a.currency === b.currency &&
  (a.basis ?? '') === (b.basis ?? '') &&
  (a.per ?? '') === (b.per ?? '') &&
  !touches(printedInterval(a), printedInterval(b));

/** In one sentence two values of one metric are a comparison being made, not a contradiction. */
const together = (a: AuditFigure, b: AuditFigure): boolean =>
  a.sentence === b.sentence || (a.cell !== null && b.cell !== null && a.cell.table === b.cell.table);

function conflicts(document: AuditDocument) {
  const { index } = evidenceOf(document);
  const explained = (figure: AuditFigure) => EXPLAINED.test(index.sentenceText(figure));
  return index.facts().flatMap((figures) => {
    const candidates = figures.filter(isComparable);
    const [first] = candidates;
    const other = first && candidates.find((figure) => differ(first, figure) && !together(first, figure));
    if (!first || !other) return [];
    const isExplained = explained(first) || explained(other);
    const what = [first.entity, first.metricLabel ?? first.metric, first.period].filter(Boolean).join(' ');
    const message = `${what} stands as “${first.quote.trim()}” and as “${other.quote.trim()}”. ${isExplained ? 'The text explains the difference.' : 'Choose the one that holds, or say how they differ.'}`;
    return [
      finding('CON01', isExplained ? 'info' : 'warning', document, [first, other], {
        message,
        claimed: first.quote.trim(),
        computed: other.quote.trim(),
        verdict: isExplained ? null : 'conflict',
      }),
    ];
  });
}

export const CON01: Rule = {
  id: 'CON01',
  severity: 'warning',
  title: 'Two values for one fact',
  about: 'The same metric, entity and period stands with two values.',
  check: (model) => model.documents.flatMap(conflicts),
};
