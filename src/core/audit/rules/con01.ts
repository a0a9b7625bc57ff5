/** CON01: one metric, entity and period with two values. */
import { evidenceOf } from '../evidence/evidence';
import { finding, findingAcross } from '../model/finding';
import type { AuditDocument, AuditFigure, AuditModel, Finding, Rule } from '../model/model';
import { contradictions, placedAlike } from '../evidence/same-fact';
import { factName, metricName } from '../../figure/display/names';

const shown = ({ quote }: AuditFigure): string => quote.replace(/[*_`]+/g, '').trim();

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
      message: `${metricName(first) ?? 'The value'} stands as “${first.quote.trim()}” and as “${other.quote.trim()}”: the same digits in another scale. Choose the one that holds.`,
      claimed: first.quote.trim(),
      computed: other.quote.trim(),
      verdict: 'conflict',
    }),
  );

const statedTwice = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).disagreements.map(({ name, figures }) => {
    const quotes = [...new Set(figures.map((figure) => `“${shown(figure)}”`))];
    return finding('CON01', 'info', document, figures, {
      message: `The ${name} stands as ${quotes.slice(0, -1).join(', as ')} and as ${quotes.at(-1) ?? ''}. Choose the one that holds, or say how they differ.`,
      claimed: figures[0]?.quote.trim() ?? null,
      computed: figures[1]?.quote.trim() ?? null,
      verdict: 'conflict',
    });
  });

const placedTwice = (document: AuditDocument, told: readonly Finding[]): readonly Finding[] => {
  if (document.role !== 'note') return [];
  const known = new Set(told.flatMap(({ figures }) => figures.map(({ figure }) => figure)));
  return placedAlike(document).flatMap((figures): readonly Finding[] => {
    const [first, other] = figures;
    if (figures.some(({ id }) => known.has(id))) return [];
    const what = factName(first);
    return [
      finding('CON01', 'info', document, figures, {
        message: `${what} stands as “${shown(first)}” and as “${shown(other)}”. Choose the one that holds, or say how they differ.`,
        claimed: first.quote.trim(),
        computed: other.quote.trim(),
        verdict: 'conflict',
      }),
    ];
  });
};

const givenTwice = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).restated.map(({ label, figures: [first, other] }) =>
    finding('CON01', 'warning', document, [first, other], {
      message: `“${label}” stands as “${shown(first)}” and as “${shown(other)}”, where the lines beside it agree. Choose the one that holds, or say how they differ.`,
      claimed: first.quote.trim(),
      computed: other.quote.trim(),
      verdict: 'conflict',
    }),
  );

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
  check: (document, model) => {
    const told = [
      ...check(document, model),
      ...underOneLabel(document),
      ...inTwoScales(document),
      ...statedTwice(document),
      ...givenTwice(document),
    ];
    return [...told, ...placedTwice(document, told)];
  },
};
