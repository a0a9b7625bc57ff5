/**
 * A source as the typesetter's engine reads it (Hayagriva's entries, written as JSON). Words are kept as the source has them:
 * the engine would read `$` and braces as markup and change the capitals of names.
 */
import { isRecord } from '../../../core/citation/csl-text';

type Value = string | number | readonly Value[] | { readonly [member: string]: Value };
type Work = Readonly<Record<string, Value>>;
/** CSL-JSON: any member may be missing or be something else than it should. */
export interface Csl {
  readonly type: string;
  readonly [member: string]: unknown;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';

/** Words that stand as they are written. */
const kept = (value: unknown): string => {
  const words = textOf(value);
  return words === '' ? '' : `{${words.replace(/[\\{}$]/g, (character) => `\\${character}`)}}`;
};

/** Members with nothing in them are left out: the engine refuses empty ones. */
function filled(members: Readonly<Record<string, Value | null>>): Work {
  const entries = Object.entries(members).filter(
    (entry): entry is [string, Value] =>
      entry[1] !== null && entry[1] !== '' && !(typeof entry[1] === 'object' && Object.keys(entry[1]).length === 0),
  );
  return Object.fromEntries(entries);
}

function nameOf(name: unknown): Value[] {
  if (!isRecord(name)) return [];
  const part = (member: string): string => textOf(name[member]);
  const whole = part('literal') || (part('family') === '' ? part('given') : '');
  if (whole !== '') return [{ name: whole }];
  const prefix = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean).join(' ');
  const made = filled({ name: part('family'), 'given-name': part('given'), prefix, suffix: part('suffix') });
  return part('family') === '' ? [] : [made];
}

const namesOf = (names: unknown): readonly Value[] => (Array.isArray(names) ? names.flatMap(nameOf) : []);

/** `2026-05-13`, as far as it is known; empty for words and for years that no calendar has. */
function dateOf(date: unknown): string {
  const parts = isRecord(date) && Array.isArray(date['date-parts']) ? date['date-parts'] : [];
  const first: unknown = parts[0];
  const [year, month, day] = Array.isArray(first) ? first.map(Number) : [];
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  const written = String(year).padStart(4, '0');
  if (month === undefined || !(month >= 1 && month <= 12)) return written;
  return day !== undefined && day >= 1 && day <= 31
    ? `${written}-${two(month)}-${two(day)}`
    : `${written}-${two(month)}`;
}

function addressOf(csl: Csl): Value | null {
  const url = textOf(csl['URL']);
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  return filled({ value: url, date: dateOf(csl['accessed']) });
}

/** How the engine calls each type, and the type of what it appeared in, where it appeared in something. */
const TYPES: Readonly<Record<string, readonly [type: string, parent: string | null]>> = {
  'article-journal': ['article', 'periodical'],
  'article-magazine': ['article', 'periodical'],
  'article-newspaper': ['article', 'newspaper'],
  'post-weblog': ['article', 'blog'],
  'paper-conference': ['article', 'proceedings'],
  chapter: ['chapter', 'book'],
  'entry-encyclopedia': ['entry', 'reference'],
  'entry-dictionary': ['entry', 'reference'],
  webpage: ['web', 'web'],
  post: ['web', 'web'],
  book: ['book', null],
  report: ['report', null],
  // Styles of notes list no speech of the engine's: a call of results is cited as a company's paper.
  speech: ['report', null],
  thesis: ['thesis', null],
  manuscript: ['manuscript', null],
  patent: ['patent', null],
  legal_case: ['case', null],
  legislation: ['legislation', null],
  bill: ['legislation', null],
  regulation: ['report', null],
  software: ['repository', null],
  motion_picture: ['video', null],
  broadcast: ['video', null],
  song: ['audio', null],
};
const OTHER = ['misc', 'anthology'] as const;

const ROLES = { translator: 'translator', director: 'director', 'container-author': 'collaborator' } as const;

function rolesOf(csl: Csl): readonly Value[] {
  return Object.entries(ROLES).flatMap(([member, role]) => {
    const names = namesOf(csl[member]);
    return names.length === 0 ? [] : [{ role, names }];
  });
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const ORGANISED = new Set(['report', 'thesis']);

const ARTICLES = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'post-weblog']);

/** An article that names no newspaper appeared in that of its publisher. */
const containerOf = (csl: Csl): string =>
  textOf(csl['container-title']) || (ARTICLES.has(csl.type) ? textOf(csl['publisher']) : '');

/** What it appeared in, with what is numbered there. */
function parentOf(csl: Csl, type: string | null): Value | null {
  const container = containerOf(csl);
  const series = textOf(csl['collection-title']);
  if (container !== '') {
    const grand = series === '' ? null : { type: 'anthology', title: kept(series) };
    return filled({
      type: type ?? 'anthology',
      title: kept(container),
      editor: namesOf(csl['editor']),
      publisher: publisherOf(csl),
      volume: textOf(csl['volume']),
      issue: textOf(csl['issue']),
      parent: grand,
    });
  }
  if (series === '') return null;
  return filled({ type: 'anthology', title: kept(series), volume: textOf(csl['collection-number']) });
}

const publisherOf = (csl: Csl): Value =>
  filled({ name: kept(csl['publisher']), location: kept(csl['publisher-place']) });

/** Of these, who issues them speaks in them. */
const ISSUED = new Set(['report', 'speech', 'regulation']);

/** Who vouches for a source that names no author: the issuer, or where it has no title either, whatever it names. */
function stand(csl: Csl): readonly Value[] {
  if (textOf(csl['title']) !== '' && !(ISSUED.has(csl.type) && textOf(csl['publisher']) !== '')) return [];
  const whole = textOf(csl['publisher']) || textOf(csl['container-title']) || textOf(csl['URL']) || 'Source';
  return [{ name: whole }];
}

/** The entry of one source. */
export function workOf(csl: Csl): Work {
  const [type, parentType] = TYPES[csl.type] ?? OTHER;
  const authors = namesOf(csl['author']);
  const parent = parentOf(csl, parentType);
  const inside = parent !== null && containerOf(csl) !== '';
  const issued = ISSUED.has(csl.type) && authors.length === 0;
  const language = textOf(csl['language']);
  return filled({
    type: type === 'chapter' && !inside ? 'book' : type,
    title: kept(csl['title']),
    author: authors.length > 0 ? authors : stand(csl),
    editor: inside ? null : namesOf(csl['editor']),
    affiliated: rolesOf(csl),
    date: dateOf(csl['issued']),
    genre: kept(csl['genre']),
    publisher: inside || issued ? null : publisherOf(csl),
    organization: ORGANISED.has(csl.type) && !issued ? kept(csl['publisher']) : null,
    edition: kept(csl['edition']),
    volume: inside ? null : textOf(csl['volume']),
    issue: inside ? null : textOf(csl['issue']),
    'page-range': textOf(csl['page']).replace(/[–—]/g, '-'),
    'page-total': /^\d+$/.test(textOf(csl['number-of-pages'])) ? textOf(csl['number-of-pages']) : null,
    url: addressOf(csl),
    'serial-number': filled({
      doi: textOf(csl['DOI']),
      isbn: textOf(csl['ISBN']),
      issn: textOf(csl['ISSN']),
      serial: textOf(csl['number']),
    }),
    language: LANGUAGE.test(language) ? language : null,
    archive: kept(csl['archive']),
    'call-number': kept(csl['call-number']),
    note: null,
    parent,
  });
}
