/** Makes a document out of bare text: what paste, tests and the plain-text parser start from. */
import type { NormalisedDocument } from './model';

/** CRLF and CR become LF and a byte-order mark goes; nothing else of the text changes. */
export function plainDocument(text: string): NormalisedDocument {
  return {
    format: 'text',
    text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
    marks: [],
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    language: null,
    problems: [],
  };
}
