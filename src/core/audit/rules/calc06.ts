/** CALC06: an annualised figure against the period it was made from. */
import { relationRule } from './shared/relation-rule';

export const CALC06 = relationRule(
  {
    id: 'CALC06',
    severity: 'info',
    title: 'Run-rate against its period',
    about: 'An annualised or run-rate figure is set against the period it extrapolates.',
    examples: [
      { text: 'Quarterly revenue of $25 million annualises to $100 million.', says: 'ok' },
      { text: 'Revenue was $25 million in Q1 2026. Annualized revenue of $100 million compares well.', says: 'ok' },
      { text: 'Revenue was $25 million in Q1 2026. Annualized revenue of $140 million compares well.', says: 'info' },
    ],
  },
  ({ annualised }) => annualised,
);
