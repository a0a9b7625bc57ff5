/** When a period ends, as a number that sorts in time. */

/** `202606` for `2026Q2`, `TTM-2026Q2`, `2026H1`, `2026-06`, `FY2026` → `202612`; null where it says no time. */
export function periodEnd(period: string | null): number | null {
  const last = period?.split('/').at(-1)?.replace(/^TTM-/, '') ?? '';
  const [, year, part, number] = /^(?:FY)?(\d{4})(?:-?([QH])?(\d{1,2})(?:-\d{1,2})?)?$/.exec(last) ?? [];
  if (year === undefined) return null;
  const month = number === undefined ? 12 : Number(number) * (part === 'Q' ? 3 : part === 'H' ? 6 : 1);
  return month >= 1 && month <= 12 ? Number(year) * 100 + month : null;
}
