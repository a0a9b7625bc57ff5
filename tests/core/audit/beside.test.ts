// Which figure is the change, which the value and which the base: sentences as companies and analysts write them.
import { describe, expect, it } from 'vitest';
import { auditText, verdictOf } from './support';

describe('changes beside their values', () => {
  it.each([
    ['to, from', 'Bookings climbed 25% to $50 million from $40 million.', 'tied'],
    ['to, compared to the', 'Bookings were up 25% to $50 million compared to the $40 million of last year.', 'tied'],
    ['value first', 'Bookings were $50 million, an increase of 25% compared to $40 million in the prior year.', 'tied'],
    ['value compared, then the change', 'Bookings were $50 million compared with $40 million, up 25%.', 'tied'],
    ['a price then and now', 'The price in the model is $40.00 vs today $41.20 (+3.0%), so upside holds.', 'tied'],
    ['from, to, or', 'Bookings went from $40 million to $50 million, a 25% increase.', 'tied'],
    [
      'two ways of saying it',
      'Costs decreased $10 million or 20% to $40 million in 2025 compared to $50 million in 2024.',
      'tied',
    ],
    ['a difference and its result only', 'Costs increased $10 million or 25% to $50 million.', 'tied'],
    [
      'a difference and a rate that do not go together',
      'Costs decreased $10 million or 40% to $40 million.',
      'accused',
    ],
    [
      'two bases, each its own',
      'Profit was $30 million, up 50% from $20 million in 2024 and up 20% compared to $25 million in 2023.',
      'tied',
    ],
    [
      'the second of two bases is off',
      'Profit was $30 million, up 50% from $20 million in 2024 and up 90% compared to $25 million in 2023.',
      'accused',
    ],
    ['over as a base word', 'Profit of $30 million represents an increase of 50% over $20 million in 2024.', 'tied'],
    [
      'each change its own subject',
      'Sales of $90 million were up 4% from the same quarter, and profit was $30 million, up 50% from $20 million.',
      'tied',
    ],
    ['points', 'The margin widened 200 basis points to 12.0% from 10.0%.', 'tied'],
    ['points off', 'The margin widened 300 basis points to 12.0% from 10.0%.', 'accused'],
    [
      'a ratio that improves falls',
      'Expenses improved 150 basis points as a share of sales from 40.0% to 38.5%.',
      'tied',
    ],
    [
      'headlines run together',
      'sales rose 25% to $50 million. homes closed fell 10% to 1,800 homes compared to 2,000 homes.',
      'tied',
    ],
  ])('%s', (_, text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  it.each([
    ['a part, not the base', 'Games revenue rose 31% to $5.2 billion, including one title that grew to $390 million.'],
    ['a cause, not the base', 'Net income grew 64% to $2.3 billion, benefiting from a $58 million gain.'],
    ['more than', 'Costs will be $140 million, a reduction of over 50% from $300 million.'],
    ['another basis', 'Sales went up from $410 million to $440 million or by 5% when excluding exchange rate effects.'],
    [
      'an estimate it also missed',
      'Sales of $480 million were down 30% from the year-ago quarter and below the consensus estimate of $510 million.',
    ],
    ['an own base without an amount', 'Guidance was raised to $9.10 from $9.00, indicating 8% growth from 2018.'],
    [
      'a loss behind an amount',
      'Operating income of $4.5 million improved $12.5 million from $8.0 million of operating loss.',
    ],
    ['a cut against another yardstick', 'We cut our EPS estimate by 9% to $2.10, against consensus of $2.25.'],
    ['a slip of scale', 'Expenses decreased by 20% to $240.5 million and that was down from $300.6 in the prior year.'],
    [
      'a year-over-year rate beside the quarter before',
      'Bookings were $50 million in Q2 2026, up 66% YoY, compared with $48 million in Q1 2026.',
    ],
    [
      'a sequential rate beside the year before',
      'Bookings were $50 million in Q2 2026, up 4% sequentially, versus $30 million in Q2 2025.',
    ],
    [
      'GAAP against adjusted',
      'Operating income of $120 million increased 200% compared to $50 million in adjusted operating income.',
    ],
  ])('never accuses: %s', (_, text) => {
    expect(verdictOf(text)).not.toBe('accused');
  });

  it('counts a year-over-year rate from the year before, where it stands elsewhere', () => {
    const text = 'Bookings were $50 million in Q2 2026, up 66% YoY, compared with $48 million in Q1 2026.';
    expect(verdictOf(`${text} Bookings were $30.1 million in Q2 2025.`)).toBe('tied');
  });

  it('shows a fall with its sign, claim first and operands in the order of the expression', () => {
    const text = 'Profit fell 30% to $35 million from $50 million. ';
    const [finding] = auditText(text).filter(({ verdict }) => verdict === 'tied');
    expect(finding?.expression).toBe('$35 million ÷ $50 million − 1');
    expect(finding?.computed).toBe('−30%');
    expect(finding?.figures.map(({ start, end }) => text.slice(start, end))).toEqual([
      '30%',
      '$35 million',
      '$50 million',
    ]);
  });
});
