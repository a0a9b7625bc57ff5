/** CON01: one metric, entity and period with two values. */
import { evidenceOf } from '../evidence';
import { finding, findingAcross } from '../finding';
import type { AuditDocument, AuditFigure, AuditModel, Finding, Rule } from '../model';
import { contradictions } from '../relations/same-fact';

const isPoint = (figure: AuditFigure): boolean => figure.low === figure.high && figure.expression === 'numeric';

const check = (document: AuditDocument, model: AuditModel): readonly Finding[] =>
  contradictions(document, model, (a, b) => isPoint(a) && isPoint(b)).map(
    ({ first, other, elsewhere, isExplained, what }) =>
      findingAcross(
        'CON01',
        isExplained ? 'info' : 'warning',
        document,
        [
          { document, figure: first },
          { document: elsewhere, figure: other },
        ],
        {
          message: `${what} stands as “${first.quote.trim()}” and as “${other.quote.trim()}”${elsewhere === document ? '' : ' in another document'}. ${isExplained ? 'The text explains the difference.' : 'Choose the one that holds, or say how they differ.'}`,
          claimed: first.quote.trim(),
          computed: other.quote.trim(),
          verdict: isExplained ? null : 'conflict',
        },
      ),
  );

const underOneLabel = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).twoValues.map(({ label, first, other }) =>
    finding('CON01', 'warning', document, [first, other], {
      message: `“${label}” stands as “${first.quote.trim()}” and as “${other.quote.trim()}”. Choose the one that holds, or say how they differ.`,
      claimed: first.quote.trim(),
      computed: other.quote.trim(),
      verdict: 'conflict',
    }),
  );

const inTwoScales = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).twoScales.map(({ first, other }) =>
    finding('CON01', 'warning', document, [first, other], {
      message: `${first.metricLabel ?? first.metric ?? 'The value'} stands as “${first.quote.trim()}” and as “${other.quote.trim()}”: the same digits in another scale. Choose the one that holds.`,
      claimed: first.quote.trim(),
      computed: other.quote.trim(),
      verdict: 'conflict',
    }),
  );

const concludedTwice = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).twoConclusions.map(({ concept, figures }) => {
    const [first = '', other = ''] = figures.map(({ quote }) => quote.trim());
    return finding('CON01', 'info', document, figures, {
      message: `The ${concept} stands as “${first}” and as “${other}”. Choose the one that holds, or say how they differ.`,
      claimed: first,
      computed: other,
      verdict: 'conflict',
    });
  });

export const CON01: Rule = {
  id: 'CON01',
  severity: 'warning',
  title: 'Two values for one fact',
  about: 'The same metric, entity and period stands with two values.',
  across: 'documents',
  examples: [
    {
      text: 'Northwind (NWD) reported revenue of $500 million in Q1 2026. The quarter was calm.\n\nNorthwind reported Q1 2026 revenue of $540 million.',
      says: 'warning',
    },
    {
      text: 'Northwind (NWD) reported revenue of $500 million in Q1 2026. The quarter was calm.\n\nNorthwind reported Q1 2026 revenue of $500 million.',
      says: 'nothing',
    },
  ],
  check: (document, model) => [
    ...check(document, model),
    ...underOneLabel(document),
    ...inTwoScales(document),
    ...concludedTwice(document),
  ],
};
