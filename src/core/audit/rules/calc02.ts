/** CALC02: a step from one value to another against the stated rate. */
import { relationRule } from './shared/relation-rule';

export const CALC02 = relationRule(
  {
    id: 'CALC02',
    severity: 'error',
    title: 'Step does not give its rate',
    about: 'A step-up or step-down “from A to B” does not give the stated rate.',
    examples: [
      { text: 'Guidance was raised from $450 million to $470 million, a step-up of 10%.', says: 'error' },
      { text: 'The plan of $150 million is a 25% step-up from $120 million.', says: 'ok' },
      { text: 'The plan of $150 million is a 35% step-up from $120 million.', says: 'error' },
    ],
  },
  ({ changes }) => changes.filter(({ form }) => form === 'step'),
);
