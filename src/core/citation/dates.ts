/** Reads the dates that reference lists and markers print, as CSL dates. */
import { MONTH_OPENING, monthByStem } from '../base/months';
import type { CslDate } from './model';

const MONTH = `(${MONTH_OPENING})[a-z]{0,6}\\.?`;
const YEAR = '((?:19|20)\\d{2})';

interface Form {
  readonly pattern: RegExp;
  /** Which groups hold year, month, day; 0 where the form has none. */
  readonly groups: readonly [number, number, number];
}

/** The fullest form first. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`\\b${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})\\b`, 'i'), groups: [1, 2, 3] },
  { pattern: new RegExp(`${YEAR}\\s?年\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?日)?`, 'i'), groups: [1, 2, 3] },
  { pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'i'), groups: [3, 1, 2] },
  { pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+${MONTH},?\\s+${YEAR}\\b`, 'i'), groups: [3, 2, 1] },
  { pattern: new RegExp(`\\b(\\d{1,2})/(\\d{1,2})/${YEAR}\\b`, 'i'), groups: [3, 1, 2] },
  // Where the first cannot be a month.
  { pattern: new RegExp(`\\b(\\d{1,2})/(\\d{1,2})/${YEAR}\\b`, 'i'), groups: [3, 2, 1] },
  { pattern: new RegExp(`\\b${MONTH}\\s+${YEAR}\\b`, 'i'), groups: [2, 1, 0] },
  { pattern: new RegExp(`\\b${YEAR}-(\\d{2})\\b`, 'i'), groups: [1, 2, 0] },
  { pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?!\\d)`, 'i'), groups: [0, 1, 2] },
  { pattern: new RegExp(`(?<![\\d.,$-])${YEAR}(?![\\d%]|\\.\\d)`, 'i'), groups: [1, 0, 0] },
];

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: CslDate;
}

/** The first date of the fullest form in a short text; a day and month without a year stay literal. */
export function findDate(text: string): FoundDate | null {
  for (const { pattern, groups } of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const date = readForm(found, groups);
    if (date) return { start: found.index, end: found.index + found[0].length, date };
  }
  return null;
}

function readForm(found: RegExpExecArray, [yearAt, monthAt, dayAt]: Form['groups']): CslDate | null {
  if (yearAt === 0) return { literal: found[0] };
  const month = monthAt > 0 ? monthOf(found[monthAt] ?? '') : null;
  const day = dayAt > 0 ? Number(found[dayAt] ?? 0) : 0;
  if (month !== null && (month < 1 || month > 12)) return null;
  const parts = [Number(found[yearAt])];
  if (month !== null) parts.push(month);
  if (month !== null && day >= 1 && day <= 31) parts.push(day);
  return { 'date-parts': [parts] };
}

function monthOf(word: string): number {
  return monthByStem(word) || Number(word);
}
