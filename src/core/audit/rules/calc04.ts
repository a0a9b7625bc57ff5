/** CALC04: parts against their total. */
import { relationRule } from './relation-rule';

export const CALC04 = relationRule(
  {
    id: 'CALC04',
    severity: 'error',
    title: 'Parts do not add up',
    about: 'Parts do not add to their total.',
    examples: [
      { text: 'The first tranche is $5 billion and the second $20 billion, a total of $25 billion.', says: 'ok' },
      { text: 'The first tranche is $5 billion and the second $20 billion, a total of $28 billion.', says: 'error' },
      { text: 'The units made $200 million, $150 million and $80 million, for a total of $430 million.', says: 'ok' },
      {
        text: 'The units made $200 million, $150 million and $80 million, for a total of $420 million.',
        says: 'error',
      },
      { text: 'Segment | 2024 | 2025\n--- | --- | ---', says: 'nothing' },
    ],
  },
  ({ sums }) => sums,
);
