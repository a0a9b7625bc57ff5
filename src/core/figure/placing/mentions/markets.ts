/**
 * What macro and market notes are about besides companies: indices, rates, commodities, currencies, central banks,
 * places. The names are words of the field and stand in the lexicon; a pair of currencies is known by its codes.
 */
import marketData from '../../../../../resources/lexicon/markets.json';
import { isDigit, isHan, isLetter, isUpper } from '../../quantity/lexicon/characters';
import { currencyCodes } from '../../quantity/lexicon/lexicon';
import { Phrases } from '../../quantity/lexicon/phrases';

export type MarketKind = 'market' | 'small' | 'place';

export interface MarketName {
  readonly name: string;
  readonly end: number;
  readonly kind: MarketKind;
}

interface Entry {
  readonly name: string;
  readonly kind: MarketKind;
}

const entries = (groups: Readonly<Record<string, readonly string[]>>, kind: MarketKind): [string, Entry][] =>
  Object.entries(groups).flatMap(([name, ways]) => ways.map((way): [string, Entry] => [way, { name, kind }]));

const names = new Phrases<Entry>([
  ...entries(marketData.markets, 'market'),
  ...entries(marketData.banks, 'market'),
  ...entries(marketData.small, 'small'),
  ...entries(marketData.places, 'place'),
]);
const marketNames: ReadonlySet<string> = new Set([
  ...Object.keys(marketData.markets),
  ...Object.keys(marketData.small),
]);
/** What is quoted day by day. */
export const isMarket = (name: string): boolean => marketNames.has(name) || PAIRED.test(name);
export type QuotedAs = 'index' | 'yield' | 'currency' | 'good' | 'volatility';

const quoted: ReadonlyMap<string, QuotedAs> = new Map(
  (['yield', 'currency', 'good', 'volatility'] as const).flatMap((kind) =>
    marketData.quoted[kind].map((name): [string, QuotedAs] => [name, kind]),
  ),
);

/** What kind of level markets quote of a name; null where it is none of theirs. */
export function quotedAs(name: string): QuotedAs | null {
  if (PAIRED.test(name)) return 'currency';
  return quoted.get(name) ?? (marketNames.has(name) || INDEX_NAME.test(name) ? 'index' : null);
}

const bankNames: ReadonlySet<string> = new Set(Object.keys(marketData.banks));
/** A central bank sets rates; what measures an economy is its country's. */
export const isCentralBank = (name: string): boolean => bankNames.has(name);

const economies = new Phrases<string>([
  ...Object.entries(marketData.places).flatMap(([name, ways]) => ways.map((way): [string, string] => [way, name])),
  ...Object.entries(marketData.ofPlaces).flatMap(([name, ways]) => ways.map((way): [string, string] => [way, name])),
]);

/** A name this long is no other word, even without a capital. */
const LONG = 7;

/** The country or region whose name, or whose people's, begins at `at`: "China", "Chinese", "deutsche". */
export function economyAt(
  text: string,
  at: number,
  to: number,
): { readonly name: string; readonly end: number } | null {
  const head = text.charCodeAt(at);
  if (at > 0 && isLetter(text.charCodeAt(at - 1)) && !isHan(head)) return null;
  const found = economies.at(text, at, to);
  if (found === null) return null;
  const word = text.slice(at, found.end);
  // "US" and "UK" in capitals, "us" is a word; "zone euro" and "deutsche" are written small.
  const isCapital = isUpper(head) || isHan(head) || head >= 0xc0;
  if (word.length <= 2 ? word !== word.toUpperCase() : !isCapital && word.length < LONG) return null;
  return { name: found.value, end: found.end };
}

/** What calls itself an index is one, whether or not it is listed here. */
const INDEX_NAME = /\p{Lu}[^\n]{2,40}\s(?:Index|Composite|Indice|Índice)$/u;
const PAIRED = /^[A-Z]{3}\/[A-Z]{3}$/;
const moving: ReadonlySet<string> = new Set(marketData.moving);
const led = (words: readonly string[]): RegExp =>
  new RegExp(
    String.raw`(?:^|[\s(])(?:${words.map((word) => word.replaceAll('.', String.raw`\.`)).join('|')})\s(?:the\s|its\s|our\s)?$`,
    'i',
  );
const apart = led(marketData.apart);
const bystanders = led(marketData.bystanders);
const PAIR = /([A-Z]{3})\/?([A-Z]{3})(?![A-Za-z])/y;

function pairAt(text: string, at: number): MarketName | null {
  PAIR.lastIndex = at;
  const match = PAIR.exec(text);
  if (!match || !currencyCodes.has(match[1] ?? '') || !currencyCodes.has(match[2] ?? '')) return null;
  return { name: `${match[1]}/${match[2]}`, end: at + match[0].length, kind: 'market' };
}

/** A name written as such: a capital or a digit at its head; "us", "gold" and "eth" in small letters are words. */
function written(text: string, start: number, end: number, kind: MarketKind): boolean {
  const head = text.charCodeAt(start);
  if (isHan(head)) return true;
  if (/^-[a-z]/.test(text.slice(end, end + 2))) return false;
  if (kind === 'small')
    return (
      moves(text, end) ||
      opensClause(text, start, end) ||
      (isUpper(head) && /^[*_]{0,3}\s?[:|(+−$~\d-]/.test(text.slice(end, end + 6)))
    );
  if (isDigit(head)) return true;
  if (!isUpper(head)) return false;
  const word = text.slice(start, end);
  // "(NASDAQ: ABCD)" is where something is listed; "EU" and "US" have two capitals.
  return (
    !/^\s?[:：]\s?[A-Z]/.test(text.slice(end, end + 4)) &&
    (word.length > 3 || word === word.toUpperCase() || /^(?:Fed|Dow|Bo[A-Z])$/.test(word))
  );
}

/** "…; Gold leicht im Minus", "<strong>GOLD</strong> The metal": a capital at the head of a clause, before a small word. */
function opensClause(text: string, start: number, end: number): boolean {
  if (
    !isUpper(text.charCodeAt(start)) ||
    !/(?:[;>•]\s?|\n[*_]{0,2}|^[*_]{2})$/.test(text.slice(Math.max(0, start - 3), start))
  )
    return false;
  return /^(?:<\/|[*_]{2}\s|\s\p{Ll})/u.test(text.slice(end, end + 6));
}

function moves(text: string, end: number): boolean {
  const next = /^[*_]{0,3}\s([\p{Ll}'’]+|\(?[+−-]?[$~]?\d)/u.exec(text.slice(end, end + 16))?.[1];
  return next !== undefined && (moving.has(next) || /\d$/.test(next));
}

/** The market or place named at a position that begins a word. */
export function marketAt(text: string, at: number, to: number): MarketName | null {
  if (at > 0 && (isLetter(text.charCodeAt(at - 1)) || /[\d.]/.test(text.charAt(at - 1))) && !isHan(text.charCodeAt(at)))
    return null;
  const pair = pairAt(text, at);
  if (pair && pair.end <= to) return pair;
  const found = names.at(text, at, to);
  if (!found || !written(text, at, found.end, found.value.kind)) return null;
  return { name: found.value.name, end: found.end, kind: found.value.kind };
}

const WITH = /\b(?:with|as|while|avec|mit|con|com)\s(?:(?:the|le|la|el|il|o|den|dem|der)\s)?$/i;
const DOING =
  /^(?:\s(?:index|futures|pair|spot))?\s(?:now\s|also\s)?(?:\p{Ll}+ing|\p{Ll}+ando|\p{Ll}+iendo|up|down|en (?:hausse|baisse)|at)\b/u;

/**
 * "cheap against the S&P", "sales in Japan": no number further on belongs to a name behind a comparison or a
 * preposition.
 */
export function isBystander(text: string, start: number, end: number, touching: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  // "with the EUR/USD falling from 1.09": what the clause says it does is its own.
  if (WITH.test(before) && DOING.test(text.slice(end, end + 24))) return false;
  return apart.test(before) || (!touching && bystanders.test(before));
}
