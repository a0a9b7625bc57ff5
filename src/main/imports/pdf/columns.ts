/**
 * Reading order: a region is cut at a gutter where prose stands on both sides, column by column; what runs across the
 * gutter parts the bands above and below. Cells of a table have no prose on both sides and stay rows; two tables beside
 * each other are parted.
 */
import type { Segment } from './printed/model';
import { areTables } from './tables/side-by-side';

const FEWEST_LINES = 3;
const FEWEST_LETTERS = 16;
const FILL = 0.65;
const DEEPEST = 4;

/** Regions in reading order; the segments of each are to be read row by row. */
export function regionsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  if (depth >= DEEPEST || segments.length < 2 * FEWEST_LINES) return [[...segments]];
  const gutter = bestGutter(segments);
  if (gutter === null) return [[...segments]];
  const regions: Segment[][] = [];
  // Bands that are not parted belong together: a table is not cut where one of its rows crosses the gutter.
  let whole: Segment[] = [];
  const close = (): void => {
    if (whole.length > 0) regions.push(whole);
    whole = [];
  };
  for (const band of bandsAt(segments, gutter)) {
    const { left, right, across } = band;
    if (!isParted(band)) {
      whole.push(...across, ...left, ...right);
      continue;
    }
    close();
    regions.push(...regionsOf(left, depth + 1), ...regionsOf(right, depth + 1));
  }
  close();
  return regions;
}

interface Band {
  readonly left: Segment[];
  readonly right: Segment[];
  readonly across: Segment[];
}

function bestGutter(segments: readonly Segment[]): number | null {
  const from = Math.min(...segments.map((segment) => segment.x));
  const to = Math.max(...segments.map((segment) => segment.x + segment.w));
  let best: { readonly at: number; readonly score: number } | null = null;
  // Left edges are where a right-hand column can begin: no other place needs trying.
  const edges = new Set(segments.map((segment) => Math.round(segment.x) - 3));
  for (const at of [...edges].sort((a, b) => a - b).slice(0, 200)) {
    if (at < from + 0.15 * (to - from) || at > to - 0.15 * (to - from)) continue;
    const parted = bandsAt(segments, at).filter(isParted);
    const score = parted.reduce((sum, band) => sum + band.left.length + band.right.length, 0);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  return best?.at ?? null;
}

/** Bands between segments that cross the gutter; what crosses makes bands of its own. */
function bandsAt(segments: readonly Segment[], at: number): Band[] {
  const bands: Band[] = [];
  const open = (across: boolean): Band => {
    const last = bands.at(-1);
    if (last && last.across.length > 0 === across) return last;
    const fresh: Band = { left: [], right: [], across: [] };
    bands.push(fresh);
    return fresh;
  };
  for (const segment of [...segments].sort((a, b) => a.base - b.base)) {
    const right = segment.x + segment.w;
    if (segment.x < at && right > at) open(true).across.push(segment);
    else if (right <= at) open(false).left.push(segment);
    else open(false).right.push(segment);
  }
  return bands;
}

const isParted = ({ left, right }: Band): boolean =>
  (isProse(left) && isProse(right)) || isBeside(left, right) || isBeside(right, left) || areTables(left, right);

/** Lines and letters of prose that a narrow column may stand beside. */
const RUNNING_LINES = 5;
const RUNNING_LETTERS = 30;
const RUNNING = 0.4;
const NARROW = 0.5;
const WORDED = 0.4;

/**
 * A narrow column of facts beside prose: the prose runs on from line to line, which labels of a table never do, and the
 * column has words of its own, which a column of values has not.
 */
function isBeside(prose: readonly Segment[], column: readonly Segment[]): boolean {
  if (prose.length < RUNNING_LINES || column.length < FEWEST_LINES || !isProse(prose)) return false;
  const letters = prose.reduce((sum, { text }) => sum + text.length, 0) / prose.length;
  const running = prose.filter(({ text }) => /^\s*\p{Ll}/u.test(text)).length;
  const wide = Math.max(...prose.map(({ w }) => w));
  const narrow = column.every(({ w }) => w <= NARROW * wide);
  const worded = column.filter(({ text }) => /\p{L}{2}/u.test(text)).length;
  return narrow && letters >= RUNNING_LETTERS && running >= RUNNING * prose.length && worded >= WORDED * column.length;
}

function isProse(side: readonly Segment[]): boolean {
  if (side.length < FEWEST_LINES) return false;
  const letters = side.reduce((sum, segment) => sum + segment.text.length, 0) / side.length;
  const numbers = side.filter((segment) => !/\p{L}{2}/u.test(segment.text)).length;
  const widths = side.map((segment) => segment.w).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  const wide = /[\u3400-\u9fff]/.test(side[0]?.text ?? '');
  return (
    letters >= (wide ? FEWEST_LETTERS / 2 : FEWEST_LETTERS) &&
    numbers < 0.2 * side.length &&
    median >= FILL * (widths.at(-1) ?? 0)
  );
}
