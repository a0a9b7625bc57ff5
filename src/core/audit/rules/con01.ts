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

/** Metrics of which an entity has one value a period. Others (goodwill, charges, proceeds …) come in many parts. */
const HEADLINE =
  /^(?:(?:cash|broad|adjusted|gaap|organic|total|net|gross|operating|ebitda)_)*(?:revenue|sales|eps|income|profit|margin|ebitda|capex|free_cash_flow|run_rate|order_book|backlog|net_debt|gmv|members|users|customers|subscribers|employees|headcount|dividend|share_price|price|market_cap|share_of_revenue|market_share|leverage)(?:_growth|_share)?$/;

const isComparable = (figure: AuditFigure): boolean =>
  HEADLINE.test(figure.metric ?? '') &&
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

/** A part, an origin or an effect of the metric is another quantity under its name. */
const PARTIAL =
  /\b(?:of which|including|included|portion|part of|related to|attributable|impact|effect|contribut\w+|account(?:ed|s|ing)? for|due to|driven|unearned|deferred|from (?:acquisitions?|the|sales?)|segment|division|comparable|same-store|traffic|ticket|organic\w*|excluding|net of|less|remaining|authoriz\w+|additional|incremental|charges?|reserve|allowance|accrued|charge|per|group|company|firm|total)\b/;

/** The metric's own name stands right before the figure, with nothing that narrows it. */
function isNamed(document: AuditDocument, figure: AuditFigure): boolean {
  if (figure.cell !== null) return true;
  const { index } = evidenceOf(document);
  const name = (figure.metricLabel ?? figure.metric ?? '').toLowerCase().replace(/ growth$/, '');
  const sentence = index.sentenceText(figure).toLowerCase();
  const lead = index.before(figure, figure.kind === 'growth' ? 120 : 60);
  return name !== '' && lead.includes(name) && !PARTIAL.test(figure.kind === 'growth' ? sentence : lead);
}

/** A growth rate is only comparable where both say against what. */
const saysBasis = (figure: AuditFigure): boolean => figure.kind !== 'growth' || figure.basis !== null;

function conflicts(document: AuditDocument) {
  const { index, differences } = evidenceOf(document);
  const explained = (figure: AuditFigure) => EXPLAINED.test(index.sentenceText(figure));
  return index.facts().flatMap((figures) => {
    const candidates = figures.filter(
      (figure) =>
        isComparable(figure) &&
        saysBasis(figure) &&
        (figure.kind === 'growth' || !differences.has(figure.id)) &&
        isNamed(document, figure),
    );
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
