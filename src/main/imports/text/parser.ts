/** Plain text: the text is the file, and its layout is found from the text alone. */
import type { DocumentParser } from '../parser';
import { bareDocument } from '../../../core/document/plain';
import { submissionOf } from './submission';

export const textParser = {
  kind: 'document',
  name: 'text',
  version: 2,
  reads: 'text',
  recognise: () => 0.1,
  parse: (source) => {
    const { text, problems } = source.text();
    return { ...bareDocument, ...submissionOf(text), format: 'text', text, problems };
  },
} satisfies DocumentParser;
