/**
 * What is typed into a grid's filter row, by the kind of its column: words that must be there, one of several, nothing or
 * anything, and for numbers and periods a comparison or a stretch. The same for a notebook's rows and for rows in memory.
 */
import { compare, isNegative } from '../../figure/decimal';
import type { DecimalString } from '../../figure/model';
import { readTypedPeriod } from '../../figure/period/typed-period';
import { parseTypedValue } from '../../figure/quantity/typed/typed-value';
import { searchForm } from '../../base/fold';
import { periodEnd } from '../../figure/period/period-end';

export type ColumnKind = 'text' | 'number' | 'period';

/** An end of a stretch of numbers: of what the cell shows, or of the whole value where the text says a scale. */
export interface NumberEnd {
  readonly value: DecimalString;
  readonly of: 'shown' | 'base';
}
interface Stretch<End> {
  /** Null where the stretch is open to that side. */
  readonly from: End | null;
  readonly to: End | null;
  readonly fromStrict: boolean;
  readonly toStrict: boolean;
}

export type ColumnFilter =
  | { readonly is: 'words'; readonly words: string; readonly not: boolean }
  | { readonly is: 'any'; readonly of: readonly string[] }
  | { readonly is: 'empty' }
  | { readonly is: 'filled' }
  | ({ readonly is: 'numbers' } & Stretch<NumberEnd>)
  | ({ readonly is: 'periods' } & Stretch<number>);

const EMPTY = /^(?:=|==|=?\s*\(?(?:empty|blank|空)\)?)$/i;
const FILLED = /^(?:<>|!=|≠|\*|not\s+\(?(?:empty|blank)\)?)$/i;
const COMPARED = /^(>=|≥|<=|≤|>|<|=)\s*(.+)$/;
const BETWEEN = /^(.+?)\s*(?:\.\.|…|–|—|\s+to\s+|\s+-\s+)\s*(.+)$/;

/** Null where nothing is asked. */
export function readFilter(typed: string, kind: ColumnKind): ColumnFilter | null {
  const text = typed.trim();
  if (text === '') return null;
  if (EMPTY.test(text)) return { is: 'empty' };
  if (FILLED.test(text)) return { is: 'filled' };
  const stretch = kind === 'text' ? null : readStretch(text, kind);
  if (stretch) return stretch;
  const some = text.split('|').map((one) => one.trim());
  if (some.length > 1) return { is: 'any', of: some.filter((one) => one !== '') };
  const not = /^!\s*(.+)$/.exec(text)?.[1];
  return { is: 'words', words: not ?? text, not: not !== undefined };
}

function readStretch(text: string, kind: 'number' | 'period'): ColumnFilter | null {
  const [, operator, right] = COMPARED.exec(text) ?? [];
  const [, low, high] = operator === undefined ? (BETWEEN.exec(text) ?? []) : [];
  const ends = operator === undefined ? [low, high] : /^[>≥]/.test(operator) ? [right, undefined] : [undefined, right];
  const both = operator === '=' ? [right, right] : ends;
  if (both.every((end) => end === undefined)) return null;
  const strict = { fromStrict: operator === '>', toStrict: operator === '<' };
  if (kind === 'number') {
    const [from, to] = both.map((end) => (end === undefined ? null : numberEnd(end)));
    if (from === undefined || to === undefined || isMissing(both, [from, to])) return null;
    return { is: 'numbers', from, to, ...strict };
  }
  const [from, to] = both.map((end) => (end === undefined ? null : periodOf(end)));
  if (from === undefined || to === undefined || isMissing(both, [from, to])) return null;
  return { is: 'periods', from, to, ...strict };
}

/** Something was typed as an end and is none. */
const isMissing = (typed: readonly (string | undefined)[], read: readonly unknown[]): boolean =>
  typed.some((end, at) => end !== undefined && read[at] === null);

function numberEnd(text: string): NumberEnd | null {
  const plain = parseTypedValue(text.replace(/\s*%$/, ''), { unit: 'other', scale: 0, currency: null, open: true });
  if ('error' in plain || plain.low === null || plain.low !== plain.high) return null;
  return { value: plain.low, of: plain.said.scale === null ? 'shown' : 'base' };
}

function periodOf(text: string): number | null {
  const read = readTypedPeriod(text, { asOf: null, fiscalYearEndMonth: 12, period: null });
  return 'error' in read ? null : periodEnd(read.period);
}

/** A cell as rows in memory have it. */
export interface FilteredCell {
  readonly text: string;
  /** What the cell shows as a number; null where it is none. */
  readonly number: DecimalString | null;
}

/** Whether a cell in memory passes. */
export function passes(filter: ColumnFilter, { text, number }: FilteredCell): boolean {
  switch (filter.is) {
    case 'words':
      return searchForm(text).includes(searchForm(filter.words)) !== filter.not;
    case 'any':
      return filter.of.some((one) => searchForm(text).includes(searchForm(one)));
    case 'empty':
      return text.trim() === '';
    case 'filled':
      return text.trim() !== '';
    case 'numbers':
      return number !== null && inNumbers(filter, number);
    case 'periods':
      return inPeriods(filter, periodEnd(text.trim().replace(/^(\d{4})\s+(?=[QH])/, '$1')));
  }
}

const inNumbers = ({ from, to, fromStrict, toStrict }: Stretch<NumberEnd>, number: DecimalString): boolean => {
  const low = from === null ? 1 : compare(number, from.value);
  const high = to === null ? -1 : compare(number, to.value);
  return (fromStrict ? low > 0 : low >= 0) && (toStrict ? high < 0 : high <= 0);
};

/** Whether a period ends in the stretch; one that says no time is in none. */
export const inPeriods = ({ from, to, fromStrict, toStrict }: Stretch<number>, end: number | null): boolean =>
  end !== null &&
  (from === null || (fromStrict ? end > from : end >= from)) &&
  (to === null || (toStrict ? end < to : end <= to));

const show = ({ value }: NumberEnd): string => (isNegative(value) ? `−${value.slice(1)}` : value);
const showPeriod = (end: number): string => `${Math.floor(end / 100)}-${String(end % 100).padStart(2, '0')}`;

/** What a chip says of the filter, behind the name of its column: `> 100`, `is empty`, `is capex or revenue`. */
export function filterWords(filter: ColumnFilter): string {
  switch (filter.is) {
    case 'words':
      return `${filter.not ? 'without' : 'has'} “${filter.words}”`;
    case 'any':
      return `has ${filter.of.map((one) => `“${one}”`).join(' or ')}`;
    case 'empty':
      return 'is empty';
    case 'filled':
      return 'is not empty';
    case 'numbers':
      return stretchWords(filter, show);
    case 'periods':
      return `ends ${stretchWords(filter, showPeriod)}`;
  }
}

function stretchWords<End>({ from, to, fromStrict, toStrict }: Stretch<End>, words: (end: End) => string): string {
  if (from !== null && to !== null)
    return words(from) === words(to) ? `= ${words(from)}` : `${words(from)} to ${words(to)}`;
  if (from !== null) return `${fromStrict ? '>' : '≥'} ${words(from)}`;
  return to === null ? '' : `${toStrict ? '<' : '≤'} ${words(to)}`;
}
