// Totals in statements: nested, bracketed, gapped. Silence where the parts are not surely all there.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const sums = (text: string) => auditText(text).filter(({ rule }) => rule === 'CALC04');

describe('totals in tables', () => {
  it('tie column by column, losses in brackets subtracted', () => {
    const text =
      '| | 2025 | 2024 |\n| --- | --- | --- |\n| Product | 120 | 100 |\n| Hedges | (20) | (10) |\n| Total revenue | 100 | 90 |';
    expect(sums(text).map(({ verdict }) => verdict)).toEqual(['tied', 'tied']);
  });

  it('take changes with the sign that is printed', () => {
    const text =
      '| Area | 2025 | 2024 | +/- |\n| --- | --- | --- | --- |\n| Pens | 3,042 | 3,055 | -13 |\n| Inks | 2,446 | 1,496 | 950 |\n| Total writing | 5,488 | 4,552 | 936 |';
    expect(sums(text).filter(({ verdict }) => verdict === 'conflict')).toEqual([]);
  });

  it('accuse one column where another shows that these are the parts', () => {
    const text =
      '| | 2025 | 2024 |\n| --- | --- | --- |\n| Product | 120 | 100 |\n| Service | 20 | 10 |\n| Total revenue | 160 | 110 |\n| Cost | 50 | 40 |';
    expect(
      sums(text)
        .map(({ verdict }) => verdict)
        .toSorted((x, y) => String(x).localeCompare(String(y))),
    ).toEqual(['conflict', 'tied']);
  });

  it.each([
    [
      'rows of different length',
      '| | 2025 | 2024 |\n| --- | --- | --- |\n| Product | 120 | 100 |\n| Service | 20 | |\n| Total revenue | 160 | 110 |\n| Cost | 50 | 40 |',
    ],
    [
      'rates are not summed',
      '| | 2025 | 2024 |\n| --- | --- | --- |\n| Fixed debt | 4.35% | 4.32% |\n| Floating debt | 7.44% | 2.95% |\n| Total debt | 5.29% | 4.00% |',
    ],
    [
      'a net line between',
      '| | 2025 | 2024 |\n| --- | --- | --- |\n| Product | 120 | 100 |\n| Rebates, net | 20 | 10 |\n| Service | 15 | 12 |\n| Fees | 5 | 3 |\n| Total revenue | 400 | 300 |\n| Cost | 9 | 8 |',
    ],
  ])('say nothing: %s', (_, text) => {
    expect(sums(text).filter(({ verdict }) => verdict === 'conflict')).toEqual([]);
  });
});
