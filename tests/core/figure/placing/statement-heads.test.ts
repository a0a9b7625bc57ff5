// Statements as filings and data sheets print them: the year's end in a head, breaks as tags, and no unit line at all.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { markdownParser } from '../../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../../src/main/imports/source';

const read = (text: string) => {
  const { figures, context } = analyse(markdownParser.parse(sourceOf(new TextEncoder().encode(text), 'sheet.md')));
  return {
    month: context.fiscalYearEndMonth,
    figures: figures.map(({ metric, low, unit, currency, period }) => [metric, low, unit, currency, period]),
  };
};

const SHEET = `# Moorgate Textiles Ltd: data sheet

| Particulars | Three months ended<br/>September 30, 2025 | Year ended<br/>March 31, 2025 |
| --- | --- | --- |
| Revenue | 4,210 | 15,804 |
| Employees | 9,120 | 9,033 |
`;

describe('a statement without a unit line', () => {
  it('has its fiscal year from the head that says when the year ended', () => {
    expect(read(SHEET).month).toBe(3);
  });

  it('reads breaks in heads as spaces, and dates as fiscal periods', () => {
    const periods = read(SHEET).figures.map((figure) => figure[4]);
    expect(periods).toContain('2026Q2');
    expect(periods).toContain('FY2025');
  });

  it('takes lines of money for money without a currency, and counts for counts', () => {
    const { figures } = read(SHEET);
    expect(figures).toContainEqual(['revenue', '4210', 'money', null, '2026Q2']);
    expect(figures.find(([metric]) => metric === 'employees')?.[2]).toBe('count');
  });
});

describe('a second row of heads below the one that the file marks', () => {
  it('says the periods, though other heads stand beside them', () => {
    const text = `# Business review

| | Unit | Year ended | Year ended | Reported |
| --- | --- | --- | --- | --- |
| Description | | March 2025 | March 2024 | change % |
| Revenue | $m | 4,210 | 3,980 | 5.8% |
| Operating profit | $m | 640 | 655 | (2.3%) |
`;
    const found = read(text).figures;
    expect(found).toContainEqual(['revenue', '4210000000', 'money', 'USD', 'FY2025']);
    expect(found).toContainEqual(['revenue', '3980000000', 'money', 'USD', 'FY2024']);
    expect(found.find(([metric]) => metric === 'operating_income_growth')?.[4]).toBe('FY2025');
  });
});
