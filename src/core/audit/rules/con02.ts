/** CON02: a point or a phrase ("mid-single-digit") against a range of the same metric, entity and period. */
import { findingAcross } from '../model/finding';
import type { AuditDocument, AuditFigure, AuditModel, Finding, Rule } from '../model/model';
import { contradictions } from '../evidence/same-fact';

const isRange = (figure: AuditFigure): boolean => figure.low !== figure.high || figure.expression === 'verbal';

function check(document: AuditDocument, model: AuditModel): readonly Finding[] {
  return contradictions(document, model, (a, b) => isRange(a) || isRange(b)).map(
    ({ first, other, elsewhere, isExplained, what }) =>
      findingAcross(
        'CON02',
        isExplained ? 'info' : 'warning',
        document,
        [
          { document, figure: first },
          { document: elsewhere, figure: other },
        ],
        {
          message: `${what} stands as “${first.quote.trim()}” and as “${other.quote.trim()}”, which do not meet. Say which holds.`,
          claimed: first.quote.trim(),
          computed: other.quote.trim(),
          verdict: isExplained ? null : 'conflict',
        },
      ),
  );
}

export const CON02: Rule = {
  id: 'CON02',
  severity: 'warning',
  title: 'Point against range',
  about: 'A point or phrase stands outside the range given for the same thing.',
  across: 'documents',
  examples: [
    {
      text: 'Management of Northwind (NWD) said on the call that the operating margin in 2025 was mid-single-digit.\n\nNorthwind reported an operating margin of 8%–9% in 2025.',
      says: 'warning',
    },
    {
      text: 'Management of Northwind (NWD) said on the call that the operating margin in 2025 was mid-single-digit.\n\nNorthwind reported an operating margin of 6%–7% in 2025.',
      says: 'nothing',
    },
  ],
  check,
};
