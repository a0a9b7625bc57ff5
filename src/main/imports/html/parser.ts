/** HTML: the text is what a reader would see of the article; nothing of the page runs, loads or survives but words and marks. */
import type { NormalisedDocument } from '../../../core/document/model';
import type { DocumentParser, ParseOptions } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { HTML_PROBLEMS } from './clean';
import { readPage } from './read';
import { htmlScore } from './recognise';

export const htmlParser = {
  kind: 'document',
  name: 'html',
  version: 3,
  reads: 'text',
  recognise: (source) => htmlScore(source.text().text, source.fileName),
  parse,
} satisfies DocumentParser;

function parse(source: ImportSource, { whole = false }: ParseOptions = {}): NormalisedDocument {
  const { text: html, problems: decoding } = source.text();
  const problems = countProblems(HTML_PROBLEMS);
  const { metadata, ...rendered } = readPage(html, { problems, whole });
  return { format: 'html', ...rendered, ...metadata, problems: [...decoding, ...problems.list()] };
}
