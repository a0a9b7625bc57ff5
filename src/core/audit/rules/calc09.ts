/** CALC09: a duration said two ways. */
import { relationRule } from './shared/relation-rule';

export const CALC09 = relationRule(
  {
    id: 'CALC09',
    severity: 'info',
    title: 'Duration said two ways',
    about: 'A duration is said two ways that may not agree.',
    examples: [
      { text: 'Growth was the fastest in 16 quarters (four years).', says: 'ok' },
      { text: 'Growth was the fastest in 16 quarters (six years).', says: 'info' },
    ],
  },
  ({ durations }) => durations,
);
