/** Two or more sources that are one: which fields differ, and the item that the person's choices make. Pure. */
import type { SourceRecord } from '../../../../contract/records';
import { CSL_FIELDS, type CslField, cslFieldText, isCompared, memberText } from '../../../../core/citation/fields';

/** Fields offered in a merge: all that are the work's own. */
const FIELDS = CSL_FIELDS.filter(isCompared);

export interface MergeOption {
  readonly source: string;
  readonly text: string;
}

export interface MergeRow {
  readonly field: CslField;
  /** Distinct values, in the order of the sources; the first is chosen unless the person says otherwise. */
  readonly options: readonly MergeOption[];
}

/** Only fields in which something stands; `options.length > 1` is a choice to make. */
export function mergeRows(sources: readonly SourceRecord[]): readonly MergeRow[] {
  return FIELDS.flatMap((field) => {
    const options: MergeOption[] = [];
    for (const source of sources) {
      const text = cslFieldText(source.csl, field);
      if (text !== '' && !options.some((option) => option.text === text)) options.push({ source: source.id, text });
    }
    return options.length === 0 ? [] : [{ field, options }];
  });
}

/** The CSL members by the choices (field → id of the source whose value is taken). */
export function mergedCsl(
  sources: readonly SourceRecord[],
  choices: Readonly<Partial<Record<CslField, string>>>,
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
      title.length > 8 ? `title ${title} ${memberText(source.csl.issued).slice(0, 4)}` : '',
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
