/** Whose money a bare 元 or a bare `$` is: each names a currency only together with where its text was written. */
import words from '../../../../../resources/lexicon/home-dollars.json';
import type { Quantity } from '../../model';

/** Signs that only one of the two scripts writes; common enough to stand in any note. */
const TRADITIONAL = /[個價億務報實導業為營產與萬資這際險風]/g;
const SIMPLIFIED = /[万与业个为产亿价务实导报营资这际险风]/g;
const SAMPLE = 20_000;
const CLEARLY = 3;

const RENMINBI = /人民[币幣]|RMB|CNY/gi;
const HONG_KONG = /港[元币幣]|HK\$|HKD/gi;
const TAIWAN = /[台臺][币幣]|NT\$|TWD/gi;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What a document's bare signs of money stand for, by ISO 4217; null where they mean what the lexicon reads. */
export interface HomeCurrency {
  readonly yuan: string | null;
  readonly dollar: string | null;
  readonly peso: string | null;
}

/**
 * The currencies (ISO 4217) that 元, `$` and peso mean in this document, each null where the text does not settle it.
 * `language` is a BCP 47 primary subtag.
 */
export const homeCurrency = (text: string, language: string): HomeCurrency => ({
  yuan: homeYuan(text, language),
  dollar: homeDollar(text),
  peso: homePeso(text),
});

function homeYuan(text: string, language: string): string | null {
  if (language !== 'zh') return null;
  const sample = text.slice(0, SAMPLE);
  if (
    count(sample, TRADITIONAL) < CLEARLY + count(sample, SIMPLIFIED) ||
    count(text, RENMINBI) > count(text, TAIWAN) + count(text, HONG_KONG)
  )
    return null;
  return count(text, HONG_KONG) > count(text, TAIWAN) ? 'HKD' : 'TWD';
}

/** Dollars by their codes and marked signs. */
const DOLLARS: readonly (readonly [string, RegExp])[] = [
  ['CAD', /(?<![A-Za-z])(?:CAD|CDN|C\$|CA\$|Cdn\$|Can\$)/g],
  ['AUD', /(?<![A-Za-z])(?:AUD|A\$|AU\$)/g],
  ['NZD', /(?<![A-Za-z])(?:NZD|NZ\$)/g],
  ['SGD', /(?<![A-Za-z])(?:SGD|S\$)/g],
  ['HKD', /(?<![A-Za-z])(?:HKD|HK\$)/g],
  ['TWD', /(?<![A-Za-z])(?:TWD|NT\$)/g],
  ['JMD', /(?<![A-Za-z])(?:JMD|JA?\$)/g],
];
const AMERICAN = /(?<![A-Za-z])(?:USD|US\$)|\bU\.?S\.? dollars?\b|美元/g;
const FEW = 5;
const BARE = /(?<![A-Za-z])\$/g;

const ADJECTIVES = new Map(Object.entries<string>(words.adjectives));
const WHOSE = [...ADJECTIVES.keys()].map((word) => word.replaceAll('.', '\\.').replaceAll(' ', '\\s+')).join('|');
/** `expressed in thousands of Canadian dollars`; `New Zealand dollars, being the Group’s presentation currency`. */
const STATED = [
  new RegExp(
    `\\b(?:expressed|presented|prepared|reported|stated|shown|figures are|amounts are|(?:presentation|reporting) currency)\\b[^.;()]{0,60}?\\b(${WHOSE})\\s+dollars?\\b`,
    'gi',
  ),
  new RegExp(`\\b(${WHOSE})\\s+dollars?\\b[^.;()]{0,40}\\b(?:presentation|reporting) currency\\b`, 'gi'),
];
const PLACES = Object.entries<readonly string[]>(words.places);

/** The currency that the document says it is presented in; null where it says none, or two alike often. */
function statedDollar(text: string): string | null {
  const counts = new Map<string, number>();
  for (const pattern of STATED)
    for (const [, whose = ''] of text.matchAll(pattern)) {
      const code = ADJECTIVES.get(whose.toLowerCase().replaceAll(/\s+/g, ' '));
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** The dollar that the document states, else the one that it writes out about as often as the bare sign, or its place's. */
function homeDollar(text: string): string | null {
  const stated = statedDollar(text);
  if (stated !== null) return stated === 'USD' ? null : stated;
  const place = dollarOfPlace(text);
  const american = count(text, AMERICAN);
  // A few mentions of American dollars are of rates and deposits; whoever reports in them writes them everywhere.
  if (place !== null && american * FEW < count(text, BARE)) return place;
  return american > 0 ? null : (place ?? dollarWrittenOut(text));
}

function dollarOfPlace(text: string): string | null {
  const found = PLACES.filter(([, phrases]) => phrases.some((phrase) => text.includes(phrase)));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

function dollarWrittenOut(text: string): string | null {
  const named = DOLLARS.map(([code, pattern]) => ({ code, times: count(text, pattern) })).filter(
    ({ times }) => times > 0,
  );
  const [only, other] = named;
  if (only === undefined || other !== undefined || only.times < CLEARLY) return null;
  return only.times * 2 >= count(text, BARE) ? only.code : null;
}

/** A currency (ISO 4217) that a bare `$` may stand for, other than the American. */
export const isDollar = (code: string): boolean => DOLLARS.some(([one]) => one === code);

const OFTEN = 2;

/**
 * The one dollar (ISO 4217) other than the American that the words of a workbook write out at least twice; null where
 * they write none, several, or American dollars too. Numbers under a bare `$` are many there and their words few, so
 * that shares of signs tell nothing.
 */
export function dollarOfWords(text: string): string | null {
  if (count(text, AMERICAN) > 0) return null;
  const named = DOLLARS.filter(([, pattern]) => count(text, pattern) > 0);
  const [only, other] = named;
  return only === undefined || other !== undefined || count(text, only[1]) < OFTEN ? null : only[0];
}

const PESOS: readonly (readonly [string, RegExp])[] = [
  ['COP', /colombia|bogotá|\bCOP\b/gi],
  ['CLP', /\bchile|santiago|\bCLP\b/gi],
  ['ARS', /argentin|buenos aires|\bARS\b/gi],
  ['PHP', /philippin|filipin|manila|\bPHP\b/gi],
  ['MXN', /m[eé]xic|\bMXN\b/gi],
];

/** Whose pesos a text counts in: the country that it names most. */
function homePeso(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  if (!/\bpesos\b/i.test(sample)) return null;
  const [best] = PESOS.map(([code, pattern]) => ({ code, times: count(sample, pattern) })).sort(
    (a, b) => b.times - a.times,
  );
  return best && best.times > 0 ? best.code : null;
}

/** A quantity under a bare sign, in the money of the place its text was written in. */
export function inHomeCurrency(quantity: Quantity, home: HomeCurrency): Quantity {
  const { currency, quote } = quantity;
  if (currency === 'CNY' && home.yuan !== null && !/[¥￥]/.test(quote)) return { ...quantity, currency: home.yuan };
  if (currency === 'MXN' && home.peso !== null && /pesos$/i.test(quote)) return { ...quantity, currency: home.peso };
  const dollar = currency === 'USD' && home.dollar !== null && !/USD|US\$/.test(quote);
  return dollar ? { ...quantity, currency: home.dollar } : quantity;
}
