/**
 * One import from bytes to a result: decode, recognise, parse, analyse. Pure work on what it is given, so it runs the same
 * in the import process and in the command line's worker.
 */
import { createHash } from 'node:crypto';
import { TieoutError } from '../../contract/errors';
import { analyse } from '../../core/analyse';
import type { Layout, NormalisedDocument, ParseProblem } from '../../core/document/model';
import { bytesAllowed, refuseTooLarge } from './limits';
import type { DocumentParser, ParseOptions, Parser, TableParser } from './parser';
import { parserNamed, recogniseParser } from './registry';
import type { DocumentImport, ImportResult, OnImportStage, TableImport } from './result';
import { type ImportSource, sourceOf } from './source';

export interface ImportOptions {
  /** Name of the parser to use instead of recognising the content. */
  readonly parser?: string | undefined;
  /** Title to fall back on where the content has none, as for a paste. */
  readonly title?: string | undefined;
  readonly password?: string | undefined;
}

/** Shares of the whole at which each stage begins, from measured imports of notes and filings. */
const PARSING = 0.1;
const EXTRACTING = 0.3;

/** Throws `TieoutError` with `E_TOO_LARGE`, `E_EMPTY`, `E_ENCODING`, `E_PASSWORD` or `E_FORMAT` for a file that cannot be imported. */
export async function runImport(
  bytes: Uint8Array,
  fileName: string | null,
  onStage: OnImportStage = () => undefined,
  options: ImportOptions = {},
): Promise<ImportResult> {
  refuseTooLarge(bytes.length, fileName);
  onStage('parsing', PARSING);
  const source = sourceOf(bytes, fileName);
  const parser = options.parser === undefined ? recogniseParser(source) : parserNamed(options.parser);
  refuseTooLarge(bytes.length, fileName, bytesAllowed(parser.name));
  const content = await readContent(parser, source, onStage, options);
  return {
    ...content,
    bytes,
    fileName,
    encoding: parser.reads === 'bytes' ? 'binary' : source.text().encoding,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    parser: parser.name,
    parserVersion: parser.version,
  };
}

async function readDocument(
  parser: DocumentParser,
  source: ImportSource,
  onStage: OnImportStage,
  options: ImportOptions,
): Promise<Pick<DocumentImport, 'kind' | 'normalised' | 'analysis' | 'whole'>> {
  const parsed = await parser.parse(source, parseOptions(onStage, options));
  const read = readParsed(parsed, onStage, options);
  if (!parsed.setAside?.some(({ why }) => why === 'around') || parsed.text.length > READ_TWICE) return read;
  const { normalised, analysis } = readParsed(await parser.parse(source, { whole: true }), () => undefined, options);
  return { ...read, whole: { normalised, analysis } };
}

/** Pages that are read both ways, so that a person may choose; longer ones would be long in coming. */
const READ_TWICE = 500_000;

function readParsed(
  parsed: NormalisedDocument,
  onStage: OnImportStage,
  options: ImportOptions,
): Pick<DocumentImport, 'kind' | 'normalised' | 'analysis'> {
  const normalised = { ...parsed, title: parsed.title ?? options.title ?? null };
  if (normalised.text.trim() === '') throw new TieoutError('E_EMPTY', 'The file holds no text. Choose one that does.');
  onStage('extracting', EXTRACTING);
  const analysis = analyse(normalised, {}, (_stage, done) =>
    onStage('extracting', EXTRACTING + done * (1 - EXTRACTING)),
  );
  const left = codeLeftOut(analysis.layout);
  const problems = left === null ? normalised.problems : [...normalised.problems, left];
  return { kind: 'document', normalised: { ...normalised, problems }, analysis };
}

/** Numbers of programs are no figures; that none were read there is said, so that a table taken for code is noticed. */
function codeLeftOut({ blocks, text }: Layout): ParseProblem | null {
  const count = blocks.filter(({ kind, start, end }) => kind === 'code' && /\d/.test(text.slice(start, end))).length;
  if (count === 0) return null;
  const message =
    count === 1
      ? 'One block of code with numbers was not read for figures.'
      : `${count} blocks of code with numbers were not read for figures.`;
  return { code: 'W_CODE_NOT_READ', message, count };
}

async function readContent(parser: Parser, source: ImportSource, onStage: OnImportStage, options: ImportOptions) {
  switch (parser.kind) {
    case 'document':
      return readDocument(parser, source, onStage, options);
    case 'table':
      return readTable(parser, source, onStage, options);
    case 'sources':
      return { kind: parser.kind, ...(await parser.parse(source, parseOptions(onStage, options))) };
  }
}

async function readTable(
  parser: TableParser,
  source: ImportSource,
  onStage: OnImportStage,
  options: ImportOptions,
): Promise<Pick<TableImport, 'kind' | 'title' | 'format' | 'sheets' | 'delimiter' | 'problems'>> {
  const parsed = await parser.parse(source, parseOptions(onStage, options));
  if (parsed.sheets.every(({ rows }) => rows.length === 0)) {
    throw new TieoutError('E_EMPTY', 'The file holds no cells with anything in them. Choose one that does.');
  }
  return { kind: 'table', title: options.title ?? null, ...parsed };
}

const parseOptions = (onStage: OnImportStage, { password }: ImportOptions): ParseOptions => ({
  password,
  onProgress: (done) => onStage('parsing', PARSING + done * (EXTRACTING - PARSING)),
});
