/** One entry's fields as CSL: LaTeX and the mapping by citation-js, what it stumbles over as plain text. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslDate, CslItem } from '../../../../core/citation/model';
import { isRecord } from '../../../../core/citation/csl-text';
import { cleanItem } from '../clean';
import { monthNumber, readBibDate } from '../dates';
import { plainerLatex, withoutCommands, withoutStanding } from './latex';

/** Fields that the notebook keeps; abstracts, files and reference managers' own are not among them. */
const KEPT = new Set(
  `author editor translator bookauthor title subtitle titleaddon shorttitle booktitle booksubtitle maintitle journal
journaltitle journalsubtitle shortjournal series number volume issue edition chapter part pages pagetotal numpages year month
day date urldate eventdate origdate doi url isbn issn publisher institution school organization location address
howpublished note annote annotation type version language langid eprint eprinttype keywords venue eventtitle
holder volumes pubstate key`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
const RAW = new Set(['doi', 'url', 'isbn', 'issn', 'date', 'urldate', 'year', 'month', 'day', 'eventdate', 'origdate']);

/** Fields that say how entries hang together or how a style prints them: nothing of the source is lost with them. */
const ABOUT_ENTRY = new Set(
  'crossref xref xdata ids options entryset entrysubtype related relatedtype sortkey sorttitle sortname sortyear presort gender nameaddon indextitle label timestamp owner groups'.split(
    ' ',
  ),
);

/** Types that the library maps to a kind of source; others are documents. */
const KNOWN_TYPES = new Set(
  `article artwork audio bibnote book bookinbook booklet collection commentary conference dataset electronic image
inbook incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie music
mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings reference report
review software standard suppbook suppcollection suppperiodical techreport thesis unpublished video www`.split(/\s+/),
);

export const isKnownType = (type: string): boolean => KNOWN_TYPES.has(type);

/** A date of which the item says less than the file: a season, a guess, an end that is open. */
const PLAIN_DATE = /^(?:\d{4}(?:-(?:0?[1-9]|1[0-2])(?:-\d{1,2}(?:T.*)?)?)?(?:\/(?=\d)|$)){1,2}$/;

export interface ReadEntry {
  readonly csl: CslItem | null;
  /** Names of fields that are not kept. */
  readonly left: readonly string[];
  /** Dates that are kept in part. */
  readonly dates: readonly string[];
  /** Names of fields whose LaTeX could not be read and stand as plain text. */
  readonly plain: readonly string[];
  /** Fields whose value is not what the field is for, with it. */
  readonly unread: readonly string[];
}

export function readEntry(type: string, key: string | null, all: ReadonlyMap<string, string>): ReadEntry {
  const properties = new Map<string, string>();
  for (const [name, value] of all) if (KEPT.has(name) && value.trim() !== '') properties.set(name, tame(name, value));
  takeUrl(properties);
  const given = { type: Object.hasOwn(Object.prototype, type) ? 'misc' : type, label: key ?? 'entry' };
  const { mapped, plain } = map(given, properties);
  const left = [...all].flatMap(([name, value]) =>
    value.trim() !== '' && !KEPT.has(name) && !ABOUT_ENTRY.has(name) ? [name] : [],
  );
  const dates = ['date', 'urldate', 'eventdate', 'origdate'].flatMap((name) => {
    const words = properties.get(name);
    return words !== undefined && /\d{4}/.test(words) && isCutDate(words) ? [`${name} ${words.slice(0, 40)}`] : [];
  });
  const standing: string[] = [];
  const tidy = mapped === null ? null : withoutStandingIn(tidied(mapped, properties, type, key), standing);
  const csl = tidy === null ? null : cleanItem(tidy);
  return { csl, left, dates, plain: [...plain, ...standing], unread: csl === null ? [] : unreadOf(csl, properties) };
}

/** The members without commands that the library left standing; the names of those that had some go to `standing`. */
function withoutStandingIn(
  item: Readonly<Record<string, unknown>>,
  standing: string[],
): Readonly<Record<string, unknown>> {
  const read = Object.entries(item).map(([member, value]): [string, unknown] => {
    const plain = typeof value === 'string' && !UNTOUCHED.has(member) ? withoutStanding(value) : null;
    if (plain === null) return [member, value];
    standing.push(member);
    return [member, plain];
  });
  return Object.fromEntries(read);
}

const UNTOUCHED = new Set(['URL', 'DOI', 'citation-key', 'id']);

/** DOIs and addresses that are none, with their fields: the item goes without them. */
function unreadOf(csl: CslItem, properties: ReadonlyMap<string, string>): readonly string[] {
  const members = { doi: 'DOI', url: 'URL' } as const;
  return (['doi', 'url'] as const).flatMap((name) => {
    const words = properties.get(name);
    return words === undefined || csl[members[name]] !== undefined ? [] : [`${name} “${words.slice(0, 60)}”`];
  });
}

/** `2020-21`, `1984~`, `2019/..`: what is read of it is less than it says. */
function isCutDate(words: string): boolean {
  if (PLAIN_DATE.test(words.trim())) return false;
  if (/^\d{1,2}([/-])\d{1,2}\1\d{4}$/.test(words.trim())) return readBibDate(words)?.['date-parts']?.[0]?.length === 1;
  const read = readBibDate(words)?.['date-parts'];
  return (
    read !== undefined && (/[~?%]|\.\.|\/\s*$|^\s*\//.test(words) || /^\d{4}-(?:1[3-9]|[2-9]\d)/.test(words.trim()))
  );
}

/** Commands named like members of every object are looked up as such by the library. */
const INHERITED = /\\(?=(?:constructor|toString|valueOf|hasOwnProperty|isPrototypeOf|toLocaleString)\b|__)/g;

function tame(name: string, value: string): string {
  if (RAW.has(name)) {
    return value
      .replaceAll(/\\(?:url|href)\s*/g, '')
      .replaceAll(/\\([_%#&~{}])/g, '$1')
      .replaceAll(/[{}]/g, '')
      .trim();
  }
  return plainerLatex(value.replaceAll(INHERITED, ''));
}

/** Addresses stand in `howpublished` and `note` where BibTeX had no field for them. */
function takeUrl(properties: Map<string, string>): void {
  for (const name of ['howpublished', 'note']) {
    const value = properties.get(name);
    const found = value && /\\url\s*\{([^{}]{1,4000})\}|^\s*(https?:\/\/\S+)\s*$/.exec(value);
    if (!value || !found) continue;
    if (!properties.has('url')) properties.set('url', tame('url', found[1] ?? found[2] ?? ''));
    const rest = value.replace(found[0], ' ').trim();
    if (rest === '') properties.delete(name);
    else properties.set(name, rest);
  }
}

function map(
  given: { readonly type: string; readonly label: string },
  properties: Map<string, string>,
): { readonly mapped: Readonly<Record<string, unknown>> | null; readonly plain: readonly string[] } {
  const whole = attempt(given, properties);
  if (whole) return { mapped: whole, plain: [] };
  const plain: string[] = [];
  for (const [name, value] of properties) {
    if (attempt(given, new Map([[name, value]]))) continue;
    plain.push(name);
    properties.set(name, withoutCommands(value));
  }
  return { mapped: attempt(given, properties), plain };
}

function attempt(given: object, properties: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> | null {
  try {
    const entry = { ...given, properties: Object.fromEntries(properties) };
    const read = plugins.input.data(entry, '@biblatex/entry+object');
    const first: unknown = Array.isArray(read) ? read[0] : null;
    return isRecord(first) ? first : null;
  } catch {
    // The library throws on the first thing it does not know; the caller finds out in which field.
    return null;
  }
}

/** What the library leaves out, guesses or encodes. */
function tidied(
  mapped: Readonly<Record<string, unknown>>,
  properties: ReadonlyMap<string, string>,
  type: string,
  key: string | null,
): Readonly<Record<string, unknown>> {
  const issued = issuedOf(properties);
  return {
    ...mapped,
    'citation-key': key ?? undefined,
    DOI: properties.get('doi') ?? mapped['DOI'],
    URL: properties.get('url') ?? mapped['URL'],
    publisher: mapped['publisher'] ?? mapped['authority'],
    'container-title': mapped['container-title'] ?? (type === 'misc' ? undefined : mapped['event-title']),
    ...(issued && { issued }),
    ...(properties.has('urldate') && { accessed: readBibDate(properties.get('urldate') ?? '') }),
    ...(/^(techreport|report|manual)$/.test(type) && { type: 'report' }),
  };
}

/** `nov`, `nov 4`, `4~nov`, `23{--}27 may`, `11`: the day may stand on either side of the month. */
function monthAndDay(month: string): { readonly monthWord: string; readonly dayIn: string | undefined } {
  const words = month.replaceAll(/[{}~\\,.]/g, ' ').trim();
  const after = /^(\p{L}+|\d{1,2})(?:[\s-]+(\d{1,2}))?\b/u.exec(words);
  const ahead = /^(\d{1,2})(?:\s?[-–—]+\s?\d{1,2})?\s+(\p{L}{3,})/u.exec(words);
  if (ahead) return { monthWord: ahead[2] ?? '', dayIn: ahead[1] };
  return { monthWord: after?.[1] ?? month, dayIn: after?.[2] };
}

function issuedOf(properties: ReadonlyMap<string, string>): CslDate | null {
  const date = properties.get('date');
  if (date !== undefined) return readBibDate(date);
  const year = properties.get('year');
  if (year === undefined) return null;
  const month = properties.get('month') ?? '';
  const { monthWord, dayIn } = monthAndDay(month);
  const number = monthNumber(monthWord);
  const day = properties.get('day') ?? dayIn ?? '';
  if (!/^\d{4}$/.test(year.trim()) || number === null) return readBibDate(year);
  return readBibDate([year.trim(), number, /^\d{1,2}$/.test(day) ? day : ''].filter((part) => part !== '').join('-'));
}
