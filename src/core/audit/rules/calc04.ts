/** CALC04: parts against their total. */
import { relationRule } from './shared/relation-rule';

const ADVICE = 'The sum is written out: check its operands and its result.';

export const CALC04 = relationRule(
  {
    id: 'CALC04',
    severity: 'error',
    title: 'Parts do not add up',
    about: 'Parts do not add to their total, or a sum that is written out does not give its result.',
    examples: [
      { text: 'The first tranche is $5 billion and the second $20 billion, a total of $25 billion.', says: 'ok' },
      { text: 'The first tranche is $5 billion and the second $20 billion, a total of $28 billion.', says: 'error' },
      { text: 'The units made $200 million, $150 million and $80 million, for a total of $430 million.', says: 'ok' },
      {
        text: 'The units made $200 million, $150 million and $80 million, for a total of $420 million.',
        says: 'error',
      },
      { text: 'Weighted value: (0.25 × $40) + (0.75 × $20) = $25.', says: 'ok' },
      { text: 'Weighted value: (0.25 × $40) + (0.75 × $20) = $29.', says: 'error' },
      { text: 'Volume of 4,400 MWh × £100 ≈ £440k a year.', says: 'ok' },
      { text: 'Segment | 2024 | 2025\n--- | --- | ---', says: 'nothing' },
    ],
  },
  ({ sums, written }) => [...sums, ...written],
  ({ form }) => (form === 'written' ? ADVICE : undefined),
);
