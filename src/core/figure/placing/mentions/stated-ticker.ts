/** The ticker that a document states of itself: in its title, in a header line, on the cover page of a filing. */
import nameData from '../../../../../resources/lexicon/names.json';
import titles from '../../../../../resources/cues/titles.json';
import { headerValue } from '../../../document/identity/header-lines';
import type { Layout } from '../../../document/model';
import { asWritten } from './legal-name';
import { shortens } from './names';

const acronyms: ReadonlySet<string> = new Set(nameData.acronyms);
const exchanges: ReadonlySet<string> = new Set(nameData.exchanges);

/** `NWND` abbreviates "Northwind": same first letter, the rest in order. */
export function abbreviates(ticker: string, name: string): boolean {
  const lower = name.toLowerCase();
  const letters = ticker.toLowerCase();
  if (letters[0] !== lower[0] || letters.length > lower.length) return false;
  let at = 0;
  for (const char of lower) if (char === letters[at]) at += 1;
  return at === letters.length;
}

/** The title as found, else the first heading, else how the text begins. */
export function titleOf(layout: Layout): string {
  const heading = layout.sections.find((section) => section.heading !== '')?.heading;
  return layout.title ?? heading ?? layout.text.slice(0, layout.blocks[0]?.end ?? 200);
}

/** `(GLW)`, `($RBLX)`, `(NYSE: BG)`, `（600519.SH）` in the title. */
const IN_TITLE =
  /[(（]\s?(?:[A-Za-z]{2,9}\s?[:：]\s?)?\$?([A-Z][A-Z0-9]{0,5}(?:\.[A-Z]{1,2})?|\d{4,6}\.[A-Z]{2})\s?[)）]/u;
const TICKER = /^\$?([A-Z][A-Z0-9]{0,5}(?:[.:][A-Z]{1,3})?|\d{4,6}(?:\.[A-Z]{2})?)(?=$|[\s,;|(（])/u;

/** The ticker that the title, a header line or a cover page gives; null where none does. */
export function statedTicker(layout: Layout): string | null {
  const title = titleOf(layout);
  const found = IN_TITLE.exec(title);
  const bracket = found?.[1];
  const named = bracket !== undefined && !isNoTicker(bracket);
  if (found && named && !shortens(title.slice(0, found.index), bracket)) return bracket;
  const line = headerValue(layout.text, titles.tickerKeys);
  return TICKER.exec(line?.value ?? '')?.[1] ?? coded(title) ?? longTicker(title) ?? onCover(layout.text);
}

/** Some exchanges list by long codes: "Kestrel Tools (KESTRELT)". Seven letters and more must spell the name before them. */
function longTicker(title: string): string | null {
  const found = LONG_IN_TITLE.exec(title);
  const ticker = found?.[1];
  if (!found || ticker === undefined) return null;
  const name = title.slice(0, found.index).replaceAll(/[^\p{L}]/gu, '');
  return name.length > ticker.length - 3 && abbreviates(ticker, name) ? ticker : null;
}

const LONG_IN_TITLE = /[(（]\s?(?:[A-Za-z]{2,9}\s?[:：]\s?)?([A-Z&]{7,12})\s?[)）]/u;

/** An exchange in brackets says where a share is listed, not what it is called. */
const isNoTicker = (word: string): boolean =>
  acronyms.has(word) || exchanges.has(word) || /^(?:Q[1-4]|H[12]|FY\d*)$/.test(word);

/** `QRYN.JK`, `RVNA3 (Ravena S.A.)`: with its exchange, or before its name in brackets. */
const CODED_TITLE = /(?<![\w.])(?:[A-Z][A-Z0-9]{0,5}|\d{3,6})\.([A-Z]{1,3})(?![\w.])/u;
const BEFORE_NAME = /(?<![\w(（])([A-Z]{2,5}\d{0,2})\s?[(（]\p{Lu}[\p{L}.&'’ -]{2,60}[)）]/u;

function coded(title: string): string | null {
  const [code, exchange] = CODED_TITLE.exec(title) ?? [];
  if (code !== undefined && exchange !== undefined && suffixes.has(exchange)) return code;
  const before = BEFORE_NAME.exec(title);
  const ticker = before?.[1];
  const spells = before !== null && /\p{Ll}/u.test(before[0]);
  return ticker !== undefined && spells && !isNoTicker(ticker) ? ticker : null;
}

const suffixes: ReadonlySet<string> = new Set(nameData.exchangeSuffixes);

/** `Trading Symbol(s)` heads a column of a filing's cover page: the first share's stands below it. */
const COVER =
  /trading symbols?(?:\(s\))?[^\n]{0,120}\n(?:[^\n]{0,160}\n){0,2}?[^\n]{0,120}?(?:\t|\||\s{2,}|\n)\s?([A-Z]{1,5})(?=\s*(?:\t|\||\s{2,}|\n))/iu;

function onCover(text: string): string | null {
  const ticker = COVER.exec(text.slice(0, COVER_REACH))?.[1];
  return ticker !== undefined && ticker === ticker.toUpperCase() && !isNoTicker(ticker) ? ticker : null;
}

const COVER_REACH = 8000;

/** A former name in brackets may stand between. */
const REGISTRANT = /([^\n(]{2,80})(?:\n\s*\([^\n)]{0,100}\)){0,2}\s*\n\s*\(?exact name of (?:the )?registrant/iu;

/** The registrant that a filing's cover page names, without its legal form's comma. */
export function registrantOf(text: string): string | null {
  const cover = text.slice(0, COVER_REACH);
  // Most texts are no cover: these words are looked for before the name ahead of them, which is tried at every place.
  if (!/exact name of/iu.test(cover)) return null;
  const line = REGISTRANT.exec(cover)?.[1]
    ?.replaceAll(/[*_#|]/gu, '')
    .trim();
  return line === undefined || line === '' ? null : asWritten(line);
}
