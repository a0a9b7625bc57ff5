/** Makes a document out of bare text: what paste, tests and the plain-text parser start from. */
import type { NormalisedDocument } from './model';

/** A document with nothing but its text, to spread from. */
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

/** CRLF and CR become LF and a byte-order mark goes; nothing else of the text changes. */
export function plainDocument(text: string): NormalisedDocument {
  return {
    ...bareDocument,
    format: 'text',
    text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
  };
}
