/** Dates as a cover page prints them (`March 31, 2026`, `30 September`), because tags on it hold words, not ISO dates. */
import { monthByStem } from '../../../core/base/months';

const WORDED = /^(?:([a-z]{3,9})\.?\s+(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?)(?:,?\s+(\d{4}))?$/i;

/** `2026-03-31`, or `--09-30` where no year is printed, as it stands in ISO 8601; null where the words are no such date. */
export function coverDate(words: string | null): string | null {
  const plain = (words ?? '').replace(/\s+/g, ' ').trim();
  if (/^(?:\d{4}-|-?-?)\d\d-\d\d$/.test(plain)) return plain;
  const [, before, dayAfter, dayBefore, after, year] = WORDED.exec(plain) ?? [];
  const month = monthByStem(before ?? after ?? '');
  const day = Number(dayAfter ?? dayBefore);
  if (month === 0 || !(day >= 1 && day <= 31)) return null;
  return `${year ?? '-'}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
