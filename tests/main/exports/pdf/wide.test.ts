// Tables of any width lose nothing and reach over no margin, read back by pdf.js.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookmarksOf, cell, h, p, type Page, pagesOf, print, solidOf, table } from './print';

const MM = 72 / 25.4;
const HALF_MM = 0.5 * MM;

function expectInside(pages: readonly Page[]): void {
  for (const { width, words } of pages) {
    for (const { text, x, right } of words) {
      expect(x, text).toBeGreaterThanOrEqual(20 * MM - HALF_MM);
      expect(right, text).toBeLessThanOrEqual(width - 20 * MM + HALF_MM);
    }
  }
}

/** Cells whose words say where they stand, so that one that is lost is known by name. */
const grid = (columns: number, rows: number, word: (row: number, column: number) => string) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => word(row, column)));

describe('wide tables', () => {
  it('of 6 to 60 columns with long words lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 7 }),
        async (columns, rows, lengths) => {
          const word = (row: number, column: number): string => {
            const length = lengths[(row * columns + column) % lengths.length] ?? 1;
            return `r${row}c${column}${'abcdefghij'.repeat(9).slice(0, length)}z`;
          };
          const cells = grid(columns, rows + 1, word);
          const pages = await pagesOf((await print([table(cells)])).pdf);
          const text = pages.map(({ solid }) => solid).join('');
          // The end of a page may part a long word: then both pieces stand.
          const isRead = (one: string) =>
            text.includes(one) ||
            Array.from({ length: one.length }, (_, cut) => cut).some(
              (cut) => cut > 4 && text.includes(one.slice(0, cut)) && text.includes(one.slice(cut)),
            );
          expect(cells.flat().filter((one) => !isRead(one))).toEqual([]);
          expectInside(pages);
        },
      ),
      { numRuns: 10, examples: [[50, 3, [1, 71, 1, 1]]] },
    );
  }, 180_000);

  it.each([14, 20, 40])('%i columns of numbers print every value at a size that can be read', async (columns) => {
    const cells = grid(columns, 4, (row, column) => (row === 0 ? `${column}Q20` : `${row}${column},445.4`));
    const { pdf, warnings } = await print([p('A paragraph before.'), table(cells)]);
    const pages = await pagesOf(pdf);
    const text = pages.map(({ solid }) => solid).join('');
    expect(cells.flat().filter((one) => !text.includes(one))).toEqual([]);
    const body = pages.flatMap(({ words }) => words).filter(({ text: words }) => words.includes(',445.4'));
    expect(Math.min(...body.map(({ size }) => size))).toBeGreaterThanOrEqual(6.5);
    // What was done to make it fit is said, and what.
    expect(warnings).toEqual([expect.stringMatching(columns === 40 ? /“0Q20”.* parts/ : /“0Q20”/)]);
  });

  it('that do not fit even turned are split by columns, the label repeated, and it is said', async () => {
    const cells = grid(40, 3, (row, column) => (column === 0 ? `Line ${row}` : `${row}${column},445.4`));
    const { pdf, warnings } = await print([table(cells)]);
    expect(warnings).toEqual([expect.stringContaining('printed in')]);
    const text = await solidOf(pdf);
    expect(text.split('Line1').length - 1).toBeGreaterThan(1);
    expect(text).toContain('of40');
  });

  it.each([
    ['A4', 841.89],
    ['Letter', 792],
  ] as const)('turn %s pages of the paper asked for, with the heading before them', async (paper, wide) => {
    const cells = grid(14, 4, (row, column) => `${row}${column},445.4`);
    const blocks = [h(2, 'Before'), p('Running text.'), h(2, 'Quarters'), table(cells), p('After.')];
    const pages = await pagesOf((await print(blocks, { paper })).pdf);
    const turned = pages.filter(({ width, height }) => width > height);
    expect(turned.map(({ width }) => Math.round(width))).toEqual([Math.round(wide)]);
    expect(turned[0]?.solid).toContain('Quarters');
    expect(pages.at(0)?.solid).not.toContain('Quarters');
    expectInside(pages);
  });

  it('leave the size of the text around them as it is', async () => {
    const size = async (columns: number) => {
      const cells = grid(columns, 3, (row, column) => `${row}${column},445.4`);
      const [page] = await pagesOf((await print([p('Measured words.'), table(cells)])).pdf);
      return page?.words.find(({ text }) => text.includes('Measured'))?.size;
    };
    expect(await size(40)).toBe(await size(3));
  });

  it('with three words of eighty letters keep their third column and break only those', async () => {
    const word = 'Donaudampfschifffahrt'.repeat(4);
    const pages = await pagesOf(
      (
        await print([
          table([
            ['a', 'b', 'c'],
            [word, word, word],
          ]),
        ])
      ).pdf,
    );
    expect(pages[0]?.solid.split(word).length).toBe(4);
    expectInside(pages);
  });

  it('keep spans in their columns, also where a part ends within one', async () => {
    const wide = Array.from({ length: 40 }, (_, at) => cell(`${at},445.4`));
    const rows = [
      [
        cell('Metric', true),
        { ...cell('First half', true), columns: 20 },
        { ...cell('Second half', true), columns: 19 },
      ],
      wide,
    ];
    const { pdf } = await print([{ kind: 'table', caption: null, rows }]);
    const text = await solidOf(pdf);
    for (let at = 0; at < 40; at++) expect(text).toContain(`${at},445.4`);
    expect(text).toContain('Secondhalf');
    const small = [
      [{ ...cell('Metric', true), columns: 2 }, cell('FY25', true), cell('FY26E', true)],
      [{ ...cell('Revenue'), rows: 2 }, cell('US'), cell('1,234.5'), cell('-2.0')],
      [cell('EU'), cell('(56.7)'), cell('3.1')],
    ];
    const [page] = await pagesOf((await print([{ kind: 'table', caption: null, rows: small }])).pdf);
    const at = (words: string) => page?.words.find(({ text: one }) => one.includes(words));
    // Both rows end at the same edge as the head of their column.
    expect(at('1,234.5')?.right).toBeCloseTo(at('FY25')?.right ?? 0, -1);
    expect(at('(56.7)')?.right).toBeGreaterThan(at('EU')?.right ?? 0);
    expect(at('(56.7)')?.x).toBeGreaterThan((at('FY25')?.x ?? 0) - 20);
  });

  it('stand their values point under point', async () => {
    const rows = [
      ['Line', 'Value'],
      ['a', '1,234.5'],
      ['b', '7.25'],
      ['c', '310.0%'],
    ];
    const [page] = await pagesOf((await print([table(rows)])).pdf);
    const point = (words: string): number => {
      const found = page?.words.find(({ text }) => text.includes(words));
      if (!found) return 0;
      return found.right - ((found.right - found.x) * (words.length - words.indexOf('.'))) / words.length;
    };
    expect(Math.abs(point('1,234.5') - point('310.0%'))).toBeLessThan(4);
  });

  it('deep in a list or a quotation do not turn the page and lose nothing', async () => {
    const cells = grid(30, 2, (row, column) => `${row}x${column}y`);
    const { pdf } = await print([{ kind: 'quote', blocks: [table(cells)] }]);
    const text = await solidOf(pdf);
    expect(cells.flat().filter((one) => !text.includes(one))).toEqual([]);
    expect(await bookmarksOf(pdf)).toEqual(['A note']);
  });
});
