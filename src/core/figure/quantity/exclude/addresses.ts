/**
 * Digits of addresses and telephone numbers: ZIP codes behind a state, house numbers before or behind a street's name,
 * what follows "phone:". Letterheads and contacts stand in cells of tables too, where every bare number would count.
 */
import { endOf } from './ends';
import data from '../../../../../resources/lexicon/addresses.json';
import { isDigit, isLetter, isUpper, skipSpaces, skipSpacesBack, wordEnd, wordStart } from '../lexicon/characters';
import { TailPhrases } from '../lexicon/phrases';

const STATES: ReadonlySet<string> = new Set(data.states);
const STATE_NAMES: ReadonlySet<string> = new Set(data.stateNames);
const STREETS: ReadonlySet<string> = new Set(data.streets);
const STREETS_BEFORE: ReadonlySet<string> = new Set(data.streetsBefore);
const PHONES = new TailPhrases<true>(data.phones.map((word): [string, true] => [word, true]));
const LEADS: ReadonlySet<string> = new Set(data.before);

const ZIP = /\d{5}(?:[-–]\d{4})?(?![\d%]|[.,]\d)/y;
const PHONE = /\d{1,6}(?:[ .\-–/()+]{1,3}\d{1,6}){0,6}(?![\d%])/y;
const FEWEST_DIALLED = 6;
const MOST_DIALLED = 16;
const HOUSE = /\d{1,5}(?:[-–]\d{1,5})?[A-Za-z]?(?=,?\s)/y;
const MOST_WORDS = 5;
const LONGEST_WORD = 24;

/** Where the part of an address or telephone number that begins with these digits ends; -1 where they are of none. */
export function addressAt(text: string, digits: number, from: number, to: number): number {
  if (digits > from && /[$€£¥₹\d.,]/.test(text[digits - 1] ?? '')) return -1;
  const end = Math.max(zipAt(text, digits, from), phoneAt(text, digits, from), houseAt(text, digits, from, to));
  return end > 0 && end <= to ? end : -1;
}

/** "Kearney, NE 68848-1480", "New York 10004". */
function zipAt(text: string, digits: number, from: number): number {
  const end = endOf(ZIP, text, digits);
  if (end < 0) return -1;
  const gap = skipSpacesBack(text, digits, Math.max(from, digits - 3));
  if (gap === digits) return -1;
  const start = wordStart(text, gap, Math.max(from, gap - LONGEST_WORD));
  const word = text.slice(start, gap);
  if (STATES.has(word)) return end;
  return isUpper(word.charCodeAt(0)) && STATE_NAMES.has(word.toLowerCase()) ? end : -1;
}

/** "phone: 308-236-8491", "Tel. +49 (0)89 1234-0", "电话：021-68881234". */
function phoneAt(text: string, digits: number, from: number): number {
  let at = digits;
  const limit = Math.max(from, digits - 8);
  while (at > limit && /[\s:：.#(+]/.test(text[at - 1] ?? '')) at -= 1;
  if (at === digits && isLetter(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) < 0x250) return -1;
  if (PHONES.before(text, at, from) === null && PHONES.before(text, at + 1, from) === null) return -1;
  const end = endOf(PHONE, text, digits);
  if (end < 0) return -1;
  const dialled = text.slice(digits, end).replaceAll(/\D/g, '').length;
  return dialled >= FEWEST_DIALLED && dialled <= MOST_DIALLED ? end : -1;
}

function houseAt(text: string, digits: number, from: number, to: number): number {
  const end = endOf(HOUSE, text, digits);
  if (end > 0 && (streetBehind(text, digits, end, from, to) || namedStreet(text, end, to))) return end;
  return numberBehind(text, digits, from, to);
}

/** "2407 W. 24th St. Kearney", "1 Main Street, Suite 4": the words are names, and no sentence goes on behind them. */
function streetBehind(text: string, digits: number, end: number, from: number, to: number): boolean {
  let at = end;
  for (let word = 0; word < MOST_WORDS; word += 1) {
    const start = skipSpaces(text, at, Math.min(to, at + 2));
    if (start === at || start >= to) return false;
    const stop = tokenStop(text, start, to);
    const bare = text.slice(start, stop);
    const isName = isUpper(bare.charCodeAt(0)) || /^\d{1,3}(?:st|nd|rd|th)$/.test(bare);
    if (!isName) return false;
    at = text[stop] === '.' ? stop + 1 : stop;
    if (word > 0 && STREETS.has(bare.toLowerCase())) return closesStreet(text, at, to) || leads(text, digits, from);
  }
  return false;
}

/** What may follow a street's name: nothing, a comma, the city. */
function closesStreet(text: string, at: number, to: number): boolean {
  const next = skipSpaces(text, at, to);
  if (next >= to) return true;
  const code = text.charCodeAt(next);
  if (isDigit(code)) return next > at;
  return !isLetter(code) || isUpper(code);
}

function leads(text: string, digits: number, from: number): boolean {
  const end = skipSpacesBack(text, digits, Math.max(from, digits - 2));
  return LEADS.has(text.slice(wordStart(text, end, Math.max(from, end - 8)), end).toLowerCase());
}

/** "12 rue de la Paix", "8, avenue Montaigne". */
function namedStreet(text: string, end: number, to: number): boolean {
  const start = skipSpaces(text, text[end] === ',' ? end + 1 : end, Math.min(to, end + 3));
  const stop = wordEnd(text, start, Math.min(to, start + LONGEST_WORD));
  if (!STREETS_BEFORE.has(text.slice(start, stop))) return false;
  return /^\s(?:d[eu]s?\s|la\s|le\s|l['’]|\p{Lu})/u.test(text.slice(stop, stop + 5));
}

/** "Bahnhofstrasse 45, 8001 Zürich", "Via Roma 12". */
function numberBehind(text: string, digits: number, from: number, to: number): number {
  const gap = skipSpacesBack(text, digits, Math.max(from, digits - 2));
  if (gap === digits) return -1;
  const end = endOf(/\d{1,4}[a-z]?(?=\s*(?:$|[,;\n\t|·]))/y, text.slice(0, to), digits);
  if (end < 0) return -1;
  const before = text.slice(Math.max(from, gap - 40), gap);
  const word = before.slice(before.search(/\S+$/)).toLowerCase();
  if (word.length > 5 && data.streetEndings.some((ending) => word.endsWith(ending))) return end;
  const named =
    /(?:^|[\s,])(\p{L}{3,9})(?:\s(?:d[aei]l{0,2}[aeo]?|di|do|des?|la)){0,2}(?:\s\p{Lu}[\p{L}'’]{1,20}){1,2}$/u.exec(
      before,
    );
  return named?.[1] !== undefined && STREETS_BEFORE.has(named[1].toLowerCase()) ? end : -1;
}

/** End of a word with its ordinal or apostrophe, without the full stop. */
function tokenStop(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && end < at + LONGEST_WORD) {
    const code = text.charCodeAt(end);
    if (!isLetter(code) && !isDigit(code) && !/['’-]/.test(text[end] ?? '')) break;
    end += 1;
  }
  return end;
}
