/**
 * Which of a bibliography's items are which sources here, and which stand twice in the file: by DOI, address, or title in
 * the same year. Pure; linear in both lists.
 */
import type { CslItem } from '../../../../core/citation/model';
import { nameKey } from './match';

/** Letters of a title that say enough to be one where a year is missing on one side. */
const TELLING = 24;

/** An address without scheme, `www.`, fragment, closing slash and what only counts visitors. */
function addressKey(url: string): string {
  const [path = '', query = ''] = url
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .split('?', 2);
  const asked = query.split('&').filter((part) => part !== '' && !/^(?:utm_|gclid|fbclid|ref=|src=)/i.test(part));
  return [path.replace(/\/+$/, '').toLowerCase(), ...asked.sort()].join('?');
}

const yearOf = (csl: CslItem): string => String(csl.issued?.['date-parts']?.[0]?.[0] ?? '');

interface Keys {
  readonly doi: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly year: string;
  readonly type: string;
  /** The book or journal that it is a part of. */
  readonly within: string;
  /** What tells works of one title and year apart, by what it is; empty where the item does not say it. */
  readonly told: readonly string[];
}

const keysOf = (csl: CslItem): Keys => ({
  doi: csl.DOI ? csl.DOI.toLowerCase() : null,
  url: csl.URL ? addressKey(csl.URL) : null,
  title: nameKey(csl.title ?? ''),
  year: yearOf(csl),
  type: csl.type ?? '',
  within: nameKey(textOf(csl['container-title'])),
  told: [
    nameKey(csl.author?.[0]?.family ?? csl.author?.[0]?.literal ?? ''),
    nameKey(textOf(csl['container-title'])),
    nameKey(textOf(csl.publisher)),
    ...(['volume', 'issue', 'page', 'number'] as const).map((member) => textOf(csl[member]).toLowerCase()),
  ],
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const contradict = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;

/** "Annual report" is another work for another author, in another journal or issue. */
const isToldApart = (one: Keys, other: Keys): boolean =>
  one.told.some((said, at) => contradict(said, other.told[at] ?? ''));

/** A chapter and the book that it names, or two chapters of it: publishers give them all the book's DOI. */
const isPart = (one: Keys, other: Keys): boolean =>
  (one.type === 'chapter') !== (other.type === 'chapter') ||
  (one.within !== '' && (one.within === other.title || other.within === one.within)) ||
  (other.within !== '' && other.within === one.title);

/** Things under one key that are looked at: many alike would take the square of their number. */
const MOST_ALIKE = 50;

/** Things by what they can be recognised by; of several the first that agrees in all that both say is found. */
export class ItemIndex<T> {
  readonly #byKey = new Map<string, { readonly thing: T; readonly keys: Keys }[]>();

  add(csl: CslItem, thing: T): void {
    const keys = keysOf(csl);
    for (const key of names(keys)) {
      const alike = this.#byKey.get(key);
      if (!alike) this.#byKey.set(key, [{ thing, keys }]);
      else if (alike.length < MOST_ALIKE) alike.push({ thing, keys });
    }
  }

  find(csl: CslItem): T | null {
    const keys = keysOf(csl);
    for (const key of names(keys)) {
      const found = this.#byKey.get(key)?.find((one) => agree(keys, one.keys, key));
      if (found) return found.thing;
    }
    return null;
  }
}

function names({ doi, url, title, year }: Keys): readonly string[] {
  return [
    ...(doi === null ? [] : [`doi ${doi}`]),
    ...(url === null ? [] : [`url ${url}`]),
    ...(title.length >= 8 && year !== '' ? [`title ${title} ${year}`] : []),
    ...(title.length >= TELLING ? [`long ${title}`] : []),
  ];
}

/**
 * Two DOIs that differ are two works, whatever else is alike, and so are a chapter and its book under one DOI, and two
 * titles at one address, which may be a site's front page that shows another year's figures. A title alone counts only
 * where nothing else that both say differs, and across years only where one has none.
 */
function agree(one: Keys, other: Keys, by: string): boolean {
  if (one.doi !== null && other.doi !== null && one.doi !== other.doi) return false;
  if (by.startsWith('doi ')) return !contradict(one.title, other.title) || !isPart(one, other);
  if (by.startsWith('url ')) return !contradict(one.title, other.title) && !contradict(one.year, other.year);
  if (isToldApart(one, other)) return false;
  return by.startsWith('long ') ? one.year === '' || other.year === '' : true;
}
