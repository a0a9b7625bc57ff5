/**
 * Sources as BibTeX: our own mapping of CSL-JSON, one table, that both BibTeX and biblatex read. Keys are unique, months are
 * its macros, particles stand before the family name, and words that LaTeX would take for commands are escaped.
 */
import type { SourceRecord } from '../../../contract/records';
import { isRecord } from '../../../core/citation/csl-text';
import type { CslField } from '../../../core/citation/fields';
import type { Form } from './left-out';
import { namesOf } from '../../../core/base/names';
import { MONTH_STEMS } from '../../../core/base/months';

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

const namesIn = (names: unknown): string => (Array.isArray(names) ? names.flatMap(nameText).join(' and ') : '');

function dateParts(date: unknown): readonly number[] {
  const parts = isRecord(date) && Array.isArray(date['date-parts']) ? date['date-parts'] : [];
  const first: unknown = parts[0];
  return Array.isArray(first) ? first.map(Number).filter((part) => Number.isInteger(part)) : [];
}

const pad = (part: number): string => String(part).padStart(2, '0');

type Entry = readonly [field: string, value: string];
/** An entry's type beside the item, because some fields are called otherwise in each. */
type Write = (csl: Csl, member: CslField, type: string) => readonly Entry[];

const braced = (words: string): string => (words === '' ? '' : `{${latex(words)}}`);
const wordsAs =
  (field: string): Write =>
  (csl, member) => [[field, braced(textOf(csl[member]))]];
/** Read as it stands by LaTeX's packages. */
const verbatimAs =
  (field: string): Write =>
  (csl, member) => [[field, textOf(csl[member]) === '' ? '' : `{${textOf(csl[member])}}`]];
const namesAs =
  (field: string): Write =>
  (csl, member) => {
    const names = namesIn(csl[member]);
    return [[field, names === '' ? '' : `{${names}}`]];
  };

const PLACED_IN_BOOK: ReadonlySet<string> = new Set(['incollection', 'inproceedings']);
const PUBLISHER: Readonly<Record<string, string>> = { techreport: 'institution', phdthesis: 'school' };

function issuedFields({ issued }: Csl): readonly Entry[] {
  const [year, month, day] = dateParts(issued);
  const macro = month === undefined ? undefined : MONTH_STEMS[month - 1];
  const literal = isRecord(issued) ? textOf(issued['literal']) : '';
  return [
    ['year', year === undefined ? braced(literal) : `{${year}}`],
    ['month', macro ?? ''],
    ['day', macro !== undefined && day !== undefined ? `{${day}}` : ''],
  ];
}

function accessedFields(csl: Csl): readonly Entry[] {
  const parts = dateParts(csl['accessed']).map((part, at) => (at === 0 ? String(part) : pad(part)));
  return [['urldate', parts.length === 0 ? '' : `{${parts.join('-')}}`]];
}

/** What BibTeX says of each field, in the order of its lines; null where it has no field. */
const BIBTEX: Readonly<Record<CslField, Write | null>> = {
  author: namesAs('author'),
  editor: namesAs('editor'),
  translator: namesAs('translator'),
  title: wordsAs('title'),
  'title-short': wordsAs('shorttitle'),
  'container-title-short': wordsAs('shortjournal'),
  'collection-title': wordsAs('series'),
  volume: wordsAs('volume'),
  edition: wordsAs('edition'),
  'chapter-number': wordsAs('chapter'),
  genre: wordsAs('type'),
  'publisher-place': wordsAs('address'),
  'number-of-pages': wordsAs('pagetotal'),
  version: wordsAs('version'),
  'event-title': wordsAs('eventtitle'),
  keyword: wordsAs('keywords'),
  language: wordsAs('langid'),
  note: wordsAs('note'),
  'container-title': (csl, member, type) => [
    [PLACED_IN_BOOK.has(type) ? 'booktitle' : 'journal', braced(textOf(csl[member]))],
  ],
  publisher: (csl, member, type) => [[PUBLISHER[type] ?? 'publisher', braced(textOf(csl[member]))]],
  number: (csl, _, type) => {
    const [number, issue] = [textOf(csl['number']), textOf(csl['issue'])];
    return [['number', braced(type === 'article' ? issue || number : number || issue)]];
  },
  // Stands in `number`, which BibTeX has for both.
  issue: null,
  page: (csl) => [['pages', braced(textOf(csl['page']).replace(/(\d)\s*[-–—]\s*(\d)/g, '$1--$2'))]],
  issued: issuedFields,
  accessed: accessedFields,
  DOI: verbatimAs('doi'),
  URL: verbatimAs('url'),
  ISBN: verbatimAs('isbn'),
  ISSN: verbatimAs('issn'),
  // The entry's own name and key.
  type: null,
  'citation-key': null,
  annote: null,
  archive: null,
  archive_location: null,
  authority: null,
  'call-number': null,
  'collection-editor': null,
  'collection-number': null,
  'container-author': null,
  director: null,
  'event-date': null,
  'event-place': null,
  interviewer: null,
  jurisdiction: null,
  medium: null,
  'number-of-volumes': null,
  'original-date': null,
  PMCID: null,
  PMID: null,
  recipient: null,
  section: null,
  status: null,
  submitted: null,
};
/** What is lost in it is said by `leftOutOf`. */
export const BIBTEX_FORM: Form = {
  name: 'BibTeX',
  fields: BIBTEX,
  types: TYPES,
  other: 'misc',
  shared: { issue: 'number' },
};
const MEMBERS = namesOf<CslField>(BIBTEX);

function entry({ csl }: SourceRecord, key: string): string {
  const type = TYPES[csl.type] ?? 'misc';
  const lines = MEMBERS.flatMap((member) => BIBTEX[member]?.(csl, member, type) ?? [])
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `  ${field} = ${value},`);
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
