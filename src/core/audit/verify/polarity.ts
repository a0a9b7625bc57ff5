/**
 * Whether a claim says the opposite of the evidence: "lower interest expense" where the evidence, of the same words,
 * has "increase of interest expense". Only sentences that share the words around it are asked.
 */
import antonyms from '../../../../resources/lexicon/antonyms.en.json';
import { contentOf, coverage } from './words';

type Side = 0 | 1;

interface Group {
  readonly sides: readonly [RegExp, RegExp];
}

const anyOf = (entries: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z-])(?:${entries.map((entry) => entry.replaceAll(' ', '\\s+')).join('|')})[a-z]*`, 'gi');

const GROUPS: readonly Group[] = antonyms.pairs.flatMap(([a, b]) =>
  a && b ? [{ sides: [anyOf(a), anyOf(b)] as const }] : [],
);

interface Said {
  readonly group: Group;
  readonly side: Side;
  /** Content words beside it, which the evidence must share. */
  readonly beside: ReadonlySet<string>;
  /** The two content words that follow it at once: "lower interest expenses"; null where a clause ends before. */
  readonly head: readonly string[] | null;
}

const WINDOW = 60;
const HEAD_REACH = 5;
/** The clause around a place, at most a window each way. */
function around(text: string, start: number, end: number, window = WINDOW): string {
  const before =
    text
      .slice(Math.max(0, start - window), start)
      .split(/[,;.:]| while | despite | although | but /)
      .at(-1) ?? '';
  const after = text.slice(end, end + window).split(/[,;.:]| while | despite | although | but /)[0] ?? '';
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
  return ([0, 1] as const).filter((side) =>
    [...sentence.matchAll(group.sides[side])].some((match) => {
      const words = contentOf(
        sentence
          .slice(match.index + match[0].length)
          .split(/\s+/)
          .slice(0, HEAD_REACH + 1)
          .join(' '),
      );
      return head.every((word) => words.has(word));
    }),
  );
}

function saidIn(text: string): readonly Said[] {
  return GROUPS.flatMap((group) =>
    ([0, 1] as const).flatMap((side) =>
      [...text.matchAll(group.sides[side])].map((match) => {
        const words = new Set(contentOf(around(text, match.index, match.index + match[0].length)));
        return { group, side, beside: words, head: headOf(text.slice(match.index + match[0].length)) };
      }),
    ),
  );
}

const SENTENCE = /(?<=[.;])\s+|\n+/;
const FEWEST_WORDS = 2;
const SHARED = 0.6;

/** The sides of a group that one sentence of the evidence has beside the words. */
function sidesIn(sentence: string, { group, beside }: Said): readonly Side[] {
  return ([0, 1] as const).filter((side) =>
    [...sentence.matchAll(group.sides[side])].some(
      (match) =>
        coverage(beside, contentOf(around(sentence, match.index, match.index + match[0].length, 90))) >= SHARED,
    ),
  );
}

export function isOpposed(claim: string, evidence: readonly string[]): boolean {
  const sentences = evidence.flatMap((text) => text.split(SENTENCE)).filter((sentence) => sentence.length > 20);
  const contents = sentences.map((sentence) => ({ sentence, words: contentOf(sentence) }));
  return saidIn(claim).some((said) => {
    const { head, group, side } = said;
    if (head) {
      const before = new Set(contents.flatMap(({ sentence }) => sidesBefore(sentence, group, head)));
      if (before.size > 0) return before.size === 1 && !before.has(side);
    }
    if (said.beside.size < FEWEST_WORDS) return false;
    const near = contents.filter(({ words }) => coverage(said.beside, words) >= SHARED);
    const sides = new Set(near.flatMap(({ sentence }) => sidesIn(sentence, said)));
    return sides.size === 1 && !sides.has(said.side);
  });
}
