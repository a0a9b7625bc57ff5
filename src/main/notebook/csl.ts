/** Keeps CSL-JSON in order: empty members are left out, so that setting a field to nothing removes it. */

/** `csl` without members that are null, undefined or empty text. */
export function tidyCsl(csl: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(csl).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
