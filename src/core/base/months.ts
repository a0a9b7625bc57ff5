/** The names of months, once: the words of the lexicon in all its languages, and the English names that the app writes. */
import lexicon from '../../../resources/lexicon/months.json';
import { longestFirst } from './pattern';

/** Every name and abbreviation of the lexicon, in lower case, with the month's number from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(lexicon.months).flatMap((names) => Object.entries(names)),
);

/** Alternatives of a pattern: every name of the lexicon, longest first. */
export const ANY_MONTH = longestFirst([...MONTHS.keys()]);

/** `januar` … `dezember`. */
export const GERMAN_MONTHS: ReadonlySet<string> = new Set(Object.keys(lexicon.months.de));

/** `January` … `December`. The first name of each month in the lexicon is the English one in full. */
export const MONTH_NAMES: readonly string[] = Array.from({ length: 12 }, (_, at) => {
  const name = [...MONTHS].find(([, month]) => month === at + 1)?.[0] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
});

/** `jan` … `dec`: the three letters by which English names and their abbreviations are known. */
export const MONTH_STEMS: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/** `jan|feb|…|dec` and `Jan|Feb|…|Dec`: alternatives of a pattern that a month opens with, followed by the rest of it. */
export const MONTH_OPENING = MONTH_STEMS.join('|');
export const MONTH_OPENING_CAPITAL = MONTH_NAMES.map((name) => name.slice(0, 3)).join('|');

/** `september|february|…|sept|jan|…`: alternatives of a pattern, the English names and abbreviations, longest first. */
export const ENGLISH_MONTH = longestFirst(Object.keys({ ...lexicon.months.en, ...lexicon.months.short }));

/** The number from 1 of the month whose English name begins as the word does (`Sept.`, `march`); 0 for another word. */
export const monthByStem = (word: string): number => MONTH_STEMS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
