/** What a person types into a cell of the Sources grid, read into what is to be set, or refused with what can be typed. */
import { findDate } from './dates';
import { type CslField, type SourceCell, type SourceField, sourceField, SOURCE_TYPES } from './fields';
import type { CslDate, CslName } from './model';
import { TIER_LABEL, type Tier, TIERS } from './tier';

/** What one cell can set. `null` takes a member away. */
export type SourceSet = { readonly [F in CslField]?: string | readonly CslName[] | CslDate | null } & {
  /** `null` takes back the tier that a person set. */
  readonly tier?: Tier | null;
};
/** What a text sets, or a sentence that says what can be typed. */
type CellReading = { readonly ok: true; readonly set: SourceSet } | { readonly ok: false; readonly message: string };
type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const refuse = (message: string) => ({ ok: false, message }) as const;
const value = <T>(read: T): Reading<T> => ({ ok: true, value: read });

/** What `text` sets when it is typed into the cell of `field`, or a sentence that says what can be typed there. */
export function readSourceCell(field: SourceCell, text: string): CellReading {
  const { kind, longest } = sourceField(field);
  if (kind === 'text' && text.length > longest) return refuse(`At most ${longest} characters.`);
  const read = READERS[kind](text);
  return read.ok ? { ok: true, set: { [field]: read.value } } : read;
}

const READERS: Readonly<
  Record<ReturnType<typeof sourceField>['kind'], (text: string) => Reading<SourceSet[SourceField]>>
> = {
  text: value,
  names: (text) => value(readNames(text)),
  date: readDate,
  type: readType,
  tier: readTier,
  url: readUrl,
  doi: readDoi,
};

function readType(text: string): Reading<string> {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(SOURCE_TYPES).find(([type, label]) => type === wanted || label.toLowerCase() === wanted);
  if (found) return value(found[0]);
  if (/^[a-z][a-z_-]{1,58}$/.test(wanted)) return value(wanted);
  return refuse(`Type one of: ${Object.values(SOURCE_TYPES).join(', ')}.`);
}

function readTier(text: string): Reading<Tier | null> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return value(null);
  const tier = TIERS.find((one) => one === wanted || TIER_LABEL[one].toLowerCase() === wanted);
  return tier ? value(tier) : refuse(`Type one of: ${TIERS.map((one) => TIER_LABEL[one]).join(', ')}.`);
}

/** `Family, Given; Organisation`; null where no name stands. */
function readNames(text: string): readonly CslName[] | null {
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
function readDate(text: string): Reading<CslDate | null> {
  const words = text.trim();
  if (words === '') return value(null);
  const match = words.match(/^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/);
  if (!match) return readWrittenDate(words);
  const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return isDate(parts) ? value({ 'date-parts': [parts] }) : refuse(NO_SUCH_DAY);
}

const AMBIGUOUS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** `30/4/2026`, `April 2026`, `5 May 2026`: a date where the whole text is one; other words stay words ("spring 2026"). */
function readWrittenDate(words: string): Reading<CslDate | null> {
  const [, first = '', second = ''] = AMBIGUOUS.exec(words) ?? [];
  if (first !== '' && first !== second && Number(first) <= 12 && Number(second) <= 12) {
    return refuse(`Which of ${first} and ${second} is the month? Type the date like 2026-05-13.`);
  }
  const found = findDate(words.replaceAll('.', '/').replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, '$1/$2/$3'));
  const parts = found?.date['date-parts']?.[0];
  if (!found || parts === undefined || found.end - found.start < words.length) {
    return first === '' ? value({ literal: words }) : refuse(NO_SUCH_DAY);
  }
  return isDate(parts.map(Number)) ? value(found.date) : refuse(NO_SUCH_DAY);
}

const NO_SUCH_DAY = 'There is no such day: type a date like 2026-05-13, 2026-05 or 2026.';

function isDate([year = 0, month = 1, day = 1]: readonly number[]): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Scheme, perhaps a user, a host or an address in brackets, perhaps a port, and whatever follows without spaces. */
const ADDRESS = /^https?:\/\/(?:[^\s/?#@]+@)?(?:\[[0-9a-f:.]+\]|[^\s/?#@:[\]<>^`{|}"\\]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i;

function readUrl(text: string): Reading<string> {
  const url = text.trim();
  if (url === '' || ADDRESS.test(url)) return value(url);
  return refuse('A URL starts with http:// or https:// and has no spaces.');
}

function readDoi(text: string): Reading<string> {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  if (doi === '' || /^10\.\d{4,9}\/\S+$/.test(doi)) return value(doi);
  return refuse('A DOI starts with 10., like 10.1000/182.');
}
