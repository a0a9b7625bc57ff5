/** Markdown with GitHub's tables and footnotes: the text is the source itself, the marks say what its markup means. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { NormalisedDocument } from '../../../core/document/model';
import { safeHref } from '../links';
import type { DocumentParser } from '../parser';
import { bareDocument } from '../../../core/document/plain';
import type { ImportSource } from '../source';
import { blankFrontMatter, type FrontMatter, readFrontMatter } from './front-matter';
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

/**
 * Our own export says title, date and language before its text, raises the letter of its class behind each figure, and
 * explains the letters in one line: none of it is the note's.
 */
const noteAlone = (text: string, { end }: FrontMatter): string =>
  text
    .slice(end)
    .replace(/^<sup>[A-ZΣ]{1,2}<\/sup> .*\n?/gm, '')
    .replace(/<sup>[A-ZΣ]{1,2}<\/sup>/g, '');

function parse(source: ImportSource): NormalisedDocument {
  const { text: written, problems } = source.text();
  const front = readFrontMatter(written);
  const isOurs = /^tieout$/i.test(front.values.get('generator') ?? '');
  const text = isOurs ? noteAlone(written, front) : written;
  const end = isOurs ? 0 : front.end;
  const tree = fromMarkdown(blankFrontMatter(text, end), {
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
    marks: end > 0 ? [{ kind: 'syntax', start: 0, end }, ...marks] : marks,
    title: value('title'),
    author: value('author', 'authors', 'by'),
    publisher: value('publisher', 'publication'),
    published: value('date', 'published', 'as-of', 'asof'),
    url: safeHref(value('url', 'canonical', 'link') ?? ''),
    language: value('lang', 'language'),
    problems: [...problems, ...found],
  };
}
