/** What mail's headers say to a person: words (RFC 2047), names and addresses, dates as written in their own zone. */
import { MONTH_NAMES, MONTH_STEMS } from '../../../core/base/months';
import { addressParser, decodeWords } from 'postal-mime';
import { decodeWindows1252 } from '../windows-1252';

/** Bytes 80 to 9F read as ISO 8859-1, which no sender means: see `windows-1252.ts`. */
export const mendWestern = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (character) => decodeWindows1252(Uint8Array.of(character.charCodeAt(0))));

/** What turns the direction of writing or shows nothing at all has no place in a name or a title. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** Never half a character: a text that holds one cannot be kept. */
const clip = <T extends string | null>(text: T, most: number) =>
  text === null ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

const tidy = (text: string): string | null => {
  const plain = mendWestern(text).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return plain === '' ? null : clip(plain, 1000);
};

export const headerWords = (value: string | null): string | null => (value === null ? null : tidy(decodeWords(value)));

export interface Sender {
  /** As written, null where only the address is. */
  readonly name: string | null;
  readonly address: string | null;
}

/** The first `most` addresses of a header in order, those of groups included; empty where there is no header. */
export function addressesIn(value: string | null, most: number): readonly Sender[] {
  if (value === null) return [];
  return addressParser(value, { flatten: true })
    .slice(0, most)
    .flatMap(({ name, address }) => {
      const sender = { name: clip(tidy(name), 200), address: clip(tidy(address ?? ''), 320) };
      return sender.name === null && sender.address === null ? [] : [sender];
    });
}

export interface MailDate {
  /** ISO date and time with the zone as written: `2026-05-04T09:15:00+02:00`. */
  readonly iso: string;
  /** For a person: `4 May 2026, 09:15 +02:00`. */
  readonly words: string;
}

const DATE =
  /\b(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?/i;
/** Hours from Greenwich of the zones that RFC 5322 still knows by name. */
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** Null where the header is no date of any day there is. */
export function mailDate(value: string | null): MailDate | null {
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', zone = ''] =
    DATE.exec(value?.slice(0, 200) ?? '') ?? [];
  const number = MONTH_STEMS.indexOf(month.toLowerCase());
  if (number < 0) return null;
  const date = `${fullYear(year)}-${two(number + 1)}-${two(Number(day))}`;
  const time = `${two(Number(hour))}:${minute}`;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (ZONES[zone.toUpperCase()] ?? 'Z');
  const iso = `${date}T${time}:${second}${offset}`;
  if (!isDay(date) || Number.isNaN(Date.parse(iso))) return null;
  const shown = offset === 'Z' ? 'UTC' : offset;
  return { iso, words: `${Number(day)} ${MONTH_NAMES[number] ?? ''} ${fullYear(year)}, ${time} ${shown}` };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Two and three digits as RFC 5322 reads them. */
function fullYear(year: string): string {
  const number = Number(year);
  if (year.length >= 4) return year;
  return String(number + (year.length === 2 && number < 50 ? 2000 : 1900));
}

/** 31 June is none: parsing it alone would give 1 July. */
const isDay = (date: string): boolean => {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
};
