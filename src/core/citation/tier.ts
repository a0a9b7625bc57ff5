/**
 * How near to the company a source stands [S1], and whether that makes it primary. A tier that a person set decides;
 * without one the source's own words do [S2]. Audit rules, the appendix and the notebook all ask here [S3].
 */
import type { CslItem } from './model';
import { LEGAL_FORM } from '../base/legal-forms';

/** From the issuer's own filing to anything else [S1]; the order is that of the lists in which a person chooses. */
export const TIERS = ['filing', 'company', 'transcript', 'data', 'press', 'research', 'other'] as const;
export type Tier = (typeof TIERS)[number];

export const TIER_LABEL: Readonly<Record<Tier, string>> = {
  filing: 'Filing',
  company: 'Company',
  transcript: 'Transcript',
  data: 'Data vendor',
  press: 'Press',
  research: 'Research',
  other: 'Other',
};

const PRIMARY_TIERS: ReadonlySet<Tier> = new Set(['filing', 'company', 'transcript']);

/** The issuer speaks itself: in a filing, a release or a call. Vendors, press and research relay. */
export const isPrimaryTier = (tier: Tier): boolean => PRIMARY_TIERS.has(tier);

/** Words of a title or publisher, strongest first. */
const TIER_CUES: readonly (readonly [tier: Tier, pattern: RegExp])[] = [
  [
    'transcript',
    /\btranscripts?\b|\b(?:earnings|results|conference|analysts?|investors?|quarterly|Q[1-4]) (?:call|meeting)\b|\b(?:investor|capital markets) day\b|\bresults presentation\b|\bprepared remarks\b|电话会|业绩(?:说明|发布)?会|投资者交流|调研纪要/i,
  ],
  [
    'filing',
    /\b(?:10-?[KQ]|8-?K|20-?F|6-?K|40-?F|S-1|form \d{1,2}-?[KQF]|(?:annual|interim|half[- ]year(?:ly)?|quarterly|year[- ]end) (?:financial )?report|financial statements|universal registration document|SEC|EDGAR|filings?|prospectus|proxy statement)\b|(?:Gesch(?:ä|ae)fts|Jahres|Halbjahres(?:finanz)?|Quartals|Zwischen)bericht|[年季财]报|(?:年度|季度|中期|定期)报告|招股/i,
  ],
  [
    'data',
    /\b(FactSet|Bloomberg terminal|Refinitiv|LSEG|S&P Capital IQ|Morningstar|consensus data|compiled consensus)\b/i,
  ],
  [
    'company',
    /\b(?:(?:press|earnings|results) release|results (?:announcement|presentation)|(?:half|full|first|second|third|fourth|interim|annual|preliminary|quarterly)[- _]?(?:year|half|quarter)?(?:ly)? (?:\d{4} )?results|trading update|investor relations|shareholder letter|(?<!& )company(?= (?:data|documents?|disclosures?|filings?|information|materials?|presentations?|releases?|reports?|statements?|announcements?|web ?site|site)\b|$)|Pressemitteilung|Quartalsmitteilung)\b|公告/i,
  ],
  ['research', /\b(research|securities|capital markets|equity research|broker)\b/i],
];
/** A set of results by its own words, and the suffix of a company that puts it out. */
const RESULTS = /\b(?:results|accounts)\b/i;
const SUFFIX = new RegExp(String.raw`[\s,](?:${LEGAL_FORM})\.?$`);

/**
 * The tier by the source's own words and kind [S2]; press where nothing says otherwise and it is on the web. `issuers`
 * are names of the company that a citing document is about: what it publishes, or what stands on its site, is its own.
 */
export function tierByWords(csl: CslItem, issuers: readonly (string | null | undefined)[] = []): Tier {
  const words = [csl.title, csl['title-short'], csl.publisher, csl['container-title'], csl['genre']]
    .filter((part): part is string => typeof part === 'string')
    .join(' ');
  const cue = TIER_CUES.find(([, pattern]) => pattern.test(words))?.[0];
  if (cue !== undefined && isPrimaryTier(cue)) return cue;
  // What a broker or vendor writes about a company names it too, so there only the address says whose it is.
  const isIts = cue === undefined ? isPublishedBy : isOnSiteOf;
  if (issuers.some((issuer) => isIts(csl, issuer ?? ''))) return 'company';
  if (cue !== undefined) return cue;
  if (csl.type === 'speech') return 'transcript';
  if (csl.type === 'dataset') return 'data';
  if (csl.type === 'report' && (RESULTS.test(words) || SUFFIX.test(csl.publisher ?? ''))) return 'company';
  return /^(article|webpage|post|broadcast)/.test(csl.type) ? 'press' : 'other';
}

const SHORTEST_NAME = 4;
const letters = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Its address spells the issuer's name: "acorn-wind.com" spells Acorn Wind. */
function isOnSiteOf({ publisher, URL: url }: CslItem, issuer: string): boolean {
  const host = /^(?:https?:\/\/)?([a-z0-9.-]{4,120}\.[a-z]{2,12})(?:[/:?#]|$)/i.exec(url ?? publisher ?? '')?.[1];
  if (host === undefined) return false;
  const name = letters(issuer);
  if (name.length < SHORTEST_NAME) return false;
  return letters(host.replace(/^www\./i, '').replace(/\.[a-z]{2,12}$/i, '')).includes(name);
}

/** Its publisher is the issuer, or its address spells the issuer's name. */
export function isPublishedBy(source: CslItem, issuer: string): boolean {
  if (issuer.length < SHORTEST_NAME) return false;
  return (source.publisher ?? '').toLowerCase().includes(issuer.toLowerCase()) || isOnSiteOf(source, issuer);
}

/** A source with the tier that a person set for it; absent or null where nobody did, as for sources outside a notebook. */
export type Tiered = CslItem & { readonly setTier?: Tier | null | undefined };

/**
 * The one answer to how near a source stands [S2]: the tier that a person set, else what the source's words give beside
 * `issuers`, the names of the company that the citing document is about.
 */
export const tierOf = (source: Tiered, issuers: readonly (string | null | undefined)[] = []): Tier =>
  source.setTier ?? tierByWords(source, issuers);
