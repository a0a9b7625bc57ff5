/** Two documents compared: the words of each that the other has not, and the place of one that answers to a place of the other. Pure. */
import { differencesOf } from '../../../../../core/base/differences';
import type { ReaderDocument } from '../../../../../contract/records';

type Compared = Pick<ReaderDocument, 'text' | 'blocks' | 'sections'>;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words that were changed, in each document in its own offsets. */
export interface Differences {
  readonly here: readonly Stretch[];
  readonly there: readonly Stretch[];
  /** Too little stands in both to tell what was changed: nothing is marked. */
  readonly apart: boolean;
  /** What was changed into what, in order; empty at one side where words were added or left out. */
  readonly pairs: readonly { readonly here: Stretch; readonly there: Stretch }[];
}

/** Han text has no spaces: each sign counts as a word. */
const WORD = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu;

/** Share of two texts that may be changed for one to be a version of the other. */
const MOST_CHANGED = 0.85;

/** Blocks are held against each other first, then the words of those that differ. */
export function compared(here: Compared, there: Compared): Differences {
  const mine = blocksOf(here);
  const other = blocksOf(there);
  const found = { here: [] as Stretch[], there: [] as Stretch[], pairs: [] as Differences['pairs'][number][] };
  for (const change of differencesOf(texts(mine), texts(other))) {
    const before = wordsIn(here.text, mine, change.beforeStart, change.beforeEnd);
    const after = wordsIn(there.text, other, change.afterStart, change.afterEnd);
    for (const words of differencesOf(texts(before.words), texts(after.words))) {
      const left = before.words.slice(words.beforeStart, words.beforeEnd);
      const right = after.words.slice(words.afterStart, words.afterEnd);
      found.here.push(...runsOf(left, here.text));
      found.there.push(...runsOf(right, there.text));
      found.pairs.push({
        here: spanOf(left, before.words[words.beforeStart]?.start ?? before.end),
        there: spanOf(right, after.words[words.afterStart]?.start ?? after.end),
      });
    }
  }
  const changed = [...found.here, ...found.there].reduce((sum, { start, end }) => sum + end - start, 0);
  const all = [...mine, ...other].reduce((sum, one) => sum + one.text.length, 0);
  return changed > all * MOST_CHANGED ? { here: [], there: [], pairs: [], apart: true } : { ...found, apart: false };
}

/** From the first to the last of some words; where there are none, the place where they would stand. */
const spanOf = (words: readonly Stretch[], place: number): Stretch => ({
  start: words[0]?.start ?? place,
  end: words.at(-1)?.end ?? place,
});

/** The words of some blocks, and where the blocks end (of none: where they would begin). */
function wordsIn(text: string, blocks: readonly Part[], from: number, to: number) {
  const chosen = blocks.slice(from, to);
  const end = chosen.at(-1)?.end ?? blocks[from]?.start ?? blocks.at(-1)?.end ?? 0;
  return { words: chosen.flatMap((one) => wordsOf(text, one)), end };
}

interface Part extends Stretch {
  readonly text: string;
}

const texts = (parts: readonly Part[]): readonly string[] => parts.map(({ text }) => text);

function blocksOf({ text, blocks }: Compared): readonly Part[] {
  return blocks.map(({ contentStart: start, end }) => ({
    start,
    end,
    text: text.slice(start, end).replaceAll(/\s+/g, ' ').trim(),
  }));
}

const wordsOf = (text: string, { start, end }: Stretch): readonly Part[] =>
  [...text.slice(start, end).matchAll(WORD)].map((word) => ({
    start: start + word.index,
    end: start + word.index + word[0].length,
    text: word[0],
  }));

/** Words that stand side by side in a line are one stretch. */
function runsOf(words: readonly Part[], text: string): readonly Stretch[] {
  const runs: Stretch[] = [];
  for (const { start, end } of words) {
    const last = runs.at(-1);
    if (last && !/\n|\S/.test(text.slice(last.end, start))) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}

/**
 * The offset in `there` that answers to one in `here`: as far into the section of the same heading, else as far into the
 * whole. Repeated headings are told apart by their order.
 */
export function answering(offset: number, here: Compared, there: Compared): number {
  const at = here.sections.findLastIndex((section) => section.start <= offset);
  const section = here.sections[at];
  const other = section && sameHeading(here, there, at);
  if (!section || !other) return Math.round((offset / Math.max(1, here.text.length)) * there.text.length);
  const share = (offset - section.start) / Math.max(1, section.end - section.start);
  return Math.round(other.start + Math.min(1, share) * (other.end - other.start));
}

function sameHeading(here: Compared, there: Compared, at: number) {
  const name = (section: { readonly heading: string }) => section.heading.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const section = here.sections[at];
  if (!section) return undefined;
  const before = here.sections.slice(0, at).filter((one) => name(one) === name(section)).length;
  return there.sections.filter((one) => name(one) === name(section))[before];
}
