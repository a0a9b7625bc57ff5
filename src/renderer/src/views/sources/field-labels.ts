/** What a CSL member is called; one without a name of its own is called as in the standard. */
import { MERGE_LABEL } from './merge';

const MORE: Readonly<Record<string, string>> = {
  editor: 'Editor',
  volume: 'Volume',
  issue: 'Issue',
  number: 'Number',
  edition: 'Edition',
  genre: 'Kind',
  language: 'Language',
  keyword: 'Keywords',
  'title-short': 'Short title',
  'publisher-place': 'Place',
  'collection-title': 'Series',
};

export const fieldLabel = (field: string): string =>
  Object.entries({ ...MERGE_LABEL, ...MORE }).find(([name]) => name === field)?.[1] ?? field;
