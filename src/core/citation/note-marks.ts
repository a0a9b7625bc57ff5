/** Marks that point at a note below: superscripts `¹` and signs `*†‡§`. */
import { foundMarker, type FoundMarker, type MarkerContext } from './found';

const SUPERSCRIPT = /[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?:[,˒]\s?[¹²³⁰⁴⁵⁶⁷⁸⁹]+)*/g;
const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SYMBOL = /(?<=[\p{L}\p{N}%)\]”"’.,])(\*{1,3}|[†‡§]{1,2})(?![\p{L}\p{N}*])/gu;

/**
 * Raised numbers of `quote`; `offset` is where it begins in the document. `¹²` is two marks where only 1 and 2 have
 * notes. A raised 2 or 3 behind a unit (`km²`), and any behind a digit without a note of its number, is a power.
 */
export function superscripts(quote: string, offset: number, { notes }: MarkerContext): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(SUPERSCRIPT)) {
    const before = quote.charAt(match.index - 1);
    const unit = /(?:^|[\s\d/(])(?:[kcdm]?m|ft|in|yd|mi|R|CO|s|x|n)$/.test(
      quote.slice(Math.max(0, match.index - 4), match.index),
    );
    for (const part of match[0].matchAll(/[⁰¹²³⁴-⁹]+/g)) {
      const digits = Array.from(part[0], (char) => SUPERSCRIPT_DIGITS.indexOf(char)).join('');
      const numbers = knownNumbers(digits, notes);
      if (match.index === 0 || (unit && !(numbers !== null && digits === '1'))) continue;
      if (numbers === null && (/\d/.test(before) || notes.size > 0)) continue;
      let start = offset + match.index + part.index;
      for (const number of numbers ?? [digits]) {
        found.push(foundMarker({ start, end: start + number.length }, 'superscript', number, 'note'));
        start += number.length;
      }
    }
  }
  return found;
}

/** `¹⁴` is note 14, or notes 1 and 4 where there is no 14; null where the digits name no notes. */
function knownNumbers(digits: string, notes: ReadonlySet<string>): string[] | null {
  if (notes.has(digits)) return [digits];
  if (digits.length < 2 || digits.length > 8) return null;
  for (let cut = digits.length - 1; cut >= 1; cut -= 1) {
    const rest = notes.has(digits.slice(0, cut)) ? knownNumbers(digits.slice(cut), notes) : null;
    if (rest) return [digits.slice(0, cut), ...rest];
  }
  return null;
}

/** Signs such as `*` and `†` of `quote` that have a note below; `offset` is where the quote begins in the document. */
export function symbols(quote: string, offset: number, { notes }: MarkerContext): FoundMarker[] {
  return [...quote.matchAll(SYMBOL)]
    .filter((match) => notes.has(match[1] ?? ''))
    .map((match) =>
      foundMarker(
        { start: offset + match.index, end: offset + match.index + match[0].length },
        'symbol',
        match[1] ?? '',
        'note',
      ),
    );
}
