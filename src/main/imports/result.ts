/** What an import hands to the notebook: plain data, made in the import process or the command line's worker. */
import type { Analysis } from '../../core/analysis';
import type { NormalisedDocument } from '../../core/document/model';
import type { ReadSources } from './bibliography';
import type { ParsedTable } from './parser';
import type { IMPORT_STAGES } from '../../contract/app';

/** The file as it came, kept beside the reading. */
interface ImportedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** As decided: `UTF-8`, `UTF-16LE`, `windows-1252`, `gb18030` …; `binary` for formats that are not text. */
  readonly encoding: string;
  /** Lower-case hex of the bytes. */
  readonly sha256: string;
  readonly parser: string;
  readonly parserVersion: number;
}

/** A text with everything that was found in it. */
export interface DocumentImport extends ImportedFile {
  readonly kind: 'document';
  readonly normalised: NormalisedDocument;
  readonly analysis: Analysis;
  /** The same file with what was left out around its article. */
  readonly whole?: Pick<DocumentImport, 'normalised' | 'analysis'>;
  /** A person chose that: `whole` is the article alone then. */
  readonly isWhole?: boolean;
}

/** A bibliography: cleaned items, each with the text it was read from. */
export interface SourcesImport extends ImportedFile, ReadSources {
  readonly kind: 'sources';
}

/** The cells of a file of tables, and what a person calls it. */
export interface TableImport extends ImportedFile, ParsedTable {
  readonly kind: 'table';
  readonly title: string | null;
}

export type ImportResult = DocumentImport | SourcesImport | TableImport;

/** How far an import is; `done` runs from 0 to 1 within the whole of it. */
export type ImportStage = (typeof IMPORT_STAGES)[number];
export type OnImportStage = (stage: ImportStage, done: number) => void;
