/** EndNote's record as CSL members; unclean, for `cleanItem`. */
import type { CslField } from '../../../../core/citation/fields';
import { serialMember } from '../clean';
import { readBibDate } from '../dates';

const TYPES: Readonly<Record<string, string>> = {
  'journal article': 'article-journal',
  'electronic article': 'article-journal',
  'magazine article': 'article-magazine',
  'newspaper article': 'article-newspaper',
  book: 'book',
  'edited book': 'book',
  'electronic book': 'book',
  'book section': 'chapter',
  'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference',
  report: 'report',
  'government document': 'report',
  'web page': 'webpage',
  blog: 'post-weblog',
  thesis: 'thesis',
  dataset: 'dataset',
  patent: 'patent',
  'legal rule or regulation': 'regulation',
  'personal communication': 'personal_communication',
  'unpublished work': 'manuscript',
  manuscript: 'manuscript',
};
const BY_NUMBER: Readonly<Record<string, string>> = {
  '17': 'article-journal',
  '19': 'article-magazine',
  '23': 'article-newspaper',
  '6': 'book',
  '5': 'chapter',
  '10': 'paper-conference',
  '47': 'paper-conference',
  '27': 'report',
  '46': 'report',
  '12': 'webpage',
  '16': 'webpage',
  '32': 'thesis',
  '59': 'dataset',
};

/** EndNote's elements by path → members, unclean; a member that is no field of a source does not compile. */
export function toCsl(values: ReadonlyMap<string, readonly string[]>): Readonly<Partial<Record<CslField, unknown>>> {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = values.get(name)?.find((one) => one.trim() !== '');
      if (value !== undefined) return value.trim();
    }
    return undefined;
  };
  const isbn = first('isbn');
  return {
    type: TYPES[(first('ref-type-name') ?? '').toLowerCase()] ?? BY_NUMBER[first('ref-type') ?? ''] ?? 'document',
    title: first('titles/title', 'titles/tertiary-title'),
    'title-short': first('titles/short-title'),
    'collection-title': first('titles/title') === undefined ? undefined : first('titles/tertiary-title'),
    'container-title-short': first('periodical/abbr-1', 'alt-periodical/abbr-1'),
    genre: first('work-type'),
    'container-title': first('periodical/full-title', 'titles/secondary-title', 'alt-periodical/full-title'),
    author: namesOf(values.get('contributors/authors/author')),
    editor: namesOf(values.get('contributors/secondary-authors/author')),
    issued: issuedOf(first('dates/year'), first('dates/pub-dates/date')),
    accessed: first('access-date', 'dates/access-date'),
    publisher: first('publisher'),
    'publisher-place': first('pub-location'),
    page: first('pages'),
    volume: first('volume'),
    issue: first('number'),
    edition: first('edition'),
    [serialMember(isbn ?? '') ?? 'ISBN']: isbn,
    DOI: first('electronic-resource-num'),
    URL: first('urls/related-urls/url', 'urls/web-urls/url', 'urls/text-urls/url', 'urls/url'),
    note: first('notes', 'research-notes'),
    language: first('language'),
    keyword: values.get('keywords/keyword')?.join(','),
    'citation-key': first('label', 'rec-number'),
  };
}

/** `Family, Given`; a name that ends in a comma is an institution's, as EndNote has it typed. */
function namesOf(names: readonly string[] | undefined): readonly object[] | undefined {
  return names?.flatMap((name) => {
    const words = name.replaceAll(/\s+/g, ' ').trim();
    if (words === '') return [];
    const comma = words.indexOf(',');
    if (comma < 0) return [/\s/.test(words) ? { literal: words } : { family: words }];
    const [given = '', suffix = ''] = words
      .slice(comma + 1)
      .split(',')
      .map((part) => part.trim());
    const family = words.slice(0, comma).trim();
    return [given === '' ? { literal: family } : { family, given, ...(suffix !== '' && { suffix }) }];
  });
}

/** The day often stands without its year: `May 13`. */
function issuedOf(year: string | undefined, date: string | undefined): unknown {
  if (date !== undefined) {
    const read = readBibDate(/\d{4}/.test(date) || year === undefined ? date : `${date} ${year}`);
    if (read?.['date-parts']) return read;
  }
  return year === undefined ? undefined : readBibDate(year);
}
