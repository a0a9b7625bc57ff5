// What is typed into a filter row, read by the kind of its column, and which cells pass.
import { describe, expect, test } from 'vitest';
import { type ColumnKind, filterWords, passes, readFilter } from '../../../src/core/table/typed/column-filter';

const cell = (text: string) => ({ text, number: /^-?\d+(?:\.\d+)?$/.test(text) ? text : null });

test.each<[string, ColumnKind, string | null]>([
  ['', 'number', null],
  ['>100', 'number', '> 100'],
  ['≥ 1,000', 'number', '≥ 1000'],
  ['<=0.5', 'number', '≤ 0.5'],
  ['< -3', 'number', '< −3'],
  ['10..20', 'number', '10 to 20'],
  ['10–20', 'number', '10 to 20'],
  ['10 to 20', 'number', '10 to 20'],
  ['=37.6', 'number', '= 37.6'],
  ['37.6', 'number', 'has “37.6”'],
  ['>lots', 'number', 'has “>lots”'],
  ['>100', 'text', 'has “>100”'],
  ['>=2026 Q1', 'period', 'ends ≥ 2026-03'],
  ['2025Q1..2026Q1', 'period', 'ends 2025-03 to 2026-03'],
  ['2026', 'period', 'has “2026”'],
  ['=', 'text', 'is empty'],
  ['empty', 'number', 'is empty'],
  ['<>', 'text', 'is not empty'],
  ['capex | revenue', 'text', 'has “capex” or “revenue”'],
  ['!capex', 'text', 'without “capex”'],
])('%s in a column of %s is: %s', (text, kind, words) => {
  const filter = readFilter(text, kind);
  expect(filter && filterWords(filter)).toBe(words);
});

describe('cells that pass', () => {
  test.each<[string, ColumnKind, readonly string[]]>([
    ['>100', 'number', ['101', '1000.5']],
    ['<=100', 'number', ['-7', '100']],
    ['10..101', 'number', ['100', '101']],
    ['=', 'text', ['']],
    ['<>', 'number', ['-7', '100', '101', '1000.5', 'Ports']],
    ['ports|00', 'text', ['100', '1000.5', 'Ports']],
    ['!ports', 'text', ['-7', '', '100', '101', '1000.5']],
  ])('%s', (text, kind, expected) => {
    const filter = readFilter(text, kind);
    const cells = ['-7', '', '100', '101', '1000.5', 'Ports'];
    expect(cells.filter((one) => filter && passes(filter, cell(one)))).toEqual(expected);
  });
  test('periods by when they end', () => {
    const filter = readFilter('2025Q2..2026Q1', 'period');
    const periods = ['2025 Q1', '2025Q3', 'FY2025', '2026 Q1', '2026Q2', 'mid-cycle', ''];
    expect(periods.filter((one) => filter && passes(filter, cell(one)))).toEqual(['2025Q3', 'FY2025', '2026 Q1']);
  });
});
