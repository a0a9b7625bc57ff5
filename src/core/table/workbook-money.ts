/** Whose dollars a bare `$` in a workbook is: a model of a company elsewhere says so once, on a sheet of its own. */
import { cellText } from '../figure/cell/cell';
import { dollarOfWords, isDollar } from '../figure/placing/entity/home-currency';
import type { Sheet } from './model';
import { currencyOf } from './units';

const known = new WeakMap<readonly Sheet[], string | null>();
const ROWS = 300;
const LONGEST = 200;

/** The currency (ISO 4217) that the workbook says its bare `$` is; null where it says none, or American dollars too. */
export function dollarOf(sheets: readonly Sheet[]): string | null {
  const found = known.get(sheets);
  if (found !== undefined) return found;
  const stated = statedBeside(sheets);
  const made = stated === null ? dollarOfWords(wordsOf(sheets)) : isDollar(stated) ? stated : null;
  known.set(sheets, made);
  return made;
}

/** `Currency: | NZD`: a cell that says it, and the one beside it. */
function statedBeside(sheets: readonly Sheet[]): string | null {
  const stated = new Set<string>();
  for (const { rows } of sheets)
    for (const { cells } of rows.slice(0, ROWS))
      cells.forEach((cell, at) => {
        if (!/^(?:reporting |presentation )?currency:?$/i.test(cellText(cell).trim())) return;
        const code = currencyOf(cellText(cells[at + 1]));
        if (code !== null) stated.add(code);
      });
  const [only = null] = stated;
  return stated.size === 1 ? only : null;
}

/** The words of all sheets, without their numbers. */
function wordsOf(sheets: readonly Sheet[]): string {
  const words: string[] = [];
  for (const { name, rows } of sheets) {
    words.push(name);
    for (const { cells } of rows.slice(0, ROWS))
      for (const cell of cells) {
        const text = typeof cell === 'string' ? cell : cell.value === undefined ? cell.text : '';
        if (text.length <= LONGEST && /\p{L}/u.test(text)) words.push(text);
      }
  }
  return words.join('\n');
}

/** What `USD` stands for that was read of a bare `$`: the workbook's own dollar. `text` is what it was read of. */
export const ownDollar = (currency: string | null, text: string, dollar: string | null): string | null =>
  currency === 'USD' && dollar !== null && isDollar(dollar) && !/US/i.test(text) ? dollar : currency;
