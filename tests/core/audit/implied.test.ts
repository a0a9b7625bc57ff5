// What two facts imply of a third: a margin of two multiples, the years that the next twelve months lie between, a sign.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const accused = (text: string) =>
  auditText(text)
    .filter(({ rule, verdict }) => rule === 'CALC05' && verdict === 'conflict')
    .map(({ claimed }) => claimed);

const multiples = (sales: string) =>
  `# Northwind (NWD)\n\n| Metric | Value |\n| --- | --- |\n| EV/EBITDA | 12.4x |\n| EV/Sales | ${sales} |\n| Operating margin | 18.2% |\n`;
const twelve = (eps: string) => `# Northwind (NWD)\n\n- FY2026 EPS: $9.40\n- FY2027 EPS: $10.90\n- NTM EPS: ${eps}\n`;
const leverage = (debt: string) => `# Northwind (NWD)\n\n- Net Debt: ${debt}\n- Net Debt/EBITDA: 0.54x\n`;
const cash = (rate: string) =>
  `# Northwind (NWD)\n\nRevenue: $9.47B\n\n## Cash flow\n\n- Operating Cash Flow: $2.47B\n- Capex: $0.53B\n- Free Cash Flow: $1.94B\n- FCF / Revenue: ${rate}\n`;

describe('what facts imply', () => {
  it.each([
    ['an EBITDA margin of two multiples', multiples('2.9x'), multiples('9.3x'), '18.2%'],
    ['the next twelve months between their years', twelve('$10.10'), twelve('$7.10'), '$7.10'],
    ['no leverage of net cash', leverage('$1.2B'), leverage('-$1.2B'), '0.54x'],
    ['a ratio that its label writes out', cash('20.5%'), cash('24.1%'), '24.1%'],
  ])('%s', (_, right, wrong, claim) => {
    expect(accused(right)).toEqual([]);
    expect(accused(wrong)).toEqual([claim]);
  });
});
