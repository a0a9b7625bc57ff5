/** Files made to break an import, each with what is expected of it: its own error, or a harmless result. */
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { docx, paragraph, run } from '../main/imports/docx/build';
import { filing } from '../main/imports/filing/build';
import { bareWorkbook, ods, packed } from '../main/imports/table/pack';
import { makePdf } from '../main/imports/pdf/make';
import { SEEDS } from './seeds';

export interface Hostile {
  readonly name: string;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** Codes of errors that are right; a result is right too where `result` stands among them. */
  readonly expected: readonly string[];
  /** What the error or the problems must say. */
  readonly says?: RegExp;
  /** What must not be found in what comes out. */
  readonly never?: RegExp;
}

const MB = 1024 * 1024;
const text = (
  name: string,
  fileName: string,
  content: () => string,
  expected: readonly string[] = ['result'],
  more: Partial<Hostile> = {},
): Hostile => ({ name, fileName, make: () => strToU8(content()), expected, ...more });
const xxe = (root: string, body: string): string =>
  `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>${body}`;
const SECRET = /root:|haha/;

/** A file whose central directory says another size for its first entry than it has. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const at = Buffer.from(copy.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  new DataView(copy.buffer).setUint32(at + 24, 0xff_ff_ff, true);
  return copy;
}

const rawPdf = (objects: readonly string[]): Uint8Array =>
  strToU8(
    `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF`,
  );

const withActions = async (): Promise<Uint8Array> => {
  const bytes = await makePdf([{ lines: [{ text: 'Revenue was $420 million.', x: 50, y: 100 }] }], (pdf) => {
    pdf.addJavaScript('run', 'app.launchURL("https://example.com", true);');
    const action = pdf.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('/bin/sh') });
    pdf.catalog.set(PDFName.of('OpenAction'), action);
  });
  const pdf = await PDFDocument.load(bytes);
  await pdf.attach(strToU8('secret attachment words'), 'inner.txt');
  return pdf.save({ useObjectStreams: false });
};

const PACKED: readonly Hostile[] = [
  {
    name: 'a document that unpacks to far more than it has',
    fileName: 'bomb.docx',
    make: () => docx({ body: '', entries: { 'word/document.xml': new Uint8Array(400 * MB).fill(32) } }),
    expected: ['E_TOO_LARGE'],
    says: /unpacks to more than .*MB/,
  },
  {
    name: 'a workbook that unpacks to far more than it has',
    fileName: 'bomb.xlsx',
    make: () => bareWorkbook({ sheet: '', more: { 'xl/sharedStrings.xml': new Uint8Array(400 * MB).fill(32) } }),
    expected: ['E_TOO_LARGE'],
    says: /unpacks to more than .*MB/,
  },
  {
    name: 'twenty thousand entries',
    fileName: 'many.docx',
    make: () =>
      packed(
        Object.fromEntries([
          ['word/document.xml', '<a/>'] as const,
          ...Array.from({ length: 20_001 }, (_, at) => [`x/${at}`, ''] as const),
        ]),
      ),
    expected: ['E_TOO_LARGE', 'E_FORMAT'],
    says: /parts|Save|save/,
  },
  {
    name: 'an entry that lies about its size',
    fileName: 'lies.docx',
    make: () => lying(docx({ body: paragraph('Revenue') })),
    expected: ['result', 'E_DAMAGED'],
  },
  {
    name: 'entries whose names lead out of the folder',
    fileName: 'paths.docx',
    make: () =>
      docx({
        body: paragraph('Revenue was $5 million.'),
        entries: {
          '../../../tmp/tieout-evil': strToU8('x'),
          '/etc/tieout-evil': strToU8('x'),
          'word\\..\\..\\evil': strToU8('x'),
        },
      }),
    expected: ['result'],
  },
  {
    name: 'a document type with entities, in Word',
    fileName: 'xxe.docx',
    make: () =>
      packed({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': xxe(
          'd',
          '<w:document><w:body><w:p><w:r><w:t>&xxe;&d;</w:t></w:r></w:p></w:body></w:document>',
        ),
      }),
    expected: ['result', 'E_EMPTY', 'E_DAMAGED'],
    never: SECRET,
  },
  {
    name: 'a document type with entities, in Excel',
    fileName: 'xxe.xlsx',
    make: () =>
      bareWorkbook({
        sheet: '',
        more: {
          'xl/worksheets/sheet1.xml': xxe(
            'w',
            '<worksheet><sheetData><row><c t="inlineStr"><is><t>&xxe;&d;</t></is></c></row></sheetData></worksheet>',
          ),
        },
      }),
    expected: ['result', 'E_EMPTY', 'E_DAMAGED'],
    never: SECRET,
  },
  {
    name: 'a document type with entities, in OpenDocument',
    fileName: 'xxe.ods',
    make: () =>
      packed({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': xxe(
          'o',
          '<o><table:table><table:table-row><table:table-cell><text:p>&xxe;&d;</text:p></table:table-cell></table:table-row></table:table></o>',
        ),
      }),
    expected: ['result', 'E_EMPTY', 'E_DAMAGED', 'E_FORMAT'],
    never: SECRET,
  },
  text(
    'a document type with entities, in EndNote',
    'xxe.xml',
    () => xxe('xml', '<xml><records><record><titles><title>&xxe;&d;</title></titles></record></records></xml>'),
    ['result', 'E_EMPTY', 'E_DAMAGED', 'E_FORMAT'],
    { never: SECRET },
  ),
  {
    name: 'elements without end in one another',
    fileName: 'deep.docx',
    make: () =>
      docx({ body: '<w:sdt><w:sdtContent>'.repeat(500) + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(500) }),
    expected: ['E_TOO_LARGE'],
    says: /nests more than/,
  },
  {
    name: 'groups without end in one another',
    fileName: 'deep.rtf',
    make: () => strToU8(`{\\rtf1 ${'{'.repeat(200_000)}x`),
    expected: ['E_DAMAGED'],
    says: /too deep/,
  },
  {
    name: 'rich text that asks for files outside',
    fileName: 'outside.rtf',
    make: () =>
      strToU8(
        String.raw`{\rtf1 Revenue was $5 million. {\field{\*\fldinst INCLUDETEXT "/etc/passwd"}{\fldrslt x}}{\object\objocx{\*\objdata 0105}}{\*\template /etc/passwd}}`,
      ),
    expected: ['result'],
  },
  {
    name: 'references to files and programs outside',
    fileName: 'outside.docx',
    make: () =>
      docx({
        body: `<w:p>${run('Revenue was $5 million.')}<w:fldSimple w:instr=" INCLUDETEXT /etc/passwd ">${run('x')}</w:fldSimple></w:p><w:altChunk r:id="z"/>`,
        relations: '<Relationship Id="z" Type="x/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>',
      }),
    expected: ['result'],
    says: /other files or programs/,
    never: SECRET,
  },
  {
    name: 'formulas that call programs',
    fileName: 'dde.xlsx',
    make: () =>
      bareWorkbook({
        sheet: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Metric</t></is></c><c r="B1"><f>cmd|' /C calc'!A0</f><v>7</v></c></row></sheetData>`,
      }),
    expected: ['result'],
  },
  {
    name: 'a sheet that repeats a cell a million times',
    fileName: 'repeat.ods',
    make: () =>
      ods(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
      ),
    expected: ['result', 'E_TOO_LARGE'],
  },
  {
    name: 'a zip in a zip',
    fileName: 'nested.docx',
    make: () => zipSync({ 'inner.docx': docx({ body: paragraph('x') }) }),
    expected: ['E_FORMAT'],
  },
];

const PDFS: readonly Hostile[] = [
  {
    name: 'scripts, programs and attachments in a PDF',
    fileName: 'actions.pdf',
    make: withActions,
    expected: ['result'],
    never: /secret attachment|launchURL/,
  },
  {
    name: 'pages that are their own parents',
    fileName: 'cycle.pdf',
    make: () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    expected: ['E_DAMAGED', 'E_EMPTY', 'result'],
  },
  {
    name: 'more pages than there are',
    fileName: 'count.pdf',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
      ]),
    expected: ['E_TOO_LARGE', 'E_DAMAGED', 'E_EMPTY'],
  },
  {
    name: 'a page without bounds',
    fileName: 'box.pdf',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e308 -1e308] /Contents 4 0 R >>',
        '<< /Length 2 >>\nstream\nq\nendstream',
      ]),
    expected: ['E_EMPTY', 'E_DAMAGED', 'result'],
  },
  {
    name: 'an outline without end',
    fileName: 'outline.pdf',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
        '<< /First 5 0 R /Last 5 0 R >>',
        '<< /Title (a) /Parent 4 0 R /Next 5 0 R /First 5 0 R >>',
      ]),
    expected: ['E_EMPTY', 'E_DAMAGED'],
  },
  {
    name: 'nothing but its first line',
    fileName: 'line.pdf',
    make: () => strToU8('%PDF-1.7\n'),
    expected: ['E_DAMAGED'],
  },
];

const times = (piece: string, count: number): string => piece.repeat(count);

const TEXTS: readonly Hostile[] = [
  text('nothing', 'empty.txt', () => '', ['E_EMPTY']),
  text('white space', 'blank.txt', () => ' \n\t\n', ['E_EMPTY']),
  {
    name: 'zeros',
    fileName: 'zeros.txt',
    make: () => new Uint8Array(1000),
    expected: ['E_ENCODING', 'E_FORMAT', 'E_EMPTY'],
  },
  {
    name: 'a binary that names itself a note',
    fileName: 'note.txt',
    make: () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    expected: ['E_ENCODING', 'E_FORMAT', 'result'],
  },
  {
    name: 'halves of characters',
    fileName: 'halves.txt',
    make: () => Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc, 0x24, 0x00, 0x35, 0x00]),
    expected: ['result', 'E_ENCODING'],
  },
  text(
    'controls that turn the line around',
    'bidi.txt',
    () => `Revenue was \u202e$024\u202c million\u2066.\u2069 It rose 5%.\n`,
  ),
  text('more than may be read', 'large.txt', () => times('Revenue was $5 million. ', 1_500_000), ['E_TOO_LARGE'], {
    says: /limit is 32 MB/,
  }),
  text('a line of a million letters', 'line.txt', () => times('a ', 500_000)),
  text('a line of numbers', 'numbers.txt', () => times('1,234.5 ', 15_000)),
  text('digits and commas', 'commas.txt', () => times('1,', 300_000)),
  text('brackets that never close', 'brackets.txt', () => times('([{“', 60_000)),
  text('dashes and signs', 'dashes.txt', () => times('-–—~$€%', 40_000)),
  text('words of change', 'from.txt', () => `${times('rose from to by over ', 20_000)}5%`),
  text('a sentence without end', 'sentence.txt', () => times('revenue of $5 million and ', 3000)),
  text('headings', 'headings.md', () => times('# Results\n\n', 8000)),
  text('footnotes', 'footnotes.md', () =>
    Array.from({ length: 2000 }, (_, at) => `Sales[^${at}]\n\n[^${at}]: note\n`).join('\n'),
  ),
  text('emphasis in emphasis', 'emphasis.md', () => times('*a **b _c ', 10_000)),
  text('lists in lists', 'lists.md', () =>
    Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n'),
  ),
  text('quotes in quotes', 'quotes.md', () => `${times('> ', 5000)}x`),
  text('links that never close', 'links.md', () => times('[a](', 20_000)),
  text(
    'a table of ten thousand columns',
    'wide.md',
    () => `|${times(' a |', 10_000)}\n|${times(' - |', 10_000)}\n|${times(' 1 |', 10_000)}`,
  ),
  text(
    'elements in elements',
    'deep.html',
    () => `<html><body>${times('<div>', 30_000)}5%${times('</div>', 30_000)}</body></html>`,
    ['result', 'E_TOO_LARGE', 'E_MEMORY'],
  ),
  text(
    'attributes',
    'attributes.html',
    () =>
      `<html><body><p ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ')}>Revenue 5%</p></body></html>`,
  ),
  text(
    'a page that runs',
    'script.html',
    () =>
      `<html><body onload="x()"><script>fetch('https://example.com')</script><iframe src="https://example.com"></iframe><img src=x onerror=y()><p>Revenue rose 5%.</p></body></html>`,
    ['result'],
    { says: /Scripts of the page/, never: /fetch\(/ },
  ),
  text(
    'tags in tags of a filing',
    'deep.htm',
    () =>
      filing({
        body: times('<ix:nonNumeric name="a:T" contextRef="q1">', 5000) + '7' + times('</ix:nonNumeric>', 5000),
      }),
    ['result', 'E_TOO_LARGE'],
  ),
  text('braces in braces', 'braces.bib', () => `@article{a, title = ${times('{', 50_000)}x${times('}', 50_000)}}`, [
    'result',
    'E_EMPTY',
    'E_TOO_LARGE',
    'E_DAMAGED',
    'E_FORMAT',
  ]),
  text(
    'names that stand for each other',
    'loop.bib',
    () => '@string{a = b}\n@string{b = a # a # a}\n@article{x, title = a # b, year = 2026}',
    ['result', 'E_EMPTY', 'E_DAMAGED'],
  ),
  text(
    'lines that never end in RIS',
    'lines.ris',
    () => `TY  - RPRT\nTI  - ${times('x', 1_000_000)}\nAU  - ${times('A, ', 100_000)}\nER  - \n`,
  ),
  text('columns that would change every object', 'proto.csv', () => '__proto__,constructor,toString\n1,2,3\n4,5,6\n'),
  text(
    'cells that are formulas',
    'formula.csv',
    () => `Metric,Value\n=HYPERLINK("https://example.com"),=cmd|' /C calc'!A0\n+1+1,@SUM(A1)\n`,
  ),
  text('a quote that never closes', 'quote.csv', () => `Metric,Value\n"${times('Revenue,5\n', 50_000)}`),
  text('thirty thousand columns', 'columns.csv', () => `${times('a,', 30_000)}\n${times('1,', 30_000)}`),
  text('brackets without end', 'deep.json', () => `[${times('[', 500_000)}`, [
    'E_DAMAGED',
    'E_EMPTY',
    'E_FORMAT',
    'result',
  ]),
];

/** Sound files under names of another kind: the content decides. */
const RENAMED: readonly Hostile[] = SEEDS.filter(({ format }) => ['pdf', 'docx', 'xlsx', 'html'].includes(format)).map(
  ({ format, make }) => ({ name: `a ${format} named .csv`, fileName: 'other.csv', make, expected: ['result'] }),
);

/** What is left of a file whose copying stopped. */
const CUT: readonly Hostile[] = SEEDS.flatMap(({ format, fileName, make }) =>
  [0.25, 0.5, 0.75, 0.98].map((share) => ({
    name: `${share * 100}% of a ${format} file`,
    fileName,
    make: async () => {
      const bytes = await make();
      return bytes.slice(0, Math.floor(bytes.length * share));
    },
    expected: ['result', 'E_DAMAGED', 'E_FORMAT', 'E_EMPTY', 'E_ENCODING'],
  })),
);

export const HOSTILE: readonly Hostile[] = [...PACKED, ...PDFS, ...TEXTS];
/** These cannot hurt the process they are read in. */
export const BROKEN: readonly Hostile[] = [...RENAMED, ...CUT];
