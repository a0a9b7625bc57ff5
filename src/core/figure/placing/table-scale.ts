/** What a table says once for all its numbers: scale, currency and unit, from its caption, column head and row label. */
import { currencyBefore } from '../quantity/lexicon';
import { shift } from '../quantity/decimal';
import type { Quantity, Unit } from '../model';

export interface TableScale {
  readonly exponent: number;
  readonly currency: string | null;
  readonly unit: Unit | null;
  /** "except per share": earnings per share and the like stay unscaled. */
  readonly exceptPerShare: boolean;
}

const NONE: TableScale = { exponent: 0, currency: null, unit: null, exceptPerShare: false };

const SCALE =
  /\b(?:in|amounts in|figures in|dollars in|stated in)?\s?(?:(thousands|millions|billions|trillions|crores?|lakhs?)|(USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|NOK|SEK|DKK|AUD|CAD|SGD|BRL|MXN|ZAR|PLN|KRW|TWD|HKD|US\$|HK\$|[$€£¥₹])\s?['’]?(000s?|k|thousand|m|mn|mm|mln|million|b|bn|billion|tn|trillion|cr|crore)s?\b|(m|mn|mm|million|bn|billion|thousand|tn)\s(USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|NOK|SEK|DKK|AUD|CAD|SGD|BRL|MXN|ZAR|PLN|KRW|TWD|HKD|US\$|[$€£¥₹]|dollars|euros|yen|yuan|pounds))/i;
const HAN_SCALE = /(?:单位[:：]?\s?)?(百万|亿|万|千|十亿)(美元|元|人民币|港元|欧元|日元)/;
const POWERS: Readonly<Record<string, number>> = {
  thousand: 3,
  thousands: 3,
  '000': 3,
  '000s': 3,
  k: 3,
  million: 6,
  millions: 6,
  m: 6,
  mn: 6,
  mm: 6,
  mln: 6,
  billion: 9,
  billions: 9,
  b: 9,
  bn: 9,
  trillion: 12,
  trillions: 12,
  tn: 12,
  crore: 7,
  crores: 7,
  cr: 7,
  lakh: 5,
  lakhs: 5,
  百万: 6,
  亿: 8,
  万: 4,
  千: 3,
  十亿: 9,
};
const WORD_CURRENCY: Readonly<Record<string, string>> = {
  dollars: 'USD',
  euros: 'EUR',
  yen: 'JPY',
  yuan: 'CNY',
  pounds: 'GBP',
  美元: 'USD',
  元: 'CNY',
  人民币: 'CNY',
  港元: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
};
const CURRENCY =
  /(?:\b(USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|NOK|SEK|DKK|SGD|BRL|MXN|ZAR|PLN|HKD|AUD|CAD|KRW|TWD)\b|(US\$|HK\$|A\$|C\$|NT\$|[$€£¥₹]))/;
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/\(\s?(?:bps?|basis points)\s?\)|\bbps\b/i, 'bps'],
  [/\(\s?(?:pp|ppts?)\s?\)|\bppts?\b|percentage points/i, 'percentage_points'],
  [/%|\bper ?cent\b|\bgrowth\b|\by\/y\b|\byoy\b|\bchange\b|增速|率/i, 'percent'],
  [/\(x\)|\bmultiple\b|\bp\/e\b|ev\/ebitda/i, 'multiple'],
];

/** Reads a caption or head; all defaults where it says nothing. */
export function tableScale(text: string): TableScale {
  const match = SCALE.exec(text);
  const han = match ? null : HAN_SCALE.exec(text);
  const word = (match?.[1] ?? match?.[3] ?? match?.[4] ?? han?.[1] ?? '').toLowerCase();
  const sign = match?.[2] ?? match?.[5] ?? han?.[2];
  const printed = CURRENCY.exec(text);
  const currency = sign
    ? (currencyBefore.get(sign) ?? WORD_CURRENCY[sign.toLowerCase()] ?? null)
    : printed
      ? (currencyBefore.get(printed[1] ?? printed[2] ?? '') ?? null)
      : /\bdollars\b/i.test(text)
        ? 'USD'
        : null;
  const exponent = POWERS[word] ?? 0;
  const unit = exponent > 0 || currency ? null : (UNITS.find(([pattern]) => pattern.test(text))?.[1] ?? null);
  if (exponent === 0 && currency === null && unit === null) return NONE;
  return { exponent, currency, unit, exceptPerShare: /except|per[- ]share/i.test(text) };
}

export const PER_SHARE = /\b(?:per share|eps|dps|per ads|per unit)\b|每股/i;
export const COUNTED =
  /\b(?:employees|headcount|stores|customers|subscribers|users|members|locations|shares|units|deliveries)\b|户|人|员工/i;
export const RATE = /%|\b(?:margin|growth|rate|yield|ratio|share of|yoy|y\/y)\b|率|增速/i;

/** Applies caption, head and row label to a bare number of a cell; a number with a unit of its own stays as it is. */
export function scaleCell(quantity: Quantity, caption: string, head: string, label: string): Quantity {
  const bare = quantity.currency === null && (quantity.unit === 'count' || quantity.unit === 'other');
  const fromHead = tableScale(head);
  const fromCaption = tableScale(caption);
  const fromLabel = tableScale(label);
  if (!bare)
    return quantity.unit === 'money' ? scaleMoney(quantity, pick(fromLabel, fromHead, fromCaption), label) : quantity;
  if (quantity.quote.match(/[A-Za-z一-鿿]/)) return quantity;
  const unit =
    fromLabel.unit ??
    fromHead.unit ??
    (fromHead.exponent === 0 && fromCaption.exponent === 0 ? fromCaption.unit : null);
  if (unit && (fromLabel.exponent === 0 || fromLabel.unit)) return { ...quantity, unit, rule: 'cell.unit' };
  if (RATE.test(label) && !PER_SHARE.test(label)) return { ...quantity, unit: 'percent', rule: 'cell.unit' };
  const scale = pick(fromLabel, fromHead, fromCaption);
  const currency = fromLabel.currency ?? fromHead.currency ?? fromCaption.currency;
  if (PER_SHARE.test(label)) return { ...quantity, unit: 'per_share', currency, rule: 'cell.per-share' };
  if (COUNTED.test(label)) return rescaled(quantity, 0, { unit: 'count', currency: null, rule: 'cell.count' });
  if (scale.exponent === 0 && currency === null) return quantity;
  return rescaled(quantity, scale.exponent, { unit: 'money', currency, rule: 'cell.scale' });
}

function pick(...scales: readonly TableScale[]): TableScale {
  return scales.find((scale) => scale.exponent > 0) ?? NONE;
}

/** `$1,234` under "in millions"; a number that prints its own scale keeps it. */
function scaleMoney(quantity: Quantity, scale: TableScale, label: string): Quantity {
  if (scale.exponent === 0 || PER_SHARE.test(label) || /[a-z一-鿿]/i.test(quantity.quote.replace(/^\D+/, '')))
    return quantity;
  return rescaled(quantity, scale.exponent, { rule: 'cell.scale' });
}

function rescaled(quantity: Quantity, power: number, rest: Partial<Quantity>): Quantity {
  return {
    ...quantity,
    low: quantity.low === null ? null : shift(quantity.low, power),
    high: quantity.high === null ? null : shift(quantity.high, power),
    lowExponent: quantity.lowExponent + power,
    highExponent: quantity.highExponent + power,
    ...rest,
  };
}
