/** Days as ISO dates. */
export const pad = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
export const monthEnd = (year: number, month: number): string => `${year}-${pad(month)}-${pad(lastDay(year, month))}`;
export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
