/** HTML: the text is what a reader would see of the article; nothing of the page runs, loads or survives but words and marks. */
import type { NormalisedDocument } from '../../../core/document/model';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { chooseArticle } from './article';
import { clean, HTML_PROBLEMS } from './clean';
import { parseDocument } from './dom';
import { findFootnotes } from './footnotes';
import { readMetadata } from './metadata';
import { htmlScore } from './recognise';
import { render } from './render';

export const htmlParser = {
  kind: 'document',
  name: 'html',
  version: 1,
  reads: 'text',
  recognise: (source) => htmlScore(source.text().text, source.fileName),
  parse,
} satisfies DocumentParser;

function parse(source: ImportSource): NormalisedDocument {
  const { text: html, problems: decoding } = source.text();
  const problems = countProblems(HTML_PROBLEMS);
  const document = parseDocument(html);
  const metadata = readMetadata(document);
  clean(document, problems);
  const article = chooseArticle(document, html, problems);
  const rendered = article
    ? render(article, findFootnotes(article.root), metadata.url, problems)
    : { text: '', marks: [] };
  return { format: 'html', ...rendered, ...metadata, problems: [...decoding, ...problems.list()] };
}
