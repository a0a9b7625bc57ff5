/**
 * Names of periods as strings: `2026Q1`, `FY2026`, `2026H2`, `TTM-2026Q1`, `2026-03`, `2026-05-13`, ranges `A/B`. Fiscal
 * arithmetic counts from the month the company's year ends in.
 */

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** `2026Q1`. The year is the company's fiscal year. */
export function quarterName({ year, quarter }: Quarter): string {
  return `${year}Q${quarter}`;
}

/** The quarter of `2026Q1` or `TTM-2026Q1`; null for every other length of time and for null. */
export function parseQuarter(period: string | null): Quarter | null {
  const match = /^(?:TTM-)?(\d{4})Q([1-4])$/.exec(period ?? '');
  return match ? { year: Number(match[1]), quarter: Number(match[2]) } : null;
}

/** The quarter `by` quarters later. */
export function shiftQuarter({ year, quarter }: Quarter, by: number): Quarter {
  const index = year * 4 + (quarter - 1) + by;
  return { year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
}

/** Moves any period name by whole years; null where the name has no year. */
export function shiftYears(period: string, by: number): string | null {
  if (!/\d{4}/.test(period)) return null;
  return period.replace(/\d{4}(?=Q|H|-|\/|$)/g, (year) => String(Number(year) + by));
}

/** The fiscal quarter that month `month` of calendar year `year` falls in. */
export function fiscalQuarter(year: number, month: number, yearEnd: number): Quarter {
  const inYear = (month - yearEnd - 1 + 24) % 12;
  return { year: month > yearEnd ? year + 1 : year, quarter: Math.floor(inYear / 3) + 1 };
}

/**
 * The fiscal year that a calendar month (1–12) belongs to, named by the calendar year it ends in; `yearEnd` is the
 * month it ends in.
 */
export function fiscalYear(year: number, month: number, yearEnd: number): number {
  return month > yearEnd ? year + 1 : year;
}

/** Year named by a period, its last where it is a range. */
export function yearOf(period: string | null): number | null {
  const years = period?.match(/\d{4}/g);
  const last = years?.at(-1);
  return last ? Number(last) : null;
}

/** `26` → 2026, `99` → 1999. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year > 70 ? 1900 + year : 2000 + year;
}

/** `2026-05-13`, or `2026-05` where the day is null. The month counts from 1. */
export function dateName(year: number, month: number, day: number | null): string {
  const named = `${year}-${String(month).padStart(2, '0')}`;
  return day === null ? named : `${named}-${String(day).padStart(2, '0')}`;
}
