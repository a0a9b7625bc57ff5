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
}

const keysOf = (csl: CslItem): Keys => ({
  doi: csl.DOI ? csl.DOI.toLowerCase() : null,
  url: csl.URL ? addressKey(csl.URL) : null,
  title: nameKey(csl.title ?? ''),
  year: yearOf(csl),
});

/** Things by what they can be recognised by; the first of several is found. */
export class ItemIndex<T> {
  readonly #byKey = new Map<string, { readonly thing: T; readonly keys: Keys }>();

  add(csl: CslItem, thing: T): void {
    const keys = keysOf(csl);
    for (const key of names(keys)) if (!this.#byKey.has(key)) this.#byKey.set(key, { thing, keys });
  }

  find(csl: CslItem): T | null {
    const keys = keysOf(csl);
    for (const key of names(keys)) {
      const found = this.#byKey.get(key);
      if (found && agree(keys, found.keys, key)) return found.thing;
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
 * Two DOIs that differ are two works, whatever else is alike, and so are two titles at one address, which may be a site's
 * front page; a title alone counts only where a year is missing.
 */
function agree(one: Keys, other: Keys, by: string): boolean {
  if (one.doi !== null && other.doi !== null && one.doi !== other.doi) return false;
  if (by.startsWith('url ') && one.title !== '' && other.title !== '' && one.title !== other.title) return false;
  return !by.startsWith('long ') || one.year === '' || other.year === '';
}
