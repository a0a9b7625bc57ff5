/** Which period a cell is of: the heads over it and the labels beside it, read together; then the lines of its table. */
import { commonYears, isMonthDay, isPeriodHead, isYearAlone, unglued } from '../../../document/tables/period-head';
import { MONTH_NAMES } from '../../../base/months';
import { remembered, rememberedWith } from '../../../base/remembered';
import { readPeriod } from '../../cell/period-cell';
import type { DocumentContext } from '../../model';
import { monthSpan } from '../../period/month-span';
import { endedPeriod, findPeriods, type PeriodMention, spanMonths } from '../../period/period';
import { fiscalYear, fullYear } from '../../period/period-names';
import { flat } from './cell-words';
import { tableScale } from './table-scale';

const REMARK =
  /\(?\b(?:unaudited|audited|restated|as reported|adjusted|recast|prelim(?:inary)?\.?)\b\)?|[*†‡]|\(\s*[$€£¥]?\s?[a-z]{1,3}\s*\)$/giu;
const SPAN =
  /\b(?:(three|six|nine|twelve|3|6|9|12)(?:[- ]months?)?(?=(?:\s+and\s+(?:three|six|nine|twelve)\b)|[- ]months?\b)|((?:1[234]|2[4678]|39|40|5[23])|thirteen|fourteen|twenty-six|thirty-nine|fifty-two|fifty-three)[- ]weeks?|(quarters?)|(half[- ]?years?)|(years?))\b(?=[^.;]{0,30}\bend(?:ed|ing|s)?\b)/gi;
const ENDED_DAY = /\bend(?:ed|ing|s)?\s+(?:on\s+)?(?:(\p{L}{3,9})\.?\s+(\d{1,2})|(\d{1,2})\s+(\p{L}{3,9}))\b/iu;

/** `2026 June`: the month of the year. */
const MONTH_BEHIND_YEAR = new RegExp(String.raw`^((?:19|20)\d{2}) (${MONTH_NAMES.join('|')})(?!\p{L}| \d)`, 'iu');

/** `3rd Qtr 2026`, `9 Mths 2026`: as they are written out. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\d-])(\d{1,2})[-/.](\p{L}{3,9})[-/.]?['’]?(?:20)?(\d{2})(?![\d-])/gu, '$1 $2 20$3'],
  [/(?<!\d)((?:19|20)\d{2})\.(\d{1,2})\.(\d{1,2})(?!\d)/gu, '$1-$2-$3'],
  // Above twelve the first number can only be the day.
  [/(?<![\d.])(1[3-9]|2\d|3[01])[-./](0?[1-9]|1[0-2])[-./]((?:19|20)\d{2})(?![\d.])/gu, '$3-$2-$1'],
  [/(?<=(?:19|20)\d{2}-)([1-9])(?=-\d{2})/gu, '0$1'],
  [/\bquarters(?= ended\b)/gi, 'quarter'],
  [MONTH_BEHIND_YEAR, '$2 $1'],
  [/(?<=[QH][1-4])[末底]$/u, ''],
  [/\bqtr(s?)\b/gi, 'quarter$1'],
  [/\bmth(s?)\b/gi, 'month$1'],
  [/\byr(s?)\b/gi, 'year$1'],
  [/^(3|6|9|12) months? ((?:19|20)\d{2})$/i, '$1M $2'],
];

const plain = (words: string): string =>
  SHORTENED.reduce(
    (text, [form, full]) => text.replace(form, full),
    flat(unglued(commonYears(words)).replaceAll(REMARK, ' ')).replace(/[,:;]$/, ''),
  );

/** One period, where the words name exactly one. */
export const periodOfWords: (words: string, context: DocumentContext) => string | null = rememberedWith(onePeriod);

function onePeriod(words: string, context: DocumentContext): string | null {
  const text = plain(words);
  if (text === '' || text.length > 160) return null;
  const toDate = yearToDate(text, context) ?? monthSpan(text, context);
  if (toDate !== null) return toDate;
  const found = findPeriods(text).filter((mention) => mention.explicit);
  const ended = found.find(({ rule }) => rule === 'ended');
  // Which quarter ends then, only the document's own year says.
  const whole = ended ? null : readPeriod(text);
  if (whole !== null && !/^\d{4}-\d{2}/.test(whole.period)) return whole.period;
  const best = ended ?? preferred(found);
  return best?.resolve({ ...context, period: null }) ?? whole?.period ?? null;
}

/** `YTD24`, `YTD 2024`: the year up to the quarter that the document reports. */
function yearToDate(text: string, { period }: DocumentContext): string | null {
  const year = /^(?:YTD|year[- ]to[- ]date)\s?['’]?(\d{2}|(?:19|20)\d{2})[AEF]?$/i.exec(text)?.[1];
  const quarter = /^\d{4}Q([1-4])$/.exec(period ?? '')?.[1];
  if (year === undefined || quarter === undefined) return null;
  return YEAR_TO_QUARTER[Number(quarter) - 1]?.replace('#', String(fullYear(year))) ?? null;
}

const YEAR_TO_QUARTER = ['#Q1', '#H1', '9M-#', 'FY#'];

const TRAILING = /\b(?:TTM|LTM)\b|\b(?:trailing|last) twelve months\b|滚动|过去十二个月/i;
const QUARTER = /^\d{4}Q[1-4]$/;

/** `Revenue (TTM)`: the twelve months to the quarter the document reports. */
const trailing = (words: string, { period }: DocumentContext): string | null =>
  TRAILING.test(words) && period !== null && QUARTER.test(period) ? `TTM-${period}` : null;

/** What is no date before a date; two years in one head are none. */
function preferred(found: readonly PeriodMention[]): PeriodMention | null {
  const lasting = found.filter(({ kind }) => kind !== 'date' && kind !== 'month' && kind !== 'relative');
  if (lasting.length > 1) return null;
  return lasting[0] ?? (found.length === 1 ? (found[0] ?? null) : null);
}

/** A length of time that a line or sub-head says, and the day it ends on where it says that: one, or none. */
interface Length {
  readonly months: number;
  readonly day: string | null;
}

const lengthOf: (words: string) => Length | null = remembered(readLength);

function readLength(words: string): Length | null {
  const text = flat(unglued(words));
  const lengths = new Set<number>();
  for (const m of text.matchAll(SPAN)) {
    lengths.add(m[3] ? 3 : m[4] ? 6 : m[5] ? 12 : spanMonths(m[1] ?? '', m[2] ?? ''));
  }
  const [months, other] = lengths;
  if (months === undefined || other !== undefined) return null;
  const day = ENDED_DAY.exec(text);
  return { months, day: day ? `${day[1] ?? day[4]} ${day[2] ?? day[3]}` : null };
}

const NUMBER_WORDS: Readonly<Record<number, string>> = { 3: 'three', 6: 'six', 9: 'nine', 12: 'twelve' };

/** `2025` or `June 30, 2025` below a line that says how long and until when. */
function within(own: string, length: Length, context: DocumentContext): string | null {
  const text = plain(own);
  const months = NUMBER_WORDS[length.months] ?? 'three';
  const year = /^(?:FY|CY)?\s?((?:19|20)\d{2})[AEF]?$/i.exec(text)?.[1];
  if (year !== undefined) {
    if (length.day !== null) return periodOfWords(`${months} months ended ${length.day}, ${year}`, context);
    return length.months === 12 ? `FY${year}` : length.months === 9 ? `9M-${year}` : null;
  }
  const [date] = findPeriods(text);
  const name = date?.kind === 'date' && date.explicit ? date.resolve(context) : null;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(name ?? '');
  if (!parts) return null;
  const read = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  if (length.months === 12 && read.month !== context.fiscalYearEndMonth && context.fiscalYearEndMonth === 12)
    return `FY${fiscalYear(read.year, read.month, read.month)}`;
  return endedPeriod(read, length.months, context);
}

/** A year or a day alone: how long it stands for is said elsewhere, if at all. */
const isOpen = (own: string): boolean => {
  const text = plain(own);
  return /^(?:19|20)\d{2}[AEF]?$/.test(text) || /^\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}$/u.test(text);
};

export interface PeriodWords {
  /** Heads over the column, from the top. */
  readonly heads: readonly string[];
  /** Groups above the row, from the outermost, and its own label. */
  readonly path: readonly string[];
  readonly label: string;
  /** The head over the labels: `Six months ended 30 June`. */
  readonly corner?: string;
  /** Lines of the table, nearest first. */
  readonly lines: readonly string[];
}

/** What a narrow column leaves of a date (`30,` below `September`, `to 30`), and a year beside a unit. */
const DATED = /^(?:\d{1,2},?|to \d{1,2})$|(?<!\d)(?:19|20)\d{2}(?!\d)/;
const STANDS = new RegExp(
  String.raw`(?:(?:^|[\s(])as (?:at|of)|^\W*at)\s(?:(\p{L}{3,9})\.?\s(\d{1,2})|(\d{1,2})\s(\p{L}{3,9}))(?!\s?\d)`,
  'iu',
);

/** `2025`, `2025 £m`, `2024*`: the year where nothing else stands beside it but a unit or a mark. */
function yearBesideUnit(own: string): string | null {
  const found = /^((?:19|20)\d{2})\s?[*†]?(?:\s(.{1,12}))?$/u.exec(own);
  const unit = found?.[2] === undefined ? null : tableScale(found[2]);
  return unit === null || unit.currency !== null || unit.exponent > 0 ? (found?.[1] ?? null) : null;
}

const BALANCE_SHEET = /\b(?:statements? of financial (?:position|condition)|balance sheets?)\b/iu;
const LONGEST_TITLE = 160;
/** A balance sheet says the day with the later of its years. */
const YEAR_BEHIND_DAY = /((?:as (?:at|of)|^\W*at)\s(?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9})),?\s(?:19|20)\d{2}/iu;

/** `2025` below `As at March 31`: the day of that year, where nothing says how long. */
function standing(own: string, around: readonly string[], context: DocumentContext): string | null {
  const year = yearBesideUnit(plain(own));
  if (year === null) return null;
  const ofBalance = around.some((line) => BALANCE_SHEET.test(line.slice(0, LONGEST_TITLE)));
  for (const line of around) {
    if (lengthOf(line) !== null) return null;
    const day = STANDS.exec(ofBalance ? flat(line).replace(YEAR_BEHIND_DAY, '$1') : flat(line));
    const name = day?.[1] ?? day?.[4];
    if (name === undefined) continue;
    const [date] = findPeriods(`${name} ${day?.[2] ?? day?.[3]}, ${year}`);
    return date?.kind === 'date' ? date.resolve(context) : null;
  }
  return null;
}

const BALANCE =
  /^(?:\p{L}+ ){0,3}(?:balances?|outstanding|exercisable|(?:un)?vested|(?:net )?(?:carrying|book) (?:amount|value)s?|as|at)\b/iu;
const DUE = /\b(?:due|matur\w+|expir\w+|issued?|payable)\b/i;
const LONGEST_BALANCE = 100;

/**
 * `Balance at December 31, 2024 (Note 3)`, `Options outstanding – 30 June 2025`: the day that the row is of, as a name of
 * a period; null where the label names none.
 */
export function balanceDay(label: string, context: Parameters<PeriodMention['resolve']>[0]): string | null {
  if (label.length > LONGEST_BALANCE || !BALANCE.test(label) || DUE.test(label)) return null;
  const [first, other] = findPeriods(label).filter(({ explicit }) => explicit);
  if (first === undefined || other !== undefined || first.kind !== 'date') return null;
  const behind = label.slice(first.end).trim();
  return behind === '' || /^\(.{1,40}\)$/.test(behind) ? first.resolve(context) : null;
}

/** The period of a cell and from which words it comes; null where none are found. */
export function periodOfCell(words: PeriodWords, context: DocumentContext): { period: string; rule: string } | null {
  // `Unit`, `(unaudited)`, `£` stand among the heads and say nothing of the time.
  const periodic = words.heads.filter((head) => isPeriodHead(head) || isMonthDay(head) || DATED.test(head));
  const own = (words.heads.some(isPeriodHead) ? periodic : words.heads).join(' ');
  const told = (period: string | null, rule: string) => (period === null ? null : { period, rule });
  const around = [...words.path.toReversed(), ...(words.corner === undefined ? [] : [words.corner]), ...words.lines];
  if (own !== '' && words.heads.some(isPeriodHead)) {
    const length = isOpen(own) ? firstOf(around, lengthOf) : null;
    const period = (length === null ? null : within(own, length, context)) ?? standing(own, around, context);
    const read = period ?? periodOfWords(own, context) ?? nearestPeriod(words.heads, context);
    // `year`, or `Nine Months Ended June 30,` over rows of years: what is said of the year stands beside the row.
    if (read !== null || /\d{4}/.test(own)) return told(read, 'table');
  }
  const stands = standing(words.heads.filter((head) => DATED.test(head)).join(' '), around, context);
  const inHead = stands ?? (own === '' ? null : periodOfWords(own, context));
  if (inHead !== null) return told(inHead, 'table');
  if (isPeriodHead(words.label)) {
    const length = isYearAlone(plain(words.label)) ? firstOf([...words.heads, ...around], lengthOf) : null;
    const period =
      (length === null ? null : within(words.label, length, context)) ?? periodOfWords(words.label, context);
    // `At 1 January`: the group or caption says of which year.
    if (period !== null || !STANDING.test(words.label)) return told(period, 'table');
  }
  const inLabel = periodOfWords(words.label, context);
  if (inLabel !== null && !/^\d{4}-/.test(inLabel)) return told(inLabel, 'table');
  const stood = balanceDay(words.label, context);
  if (stood !== null) return told(stood, 'table');
  const twelve = trailing(`${own} ${words.label}`, context);
  if (twelve !== null) return told(twelve, 'table');
  const group = firstOf(words.path.toReversed(), (line) => periodOfWords(line, context));
  if (group !== null) return told(group, 'table');
  // `May 7, 2025` over the labels of a table whose columns are parts.
  const over = (words.corner ?? '').replaceAll(/\([^()]{0,60}\)/gu, ' ').trim();
  const corner = isPeriodHead(over) ? periodOfWords(over, context) : null;
  if (corner !== null) return told(corner, 'table');
  return told(
    firstOf(words.lines, (line) => captionPeriod(line, context)),
    'caption',
  );
}

/** The lowest head's own, where that names one in full and a broader head over it names another. */
function nearestPeriod(heads: readonly string[], context: DocumentContext): string | null {
  const last = heads.findLast(isPeriodHead);
  return last === undefined || !/\d{4}/.test(last) ? null : periodOfWords(last, context);
}

function firstOf<T>(words: readonly string[], read: (words: string) => T | null): T | null {
  for (const one of words) {
    const found = read(one);
    if (found !== null) return found;
  }
  return null;
}

/** `At 31 December 2025` right above a table is the day of what it holds. */
const STANDING = /^\W*(?:as )?(?:at|of)\s/iu;

/** A title's period; a line that is only a date, or begins with one, says when something was published. */
const captionPeriod: (line: string, context: DocumentContext) => string | null = rememberedWith(readCaption);

function readCaption(line: string, context: DocumentContext): string | null {
  if (line.length > 160 || /^[*_\s]*(?:date|dated|published|日期)\b/iu.test(line)) return null;
  const found = findPeriods(line).filter((mention) => mention.explicit);
  if (found.length === 0 || isDateLine(line, found) || isOwnDate(line, found, context)) return null;
  return periodOfWords(line, context);
}

const isDateLine = (line: string, [first, other]: readonly PeriodMention[]): boolean =>
  first !== undefined &&
  other === undefined &&
  first.kind === 'date' &&
  !STANDING.test(line) &&
  first.end - first.start > flat(line).length * 0.7;

/** "As of 14 August 2026." with nothing else: the day of the document itself, not of what its tables hold. */
const isOwnDate = (line: string, [first, other]: readonly PeriodMention[], context: DocumentContext): boolean =>
  first !== undefined &&
  other === undefined &&
  first.kind === 'date' &&
  first.resolve(context) === context.asOf &&
  /^\W*(?:as (?:of|at)|stand|截至|截止)\W*$/iu.test(line.replace(first.text, ''));
