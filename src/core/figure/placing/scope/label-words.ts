/** The words that bound a label, by language; those of English hold in every text, because its terms are used in all. */
import english from '../../../../../resources/lexicon/labels.json';
import european from '../../../../../resources/lexicon/labels.eu.json';
import { isLetter } from '../../quantity/lexicon/characters';

type Words = ReadonlySet<string>;

export interface LabelWords {
  /** Link a name to its number: "sales *were* $5 million". */
  readonly links: Words;
  /** May not stand in a name. */
  readonly stops: Words;
  readonly prepositions: Words;
  /** Say too little to be a name. */
  readonly generic: Words;
  readonly tails: Words;
  readonly movements: Words;
  /** Stay inside a name: "return *on* equity". */
  readonly joins: Words;
  /** Lead the name in behind a number: "5 % *of* sales". */
  readonly led: Words;
  /** Nouns have a capital, so that a phrase without one is no name. */
  readonly capitals: boolean;
  /** What stands bare behind a number may name it, as it does in English. */
  readonly trails: boolean;
}

const ENGLISH: LabelWords = {
  links: new Set(english.links),
  stops: new Set(english.stops),
  prepositions: new Set(english.prepositions),
  generic: new Set(english.generic),
  tails: new Set(english.tails),
  movements: new Set(english.movements),
  joins: new Set(['and', '&', 'of', '/']),
  led: new Set(['in', 'of']),
  capitals: false,
  trails: true,
};

interface Data {
  readonly verbs: readonly string[];
  readonly links: readonly string[];
  readonly stops: readonly string[];
  readonly prepositions: readonly string[];
  readonly generic: readonly string[];
  readonly led: readonly string[];
  readonly joins: readonly string[];
}

const joined = (one: Words, ...more: readonly (readonly string[])[]): Words => new Set([...one, ...more.flat()]);

/** Finite verbs both link a name to its number and end the phrase before it, because they may stand ahead of the name. */
function wordsOf(data: Data, capitals: boolean): LabelWords {
  return {
    links: joined(ENGLISH.links, data.links, data.verbs),
    stops: joined(ENGLISH.stops, data.stops, data.verbs),
    prepositions: joined(ENGLISH.prepositions, data.prepositions),
    generic: joined(ENGLISH.generic, data.generic),
    tails: ENGLISH.tails,
    movements: ENGLISH.movements,
    joins: joined(ENGLISH.joins, data.joins),
    led: joined(ENGLISH.led, data.led),
    capitals,
    trails: false,
  };
}

const BY_LANGUAGE: ReadonlyMap<string, LabelWords> = new Map([
  ['de', wordsOf(european.de, true)],
  ['fr', wordsOf(european.fr, false)],
  ['es', wordsOf(european.es, false)],
  ['it', wordsOf(european.it, false)],
  ['pt', wordsOf(european.pt, false)],
]);

/** The words of a language (BCP 47 primary subtag); those of English where the language has none of its own. */
export const labelWords = (language: string): LabelWords => BY_LANGUAGE.get(language) ?? ENGLISH;

/** A letter of a script that sets its words apart; a word is never cut at one that English lacks. */
export const isWordLetter = (code: number): boolean =>
  isLetter(code) || (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x370 && code <= 0x52f);
