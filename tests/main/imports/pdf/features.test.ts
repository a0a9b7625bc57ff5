// What PDFs carry beside plain text: other scripts, links, bookmarks, contents, attachments, actions, too many pages.
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../../src/main/imports/limits';
import { runImport } from '../../../../src/main/imports/run-import';
import { FIRST_MORE, rawPdf, stream } from '../../../support/raw-pdf';
import { documentOf } from '../kinds';
import { column, makePdf } from './make';

const readBytes = async (bytes: Uint8Array) => documentOf(await runImport(bytes, 'a.pdf')).normalised;
const read = (made: Parameters<typeof rawPdf>[0]) => readBytes(rawPdf(made));
const visual = (text: string): string => text.split('').reverse().join('');
const WORDS = [{ text: 'The depots carried more parcels than planned.', x: 50, y: 100 }];

describe('other scripts', () => {
  it('joins Chinese lines without a space', async () => {
    const { text } = await read({
      words: [
        { text: '港口包裹公司的营业收入增长', x: 50, y: 100 },
        { text: '到四亿元，利润率上升。', x: 50, y: 113 },
      ],
    });
    expect(text.trim()).toBe('港口包裹公司的营业收入增长到四亿元，利润率上升。');
  });

  it('reads right-to-left text in the order it is spoken, over several runs of a line', async () => {
    const { text } = await read({
      words: [
        { text: visual('עולם'), x: 50, y: 100 },
        { text: visual('שלום'), x: 94, y: 100 },
      ],
    });
    expect(text.trim()).toBe('שלום עולם');
  });

  it('keeps a number where it is spoken in right-to-left text', async () => {
    const { text } = await read({
      words: [
        { text: visual('מיליון'), x: 50, y: 100 },
        { text: '412', x: 115, y: 100 },
        { text: visual('הכנסות'), x: 137, y: 100 },
      ],
    });
    expect(text.trim()).toBe('הכנסות 412 מיליון');
  });
});

describe('links', () => {
  const annotation = (action: string): string =>
    `<< /Type /Annot /Subtype /Link /Rect [48 690 300 712] /Border [0 0 0] /A << ${action} >> >>`;
  const linked = (action: string) =>
    read({ words: WORDS, page: `/Annots [${FIRST_MORE} 0 R]`, more: [annotation(action)] });

  it('to web pages are kept as marks', async () => {
    const { text, marks, problems } = await linked('/S /URI /URI (https://harbour.example/view)');
    expect(marks).toContainEqual({
      kind: 'link',
      href: 'https://harbour.example/view',
      label: { start: 0, end: WORDS[0]?.text.length },
      start: 0,
      end: WORDS[0]?.text.length,
    });
    expect(text.trim()).toBe(WORDS[0]?.text);
    expect(problems).toEqual([]);
  });

  it('on some words of a line mark those words alone', async () => {
    const { text, marks } = await read({
      words: [{ text: 'The depots carried more (Harbour view), as planned.', x: 50, y: 100 }],
      page: `/Annots [${FIRST_MORE} 0 R]`,
      more: [
        '<< /Type /Annot /Subtype /Link /Rect [164 696 224 712] /A << /S /URI /URI (https://harbour.example/view) >> >>',
      ],
    });
    expect(text.trim()).toBe('The depots carried more (Harbour view), as planned.');
    const link = marks.find(({ kind }) => kind === 'link');
    expect(link && text.slice(link.start, link.end)).toBe('Harbour view');
  });

  it.each([
    ['scripts', '/S /JavaScript /JS (app.alert\\(1\\))'],
    ['addresses that are no web pages', '/S /URI /URI (file:///etc/hosts)'],
    ['script addresses', '/S /URI /URI (javascript:alert\\(1\\))'],
    ['programs', '/S /Launch /F (calc.exe)'],
    ['named actions', '/S /Named /N /Print'],
    ['forms sent away', '/S /SubmitForm /F (https://harbour.example/form)'],
  ])('to %s are left out, and said to be', async (_what, action) => {
    const { marks, problems } = await linked(action);
    expect(marks.filter(({ kind }) => kind === 'link')).toEqual([]);
    expect(problems).toMatchObject([{ code: 'W_ACTIONS_REMOVED', count: 1 }]);
  });
});

describe('what acts by itself', () => {
  it.each([
    ['a script on opening', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>', 'W_SCRIPT_REMOVED'],
    ['printing on opening', '/OpenAction << /S /Named /N /Print >>', 'W_ACTIONS_REMOVED'],
    ['a script on closing', '/AA << /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >>', 'W_SCRIPT_REMOVED'],
  ])('%s is not done, and said', async (_what, catalog, code) => {
    const { text, problems } = await read({ words: WORDS, catalog });
    expect(text.trim()).toBe(WORDS[0]?.text);
    expect(problems.map((one) => one.code)).toContain(code);
  });

  it('embedded files are counted and never read', async () => {
    const bytes = await makePdf([{ lines: column(50, 100, ['Words.']) }], async (pdf) => {
      await pdf.attach(new TextEncoder().encode('Margin was 99% in FY2025.'), 'hidden.txt');
    });
    const { text, problems } = await readBytes(bytes);
    expect(text.trim()).toBe('Words.');
    expect(problems).toMatchObject([{ code: 'W_ATTACHMENTS_LEFT', count: 1 }]);
  });
});

describe('bookmarks', () => {
  it('say how deep a heading lies that looks like any other', async () => {
    const bookmark = (title: string, rest: string): string =>
      `<< /Title (${title}) /Parent ${FIRST_MORE} 0 R /Dest [3 0 R /Fit] ${rest} >>`;
    const { text, marks } = await read({
      words: [
        { text: 'Depots', x: 50, y: 80, bold: true },
        { text: 'They carried more parcels than planned.', x: 50, y: 100 },
        { text: 'Northern depots', x: 50, y: 130, bold: true },
        { text: 'They carried most of them, as before.', x: 50, y: 150 },
      ],
      catalog: `/Outlines ${FIRST_MORE} 0 R`,
      more: [
        `<< /Type /Outlines /First ${FIRST_MORE + 1} 0 R /Last ${FIRST_MORE + 1} 0 R /Count 1 >>`,
        bookmark('Depots', `/First ${FIRST_MORE + 2} 0 R /Last ${FIRST_MORE + 2} 0 R /Count 1`),
        bookmark('Northern depots', ''),
      ],
    });
    const headings = marks.flatMap((mark) =>
      mark.kind === 'heading' ? [[mark.level, text.slice(mark.start, mark.end)] as const] : [],
    );
    expect(headings).toEqual([
      [1, 'Depots'],
      [2, 'Northern depots'],
    ]);
  });
});

describe('a table of contents', () => {
  const titles = ['Depots of the north', 'Depots of the south', 'Lorries', 'What we watch', 'Risks'];
  const body = titles.flatMap((text, at) => [
    { text, x: 50, y: 300 + at * 60, size: 16 },
    { text: 'Its parcels were counted and found to be as many as before.', x: 50, y: 320 + at * 60 },
  ]);
  const contents = titles.flatMap((text, at) => [
    { text: `${text} ............`, x: 50, y: 100 + at * 14 },
    { text: String(at + 1), x: 400, y: 100 + at * 14 },
  ]);

  it('is set aside with its heading, because its numbers are pages', async () => {
    const top = [
      { text: 'A year in depots', x: 50, y: 40, size: 22 },
      { text: 'Contents', x: 50, y: 80, size: 16 },
    ];
    const { text, problems } = await readBytes(await makePdf([{ lines: [...top, ...contents, ...body] }]));
    expect(text).not.toMatch(/Contents|\.\.\./);
    for (const title of titles) expect(text.split(title)).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'W_CONTENTS_LEFT', count: 1 }]);
  });

  it('is not seen in a table whose names are no headings', async () => {
    const { text, problems } = await readBytes(await makePdf([{ lines: contents }]));
    expect(text).toContain('Lorries');
    expect(problems).toEqual([]);
  });
});

describe('size', () => {
  it('of more pages than the limit is refused, with the limit and what to do', async () => {
    const bytes = rawPdf({ words: WORDS, pages: IMPORT_LIMITS.pdf.pages + 1 });
    await expect(runImport(bytes, 'a.pdf')).rejects.toMatchObject({ code: 'E_TOO_LARGE' });
    await expect(runImport(bytes, 'a.pdf')).rejects.toThrow(/5001 pages; the limit is 5000.*Print/);
  });
});

describe('damage', () => {
  it('to the index is repaired, whether it points nowhere or elsewhere', async () => {
    const whole = rawPdf({ words: WORDS }).toString('latin1');
    const broken = [
      whole.replace(/startxref\n\d+/, 'startxref\n99999999'),
      whole.replace(/startxref\n\d+/, 'startxref\n12'),
      whole.replaceAll(/^\d{10} 00000 n/gm, '0000000000 00000 n'),
    ];
    for (const text of broken) {
      expect((await readBytes(Buffer.from(text, 'latin1'))).text.trim()).toBe(WORDS[0]?.text);
    }
  });

  it('to one page leaves the others', async () => {
    const bytes = rawPdf({ words: WORDS, pages: 1, more: [stream('')] });
    const broken = bytes.toString('latin1').replace('/Kids [3 0 R ] /Count 1', '/Kids [3 0 R 99 0 R ] /Count 2');
    const { text, problems } = await readBytes(Buffer.from(broken, 'latin1'));
    expect(text.trim()).toBe(WORDS[0]?.text);
    expect(problems).toMatchObject([
      { code: 'W_PAGE_UNREADABLE', count: 1, message: expect.stringMatching(/: \d+ \([^()]+\)\.$/) as unknown },
    ]);
  });
});

describe('links inside the file', () => {
  const sources = [
    'Harbour Parcels (2026). Annual report.',
    'Tidewatch (2026). Freight survey.',
    'Quay Data (2026). Panel.',
  ];
  const words = [
    { text: 'Parcels rose 6% in FY2025', x: 50, y: 100 },
    { text: 'Annual report', x: 180, y: 100 },
    { text: ', and the market', x: 245, y: 100 },
    { text: 'Tidewatch', x: 320, y: 100 },
    { text: 'grew less', x: 372, y: 100 },
    { text: 'Quay Data', x: 420, y: 100 },
    { text: 'than that.', x: 472, y: 100 },
    { text: 'Sources', x: 50, y: 500, bold: true },
    ...sources.map((text, at) => ({ text, x: 50, y: 530 + at * 40 })),
  ];
  const link = (x: number, width: number, top: number): string =>
    `<< /Type /Annot /Subtype /Link /Rect [${x} 696 ${x + width} 712] /Dest [3 0 R /XYZ 0 ${800 - top} 0] >>`;
  const linked = (tops: readonly number[]) =>
    read({
      words,
      page: `/Annots [${tops.map((_, at) => `${FIRST_MORE + at} 0 R`).join(' ')}]`,
      more: tops.map((top, at) => link([178, 318, 418][at] ?? 0, [66, 50, 52][at] ?? 0, top)),
    });

  it('that lead to entries of the list of sources are set in brackets, and so are citations', async () => {
    const { text, pages, problems } = await linked([520, 560, 600]);
    expect(text).toMatch(
      /^Parcels rose 6% in FY2025 \[Annual report\], and the market \[Tidewatch\] grew less \[Quay Data\] than that\.$/m,
    );
    expect(problems).toEqual([]);
    const runs = pages?.[0]?.runs ?? [];
    const printed = runs.flatMap((start, at) => (at % 6 === 0 ? [text.slice(start, runs[at + 1])] : []));
    expect(printed.join('')).not.toMatch(/[[\]]/);
  });

  it.each([
    ['elsewhere', [100, 110, 120]],
    ['all to one place, as to the section itself', [520, 520, 520]],
  ])('that lead %s are words like others', async (_what, tops) => {
    expect((await linked(tops)).text).not.toContain('[');
  });
});
