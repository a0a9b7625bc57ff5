/**
 * Digits that are no figures: dates, years, labels, names, telephone numbers, footnote and citation marks. Every test
 * looks a bounded distance around the digits, so that the scan stays linear.
 */
import { endOf } from './ends';
import {
  isAsciiLetter,
  isDigit,
  isHan,
  isLetter,
  isSpace,
  isUpper,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from '../lexicon/characters';
import { digitNames, firmLabels, labels, months } from '../lexicon/lexicon';

const ISO_DATE = /\d{4}-\d{2}(?:-\d{2})?(?![\d.,%-])/y;
/** `20030930`, as headers of filings and names of files write a day. */
const COMPACT_DATE = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d|[.,]\d|\s?%)/y;
const NUMERIC_DATE = /\d{1,4}([/.])\d{1,2}\1\d{2,4}(?!\d)/y;
const MONTH_DAY = /(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/]|\s*%)/y;
const CLOCK = /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?/iy;
const CLOCK_HOUR = /1?\d(?:\s?[ap]\.?m\b\.?|\s?o['’]clock)/iy;
const PHONE = /(?:\d{1,4}[ .)-]{1,2}){2,4}\d{3,4}(?!\d|[.,]\d|\s?%)/y;
const YEAR = /(?:19|20)\d{2}(?:[AEFPe](?![A-Za-z])|s(?![A-Za-z]))?(?!\d|[.,]\d)/y;
const YEAR_SPAN = /(?:19|20)\d{2}\s?[-–—/]\s?(?:(?:19|20)\d{2}|\d{2})(?:[AEF](?![A-Za-z]))?(?![\d%]|[.,]\d)/y;
/** `12b-2`, `10b5-1`: rules are numbered so. */
const RULE_NUMBER = /\d{1,3}[a-z]\d{0,2}-\d{1,3}(?![\d%a-zA-Z]|[.,]\d)/y;
const BRACKET = /\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]/y;
const QUARTER = /[1-4][QH]\s?(?:FY|CY)?['’]?\d{0,4}[AEF]?(?![A-Za-z])/y;
const SLASHED = /\d{1,4}\/\d{1,4}(?:\/\d{1,4})*/y;

/** The word that ends right before `at`, one space apart, in lower case. */
export function wordBefore(text: string, at: number, from: number): string {
  const end = skipSpacesBack(text, at, Math.max(from, at - 3));
  return text.slice(wordStart(text, end, Math.max(from, end - 24)), end).toLowerCase();
}

function monthBeside(text: string, digits: number, end: number, from: number, to: number): number {
  let last = end;
  const ordinal = text.slice(end, end + 2).toLowerCase();
  if (['st', 'nd', 'rd', 'th'].includes(ordinal) && !isLetter(text.charCodeAt(end + 2))) last = end + 2;
  if (text[last] === '.') last += 1;
  const gap = skipSpaces(text, last, Math.min(to, last + 2));
  const named = wordEnd(text, gap, Math.min(to, gap + 12));
  const word = text.slice(gap, named).toLowerCase();
  if (gap > end && named > gap && months.has(word) && (isUpper(text.charCodeAt(gap)) || word !== 'may')) return named;
  if (text.slice(gap, gap + 3) === 'of ' && months.has(text.slice(gap + 3, wordEnd(text, gap + 3, to)).toLowerCase()))
    return last;
  const before = skipSpacesBack(text, digits, Math.max(from, digits - 3));
  const dotted = text[before - 1] === '.' ? before - 1 : before;
  const start = wordStart(text, dotted, Math.max(from, dotted - 12));
  const lead = text.slice(start, dotted);
  if (before < digits && lead && months.has(lead.toLowerCase()) && isUpper(lead.charCodeAt(0))) return last;
  return -1;
}

/** Days of a month said as a list or range: "June 3-5", "March 31 and June 30". */
function dayRange(text: string, end: number, to: number): number {
  const last = endOf(/\s?[-–]\s?\d{1,2}(?![\d%.,]\d?)/y, text, end);
  return last > 0 && last <= to ? last : end;
}

/** Where the name or date that these digits belong to ends; -1 where they may be a figure. */
export function datedOrNamed(text: string, digits: number, from: number, to: number): number {
  const before = text[digits - 1] ?? '';
  const money = '$€£¥₹'.includes(before) && before !== '';
  if (money) return -1;
  const rule = endOf(RULE_NUMBER, text, digits);
  if (rule > 0) return rule;
  if (before === '[' || (before === '^' && text[digits - 2] === '[')) {
    const end = endOf(BRACKET, text, before === '[' ? digits - 1 : digits - 2);
    if (end > 0) return end;
  }
  if (
    (before === '’' || before === "'") &&
    /\d{2}(?!\d)/y.test(text.slice(digits, digits + 3)) &&
    (!isDigit(text.charCodeAt(digits - 2)) || /[QHqh]/.test(text[digits - 3] ?? ''))
  ) {
    return digits + 2;
  }
  const end = digitRun(text, digits, to);
  const length = end - digits;
  if (isHan(text.charCodeAt(skipSpaces(text, end, end + 2)))) {
    const dated = hanDate(text, digits, end, from);
    if (dated > 0) return dated;
  }
  if (length === 8 && endOf(COMPACT_DATE, text, digits) > 0) return end;
  if (length === 4) {
    const dated = yearAt(text, digits, from, to);
    if (dated > 0) return dated;
  }
  if (length <= 2) {
    const month = monthBeside(text, digits, end, from, to);
    if (month > 0) return dayRange(text, month, to);
    const dated = shortDate(text, digits, from);
    if (dated > 0) return dated;
  }
  if (length <= 4) {
    const phone = before !== '.' ? endOf(PHONE, text, digits) : -1;
    if (phone > 0 && phoneLike(text, digits, phone)) return phone;
  }
  return -1;
}

function digitRun(text: string, at: number, to: number): number {
  let i = at;
  const limit = Math.min(to, at + 8);
  while (i < limit && isDigit(text.charCodeAt(i))) i += 1;
  return i;
}

function phoneLike(text: string, start: number, end: number): boolean {
  const digits = text.slice(start, end).replace(/\D/g, '').length;
  if (digits < 10 || digits > 15) return false;
  return /[-.)]/.test(text.slice(start, end)) || text[start - 1] === '+';
}

function hanDate(text: string, digits: number, end: number, from: number): number {
  const at = skipSpaces(text, end, end + 2);
  const sign = text[at] ?? '';
  const next = text[at + 1] ?? '';
  if (digits > from && text[digits - 1] === '第') return at;
  if (sign === '月' || sign === '日' || sign === '号' || sign === '號') return at + 1;
  if (sign === '季' && end - digits === 1) return at + 1;
  if (sign !== '年') return -1;
  if (end - digits === 4) return at + 1;
  if (end - digits === 2 && (Number(text.slice(digits, end)) > 15 || /[QH一二三四上下全同财财\d]/.test(next)))
    return at + 1;
  return -1;
}

function yearAt(text: string, digits: number, from: number, to: number): number {
  const before = text[digits - 1] ?? '';
  if (before === ',' && isDigit(text.charCodeAt(digits - 2))) return -1;
  const iso = endOf(ISO_DATE, text, digits);
  if (iso > 0 && isoIsDate(text.slice(digits, iso))) return iso;
  const numeric = endOf(NUMERIC_DATE, text, digits);
  if (numeric > 0) return numeric;
  const span = endOf(YEAR_SPAN, text, digits);
  if (span > 0 && spanIsYears(text.slice(digits, span))) return span;
  const year = endOf(YEAR, text, digits);
  if (year < 0 || year > to) return -1;
  if (year === digits + 4 && isLetter(text.charCodeAt(year))) return -1;
  const han = text[skipSpaces(text, year, Math.min(to, year + 2))] ?? '';
  if (isHan(han.charCodeAt(0)) && !'年财財至到第和与及'.includes(han)) return -1;
  const value = Number(text.slice(digits, digits + 4));
  if (value > 2099 || text[year] === '%') return -1;
  return countedThing(text, digits, year, from, to) ? -1 : year;
}

function isoIsDate(text: string): boolean {
  const month = Number(text.slice(5, 7));
  return month >= 1 && month <= 12;
}

function spanIsYears(text: string): boolean {
  const [first = '', second = ''] = text.split(/\s?[-–—/]\s?/);
  const a = Number(first);
  const b = second.length === 2 ? Math.floor(a / 100) * 100 + Number(second) : Number(second.slice(0, 4));
  return b > a && b - a < 60;
}

const COUNTED = new Set([
  'employees',
  'stores',
  'people',
  'customers',
  'workers',
  'jobs',
  'staff',
  'megawatts',
  'mw',
  'gw',
  'basis',
  'bps',
  'locations',
  'units',
  'restaurants',
  'hotels',
  'branches',
  'sites',
  'tonnes',
  'tons',
  'points',
  'million',
  'billion',
  'trillion',
  'bn',
  'mn',
  'percent',
  'x',
]);

/** Years of digits that are counts: "2000 employees". */
function countedThing(text: string, digits: number, year: number, from: number, to: number): boolean {
  const gap = skipSpaces(text, year, Math.min(to, year + 2));
  if (gap === year) return false;
  const word = text.slice(gap, wordEnd(text, gap, Math.min(to, gap + 14))).toLowerCase();
  return (
    COUNTED.has(word) &&
    !['in', 'of', 'fiscal', 'since', 'during', 'for', 'fy', 'year', 'by', 'through', 'until'].includes(
      wordBefore(text, digits, from),
    )
  );
}

const DATE_LEADS = new Set([
  'on',
  'by',
  'since',
  'until',
  'till',
  'from',
  'effective',
  'dated',
  'of',
  'before',
  'after',
  'through',
  'starting',
  'beginning',
  'as',
  'at',
  'and',
  'close',
  'updated',
  'to',
]);

function shortDate(text: string, digits: number, from: number): number {
  const numeric = endOf(NUMERIC_DATE, text, digits);
  if (numeric > 0) return numeric;
  const clock = endOf(CLOCK, text, digits);
  if (clock > 0 && clockLike(text, digits, clock)) return clock;
  const hour = endOf(CLOCK_HOUR, text, digits);
  if (hour > 0) return hour;
  const quarter = endOf(QUARTER, text, digits);
  if (quarter > 0) return quarter;
  const monthDay = endOf(MONTH_DAY, text, digits);
  if (monthDay > 0 && DATE_LEADS.has(wordBefore(text, digits, from))) return monthDay;
  return -1;
}

/** `10:30` is a time, `3:1` and `60:40` with nothing that says clock are ratios. */
function clockLike(text: string, start: number, end: number): boolean {
  return /[apm]$/i.test(text.slice(start, end).replace(/\.$/, '')) || /^\d{1,2}:[0-5]\d/.test(text.slice(start, end));
}

/** A bare number that a label word ahead turns into a name: "Note 12", "Level 2", "S&P 500". */
export function labelled(text: string, start: number, from: number, firm: boolean): boolean {
  const end = skipSpacesBack(text, start, Math.max(from, start - 2));
  if (
    end === start &&
    text[start - 1] !== '§' &&
    text[start - 1] !== '#' &&
    text[start - 1] !== '.' &&
    !isHan(text.charCodeAt(start - 1))
  )
    return false;
  return (firm ? firmLabels : labels).before(text, end, from) !== null;
}

/** Letters, digits and joints that make one token of what surrounds the digits (`GPT-4`, `10-K`, `T-7A`). */
export function tokenEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || isDigit(code) || code === 95) i += 1;
    else if ((code === 45 || code === 46 || code === 47 || code === 38) && joint(text, i)) i += 1;
    else break;
  }
  return i;
}

function joint(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return isAsciiLetter(next) || isDigit(next);
}

/** A hyphen or plus that joins the digits to a word: `COVID-19`, `DD+7`; not `sub-5`, `mid-20`. */
const LOOSE_LEADS = new Set([
  'sub',
  'mid',
  'low',
  'high',
  'over',
  'under',
  'near',
  'plus',
  'upper',
  'lower',
  'early',
  'late',
  'pre',
  'post',
  'super',
  'to',
  'non',
  'top',
]);

/**
 * Whether the digits at `start` are the tail of a name: `#12`, `COVID-19`, `A_2`. A hyphen behind a number word or
 * preposition that stands loosely before numbers does not bind them. Nothing before `from` is looked at.
 */
export function hangsOnWord(text: string, start: number, from: number): boolean {
  const joiner = text[start - 1];
  if (joiner !== '-' && joiner !== '+' && joiner !== '–' && joiner !== '_' && joiner !== '#' && joiner !== '@')
    return false;
  if (joiner === '#' || joiner === '@' || joiner === '_') return true;
  const end = start - 1;
  const word = text.slice(wordStart(text, end, Math.max(from, end - 20)), end).toLowerCase();
  return word !== '' && !LOOSE_LEADS.has(word);
}

/** `24/7`, `10/90`: digits, slash, digits without a space. */
export function slashed(text: string, at: number): number {
  return endOf(SLASHED, text, at);
}

/** Whether the digits open a line as list number or footnote label: `1.`, `2)`, `(3)`. */
export function numbersAnItem(text: string, digits: number, end: number, from: number): boolean {
  const after = text[end];
  const open = text[digits - 1] === '(' ? digits - 1 : digits;
  if (open < digits && after === ')' && end - digits <= 2) {
    const next = text[end + 1] ?? ' ';
    return next !== '%' && !isDigit(next.charCodeAt(0));
  }
  if (after !== '.' && after !== ')' && after !== '、') return false;
  if (end - digits > 2) return false;
  const start = skipSpacesBack(text, digits, Math.max(from, digits - 12));
  const lead = start === from || text[start - 1] === '\n';
  const next = text[end + 1];
  return lead && (next === undefined || after === '、' || isSpace(next.charCodeAt(0)) || next === '\n');
}

/** Codes of exchanges and countries behind a stock code: `300750.SZ`, `9988 HK`. */
const LISTED =
  /\d{3,6}(?:\.(?:SZ|SH|SS|HK|TW|TWO|T|KS|KQ|NS|BO|SI|KL|AX)|[ ](?:HK|TT|TW|KS|JP|JT|CH|IN|MK|SP)(?=[ ,;:)|]|$))(?![A-Za-z0-9])/y;

/** Where a name that begins with digits ends ("401k", `300750.SZ`); 0 where the digits begin none. */
export function nameOfDigits(text: string, digits: number, from: number, to: number): number {
  const before = text[digits - 1] ?? ' ';
  if (digits > from && /[$€£¥+\-−.,\d]/.test(before)) return 0;
  const name = digitNames.at(text, digits, to);
  if (name) return name.end;
  const end = endOf(LISTED, text, digits);
  return end > 0 && end <= to ? end : 0;
}
