/** What an import process hands over: plain data about one file, read and analysed, and nothing of the notebook. */
import type { Analysis } from '../../core/analysis';
import type { NormalisedDocument } from '../../core/document/model';

export interface ImportResult {
  readonly normalised: NormalisedDocument;
  readonly analysis: Analysis;
  /** The file as it was read; for pasted text its UTF-8 bytes. */
  readonly bytes: Uint8Array;
  /** The file's own name without folders; null for pasted text. */
  readonly fileName: string | null;
  /** Name of the encoding the bytes were read in: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string;
  /** SHA-256 of `bytes`, 64 lower-case hex digits. */
  readonly sha256: string;
  /** The registered parser's name and version, stored so that a newer parser can make a new version of the document. */
  readonly parser: string;
  readonly parserVersion: string;
}
