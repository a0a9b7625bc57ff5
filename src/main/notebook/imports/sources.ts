/** Matches the sources a document cites with those the notebook has, so that one outlet stays one source. */
import type { CslItem } from '../../../core/citation/model';
import type { Recorder } from '../../storage/recorder';
import type { SourceRow } from '../../storage/rows';
import { parseCsl } from '../audit-model';
import { tidyCsl } from '../csl';

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
  const name = nameKey([csl.title ?? csl['title-short'] ?? csl.publisher ?? csl['container-title'] ?? ''].join(' '));
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

const TIER_CUES: readonly (readonly [tier: SourceRow['tier'], pattern: RegExp])[] = [
  [
    'transcript',
    /\btranscripts?\b|\b(?:earnings|results|conference|analysts?|investors?|quarterly|Q[1-4]) call\b|电话会/i,
  ],
  [
    'filing',
    /\b(10-[KQ]|8-K|20-F|6-K|40-F|S-1|(?:annual|interim|half-year(?:ly)?|quarterly) (?:financial )?report|universal registration document|SEC|EDGAR|filings?|prospectus)\b|(?:Gesch(?:ä|ae)fts|Jahres|Halbjahres(?:finanz)?|Quartals|Zwischen)bericht|[年季]报|年度报告|季度报告|招股/i,
  ],
  [
    'data',
    /\b(FactSet|Bloomberg terminal|Refinitiv|LSEG|S&P Capital IQ|Morningstar|consensus data|compiled consensus)\b/i,
  ],
  [
    'company',
    /\b(press release|earnings release|results (?:release|announcement|presentation)|trading update|investor relations|shareholder letter|company|Pressemitteilung|Quartalsmitteilung)\b|公告/i,
  ],
  ['research', /\b(research|securities|capital markets|equity research|broker)\b/i],
];
/** A set of results by its own words, and the suffix of a company that puts it out. */
const RESULTS = /\b(?:results|accounts)\b/i;
const SUFFIX = /[\s,](?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|LLC|Co|AG|SE|S\.?A|N\.?V|AB|ASA)\.?$/;

/** How near to the company a source is, by its own words; press where nothing says otherwise and it is on the web. */
export function guessTier(csl: CslItem): SourceRow['tier'] {
  const words = [csl.title, csl['title-short'], csl.publisher, csl['container-title'], csl['genre']]
    .filter((part): part is string => typeof part === 'string')
    .join(' ');
  const cue = TIER_CUES.find(([, pattern]) => pattern.test(words));
  if (cue !== undefined) return cue[0];
  if (csl.type === 'speech') return 'transcript';
  if (csl.type === 'dataset') return 'data';
  if (csl.type === 'report' && (RESULTS.test(words) || SUFFIX.test(csl.publisher ?? ''))) return 'company';
  return /^(article|webpage|post|broadcast)/.test(csl.type) ? 'press' : 'other';
}

/** A new source of the notebook; gives its id. */
export function insertSource(
  tx: Recorder,
  tools: { readonly newId: (prefix: string) => string; readonly now: () => string },
  csl: CslItem,
): string {
  const id = tools.newId('s');
  const row = { csl: JSON.stringify(tidyCsl({ ...csl, id })), tier: guessTier(csl), document: null } as const;
  tx.insert('source', { id, ...row, edited: 0, created_at: tools.now() });
  return id;
}
