/** Digits that count nothing: labels, list numbers, model names, and the months or years that a thing is named by. */
import { isDigit, isLetter, wordEnd } from '../lexicon/characters';
import { excludedDuration, HYPHEN_LEADS } from '../exclude/durations';
import { hangsOnWord, labelled, numbersAnItem, slashed, tokenEnd, wordBefore } from '../exclude/exclude';
import { durationBefore, hanUnits, monthTails } from '../lexicon/lexicon';
import type { Part } from '../number/part';

/** The part of the text that is read, and whether it is a table's cell. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly cell: boolean;
}

/** Where a bare number that is a name, label or list number ends; 0 where it may count. */
export function notCounted(text: string, part: Part, { from, to, cell }: Stretch): number {
  const end = part.number.end;
  if (cell) return part.number.grouped || !labelled(text, part.start, from, false) ? 0 : labelChain(text, end, to);
  if (numbersAnItem(text, part.digits, end, from)) return end + 1;
  if (/(?:\b\d{1,2}|one|two|three) in $/i.test(text.slice(Math.max(from, part.start - 10), part.start))) return end;
  const slash = slashed(text, part.digits);
  if (slash > 0 && !sharesUnit(text, slash, to)) return slash;
  if (labelled(text, part.start, from, part.number.grouped)) return labelChain(text, end, to);
  if (hangsOnWord(text, part.start, from)) return tokenEnd(text, part.digits, to);
  if (text[end] === '-' && isLetter(text.charCodeAt(end + 1))) return tokenEnd(text, end, to);
  if (text[end] === '-' && isDigit(text.charCodeAt(end + 1)) && productRange(text, part))
    return tokenEnd(text, end, to);
  return 0;
}

/** "the 3-month period", "for 12 months": the time something covers, not a length that is claimed. */
export function namesAPeriod(text: string, part: Part, { from, to }: Stretch): boolean {
  if (excludedDuration(text, part.end, to, part.hyphenated)) return true;
  const lead = wordBefore(text, part.start, from);
  return durationBefore.has(lead) || (part.hyphenated && HYPHEN_LEADS.has(lead));
}

/** "12m TP", "3M Euribor": a few months in the name of something, no millions. */
export function namesMonths(text: string, part: Part): boolean {
  if (part.currency !== null || part.scale !== 6 || !/^(?:1|2|3|6|9|12|18|24)$/.test(part.value)) return false;
  if (!/^[mM]$/.test(text.slice(part.number.end, part.end)) || text[part.end] !== ' ') return false;
  return monthTails.has(text.slice(part.end + 1, wordEnd(text, part.end + 1, part.end + 14)).toLowerCase());
}

/** "15/12倍", "15/12x": a list whose unit is said once, at its end. */
function sharesUnit(text: string, end: number, to: number): boolean {
  return hanUnits.at(text, end, to) !== null || text[end] === 'x' || text[end] === '%';
}

/** "Notes 12 and 13", "Level 2 or 3": the rest of the labels. */
function labelChain(text: string, end: number, to: number): number {
  const chain =
    /(?:\s?(?:,|and|&|or|to|through|[-–])\s?\d{1,4}(?:\.\d+)*(?![\d%]|[.,]\d|\s?(?:million|billion|bps|%|percent)))+/y;
  chain.lastIndex = end;
  return chain.test(text) && chain.lastIndex <= to ? chain.lastIndex : tokenEnd(text, end, to);
}

/** `747-8`: a bare range that runs down is a model number. */
function productRange(text: string, part: Part): boolean {
  const rest = /-(\d+)(?![\d.,]*\d)/y;
  rest.lastIndex = part.number.end;
  const match = rest.exec(text);
  return match !== null && Number(match[1]) < Number(part.value);
}
