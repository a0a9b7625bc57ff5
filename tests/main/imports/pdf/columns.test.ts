// Cells of tables stand in their columns, by where they are drawn: empty cells, heads over several columns, wrapped labels.
import { describe, expect, it } from 'vitest';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { type Element, taggedPdf } from '../../../support/tagged-pdf';
import { cellsOf } from '../parse';
import { type Line, makePdf } from './make';

const rowsOf = async (lines: readonly Line[]): Promise<string[][]> =>
  cellsOf(await pdfParser.parse(sourceOf(await makePdf([{ lines }]), 'a.pdf')));

/** Helvetica's figures are 0.556 of their size wide, its commas and points half of that, its brackets a third. */
const widthOf = (text: string, size = 10): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\d$–]/.test(sign) ? 0.556 : /[,.]/.test(sign) ? 0.278 : 0.333), 0) *
  size;

/** A label at the left and numbers that end at the places given; null leaves a cell empty. */
const row = (y: number, label: string, values: readonly (string | null)[], ends: readonly number[]): Line[] => [
  ...(label === '' ? [] : [{ text: label, x: 50, y }]),
  ...values.flatMap((text, at) => (text === null ? [] : [{ text, x: (ends[at] ?? 0) - widthOf(text), y }])),
];

describe('columns', () => {
  it('are those of the values, also where no row has all of them', async () => {
    const ends = [250, 300, 350, 400];
    const rows = await rowsOf([
      ...row(100, '', ['2031', '2030', '2029', '2028'], ends),
      ...row(115, 'Crates', ['1,200', '1,100', null, '900'], ends),
      ...row(130, 'Barrels', [null, '80', '75', '70'], ends),
      ...row(145, 'Pallets', ['12', null, '10', null], ends),
    ]);
    expect(rows).toEqual([
      ['', '2031', '2030', '2029', '2028'],
      ['Crates', '1,200', '1,100', '', '900'],
      ['Barrels', '', '80', '75', '70'],
      ['Pallets', '12', '', '10', ''],
    ]);
  });

  it('are apart where numbers stand hardly further from each other than words', async () => {
    const ends = [200, 230, 260, 290];
    const rows = await rowsOf([
      ...row(100, '', ['2031', '2030', '2029', '2028'], ends),
      ...row(115, 'Crates', ['1,200', '1,100', '1,050', '1,000'], ends),
      ...row(130, 'Barrels', ['–', '–', '(75)', '–'], ends),
      ...row(145, 'All', ['1,200', '1,100', '975', '1,000'], ends),
    ]);
    expect(rows.slice(1)).toEqual([
      ['Crates', '1,200', '1,100', '1,050', '1,000'],
      ['Barrels', '–', '–', '(75)', '–'],
      ['All', '1,200', '1,100', '975', '1,000'],
    ]);
  });

  it('keep a currency with the number that it stands far before', async () => {
    const ends = [260, 340];
    const rows = await rowsOf([
      ...row(100, '', ['2031', '2030'], ends),
      ...row(115, 'Crates', ['1,200', '1,100'], ends),
      { text: '$', x: 215, y: 115 },
      { text: '$', x: 268, y: 115 },
      ...row(130, 'Barrels', ['80', '75'], ends),
    ]);
    expect(rows).toEqual([
      ['', '2031', '2030'],
      ['Crates', '$ 1,200', '$ 1,100'],
      ['Barrels', '80', '75'],
    ]);
  });

  it('lie under the head that stands over the middle of them, whatever the sizes of the groups', async () => {
    const ends = [220, 270, 320, 370, 420];
    const rows = await rowsOf([
      { text: 'Harbours', x: 225, y: 88 },
      { text: 'Mines', x: 365, y: 88 },
      ...row(100, '', ['2031', '2030', '2029', '2031', '2030'], ends),
      ...row(115, 'Crates', ['12', '11', '10', '9', '8'], ends),
      ...row(130, 'Barrels', ['7', '6', '5', '4', '3'], ends),
    ]);
    expect(rows[0]).toEqual(['', 'Harbours', '', '', 'Mines', '']);
  });

  it('have heads of one line that stand alone above the others over them', async () => {
    const ends = [260, 340];
    const rows = await rowsOf([
      { text: 'Years ended 31 May', x: 235, y: 88 },
      ...row(100, '', ['2031', '2030'], ends),
      ...row(115, 'Crates', ['12', '11'], ends),
      { text: 'Other things that are carried:', x: 50, y: 130 },
      ...row(145, 'Barrels', ['7', '6'], ends),
    ]);
    expect(rows).toEqual([
      ['', 'Years ended 31 May', ''],
      ['', '2031', '2030'],
      ['Crates', '12', '11'],
      ['Other things that are carried:', '', ''],
      ['Barrels', '7', '6'],
    ]);
  });
});

describe('labels', () => {
  const ends = [260, 340];
  it('that wrap are one, whichever of their lines has the values', async () => {
    const rows = await rowsOf([
      ...row(100, '', ['2031', '2030'], ends),
      ...row(112, 'Crates from Europe, Asia', [null, null], ends),
      ...row(124, 'and the islands', ['1,200', '1,100'], ends),
      ...row(136, 'Barrels of oil (of which for', ['80', '75'], ends),
      ...row(148, 'ships)', [null, null], ends),
      ...row(160, 'Pallets', ['12', '10'], ends),
    ]);
    expect(rows.slice(1)).toEqual([
      ['Crates from Europe, Asia and the islands', '1,200', '1,100'],
      ['Barrels of oil (of which for ships)', '80', '75'],
      ['Pallets', '12', '10'],
    ]);
  });

  it('of a group are no second line of the row above', async () => {
    const rows = await rowsOf([
      ...row(100, '', ['2031', '2030'], ends),
      ...row(112, 'Profit before tax', ['1,200', '1,100'], ends),
      ...row(124, 'Adjustments for:', [null, null], ends),
      ...row(136, 'Depreciation', ['80', '75'], ends),
      ...row(160, 'Total', ['1,280', '1,175'], ends),
    ]);
    expect(rows.slice(1, 4)).toEqual([
      ['Profit before tax', '1,200', '1,100'],
      ['Adjustments for:', '', ''],
      ['Depreciation', '80', '75'],
    ]);
  });
});

it('cells that a tagged file leaves out are empty ones', async () => {
  const tagged = (y: number, cells: readonly (readonly [string, number])[]): Element => [
    'TR',
    ...cells.map(([text, x]): Element => ['TD', { text, x, y }]),
  ];
  const bytes = taggedPdf([
    [
      'Table',
      tagged(100, [
        ['Item', 50],
        ['2031', 200],
        ['Change', 260],
        ['2030', 330],
      ]),
      tagged(115, [
        ['Crates', 50],
        ['1,200', 200],
        ['9.1%', 260],
        ['1,100', 330],
      ]),
      tagged(130, [
        ['Barrels', 50],
        ['80', 205],
        ['75', 335],
      ]),
    ],
  ]);
  expect(cellsOf(await pdfParser.parse(sourceOf(new Uint8Array(bytes), 'a.pdf')))[2]).toEqual([
    'Barrels',
    '80',
    '',
    '75',
  ]);
});

describe('tables beside each other', () => {
  it('are two, each with its own labels', async () => {
    const left = [
      'Cranes in the harbour',
      'Barges in the harbour',
      'Lorries on the road',
      'Ships at sea',
      'All of them',
    ];
    const right = [
      'Wages that are owed',
      'Loans of the bank',
      'Bonds of the town',
      'Rent of the quay',
      'All that is owed',
    ];
    const side = (labels: readonly string[], x: number): Line[] => [
      { text: '2031', x: x + 140, y: 100 },
      { text: '2030', x: x + 190, y: 100 },
      ...labels.flatMap((text, at): Line[] => [
        { text, x, y: 115 + at * 15 },
        { text: `${at + 1},200`, x: x + 140, y: 115 + at * 15 },
        { text: `${at + 1},100`, x: x + 190, y: 115 + at * 15 },
      ]),
    ];
    const rows = await rowsOf([...side(left, 40), ...side(right, 320)]);
    expect(rows.map(([label]) => label)).toEqual(['', ...left, '', ...right]);
    expect(rows[7]).toEqual(['Wages that are owed', '1,200', '1,100']);
  });
});

it('heads at the end of a page go to their rows on the next', async () => {
  const ends = [260, 340];
  const foot = (page: number): Line => ({ text: `Page ${page} of 2`, x: 280, y: 785, size: 8 });
  const bytes = await makePdf([
    {
      lines: [
        { text: 'Carried in the year', x: 50, y: 60 },
        ...row(740, '', ['2031', '2030'], ends),
        ...row(752, '', ['', ''], ends),
        { text: 'Notes', x: 190, y: 752 },
        { text: 'tons', x: 240, y: 752 },
        { text: 'tons', x: 320, y: 752 },
        foot(1),
      ],
    },
    { lines: [...row(60, 'Crates', ['1,200', '1,100'], ends), ...row(75, 'Barrels', ['80', '75'], ends), foot(2)] },
  ]);
  const rows = cellsOf(await pdfParser.parse(sourceOf(bytes, 'a.pdf')));
  expect(rows.map((cells) => cells.at(-2))).toEqual(['2031', 'tons', '1,200', '80']);
});

it('a code before a label is of its cell', async () => {
  const ends = [260, 340];
  const rows = await rowsOf([
    ...row(100, '', ['2031', '2030'], ends),
    ...[
      ['1100', 'Cash', '1,200', '1,100'],
      ['1200', 'Claims', '80', '75'],
      ['1300', 'Stocks', '12', '–'],
    ].flatMap(([code = '', label = '', ...values], at) => [
      { text: code, x: 50, y: 115 + 15 * at },
      { text: label, x: 90, y: 115 + 15 * at },
      ...row(115 + 15 * at, '', values, ends),
    ]),
  ]);
  expect(rows.slice(1)).toEqual([
    ['1100 Cash', '1,200', '1,100'],
    ['1200 Claims', '80', '75'],
    ['1300 Stocks', '12', '–'],
  ]);
});

it('tagged blocks that stand above another come before it, in whatever order they were drawn', async () => {
  const tagged = (y: number, ...cells: readonly string[]): Element => [
    'TR',
    ...cells.map((text, at): Element => ['TD', { text, x: 50 + at * 100, y }]),
  ];
  const bytes = taggedPdf([
    ['Table', tagged(100, 'Item', '2031', '2030'), tagged(115, 'Crates', '1,200', '1,100')],
    ['P', { text: 'In millions of euros', x: 60, y: 80 }],
  ]);
  const { text } = await pdfParser.parse(sourceOf(new Uint8Array(bytes), 'a.pdf'));
  expect(text.indexOf('In millions')).toBeLessThan(text.indexOf('Item'));
});

it('heads of several lines are one head, and the unit below them is a row of its own', async () => {
  const ends = [260, 340];
  const line = (y: number, one: string, other: string): Line[] => [
    { text: one, x: 225, y },
    { text: other, x: 305, y },
  ];
  const rows = await rowsOf([
    ...line(100, '6 months to', '6 months'),
    ...line(112, '30', 'to 30'),
    ...line(124, 'June 2031', 'June 2030'),
    { text: 'Notes', x: 170, y: 136 },
    { text: "$'000", x: 232, y: 136 },
    { text: "$'000", x: 312, y: 136 },
    ...row(160, 'Crates', ['1,200', '1,100'], ends),
    ...row(175, 'Barrels', ['80', '75'], ends),
  ]);
  expect(rows.slice(0, 3)).toEqual([
    ['', '', '6 months to 30 June 2031', '6 months to 30 June 2030'],
    ['', 'Notes', "$'000", "$'000"],
    ['Crates', '', '1,200', '1,100'],
  ]);
});
