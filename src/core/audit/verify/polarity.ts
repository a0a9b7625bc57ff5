/**
 * Whether a claim says the opposite of the evidence: "lower interest expense" where the evidence, of the same words,
 * has "increase of interest expense"; "effective" where it has "not effective"; "did not approve" where it has
 * "approved". Only clauses that share the words around it are asked.
 */
import antonyms from '../../../../resources/lexicon/antonyms.en.json';
import { contentOf, coverage, PAUSE, statementsOf } from './words';

type Side = 0 | 1;

interface Group {
  readonly sides: readonly [RegExp, RegExp];
}

const anyOf = (entries: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z-])(?:${entries.map((entry) => entry.replaceAll(' ', '\\s+')).join('|')})[a-z]*`, 'gi');

const GROUPS: readonly Group[] = antonyms.pairs.flatMap(([a, b]) =>
  a && b ? [{ sides: [anyOf(a), anyOf(b)] as const }] : [],
);

const NEGATED = new RegExp(`(?:\\b(?:${antonyms.negators.join('|')})|n[’']t)(?:\\s+[a-z]+){0,2}\\s+$`, 'i');
const NONE = /\bno\s$/i;
const NEGATOR = new RegExp(`\\b(?:${antonyms.negators.join('|')})\\b|n[’']t\\b`, 'gi');
/** "not only", "no later than": no denial. */
const NO_DENIAL = new RegExp(`\\b(?:${antonyms.noDenial.join('|')})\\b`, 'gi');

interface Found {
  readonly index: number;
  readonly end: number;
  readonly side: Side;
}

const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Places of a group's words; a word inside one of the other side's is that ("not effective"), a denied one its opposite. */
function placesOf(text: string, group: Group): readonly Found[] {
  const all = ([0, 1] as const).flatMap((side) =>
    [...text.matchAll(group.sides[side])].map((match) => ({
      index: match.index,
      end: match.index + match[0].length,
      side,
    })),
  );
  return (
    all
      .filter(
        (one) =>
          !all.some(
            (two) =>
              two !== one && two.index <= one.index && two.end >= one.end && two.end - two.index > one.end - one.index,
          ),
      )
      // "No unregistered sales" are not registered ones: only a denied predicate is its opposite.
      .filter(({ index }) => !NONE.test(text.slice(Math.max(0, index - 4), index)))
      .map((one) =>
        NEGATED.test(text.slice(Math.max(0, one.index - 30), one.index)) ? { ...one, side: other(one.side) } : one,
      )
  );
}

interface PolarityMention {
  readonly group: Group;
  readonly side: Side;
  /** Content words beside it, which the evidence must share. */
  readonly beside: ReadonlySet<string>;
  /** The two content words that follow it at once: "lower interest expenses"; null where a clause ends before. */
  readonly head: readonly string[] | null;
}

const BREAK = new RegExp(`${PAUSE}|\\.(?!\\d)| while | despite | although | but `);
const WINDOW = 60;
const HEAD_REACH = 5;
/** The clause around a place, at most a window each way. */
function around(text: string, start: number, end: number, window = WINDOW): string {
  const before =
    text
      .slice(Math.max(0, start - window), start)
      .split(BREAK)
      .at(-1) ?? '';
  const after = text.slice(end, end + window).split(BREAK)[0] ?? '';
  return `${before} ${after}`;
}

/** The first two content words, where they come within a few words. */
function headOf(after: string): readonly string[] | null {
  const clause = after.split(/[,;:()]|\. | while | despite | although | but | and /)[0] ?? '';
  const head = [...contentOf(clause.trim().split(/\s+/).slice(0, HEAD_REACH).join(' '))].slice(0, 2);
  return head.length === 2 ? head : null;
}

/** The sides of a group that stand right before the two words somewhere in the evidence. */
function sidesBefore(sentence: string, group: Group, head: readonly string[]): readonly Side[] {
  return placesOf(sentence, group).flatMap(({ end, side }) => {
    const words = contentOf(
      sentence
        .slice(end)
        .split(/\s+/)
        .slice(0, HEAD_REACH + 1)
        .join(' '),
    );
    return head.every((word) => words.has(word)) ? [side] : [];
  });
}

function polarityMentions(text: string): readonly PolarityMention[] {
  return GROUPS.flatMap((group) =>
    placesOf(text, group).map(({ index, end, side }) => ({
      group,
      side,
      beside: new Set(contentOf(around(text, index, end))),
      head: headOf(text.slice(end)),
    })),
  );
}

const FEWEST_WORDS = 2;
const SHARED = 0.6;

/** The sides of a group that one sentence of the evidence has beside the words. */
function sidesIn(sentence: string, { group, beside }: PolarityMention): readonly Side[] {
  return placesOf(sentence, group).flatMap(({ index, end, side }) =>
    coverage(beside, contentOf(around(sentence, index, end, 90))) >= SHARED ? [side] : [],
  );
}

interface Sentence {
  readonly sentence: string;
  readonly words: ReadonlySet<string>;
}

/** True where a word or a denial of the claim is contrary to that of a clause of the evidence with the same words. */
export function isOpposed(claim: string, evidence: readonly string[]): boolean {
  const contents = statementsOf(evidence).map((sentence): Sentence => ({ sentence, words: contentOf(sentence) }));
  return polarityMentions(claim).some((said) => isOther(said, contents)) || isDenied(claim, contents);
}

function isOther(said: PolarityMention, contents: readonly Sentence[]): boolean {
  const { head, group, side } = said;
  if (head) {
    const before = new Set(
      contents
        .filter(({ words }) => head.every((word) => words.has(word)))
        .flatMap(({ sentence }) => sidesBefore(sentence, group, head)),
    );
    if (before.size > 0) return before.size === 1 && !before.has(side);
  }
  if (said.beside.size < FEWEST_WORDS) return false;
  const near = contents.filter(({ words }) => coverage(said.beside, words) >= SHARED);
  const sides = new Set(near.flatMap(({ sentence }) => sidesIn(sentence, said)));
  return sides.size === 1 && !sides.has(side);
}

const CLAUSES = new RegExp(
  `${PAUSE}|\\. | while | whereas | despite | although | but | and (?=has|had|is|was|did|does|will|were|are)`,
  'i',
);
const ALIKE = 0.85;
const FEWEST_OF_CLAUSE = 3;

const isNegated = (clause: string): boolean => {
  const count = (clause.replaceAll(NO_DENIAL, ' ').match(NEGATOR) ?? []).length;
  return count % 2 === 1;
};

/** A clause of the claim that the evidence has in nearly the same words, denied in one and not in the other. */
function isDenied(claim: string, contents: readonly Sentence[]): boolean {
  return claim.split(CLAUSES).some((clause) => {
    const words = contentOf(clause);
    if (words.size < FEWEST_OF_CLAUSE) return false;
    const said = isNegated(clause);
    const alike = contents
      .filter((one) => coverage(words, one.words) >= ALIKE)
      .flatMap(({ sentence }) => sentence.split(CLAUSES))
      .filter((part) => coverage(words, contentOf(part)) >= ALIKE);
    return alike.length > 0 && alike.every((part) => isNegated(part) !== said);
  });
}
