/** Where a sticky pattern that begins at `at` ends; -1 where it does not begin there. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
