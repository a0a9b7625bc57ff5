import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { rtfParser } from '../../../../src/main/imports/rtf/parser';
import { sourceOf } from '../../../../src/main/imports/source';

const bytesOf = (body: string): Uint8Array =>
  Uint8Array.from(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'));
const read = (body: string) => rtfParser.parse(sourceOf(bytesOf(body), 'note.rtf'));
const textOf = (body: string): string => read(body).text.trim();

test('is known by its first bytes, whatever the file is called', () => {
  expect(recogniseParser(sourceOf(bytesOf('Revenue rose.'), 'note.txt')).name).toBe('rtf');
});

describe('words', () => {
  test.each([
    ['bytes of the code page', String.raw`caf\'e9 \'80 12`, 'café € 12'],
    ['characters by number with stand-ins', String.raw`\u8364?12 \u24180\'3f\u25910?`, '€12 年收'],
    ['a surrogate pair', String.raw`\u-10179?\u-8704? up`, '😀 up'],
    ['no stand-in where the file says so', String.raw`\uc0\u8364 5`, '€5'],
    ['two stand-ins', String.raw`\uc2\u8364 ab7`, '€7'],
    ['signs', String.raw`a\endash b\emdash c \ldblquote d\rdblquote  1\~000`, 'a–b—c “d” 1\u00a0000'],
    ['escaped braces', String.raw`\{a\} \\ b`, '{a} \\ b'],
    ['line ends of the file are none of the text', 'Reve\r\nnue', 'Revenue'],
    ['what is not understood', String.raw`{\*\unknown 99}Revenue\sb120 rose`, 'Revenuerose'],
    ['hidden words', String.raw`Revenue {\v 99}rose`, 'Revenue rose'],
    ['deleted words', String.raw`Revenue {\deleted fell}rose`, 'Revenue rose'],
    ['a picture', String.raw`Revenue {\*\shppict{\pict\pngblip 89504e47}}rose`, 'Revenue rose'],
    ['binary data', `Revenue {\\pict\\bin6 }}}\\{{}rose`, 'Revenue rose'],
    ['running heads', String.raw`{\header Page {\field{\*\fldinst PAGE}{\fldrslt 3}}}Revenue rose`, 'Revenue rose'],
    ['signs of markup', 'P&L <b>5</b>', 'P&L <b>5</b>'],
  ])('%s', (_, body, text) => expect(textOf(body)).toBe(text));

  test('a font says how its bytes are read', () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset204 Arial;}}`;
    expect(textOf(String.raw`${fonts}\f1\'ca\'d5\'c8\'eb\f0  rose {\f2 \'c0}.`)).toBe('收入 rose А.');
  });
});

describe('form', () => {
  test('headings by style and by outline level', () => {
    const { marks, text } = read(
      String.raw`{\stylesheet{\s0 Normal;}{\s2\b heading 2;}}\pard\s2 Results\par\pard\outlinelevel0 Outlook\par\pard Revenue rose.\par`,
    );
    const headings = marks.flatMap((mark) =>
      mark.kind === 'heading' ? [[text.slice(mark.start, mark.end), mark.level]] : [],
    );
    expect(headings).toEqual([
      ['Results', 2],
      ['Outlook', 1],
    ]);
  });

  test('tables with their cells', () => {
    const { marks, text } = read(
      String.raw`\trowd\trhdr\pard\intbl Metric\cell FY25\cell\row\trowd\pard\intbl Revenue\cell 1,200\cell\row\pard After\par`,
    );
    const [table] = marks.filter((mark) => mark.kind === 'table');
    expect(table?.rows.map((row) => row.cells.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Metric', 'FY25'],
      ['Revenue', '1,200'],
    ]);
    expect(table?.rows[0]?.header).toBe(true);
    expect(text).toContain('After');
  });

  test('lists, links and notes', () => {
    const { marks, text } = read(
      String.raw`\pard{\listtext\'b7\tab}Margin rose\par\pard Revenue{\super\chftn}{\footnote\pard {\super\chftn} See the filing.} and {\field{\*\fldinst HYPERLINK "https://example.com/a"}{\fldrslt the release}}.\par`,
    );
    const kinds = new Set(marks.map(({ kind }) => kind));
    for (const kind of ['list-item', 'link', 'note-reference', 'note']) expect([...kinds]).toContain(kind);
    expect(marks.find((mark) => mark.kind === 'link')).toMatchObject({ href: 'https://example.com/a' });
    expect(text).toContain('See the filing.');
  });

  test('title and author', () => {
    expect(read(String.raw`{\info{\title First look}{\author Ada Brook}{\operator X}}Revenue`)).toMatchObject({
      title: 'First look',
      author: 'Ada Brook',
    });
  });
});

test('what is left out is said', () => {
  const { problems } = read(String.raw`Revenue {\pict 00}{\v x}{\*\annotation no} rose {`);
  expect(problems.map(({ code }) => code)).toEqual(['W_PICTURES', 'W_HIDDEN', 'W_COMMENTS', 'W_DAMAGED']);
});

test('groups without end are refused, and anything else gives a document', () => {
  expect(() => read('{'.repeat(5000))).toThrow(/too deep/);
  const piece = fc.constantFrom(
    '{',
    '}',
    '\\par',
    '\\cell',
    '\\row',
    '\\u8364?',
    "\\'e9",
    '\\intbl ',
    'a',
    '12 ',
    '\\bin3 ',
    '\\*',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(typeof read(pieces.join('')).text).toBe('string');
    }),
  );
});
