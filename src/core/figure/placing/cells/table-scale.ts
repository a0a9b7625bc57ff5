/** What a table says once for all its numbers: scale, currency and unit, from its caption, column head and row label. */
import { scaleNamed } from '../../quantity/lexicon/scale';
import { remembered } from '../../../base/remembered';
import { CODES, currencyOf } from './table-currency';
import { currencyBefore, hanUnits, minorUnits, unitWords, type UnitEntry } from '../../quantity/lexicon/lexicon';
import { bareUnit } from './bare-unit';
import { findMetrics } from '../mentions/metric';
import { shift } from '../../decimal';
import { isOfShare, PER_SHARE } from './share-line';
import type { Quantity } from '../../model';
import type { Unit } from '../../../base/unit';

export interface TableScale {
  readonly exponent: number;
  readonly currency: string | null;
  readonly unit: Unit | null;
  /** "except per share": earnings per share and the like stay unscaled. */
  readonly exceptPerShare: boolean;
  /** What numbers of shares are printed in, where that is said apart; null where they go with the rest. */
  readonly shares: number | null;
}

const NONE: TableScale = { exponent: 0, currency: null, unit: null, exceptPerShare: false, shares: null };

const MONEY = `(?:${CODES}|RMB|RM(?!B)|Rs\\.?|Rp\\.?|[A-Z]{1,3}\\$|[$€£¥￥₹₩])`;
const SIZES = "(000['’]?s?|k|thousand|m|mn|mm|mln|mil|million|b|bn|bln|billion|tn|trillion|cr|crore|lakh)";
/** `in thousands`, `($M)`, `US$'000`, `$,000`, `EURm`, `m USD`; `Shares ‘000` without a currency. */
const SCALE = new RegExp(
  `(?<![\\p{L}\\d])(?:(thousands|millions|billions|trillions|crores?|lakhs?)\\b|(${MONEY})\\s?(?:['’‘]|,(?=0))?${SIZES}s?\\b|(m|mn|mm|million|bn|billion|thousand|tn)\\s(${MONEY}|dollars|euros|yen|yuan|pounds))`,
  'iu',
);
const HAN_SCALE =
  /(万亿|百万|千万|十亿|亿|万|千|百萬|億|萬)(美元|港元|港币|港幣|欧元|歐元|日元|日圆|英镑|韩元|新台币|新臺幣|台币|人民币|人民幣|元|円)/;
/** `Rm`, `R’million`, `R'000`, `R bn`: the rand, whose sign is a letter that stands alone. */
const RAND = /(?<![\p{L}\p{N}])R\s?['’]?(000|m|mn|million|bn|billion)(?!\p{L})/u;
/** `（亿）`, `单位：百万`: a scale without its currency. */
const HAN_ALONE = /[（(]\s?(万亿|百万|千万|十亿|亿|万|千)\s?[)）]|单位为?[:：]\s?(百万|千万|十亿|亿|万|千)/;
/** `T` is trillions anywhere else. */
const GERMAN_THOUSANDS = 3;
/** `T€`, `TEUR`, `kEUR`, `Mio. EUR`, `Mrd. €`: as German tables write them. */
const GERMAN = /(?:\b(T|k|M)|\b(Mio|Mrd)\.?\s?)(EUR|€|CHF|USD|SEK|NOK)(?!\p{L})/u;
/** `Mkt Cap (bn)`: a scale alone, in brackets; `(b)` is the letter of a note or of an item of a list. */
const BRACKETED =
  /\(\s?(?:in )?(k|m|mn|mm|mln|millions?|(?<=in )b|bn|bln|billions?|tn|thousands?|['’‘]?000['’]?s?|cr|crores?|lakhs?)\s?\)|(?<=\p{L}\s?)['’‘](000)s?(?!\d)/iu;
/** `em milhares de reais`, `en miles de euros`, `en millions d'euros`, `in migliaia di euro`, `in Tausend Euro`. */
const ELSEWHERE =
  /(?<!\p{L})(?:(milhões|milhares|bilhões|mil millones|millones|miles|milliers|millions|milliards|milioni|migliaia|miliardi)\s(?:de\s|d['’]|di\s)|(Tausend|Tsd\.?|Millionen|Milliarden)\s)(?=R\$|€|US|EUR|CHF|reais|euro|peso|d[oó]lar|dollar|franc|Franken)/iu;
const ELSEWHERE_SCALES: Readonly<Record<string, number>> = {
  milhares: 3,
  miles: 3,
  milliers: 3,
  migliaia: 3,
};
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/\(\s?(?:bps?|basis points)\s?\)|\bbps\b/i, 'bps'],
  [/\(\s?(?:pp|ppts?)\s?\)|\bppts?\b|percentage points/i, 'percentage_points'],
  [/%|\bper ?cent\b|\bgrowth\b|\by\/y\b|\byoy\b|\bchange\b|增速|(?<!市[盈净销])率/i, 'percent'],
  [/\(x\)|\bmultiple\b|\b(?:p\/e|p\/b|p\/s|p\/fcf|peg?|pb|ps)\b|\bev\s?\/\s?\w|市盈率|市净率|市销率|倍/i, 'multiple'],
];

/** Reads a caption or head; all defaults where it says nothing. Asked of every cell for its few heads and labels. */
export const tableScale = remembered(readScale);

/** `shares in Thousands, $ in Millions`: of each its own. */
const MONEY_IN = /([$€£¥₹])\s?in\s(thousands|millions|billions)\b/i;
/** `RMB and US$ in thousands`: the first is that of the statement, the other of a column that says so. */
const FIRST_OF_TWO = new RegExp(`\\b(${MONEY})\\s(?:and|or|,|/)\\s?${MONEY}\\s(?=in\\s)`, 'u');
const SHARES_IN =
  /\bshares?\b(?:\s(?:amounts|data|counts?))?(?:\swhich)?(?:\sare)?(?:\s(?:reflected|stated|shown))?\sin\s(thousands|millions)\b/i;
const SHARES_EXCEPTED =
  /\b(?:except|excluding|other than)\b[^)]{0,40}?(?:\bnumbers? of shares?|(?<!\bper[ -])\bshares?\b(?! price))/i;

function sharesIn(text: string): number | null {
  const own = SHARES_IN.exec(text)?.[1];
  if (own !== undefined) return scaleNamed(own);
  return SHARES_EXCEPTED.test(text) ? 0 : null;
}

function readScale(text: string): TableScale {
  if (text === '') return NONE;
  const money = MONEY_IN.exec(text);
  if (money) {
    const exponent = scaleNamed(money[2] ?? '') ?? 0;
    return {
      exponent,
      currency: currencyOf(text, FIRST_OF_TWO.exec(text)?.[1] ?? money[1]),
      unit: null,
      exceptPerShare: false,
      shares: sharesIn(text),
    };
  }
  const rand = RAND.exec(text)?.[1];
  if (rand !== undefined)
    return {
      exponent: scaleNamed(rand) ?? 0,
      currency: 'ZAR',
      unit: null,
      exceptPerShare: false,
      shares: sharesIn(text),
    };
  const german = GERMAN.exec(text);
  if (german) return germanScale(german);
  const elsewhere = ELSEWHERE.exec(text);
  if (elsewhere) return elsewhereScale(text, elsewhere);
  const match = SCALE.exec(text);
  const han = match ? null : HAN_SCALE.exec(text);
  const alone = match || han ? null : HAN_ALONE.exec(text);
  const bracketed = match?.[1] ?? match?.[3] ?? match?.[4] ?? han?.[1] ?? alone?.[1] ?? alone?.[2];
  const alike = bracketed === undefined ? BRACKETED.exec(text) : null;
  const word = (bracketed ?? alike?.[1] ?? alike?.[2] ?? '').toLowerCase();
  const currency = currencyOf(text, match?.[2] ?? match?.[5] ?? han?.[2]);
  const exponent = scaleNamed(word) ?? 0;
  const unit = exponent > 0 || currency ? null : (UNITS.find(([pattern]) => pattern.test(text))?.[1] ?? null);
  if (exponent === 0 && currency === null && unit === null) return NONE;
  return { exponent, currency, unit, exceptPerShare: /except|per[- ]share/i.test(text), shares: sharesIn(text) };
}

export const COUNTED =
  /\b(?:employees|headcount|stores|customers|subscribers|users|MAUs?|DAUs?|members|locations|shares|units|deliveries)\b|户|人|员工/i;
export const RATE = /%|\b(?:margin|growth|rate|yield|ratio|share of|yoy|y\/y)\b|(?<!市[盈净销])率|增速/i;
/** What transport, lodging and energy sell, by its own measure; per mile or barrel it is money again. */
const MEASURED =
  /\b(?:(?:ton|tonne|passenger|seat|vehicle|train|route|track|car)[- ](?:miles?|kilomet(?:er|re)s?|km)|ASMs?|ASKs?|RPMs?|RPKs?|carloads?|intermodal (?:units|volumes?)|passengers|room nights|barrels|acres|square (?:feet|met(?:er|re)s))\b/i;
const OF_MEASURE = /\bper\b|\b(?:costs?|expenses?|prices?|fees?|value|revenues? (?:from|by))\b/i;
/** Money that is paid for shares is no number of shares. */
const PAID =
  /\b(?:re)?(?:purchases?|issuances?|issue|proceeds|payments?|sales?|acquisitions?|buybacks?|withholding|value|price|stock|income|charges?|loss(?:es)?|dividends?|distributions?|earnings)\b/i;
/** `Weighted average shares used in per share computation`: a number of shares. */
const OF_SHARES =
  /\bshares? (?:used|outstanding)\b|\b(?:weighted[- ]average|number of|no\. of)\b[^.;]{0,40}\b(?:shares|ads)\b|加权平均股数/i;
const NUMBER_OF = /^#$|\bnumber of\b|\bno\. of\b/i;
const SHARES = /\b(?:shares|share count|ads(?:s)?)\b|股数|股本总数/i;
const AVERAGE = /\bweighted[- ]average\b|加权平均/i;
/** A number of shares printed this large is printed in full, whatever the table's scale. */
const PRINTED_IN_FULL = 1e7;
/** No company has so few shares on average: "(in millions, except share data)" is then said of other rows. */
const FEWEST_SHARES = 1e5;
const LARGEST_RATE = 1000;

function germanScale([, letter, word, sign]: RegExpExecArray): TableScale {
  const exponent = letter === 'T' ? GERMAN_THOUSANDS : (scaleNamed(letter ?? word ?? '') ?? 0);
  return {
    exponent,
    currency: currencyBefore.get(sign ?? '') ?? null,
    unit: null,
    exceptPerShare: false,
    shares: null,
  };
}

function elsewhereScale(text: string, [, romance, german]: RegExpExecArray): TableScale {
  const word = (romance ?? german ?? '').toLowerCase().replace(/\.$/, '');
  return {
    exponent: ELSEWHERE_SCALES[word] ?? scaleNamed(word) ?? 0,
    currency: currencyOf(text, undefined),
    unit: null,
    exceptPerShare: false,
    shares: sharesIn(text),
  };
}

/** What a table says around a cell, each nearest first: the lines above, the heads over it, its label and groups. */
export interface CellWords {
  readonly lines: readonly string[];
  /** Groups that the row stands in, nearest first. */
  readonly groups: readonly string[];
  readonly head: string;
  readonly label: string;
  /** The currency that other cells of the table print; null where none or several. */
  readonly currency: string | null;
  /** Rows of money say their currency in their own labels: a row that says none is of something else. */
  readonly moneyIsLabelled: boolean;
  /** Which of them says what is measured. */
  readonly named: string;
  /** The nearest head over the cell that names no period. */
  readonly over: string;
  /** Heads tell numbers of shares from amounts of money: the rows only say what happened to both. */
  readonly isApart: boolean;
  /** The table's amounts are those of one share. */
  readonly ofShare: boolean;
  /** The rows are numbers of things, because the corner or their group says so. */
  readonly ofNumbers: boolean;
  /** What a column of units says of the row; null where there is none. */
  readonly beside: string | null;
}

const UNIT_SIGN =
  /%|％|\bbps\b|\bppts?\b|\(\s?(?:pp|x|bps?)\s?\)|per ?cent|percentage|basis points|\b(?:p\/e|p\/b|p\/s|p\/fcf|peg?|pb|ps)\b|\bev\s?\/\s?\w|\bmultiple\b|市盈率|市净率|市销率|倍/i;

/** `Installations (GWh)`, `Output, kt`, `Inventory (days)`: what stands in a bracket, the last first, as a unit; none that is money. */
function unitInBracket(words: string): UnitEntry | null {
  const brackets = [...words.slice(-LONGEST_BRACKETED).matchAll(/[([（]([^()[\]（）]{1,24})[)\]）]/gu)].reverse();
  for (const [, inside = ''] of brackets) {
    const found = unitNamed(inside);
    if (found) return found;
  }
  return unitNamed(/,\s(%|[a-zA-Z]{1,3})$/u.exec(words)?.[1] ?? '');
}

const LONGEST_BRACKETED = 120;

function unitNamed(inside: string): UnitEntry | null {
  if (inside === '') return null;
  const lower = inside.trim().toLowerCase();
  const scale = /^(?:in )?(k|thousand|mn|m|million|bn|billion|万|亿|百万)\s(?=\S)/.exec(lower);
  const from = scale?.[0].length ?? 0;
  const found = unitWords.at(lower, from, lower.length) ?? hanUnits.at(lower, from, lower.length);
  if (!found || found.end !== lower.length) return null;
  return { unit: found.value.unit, exponent: found.value.exponent + (scaleNamed(scale?.[1] ?? '') ?? 0) };
}

interface StatedScale {
  readonly exponent: number;
  readonly shares: number;
  readonly currency: string | null;
  readonly unit: Unit | null;
}

/** The nearest words that say a scale, a currency and a unit; a unit of the head outweighs a scale of the table. */
function statedScale({ lines, groups, head, label, currency }: CellWords): StatedScale {
  const [own, over, ...around] = [label, head, ...groups, ...lines].map(tableScale);
  const all = [own, over, ...around].flatMap((one) => (one ? [one] : []));
  const scaled = all.find((one) => one.exponent > 0);
  const apart = all.find((one) => one.shares !== null)?.shares ?? null;
  return {
    exponent: scaled?.exponent ?? 0,
    shares: apart ?? scaled?.exponent ?? 0,
    currency: all.find((one) => one.currency !== null)?.currency ?? currency,
    // A label that names a change or growth may be a line of money all the same.
    unit: (UNIT_SIGN.test(label) ? own?.unit : null) ?? over?.unit ?? (own?.exponent ? null : unitOfGroup(groups)),
  };
}

/** `Capital ratios (%)` heads rows of percentages, whatever the table is printed in. */
function unitOfGroup(groups: readonly string[]): Unit | null {
  const [nearest] = groups;
  return nearest !== undefined && /\(\s?(?:%|x|bps?)\s?\)/iu.test(nearest) ? tableScale(nearest).unit : null;
}

/** `Notes, 6.06%, due 2035`, `Dividend of $0.0133 per share`, `7,595 shares issued`: numbers of a label describe it and are no unit. */
const DESCRIBED =
  /(?<![\d.,])[$€£¥₹]\s?\d[\d.,]*\d(?:\s(?:per|a)\s(?:[a-z]+\s){0,2}(?:shares?|units?|ads))?|(?:\b(?:interest )?rates?(?: of)? )?(?<![\d.,(])\d[\d.,]*\s?(?:%|(?:ordinary |common |nonvested |preferred )?shares\b)/giu;
const undescribed = remembered((label: string): string =>
  /\d/.test(label) ? label.replaceAll(DESCRIBED, ' ').trim() : label,
);

/** Applies what stands around a cell to its number; a number with a unit of its own stays as it is. */
export function scaleCell(quantity: Quantity, given: CellWords): Quantity {
  const words = { ...given, label: undescribed(given.label), named: undescribed(given.named) };
  const { label, head } = words;
  const said = statedScale(words);
  const bare = quantity.currency === null && (quantity.unit === 'count' || quantity.unit === 'other');
  const worded = /[a-z\u4e00-\u9fff]/i.test(quantity.quote.replace(/^\D+/, ''));
  const perShare =
    (isOfShare(label, words.groups[0] ?? '', quantity.quote) ||
      PER_SHARE.test(head) ||
      ((words.ofShare || PRICE.test(label) || PRICE.test(words.over)) && CENTS.test(quantity.quote))) &&
    !OF_SHARES.test(label);
  if (!bare) {
    if (quantity.unit !== 'money' || worded) return quantity;
    return perShare ? { ...quantity, unit: 'per_share' } : rescaled(quantity, said.exponent, { rule: 'cell.scale' });
  }
  if (worded) return quantity;
  const minor = minorIn(label) ?? minorIn(head);
  if (minor !== null) {
    const unit = perShare ? 'per_share' : 'money';
    return rescaled(quantity, -2, { unit, currency: minor.currency ?? said.currency, rule: 'cell.minor' });
  }
  if (words.beside !== null && isForeignUnit(words.beside)) return { ...quantity, unit: 'other', rule: 'cell.unit' };
  const printed = unitInBracket(label) ?? unitInBracket(head);
  if (printed !== null) return rescaled(quantity, printed.exponent, { unit: printed.unit, rule: 'cell.unit' });
  if (said.unit !== null) return { ...quantity, unit: said.unit, rule: 'cell.unit' };
  if (perShare) return { ...quantity, unit: 'per_share', currency: said.currency, rule: 'cell.per-share' };
  const size = Math.abs(Number(quantity.high ?? quantity.low ?? 0));
  const ratio = bareUnit(words.named, size);
  if (ratio === 'level') return quantity;
  if (ratio !== null) return { ...quantity, unit: ratio, rule: 'cell.unit' };
  if (isNumber(words)) return counted(quantity, said, size, words);
  if (isRate(words.named) && size < LARGEST_RATE) return { ...quantity, unit: 'percent', rule: 'cell.unit' };
  if (said.exponent === 0 && said.currency === null) return quantity;
  return rescaled(quantity, said.exponent, { unit: 'money', currency: said.currency, rule: 'cell.scale' });
}

/** `RASK (US$ cents)`, `Dividend (pence)`: hundredths of a currency, in the last bracket of the words. */
function minorIn(words: string): { readonly currency: string | null } | null {
  const inside = /[([（]([^()[\]（）]{1,24})[)\]）]\s*$/u
    .exec(words.slice(-LONGEST_BRACKETED))?.[1]
    ?.trim()
    .toLowerCase();
  const currency = inside === undefined ? undefined : minorUnits.get(inside);
  return currency === undefined ? null : { currency };
}

/** `Passenger miles (millions)` in a table that says of each row of money that it is some. */
const isNoMoney = ({ label, moneyIsLabelled }: CellWords): boolean => {
  const { exponent, currency } = tableScale(label);
  return moneyIsLabelled && exponent > 0 && currency === null && !isOfMoney(label);
};

const CENTS = /(?<![\d,])\d{1,3}\.\d{2,4}(?!\d)/;

/** Prices and values of a single share or option, which no scale of the table is said of. */
const PRICE = /(?<!\b(?:aggregate|total) )\b(?:exercise|strike|share|grant[- ]date) (?:price|fair value)s?\b/iu;

/** `MMT`, `kL`: a unit of its own that no list has; money and counts say so. */
const isForeignUnit = (beside: string): boolean => {
  const { exponent, currency, unit } = tableScale(beside);
  if (exponent > 0 || currency !== null || unit !== null) return false;
  return /^\p{L}[\p{L}\d/.³²\s]{1,11}$/u.test(beside) && unitNamed(beside) === null && !PLAIN_UNIT.test(beside);
};
const PLAIN_UNIT =
  /^(?:no\.?|nos\.?|numbers?|units?|counts?|people|persons|shares|n\/?a|thousands?|millions?|billions?)$/i;

function isNumber(words: CellWords): boolean {
  const { label, over, head, isApart, ofNumbers } = words;
  if (isCounted(over) || (over === '' && isCounted(head)) || isNoMoney(words)) return true;
  if (isApart) return false;
  return isCounted(label) || (ofNumbers && !isOfMoney(label));
}

const isOfMoney = (label: string): boolean =>
  findMetrics(label, 0, Math.min(label.length, LONGEST_BRACKETED)).some(({ metric }) => metric.units.has('money'));

/** A line or column of equity: what was paid for the shares, not how many they are. */
const TREASURY = /^(?:less:?\s)?(?:treasury|own) shares(?: held)?\b[^\d]{0,12}$/i;

const isCounted = (words: string): boolean => !TREASURY.test(words) && countsThings(words);

const countsThings = (words: string): boolean =>
  (MEASURED.test(words) && !OF_MEASURE.test(words)) ||
  NUMBER_OF.test(words) ||
  OF_SHARES.test(words) ||
  ((COUNTED.test(words) || SHARES.test(words)) && !PAID.test(words));
const isRate = (label: string): boolean => RATE.test(label.replaceAll(/\bshare of\b/gi, ''));

/** Shares are printed in the table's scale unless in full; other counts only where their own label says a scale. */
function counted(quantity: Quantity, said: StatedScale, size: number, words: CellWords): Quantity {
  const { label, head } = words;
  const shares = SHARES.test(label) || SHARES.test(words.over);
  const own = tableScale(label).exponent || tableScale(head).exponent;
  const excepted = said.shares === 0 && size < FEWEST_SHARES && AVERAGE.test(label);
  const power = own > 0 ? own : !shares || size >= PRINTED_IN_FULL ? 0 : excepted ? said.exponent : said.shares;
  return rescaled(quantity, power, { unit: 'count', currency: null, rule: 'cell.count' });
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
