/**
 * Where in a source a citation points: a page, a table, a paragraph. Read from what a person types (`p 12`, `Table 3`,
 * `第5页`) and written one way. Some styles say a page by its number alone.
 */
import { namesOf } from '../base/names';

interface Kind {
  readonly label: string;
  /** Before one number, and before several. */
  readonly short: readonly [one: string, several: string];
  readonly typed: RegExp;
}

const KINDS = {
  page: { label: 'Page', short: ['p. ', 'pp. '], typed: /pages?|pp?\.?|seiten?|s\.|第|页/ },
  table: { label: 'Table', short: ['table ', 'tables '], typed: /tables?|tab\.?|tbl\.?|tabelle|表/ },
  paragraph: { label: 'Paragraph', short: ['para. ', 'paras. '], typed: /paragraphs?|paras?\.?|¶{1,2}|段/ },
  section: { label: 'Section', short: ['sec. ', 'secs. '], typed: /sections?|secs?\.?|§{1,2}|节/ },
  figure: { label: 'Figure', short: ['fig. ', 'figs. '], typed: /figures?|figs?\.?|图/ },
  note: { label: 'Note', short: ['note ', 'notes '], typed: /notes?|n\.|附注/ },
  slide: { label: 'Slide', short: ['slide ', 'slides '], typed: /slides?/ },
} as const satisfies Readonly<Record<string, Kind>>;

export type LocatorKind = keyof typeof KINDS;
export const LOCATOR_KINDS: readonly LocatorKind[] = namesOf<LocatorKind>(KINDS);
/** What a person calls the kind. */
export const locatorLabel = (kind: LocatorKind): string => KINDS[kind].label;

export interface Locator {
  readonly kind: LocatorKind;
  /** `12`, `12–14`, `3.2`, `iv`. */
  readonly value: string;
}

const VALUE = String.raw`(?:\d[\d.]*[a-z]?|[ivxlc]{1,6}|[A-Z]\d*)`;
const VALUES = String.raw`${VALUE}(?:\s*[-–—,;]\s*${VALUE})*`;
const words = namesOf<LocatorKind>(KINDS).map((kind) => `(?<${kind}>${KINDS[kind].typed.source})`);
const FORM = String.raw`(?:${words.join('|')})\s*(?<value>${VALUES})\s*(?:页|段|节)?`;
const WHOLE = new RegExp(`^${FORM}$`, 'iu');
const AT_END = new RegExp(String.raw`(?:^|[\s,])${FORM}$`, 'iu');

/** Ranges have a dash of their own, whatever was typed. */
const tidy = (value: string): string =>
  value
    .trim()
    .replace(/\s*[-–—]\s*/g, '–')
    .replace(/\.$/, '')
    .replace(/\s*([,;])\s*/g, '$1 ');

function locatorOf({ groups }: RegExpExecArray): Locator | null {
  const kind = LOCATOR_KINDS.find((one) => groups?.[one] !== undefined);
  const value = groups?.['value'];
  return kind && value !== undefined ? { kind, value: tidy(value) } : null;
}

/** What a locator says, null where it has another form than those of `writeLocator` and what people type for them. */
export function readLocator(text: string): Locator | null {
  const found = WHOLE.exec(text.trim());
  return found && locatorOf(found);
}

/** `p. 12`, `pp. 12–14`, `table 3`. Empty for an empty value. */
export function writeLocator({ kind, value }: Locator): string {
  const said = tidy(value);
  return said === '' ? '' : KINDS[kind].short[/[–,;]/.test(said) ? 1 : 0] + said;
}

/** A search for a source that ends in a locator (`annual report p. 12`), in its two parts. */
export function splitLocator(query: string): { readonly query: string; readonly locator: string | null } {
  const found = AT_END.exec(query.trimEnd());
  const locator = found && locatorOf(found);
  return found && locator
    ? { query: query.slice(0, found.index).replace(/[\s,]+$/, ''), locator: writeLocator(locator) }
    : { query, locator: null };
}

/** Styles that say a page by its number alone. */
const BARE_PAGES = /^(?:chicago|modern-language|gb-7714)/;

/** A locator as a style writes it; what is no known form stands as it was typed. */
export function styledLocator(locator: string | null, style: string): string | null {
  if (locator === null) return null;
  const read = readLocator(locator);
  if (read?.kind !== 'page' || !BARE_PAGES.test(style)) return locator;
  return read.value;
}
