/** E-books (EPUB): the chapters in reading order, each read like a page, one below the other. */
import { TieoutError } from '../../../contract/errors';
import type { NormalisedDocument } from '../../../core/document/model';
import { isZip, namesOf, openZip, type Zip } from '../archive/zip';
import { HTML_PROBLEMS } from '../html/clean';
import { readPage } from '../html/read';
import { joinPieces, type Piece } from '../join';
import { IMPORT_LIMITS } from '../limits';
import { decodeCharset } from '../mime/charset';
import type { DocumentParser, ParseOptions } from '../parser';
import { countProblems, type ProblemCount } from '../problems';
import type { ImportSource } from '../source';
import { readPackage } from './package';
import { refuseProtected } from './protection';

export const epubParser = {
  kind: 'document',
  name: 'epub',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (isZip(bytes) && isBook(namesOf(bytes)) ? 0.9 : 0),
  parse,
} satisfies DocumentParser;

const isBook = (names: readonly string[]): boolean =>
  names.includes('META-INF/container.xml') && names.some((name) => /\.opf$/i.test(name));

const SENTENCES = {
  ...HTML_PROBLEMS,
  W_CHAPTER_MISSING: 'Chapters that the book names are not in it, or cannot be unpacked',
} as const;

function parse({ bytes }: ImportSource, { onProgress }: ParseOptions = {}): NormalisedDocument {
  const zip = openZip(bytes);
  const { chapters, ...said } = readPackage(zip);
  if (chapters.length > IMPORT_LIMITS.epub.chapters) throw tooMany();
  refuseProtected(zip, chapters);
  const problems = countProblems(SENTENCES);
  const pieces: Piece[] = [];
  let letters = 0;
  for (const [index, name] of chapters.entries()) {
    const html = readChapter(zip, name, problems);
    if (html === null) continue;
    const piece = readPage(html, { problems, whole: true });
    letters += piece.text.length;
    if (letters > IMPORT_LIMITS.epub.letters) throw tooLong();
    pieces.push(piece);
    onProgress?.((index + 1) / chapters.length);
  }
  return { format: 'epub', ...joinPieces(pieces), ...said, url: null, problems: problems.list() };
}

/** Null, and counted, where the archive has no such chapter or a damaged one. */
function readChapter(zip: Zip, name: string, problems: ProblemCount): string | null {
  let why: unknown;
  try {
    const bytes = zip.read(name);
    if (bytes !== null) return closeTags(decodeCharset(bytes, declared(bytes)).text);
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code !== 'E_DAMAGED') throw error;
    why = error;
  }
  problems.addAt('W_CHAPTER_MISSING', name, why);
  return null;
}

/** As the XML declaration names it; two-byte encodings have a mark of their own. */
const declared = (bytes: Uint8Array): string | null =>
  /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{1,40})/.exec(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1'),
  )?.[1] ?? null;

/** XML lets any element end in itself (`<a id="p1"/>`, `<title/>`), which as HTML would stay open to the page's end. */
const closeTags = (xhtml: string): string =>
  xhtml.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const tooMany = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The e-book has more than ${IMPORT_LIMITS.epub.chapters.toLocaleString('en-US')} chapters, the limit. Import the part you need.`,
  );

const tooLong = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The e-book has more than ${IMPORT_LIMITS.epub.letters.toLocaleString('en-US')} characters, the limit. Import the part you need.`,
  );
