/** Markdown with GitHub's tables and footnotes: the text is the source itself, the marks say what its markup means. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { NormalisedDocument } from '../../../core/document/model';
import { safeHref } from '../links';
import type { DocumentParser } from '../parser';
import { bareDocument } from '../../../core/document/plain';
import type { ImportSource } from '../source';
import { blankFrontMatter, readFrontMatter } from './front-matter';
import { readMarks } from './marks';
import { markdownScore } from './recognise';

export const markdownParser = {
  kind: 'document',
  name: 'markdown',
  version: 1,
  reads: 'text',
  recognise: (source) => markdownScore(source.text().text, source.fileName),
  parse,
} satisfies DocumentParser;

function parse(source: ImportSource): NormalisedDocument {
  const { text, problems } = source.text();
  const front = readFrontMatter(text);
  const tree = fromMarkdown(blankFrontMatter(text, front.end), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const { marks, found } = readMarks(tree, text);
  const value = (...keys: string[]): string | null => {
    for (const key of keys) {
      const held = front.values.get(key);
      if (held !== undefined) return held;
    }
    return null;
  };
  return {
    ...bareDocument,
    format: 'markdown',
    text,
    marks: front.end > 0 ? [{ kind: 'syntax', start: 0, end: front.end }, ...marks] : marks,
    title: value('title'),
    author: value('author', 'authors', 'by'),
    publisher: value('publisher', 'publication'),
    published: value('date', 'published', 'as-of', 'asof'),
    url: safeHref(value('url', 'canonical', 'link') ?? ''),
    language: value('lang', 'language'),
    problems: [...problems, ...found],
  };
}
