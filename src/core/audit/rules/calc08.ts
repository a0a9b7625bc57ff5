/** CALC08: an implied upside against the targets beside it, and the price they imply. */
import { relationRule } from './shared/relation-rule';

export const CALC08 = relationRule(
  {
    id: 'CALC08',
    severity: 'error',
    title: 'Upside fits another target',
    about: 'An implied upside fits one target beside it but not the other, or not the price.',
    examples: [
      { text: 'Target price: 120p. Share price: 100p. The target implies upside of 20%.', says: 'ok' },
      { text: 'Target price: 120p. Share price: 100p. The target implies upside of 30%.', says: 'error' },
      { text: 'At $120 per share and a price target of $150, the implied upside is 35%.', says: 'error' },
      {
        text: 'Price: £10.00.\n\n- Upside to Bull (£15): +50% (30% probability = 15% expected value)',
        says: 'ok',
      },
      { text: 'The average target of $300 and the median target of $330 imply 10% upside.', says: 'error' },
    ],
  },
  ({ upsides }) => upsides,
  ({ anchor }) =>
    anchor
      ? `It fits the ${anchor.quote.trim()} target: say which target is meant.`
      : 'Check target, price and upside.',
);
