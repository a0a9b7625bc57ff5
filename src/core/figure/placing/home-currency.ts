/** Whose money a bare 元 is: it names a currency only together with where its text was written. */
import type { Quantity } from '../model';

/** Signs that only one of the two scripts writes; common enough to stand in any note. */
const TRADITIONAL = /[個價億務報實導業為營產與萬資這際險風]/g;
const SIMPLIFIED = /[万与业个为产亿价务实导报营资这际险风]/g;
const SAMPLE = 20_000;
const CLEARLY = 3;

const RENMINBI = /人民[币幣]|RMB|CNY/i;
const HONG_KONG = /港[元币幣]|HK\$|HKD/gi;
const TAIWAN = /[台臺][币幣]|NT\$|TWD/gi;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** ISO 4217 of a bare 元, or null where it is the yuan of the mainland, as the lexicon reads it. */
export function homeCurrency(text: string, language: string): string | null {
  if (language !== 'zh') return null;
  const sample = text.slice(0, SAMPLE);
  if (count(sample, TRADITIONAL) < CLEARLY + count(sample, SIMPLIFIED) || RENMINBI.test(text)) return null;
  return count(text, HONG_KONG) > count(text, TAIWAN) ? 'HKD' : 'TWD';
}

/** A quantity in bare 元 in the money of the place its text was written in. */
export const atHome = (quantity: Quantity, home: string | null): Quantity =>
  home === null || quantity.currency !== 'CNY' || /[¥￥]/.test(quantity.quote)
    ? quantity
    : { ...quantity, currency: home };
