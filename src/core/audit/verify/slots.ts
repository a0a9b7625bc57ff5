/**
 * One slot of a statement filled otherwise: "three segments" where the evidence has "two segments", "matures in 2028"
 * where it "matures in 2027". The words around the slot must be the evidence's, and nowhere be filled as claimed.
 */
import { ones } from '../../figure/quantity/lexicon/lexicon';
import { type PlacedTime, timeFit, timesIn, withoutTimes } from './times';
import { contentOf, coverage, PAUSE, sameWords, wordsOf } from './words';

const SPELLED = [...ones].flatMap(([word, count]) => (count >= 2 && count <= 12 ? [word] : []));
/** "three reportable segments", "seven of its directors": a spelled count with what it counts. */
const COUNT = new RegExp(
  `(?<![\\p{L}-])(${SPELLED.join('|')}) (?:of (?:the|our|its) )?((?:[\\p{L}-]+ ){0,2}[\\p{L}-]+s)(?![\\p{L}-])`,
  'giu',
);
/** Lengths of time are read elsewhere; these count nothing. */
const NO_THING =
  /^(?:months?|years?|quarters?|weeks?|days?|hours?|times|percent|millions?|billions?|thousands?|hundreds?)$/i;

interface Count {
  readonly value: string;
  readonly noun: string;
  /** Words between the count and its noun, and the noun. */
  readonly words: ReadonlySet<string>;
}

function countsIn(text: string): readonly Count[] {
  return [...text.matchAll(COUNT)].flatMap(([, value = '', phrase = '']): readonly Count[] => {
    const words = wordsOf(phrase);
    const noun = words.at(-1) ?? '';
    if (words.some((word) => NO_THING.test(word))) return [];
    return [{ value: value.toLowerCase(), noun: [...contentOf(noun)][0] ?? '', words: contentOf(phrase) }];
  });
}

/** Whether a count of the same things is another everywhere in the evidence. */
export function isCountedOtherwise(claim: string, evidence: readonly string[]): boolean {
  const said = countsIn(claim).filter(({ noun }) => noun !== '');
  if (said.length === 0) return false;
  const known = evidence.flatMap(countsIn);
  return said.some((one) => {
    const alike = known.filter(({ words }) => sameWords(words, one.words));
    return alike.length > 0 && !known.some(({ value, noun }) => value === one.value && noun === one.noun);
  });
}

const PARTS = new RegExp(`${PAUSE}|\\.\\s|\\n| and | while | whereas | despite | although | but | which `, 'i');

interface Dated {
  readonly words: ReadonlySet<string>;
  readonly times: readonly PlacedTime[];
}

/** Parts of sentences with the times they name. */
const datedParts = (text: string): readonly Dated[] =>
  text.split(PARTS).flatMap((part): readonly Dated[] => {
    const times = timesIn(part);
    return times.length > 0 ? [{ words: contentOf(withoutTimes(part, times)), times }] : [];
  });

const FEWEST = 2;
const SHARED = 0.75;
const CLEARLY = 0.4;

/** Whether what the claim dates is dated otherwise, in the evidence's own sentence of it. */
export function isDatedOtherwise(claim: string, evidence: readonly string[]): boolean {
  const said = datedParts(claim).filter(({ words, times }) => words.size >= FEWEST && times.length === 1);
  if (said.length === 0) return false;
  const known = evidence.flatMap(datedParts);
  return said.some(({ words, times }) => {
    const isOther = (one: Dated): boolean => timeFit(times, one.times) === 'other';
    const close = (of: readonly Dated[]): number => Math.max(0, ...of.map((one) => coverage(words, one.words)));
    const other = close(known.filter((one) => one.times.length === 1 && isOther(one)));
    return other >= SHARED && other >= close(known.filter((one) => !isOther(one))) + CLEARLY;
  });
}
