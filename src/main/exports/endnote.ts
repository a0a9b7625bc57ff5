/** Sources as EndNote's XML, which several reference managers read: the elements that the import reads back. */
import type { SourceRecord } from '../../contract/records';
import { dateText, isRecord } from '../../core/citation/csl-text';
import { invertedNames } from './bibliography';

/** Type of CSL → name and number of EndNote's reference type. */
const TYPES: Readonly<Record<string, readonly [name: string, number: number]>> = {
  'article-journal': ['Journal Article', 17],
  'article-magazine': ['Magazine Article', 19],
  'article-newspaper': ['Newspaper Article', 23],
  book: ['Book', 6],
  chapter: ['Book Section', 5],
  'paper-conference': ['Conference Paper', 47],
  report: ['Report', 27],
  webpage: ['Web Page', 12],
  'post-weblog': ['Blog', 56],
  thesis: ['Thesis', 32],
  dataset: ['Dataset', 59],
  patent: ['Patent', 25],
  regulation: ['Legal Rule or Regulation', 50],
  personal_communication: ['Personal Communication', 26],
  manuscript: ['Manuscript', 36],
};
const GENERIC = ['Generic', 13] as const;

export const endnote = (sources: readonly SourceRecord[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${sources.map(record).join('')}</records></xml>\n`;

function record({ csl }: SourceRecord): string {
  const [name, number] = TYPES[csl.type] ?? GENERIC;
  const of = (member: string): string => {
    const value: unknown = csl[member];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const issued = dateText(csl.issued);
  return [
    `<record><ref-type name="${name}">${number}</ref-type>`,
    group(
      'contributors',
      group('authors', authors(csl['author'])) + group('secondary-authors', authors(csl['editor'])),
    ),
    group(
      'titles',
      one('title', of('title')) +
        one('secondary-title', of('container-title')) +
        one('tertiary-title', of('collection-title')) +
        one('short-title', of('title-short')),
    ),
    group('periodical', one('abbr-1', of('container-title-short'))),
    one('pages', of('page')),
    one('volume', of('volume')),
    one('number', of('issue') || of('number')),
    group('keywords', keywords(of('keyword'))),
    one('work-type', of('genre')),
    one('edition', of('edition')),
    group('dates', one('year', /^\d{4}/.exec(issued)?.[0] ?? '') + group('pub-dates', one('date', issued))),
    one('pub-location', of('publisher-place')),
    one('publisher', of('publisher')),
    one('isbn', of('ISSN') || of('ISBN')),
    one('access-date', dateText(csl['accessed'])),
    one('electronic-resource-num', of('DOI')),
    one('notes', of('note')),
    group('urls', group('related-urls', one('url', of('URL')))),
    one('language', of('language')),
    '</record>\n',
  ].join('');
}

const group = (name: string, inner: string): string => (inner === '' ? '' : `<${name}>${inner}</${name}>`);
const one = (name: string, text: string): string => group(name, escape(text));

/** What XML cannot hold at all is left out. */
const escape = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const keywords = (words: string): string =>
  words
    .split(/\s*[,;]\s*/)
    .map((word) => one('keyword', word))
    .join('');

/** A comma behind a name keeps EndNote from taking an institution apart into family and given name. */
function authors(names: unknown): string {
  if (!Array.isArray(names)) return '';
  return names
    .filter(isRecord)
    .map((name) =>
      typeof name['literal'] === 'string'
        ? one('author', `${name['literal']},`)
        : one('author', invertedNames([name]).join('')),
    )
    .join('');
}
