/** The currency that a caption, a head or a line of units says, by its sign, its code or its name. */
import { currencyBefore, currencyCodes, currencyNames } from '../../quantity/lexicon/lexicon';

/** Currency codes, for patterns. */
export const CODES = [...currencyCodes].join('|');
const HAN_CURRENCIES: Readonly<Record<string, string>> = {
  美元: 'USD',
  元: 'CNY',
  人民币: 'CNY',
  港元: 'HKD',
  港币: 'HKD',
  円: 'JPY',
  欧元: 'EUR',
  日元: 'JPY',
};
/** `单位：元`: a currency without a scale. */
const HAN_CURRENCY = /单位为?[:：]\s?(?:人民币)?(元|美元|港元|欧元|日元)(?!\p{L})/u;
/** `in millions of Swedish kronor`, `in Australian dollars`, `em milhares de reais`: a currency by its name behind its word. */
const NAMED_CURRENCY = new RegExp(
  `(?<!\\p{L})(?:of|in|de|di|d['’]|Tausend|Tsd\\.|Millionen|Milliarden)\\s?(${[...currencyNames.keys()]
    .filter((name) => !/^d?['’]|^de |^kr$/.test(name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|')})(?!\\p{L})`,
  'iu',
);
const CURRENCY_WORD = /\b(dollars|euros|yen|yuan|renminbi|pounds|sterling|rupees)\b/i;
const CURRENCY = new RegExp(`(?:\\b(${CODES}|RMB|RM|Rp)\\b|((?<![A-Z])[A-Z]{1,3}\\$|[$€£¥₹]))`);

/** The currency that `text` says, by `sign` where a scale stands with one; null where it says none. */
export function currencyOf(text: string, sign: string | undefined): string | null {
  if (sign)
    return (
      currencyBefore.get(sign) ??
      currencyBefore.get(sign.toUpperCase()) ??
      currencyNames.get(sign.toLowerCase()) ??
      HAN_CURRENCIES[sign] ??
      null
    );
  // A font without the sign of the peso prints `P=`.
  if (/(?<![A-Z])P=\s?\(?\d/.test(text)) return 'PHP';
  const printed = CURRENCY.exec(text);
  if (printed) return currencyBefore.get(printed[1] ?? printed[2] ?? '') ?? null;
  const han = HAN_CURRENCY.exec(text)?.[1];
  if (han !== undefined) return HAN_CURRENCIES[han] ?? null;
  const named = (NAMED_CURRENCY.exec(text) ?? CURRENCY_WORD.exec(text))?.[1];
  return currencyNames.get(named?.toLowerCase() ?? '') ?? null;
}
