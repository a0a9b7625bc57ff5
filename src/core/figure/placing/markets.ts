/**
 * What macro and market notes speak of besides companies: indices, rates, commodities, currencies, central banks, places.
 * The names are words of the field and stand in the lexicon; a pair of currencies is known by its codes.
 */
import marketData from '../../../../resources/lexicon/markets.json';
import { isDigit, isHan, isLetter, isUpper } from '../quantity/characters';
import { currencyCodes } from '../quantity/lexicon';
import { Phrases } from '../quantity/phrases';

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
export const isMarket = (name: string): boolean => marketNames.has(name) || /^[A-Z]{3}\/[A-Z]{3}$/.test(name);
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
    return moves(text, end) || (isUpper(head) && /^[*_]{0,3}\s?[:|(+−$~\d-]/.test(text.slice(end, end + 6)));
  if (isDigit(head)) return true;
  if (!isUpper(head)) return false;
  const word = text.slice(start, end);
  // "(NASDAQ: ABCD)" is where something is listed; "EU" and "US" have two capitals.
  return (
    !/^\s?[:：]\s?[A-Z]/.test(text.slice(end, end + 4)) &&
    (word.length > 3 || word === word.toUpperCase() || /^(?:Fed|Dow|Bo[A-Z])$/.test(word))
  );
}

function moves(text: string, end: number): boolean {
  const next = /^[*_]{0,3}\s([a-z]+|\(?[+−-]?[$~]?\d)/.exec(text.slice(end, end + 16))?.[1];
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

/** "cheap against the S&P", "sales in Japan": what a comparison or a preposition leads owns no number further on. */
export function isBystander(text: string, start: number, touching: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return apart.test(before) || (!touching && bystanders.test(before));
}
