/** CALC05: a stated share or ratio against its part and whole. */
import { relationRule } from './relation-rule';

export const CALC05 = relationRule(
  {
    id: 'CALC05',
    severity: 'warning',
    title: 'Share does not follow',
    about: 'A stated share or ratio is not what the parts give.',
    examples: [
      { text: 'Services brought in $20 million, or 25% of total revenue of $80 million.', says: 'ok' },
      { text: 'Services brought in $20 million, or 35% of total revenue of $80 million.', says: 'warning' },
      { text: 'Services brought in $20 million, and the margin was 35%.', says: 'nothing' },
    ],
  },
  ({ shares }) => shares,
);
