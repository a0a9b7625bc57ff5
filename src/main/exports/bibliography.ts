/** Sources as RIS and CSL-JSON, from the CSL-JSON the notebook keeps; BibTeX and EndNote have files of their own. */
import type { SourceRecord } from '../../contract/records';
import { isRecord } from '../../core/citation/csl-text';

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

function risRecord({ csl }: SourceRecord): string {
  const of = (member: string): string => textOf(csl[member]);
  const issued = risDate(csl.issued);
  const [first, last] = pagesOf(of('page'));
  const journal = csl.type.startsWith('article');
  const tags: readonly (readonly [tag: string, value: string | readonly string[]])[] = [
    ['ID', of('citation-key')],
    ['AU', invertedNames(csl['author'])],
    ['ED', invertedNames(csl['editor'])],
    ['TI', of('title')],
    ['ST', of('title-short')],
    [journal ? 'JO' : 'T2', of('container-title')],
    ['J2', of('container-title-short')],
    ['T3', of('collection-title')],
    ['PY', issued[0] ?? ''],
    ['DA', issued.join('/')],
    ['VL', of('volume')],
    ['IS', of('issue') || of('number')],
    ['SP', first],
    ['EP', last],
    ['ET', of('edition')],
    ['PB', of('publisher')],
    ['CY', of('publisher-place')],
    ['SN', of('ISSN') || of('ISBN')],
    ['M3', of('genre')],
    ['KW', of('keyword').split(/\s*[,;]\s*/)],
    ['LA', of('language')],
    ['N1', of('note')],
    ['DO', of('DOI')],
    ['UR', of('URL')],
    ['Y2', risDate(csl['accessed']).join('/')],
  ];
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
