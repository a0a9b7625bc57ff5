/** Sources as EndNote's XML, which several reference managers read: the elements that the import reads back. */
import type { SourceRecord } from '../../../contract/records';
import { dateText, isRecord } from '../../../core/citation/csl-text';
import type { CslField } from '../../../core/citation/fields';
import { namesOf } from '../../../core/base/names';
import type { Form } from './left-out';
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

type Csl = Readonly<Record<string, unknown>>;
/** Elements around it, outermost first, and what stands inside. */
type Element = readonly [path: readonly string[], inner: string];
type Write = (csl: Csl, field: CslField) => readonly Element[];

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const wordsIn =
  (...path: readonly string[]): Write =>
  (csl, field) => [[path, escape(textOf(csl[field]))]];
const namesIn =
  (...path: readonly string[]): Write =>
  (csl, field) => [[path, authors(csl[field])]];

/** What EndNote says of each field, in the order of its elements; null where it has none. */
const ENDNOTE: Readonly<Record<CslField, Write | null>> = {
  author: namesIn('contributors', 'authors'),
  editor: namesIn('contributors', 'secondary-authors'),
  title: wordsIn('titles', 'title'),
  'container-title': wordsIn('titles', 'secondary-title'),
  'collection-title': wordsIn('titles', 'tertiary-title'),
  'title-short': wordsIn('titles', 'short-title'),
  'container-title-short': wordsIn('periodical', 'abbr-1'),
  page: wordsIn('pages'),
  volume: wordsIn('volume'),
  issue: (csl) => [[['number'], escape(textOf(csl['issue']) || textOf(csl['number']))]],
  // Stands where an issue would, for a work that has none.
  number: null,
  keyword: (csl) => [[['keywords'], keywords(textOf(csl['keyword']))]],
  genre: wordsIn('work-type'),
  edition: wordsIn('edition'),
  issued: ({ issued }) => [
    [['dates', 'year'], /^\d{4}/.exec(dateText(issued))?.[0] ?? ''],
    [['dates', 'pub-dates', 'date'], escape(dateText(issued))],
  ],
  'publisher-place': wordsIn('pub-location'),
  publisher: wordsIn('publisher'),
  ISSN: (csl) => [[['isbn'], escape(textOf(csl['ISSN']) || textOf(csl['ISBN']))]],
  // Stands where an ISSN would, for a work that has none.
  ISBN: null,
  accessed: ({ accessed }) => [[['access-date'], escape(dateText(accessed))]],
  DOI: wordsIn('electronic-resource-num'),
  note: wordsIn('notes'),
  URL: wordsIn('urls', 'related-urls', 'url'),
  language: wordsIn('language'),
  // The record's first element.
  type: null,
  'citation-key': null,
  annote: null,
  archive: null,
  archive_location: null,
  authority: null,
  'call-number': null,
  'chapter-number': null,
  'collection-editor': null,
  'collection-number': null,
  'container-author': null,
  director: null,
  'event-date': null,
  'event-place': null,
  'event-title': null,
  interviewer: null,
  jurisdiction: null,
  medium: null,
  'number-of-pages': null,
  'number-of-volumes': null,
  'original-date': null,
  PMCID: null,
  PMID: null,
  recipient: null,
  section: null,
  status: null,
  submitted: null,
  translator: null,
  version: null,
};
/** What is lost in it is said by `leftOutOf`. */
export const ENDNOTE_FORM: Form = {
  name: 'EndNote',
  fields: ENDNOTE,
  types: TYPES,
  other: 'Generic',
  shared: { number: 'issue', ISBN: 'ISSN' },
};
const FIELDS = namesOf<CslField>(ENDNOTE);

function record({ csl }: SourceRecord): string {
  const [name, number] = TYPES[csl.type] ?? GENERIC;
  const elements = FIELDS.flatMap((field) => ENDNOTE[field]?.(csl, field) ?? []).filter(([, inner]) => inner !== '');
  return `<record><ref-type name="${name}">${number}</ref-type>${nested(elements)}</record>\n`;
}

/** Elements in one another as their paths say; neighbours in the same element share it. */
function nested(elements: readonly Element[]): string {
  const parts: string[] = [];
  for (let from = 0; from < elements.length; ) {
    const [[outer, ...rest] = [], inner = ''] = elements[from] ?? [];
    let to = from + 1;
    while (rest.length > 0 && elements[to]?.[0][0] === outer) to += 1;
    const within = elements.slice(from, to).map(([path, text]): Element => [path.slice(1), text]);
    parts.push(group(outer ?? '', rest.length === 0 ? inner : nested(within)));
    from = to;
  }
  return parts.join('');
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
