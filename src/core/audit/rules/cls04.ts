/** CLS04: a run-rate compared with or added to reported revenue. */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';

const RATE = /run-rate|annuali[sz]ed/;
const COMPARED =
  /\b(?:larger|bigger|smaller|more|less|higher|lower|greater) than\b|\b(?:exceeds?|exceeding|overtak\w+|surpass\w*|compar\w+ (?:to|with)|versus|vs\.?|equal to|added to|together with|combined with|on top of)\b/;

const isRate = (figure: AuditFigure): boolean =>
  figure.unit === 'money' && RATE.test(`${figure.basis ?? ''} ${figure.metric ?? ''}`);
const isReported = (figure: AuditFigure): boolean =>
  figure.unit === 'money' && figure.metric === 'revenue' && !RATE.test(figure.basis ?? '') && figure.kind === 'level';

/** Both stand in one sentence with a comparison between them, and nothing says that the second is a rate too. */
function check(document: AuditDocument): readonly Finding[] {
  const { index } = evidenceOf(document);
  return index.sentences().flatMap((figures) =>
    figures.flatMap((a, i) => {
      const b = figures[i + 1];
      if (!b || !((isRate(a) && isReported(b)) || (isReported(a) && isRate(b)))) return [];
      const between = index.between(a, b);
      const isSaid = RATE.test(between) && isRate(a);
      if (!COMPARED.test(between) || isSaid) return [];
      const [rate, reported] = isRate(a) ? [a, b] : [b, a];
      return [
        finding('CLS04', 'warning', document, [rate, reported], {
          message: `“${rate.quote.trim()}” is a run-rate, “${reported.quote.trim()}” reported revenue: they are not alike.`,
        }),
      ];
    }),
  );
}

export const CLS04: Rule = {
  id: 'CLS04',
  severity: 'warning',
  title: 'Run-rate beside reported revenue',
  about: 'A run-rate is set beside reported revenue as if they were alike.',
  examples: [
    {
      text: "The chip unit's run-rate of $20 million is larger than cloud revenue of $15 million in Q1 2026.",
      says: 'warning',
    },
    {
      text: "The unit's run-rate passed $20 million, compared with a run-rate of $5 million a year earlier.",
      says: 'nothing',
    },
  ],
  check,
};
