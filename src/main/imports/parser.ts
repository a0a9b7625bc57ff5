/** What a parser of one format is; adding a format is one folder and one line in the registry. */
import type { NormalisedDocument } from '../../core/document/model';
import type { ImportSource } from './source';

export interface Parser {
  readonly name: string;
  /** Counts up when the same bytes would give another text or other marks: a new parser makes a new version of a document. */
  readonly version: number;
  /** How sure the content looks like this format, 0 to 1; the file name may tip the balance, never decide alone. */
  readonly recognise: (source: ImportSource) => number;
  /** Never throws for what stands in the file: what cannot be read is a problem in the document. */
  readonly parse: (source: ImportSource) => NormalisedDocument;
}

/** A document with nothing but its text, for parsers to spread from. */
export const bareDocument = {
  marks: [],
  title: null,
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  problems: [],
} as const;
