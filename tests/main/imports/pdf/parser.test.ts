import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import { documentOf } from '../kinds';
import { column, type Made, makePdf } from './make';

async function read(pages: readonly Made[]) {
  const { normalised, analysis } = documentOf(await runImport(await makePdf(pages), 'a.pdf'));
  return { ...normalised, figures: analysis.figures };
}

const quotes = (text: string, marks: readonly { kind: string; start: number; end: number }[], kind: string) =>
  marks.filter((mark) => mark.kind === kind).map((mark) => text.slice(mark.start, mark.end));

describe('text of a PDF', () => {
  it('reads two columns one after the other below a title across both', async () => {
    const left = [
      'The northern depots opened in the',
      'first quarter and carried more',
      'parcels than any of the planners',
      'had expected before the summer.',
    ];
    const right = [
      'Costs were held by the new lorries',
      'which burn far less fuel than the',
      'old ones did, and by the fact that',
      'fewer drivers left the company.',
    ];
    const { text, marks } = await read([
      {
        lines: [
          { text: 'Depots and lorries', x: 50, y: 60, size: 20, bold: true },
          ...column(50, 100, left),
          ...column(310, 100, right),
        ],
      },
    ]);
    expect(quotes(text, marks, 'heading')).toEqual(['Depots and lorries']);
    expect(quotes(text, marks, 'paragraph')).toEqual([left.join(' '), right.join(' ')]);
  });

  it('undoes soft hyphens of line ends and keeps real ones', async () => {
    const { text } = await read([
      {
        lines: column(50, 100, [
          'Growth of the ware-',
          'house business was a year-over-',
          'year surprise, and the long-',
          'term view of a long-term holder stands.',
        ]),
      },
    ]);
    expect(text).toContain('warehouse business was a year-over-year surprise, and the long-term view');
  });

  it('sets running heads and page numbers aside and joins a paragraph over the page break', async () => {
    const page = (number: number, lines: readonly string[]): Made => ({
      lines: [
        { text: 'Harbour Parcels: quarterly view', x: 50, y: 30, size: 8 },
        { text: `Page ${number} of 3`, x: 280, y: 780, size: 8 },
        ...column(50, 100, lines),
      ],
    });
    const { text, marks, pages } = await read([
      page(1, ['The depots carried more parcels than', 'anyone at the company had']),
      page(2, ['hoped for. That was new.']),
      page(3, ['A third page says little.']),
    ]);
    expect(text).not.toMatch(/quarterly view|Page \d/);
    expect(quotes(text, marks, 'paragraph')[0]).toBe(
      'The depots carried more parcels than anyone at the company had hoped for. That was new.',
    );
    expect(pages?.map((one) => one.number)).toEqual([1, 2, 3]);
  });

  it('keeps raised marks apart from the number before and ties them to the note', async () => {
    const { text, marks, figures } = await read([
      {
        lines: [
          { text: 'Sales rose 28% to $37.6 billion in 2024.', x: 50, y: 100 },
          { text: '3', x: 0, y: 96, size: 6, behind: true },
          { text: ' The rest of the paragraph goes on.', x: 0, y: 100, behind: true },
          ...column(50, 112, [
            'It is here only so that most of the text is of this size.',
            'And this too, so that the body of the page is plain.',
          ]),
          { text: '3', x: 50, y: 716, size: 5 },
          { text: 'Company filing, page 12.', x: 54, y: 720, size: 8 },
        ],
      },
    ]);
    expect(text).toContain('in 2024.³');
    expect(quotes(text, marks, 'note-reference')).toEqual(['³']);
    expect(quotes(text, marks, 'note')).toEqual(['3 Company filing, page 12.']);
    expect(figures.map((figure) => figure.quote)).not.toContain('2024.3');
  });

  it('rebuilds a table with its head', async () => {
    const row = (y: number, cells: readonly string[], bold = false) =>
      cells.map((text, at) => ({ text, x: [50, 250, 350, 450][at] ?? 50, y, bold }));
    const { text, marks } = await read([
      {
        lines: [
          { text: 'Results were as follows and were better than the plan said.', x: 50, y: 80 },
          ...row(120, ['$ million', '2023', '2024', 'Change'], true),
          ...row(136, ['Parcels', '1,200', '1,500', '25%']),
          ...row(152, ['Letters', '300', '270', '(10)%']),
          ...row(168, ['Total', '1,500', '1,770', '18%'], true),
        ],
      },
    ]);
    const table = marks.find((mark) => mark.kind === 'table');
    expect(table && text.slice(table.start, table.end).split('\n')).toEqual([
      '$ million\t2023\t2024\tChange',
      'Parcels\t1,200\t1,500\t25%',
      'Letters\t300\t270\t(10)%',
      'Total\t1,500\t1,770\t18%',
    ]);
    expect(table?.kind === 'table' && table.rows.map((one) => one.header)).toEqual([true, false, false, false]);
  });

  it.each([0, 90, 180, 270])('reads a page turned by %i degrees and boxes its runs', async (rotate) => {
    const { text, pages } = await read([
      { rotate, lines: column(50, 100, ['Turned pages are read too,', 'line by line.']) },
    ]);
    expect(text.trim()).toBe('Turned pages are read too, line by line.');
    const page = pages?.[0];
    expect(page?.width).toBe(rotate % 180 === 0 ? 600 : 800);
    const [start = 0, end = 0, x = -1, y = -1, w = -1, h = -1] = page?.runs ?? [];
    expect(text.slice(start, end)).toBe('Turned pages are read too,');
    expect(x >= 0 && y >= 0 && x + w <= 800 && y + h <= 800).toBe(true);
  });
});

describe('what is not read', () => {
  it('says that a PDF without text is a scan', async () => {
    await expect(runImport(await makePdf([{ lines: [] }]), 'scan.pdf')).rejects.toMatchObject({ code: 'E_EMPTY' });
    const { problems } = await read([{ lines: [] }, { lines: column(50, 100, ['Words.']) }]);
    expect(problems).toMatchObject([{ code: 'W_SCANNED_PAGES', count: 1 }]);
  });

  it('runs no script and says so', async () => {
    const bytes = await makePdf([{ lines: column(50, 100, ['Words.']) }], (pdf) =>
      pdf.addJavaScript('main', 'app.alert(1)'),
    );
    const { normalised } = documentOf(await runImport(bytes, 'script.pdf'));
    expect(normalised.problems.map(({ code }) => code)).toContain('W_SCRIPT_REMOVED');
  });

  it('says that a broken file is damaged, and reads one whose index is gone', async () => {
    const bytes = await makePdf([{ lines: column(50, 100, ['Words that are still there.']) }]);
    const cut = bytes.subarray(0, bytes.length - 40);
    expect(documentOf(await runImport(cut, 'cut.pdf')).normalised.text).toContain('still there');
    await expect(runImport(bytes.subarray(0, 60), 'stub.pdf')).rejects.toMatchObject({ code: 'E_DAMAGED' });
  });
});
