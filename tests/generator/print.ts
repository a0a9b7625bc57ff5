/** How numbers are printed: a document keeps to one house style, and what it prints is read back as an exact decimal. */
import type { Chance } from './chance';
import type { Fact, Printed } from './truth';

/** The habits of one document. */
export interface NumberStyle {
  readonly money: 'symbol' | 'code';
  /** `B`, ` billion`, `bn` … for billions and millions. */
  readonly scales: readonly [billions: string, millions: string];
  readonly percent: string;
  readonly minus: '-' | '−';
  readonly locale: 'en' | 'zh' | 'de';
  readonly decimals: number;
  readonly approx: number;
  readonly multiple: 'x' | '×' | ' times' | '倍';
  readonly range: '–' | '-' | ' to ';
  /** Markdown in which the dollar sign is written with a backslash. */
  readonly escape: boolean;
}

const SCALES: readonly (readonly [string, string])[] = [
  ['B', 'M'],
  [' billion', ' million'],
  ['bn', 'm'],
  [' bn', ' mn'],
];

export function numberStyle(chance: Chance, chinese: boolean, currency: string, markdown: boolean): NumberStyle {
  const german = currency === 'EUR' && chance.yes(0.2);
  const common = {
    minus: chance.pick(['-', '−'] as const),
    decimals: chance.whole(1, 2),
    approx: chance.yes(0.4) ? 0.15 : 0,
    escape: markdown && currency === 'USD' && chance.yes(0.15),
  };
  if (chinese)
    return {
      ...common,
      money: 'symbol',
      scales: ['亿元', '万元'],
      percent: '%',
      locale: 'zh',
      multiple: '倍',
      range: chance.pick(['-', '–'] as const),
    };
  if (german)
    return {
      ...common,
      money: 'symbol',
      scales: [' Mrd. €', ' Mio. €'],
      percent: ' %',
      locale: 'de',
      multiple: 'x',
      range: '–',
    };
  return {
    ...common,
    money: chance.yes(0.8) ? 'symbol' : 'code',
    scales: chance.pick(SCALES),
    percent: chance.pick(['%', '%', '%', ' percent', currency === 'USD' ? '%' : ' per cent']),
    locale: 'en',
    multiple: chance.pick(['x', 'x', '×', ' times'] as const),
    range: chance.pick(['–', '-', ' to '] as const),
  };
}

const SYMBOL: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CNY: '¥' };
export const symbolOf = (currency: string): string => SYMBOL[currency] ?? currency;
const signOf = (currency: string, { escape }: NumberStyle): string => (escape ? '\\' : '') + symbolOf(currency);

/** `digits × 10^exponent` in plain notation. */
export function decimal(digits: number, exponent: number): string {
  const sign = digits < 0 ? '-' : '';
  const whole = String(Math.abs(digits));
  if (digits === 0) return '0';
  if (exponent >= 0) return sign + whole + '0'.repeat(exponent);
  const padded = whole.padStart(1 - exponent, '0');
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  return sign + padded.slice(0, exponent) + (fraction === '' ? '' : `.${fraction}`);
}

export interface Rounded {
  readonly digits: number;
  /** Decimals printed and the power of ten of the printed unit. */
  readonly decimals: number;
  readonly scale: number;
}

export const rounded = (value: number, scale: number, decimals: number): Rounded => ({
  digits: Math.round((value / 10 ** scale) * 10 ** decimals),
  decimals,
  scale,
});
export const exact = ({ digits, decimals, scale }: Rounded): string => decimal(digits, scale - decimals);

/** Digits with separators and decimals, without sign. */
export function grouped({ digits, decimals }: Rounded, locale: NumberStyle['locale'] = 'en', group = true): string {
  const all = String(Math.abs(digits)).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? all : all.slice(0, -decimals);
  const separated = group ? whole.replace(/\B(?=(\d{3})+$)/g, locale === 'de' ? '.' : ',') : whole;
  return decimals === 0 ? separated : `${separated}${locale === 'de' ? ',' : '.'}${all.slice(-decimals)}`;
}

export const point = (text: string, value: Rounded): Printed => ({
  text,
  low: exact(value),
  high: exact(value),
  qualifier: 'none',
  exponent: value.scale - value.decimals,
});

/** Power of ten of the scale word that fits an amount, and which of the style's words it is. */
function scaleOf(value: number, style: NumberStyle): { readonly scale: number; readonly word: string } {
  const size = Math.abs(value);
  const [large, small] = style.scales;
  if (style.locale === 'zh') return size >= 1e8 ? { scale: 8, word: large } : { scale: 4, word: small };
  return size >= 1e9 ? { scale: 9, word: large } : { scale: 6, word: small };
}

function withCurrency(number: string, word: string, currency: string, style: NumberStyle): string {
  if (style.locale !== 'en') return number + word;
  return style.money === 'symbol' ? `${signOf(currency, style)}${number}${word}` : `${currency} ${number}${word}`;
}

export function printMoney(value: number, currency: string, style: NumberStyle, extra = 0): Printed {
  const { scale, word } = scaleOf(value, style);
  // Three digits at the least, or two amounts that differ would read the same.
  const small = Math.abs(value) / 10 ** scale < 10;
  const wanted = (scale === 4 ? 0 : scale === 6 ? (small ? 2 : 1) : small ? 2 : style.decimals) + extra;
  const r = rounded(value, scale, wanted);
  const body = withCurrency(grouped(r, style.locale), word, currency, style);
  return point(value < 0 ? style.minus + body : body, r);
}

export function printShare(value: number, currency: string, style: NumberStyle, decimals = 2): Printed {
  const r = rounded(value, 0, decimals);
  const number = grouped(r, style.locale);
  const sign = value < 0 ? style.minus : '';
  if (style.locale === 'zh') return point(`${sign}${number}元`, r);
  if (style.locale === 'de') return point(`${sign}${number} €`, r);
  return point(sign + (style.money === 'symbol' ? signOf(currency, style) + number : `${currency} ${number}`), r);
}

export function printPercent(value: number, style: NumberStyle, decimals = 1, signed = false): Printed {
  const r = rounded(value, 0, decimals);
  const sign = r.digits < 0 ? style.minus : signed ? '+' : '';
  return point(sign + grouped(r, style.locale) + style.percent, r);
}

export function printMultiple(value: number, style: NumberStyle, decimals = 1): Printed {
  const r = rounded(value, 0, decimals);
  return point(grouped(r, style.locale) + style.multiple, r);
}

/** A count of things: users, shares. */
export function printCount(value: number, style: NumberStyle, noun = ''): Printed {
  if (style.locale === 'zh') {
    const r = value >= 1e8 ? rounded(value, 8, 2) : rounded(value, 4, value >= 1e7 ? 0 : 1);
    return point(grouped(r) + (value >= 1e8 ? '亿' : '万') + noun, r);
  }
  const r = value >= 1e9 ? rounded(value, 9, 2) : value >= 1e6 ? rounded(value, 6, 1) : rounded(value, 0, 0);
  const word = value >= 1e9 ? ' billion' : value >= 1e6 ? ' million' : '';
  return point(grouped(r, style.locale) + word + noun, r);
}

/** Two ends in one expression; the scale word stands once where both share it. */
export function printRange(low: Printed, high: Printed, style: NumberStyle): Printed {
  const tail = /[^\d]*$/.exec(low.text)?.[0] ?? '';
  const shared = tail !== '' && high.text.endsWith(tail) && style.range !== ' to ';
  const first = shared ? low.text.slice(0, -tail.length) : low.text;
  const second = shared && style.range === '-' ? high.text.replace(/^[^\d]+/, '') : high.text;
  return {
    text: first + (style.locale === 'zh' ? '-' : style.range) + second,
    low: low.low,
    high: high.high,
    qualifier: 'range',
    exponent: low.exponent,
  };
}

export const about = (printed: Printed, word: string): Printed => ({
  ...printed,
  text: word + printed.text,
  qualifier: 'approx',
});

/** The direction of a change and its magnitude as gold: a sign in the text says the same. */
export function directionOf(fact: Fact, printed: Printed): 'up' | 'down' | null {
  if (!fact.change) return null;
  return (printed.low ?? '').startsWith('-') || fact.value < 0 ? 'down' : 'up';
}
