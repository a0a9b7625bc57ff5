/** Text that a spreadsheet could run as a formula: guarded on its way out, and taken back as it was written. */

/** A signed number with at most a unit, which no spreadsheet runs: it stays a number. */
const NUMBER = /^[-+]?\d[\d.,]*(?:[%x]|\s?(?:bps|bn|m|k))?$/;
const STARTS_FORMULA = /^'*[\s\0]*[=+\-@\t\r＝＋－＠|%]/;

/**
 * Puts an apostrophe before text that a spreadsheet would take for a formula, also behind the white space and
 * full-width signs that some of them skip (OWASP, "CSV Injection"); before such text that begins with apostrophes one
 * more, so that taking one away gives the text back.
 */
export function neutralise(cell: string): string {
  return STARTS_FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that `neutralise` puts before a formula; gives any other text back as it is. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
