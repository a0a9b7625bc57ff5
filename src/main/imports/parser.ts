/** What a parser of one format is; adding a format is one folder with its `parser.ts` and its entry in `core/document/formats.ts`. */
import type { FormatName, TableFormat } from '../../core/document/formats';
import type { NormalisedDocument, ParseProblem } from '../../core/document/model';
import type { Sheet } from '../../core/table/model';
import type { ImportSource } from './source';
import type { ReadSources } from './bibliography';

/** What the person said about the file beforehand. */
export interface ParseOptions {
  /** For an encrypted file; absent until it was asked for. */
  readonly password?: string | undefined;
  /** Nothing is left out around an article. */
  readonly whole?: boolean | undefined;
  /** How much of the file is parsed, 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

interface AnyParser<Kind extends string, Parsed> {
  readonly kind: Kind;
  readonly name: FormatName;
  /** Counts up when the same bytes would give another text or other marks: a new parser makes a new version of a document. */
  readonly version: number;
  /** `bytes` are asked first and never see the file decoded; `text` are asked of what decodes as text. */
  readonly reads: 'bytes' | 'text';
  /** How sure the content looks like this format, 0 to 1; the file name may tip the balance, never decide alone. */
  readonly recognise: (source: ImportSource) => number;
  /**
   * What stands in the file and cannot be read is a problem in what it gives. Throws `TieoutError` only where nothing at all
   * can be had: `E_PASSWORD`, `E_DAMAGED`, `E_TOO_LARGE`, `E_EMPTY`, `E_FORMAT`.
   */
  readonly parse: (source: ImportSource, options?: ParseOptions) => Parsed | Promise<Parsed>;
}

export type DocumentParser = AnyParser<'document', NormalisedDocument>;
export type SourcesParser = AnyParser<'sources', ReadSources>;
export type TableParser = AnyParser<'table', ParsedTable>;
export type Parser = DocumentParser | SourcesParser | TableParser;

/** The cells of a file of tables, as they stand in it; what they mean is decided in the plan. */
export interface ParsedTable {
  readonly format: TableFormat;
  readonly sheets: readonly Sheet[];
  /** Between the fields of a text; null where the format has none. */
  readonly delimiter: string | null;
  readonly problems: readonly ParseProblem[];
}
