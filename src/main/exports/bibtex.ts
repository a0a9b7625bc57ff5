/**
 * Sources as BibTeX: our own mapping of CSL-JSON, one table, that both BibTeX and biblatex read. Keys are unique, months are
 * its macros, particles stand before the family name, and words that LaTeX would take for commands are escaped.
 */
import type { SourceRecord } from '../../contract/records';
import { isRecord } from '../../core/citation/csl-text';

type Csl = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  manuscript: 'unpublished',
  dataset: 'dataset',
  patent: 'patent',
  software: 'software',
  webpage: 'online',
  'post-weblog': 'online',
  post: 'online',
};

const LATEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
};
const latex = (text: string): string =>
  text.replaceAll(/[\\~^{}&%$#_]/g, (character) => LATEX[character] ?? `\\${character}`);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Member of CSL → field, for what is words; `container` depends on the type. */
const WORDS: readonly (readonly [member: string, field: string])[] = [
  ['title', 'title'],
  ['title-short', 'shorttitle'],
  ['container-title-short', 'shortjournal'],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['edition', 'edition'],
  ['chapter-number', 'chapter'],
  ['genre', 'type'],
  ['publisher-place', 'address'],
  ['number-of-pages', 'pagetotal'],
  ['version', 'version'],
  ['event-title', 'eventtitle'],
  ['keyword', 'keywords'],
  ['language', 'langid'],
  ['note', 'note'],
];
/** Read as they stand by LaTeX's packages. */
const VERBATIM: readonly (readonly [member: string, field: string])[] = [
  ['DOI', 'doi'],
  ['URL', 'url'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ` and ` parts names, unless it stands in braces. */
const guarded = (words: string): string => latex(words).replaceAll(/ and /gi, (word) => ` {${word.trim()}} `);

function nameText(name: unknown): string[] {
  if (!isRecord(name)) return [];
  const part = (member: string): string => guarded(textOf(name[member]));
  if (textOf(name['literal']) !== '') return [`{${latex(textOf(name['literal']))}}`];
  const particle = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean).join(' ');
  const family = [particle, part('family')].filter(Boolean).join(' ');
  const whole = [family, part('suffix'), part('given')].filter(Boolean).join(', ');
  if (whole === '') return [];
  // A family name of several words without a given one would be read as given and family.
  return [part('given') === '' && /\s/.test(family) ? `{${family}}` : whole];
}

const namesOf = (names: unknown): string => (Array.isArray(names) ? names.flatMap(nameText).join(' and ') : '');

function dateParts(date: unknown): readonly number[] {
  const parts = isRecord(date) && Array.isArray(date['date-parts']) ? date['date-parts'] : [];
  const first: unknown = parts[0];
  return Array.isArray(first) ? first.map(Number).filter((part) => Number.isInteger(part)) : [];
}

const pad = (part: number): string => String(part).padStart(2, '0');

function* dateFields(csl: Csl): Generator<readonly [field: string, value: string]> {
  const [year, month, day] = dateParts(csl['issued']);
  const macro = month === undefined ? undefined : MONTHS[month - 1];
  if (year !== undefined) yield ['year', `{${year}}`];
  else if (isRecord(csl['issued']) && textOf(csl['issued']['literal'])) {
    yield ['year', `{${latex(textOf(csl['issued']['literal']))}}`];
  }
  if (macro !== undefined) yield ['month', macro];
  if (macro !== undefined && day !== undefined) yield ['day', `{${day}}`];
  const accessed = dateParts(csl['accessed']);
  if (accessed.length > 0)
    yield ['urldate', `{${accessed.map((part, at) => (at === 0 ? part : pad(part))).join('-')}}`];
}

/** Where the container and the publisher stand in each type. */
function placeFields(type: string, csl: Csl): readonly (readonly [field: string, value: string])[] {
  const container = textOf(csl['container-title']);
  const publisher = textOf(csl['publisher']);
  const book = type === 'incollection' || type === 'inproceedings';
  const house = type === 'techreport' ? 'institution' : type === 'phdthesis' ? 'school' : 'publisher';
  const number =
    type === 'article' ? textOf(csl['issue']) || textOf(csl['number']) : textOf(csl['number']) || textOf(csl['issue']);
  return [
    [book ? 'booktitle' : 'journal', container],
    [house, publisher],
    ['number', number],
    ['pages', textOf(csl['page']).replace(/(\d)\s*[-–—]\s*(\d)/g, '$1--$2')],
  ];
}

function entry({ csl }: SourceRecord, key: string): string {
  const type = TYPES[csl.type] ?? 'misc';
  const braced = (words: string): string => `{${latex(words)}}`;
  const fields: (readonly [string, string])[] = [
    ...(['author', 'editor', 'translator'] as const).map((role) => [role, namesOf(csl[role])] as const),
    ...WORDS.map(([member, field]) => [field, textOf(csl[member])] as const).map(
      ([field, words]) => [field, words === '' ? '' : braced(words)] as const,
    ),
    ...placeFields(type, csl).map(([field, words]) => [field, words === '' ? '' : braced(words)] as const),
    ...dateFields(csl),
    ...VERBATIM.map(
      ([member, field]) => [field, textOf(csl[member]) === '' ? '' : `{${textOf(csl[member])}}`] as const,
    ),
  ];
  const lines = fields.flatMap(([field, value]) => {
    if (value === '') return [];
    const isNames = field === 'author' || field === 'editor' || field === 'translator';
    return [`  ${field} = ${isNames ? `{${value}}` : value},`];
  });
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

/** Letters and digits of ASCII, accents taken off: what every program takes for a key. */
const ascii = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 24);

function wantedKey(csl: SourceRecord['csl']): string {
  const own = textOf(csl['citation-key']);
  if (/^[\w:.+/-]{1,80}$/.test(own)) return own;
  const first = Array.isArray(csl['author']) ? csl['author'].find(isRecord) : undefined;
  const name = first ? textOf(first['family']) || textOf(first['literal']) : '';
  const lead = ascii(name) || ascii(textOf(csl.publisher)) || ascii(textOf(csl['container-title'])) || 'source';
  const [year] = dateParts(csl['issued']);
  return `${lead}${year ?? ''}`;
}

/** Each entry's key, none twice in whatever case: programs keep one of two that are alike. */
function keysOf(sources: readonly SourceRecord[]): readonly string[] {
  const taken = new Set<string>();
  return sources.map(({ csl }) => {
    const wanted = wantedKey(csl);
    let key = wanted;
    for (let more = 0; taken.has(key.toLowerCase()); more += 1) key = `${wanted}${suffix(more)}`;
    taken.add(key.toLowerCase());
    return key;
  });
}

/** `b`, `c` … `z`, `ba` …: as styles tell works of one year apart. */
const suffix = (more: number): string => {
  const letter = String.fromCharCode(97 + ((more + 1) % 26));
  return more + 1 < 26 ? letter : suffix(Math.floor((more + 1) / 26) - 2) + letter;
};

export function bibtex(sources: readonly SourceRecord[]): string {
  const keys = keysOf(sources);
  return sources.map((source, at) => entry(source, keys[at] ?? `source${at}`)).join('\n');
}
