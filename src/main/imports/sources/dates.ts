/** Dates as bibliographies write them, as CSL: `2026-05-13`, `2026/05/13/`, `13 May 2026`, `May 2026`, `2026`; else the words. */
import type { CslDate } from '../../../core/citation/model';
import { monthByStem } from '../../../core/base/months';

export function readBibDate(words: string): CslDate | null {
  const text = words.trim().slice(0, 200);
  if (text === '') return null;
  const [from, to] = text.split(/\/(?=\d{4}-|\d{4}$)|\s+to\s+/);
  if (to !== undefined) {
    const [first, second] = [partsOf(from ?? ''), partsOf(to)];
    if (first && second) return { 'date-parts': [first, second] };
  }
  const parts = partsOf(text);
  return parts ? { 'date-parts': [parts] } : { literal: text };
}

/** Year, month and day as far as they are said, exist and can only mean one day; null where there is no year. */
function partsOf(words: string): readonly number[] | null {
  const text = bare(words);
  const numeric = /^(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?:[T/ ].*)?[?~%]?$/.exec(text);
  const ahead = numeric?.[2] === undefined && /^\d{4}[ ,]+\p{L}{3}/u.test(text) ? wordedParts(text) : null;
  if (ahead && ahead.length > 1) return ahead;
  if (numeric) return checked(numeric[1], numeric[2], numeric[3]);
  return dayFirst(text) ?? wordedParts(text);
}

/** Without the brackets and marks of a year that a cataloguer inferred: "[2001]", "c. 1988", "©2001". */
const bare = (words: string): string =>
  words
    .trim()
    .replace(/^[[(]\s*(.*?)\s*[\])]$/, '$1')
    .replace(/^(?:c\.?|ca\.?|circa|©|copyright)\s*(?=\d{4})/i, '');

/** "26.09.2020" has its day first; with slashes only a number above twelve says which of the two is the day. */
function dayFirst(text: string): readonly number[] | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (match[2] === '.' || first > 12) return checked(match[4], match[3], match[1]);
  return second > 12 ? checked(match[4], match[1], match[3]) : checked(match[4]);
}

/** "13 May 2026", "May 2026", "2026 May 13". */
function wordedParts(text: string): readonly number[] | null {
  const year = /\b(\d{4})\b/.exec(text);
  const month = /\p{L}{3,}/u.exec(text)?.[0];
  if (!year || month === undefined) return null;
  const number = monthNumber(month);
  if (number === null) return null;
  const rest = text.replace(year[0], ' ').replace(month, ' ').trim();
  const day = /^[,.]?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[,.]?$/.exec(rest);
  if (rest.replaceAll(/[,.\s]/g, '') !== '' && !day) return null;
  return checked(year[1], String(number), day?.[1]);
}

export function monthNumber(word: string): number | null {
  const text = word.trim().toLowerCase();
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  return monthByStem(text.replace(/\.$/, '')) || null;
}

function checked(year: string | undefined, month?: string, day?: string): readonly number[] | null {
  const y = Number(year);
  if (!Number.isInteger(y) || y === 0) return null;
  const m = Number(month ?? 0);
  if (!(m >= 1 && m <= 12)) return [y];
  const d = Number(day ?? 0);
  return d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate() ? [y, m, d] : [y, m];
}
