/** What a page says of itself: title, author, publisher, date, address, language. */
import { safeHref } from '../links';
import type { DomDocument } from './dom';

export interface PageMetadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const NAMES = {
  title: ['og:title', 'citation_title', 'dc.title', 'twitter:title'],
  author: ['author', 'citation_author', 'article:author', 'dc.creator', 'parsely-author'],
  publisher: ['og:site_name', 'citation_publisher', 'dc.publisher', 'application-name'],
  published: ['article:published_time', 'citation_publication_date', 'date', 'dc.date', 'pubdate', 'publish-date'],
  url: ['og:url'],
} as const;

export function readMetadata(document: DomDocument): PageMetadata {
  const meta = metaValues(document);
  const linked = linkedData(document);
  const named = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = meta.get(name);
      if (value) return value;
    }
    return null;
  };
  const author = named(NAMES.author);
  return {
    title: named(NAMES.title) ?? pageTitle(document) ?? linked.title,
    // Some pages give the author's page, not the name.
    author: (author && /^https?:/.test(author) ? null : author) ?? linked.author,
    publisher: named(NAMES.publisher) ?? linked.publisher,
    published:
      named(NAMES.published) ?? linked.published ?? first(document, 'time[datetime]')?.getAttribute('datetime') ?? null,
    url: safeHref(first(document, 'link[rel=canonical]')?.getAttribute('href') ?? named(NAMES.url) ?? ''),
    language: words(document.documentElement?.getAttribute('lang')),
  };
}

/** The page's title, without the site's name where the main heading says what the title proper is. */
function pageTitle(document: DomDocument): string | null {
  const title = words(first(document, 'title')?.textContent);
  const heading = words(first(document, 'h1')?.textContent);
  return title !== null && heading !== null && title.includes(heading) ? heading : (title ?? heading);
}

const first = (document: DomDocument, selector: string) => [...document.querySelectorAll(selector)][0] ?? null;

function words(value: string | null | undefined): string | null {
  const trimmed = (value ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000);
  return trimmed === '' ? null : trimmed;
}

function metaValues(document: DomDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const value = words(element.getAttribute('content'));
    if (name && value && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  return values;
}

type LinkedData = Omit<PageMetadata, 'url' | 'language'>;
const NOTHING: LinkedData = { title: null, author: null, publisher: null, published: null };

/** Schema.org data in JSON: the first object that has a headline. */
function linkedData(document: DomDocument): LinkedData {
  for (const element of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = objectsIn(parseJson(element.textContent ?? '')).find((object) => 'headline' in object);
    if (!found) continue;
    return {
      title: textOf(found.headline),
      author: nameOf(found.author),
      publisher: nameOf(found.publisher),
      published: textOf(found.datePublished),
    };
  }
  return NOTHING;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function objectsIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  return Array.isArray(value['@graph']) ? value['@graph'].filter(isObject) : [value];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? words(value) : null);

function nameOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? textOf(one.name) : textOf(one);
}
