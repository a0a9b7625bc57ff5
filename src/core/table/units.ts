/** Units as tables write them: beside a number, in a unit column, in brackets behind a label. Readers of core/figure decide. */
import { currencyBefore, currencyCodes, unitWords } from '../figure/quantity/lexicon/lexicon';
import { scaleNamed } from '../figure/quantity/lexicon/scale';
import type { Unit } from '../base/unit';
import { spaced } from '../figure/cell/column-words';
import { PER_SHARE } from '../figure/placing/cells/share-line';
import { COUNTED, RATE, tableScale } from '../figure/placing/cells/table-scale';

/** What words say of numbers; null where they say nothing. */
export interface UnitAttributes {
  readonly unit: Unit | null;
  /** Power of ten. */
  readonly scale: number | null;
  readonly currency: string | null;
}

export const NO_UNIT: UnitAttributes = { unit: null, scale: null, currency: null };

const known = new Map<string, UnitAttributes>();
/** Words of one table repeat; a hostile one must not fill the memory. */
const REMEMBERED = 5000;

function remember(key: string, make: () => UnitAttributes): UnitAttributes {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > REMEMBERED) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** The text of a cell that is all unit: `USD m`, `%`, `€bn`, `thousands`, `USD/share`, `GW`, `x`. */
export const unitOfWords = (text: string): UnitAttributes => remember(`w${text}`, () => readWords(text.trim()));

/** `$m`, `€bn`, `US$ mn`; `Mio. €`, `Mrd. EUR`; `TEUR`, as German tables write thousands. */
const SIGNED = /^([A-Z.]{0,3}[$€£¥₹￥₩₽₺₪])\s?([\p{L}'’0]{1,9})$/u;
const SIGNED_BEHIND = /^([\p{L}'’0]{1,9})\.?\s?([$€£¥₹￥₩₽₺₪]|[A-Z]{3})$/u;
const GERMAN_THOUSANDS = /^T\s?(€|EUR|USD|CHF)$/;

function scaledMoney(text: string): UnitAttributes | null {
  const thousands = GERMAN_THOUSANDS.exec(text)?.[1];
  if (thousands !== undefined) return { unit: 'money', scale: 3, currency: currencyOf(thousands) };
  const [, sign, power] = SIGNED.exec(text) ?? [];
  const [, powerBefore, signBehind] = SIGNED_BEHIND.exec(text) ?? [];
  const currency = currencyOf(sign ?? signBehind ?? '');
  const scale = scaleOf(power ?? powerBefore ?? '');
  return currency === null || scale === null ? null : { unit: 'money', scale, currency };
}

function readWords(text: string): UnitAttributes {
  if (text === '' || text.length > 40) return NO_UNIT;
  const currency = currencyOf(text);
  if (PER_SHARE.test(text) || /\/\s?(?:share|ads|unit)\b/i.test(text)) {
    return { unit: 'per_share', scale: null, currency: currency ?? tableScale(text).currency };
  }
  if (currency !== null) return { unit: 'money', scale: null, currency };
  const money = scaledMoney(text);
  if (money !== null) return money;
  const scaled = tableScale(text);
  if (scaled.exponent > 0 || scaled.currency !== null) {
    return {
      unit: scaled.currency === null ? null : 'money',
      scale: scaled.exponent || null,
      currency: scaled.currency,
    };
  }
  const scale = scaleOf(text);
  if (scale !== null) return { unit: null, scale, currency: null };
  if (/^(?:number|no\.?|#|units?|count|people|persons|shares|pcs)$/i.test(text)) return { ...NO_UNIT, unit: 'count' };
  const word = unitWords.at(text, 0, text.length);
  if (word?.end === text.length) {
    return { unit: word.value.unit, scale: word.value.exponent > 0 ? word.value.exponent : null, currency: null };
  }
  return { ...NO_UNIT, unit: text.startsWith('%') ? 'percent' : null };
}

/** `USD`, `€`, `US$`, `RMB` and nothing else. */
export function currencyOf(text: string): string | null {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (currencyCodes.has(upper)) return upper;
  return currencyBefore.get(trimmed) ?? null;
}

/** The largest power of ten that a figure's scale can be. */
const LARGEST = 15;

/** `m`, `bn`, `millions`, `1000`, `'000`: a power of ten and nothing else. */
export function scaleOf(text: string): number | null {
  const trimmed = text.trim();
  const power = /^1((?:[,. ]?0{3})+|0+)$/.exec(trimmed)?.[1]?.replaceAll(/\D/g, '').length;
  if (power !== undefined && power <= LARGEST) return power;
  const named = scaleNamed(trimmed);
  return named !== null && named <= LARGEST ? named : null;
}

export interface Label extends UnitAttributes {
  /** The label without the unit in brackets behind it. */
  readonly text: string;
}

const BRACKETED = /\s*[([（【]([^()[\]（）【】]{1,40})[)\]）】]\s*$/;
/** `revenue_m`, `margin_pct`, `price_usd`: a unit behind an underline. */
const UNDERLINED =
  /_((?:(?:usd|eur|gbp|inr|cny|rmb|hkd|jpy)_)?(?:mn?|mm|bn|k)|usd|eur|gbp|inr|cny|rmb|hkd|jpy|pct|bps|x)$/i;
const TAILED = /\s*(?:[,–—|:-]\s*|\bin\s)([$€£¥%\p{L}'’.]{1,12}(?:\s?[\p{L}$€£¥%.]{1,12})?)\s*$/u;

const SHARE_OF = /^(?:in )?%\s?(?:of|vs\.?|der|du|de|des|del)\s/i;

/** A label of a row or head and what it says of its numbers: `Revenue ($m)`, `Gross margin, %`, `EPS`, `Headcount`. */
export function readLabel(text: string): Label {
  const trimmed = text.trim();
  for (const pattern of [BRACKETED, UNDERLINED, TAILED]) {
    const match = pattern.exec(trimmed);
    const said =
      match?.[1] === undefined
        ? NO_UNIT
        : unitOfWords(
            match[1]
              .replace(/^in\s+/i, '')
              .replace('_', ' ')
              .replace(/^pct$/i, '%'),
          );
    if (match === null || said === NO_UNIT || !isStated(said)) continue;
    const rest = trimmed.slice(0, match.index).trim();
    if (rest === '') continue;
    // `D&A (% of revenue)` is no D&A: what it is a share of belongs to the name.
    if (SHARE_OF.test(match[1] ?? '')) return { text: trimmed, ...said };
    const byName = unitByName(rest);
    // `EPS ($)` is per share, whatever the money.
    const isPerShare = byName === 'per_share' && (said.unit === null || said.unit === 'money');
    return { text: rest, ...said, unit: isPerShare ? byName : (said.unit ?? byName) };
  }
  return { text: trimmed, ...NO_UNIT, unit: unitByName(trimmed) };
}

/** What a head says once its period is taken off: `EUR m` of `FY2024 (EUR m)` is all unit and names nothing. */
export function readHeadLabel(text: string): Label {
  const inner = text.replaceAll(/^[([（【\s]+|[)\]）】\s]+$/g, '').replace(/^in\s+/i, '');
  const said = inner === '' || PER_SHARE.test(inner) || RATE.test(inner) ? NO_UNIT : unitOfWords(inner);
  return isStated(said) && !COUNTED.test(inner) ? { text: '', ...said } : readLabel(text);
}

const isStated = ({ unit, scale, currency }: UnitAttributes): boolean =>
  unit !== null || scale !== null || currency !== null;

/** What has no unit at all, although it is called a rate or stands among money. */
const BARE =
  /\b(?:exchange rates?|fx rates?|betas?|alpha|discount factors?|correlations?|coefficients?)\b|[βΒ]|^(?:USD|EUR|GBP)\s?\/\s?[A-Z]{3}\b|汇率|匯率/iu;

/** What a name alone says: a margin is a percentage, earnings per share are per share, headcount is a count. */
function unitByName(label: string): Unit | null {
  const text = spaced(label);
  if (PER_SHARE.test(text)) return 'per_share';
  if (/\(x\)|\bmultiple\b|\bp\/e\b|ev\/(?:ebitda|sales)/i.test(text)) return 'multiple';
  if (/\bbps\b/i.test(text)) return 'bps';
  const isBare =
    BARE.test(text.replaceAll(/[([（][^()[\]（）]*[)\]）]/gu, ' ')) && !/%|\bchange\b|\bgrowth\b/i.test(text);
  if (isBare) return 'other';
  if (RATE.test(text)) return 'percent';
  return COUNTED.test(text) ? 'count' : null;
}

/** A caption above a table: `in millions of US dollars, except per share`, `USD bn`, `单位：百万元`. */
export function unitOfCaption(text: string): UnitAttributes {
  const { exponent, currency } = tableScale(text);
  if (exponent > 0 || currency !== null) return { unit: null, scale: exponent === 0 ? null : exponent, currency };
  const words = /\b(?:in|en)\s+([^,;()\s]{1,12}(?:\s[^,;()\s]{1,5})?)/i.exec(text)?.[1];
  const said = words === undefined ? NO_UNIT : unitOfWords(words);
  return { unit: null, scale: said.scale, currency: said.currency };
}
