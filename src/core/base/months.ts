/** The names of months, once: the words of the lexicon in all its languages, and the English names that the app writes. */
import lexicon from '../../../resources/lexicon/months.json';

/** Every name and abbreviation of the lexicon, in lower case, with the month's number from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries(lexicon.months));

/** `January` … `December`. The first name of each month in the lexicon is the English one in full. */
export const MONTH_NAMES: readonly string[] = Array.from({ length: 12 }, (_, at) => {
  const name = [...MONTHS].find(([, month]) => month === at + 1)?.[0] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
});

/** `jan` … `dec`: the three letters by which English names and their abbreviations are known. */
export const MONTH_STEMS: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/** The number from 1 of the month whose English name begins as the word does (`Sept.`, `march`); 0 for another word. */
export const monthByStem = (word: string): number => MONTH_STEMS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
