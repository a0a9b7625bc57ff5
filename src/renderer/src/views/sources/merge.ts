/** Two or more sources that are one: which fields differ, and the item that the person's choices make. Pure. */
import type { SourceRecord } from '../../../../contract/records';
import { dateText, namesText, typeLabel } from './csl-fields';

/** Fields offered in a merge, in the order they are read; others are kept from the first source that has them. */
const FIELDS = [
  'type',
  'title',
  'author',
  'publisher',
  'container-title',
  'issued',
  'accessed',
  'URL',
  'DOI',
  'page',
  'note',
] as const;
export type MergeField = (typeof FIELDS)[number];

export const MERGE_LABEL: Readonly<Record<MergeField, string>> = {
  type: 'Type',
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  'container-title': 'Appeared in',
  issued: 'Issued',
  accessed: 'Accessed',
  URL: 'URL',
  DOI: 'DOI',
  page: 'Pages',
  note: 'Note',
};

export interface MergeOption {
  readonly source: string;
  readonly text: string;
}

export interface MergeRow {
  readonly field: MergeField;
  /** Distinct values, in the order of the sources; the first is chosen unless the person says otherwise. */
  readonly options: readonly MergeOption[];
}

export function fieldText(source: SourceRecord, field: MergeField): string {
  const value: unknown = source.csl[field];
  if (field === 'author') return namesText(value);
  if (field === 'issued' || field === 'accessed') return dateText(value);
  if (field === 'type') return typeLabel(source.csl.type);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Only fields in which something stands; `options.length > 1` is a choice to make. */
export function mergeRows(sources: readonly SourceRecord[]): readonly MergeRow[] {
  return FIELDS.flatMap((field) => {
    const options: MergeOption[] = [];
    for (const source of sources) {
      const text = fieldText(source, field);
      if (text !== '' && !options.some((option) => option.text === text)) options.push({ source: source.id, text });
    }
    return options.length === 0 ? [] : [{ field, options }];
  });
}

/** The CSL members by the choices (field → id of the source whose value is taken). */
export function mergedCsl(
  sources: readonly SourceRecord[],
  choices: Readonly<Partial<Record<MergeField, string>>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const { field, options } of mergeRows(sources)) {
    const chosen = choices[field] ?? options[0]?.source;
    merged[field] = sources.find(({ id }) => id === chosen)?.csl[field];
  }
  return merged;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Pairs that look like one source: same DOI, same URL, or same title in the same year. Offered, never merged by itself. */
export function likelyDuplicates(sources: readonly SourceRecord[]): readonly (readonly SourceRecord[])[] {
  const groups = new Map<string, SourceRecord[]>();
  for (const source of sources) {
    const title = plain(source.csl.title ?? '');
    const keys = [
      source.csl.DOI ? `doi ${plain(source.csl.DOI)}` : '',
      source.csl.URL ? `url ${plain(source.csl.URL)}` : '',
      title.length > 8 ? `title ${title} ${dateText(source.csl.issued).slice(0, 4)}` : '',
    ];
    for (const key of keys) if (key !== '') groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  const seen = new Set<string>();
  return [...groups.values()].filter((group) => {
    const key = group.map(({ id }) => id).join(' ');
    if (group.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
