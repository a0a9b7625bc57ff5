/** Whether a table writes its numbers with a decimal comma or groups them by commas, as its own cells show. */
import type { Table } from '../../../document/model';

/** A comma before one or two digits; a dot before one or two; a dot before three, which either may be. */
const COMMA_DECIMAL = /(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}(?![\d.,])/;
const DOT_DECIMAL = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{1,2}(?![\d.,])|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?!\d)/;
const DOT_GROUPS = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])/;
const DOT_GROUPED_TWICE = /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])/;
/** So many numbers with three digits behind a dot, and no other decimals, are thousands. */
const FEWEST_GROUPED = 8;

/** `1.811.809` or `12,7` in a table without `3.5` settles `52.168`; `1,056` may be either. */
export function isEuropean(table: Table): boolean {
  let told = false;
  let grouped = 0;
  let commas = 0;
  for (const row of table.rows.slice(0, 200))
    for (const cell of row.cells) {
      if (cell.column === 0 || cell.text.length > 60) continue;
      if (DOT_DECIMAL.test(cell.text)) return false;
      if (COMMA_DECIMAL.test(cell.text) || DOT_GROUPED_TWICE.test(cell.text)) told = true;
      else if (DOT_GROUPS.test(cell.text)) grouped += 1;
      else if (/\d,\d{3}(?!\d)/.test(cell.text)) commas += 1;
    }
  return told || (grouped >= FEWEST_GROUPED && commas === 0);
}

const FEWEST_COMMAS = 3;

/** `36,886` in many cells and no `36,9`: the commas group. */
export function isEnglish({ rows }: Table): boolean {
  let commas = 0;
  for (const { text, column } of rows.slice(0, 200).flatMap(({ cells }) => cells)) {
    if (column === 0 || text.length > 60) continue;
    if (COMMA_DECIMAL.test(text)) return false;
    if (/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/.test(text)) commas += 1;
  }
  return commas >= FEWEST_COMMAS;
}
