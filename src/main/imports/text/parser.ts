/** Plain text: the text is the file, and its layout is found from the text alone. */
import type { Parser } from '../parser';
import { bareDocument } from '../parser';

export const textParser: Parser = {
  name: 'text',
  version: 1,
  recognise: () => 0.1,
  parse: (source) => {
    const { text, problems } = source.text();
    return { ...bareDocument, format: 'text', text, problems };
  },
};
