/** Dates of facts in the notation of periods that figures use: `2026Q1`, `FY2025`, `2026-03-31`. */

const DAY = 86_400_000;
/** Companies close their quarters up to two weeks off the month's end; half a month back lies in the month that is meant. */
const HALF_A_MONTH = 15;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** `--12-31` of a filing as a month from 1 to 12; 12 where it says nothing. */
export function yearEndOf(monthDay: string | null): number {
  const match = /^-?-?(\d\d)-(\d\d)$/.exec(monthDay ?? '');
  if (!match) return 12;
  const month = Number(match[1]);
  // A year that ends in the first days of a month is that of the month before.
  return Number(match[2]) <= 7 ? ((month + 10) % 12) + 1 : month;
}

/** `yearEnd` is the month in which the company's year ends. Null where the dates are none. */
export function periodOf(start: string | null, end: string, yearEnd: number): string | null {
  const last = dayOf(end);
  if (!Number.isFinite(last)) return null;
  if (start === null) return end;
  const days = last - dayOf(start) + 1;
  if (!Number.isFinite(days) || days < 1) return null;
  const middle = new Date((last - HALF_A_MONTH) * DAY);
  const month = middle.getUTCMonth() + 1;
  const year = middle.getUTCFullYear() + (month > yearEnd ? 1 : 0);
  /** Months of the company's year that are over at its end, 1 to 12. */
  const over = ((month - yearEnd + 11) % 12) + 1;
  if (days >= 350 && days <= 380) return over === 12 ? `FY${year}` : `${start}/${end}`;
  if (days >= 80 && days <= 100 && over % 3 === 0) return `${year}Q${over / 3}`;
  if (days >= 170 && days <= 195 && over % 6 === 0) return `${year}H${over / 6}`;
  return `${start}/${end}`;
}
