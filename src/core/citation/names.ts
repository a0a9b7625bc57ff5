/** What stands inside a marker: a source's name, its date and a locator; and whether it is a name at all. */
import cues from '../../../resources/cues/citation.json';
import publishers from '../../../resources/cues/publishers.json';
import { alternatives } from '../base/pattern';
import { findDate } from './dates';
import type { CslDate } from './model';

export interface CitedName {
  readonly name: string;
  readonly issued: CslDate | null;
  readonly locator: string | null;
  /** A filing, release or call rather than an outlet. */
  readonly isDocument: boolean;
}

export type PublisherKind = keyof typeof publishers;

const PUBLISHERS = new Map<string, { name: string; kind: PublisherKind }>(
  (['official', 'research', 'data', 'press'] as const).flatMap((kind) =>
    publishers[kind].map((name) => [name.toLowerCase(), { name, kind }] as const),
  ),
);
const NOT_MARKERS: ReadonlySet<string> = new Set(cues.notMarkers);
const GENERIC: ReadonlySet<string> = new Set(cues.genericNames);
const DOCUMENT = new RegExp(
  `(?:^|[^\\p{L}\\p{N}-])(?:${alternatives(cues.documents)})(?![\\p{L}\\p{N}])|[年季]报|季度报告|年度报告|公告|电话会`,
  'iu',
);
const LOCATOR = new RegExp(
  `[,;:\\uff0c]?\\s*\\b((?:${cues.locators.filter((word) => /^[a-z]/.test(word)).join('|')})\\.?\\s?(?:[A-Z]{0,2}-?\\d[\\dA-Za-z.–-]{0,9}(?:\\s?[-–,]\\s?\\d{1,4})?|(?<=\\s)[A-Z]))\\s*$`,
  'i',
);
const LOCATOR_CJK = /[,\uff0c]?\s*(第\s?\d{1,4}\s?页|附注\s?\d{1,3})\s*$/;
const PERIOD_ONLY =
  /^(?:(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY|CY|TTM|LTM|NTM)[\s'’]?\d{0,4}[AE]?\s?)+(?:vs\.?.*)?$|^(?:early|mid|late)[-\s]\d{4}$/i;

/** A publisher that the cue list knows, however it is written. */
export function knownPublisher(name: string): { name: string; kind: PublisherKind } | null {
  return PUBLISHERS.get(name.toLowerCase().replace(/^the\s+/, '')) ?? PUBLISHERS.get(name.toLowerCase()) ?? null;
}

/**
 * Whether a name holds a word for a document (a form, an annual report, a call: cue data), as against a publisher's
 * bare name.
 */
export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(name);
}

/** Takes `FY25 10-K, p. 34` and `FactSet 2026-05-19` apart. */
export function readCitedName(content: string): CitedName {
  let rest = content.trim();
  const located = LOCATOR.exec(rest) ?? LOCATOR_CJK.exec(rest);
  const locator = located && located.index > 0 ? (located[1] ?? null) : null;
  if (located && locator) rest = rest.slice(0, located.index);
  const dated = findDate(rest);
  const cut = dated && (dated.end === rest.trimEnd().length || rest.slice(dated.end).trim() === '') ? dated : null;
  if (cut && cut.start > 0) rest = rest.slice(0, cut.start);
  const name = rest.replace(/[\s,;:\uff0c\uff1b\uff1a–—-]+$/, '').replace(/^[\s,;:–—-]+/, '');
  return { name, issued: cut?.date ?? null, locator, isDocument: isDocumentName(name) };
}

/** Words that only say where in a source: `p. 34`, `第12页`. */
export function isLocator(words: string): boolean {
  const located = LOCATOR.exec(words) ?? LOCATOR_CJK.exec(words);
  return located !== null && located.index === 0;
}

/** Could these words name a source? Capitals, digits or a script without case; not a date, a period or a stock phrase. */
export function isNameLike(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name)) return false;
  const plain = name.toLowerCase();
  if (NOT_MARKERS.has(plain) || PERIOD_ONLY.test(name) || /^[$€£¥~+\-−(]/.test(name)) return false;
  if (/[{}<>=|\\]|\.\.\.|…|[?!]$/.test(name) || /["“”]/.test(name)) return false;
  const date = findDate(name);
  if (date && date.end - date.start >= name.length - 1) return false;
  if (knownPublisher(name)) return true;
  return (
    /^(?:\p{Lu}|\p{N}|[\u3040-\u9fff])/u.test(name) || /^[\p{L}\p{N}.-]+\.(?:com|net|org|io|gov|cn|de|co)\b/u.test(name)
  );
}

/** Words such as "management" or "the company" attribute without naming a source. */
export function isGeneric(name: string): boolean {
  return GENERIC.has(name.toLowerCase()) || name === '';
}
