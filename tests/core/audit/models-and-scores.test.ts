/** Scorecards, discounted models, today's price said twice: what is accused, and where silence is right. */
import { describe, expect, test } from 'vitest';
import { auditText } from './support';

/** What is claimed wrongly, as accusations of the rules of sums and values. */
const conflicts = (text: string): (string | null)[] =>
  auditText(text)
    .filter(({ rule, severity }) => /^(?:CALC|CON)/.test(rule) && (severity === 'warning' || severity === 'error'))
    .map(({ claimed }) => claimed);

const CARD = (result: string) => `# Corvane memo

| Factor | Score | Weight |
|---|---|---|
| Return | 9/10 | 30% |
| Growth | 8/10 | 25% |
| Safety | 9/10 | 20% |
| Moat | 6/10 | 15% |
| People | 7/10 | 10% |

**Overall Score: ${result}**
`;

const MODEL = (rows: string, value: string) => `# Corvane model

| Year | FCF | Factor | PV |
|---|---|---|---|
${rows}
| Terminal value | | | $1,200 |
| **Enterprise value** | | | **${value}** |
`;
const YEARS =
  '| 2032 | $85 | 0.91 | $77 |\n| 2033 | $92 | 0.83 | $76 |\n| 2034 | $100 | 0.75 | $75 |\n| 2035 | $108 | 0.68 | $73 |';

describe('a score under its card', () => {
  test.each([
    ['7.8/10', ['7.8/10']],
    ['8.1/10', []],
  ])('%s', (result, claims) => {
    expect(conflicts(CARD(result))).toEqual(claims);
  });
});

describe('an enterprise value under the present values', () => {
  test.each([
    [YEARS, '$1,800', ['$1,800']],
    [YEARS, '$1,501', []],
    // Years are left out: the sum of those that stand is none.
    [YEARS.replace('| 2034 | $100 | 0.75 | $75 |\n', ''), '$1,800', []],
    // Another scale.
    [YEARS, '$180,000', []],
  ])('%s %s', (rows, value, claims) => {
    expect(conflicts(MODEL(rows, value))).toEqual(claims);
  });
});

describe('the price of today', () => {
  const said = (first: string, other: string) =>
    `# Corvane (NYSE: CRV) note\n\n**Date:** 5 May 2031\n\nReturn of 8.1% from the current price of ${first}.\n\n## Implied\n\nWhat does the current price of ${other} imply?`;
  test.each([
    [said('$45.87', '$45.89'), ['$45.87']],
    [said('$45.87', '$45.9'), []],
    [said('$45.87', '$61.20'), []],
    [said('$45.87', '$45.87'), []],
  ])('%s', (text, claims) => {
    expect(conflicts(text)).toEqual(claims);
  });
});
