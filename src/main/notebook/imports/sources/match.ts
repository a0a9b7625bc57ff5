/** Matches the sources a document cites with those the notebook has, so that one outlet stays one source. */
import type { CslItem } from '../../../../core/citation/model';
import type { SourceRow } from '../../../storage/db/rows';
import { parseCsl } from '../../sources/csl';
import { sourceTitle } from '../../../../core/citation/source-name';

/** Letters and digits only, so that case and punctuation do not tell two names apart. */
export const nameKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An address without scheme, `www.`, query, fragment and closing slash. */
export function urlKey(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

/** What a source can be recognised by, strongest first. A bare number says nothing about the source. */
function keysOf(csl: CslItem): readonly string[] {
  const keys: string[] = [];
  if (csl.DOI) keys.push(`doi:${csl.DOI.toLowerCase()}`);
  if (csl.URL) keys.push(`url:${urlKey(csl.URL)}`);
  const name = nameKey(sourceTitle(csl));
  if (name !== '' && !/^\d+$/.test(name))
    keys.push(`name:${name}:${csl.issued === undefined ? '' : JSON.stringify(csl.issued)}`);
  return keys;
}

/** For each cited source the notebook's own one, or null where it is new. */
export function matchSources(cited: readonly CslItem[], have: readonly SourceRow[]): readonly (SourceRow | null)[] {
  const known = new Map<string, SourceRow>();
  for (const row of have) for (const key of keysOf(parseCsl(row))) if (!known.has(key)) known.set(key, row);
  return cited.map((csl) => {
    for (const key of keysOf(csl)) {
      const row = known.get(key);
      if (row !== undefined) return row;
    }
    return null;
  });
}
