// Find support: right number, right item, right year; derivations; dates, names and opposites.
import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/core/audit/verify/verify';

const STATEMENT = `| Year ended December 31, |
| (in thousands) | 2025 | 2024 |
| Subscription revenue | $ | 1,250 | $ | 1,000 |
| Services revenue | 640 | 800 |
| Total revenue | $ | 1,890 | $ | 1,800 |
| Net loss | ( 120 | ) | ( 150 | ) |`;
const PROSE =
  'Rent expense was $54,600 and $42,000 for the years ended December 31, 2025 and 2024, respectively. Ann Lee, Chief Executive Officer, signed the report on March 3, 2026.';

describe('verify', () => {
  it.each([
    ['printed in a row', 'Subscription revenue was $1,250 thousand in 2025.', 'supported'],
    ['growth within a row', 'Subscription revenue increased 25.0% from 2024 to 2025.', 'supported'],
    ['growth of another size', 'Subscription revenue increased 26.3% from 2024 to 2025.', 'contradicted'],
    ['growth the other way', 'Services revenue increased 20.0% from 2024 to 2025.', 'contradicted'],
    ['a difference within a row', 'Total revenue rose by $90,000 from 2024 to 2025.', 'supported'],
    ['respectively', 'Rent expense increased by 30% from 2024 to 2025.', 'supported'],
    ['a number nowhere', 'Goodwill was $77,123 in 2025.', 'not_found'],
    ['a person with their office', 'Ann Lee, Chief Executive Officer, signed the report.', 'supported'],
    ['a person with another office', 'Ann Lee, Chief Financial Officer, signed the report.', 'contradicted'],
    ['a date that is there', 'The report was signed on March 3, 2026.', 'supported'],
    ['a date that is not', 'The report was signed on March 4, 2026.', 'not_found'],
  ])('%s', (_, claim, verdict) => {
    expect(verify(claim, [STATEMENT, PROSE]).verdict).toBe(verdict);
  });

  it('shows the operands with their places', () => {
    const [figure] = verify('Subscription revenue increased 25.0% from 2024 to 2025.', [STATEMENT]).figures;
    const operands = figure?.support?.operands ?? [];
    expect(figure?.support?.kind).toBe('derived');
    expect(operands.map(({ quote }) => quote)).toEqual(['1,250', '1,000']);
    expect(operands.map(({ start, end }) => STATEMENT.slice(start, end))).toEqual(['1,250', '1,000']);
  });

  it.each([
    [
      'lower interest expense',
      'The increase in interest expense is due to new notes.',
      'Lower interest expense helped the quarter.',
    ],
    [
      'positive working capital',
      'At year end we had negative working capital.',
      'The company ended the year with positive working capital.',
    ],
  ])('an opposite is a contradiction: %s', (_, evidence, claim) => {
    expect(verify(claim, [evidence]).verdict).toBe('contradicted');
  });

  it('says nothing is there where there is no evidence', () => {
    expect(verify('Revenue was $10 million.', []).verdict).toBe('not_found');
  });
});
