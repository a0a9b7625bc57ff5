/** TIM01: elapsed time against the dates it is counted between. */
import { relationRule } from './shared/relation-rule';

export const TIM01 = relationRule(
  {
    id: 'TIM01',
    severity: 'warning',
    title: 'Elapsed time does not follow',
    about: 'Elapsed time is not what the dates give.',
    examples: [
      {
        text: 'The plan was announced in January. Looking back four months later, little has changed.',
        says: 'ok',
        asOf: '2026-05-13',
      },
      {
        text: 'The plan was announced in January. Looking back nine months later, little has changed.',
        says: 'warning',
        asOf: '2026-05-13',
      },
      { text: 'The contract runs from March 2024 to March 2027, or four years.', says: 'warning' },
      { text: 'The fund was founded in January. Six months later it closed.', says: 'nothing', asOf: '2026-05-13' },
    ],
  },
  ({ elapsed }) => elapsed,
);
