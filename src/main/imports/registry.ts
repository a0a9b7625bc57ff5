/** The parsers there are, and which one reads a file: the surest by content, the later one on a tie. */
import { TieoutError } from '../../contract/errors';
import { FORMAT_NAMES, type FormatName, FORMATS_READ } from '../../core/document/formats';
import { csvParser } from './csv/parser';
import { docxParser } from './docx/parser';
import { outlookParser } from './email/outlook';
import { emailParser } from './email/parser';
import { epubParser } from './epub/parser';
import { factsParser } from './facts/parser';
import { filingParser } from './filing/parser';
import { htmlParser } from './html/parser';
import { IMPORT_LIMITS, refuseTooLarge } from './limits';
import { markdownParser } from './markdown/parser';
import { mhtmlParser } from './mhtml/parser';
import { odsParser } from './ods/parser';
import type { Parser } from './parser';
import { pdfParser } from './pdf/parser';
import type { ImportSource } from './source';
import { bibtexParser } from './sources/bibtex/parser';
import { cslJsonParser } from './sources/csl-json/parser';
import { endnoteParser } from './sources/endnote/parser';
import { risParser } from './sources/ris/parser';
import { rtfParser } from './rtf/parser';
import { rangeParser } from './range/parser';
import { textParser } from './text/parser';
import { xlsParser } from './xls/parser';
import { xlsxParser } from './xlsx/parser';

/** One for each format: a missing one does not compile. */
const PARSER: Readonly<Record<FormatName, Parser>> = {
  text: textParser,
  markdown: markdownParser,
  html: htmlParser,
  filing: filingParser,
  facts: factsParser,
  pdf: pdfParser,
  docx: docxParser,
  rtf: rtfParser,
  email: emailParser,
  mhtml: mhtmlParser,
  msg: outlookParser,
  epub: epubParser,
  bibtex: bibtexParser,
  ris: risParser,
  'csl-json': cslJsonParser,
  endnote: endnoteParser,
  csv: csvParser,
  xlsx: xlsxParser,
  ods: odsParser,
  xls: xlsParser,
  range: rangeParser,
};

export const PARSERS: readonly Parser[] = FORMAT_NAMES.map((name) => PARSER[name]);

/** Formats with bytes of their own first: only what none of them knows is decoded as text. */
export function recogniseParser(source: ImportSource): Parser {
  const found = surest(source, 'bytes') ?? surestText(source);
  if (!found) throw new TieoutError('E_FORMAT', `This format is not known. ${FORMATS_READ}: save it as one of these.`);
  return found;
}

/** Decoding alone takes several times the file's size: what is too large for text is refused first. */
function surestText(source: ImportSource): Parser | null {
  refuseTooLarge(source.bytes.length, source.fileName, IMPORT_LIMITS.formatBytes);
  return surest(source, 'text');
}

function surest(source: ImportSource, reads: Parser['reads']): Parser | null {
  let best: { readonly parser: Parser; readonly score: number } | null = null;
  for (const parser of PARSERS.filter((one) => one.reads === reads)) {
    const score = parser.recognise(source);
    if (score > 0 && score >= (best?.score ?? 0)) best = { parser, score };
  }
  return best?.parser ?? null;
}

/** For a paste, where the clipboard says what it holds. */
export function parserNamed(name: string): Parser {
  const parser = PARSERS.find((candidate) => candidate.name === name);
  if (!parser) throw new TieoutError('E_FORMAT', `There is no parser named ${name}.`);
  return parser;
}
