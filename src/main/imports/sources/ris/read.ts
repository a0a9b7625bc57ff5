/** Reads RIS: records read line by line by their two-letter tags, then mapped by citation-js, with what it drops put back. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { CslField } from '../../../../core/citation/fields';
import type { CslItem, CslName } from '../../../../core/citation/model';
import { isRecord } from '../../../../core/citation/csl-text';
import { cleanItem, serialMember } from '../clean';
import { readBibDate } from '../dates';
import { type ReadSource, type ReadSources, shortened } from '../../bibliography';
import { needItems, refuseTooMany } from '../parser';
import { entryProblems } from '../problems';
import { type RisRecord, readRecords } from './records';

export function readRis(text: string): ReadSources {
  const problems = entryProblems();
  const items: ReadSource[] = [];
  for (const record of readRecords(text, problems)) {
    refuseTooMany(items.length + 1);
    const csl = toCsl(record);
    if (csl === null) {
      problems.at(record.line, 'W_ENTRY', 'the record names no title, author or address; it was left out.');
      continue;
    }
    for (const [tag, values] of record.tags)
      if (!READ.has(tag) && values.some((one) => one.trim() !== '')) problems.leave('field', tag);
    for (const words of unreadOf(csl, record)) problems.at(record.line, 'W_VALUE', words);
    const type = (record.tags.get('TY')?.[0] ?? '').trim().toUpperCase();
    if (!KNOWN.has(TYPES[type] ?? type)) problems.leave('type', type === '' ? 'TY without a type' : type);
    items.push({ csl, raw: shortened(record.raw), line: record.line });
  }
  return needItems({ format: 'ris', items, problems: problems.list() });
}

/** Addresses after the first, and DOIs and addresses that are none: the source goes without them, and that is said. */
function unreadOf(csl: CslItem, { tags }: RisRecord): readonly string[] {
  const urls = ['UR', 'LK', 'L2']
    .flatMap((tag) => tags.get(tag) ?? [])
    .flatMap((line) => line.split(/;?\s+(?=https?:)/));
  const given = [...new Set(urls.map((one) => one.trim()).filter((one) => one !== ''))];
  const more = given.length - 1;
  const doi = tags.get('DO')?.find((one) => one.trim() !== '');
  return [
    ...(given.length > 0 && csl.URL === undefined
      ? [`“${(given[0] ?? '').slice(0, 60)}” is no address; it was left out.`]
      : []),
    ...(more > 0 && csl.URL !== undefined ? [`of ${given.length} addresses the first was kept.`] : []),
    ...(doi !== undefined && csl.DOI === undefined ? [`“${doi.slice(0, 60)}” is no DOI; it was left out.`] : []),
  ];
}

/** Tags that say something of the source and are read; abstracts, files and a manager's own are left out, and that is said. */
const READ = new Set(
  'TY ID TI T1 T2 T3 CT BT ST AU A1 A2 A3 A4 ED JF JO JA J1 J2 PB PP CY PY Y1 Y2 DA VL IS CP SP EP SN DO M3 UR LK L2 N1 LA KW ET'.split(
    ' ',
  ),
);
const KNOWN = new Set(
  'ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT GRNT HEAR ICOMM INPR INTV JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM POD PRESS RPRT SER SLIDE SOUND STAND STAT STD THES UNBILL UNPB UNPD VIDEO WEB'.split(
    ' ',
  ),
);

function toCsl({ tags }: RisRecord): CslItem | null {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = tags.get(name)?.find((one) => one.trim() !== '');
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const mapped = map(tags);
  const issued = issuedOf(first('DA'), first('Y1'), first('PY'));
  const accessed = first('Y2');
  const pages = [first('SP'), first('EP')].filter((page) => page !== undefined);
  const members: Readonly<Partial<Record<CslField, unknown>>> = {
    type: mapped['type'] ?? 'document',
    title: mapped['title'] ?? first('TI', 'T1', 'CT', 'BT'),
    author: namesOf(tags, 'AU', 'A1') ?? mapped['author'],
    editor: namesOf(tags, 'ED') ?? mapped['editor'],
    'container-title': mapped['container-title'] ?? first('JF', 'JO', 'T2', 'JA', 'J2'),
    'container-title-short': first('J2', 'JA'),
    'collection-title': mapped['collection-title'] ?? first('T3'),
    genre: mapped['genre'] ?? first('M3')?.replace(/^.*10\.\d{4,9}\/.*$/s, ''),
    'publisher-place': mapped['publisher-place'] ?? first('CY'),
    publisher: mapped['publisher'] ?? first('PB'),
    DOI: first('DO') ?? first('M3', 'UR', 'L3')?.match(/10\.\d{4,9}\/\S+/)?.[0],
    URL: first('UR', 'LK', 'L2'),
    page: pages.length > 0 && !/[-–—]/.test(pages[0] ?? '') ? pages.join('-') : pages[0],
    volume: mapped['volume'] ?? first('VL'),
    issue: mapped['issue'] ?? first('IS', 'CP'),
    note: tags.get('N1')?.join(' ') ?? mapped['note'],
    language: first('LA'),
    keyword: tags.get('KW')?.join(','),
    edition: mapped['edition'] ?? first('ET'),
    ...serialOf(first('SN')),
    'citation-key': first('ID'),
    issued: issued ?? mapped['issued'],
    accessed: accessed === undefined ? mapped['accessed'] : risDate(accessed),
  };
  return cleanItem({ ...mapped, ...members });
}

/** The library goes by the record's type; the number's own form decides where it has one. */
function serialOf(number: string | undefined): Readonly<Partial<Record<CslField, string | undefined>>> {
  const member = number === undefined ? null : serialMember(number);
  return member === null ? {} : { ISSN: undefined, ISBN: undefined, [member]: number };
}

function map(tags: RisRecord['tags']): Readonly<Record<string, unknown>> {
  const type = (tags.get('TY')?.[0] ?? '').trim().toUpperCase();
  const record = Object.fromEntries([...tags].map(([tag, values]) => [tag, values.length === 1 ? values[0] : values]));
  try {
    const read = plugins.input.data({ ...record, TY: TYPES[type] ?? type }, '@ris/record');
    return isRecord(read) ? read : {};
  } catch {
    // The library expects every tag once or as a name; what it cannot map is read from the tags by the caller.
    return {};
  }
}

/** Old, foreign and misspelt types that are still about. */
const TYPES: Readonly<Record<string, string>> = {
  JOURN: 'JOUR',
  JRNL: 'JOUR',
  ARTICLE: 'JOUR',
  WEB: 'ELEC',
  WEBPAGE: 'ELEC',
  WEBSITE: 'ELEC',
  REPORT: 'RPRT',
  REPT: 'RPRT',
  NEWSPAPER: 'NEWS',
  MAGAZINE: 'MGZN',
  THESIS: 'THES',
  CONFERENCE: 'CONF',
  CHAPTER: 'CHAP',
  DATASET: 'DATA',
};

/** `Family, Given, Suffix`; several in one line are parted by semicolons. */
function namesOf(tags: RisRecord['tags'], ...names: readonly string[]): readonly CslName[] | undefined {
  const lines = names.flatMap((name) => tags.get(name) ?? []).flatMap((line) => line.split(';'));
  const read = lines.flatMap((line): readonly CslName[] => {
    const [family = '', given, suffix] = line.split(',').map((part) => part.trim());
    if (family === '') return [];
    if (given === undefined || given === '') return [/\s/.test(family) ? { literal: family } : { family }];
    return [{ family, given, ...(suffix ? { suffix } : {}) }];
  });
  return read.length === 0 ? undefined : read;
}

/** The day where a record gives one, the year where it gives no more. */
function issuedOf(...given: readonly (string | undefined)[]): unknown {
  const dates = given.flatMap((words) => (words === undefined ? [] : (risDate(words) ?? [])));
  const [best] = dates.toSorted((a, b) => precision(b) - precision(a));
  return best;
}

const precision = (date: ReturnType<typeof readBibDate>): number => date?.['date-parts']?.[0]?.length ?? 0;

/** `2026/05/13/other words`: the last part is free text and is kept only where there is no date. */
function risDate(words: string): ReturnType<typeof readBibDate> {
  const [year = '', month = '', day = ''] = words.split('/').map((part) => part.trim());
  if (!/^\d{4}$/.test(year)) return readBibDate(words);
  return readBibDate([year, month, day].filter((part) => /^\d+$/.test(part)).join('-'));
}
