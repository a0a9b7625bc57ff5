/** CSL fields as they stand in the sources grid: names and dates as text and back. Pure. */
import type { SourceRecord } from '../../../../contract/records';
import { TIERS } from '../../../../contract/records';
import type { CslDate, CslName } from '../../../../core/citation/model';
import { findDate } from '../../../../core/citation/dates';
import type { CellReading } from '../../kit/grid/edits';
import { TIER_LABEL } from '../shared/labels';

export { dateText, namesText } from '../../../../core/citation/csl-text';

/** What one cell can set; the view turns it into the contract's edit. `null` takes a field away. */
export interface SourceSet {
  readonly type?: string;
  readonly title?: string;
  readonly author?: readonly CslName[] | null;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly issued?: CslDate | null;
  readonly accessed?: CslDate | null;
  readonly URL?: string;
  readonly DOI?: string;
  readonly tier?: SourceRecord['tier'];
}

export const SOURCE_TYPES: Readonly<Record<string, string>> = {
  webpage: 'Web page',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  'post-weblog': 'Blog post',
  report: 'Report',
  speech: 'Speech or call',
  dataset: 'Data set',
  regulation: 'Filing',
  interview: 'Interview',
  book: 'Book',
  chapter: 'Chapter',
  document: 'Document',
};

export const typeLabel = (type: string): string => SOURCE_TYPES[type] ?? type;

export function readType(text: string): CellReading<SourceSet> {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(SOURCE_TYPES).find(([type, label]) => type === wanted || label.toLowerCase() === wanted);
  if (found) return { ok: true, set: { type: found[0] } };
  // Other CSL types come in with bibliographies and are kept as they are.
  if (/^[a-z][a-z_-]{1,58}$/.test(wanted)) return { ok: true, set: { type: wanted } };
  return { ok: false, message: `Type one of: ${Object.values(SOURCE_TYPES).join(', ')}.` };
}

export function readTier(text: string): CellReading<SourceSet> {
  const wanted = text.trim().toLowerCase();
  const tier = TIERS.find((one) => one === wanted || TIER_LABEL[one].toLowerCase() === wanted);
  if (tier) return { ok: true, set: { tier } };
  return { ok: false, message: `Type one of: ${TIERS.map((one) => TIER_LABEL[one]).join(', ')}.` };
}

export function readNames(text: string): readonly CslName[] | null {
  const names = text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return null;
  return names.map((name): CslName => {
    const comma = name.indexOf(',');
    if (comma < 0) return { literal: name };
    return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
  });
}

/** A date as CSL; anything but year, month and day is kept as words ("spring 2026"). Impossible dates are refused. */
export function readDate(text: string): CellReading<CslDate | null> {
  const words = text.trim();
  if (words === '') return { ok: true, set: null };
  const match = words.match(/^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/);
  if (!match) return readWrittenDate(words);
  const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  if (isDate(parts)) return { ok: true, set: { 'date-parts': [parts] } };
  return { ok: false, message: NO_SUCH_DAY };
}

const AMBIGUOUS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** `30/4/2026`, `April 2026`, `5 May 2026`: a date where the whole text is one; other words stay words ("spring 2026"). */
function readWrittenDate(words: string): CellReading<CslDate | null> {
  const [, first = '', second = ''] = AMBIGUOUS.exec(words) ?? [];
  if (first !== '' && first !== second && Number(first) <= 12 && Number(second) <= 12) {
    return { ok: false, message: `Which of ${first} and ${second} is the month? Type the date like 2026-05-13.` };
  }
  const found = findDate(words.replaceAll('.', '/').replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, '$1/$2/$3'));
  const parts = found?.date['date-parts']?.[0];
  if (!found || parts === undefined || found.end - found.start < words.length) {
    if (first === '') return { ok: true, set: { literal: words } };
    return { ok: false, message: NO_SUCH_DAY };
  }
  return isDate(parts.map(Number)) ? { ok: true, set: found.date } : { ok: false, message: NO_SUCH_DAY };
}

const NO_SUCH_DAY = 'There is no such day: type a date like 2026-05-13, 2026-05 or 2026.';

function isDate([year = 0, month = 1, day = 1]: readonly number[]): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function readUrl(text: string): CellReading<SourceSet> {
  const url = text.trim();
  if (url === '' || (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url))) return { ok: true, set: { URL: url } };
  return { ok: false, message: 'A URL starts with http:// or https:// and has no spaces.' };
}

export function readDoi(text: string): CellReading<SourceSet> {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  if (doi === '' || /^10\.\d{4,9}\/\S+$/.test(doi)) return { ok: true, set: { DOI: doi } };
  return { ok: false, message: 'A DOI starts with 10., like 10.1000/182.' };
}
