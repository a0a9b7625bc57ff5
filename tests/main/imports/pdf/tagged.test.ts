// Tagged PDFs: tags decide what is a heading, an item or a cell; where they cannot be trusted, geometry does as ever.
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import { type Element, taggedPdf, type Words } from '../../../support/tagged-pdf';
import { documentOf } from '../kinds';

const read = async (...made: Parameters<typeof taggedPdf>) =>
  documentOf(await runImport(taggedPdf(...made), 'a.pdf')).normalised;
const at = (text: string, y: number, x = 50, size = 10): Words => ({ text, x, y, size });
const quotes = ({ text, marks }: Awaited<ReturnType<typeof read>>, kind: string) =>
  marks.filter((mark) => mark.kind === kind).map((mark) => text.slice(mark.start, mark.end));

const NOTE: readonly Element[] = [
  ['H1', at('Depots of the north', 60)],
  ['P', at('Parcels rose 6% in FY2025, and the depots were', 90), at('as full as they had ever been', 103)],
  ['P', at('A second paragraph follows without a gap.', 116)],
  ['H2', at('What we watch', 140)],
  [
    'L',
    ['LI', ['LBody', at('Parcels a day above 1.1 million', 160)]],
    ['LI', ['Lbl', at('2.', 173)], ['LBody', at('Lorries on the road', 173, 64)]],
    ['LI', ['LBody', at('Depots', 186), ['L', ['LI', at('of which northern', 199, 70)]]]],
  ],
];

describe('a tagged PDF', () => {
  it('has its headings, paragraphs and items from the tags, whatever they look like', async () => {
    const note = await read(NOTE);
    const headings = note.marks.flatMap((mark) => (mark.kind === 'heading' ? [mark.level] : []));
    expect(quotes(note, 'heading')).toEqual(['Depots of the north', 'What we watch']);
    expect(headings).toEqual([1, 2]);
    expect(quotes(note, 'paragraph')).toEqual([
      'Parcels rose 6% in FY2025, and the depots were as full as they had ever been',
      'A second paragraph follows without a gap.',
    ]);
    const items = note.marks.flatMap((mark) =>
      mark.kind === 'list-item'
        ? [[mark.depth, mark.ordered, note.text.slice(mark.contentStart, mark.end)] as const]
        : [],
    );
    expect(items).toEqual([
      [0, false, 'Parcels a day above 1.1 million'],
      [0, true, 'Lorries on the road'],
      [0, false, 'Depots'],
      [1, false, 'of which northern'],
    ]);
  });

  it('has cells that wrap and empty rows of heads where its table says so', async () => {
    const row = (role: string, y: number, ...cells: readonly string[]): Element => [
      'TR',
      ...cells.map((cell, column): Element => [role, at(cell, y, 50 + column * 70)]),
    ];
    const note = await read([
      ['P', at('Parcels by region', 60)],
      [
        'Table',
        row('TH', 90, 'Region', 'FY2024', 'FY2025'),
        [
          'TR',
          ['TH', at('North', 110), at('and islands', 122)],
          ['TD', at('310', 110, 120)],
          ['TD', at('412', 110, 190)],
        ],
      ],
    ]);
    const table = note.marks.find((mark) => mark.kind === 'table');
    expect(table?.rows.map(({ header }) => header)).toEqual([true, false]);
    expect(table && note.text.slice(table.start, table.end)).toBe(
      'Region\tFY2024\tFY2025\nNorth and islands\t310\t412',
    );
  });

  it('is read in the order of its tags, down one column and on in the next', async () => {
    const note = await read([
      ['P', at('One paragraph runs down the left column', 700), at('and goes on at the top of the right one', 60, 320)],
      ['P', at('while this one begins below it.', 90, 320)],
    ]);
    expect(quotes(note, 'paragraph')).toEqual([
      'One paragraph runs down the left column and goes on at the top of the right one',
      'while this one begins below it.',
    ]);
  });

  it.each([
    ['doubts its tags', NOTE, { suspects: true }],
    [
      'tags too little of its text',
      NOTE.slice(0, 1),
      { loose: [at('Most of the words of this page stand in no block at all.', 120)] },
    ],
  ] as const)('is read by geometry where it %s', async (_what, tree, options) => {
    const note = await read(tree, options);
    expect(quotes(note, 'heading')).toEqual([]);
    expect(note.text).toContain('Depots of the north');
  });

  it('keeps the words that no tag claims', async () => {
    const note = await read(NOTE, { loose: [at('Printed beside.', 700)] });
    expect(quotes(note, 'heading')).toHaveLength(2);
    expect(note.text).toContain('Printed beside.');
  });
});
