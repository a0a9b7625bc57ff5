// The filter row over the notebook's figures: numbers by what the cell shows, nothing, one of several, periods.
import { expect, test } from 'vitest';
import type { FigureEdit } from '../../../../src/contract/records';
import { notebookAt } from '../support';

const ROWS: readonly FigureEdit[] = [
  { metric: 'Revenue', value: '150', unit: 'money', currency: 'USD', scale: 6, period: '2026Q1' },
  { metric: 'Revenue', value: '1.2', unit: 'money', currency: 'USD', scale: 9, period: '2025Q1' },
  { metric: 'Margin', value: '-3', unit: 'percent', period: '2026Q2', basis: 'adjusted' },
  { metric: 'Capex 100', value: '37.6', unit: 'money', currency: 'USD', scale: 9 },
];

test.each<[string, string, readonly string[]]>([
  ['value', '>100', ['150']],
  ['value', '>1bn', ['1.2', '37.6']],
  ['value', '<0', ['-3']],
  ['value', '1..40', ['1.2', '37.6']],
  ['value', '=37.6', ['37.6']],
  ['value', '37', ['37.6']],
  ['period', '>=2026Q1', ['150', '-3']],
  ['period', '2025Q1..2026Q1', ['150', '1.2']],
  ['period', '=', ['37.6']],
  ['period', '<>', ['150', '1.2', '-3']],
  ['basis', '=', ['150', '1.2', '37.6']],
  ['metric', 'margin | capex', ['-3', '37.6']],
  ['metric', '!revenue', ['-3', '37.6']],
  ['metric', '100', ['37.6']],
  ['citations', '>0', []],
  ['citations', '=0', ['150', '1.2', '-3', '37.6']],
])('%s %s', (column, text, expected) => {
  const notebook = notebookAt();
  for (const set of ROWS) notebook.call('figure.create', { place: null, set });
  const { rows } = notebook.call('figure.page', {
    filter: { columns: { [column]: text } },
    sort: [],
    start: 0,
    end: 100,
  });
  expect(rows.map(({ value }) => value)).toEqual(expected);
});
