/**
 * Cleans what any bibliography gave into CSL-JSON that the notebook can keep: known members only, bounded texts, names
 * and dates in shape, addresses that are addresses. Abstracts and attachments are left out: the notebook cites, it does
 * not copy.
 */
import type { CslDate, CslItem, CslName } from '../../../core/citation/model';
import { isRecord } from '../../../core/citation/csl-text';
import { CSL_FIELDS, type CslField, cslFieldsOf, sourceField } from '../../../core/citation/fields';
import { readBibDate } from './dates';

const MOST_NAMES = 500;

/** How a member is read, by its kind: unclean value in, what the notebook keeps out. */
const CLEANERS: Readonly<
  Record<ReturnType<typeof sourceField>['kind'], (value: unknown, member: CslField) => unknown>
> = {
  text: (value, member) => textOf(value, sourceField(member).longest),
  names: namesOf,
  date: dateOf,
  url: (value, member) => urlOf(value, sourceField(member).longest),
  doi: (value, member) => doiOf(value, sourceField(member).longest),
  type: (value) => typeOf(value),
  tier: () => undefined,
};
/** In the order in which an item is written. */
const CLEANED = [...cslFieldsOf('text'), ...cslFieldsOf('names'), ...cslFieldsOf('date'), ...cslFieldsOf('doi', 'url')];

/** Null where nothing says what the source is: neither title nor author, address, DOI or where it appeared. */
export function cleanItem(raw: Readonly<Record<string, unknown>>): CslItem | null {
  const item: Record<string, unknown> = { type: typeOf(raw['type']) };
  for (const member of CLEANED) put(item, member, CLEANERS[sourceField(member).kind](own(raw, member), member));
  item['page'] = typeof item['page'] === 'string' ? item['page'].replaceAll(/\s*[-–—]+\s*/g, '-') : undefined;
  const says = CSL_FIELDS.some((member) => sourceField(member).identifies === true && item[member]);
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
function plainText(value: string): string {
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
      const text = textOf(own(value, part), sourceField('author').longest);
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

function doiOf(value: unknown, most: number): string | undefined {
  const words = textOf(value, most);
  const found = words && /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(words.replaceAll(String.raw`\_`, '_'));
  return found ? found[0].replace(/[.,;]+$/, '') : undefined;
}

/** Only what a browser would open; anything else could run or read something when somebody follows it. */
function urlOf(value: unknown, most: number): string | undefined {
  const words = textOf(value, most);
  const found = words && /https?:\/\/\S+/i.exec(words);
  if (!found) return undefined;
  const url = found[0].replace(/[>}\]),;]+$/, '');
  return URL.canParse(url) ? url : undefined;
}

/** The member that a number of books or journals is: four and four digits are an ISSN, ten or thirteen an ISBN. */
export function serialMember(number: string): 'ISSN' | 'ISBN' | null {
  const digits = number.replaceAll(/[\s-]/g, '');
  if (/^\d{7}[\dXx]$/.test(digits)) return 'ISSN';
  return /^(?:\d{9}[\dXx]|\d{13})$/.test(digits) ? 'ISBN' : null;
}
