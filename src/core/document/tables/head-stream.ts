/**
 * The words of a line that head the columns below it, read from the left: `Three Months Ended March 31, 2021 2022`,
 * `Notes £ £`, `As at 30 June 2025 As at 31 March 2025`. A line that holds anything else is none.
 */
import type { Span } from '../model';
import { ANY_MONTH } from '../../base/months';

export interface HeadStream {
  /** Stretches of time that stand over several columns, in order. */
  readonly parents: readonly Span[];
  /** Periods, each over one column. */
  readonly leaves: readonly Span[];
  /** Currencies and scales, each over one column. */
  readonly units: readonly Span[];
  /** Words behind the heads that head the first group of rows. */
  readonly group: Span | null;
}

const MONTH = `(?:${ANY_MONTH})\\.?`;
const DAY = `(?:${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})`;
const YEAR = '(?:19|20)\\d{2}[AEF]?(?![\\d,.])';
const LENGTH =
  '(?:(?:three|six|nine|twelve|3|6|9|12)[- ]months?|(?:thirteen|fourteen|twenty-six|thirty-nine|fifty-two|fifty-three|\\d{2})[- ]weeks?|(?:fiscal )?(?:quarters?|years?)|half[- ]?years?)';
const [SPAN, DATED, SHORT, UNIT, REMARK] = [
  `${LENGTH}\\s(?:ended|ending|to)\\b(?:\\s${DAY},?)?`,
  `(?:as (?:at|of)\\s)?(?:${DAY},?\\s${YEAR}|${MONTH}\\s${YEAR})`,
  `(?:FY\\s?)?${YEAR}|(?:Q[1-4]|[1-4]Q|H[12]|[12]H|9M|FY)[\\s'’-]?(?:FY)?\\d{2}(?:\\d{2})?(?!\\d)`,
  "(?:[A-Z]{1,3})?[$€£¥](?:\\s?(?:m|mn|million|bn|['’]?000s?))?(?![\\d\\p{L}])|(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|INR|RMB)(?:\\s?(?:m|mn|['’]?000s?))?(?![\\d\\p{L}])",
  'notes?(?!\\p{L})|\\(?(?:un)?audited\\)?|restated|reviewed|as at|as of',
];
const TOKEN = new RegExp(
  `(?<parent>${SPAN}(?!,?\\s${YEAR}\\s${DAY}))|(?<leaf>${DATED}|${SHORT})|(?<unit>${UNIT})|(?<remark>${REMARK})|(?<gap>[\\s,|–—-]+)`,
  'iuy',
);
const LONGEST = 240;
const GROUP = /^[\p{L}][^\d.!?]{2,80}$/u;

/** Null where the line is not made of heads. Spans are offsets into `text`. */
export function headStream(text: string, { start, end }: Span): HeadStream | null {
  if (end - start > LONGEST) return null;
  const line = text.slice(start, end);
  const found = { parents: [] as Span[], leaves: [] as Span[], units: [] as Span[] };
  let at = 0;
  while (at < line.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(line);
    if (match === null || match[0] === '') break;
    const span = { start: start + at, end: start + at + match[0].trimEnd().length };
    if (match.groups?.['parent'] !== undefined) found.parents.push(span);
    else if (match.groups?.['leaf'] !== undefined) found.leaves.push(span);
    else if (match.groups?.['unit'] !== undefined) found.units.push(span);
    at += match[0].length;
  }
  const rest = line.slice(at).trim();
  if (rest !== '' && !(found.leaves.length > 1 && GROUP.test(rest))) return null;
  if (found.leaves.length + found.units.length + found.parents.length === 0) return null;
  const group = rest === '' ? null : { start: start + line.indexOf(rest, at), end };
  return { ...found, group };
}
