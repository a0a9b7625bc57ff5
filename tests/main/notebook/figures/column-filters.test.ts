// The filter row over the notebook's figures: numbers by what the cell shows, nothing, one of several, periods.
import { expect, test } from 'vitest';
import type { FigureEdit } from '../../../../src/contract/records';
import type { FigureFilter } from '../../../../src/contract/notebook';
import { labelWords } from '../../../../src/core/figure/display/names';
import { commit, importOf, NOTE, notebookAt } from '../support';

const ROWS: readonly FigureEdit[] = [
  {
    metric: 'Revenue',
    value: '150',
    unit: 'money',
    currency: 'USD',
    scale: 6,
    period: '2026Q1',
    provenance: 'third_party',
  },
  {
    metric: 'Revenue',
    value: '1.2',
    unit: 'money',
    currency: 'USD',
    scale: 9,
    period: '2025Q1',
    assertion: 'guidance',
  },
  { metric: 'Margin', value: '-3', unit: 'percent', period: '2026Q2', basis: 'adjusted' },
  { metric: 'Capex 100', value: '37.6', unit: 'money', currency: 'USD', scale: 9, review: 'ticked', direction: 'up' },
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
  // What the cell shows is found, and so are stored names in full.
  ['unit', 'USD m', ['150']],
  ['unit', 'usd', ['150', '1.2', '37.6']],
  ['unit', 'USD bn | %', ['1.2', '-3', '37.6']],
  ['unit', '!bn', ['150', '-3']],
  ['unit', 'm', ['150']],
  ['unit', 'percent', ['-3']],
  ['unit', 'money', ['150', '1.2', '37.6']],
  ['unit', '=', []],
  ['period', '2026 Q1', ['150']],
  ['period', '2026Q', ['150', '-3']],
  ['period', '!2026 Q1', ['1.2', '-3', '37.6']],
  ['provenance', 'Third party', ['150']],
  ['provenance', 'Third-party', ['150']],
  ['provenance', 'third_party', ['150']],
  ['provenance', '!third', ['1.2', '-3', '37.6']],
  ['review', 'Not reviewed', ['150', '1.2', '-3']],
  ['review', 'unreviewed', ['150', '1.2', '-3']],
  ['review', 'ticked', ['37.6']],
  ['assertion', 'Guidance', ['1.2']],
  ['direction', 'Up', ['37.6']],
  ['direction', '=', ['150', '1.2', '-3']],
  ['label', 'rev', ['150', '1.2']],
  ['label', '!revenue', ['-3', '37.6']],
  ['label', '=', []],
  ['document', 'Typed by hand', ['150', '1.2', '-3', '37.6']],
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

const labelsOf = (filter: FigureFilter, descending = false): readonly string[] => {
  const notebook = notebookAt();
  const LABELS: Readonly<Record<string, readonly [string, string]>> = {
    '$12.4B': ['net sales', 'the Group'],
    '+8%': ['Growth', 'Northwind Foods'],
    '14.2%': ['Margin', 'Retail'],
  };
  const figures = ({ quote }: { readonly quote: string }) => {
    const [metricLabel, entityLabel] = LABELS[quote] ?? [null, null];
    return { metricLabel, entityLabel };
  };
  commit(notebook, importOf(NOTE, { figures }));
  return notebook
    .call('figure.page', { filter, sort: [{ column: 'label', descending }], start: 0, end: 9 })
    .rows.map((figure) => labelWords(figure));
};

test.each<[string, readonly string[]]>([
  ['group', ['net sales · the Group']],
  ['sales · the', ['net sales · the Group']],
  // What is of the figure's own entity is not shown, and so not found.
  ['northwind', []],
  ['<>', ['Growth', 'Margin · Retail', 'net sales · the Group']],
  ['=', ['', '']],
])('the label %s', (text, expected) => {
  expect(labelsOf({ columns: { label: text } })).toEqual(expected);
});

test.each<[boolean, readonly string[]]>([
  [false, ['Growth', 'Margin · Retail', 'net sales · the Group', '', '']],
  [true, ['net sales · the Group', 'Margin · Retail', 'Growth', '', '']],
])('labels sort without case, empty ones last (descending: %s)', (descending, expected) => {
  expect(labelsOf({}, descending)).toEqual(expected);
});
