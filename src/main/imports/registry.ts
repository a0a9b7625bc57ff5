/** The parsers there are, and which one reads a file: the surest by content, the later one on a tie. */
import { TieoutError } from '../../contract/errors';
import { FORMAT_NAMES, type FormatName, formatOf, FORMATS_READ } from '../../core/document/formats';
import { IMPORT_LIMITS, refuseTooLarge } from './limits';
import type { Parser } from './parser';
import type { ImportSource } from './source';

/** What each folder's `parser.ts` exports. The build puts them together, so that a new format is its folder and its entry. */
const FOLDERS = import.meta.glob<Readonly<Record<string, unknown>>>(['./*/parser.ts', './sources/*/parser.ts'], {
  eager: true,
});

const isParser = (value: unknown): value is Parser =>
  typeof value === 'object' && value !== null && 'recognise' in value && 'parse' in value && 'name' in value;

const FOUND = Object.values(FOLDERS)
  .flatMap((exported) => Object.values(exported))
  .filter(isParser);

function parserOf(name: FormatName): Parser {
  const parser = FOUND.find((one) => one.name === name);
  if (!parser) throw new Error(`The format ${name} has no parser: imports/${name}/parser.ts exports one of that name.`);
  return parser;
}

/** In the order of the table of formats. */
export const PARSERS: readonly Parser[] = FORMAT_NAMES.filter((name) => formatOf(name).readBy === undefined).map(
  parserOf,
);

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
