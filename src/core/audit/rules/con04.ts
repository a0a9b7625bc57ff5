/** CON04: one value of one entity and period under two names (gross margin here, operating margin there). */
import { groupBy } from '../../base/group';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import { metricName } from '../../figure/display/names';

/** Families in which one name is easily taken for another. */
const FAMILIES: readonly RegExp[] = [
  /^(?:gross|operating|net|ebitda|ebit)_margin$/,
  /^(?:gross_profit|operating_income|net_income|ebitda|ebit)$/,
];
/** "12%" may well be two margins; "11.7%" hardly. */
const FEWEST_DIGITS = 3;

const precise = (figure: AuditFigure): boolean =>
  figure.low !== null && figure.low === figure.high && printedDigits(figure.quote) >= FEWEST_DIGITS;
/** As printed: the zeros of a million say nothing. */
const printedDigits = (quote: string): number => quote.replace(/\D/g, '').replace(/^0+/, '').length;
const familyOf = (figure: AuditFigure): number => FAMILIES.findIndex((family) => family.test(figure.metric ?? ''));

function check(document: AuditDocument): readonly Finding[] {
  const named = document.figures.filter(
    (figure) => familyOf(figure) >= 0 && precise(figure) && figure.entity !== null && figure.period !== null,
  );
  const points = groupBy(named, (f) => [familyOf(f), f.entity, f.period, f.unit, f.low].join('|'));
  return [...points.values()].flatMap((figures) => {
    const [first] = figures;
    const other = figures.find((figure) => figure.metric !== first?.metric && figure.sentence !== first?.sentence);
    if (!first || !other) return [];
    return [
      finding('CON04', 'warning', document, [first, other], {
        message: `“${first.quote.trim()}” is ${metricName(first)} in one place and ${metricName(other)} in another. Say which it is.`,
      }),
    ];
  });
}

export const CON04: Rule = {
  id: 'CON04',
  severity: 'warning',
  title: 'Metric drifts',
  about: 'The same value stands under two margins, or two kinds of profit.',
  examples: [
    {
      text: "Northwind (NWD) reported a gross margin of 11.7% in Q1 2026. Costs were steady.\n\nNorthwind's operating margin of 11.7% in Q1 2026 is a record.",
      says: 'warning',
    },
    {
      text: "Northwind (NWD) reported a gross margin of 41.7% in Q1 2026. Costs were steady.\n\nNorthwind's operating margin of 11.7% in Q1 2026 is a record.",
      says: 'nothing',
    },
  ],
  check,
};
