/** What the label of a line says of how it is made: its words are data. */
import data from '../../../../../resources/audit/lines.json';
import { remembered } from '../../../base/remembered';
import { bare } from '../../facts/labels';

const plainLabel = remembered((label: string): string =>
  bare(label)
    .replace(/[?:：*]+$/, '')
    .trim(),
);

const isOne = (words: readonly string[]): ((label: string) => boolean) => {
  const set = new Set(words);
  return (label) => set.has(plainLabel(label)) || set.has(label.replace(/[*:：]/g, '').trim());
};
const has = (words: readonly string[]): ((label: string) => boolean) => {
  return (label) => words.some((word) => label.includes(word));
};

export const isDifference = isOne(data.differences);
const isGrowth = isOne(data.growth);
export const isCagr = has(data.cagr);
const isTotalWord = isOne(data.totals);

/** Whether a plain label (lower case) is that of a total. */
export const isTotal = (label: string): boolean => isTotalWord(label) || /^(?:grand )?total\b/.test(label);
export const isShare = isOne(data.shares);
export const isAverage = isOne(data.averages);
export const isMedian = isOne(data.medians);
export const isStock = has(data.stocks);
export const isFlow = has(data.flows);
export const isPerShare = has(data.per_share);
export const isEquity = isOne(data.equity);
export const isNoPart = has(data.no_parts);
export const isAveragedRate = has(data.rates_averaged);

const MARGINS = data.margin_of.toSorted((a, b) => b.length - a.length);
const REVENUE = isOne(data.revenue);

/** "Adjusted EBITA margin" is of "adjusted EBITA"; "" where the label is no margin. */
export function marginOf(label: string): string {
  const name = plainLabel(label);
  const word = MARGINS.find((one) => name.endsWith(one));
  return word === undefined ? '' : name.slice(0, -word.length).trim();
}
export const isRevenue = REVENUE;

const GROWTH = data.growth.toSorted((a, b) => b.length - a.length);

/** "Revenue growth" is the growth of "revenue"; "" where the label names nothing; null where it is no growth. */
export function growthOf(label: string): string | null {
  const name = plainLabel(label);
  const word = GROWTH.find((one) => name.endsWith(one) || name.startsWith(`${one} `));
  if (word === undefined) return isGrowth(label) ? '' : null;
  return name
    .replace(word, '')
    .replace(/[()%,]/g, '')
    .trim();
}

export { plainLabel };

/** The year or quarter a label names, as a number in which neighbours are one step apart: quarters where `step` is 4. */
export interface Time {
  readonly at: number;
  readonly isQuarter: boolean;
}
const QUARTER =
  /(?:q([1-4])\s?(?:fy)?['’]?((?:20|19)?\d\d))|(?:((?:20|19)?\d\d)\s?q([1-4]))|(?:([1-4])q((?:20|19)?\d\d))/;
const YEAR = /(?:^|[^\d.])(?:fy|cy|h[12] )?['’]?((?:19|20)\d\d)(?!\d)|(?:^|[^\w])fy\s?['’]?(\d\d)(?!\d)/;
const CENTURY = 2000;
const full = (digits: string): number => (digits.length === 2 ? CENTURY + Number(digits) : Number(digits));

/**
 * The year of a label, or its quarter, both as a count: years, or quarters since year 0. Null for a range of years and
 * where no time is named.
 */
export const timeOf = remembered((label: string): Time | null => {
  const quarter = QUARTER.exec(label);
  if (quarter) {
    const [, q1, y1, y2, q2, q3, y3] = quarter;
    return { at: full(y1 ?? y2 ?? y3 ?? '0') * 4 + Number(q1 ?? q2 ?? q3) - 1, isQuarter: true };
  }
  if (/(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)?\d\d/.test(label)) return null;
  const year = YEAR.exec(label);
  return year ? { at: full(year[1] ?? year[2] ?? '0'), isQuarter: false } : null;
});
