/**
 * Whether words are about suppositions or about other companies' numbers: such a figure takes over no reported period.
 */
import scopeData from '../../../../../resources/lexicon/scopes.json';

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const han = scopeData.supposedHan.join('|');
const latin = (words: readonly string[]): string =>
  words
    .filter((word) => !/[一-鿿]/.test(word))
    .map(escaped)
    .join('|');
const SUPPOSED = new RegExp(`(?<![\\w-])(?:${latin(scopeData.supposed)})(?![\\w-])|${han}`, 'i');
const AHEAD = new RegExp(`(?<![\\w-])(?:${latin(scopeData.ahead)})(?![\\w-])`, 'i');
const SECTIONS = new RegExp(`(?<![\\w-])(?:${latin(scopeData.sections)})(?![\\w-])`, 'i');
const OTHERS = new RegExp(
  `(?<![\\w-])(?:${latin(scopeData.others)})(?![\\w-])|${scopeData.others.filter((word) => /[一-鿿]/.test(word)).join('|')}`,
  'i',
);
/** Words further off do not colour a figure. */
const LONGEST = 600;

/** Whether words mark a supposition ("would", "scenario", 假设). Only their first 600 characters count. */
export const supposed = (words: string): boolean => SUPPOSED.test(words.slice(0, LONGEST));
/**
 * Whether the words of a heading or lead-in say that what is below is not reported: a supposition, or a section such
 * as valuation, risks or a model. Only their first 600 characters count.
 */
export const supposedAbove = (words: string): boolean => supposed(words) || SECTIONS.test(words.slice(0, LONGEST));
/** Whether the words of a clause look ahead ("will", "expects"). Only their first 600 characters count. */
export const ahead = (words: string): boolean => AHEAD.test(words.slice(0, LONGEST));

/** Whether words are about other companies' numbers (peers, the sector). Only their first 600 characters count. */
export const ofOthers = (words: string): boolean => OTHERS.test(words.slice(0, LONGEST));
