/**
 * Cells that stand closer than cells usually do: a gap hardly wider than a word's parts a row where the rows around it
 * have a column beginning or ending at the same place.
 */
import type { Row, Segment } from './printed/model';
import { rowOf, segmentOf } from './printed/rows';

/** Rows above and below that are looked at. */
const REACH = 6;
/** Gap that may part cells, in sizes of the text. */
const NARROW = 0.55;
/** Points by which edges of one column differ. */
const NEAR = 1.2;
const LONGEST = 40;
/** Rows that must agree on an edge, one alone may be chance; more where nothing but a narrow gap parts their values. */
const FEWEST = 2;
const FEWEST_NARROW = 3;
const VALUE = /^[(\-–—−~$€£¥\s]*\d[\d.,\s]*[%)x]{0,2}$/;

interface Edges {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

export function partedAtColumns(rows: readonly Row[]): Row[] {
  return rows.map((row, at) => {
    const pieces = row.segments.map(piecesOf);
    // Most lines are prose, in one piece.
    const edges = pieces.some((some) => some.length > 1) ? edgesAround(rows, at) : null;
    if (edges === null) return row;
    const segments = row.segments.flatMap((segment, index) => parted(segment, pieces[index] ?? [], edges));
    return segments.length === row.segments.length ? row : rowOf(segments);
  });
}

/** Edges of the columns beside labels, of the rows with several cells around a row. */
function edgesAround(rows: readonly Row[], at: number): Edges | null {
  const own = rows[at];
  if (!own) return null;
  const around = rows
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .filter(
      (row) =>
        row.page === own.page &&
        Math.abs(row.size - own.size) <= 0.2 * own.size &&
        Math.abs(row.base - own.base) <= 2.5 * REACH * own.size,
    );
  const cells = around.filter((row) => row !== own).flatMap((row) => row.segments.slice(1));
  const numbers = around.flatMap(valuesOf);
  if (cells.length < FEWEST && numbers.length < FEWEST_NARROW) return null;
  const left = ({ x }: Segment): number => x;
  const right = ({ x, w }: Segment): number => x + w;
  return {
    lefts: [...shared(cells.map(left), FEWEST), ...shared(numbers.map(left), FEWEST_NARROW)],
    rights: [...shared(cells.map(right), FEWEST), ...shared(numbers.map(right), FEWEST_NARROW)],
  };
}

/** Numbers of a row that a gap parts from what stands before them; each row is asked by all around it. */
function valuesOf(row: Row): readonly Segment[] {
  const known = values.get(row);
  if (known) return known;
  const found = row.segments.flatMap((segment, at) =>
    piecesOf(segment).filter((piece, index) => at + index > 0 && VALUE.test(piece.text)),
  );
  values.set(row, found);
  return found;
}

const values = new WeakMap<Row, readonly Segment[]>();

/** Places that `fewest` cells share, in order. */
function shared(places: readonly number[], fewest: number): readonly number[] {
  const inOrder = [...places].sort((a, b) => a - b);
  return inOrder.filter((place, index) => {
    const more = inOrder.slice(Math.max(0, index - fewest), index + fewest + 1);
    return more.filter((other) => Math.abs(other - place) <= NEAR).length >= fewest;
  });
}

function parted(segment: Segment, pieces: readonly Segment[], { lefts, rights }: Edges): readonly Segment[] {
  if (pieces.length < 2) return [segment];
  const kept: Segment[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    const isCell = piece.text.length <= LONGEST && (has(lefts, piece.x) || has(rights, piece.x + piece.w));
    if (last && !isCell) kept[kept.length - 1] = segmentOf([...last.runs, ...piece.runs]);
    else kept.push(piece);
  }
  return kept;
}

const has = (places: readonly number[], place: number): boolean => places.some((one) => Math.abs(one - place) <= NEAR);

/** What stands between gaps wider than a space, left to right. */
function piecesOf(segment: Segment): readonly Segment[] {
  const { runs, size } = segment;
  if (runs.length < 2) return [segment];
  const pieces: Segment['runs'][number][][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const open = pieces.at(-1);
    // Right-to-left text runs back: it is left as it is.
    if (open && run.x < right - size) return [];
    if (open && run.x - right < NARROW * size) open.push(run);
    else pieces.push([run]);
    right = Math.max(right, run.x + run.w);
  }
  return pieces.length === 1 ? [segment] : pieces.map(segmentOf);
}
