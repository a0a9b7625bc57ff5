/**
 * A source as one line of a bibliography, in the author–date order of APA: authors (date). title (edition, number). container,
 * volume(issue), pages. publisher. address.
 */
import type { CslDate, CslItem } from '../../../core/citation/model';
import { isRecord } from '../../../core/citation/csl-text';
import { MONTH_NAMES } from '../../../core/base/months';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** `van der Berg, Jan, Jr.`; an institution's name as it is. */
function nameOf(name: Readonly<Record<string, unknown>>): string {
  const part = (member: string): string => textOf(name[member]);
  if (part('literal') !== '') return part('literal');
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
  return [family, part('given'), part('suffix')].filter(Boolean).join(', ');
}

const namesOf = (names: unknown): string =>
  Array.isArray(names) ? names.filter(isRecord).map(nameOf).filter(Boolean).join('; ') : '';

function dateOf(date: CslDate | undefined): string | null {
  if (date === undefined) return null;
  const [year, month, day] = (date['date-parts']?.[0] ?? []).map(Number);
  if (year === undefined || Number.isNaN(year)) return date.literal ?? null;
  const monthName = month === undefined ? undefined : MONTH_NAMES[month - 1];
  if (monthName === undefined) return String(year);
  return day === undefined ? `${year}, ${monthName}` : `${year}, ${monthName} ${day}`;
}

const closed = (part: string): string => (/[.?!。？！]$/.test(part) ? part : `${part}.`);

/** `2nd ed.` for a number, the words for anything else. */
function editionOf(edition: string): string {
  if (!/^\d+$/.test(edition)) return edition === '' ? '' : /\bed/i.test(edition) ? edition : `${edition} ed.`;
  const number = Number(edition);
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending} ed.`;
}

/** What stands in brackets behind a title: the edition, and which report of its series it is. */
function inBrackets(csl: CslItem): string {
  const number = textOf(csl['number']);
  const kind = textOf(csl['genre']);
  const parts = [
    editionOf(textOf(csl['edition'])),
    [kind, number && `No. ${number.replace(/^No\.?\s*/i, '')}`].filter(Boolean).join(' '),
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** `Journal of Finance, 12(3), 101–120` for an article; `In Ed, A. (Ed.), The book, pp. 33–44` for a chapter. */
function containerOf(csl: CslItem, container: string): string {
  const pages = textOf(csl['page']).replace(/(\d)\s*-+\s*(\d)/g, '$1–$2');
  const [volume, issue] = [textOf(csl['volume']), textOf(csl['issue'])];
  const place = [volume + (issue && `(${issue})`), csl.type === 'chapter' && pages ? `pp. ${pages}` : pages].filter(
    Boolean,
  );
  const editors = namesOf(csl['editor']);
  const several = Array.isArray(csl['editor']) && csl['editor'].length > 1;
  const edited = editors === '' ? '' : `${editors} (${several ? 'Eds.' : 'Ed.'})`;
  const lead = csl.type === 'chapter' || csl.type === 'paper-conference' ? 'In ' : '';
  const words = [edited, container].filter(Boolean).join(', ');
  return [words === '' ? '' : lead + words, ...place].filter(Boolean).join(', ');
}

/** The line for `csl`; members that it lacks leave nothing behind. */
export function formatSource(csl: CslItem): string {
  const authors = namesOf(csl.author);
  const lead = authors || csl.publisher || csl['container-title'] || '';
  const date = dateOf(csl.issued);
  const head = [lead, date === null ? '' : `(${date})`].filter(Boolean).join(' ');
  const title = csl.title ?? (lead === csl['title-short'] ? '' : (csl['title-short'] ?? ''));
  const container = csl['container-title'] === lead ? '' : (csl['container-title'] ?? '');
  const publisher = csl.publisher === lead || csl.publisher === container ? '' : (csl.publisher ?? '');
  const series = textOf(csl['collection-title']);
  const rest = [
    title === lead ? inBrackets(csl).trim() : title + inBrackets(csl),
    containerOf(csl, container),
    series === container ? '' : series,
    publisher,
    csl.DOI ? `https://doi.org/${csl.DOI}` : (csl.URL ?? ''),
  ];
  return [head, ...rest].filter(Boolean).map(closed).join(' ');
}
