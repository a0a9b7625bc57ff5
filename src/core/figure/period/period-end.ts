/** When a period ends, as a number that sorts in time. */

/** `2026Q2`, `2026H1`, `2026-06`, `2026-06-30`, `FY2026`, `2026`. */
const NAMED = /^(?:FY)?(\d{4})(?:-?([QH])?(\d{1,2})(?:-\d{1,2})?)?$/;
const MONTHS_OF: Readonly<Record<string, number>> = { Q: 3, H: 6 };

/** `202606` for `2026Q2` and all that end in that month, `202609` for `9M-2026`; null where it says no time. */
export function periodEnd(period: string | null): number | null {
  const last = period?.split('/').at(-1)?.replace(/^TTM-/, '') ?? '';
  const nineMonths = /^9M-(\d{4})$/.exec(last)?.[1];
  if (nineMonths !== undefined) return Number(nineMonths) * 100 + 9;
  const [, year, part, number] = NAMED.exec(last) ?? [];
  if (year === undefined) return null;
  const month = number === undefined ? 12 : Number(number) * (MONTHS_OF[part ?? ''] ?? 1);
  return month >= 1 && month <= 12 ? Number(year) * 100 + month : null;
}

/** Two periods by their ends; those that say no time come last, an empty one after all. */
export function comparePeriods(left: string, right: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  const [one, other] = [periodEnd(left) ?? Number.MAX_SAFE_INTEGER, periodEnd(right) ?? Number.MAX_SAFE_INTEGER];
  return one - other || left.localeCompare(right);
}
