// A margin that no column bears out is another margin: it accuses nobody; a slip in one column still does.
import { expect, test } from 'vitest';
import { auditText } from './support';

const accused = (rows: readonly string[]): number =>
  auditText(`# Norvane plc\n\n${rows.join('\n')}\n`).filter(
    ({ rule, severity }) => rule === 'CALC05' && severity !== 'ok' && severity !== 'info',
  ).length;

const HEADS = ['| EUR m | 2021 | 2022 | 2023 | 2024 | 2025 |', '| --- | --- | --- | --- | --- | --- |'];
const REVENUE = '| Revenue | 177.0 | 199.8 | 226.9 | 257.6 | 283.2 |';
const INCOME = '| Operating income | 82.1 | 90.6 | 102.2 | 118.4 | 129.6 |';

test('a margin that differs everywhere, on one side', () => {
  expect(accused([...HEADS, REVENUE, INCOME, '| Operating margin | 42.3% | 41.8% | 41.6% | 42.6% | 42.5% |'])).toBe(0);
});

test('a margin that differs in one column', () => {
  expect(accused([...HEADS, REVENUE, INCOME, '| Operating margin | 46.4% | 45.3% | 41.6% | 46.0% | 45.8% |'])).toBe(1);
});

test.each([
  ['near the one that its rows give', '14.0x', 1],
  ['so far off that other operands are meant', '88.0x', 0],
])('a multiple %s', (_, multiple, times) => {
  const value = '| Enterprise value | 960 | 1,200 | 1,320 | 1,500 | 1,560 |';
  const ebitda = '| EBITDA | 96 | 100 | 110 | 125 | 130 |';
  expect(accused([...HEADS, value, ebitda, `| EV/EBITDA | 10.0x | ${multiple} | 12.0x | 12.0x | 12.0x |`])).toBe(times);
});
