/** One sound file of each format, made by code: what the fuzzer mutates, and what the hostile files are made from. */
import { strToU8, zipSync } from 'fflate';
import type { FormatName } from '../../src/core/document/formats';
import { docx, cell, paragraph, row, run, styled } from '../main/imports/docx/build';
import { fact, filing } from '../main/imports/filing/build';
import { makePdf } from '../main/imports/pdf/make';
import { bareWorkbook, ods } from '../main/imports/table/pack';

export interface Seed {
  /** Of the parser that reads it. */
  readonly format: FormatName;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const NOTE = `# Halden Grid: first look

By Ada Brook, 2026-05-02

Revenue was $420.0 million in Q1 2026, up 20% from $350.0 million a year earlier[1]. Management expects 5–7% growth.

- Gross margin fell 150 basis points to 41.5%
- Net debt is 3.0x EBITDA of €300m

| Segment | Q1 2026 ($m) | Q1 2025 ($m) |
| --- | --- | --- |
| Cloud | 200 | 150 |
| Total | 420 | 350 |

[1]: https://example.com/release "First quarter results"
`;
const HTML = `<!doctype html><html lang="en"><head><title>Halden</title><meta name="author" content="Ada"></head><body><h1>Halden Grid</h1><p>Revenue was <b>$420.0 million</b>, up 20%<sup><a href="#n1">1</a></sup>.</p><table><tr><th>Metric</th><th>2026</th></tr><tr><td>Revenue</td><td>420</td></tr></table><ol><li id="n1">From the release.</li></ol></body></html>`;
const BIB = `@string{rel = {Halden Grid}}\n@article{a1, title = {First {Quarter} results}, author = {Brook, Ada and Lee, Bo}, year = 2026, journal = rel # { News}, doi = {10.1000/1}}\n`;
const RIS =
  'TY  - RPRT\nTI  - First quarter results\nAU  - Brook, Ada\nPY  - 2026\nUR  - https://example.com/a\nER  - \n';
const ENDNOTE = `<?xml version="1.0"?><xml><records><record><ref-type name="Report">27</ref-type><contributors><authors><author><style>Brook, Ada</style></author></authors></contributors><titles><title><style>First quarter</style></title></titles><dates><year>2026</year></dates></record></records></xml>`;
const CSL = JSON.stringify([
  {
    id: 'a',
    type: 'report',
    title: 'First quarter',
    author: [{ family: 'Brook' }],
    issued: { 'date-parts': [[2026, 4, 28]] },
  },
]);
const CSV = 'Metric;Q1 2026;Q1 2025\nRevenue ($m);420,5;350,0\nMargin;41,5%;43,0%\n"Quoted; cell";=1+1;-\n';
const FACTS = JSON.stringify({
  cik: 1,
  entityName: 'Halden Grid, Inc.',
  facts: {
    'us-gaap': {
      Revenues: {
        label: 'Revenues',
        units: {
          USD: [{ start: '2026-01-01', end: '2026-03-31', val: 420_000_000, form: '10-Q', filed: '2026-05-01' }],
        },
      },
    },
  },
});
const SHEET =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Metric</t></is></c><c r="B1"><v>2026</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Revenue</t></is></c><c r="B2"><f>200+220</f><v>420</v></c></row></sheetData>';
const TABLE =
  '<table:table table:name="One"><table:table-row><table:table-cell office:value-type="string"><text:p>Revenue</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="420"><text:p>420</text:p></table:table-cell></table:table-row></table:table>';

const MAIL = `From: Ada Brook <ada@example.com>\r\nTo: desk@example.com\r\nDate: Fri, 1 May 2026 09:30:00 +0200\r\nSubject: =?utf-8?q?First_quarter?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRevenue was $420.0 million.\r\n\r\n> Revenue was $350.0 million.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Revenue was <b>$420.0=20million</b>.</p>\r\n--b--\r\n`;
const SAVED = `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.com/note\r\nSubject: Note\r\nDate: Fri, 1 May 2026 09:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="c"\r\n\r\n--c\r\nContent-Type: text/html\r\nContent-Location: https://example.com/note\r\n\r\n${HTML}\r\n--c--\r\n`;
const book = (): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="o/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'o/b.opf': strToU8(
      '<package><metadata><title>Grids</title><creator>Ada Brook</creator></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    'o/a.xhtml': strToU8(HTML),
  });

const RICH = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}{\info{\title Halden Grid}}
{\pard\s1 Halden Grid: first look\par}{\pard Revenue was \b $420.0 million\b0{\super\chftn}{\footnote From the release.} in Q1 2026, up 20%.\par}
{\trowd\trhdr\intbl Metric\cell 2026\cell\row}{\trowd\intbl Revenue ($m)\cell 420\cell\row}}`;

const text = (format: FormatName, fileName: string, content: string): Seed => ({
  format,
  fileName,
  make: () => strToU8(content),
});

export const wordNote = (): Uint8Array =>
  docx({
    body:
      styled('Heading1', 'Halden Grid') +
      `<w:p>${run('Revenue was $420.0 million')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(', up 20%.', '<w:b/>')}</w:p>` +
      `<w:tbl>${row([cell('Metric'), cell('2026')])}${row([cell('Revenue'), cell('420')])}</w:tbl>`,
    styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
    footnotes: `<w:footnote w:id="1">${paragraph('From the release.')}</w:footnote>`,
  });

export const SEEDS: readonly Seed[] = [
  text('text', 'note.txt', NOTE.replaceAll(/[#|*]/g, '')),
  text('markdown', 'note.md', NOTE),
  text('html', 'note.html', HTML),
  text(
    'filing',
    'hal-20260331.htm',
    filing({ body: `<p>Net sales were $${fact('us-gaap:Revenues', 'q1', 'usd', '420')} million.</p>` }),
  ),
  text('facts', 'CIK0000000001.json', FACTS),
  text('bibtex', 'sources.bib', BIB),
  text('ris', 'sources.ris', RIS),
  text('endnote', 'sources.xml', ENDNOTE),
  text('csl-json', 'sources.json', CSL),
  text('csv', 'table.csv', CSV),
  text('email', 'note.eml', MAIL),
  text('mhtml', 'note.mhtml', SAVED),
  text('rtf', 'note.rtf', RICH),
  { format: 'epub', fileName: 'grids.epub', make: book },
  { format: 'docx', fileName: 'note.docx', make: wordNote },
  { format: 'xlsx', fileName: 'table.xlsx', make: () => bareWorkbook({ sheet: SHEET }) },
  { format: 'ods', fileName: 'table.ods', make: () => ods(TABLE) },
  {
    format: 'pdf',
    fileName: 'note.pdf',
    make: () =>
      makePdf([
        {
          lines: [
            { text: 'Halden Grid: first look', x: 50, y: 60, size: 20, bold: true },
            { text: 'Revenue was $420.0 million in Q1 2026, up 20% from $350.0 million.', x: 50, y: 100 },
            { text: 'Metric', x: 50, y: 140 },
            { text: '2026', x: 200, y: 140 },
            { text: 'Revenue', x: 50, y: 155 },
            { text: '420', x: 200, y: 155 },
          ],
        },
      ]),
  },
];
