/** Two printed pages on one sheet: each half is read by itself. */
import type { PageContent, Segment } from './printed/model';

/** A sheet of two pages is wider than high. */
const WIDE = 1.25;
/** Share of the sheet's width that is empty in its middle. */
const FOLD = 0.02;
const FEWEST = 12;
/** Share of the rows of the right half that begin with words, as rows of a page do and those of a table's columns do not. */
const WORDED = 0.5;

/** The two pages of a sheet, or the page as it is. */
export function pagesOf(segments: readonly Segment[], { width, height }: PageContent): (readonly Segment[])[] {
  if (width < WIDE * height || segments.some(isTurned)) return [segments];
  const [from, to] = [width * (0.5 - FOLD / 2), width * (0.5 + FOLD / 2)];
  if (segments.some(({ x, w }) => x < to && x + w > from)) return [segments];
  const left = segments.filter(({ x }) => x < from);
  const right = segments.filter(({ x }) => x >= from);
  const isSpread = left.length >= FEWEST && right.length >= FEWEST && beginsWithWords(right);
  return isSpread ? [left, right] : [segments];
}

const isTurned = ({ runs: [run] }: Segment): boolean => run !== undefined && Math.abs(run.box.x - run.x) > 1;

function beginsWithWords(segments: readonly Segment[]): boolean {
  const firsts = new Map<number, Segment>();
  for (const segment of segments) {
    const line = Math.round(segment.base);
    const known = firsts.get(line);
    if (!known || segment.x < known.x) firsts.set(line, segment);
  }
  const worded = [...firsts.values()].filter(({ text }) => /\p{L}{3}/u.test(text)).length;
  return worded >= WORDED * firsts.size;
}
