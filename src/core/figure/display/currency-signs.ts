/**
 * The signs that currencies are written with. Only signs that mean one currency: CHF, SEK, NOK, DKK and others keep their
 * code, and so does ILS, whose sign the fonts of a printed report lack. A module of its own, because the window would
 * load the whole lexicon of currencies for it.
 */
const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: 'CN¥',
  INR: '₹',
  KRW: '₩',
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'C$',
  HKD: 'HK$',
  MXN: 'MX$',
  NZD: 'NZ$',
  SGD: 'S$',
  TWD: 'NT$',
  RUB: '₽',
  TRY: '₺',
  VND: '₫',
  UAH: '₴',
  PHP: '₱',
  NGN: '₦',
};

/** Currencies that have a sign, by their ISO codes. */
export const SIGNED_CURRENCIES: readonly string[] = Object.keys(SIGNS);

/** What stands before an amount: `HK$`, or the ISO code and a space where no sign means that currency alone. */
export const currencySign = (code: string): string => SIGNS[code] ?? `${code} `;
