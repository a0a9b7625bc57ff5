/**
 * Cleans what any bibliography gave into CSL-JSON that the notebook can keep: known members only, bounded texts, names and
 * dates in shape, addresses that are addresses. Abstracts and attachments are left out: the notebook cites, it does not copy.
 */
import type { CslDate, CslItem, CslName } from '../../../core/citation/model';
import { isRecord } from '../../../core/citation/csl-text';
import { readBibDate } from './dates';

const LONG = 2_000;
const TEXTS: Readonly<Record<string, number>> = {
  title: LONG,
  'title-short': LONG,
  publisher: 500,
  'container-title': 1_000,
  'container-title-short': 500,
  'collection-title': 1_000,
  'collection-number': 100,
  'publisher-place': 500,
  'event-title': 1_000,
  'event-place': 500,
  archive: 500,
  archive_location: 500,
  authority: 500,
  genre: 500,
  medium: 500,
  language: 60,
  edition: 100,
  volume: 100,
  'number-of-volumes': 100,
  issue: 100,
  number: 100,
  page: 200,
  'number-of-pages': 100,
  section: 500,
  jurisdiction: 500,
  version: 100,
  ISBN: 200,
  ISSN: 200,
  PMID: 60,
  PMCID: 60,
  note: 20_000,
  annote: 20_000,
  keyword: LONG,
  'citation-key': 200,
  'call-number': 200,
  status: 200,
};
const NAMES = [
  'author',
  'editor',
  'translator',
  'director',
  'container-author',
  'collection-editor',
  'recipient',
  'interviewer',
] as const;
const DATES = ['issued', 'accessed', 'event-date', 'submitted', 'original-date'] as const;
const MOST_NAMES = 500;

/** Null where nothing says what the source is: neither title nor author, address, DOI or where it appeared. */
export function cleanItem(raw: Readonly<Record<string, unknown>>): CslItem | null {
  const item: Record<string, unknown> = { type: typeOf(raw['type']) };
  for (const [member, most] of Object.entries(TEXTS)) put(item, member, textOf(own(raw, member), most));
  for (const member of NAMES) put(item, member, namesOf(own(raw, member)));
  for (const member of DATES) put(item, member, dateOf(own(raw, member)));
  put(item, 'DOI', doiOf(own(raw, 'DOI')));
  put(item, 'URL', urlOf(own(raw, 'URL')));
  item['page'] = typeof item['page'] === 'string' ? item['page'].replaceAll(/\s*[-–—]+\s*/g, '-') : undefined;
  const says = ['title', 'author', 'URL', 'DOI', 'container-title', 'publisher'].some((member) => item[member]);
  if (!says) return null;
  return { ...defined(item), id: 'read', type: String(item['type']) };
}

const own = (raw: Readonly<Record<string, unknown>>, member: string): unknown =>
  Object.hasOwn(raw, member) ? raw[member] : undefined;

const defined = (item: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

function put(item: Record<string, unknown>, member: string, value: unknown): void {
  if (value !== undefined) item[member] = value;
}

const typeOf = (type: unknown): string =>
  typeof type === 'string' && /^[a-z][a-z_-]{1,58}$/.test(type) ? type : 'document';

/** One line of plain text: no tags of rich text, no control or direction characters, no half characters. */
export function plainText(value: string): string {
  return (
    value
      .replaceAll(/<\/?(?:i|b|em|strong|sup|sub|sc|span|div|p|br|font|scp|jats:[a-z]+)(?:\s[^<>]{0,200})?\/?>/gi, '')
      .replaceAll(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
      .replaceAll(/\p{Cs}/gu, '\uFFFD')
      // LaTeX takes the dot off before it puts an accent on.
      .replaceAll(/ı(?=\p{Mn})/gu, 'i')
      .replaceAll(/ȷ(?=\p{Mn})/gu, 'j')
      .normalize('NFC')
      .replaceAll(/\s+/g, ' ')
      .trim()
  );
}

function textOf(value: unknown, most: number): string | undefined {
  const words = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value;
  if (typeof words !== 'string' && typeof words !== 'number') return undefined;
  const text = cut(plainText(cut(String(words), 4 * most)), most);
  return text === '' ? undefined : text;
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

function namesOf(value: unknown): readonly CslName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.slice(0, MOST_NAMES).flatMap((one: unknown) => nameOf(one) ?? []);
  return names.length === 0 ? undefined : names;
}

const PARTS = ['family', 'given', 'literal', 'suffix', 'non-dropping-particle', 'dropping-particle'] as const;

function nameOf(value: unknown): CslName | null {
  if (typeof value === 'string') return nameOf({ literal: value });
  if (!isRecord(value)) return null;
  const parts = Object.fromEntries(
    PARTS.flatMap((part) => {
      const text = textOf(own(value, part), 500);
      return text === undefined ? [] : [[part, text]];
    }),
  );
  if (parts['literal'] === undefined && parts['family'] === undefined) {
    return parts['given'] === undefined ? null : { literal: parts['given'] };
  }
  const { family } = parts;
  if (family === 'others' && parts['given'] === undefined) return null;
  // A name that was never parted is an institution's.
  const whole = Object.keys(parts).length === 1 && family !== undefined && /\s/.test(family);
  return whole ? { literal: family } : parts;
}

function dateOf(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readBibDate(String(value)) ?? undefined;
  if (!isRecord(value)) return undefined;
  const parts = value['date-parts'];
  if (Array.isArray(parts)) {
    const read = parts.slice(0, 2).flatMap((one: unknown) => {
      if (!Array.isArray(one)) return [];
      const date = readBibDate(one.slice(0, 3).map(String).join('-'));
      return date?.['date-parts'] ?? [];
    });
    if (read.length > 0) return { 'date-parts': read };
  }
  const words = value['literal'] ?? value['raw'];
  return typeof words === 'string' ? (readBibDate(plainText(words)) ?? undefined) : undefined;
}

function doiOf(value: unknown): string | undefined {
  const words = textOf(value, 500);
  const found = words && /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(words.replaceAll(String.raw`\_`, '_'));
  return found ? found[0].replace(/[.,;]+$/, '') : undefined;
}

/** Only what a browser would open; anything else could run or read something when somebody follows it. */
function urlOf(value: unknown): string | undefined {
  const words = textOf(value, 4_000);
  const found = words && /https?:\/\/\S+/i.exec(words);
  if (!found) return undefined;
  const url = found[0].replace(/[>}\])]+$/, '');
  return URL.canParse(url) ? url : undefined;
}
