/**
 * The name of a thing in the words of a label: the concept that its last words are, and the words before it that say
 * which one is meant. "RIM target price" is a target price of RIM; "China discount" a discount of China.
 */
import data from '../../../../resources/audit/stated.json';
import { plain } from '../facts/labels';
import { hasAny } from '../relations/claims/claimed';
import { WordLists } from '../model/word-lists';
import { longestFirst } from '../../base/pattern';

interface ConceptData {
  readonly units: readonly string[];
  readonly words: readonly string[];
  readonly cased?: string;
  /** Words that name it only where a case is said: "price" alone may be anybody's. */
  readonly only_cased?: readonly string[];
  /** Compared only where both say the same year. */
  readonly dated?: boolean;
  /** Nothing by itself: a margin is of something. */
  readonly needs_words?: boolean;
  /** Named by a label only: beside a figure the word may be part of a supposition. */
  readonly labelled?: boolean;
  /** Sizes and returns are given for each kind of investor. */
  readonly profiled?: boolean;
  /** Said without a case it is that of the base case. */
  readonly own_is_base?: boolean;
  /** Kinds of marks that it may inherit from titles and lead-ins; all where absent. */
  readonly far?: readonly string[];
}

export interface Concept extends ConceptData {
  readonly name: string;
}

export interface Phrase {
  readonly concept: Concept;
  readonly word: string;
  /** Words before it that are not neutral. */
  readonly of: readonly string[];
}

const CONCEPTS: readonly Concept[] = Object.entries(data.concepts).map(([name, concept]) => ({ name, ...concept }));
const BY_WORD: ReadonlyMap<string, readonly Concept[]> = (() => {
  const found = new Map<string, Concept[]>();
  for (const concept of CONCEPTS)
    for (const word of concept.words) found.set(word, [...(found.get(word) ?? []), concept]);
  return found;
})();
const ANY = longestFirst([...BY_WORD.keys()]);
const NEUTRAL = new Set(data.neutral);
const MARKS = new WordLists(data.marks);
const MARKING = new Set(Object.values(data.marks).flat());
export const SILENT = hasAny(data.silent);
export const SENSITIVE = hasAny(data.sensitive);

/** What the words say of case, author, method, basis, bound and time. */
export const marksIn = (words: string): readonly string[] => (words === '' ? [] : MARKS.in(words));
export const FAR_MARKS: readonly string[] = data.far_marks;

/** The kind of a mark: `case` of `case:bull`. */
export const kindOf = (mark: string): string => mark.split(':')[0] ?? '';

const WORD = "[\\p{L}\\p{N}'’&./+-]+";
const ENDS = new RegExp(
  `(?:^|(?<=[\\s/])|(?<=\\p{Script=Han}))(${ANY})(?:\\s+(?:range|estimate|assumption|used|rate|ratio))?$`,
  'u',
);
const FILLER =
  '(?:of|is|was|at|are|about|around|approximately|roughly|nearly|only|just|stands|currently|for|in|held|holds|sits|为|约)';
const LEADS = new RegExp(
  `(?:^|(?<=[\\s/(（])|(?<=\\p{Script=Han}))(${ANY})(?:\\s*[(（][^()（）]{0,60}[)）])?[\\s:：=~≈+]*(?:${FILLER}(?![\\p{L}])[\\s:~≈]*){0,3}(?:(?:fy|cy)?(?:19|20)\\d\\d[ae]?[\\s:]*)?$`,
  'u',
);
const TAILS = new RegExp(
  `^[\\s)]{0,2}(?:of\\s+)?((?:${WORD}\\s+){0,2}?)(${ANY})(?![\\p{L}/-])(?!\\s*(?:growth|margin|target|multiple|per\\b|each|of\\b|at\\b))`,
  'u',
);
const BEFORE = new RegExp(`(?:${WORD}\\s+){0,4}$`, 'u');
const VERSUS = /\s+(?:vs\.?|versus|against|compared)\s.*$/u;
const YEAR = /^(?:fy|cy)?(?:19|20)?\d\d[ae]?$/;

const fitting = (word: string, unit: string): Concept | null =>
  BY_WORD.get(word)?.find(({ units }) => units.includes(unit)) ?? null;

const HAN = /\p{Script=Han}/u;
/** Words that say which: neutral ones, years and those that are marks already are set aside. */
const saying = (words: string): readonly string[] =>
  words
    .split(/[\s/(),（），、]+/)
    .flatMap((word) =>
      HAN.test(word)
        ? [data.neutral.filter((one) => HAN.test(one)).reduce((rest, one) => rest.replaceAll(one, ''), word)]
        : [word],
    )
    .map((word) => word.replace(/['’]s$|^[-–+.&]+|[-–+.:：]+$/g, ''))
    .filter(
      (word) => word !== '' && !NEUTRAL.has(word) && !MARKING.has(word) && !YEAR.test(word) && !/^\d+$/.test(word),
    );

/** Without remarks in brackets, units, years and what it is held against. */
const clean = (label: string): string =>
  plain(label)
    .replace(/[(（[][^()（）[\]]*[)）\]]/g, ' ')
    .replace(/[:：]\s*$/, '')
    .replace(VERSUS, '')
    .replace(/\b(?:fy|cy)?(?:19|20)\d\d[ae]?\b/g, ' ')
    .replace(/^[\s\d.)–=+-]+(?=[\p{L}])|\s+$/gu, '')
    .replace(/\s+/g, ' ');

/** A whole label: what stands in front of a row, over a column, before a colon. */
export function phraseOf(label: string, unit: string): Phrase | null {
  const words = clean(label);
  const word = ENDS.exec(words)?.[1];
  const concept = word === undefined ? null : fitting(word, unit);
  if (word === undefined || !concept) return null;
  return { concept, word, of: saying(words.slice(0, words.lastIndexOf(word))) };
}

/** Words right before a figure in running text. */
export function phraseBefore(lead: string, unit: string): Phrase | null {
  const match = LEADS.exec(lead);
  const word = match?.[1];
  const concept = word === undefined ? null : fitting(word, unit);
  if (!match || word === undefined || !concept) return null;
  return { concept, word, of: saying(BEFORE.exec(lead.slice(0, match.index))?.[0] ?? '') };
}

/** Words right behind it: "a 30% China discount", "9-18 month hold". */
export function phraseBehind(tail: string, unit: string): Phrase | null {
  const [, before = '', word] = TAILS.exec(tail) ?? [];
  const concept = word === undefined ? null : fitting(word, unit);
  return word === undefined || !concept ? null : { concept, word, of: saying(plain(before)) };
}
