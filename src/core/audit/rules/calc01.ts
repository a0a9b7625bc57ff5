/** CALC01: a stated change or beat against the two values beside it. */
import type { DocumentIndex } from '../model/document-index';
import type { Relation } from '../arithmetic/relation';
import { relationRule } from './shared/relation-rule';

/** "59 against 82, a 39% gap": the distance between two values has no direction and may be counted from either. */
const GAP = /^\s?(?:gap|spread|difference|distance|divergence|disparity)\b/;
const isBetween = (index: DocumentIndex, { claim, verdict }: Relation): boolean =>
  verdict === 'conflict' && GAP.test(index.after(claim, 16));

export const CALC01 = relationRule(
  {
    id: 'CALC01',
    severity: 'error',
    title: 'Change does not follow',
    about: 'A stated change or beat does not follow from the two values beside it.',
    examples: [
      { text: 'Revenue rose 12% to $2.24 billion from $2.00 billion.', says: 'ok' },
      { text: 'Revenue rose 14% to $2.24 billion from $2.00 billion.', says: 'error' },
      { text: 'Operating profit was €310 million, down 9% compared with €340 million a year earlier.', says: 'ok' },
      { text: 'Operating profit was €310 million, up 9% compared with €340 million a year earlier.', says: 'error' },
      { text: 'Gross margin widened 150 basis points to 41.5% from 40.0%.', says: 'ok' },
      { text: 'Revenue rose 31% to $5.2 billion, including a new unit that added $390 million.', says: 'nothing' },
      { text: 'Revenue of $420 million beat consensus of $410 million by $10 million.', says: 'ok' },
      { text: 'Revenue of $420 million beat consensus of $410 million by $15 million.', says: 'error' },
      { text: 'Revenue grew from $100 million in 2020 to $200 million in 2025, a CAGR of 20%.', says: 'error' },
      { text: 'Costs fell by over 50% to $140 million from $320 million.', says: 'ok' },
      { text: 'The model gives $59 million against $82 million for peers, a 39% gap.', says: 'nothing' },
      { text: 'Excluding exchange rate effects, sales rose 5% to $440 million from $410 million.', says: 'nothing' },
    ],
  },
  ({ changes, index }) => changes.filter((change) => change.form === 'change' && !isBetween(index, change)),
);
