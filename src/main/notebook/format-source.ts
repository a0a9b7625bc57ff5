/** A source as one line of a bibliography: author or publisher, date, title, where, in the plain author–date way. */
import type { CslDate, CslItem, CslName } from '../../core/citation/model';
import { MONTH_NAMES } from '../../core/months';

const nameOf = (name: CslName): string =>
  name.literal ?? [name.family, name.given].filter((part) => part !== undefined && part !== '').join(', ');

function dateOf(date: CslDate | undefined): string | null {
  if (date === undefined) return null;
  const [year, month, day] = (date['date-parts']?.[0] ?? []).map(Number);
  if (year === undefined || Number.isNaN(year)) return date.literal ?? null;
  const monthName = month === undefined ? undefined : MONTH_NAMES[month - 1];
  if (monthName === undefined) return String(year);
  return day === undefined ? `${year}, ${monthName}` : `${year}, ${monthName} ${day}`;
}

const closed = (part: string): string => (/[.?!。？！]$/.test(part) ? part : `${part}.`);

/** The line for `csl`, in the order author (date). title. container. locator. URL. */
export function formatSource(csl: CslItem): string {
  const authors = (csl.author ?? []).map(nameOf).filter(Boolean).join('; ');
  const lead = authors || csl.publisher || csl['container-title'] || '';
  const date = dateOf(csl.issued);
  const head = [lead, date === null ? '' : `(${date})`].filter(Boolean).join(' ');
  const title = csl.title ?? (lead === csl['title-short'] ? '' : (csl['title-short'] ?? ''));
  const container = csl['container-title'] === lead ? '' : (csl['container-title'] ?? '');
  const publisher = csl.publisher === lead || csl.publisher === container ? '' : (csl.publisher ?? '');
  const rest = [
    title === lead ? '' : title,
    container,
    publisher,
    csl.DOI ? `https://doi.org/${csl.DOI}` : (csl.URL ?? ''),
  ];
  return [head, ...rest].filter(Boolean).map(closed).join(' ');
}
