/** Content words, names and dates of a text, as claims and evidence are compared by them. */
import { MONTH_NAMES } from '../../base/months';

const STOP = new Set(
  'a an the of to in on for and or by with from at as is are was were be been being it its this that these those their his her our we they which who whom than then also into over under between during while due both each per such any all not no nor but has have had will would may can could should more most other same compared respectively approximately about amount number company companies inc corp corporation llc ltd year years ended ending month months quarter three six nine period end date percentage percent change changed increase increased increasing decrease decreased decreasing decline declined rose fell growth grew value based million billion thousand thousands millions'
    .split(' ')
    .concat(MONTH_NAMES.map((name) => name.toLowerCase())),
);

/** The stem by which two forms of a word meet; crude on purpose, and the same for both sides. */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/[’']s$/, '');
  if (lower.length <= 4) return lower.replace(/(?<!s)s$/, '');
  if (lower.endsWith('sses')) return stem(lower.slice(0, -2));
  const bare = lower
    .replace(/(?:ations?|itions?|ments?|ances?|ences?|ities|ity)$/, '')
    .replace(/(?:ingly|edly|ings?|ed|es|(?<!s)s|ly|er|ers|or|al|ive|ion)$/, '');
  return bare.length >= 3 ? bare.replace(/e$/, '').replace(/i$/, 'y') : lower;
}

const WORD =
  /\p{Script=Han}+|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}&’'-]*/gu;
const HAN = /^\p{Script=Han}/u;

/** Chinese has no spaces: two characters at a time stand for words. */
const pairsOf = (run: string): readonly string[] =>
  run.length <= 2 ? [run] : Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2));

/**
 * Words of Latin, Cyrillic and Greek script as written; Chinese in overlapping pairs of characters, because no space
 * parts its words.
 */
export const wordsOf = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).flatMap((word) => (HAN.test(word) ? pairsOf(word) : [word]));

/** Words of many labels, which distinguish little: "total" still distinguishes a total from its part. */
const LIGHT = new Set(['total', 'net', 'consolidat', 'overall', 'other', 'all']);

/** Whether a stem stands in so many labels that it distinguishes little. */
export const isLight = (word: string): boolean => LIGHT.has(word);

/** Stems of the words that carry meaning. */
export function contentOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .flatMap((word) => word.split('-'))
      .map((word) => word.replace(/[’']s$/, ''))
      .filter((word) => word.length > 1 && !STOP.has(word.toLowerCase()))
      .map(stem),
  );
}

const YEAR = /\b(?:19|20)\d\d\b/g;
const SHORT_YEAR = /\b\d{1,2}-[A-Z][a-z]{2}-(\d\d)\b/g;

/** Years as four digits: those printed so first, then those of dates such as `5-May-26`, read as of this century. */
export const yearsIn = (text: string): readonly string[] => [
  ...(text.match(YEAR) ?? []),
  ...[...text.matchAll(SHORT_YEAR)].map((match) => `20${match[1]}`),
];

const LONG_DATE = new RegExp(
  `\\b(${MONTH_NAMES.join('|')}) (\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? ((?:19|20)\\d\\d))?`,
  'gi',
);

/** `march 29 2018`, or `march 29` where no year stands with it. */
export const datesIn = (text: string): readonly string[] =>
  [...text.matchAll(LONG_DATE)].map((match) => [match[1]?.toLowerCase(), match[2], match[3]].filter(Boolean).join(' '));

/** True where each word of either set is in the other; two empty sets count as the same. */
export const sameWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));

/** A comma, colon or semicolon between clauses: none inside a number, nor between a day and its year. */
export const PAUSE = String.raw`,(?!\d|\s?(?:19|20)\d\d\b)|[;:](?!\d)`;

const SENTENCE = /(?<=[.;])\s+|\n+/;
const SHORTEST = 20;

/** Sentences and lines of the evidence, without what is too short to say anything. */
export const statementsOf = (evidence: readonly string[]): readonly string[] =>
  evidence.flatMap((text) => text.split(SENTENCE)).filter((one) => one.length > SHORTEST);

/** Share of `of` that `among` has; 1 where there is nothing to have. */
export function coverage(of: ReadonlySet<string>, among: ReadonlySet<string>): number {
  if (of.size === 0) return 1;
  return [...of].filter((word) => among.has(word)).length / of.size;
}
