/** CALC05: a stated share or ratio against its part and whole. */
import { relationRule } from './shared/relation-rule';

export const CALC05 = relationRule(
  {
    id: 'CALC05',
    severity: 'warning',
    title: 'Share does not follow',
    about:
      'A stated share, margin, multiple, yield or other ratio, or a metric defined by others, is not what its parts give.',
    examples: [
      { text: 'Services brought in $20 million, or 25% of total revenue of $80 million.', says: 'ok' },
      { text: 'Services brought in $20 million, or 35% of total revenue of $80 million.', says: 'warning' },
      { text: 'Operating income was $63 million on revenue of $420 million, a margin of 15%.', says: 'ok' },
      { text: 'Operating income was $63 million on revenue of $420 million, a margin of 18%.', says: 'warning' },
      { text: 'Net debt of $900 million against EBITDA of $300 million puts leverage at 2.5x.', says: 'warning' },
      {
        text: 'Free cash flow was $50 million after operating cash flow of $120 million and capex of $60 million.',
        says: 'warning',
      },
      {
        text: 'EBITDA was $84 million on revenue of $420 million; the adjusted EBITDA margin was 30%.',
        says: 'nothing',
      },
      { text: 'Services brought in $20 million, and the margin was 35%.', says: 'nothing' },
    ],
  },
  ({ shares, formulas, lines, identities, nearTies }) => [...shares, ...formulas, ...lines, ...identities, ...nearTies],
);
