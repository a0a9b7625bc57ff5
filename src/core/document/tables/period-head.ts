/** Whether the words over a column name a stretch or point of time: decided by their parts alone, in linear time. */
import words from '../../../../resources/lexicon/period-heads.json';
import { MONTHS } from '../../base/months';
import { remembered } from '../../base/remembered';

const WORDS: ReadonlySet<string> = new Set([...words.words, ...words.numbers]);
const UNITS: ReadonlySet<string> = new Set(words.units);
const LONGEST = 80;
const YEAR = /^(?:fy|cy|fye)?['’]?(?:(?:19|20)\d{2})(?:[-/]\d{2,4})?[aefp]?$/;
const SHORT =
  /^(?:(?:fy|cy)['’]?\d{2}(?:[-/]\d{2})?|q[1-4]['’]?(?:fy)?\d{0,4}|[1-4]q['’]?\d{0,4}|h[12](?:['’]?(?:(?:19|20)\d{2}|[1-9]\d?))?|[12]h['’]?\d{0,4}|(?:3|6|9|12)m['’]?\d{0,4}|ytd['’]?(?:\d{2}|\d{4})|(?:ttm|ltm|ntm)|(?:(?:19|20)\d{2}|[123]\d)[-/]?[qh][1-4]|['’]\d{2})[aefp]?$/;
/** `€000`, `$m`, `US$’000` below the period of a column. */
const MONEY_UNIT =
  /^(?:[a-z]{0,3}[$€£¥₹]|rmb|usd|eur|gbp|chf)['’‘]?(?:0{3}['’]?s?|k|m|mn|bn|million|thousand|billion)?$/u;
const DATE = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)$/;
const MONTH_YEAR = /^(\p{L}{3,9})[-'’.]*(\d{2}|\d{4})?$/u;
const HAN =
  /^(?:(?:19|20)?\d{2}\s?年?(?:度|末|底)?(?:(?:上|下)半年|前三季度|第?[一二三四1-4]季度?|\d{1,2}月(?:\d{1,2}日)?|[QH][1-4]|年报|中报|[一三]季报)?|(?:上|下)半年|第?[一二三四]季度?|本期|上期|上年同期|期末|期初)[AE]?$/iu;

/** `2025`, `Q1 FY26E`, `Three Months Ended September 30,`, `Dec. 31, 2024`, `2025年上半年`. */
export const isPeriodHead: (quote: string) => boolean = remembered(namesPeriod);

/** 民國 years count from 1911: `113年度`, `113.12.31`, `民國113年`. Chinese digits too: `一一三年`. */
export function commonYears(quote: string): string {
  if (!/(?:1[0-3]\d(?:\s?年|\.\d)|[一二三〇零]{3}年|民國)/u.test(quote)) return quote;
  return quote
    .replaceAll(/(?<=民國\s?|^|至)[一二三四五六七八九〇零]{2,3}(?=年)/gu, (digits) =>
      digits.replaceAll(/./gu, (one) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(one)))),
    )
    .replaceAll(
      /(?<![\d.,])(?:民國\s?)?(1[0-3]\d|(?<=民國\s?)\d{2})(?=\s?年|\.\d{1,2}\.\d{1,2}(?!\d))/gu,
      (_, year: string) => String(Number(year) + FIRST_YEAR),
    );
}

const FIRST_YEAR = 1911;

/** `EndedSeptember 30,2025`: a converter has lost the white space between two words. */
export const unglued = (quote: string): string =>
  quote
    .replaceAll(/(?<![\p{L}\d])([QH])\s(?=[1-4](?!\d))/gu, '$1')
    .replaceAll(/(?<=[Ee]nded)(?=\p{Lu}\p{Ll})/gu, ' ')
    .replaceAll(/(?<=\p{L}{3,9}\.?\s\d{1,2}),(?=(?:19|20)\d{2}(?!\d))/gu, ', ');

function namesPeriod(given: string): boolean {
  const quote = unglued(commonYears(given));
  const plain = quote
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=[1-4])[末底]$/u, '');
  if (plain === '' || plain.length > LONGEST) return false;
  if (HAN.test(plain.replaceAll(' ', '')) && /[年季半期]|(?:19|20)\d{2}/u.test(plain)) return true;
  const parts = plain
    .toLowerCase()
    .split(/[\s,()*]+/u)
    .filter((part) => part !== '');
  let told = false;
  for (const part of parts) {
    const bare = part.replace(/^[.:;]+|[.:;]+$/gu, '');
    if (YEAR.test(bare) || SHORT.test(bare) || DATE.test(bare) || UNITS.has(bare)) told = true;
    else if (isMonth(bare) || isMonthSpan(bare) || isNamedDay(bare)) told = true;
    else if (!WORDS.has(bare) && !MONEY_UNIT.test(bare) && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(bare) && bare !== '')
      return false;
  }
  return told;
}

function isMonth(part: string): boolean {
  const match = MONTH_YEAR.exec(part);
  return match?.[1] !== undefined && MONTHS.has(match[1]);
}

/** `31-dec-25`: a day as Indian and many other statements write it. */
const isNamedDay = (part: string): boolean => {
  const match = /^\d{1,2}[-/.](\p{L}{3,9})[-/.]?['’]?(?:\d{2}|\d{4})$/u.exec(part);
  return match?.[1] !== undefined && MONTHS.has(match[1]);
};

/** `oct-dec`: the months of a quarter. */
const isMonthSpan = (part: string): boolean => {
  const [first = '', last = '', ...rest] = part.split(/[-–—]/u);
  return rest.length === 0 && MONTHS.has(first) && MONTHS.has(last);
};

/** A day without its year: `September 30,`. */
export const isMonthDay = (quote: string): boolean => {
  const match = /^(\p{L}{3,9})\.?\s+\d{1,2},?$/u.exec(quote.trim().toLowerCase());
  return match?.[1] !== undefined && MONTHS.has(match[1]);
};

/** A calendar year with nothing but the letter or star of an estimate: `2025`, `2026E`, `2024*`. */
export const isYearAlone = (quote: string): boolean => /^(?:19|20)\d{2}[AEF]?\*?$/u.test(quote.trim());
