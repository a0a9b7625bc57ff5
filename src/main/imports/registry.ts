/** The parsers there are, and which one reads a file: the surest by content, the later one on a tie. */
import { TieoutError } from '../../contract/errors';
import { csvParser } from './csv/parser';
import { docxParser } from './docx/parser';
import { outlookParser } from './email/outlook';
import { emailParser } from './email/parser';
import { epubParser } from './epub/parser';
import { FORMATS_READ } from './formats-read';
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
import { rangeParser } from './range/parser';
import { textParser } from './text/parser';
import { xlsParser } from './xls/parser';
import { xlsxParser } from './xlsx/parser';

export const PARSERS: readonly Parser[] = [
  textParser,
  markdownParser,
  htmlParser,
  filingParser,
  factsParser,
  pdfParser,
  docxParser,
  emailParser,
  mhtmlParser,
  outlookParser,
  epubParser,
  bibtexParser,
  risParser,
  cslJsonParser,
  endnoteParser,
  csvParser,
  xlsxParser,
  odsParser,
  xlsParser,
  rangeParser,
];

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
