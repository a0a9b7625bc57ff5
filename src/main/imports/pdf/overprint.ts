/** Words drawn twice with a tiny offset to look bold are read once. */
import type { Run } from './printed/model';

/** How far apart two drawings of the same words are, in sizes of the text. */
const APART = 0.12;
/** Runs of the same words that are compared: those of a page drawn last. */
const COMPARED = 8;

export function readOnce(runs: readonly Run[]): readonly Run[] {
  const drawn = new Map<string, Run[]>();
  const kept: Run[] = [];
  for (const run of runs) {
    const known = drawn.get(run.text);
    if (known === undefined) drawn.set(run.text, [run]);
    else if (known.slice(-COMPARED).some((other) => isSamePlace(run, other))) continue;
    else known.push(run);
    kept.push(run);
  }
  return withoutSecondLetters(kept).map(undoubled);
}

/** Overlap that only a letter drawn over itself has, in sizes of the text: the narrowest letters are a fifth wide. */
const OVERLAP = 0.15;

/** Letter by letter: each run begins with the letter that the run before it ends with, on the same place. */
function withoutSecondLetters(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  let before: Run | null = null;
  for (const run of runs) {
    const over = before === null ? 0 : before.x + before.w - run.x;
    const again =
      before !== null &&
      run.x >= before.x &&
      Math.abs(before.base - run.base) < APART * run.size &&
      over > OVERLAP * run.size &&
      over < 1.2 * run.size &&
      before.text.at(-1) === run.text.charAt(0);
    before = run;
    if (!again) kept.push(run);
    else if (run.text.length > 1) kept.push(behindFirst(run, over));
  }
  return kept;
}

function behindFirst(run: Run, by: number): Run {
  const { box } = run;
  const w = Math.max(0, run.w - by);
  const level = box.w >= box.h;
  return {
    ...run,
    text: run.text.slice(1),
    x: run.x + by,
    w,
    box: level ? { ...box, x: box.x + by, w: Math.max(0, box.w - by) } : box,
  };
}

const isSamePlace = (one: Run, other: Run): boolean =>
  Math.abs(one.x - other.x) < APART * one.size &&
  Math.abs(one.base - other.base) < APART * one.size &&
  Math.abs(one.size - other.size) < APART * one.size;

/** `EEBBIITT wwaass`: each letter drawn twice within one run. Short words and numbers alone may truly double theirs. */
function undoubled(run: Run): Run {
  const letters = run.text.replaceAll(/\s/g, '');
  if (letters.length < 8 || letters.length % 2 === 1) return run;
  for (let at = 0; at < letters.length; at += 2) if (letters.charAt(at) !== letters.charAt(at + 1)) return run;
  if (new Set(letters.match(/\p{L}/gu) ?? []).size < 3) return run;
  const text = run.text.replaceAll(/(\S)\1|(\s)\2?/gu, '$1$2');
  return { ...run, text };
}
