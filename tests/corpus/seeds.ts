/**
 * One sound file of each format: what the fuzzer mutates, and what the hostile files are made from. A format's own is
 * `sound.*` in its folder; packed files are made by code here, because a person could not read what changes in them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { FORMAT_NAMES, type FormatName, formatOf } from '../../src/core/document/formats';
import { docx, cell, paragraph, row, run, styled } from '../main/imports/docx/build';
import { makePdf } from '../main/imports/pdf/make';
import { bareWorkbook, ods } from '../main/imports/table/pack';

export interface Seed {
  /** Of the parser that reads it. */
  readonly format: FormatName;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

/** The folder of the checkout, also from where the fuzzer is built to. */
function checkout(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : checkout(dirname(from));
}

/** Where a format's parser stands; a bibliography's is one folder deeper. */
function folderOf(format: FormatName): string {
  const imports = join(checkout(import.meta.dirname), 'src/main/imports');
  return join(imports, formatOf(format).kind === 'sources' ? 'sources' : '', format);
}

/** The sound file in the format's folder; none where it has none. */
function soundFile(format: FormatName): Seed[] {
  const folder = folderOf(format);
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.startsWith('sound.')) : undefined;
  if (name === undefined) return [];
  return [{ format, fileName: `note${extname(name)}`, make: () => new Uint8Array(readFileSync(join(folder, name))) }];
}

const PAGE = `<!doctype html><html lang="en"><head><title>Halden</title></head><body><h1>Halden Grid</h1><p>Revenue was <b>$420.0 million</b>, up 20%<sup><a href="#n1">1</a></sup>.</p><table><tr><th>Metric</th><th>2026</th></tr><tr><td>Revenue</td><td>420</td></tr></table><ol><li id="n1">From the release.</li></ol></body></html>`;
const SHEET =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Metric</t></is></c><c r="B1"><v>2026</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Revenue</t></is></c><c r="B2"><f>200+220</f><v>420</v></c></row></sheetData>';
const TABLE =
  '<table:table table:name="One"><table:table-row><table:table-cell office:value-type="string"><text:p>Revenue</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="420"><text:p>420</text:p></table:table-cell></table:table-row></table:table>';

const book = (): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="o/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'o/b.opf': strToU8(
      '<package><metadata><title>Grids</title><creator>Ada Brook</creator></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    'o/a.xhtml': strToU8(PAGE),
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

const MADE: readonly Seed[] = [
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

export const SEEDS: readonly Seed[] = [...FORMAT_NAMES.flatMap(soundFile), ...MADE];
