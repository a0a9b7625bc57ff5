/** Names and dates of CSL-JSON as a person reads them. Pure; unknown shapes are left out, never shown as code. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `Family, Given; Organisation`: CSL names as one text. */
export function namesText(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value
    .filter(isRecord)
    .map((name) => {
      const literal = textOf(name['literal']);
      const parts = (...members: readonly string[]) => members.map((one) => textOf(name[one])).filter(Boolean);
      const family = parts('dropping-particle', 'non-dropping-particle', 'family').join(' ');
      return literal || [family, ...parts('given', 'suffix')].filter(Boolean).join(', ');
    })
    .filter((name) => name !== '')
    .join('; ');
}

/** `2026-05-13`, `2026-05`, `2026`, or the literal words. */
export function dateText(value: unknown): string {
  if (!isRecord(value)) return '';
  const parts = value['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (!Array.isArray(first)) return textOf(value['literal']) || textOf(value['raw']);
  return first
    .slice(0, 3)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}
