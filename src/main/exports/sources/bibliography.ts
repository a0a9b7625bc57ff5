/** Sources as RIS and CSL-JSON, from the CSL-JSON the notebook keeps; BibTeX and EndNote have files of their own. */
import type { SourceRecord } from '../../../contract/records';
import { isRecord } from '../../../core/citation/csl-text';
import type { CslField } from '../../../core/citation/fields';
import type { Form } from './left-out';
import { namesOf } from '../../../core/base/names';

export { bibtex } from './bibtex';

const RIS_TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  manuscript: 'UNPB',
  dataset: 'DATA',
  patent: 'PAT',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  post: 'ELEC',
  software: 'COMP',
  legislation: 'STAT',
  bill: 'BILL',
  hearing: 'HEAR',
  map: 'MAP',
  motion_picture: 'MPCT',
  personal_communication: 'PCOMM',
};

export const ris = (sources: readonly SourceRecord[]): string => sources.map(risRecord).join('\n');

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** `van der Berg, Jan, Jr.`; an institution's name as it is. */
export function invertedNames(names: unknown): readonly string[] {
  if (!Array.isArray(names)) return [];
  return names.filter(isRecord).flatMap((name) => {
    const part = (member: string): string => textOf(name[member]);
    if (part('literal') !== '') return [part('literal')];
    const family = [part('dropping-particle'), part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
    return [family, part('given'), part('suffix')].filter(Boolean).join(', ') || [];
  });
}

/** Year, month, day as RIS writes them: `2026/05/13`. */
function risDate(date: unknown): readonly string[] {
  const parts = isRecord(date) && Array.isArray(date['date-parts']) ? date['date-parts'] : [];
  const first: unknown = parts[0];
  const numbers = Array.isArray(first) ? first.map(Number).filter((part) => Number.isInteger(part)) : [];
  return numbers.map((part) => String(part).padStart(2, '0'));
}

/** First and last page; a page alone, or a list of them, is all first. */
function pagesOf(page: string): readonly [string, string] {
  const range = /^\s*([\w.]+)\s*[-–—]+\s*([\w.]+)\s*$/.exec(page);
  return range ? [range[1] ?? '', range[2] ?? ''] : [page, ''];
}

type Csl = Readonly<Record<string, unknown>>;
type RisTag = readonly [tag: string, value: string | readonly string[]];
const wordsAs =
  (tag: string) =>
  (csl: Csl, field: CslField): readonly RisTag[] => [[tag, textOf(csl[field])]];
const namesAs =
  (tag: string) =>
  (csl: Csl, field: CslField): readonly RisTag[] => [[tag, invertedNames(csl[field])]];

/** What RIS says of each field, in the order of its lines; null where it has no tag. */
const RIS: Readonly<Record<CslField, ((csl: Csl, field: CslField) => readonly RisTag[]) | null>> = {
  'citation-key': wordsAs('ID'),
  author: namesAs('AU'),
  editor: namesAs('ED'),
  title: wordsAs('TI'),
  'title-short': wordsAs('ST'),
  'container-title': (csl) => [
    [textOf(csl['type']).startsWith('article') ? 'JO' : 'T2', textOf(csl['container-title'])],
  ],
  'container-title-short': wordsAs('J2'),
  'collection-title': wordsAs('T3'),
  issued: ({ issued }) => [
    ['PY', risDate(issued)[0] ?? ''],
    ['DA', risDate(issued).join('/')],
  ],
  volume: wordsAs('VL'),
  issue: (csl) => [['IS', textOf(csl['issue']) || textOf(csl['number'])]],
  // Stands where an issue would, for a work that has none.
  number: null,
  page: (csl) => {
    const [first, last] = pagesOf(textOf(csl['page']));
    return [
      ['SP', first],
      ['EP', last],
    ];
  },
  edition: wordsAs('ET'),
  publisher: wordsAs('PB'),
  'publisher-place': wordsAs('CY'),
  ISSN: (csl) => [['SN', textOf(csl['ISSN']) || textOf(csl['ISBN'])]],
  // Stands where an ISSN would, for a work that has none.
  ISBN: null,
  genre: wordsAs('M3'),
  keyword: (csl) => [['KW', textOf(csl['keyword']).split(/\s*[,;]\s*/)]],
  language: wordsAs('LA'),
  note: wordsAs('N1'),
  DOI: wordsAs('DO'),
  URL: wordsAs('UR'),
  accessed: ({ accessed }) => [['Y2', risDate(accessed).join('/')]],
  // The record's first line.
  type: null,
  annote: null,
  archive: null,
  archive_location: null,
  authority: null,
  'call-number': null,
  'chapter-number': null,
  'collection-editor': null,
  'collection-number': null,
  'container-author': null,
  director: null,
  'event-date': null,
  'event-place': null,
  'event-title': null,
  interviewer: null,
  jurisdiction: null,
  medium: null,
  'number-of-pages': null,
  'number-of-volumes': null,
  'original-date': null,
  PMCID: null,
  PMID: null,
  recipient: null,
  section: null,
  status: null,
  submitted: null,
  translator: null,
  version: null,
};
/** What is lost in it is said by `leftOutOf`. */
export const RIS_FORM: Form = {
  name: 'RIS',
  fields: RIS,
  types: RIS_TYPES,
  other: 'GEN',
  shared: { number: 'issue', ISBN: 'ISSN' },
};
const RIS_FIELDS = namesOf<CslField>(RIS);

function risRecord({ csl }: SourceRecord): string {
  const tags = RIS_FIELDS.flatMap((field) => RIS[field]?.(csl, field) ?? []);
  const lines = tags.flatMap(([tag, value]) => [value].flat().flatMap((one) => risLine(tag, one)));
  return `${[`TY  - ${RIS_TYPES[csl.type] ?? 'GEN'}`, ...lines, 'ER  - '].join('\n')}\n`;
}

const risLine = (tag: string, value: string): readonly string[] => {
  const words = value.replaceAll(/\s+/g, ' ').trim();
  return words === '' ? [] : [`${tag}  - ${words}`];
};

/** The items as the notebook keeps them, for reference managers that read CSL-JSON. */
export const cslJson = (sources: readonly SourceRecord[]): string =>
  `${JSON.stringify(
    sources.map((source) => ({ ...source.csl, id: source.id })),
    null,
    2,
  )}\n`;
