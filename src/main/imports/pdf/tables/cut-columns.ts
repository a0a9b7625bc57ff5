/**
 * Which column each cell of a table stands in, by where the cells of its rows of values stand. A row with empty cells
 * keeps its others in their columns, and a head over several columns stands over all of them.
 */

/** A cell to be placed; `from`…`to` is where its number stands, `left` where a currency drawn far before it begins. */
export interface Piece {
  readonly left: number;
  readonly from: number;
  readonly to: number;
  /** `none`: the dash that stands for no value. */
  readonly kind: 'value' | 'none' | 'year' | 'words';
  readonly text: string;
}

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Gap that parts the words of two cells, in sizes of the text. */
const WORDS_GAP = 1.3;
/** Share of a group's cells that a cut between two of its columns may cross. */
const CROSSED = 0.35;
const MOST_CUTS = 80;
/** Columns of codes and labels before the first one of values. */
const MOST_LABELS = 2;

interface Placed<T> {
  readonly piece: T;
  readonly row: number;
}

/**
 * The cells of each row by column, left to right; null where no row holds a value. The cells of a row are in order and
 * do not overlap; `unit` is the size of the text.
 */
export function inColumns<T extends Piece>(rows: readonly (readonly T[])[], unit: number): T[][][] | null {
  const body = rows.map(isBody);
  const placed = rows.flatMap((pieces, row) => (body[row] ? pieces.map((piece) => ({ piece, row })) : []));
  const filled = withDashes(
    components(placed).flatMap((group) => cutApart(group, unit)),
    unit,
  );
  const groups = withNotes(filled, rows);
  if (groups.length < 2) return null;
  const columns = groups.map(extentOf);
  const labels = groups.slice(0, MOST_LABELS).findLastIndex(holdsWords) + 1;
  const places = new Map<T, number>();
  groups.forEach((group, column) => {
    for (const { piece } of group) places.set(piece, column);
  });
  const out = rows.map((): T[][] => []);
  let over = columns;
  // From the bottom: a row of heads that has one for each column says better than the numbers where those above stand.
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const pieces = rows[row] ?? [];
    const isValued = body[row] === true;
    const own = isValued ? pieces.map((piece) => places.get(piece) ?? 0) : headPlaces(pieces, over, labels, unit);
    const cells = columns.map((): T[] => []);
    pieces.forEach((piece, at) => cells[own[at] ?? 0]?.push(piece));
    out[row] = cells;
    over = isValued ? columns : (leaves(cells, over, labels) ?? over);
  }
  return out;
}

/** Where the heads of a row stand that has one over each column of values. */
function leaves(cells: readonly (readonly Piece[])[], columns: readonly Extent[], labels: number): Extent[] | null {
  const heads = cells.map((cell) => cell[0]);
  if (cells.length - labels < 2 || heads.slice(labels).includes(undefined)) return null;
  return columns.map((column, at) => (at < labels ? column : (heads[at] ?? column)));
}

/** A row of values: one that is no year behind something else. `30 | to 30` is what two wrapped heads have of their days. */
const isBody = (pieces: readonly Piece[]): boolean =>
  pieces.slice(1).some(({ kind }) => kind === 'value' || kind === 'none');

const holdsWords = (group: readonly Placed<Piece>[]): boolean =>
  group.filter(({ piece }) => piece.kind === 'words' || piece.kind === 'year').length * 2 > group.length;

const extentOf = (group: readonly Placed<Piece>[]): Extent => ({
  from: Math.min(...group.map(({ piece }) => piece.left)),
  to: Math.max(...group.map(({ piece }) => piece.to)),
});

/** Cells that overlap, directly or by others, left to right. */
function components<T extends Piece>(placed: readonly Placed<T>[]): Placed<T>[][] {
  const groups: Placed<T>[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const one of placed.toSorted((a, b) => a.piece.from - b.piece.from)) {
    const open = groups.at(-1);
    if (open && one.piece.from < reach - 0.5) open.push(one);
    else groups.push([one]);
    reach = Math.max(reach, one.piece.to);
  }
  return groups;
}

/** Columns that a cell across both made one: cut where two cells of one row stand apart and the fewest others cross. */
function cutApart<T extends Piece>(group: Placed<T>[], unit: number): Placed<T>[][] {
  const cut = bestCut(group, unit);
  if (cut === null) return [group];
  const isLeft = ({ piece }: Placed<T>): boolean => (piece.from + piece.to) / 2 < cut;
  const left = group.filter(isLeft);
  const right = group.filter((one) => !isLeft(one));
  return [...cutApart(left, unit), ...cutApart(right, unit)];
}

function bestCut(group: readonly Placed<Piece>[], unit: number): number | null {
  const gaps = gapsWithin(group, unit);
  const tried = new Set(gaps.slice(0, MOST_CUTS).map(({ from, to }) => Math.round(from + to) / 2));
  let best: { readonly at: number; readonly crossed: number; readonly within: number } | null = null;
  for (const at of tried) {
    const crossed = group.filter(({ piece }) => piece.from < at - 0.5 && piece.to > at + 0.5).length;
    const within = gaps.filter(({ from, to }) => from < at && to > at).length;
    if (best === null || crossed < best.crossed || (crossed === best.crossed && within > best.within))
      best = { at, crossed, within };
  }
  return best !== null && best.crossed <= CROSSED * group.length ? best.at : null;
}

const NOTES = /^(?:notes?|ref\.?|附註|附注)$/iu;

/** A column of notes that no row has one in is a column still: its head stands over none of the others. */
function withNotes<T extends Piece>(
  groups: readonly Placed<T>[][],
  rows: readonly (readonly T[])[],
): readonly Placed<T>[][] {
  const extents = groups.map(extentOf);
  for (const [row, pieces] of rows.entries()) {
    const head = pieces.find(({ text }) => NOTES.test(text));
    if (head === undefined) continue;
    if (extents.some(({ from, to }) => head.from < to && head.to > from)) return groups;
    const at = extents.findIndex(({ from }) => from > head.from);
    return at < 1 ? groups : [...groups.slice(0, at), [{ piece: head, row }], ...groups.slice(at)];
  }
  return groups;
}

/** Farthest that the dashes of a column are drawn beside its numbers, in sizes of the text. */
const DASH_GAP = 3;

/** Dashes that stand beside the numbers of their column, and in no row together with one, are of that column. */
function withDashes<T extends Piece>(groups: readonly Placed<T>[][], unit: number): Placed<T>[][] {
  const out: Placed<T>[][] = [];
  for (const group of groups) {
    const last = out.at(-1);
    if (last && isDashed(last, group) && extentOf(group).from - extentOf(last).to <= DASH_GAP * unit)
      last.push(...group);
    else out.push([...group]);
  }
  return out;
}

function isDashed(one: readonly Placed<Piece>[], other: readonly Placed<Piece>[]): boolean {
  const isNone = ({ piece }: Placed<Piece>): boolean => piece.kind === 'none';
  const [dashes, values] = one.every(isNone) ? [one, other] : [other, one];
  if (!dashes.every(isNone) || !values.some(({ piece }) => piece.kind === 'value')) return false;
  const rows = new Set(values.map(({ row }) => row));
  return dashes.every(({ row }) => !rows.has(row));
}

/** Gaps between neighbours of one row that are two cells and no words of one. */
function gapsWithin(group: readonly Placed<Piece>[], unit: number): Extent[] {
  const rows = new Map<number, Piece[]>();
  for (const { piece, row } of group) rows.set(row, [...(rows.get(row) ?? []), piece]);
  return [...rows.values()].flatMap((pieces) => {
    const inOrder = pieces.toSorted((a, b) => a.from - b.from);
    return inOrder.flatMap((piece, at) => {
      const next = inOrder[at + 1];
      if (!next || next.from <= piece.to) return [];
      const apart = piece.kind !== 'words' || next.kind !== 'words' || next.from - piece.to >= WORDS_GAP * unit;
      return apart ? [{ from: piece.to, to: next.from }] : [];
    });
  });
}

/** What a head costs that leaves a column of values without one, in sizes of the text. */
const UNCOVERED = 0.6;

/**
 * The first column of those that each head stands over. Heads keep their order and share no column; of all ways to hand
 * the columns out that one is taken in which heads stand best over the middle of theirs. `labels` is the number of
 * columns before the first one of values.
 */
function headPlaces(heads: readonly Piece[], columns: readonly Extent[], labels: number, unit: number): number[] {
  const first = columns[0];
  const [only, ...others] = heads;
  if (!first || !only) return [];
  const values = columns[Math.max(labels, 1)];
  if (others.length === 0 && (only.from <= first.from + 2.5 * unit || !values || only.to <= values.from)) return [0];
  if (heads.length > columns.length) return heads.map((head) => overlapping(head, columns));
  return handedOut(heads, columns, labels, unit);
}

/** Least cost over all ways to hand out the columns, head by head. */
function handedOut(heads: readonly Piece[], columns: readonly Extent[], labels: number, unit: number): number[] {
  const bare = (column: number): number => (column < labels ? 0 : UNCOVERED * unit);
  // `open[i]`: the least cost of the heads before this one with columns up to i handed out or left bare.
  let open = [0];
  columns.forEach((_, at) => open.push((open[at] ?? 0) + bare(at)));
  const chosen: number[][] = [];
  for (const head of heads) {
    const next = columns.map(() => Number.POSITIVE_INFINITY);
    const starts = columns.map(() => 0);
    columns.forEach((_, from) => {
      for (let to = from; to < columns.length; to += 1) {
        const cost = (open[from] ?? 0) + costOf(head, columns, from, to, labels, unit);
        if (cost >= (next[to] ?? 0)) continue;
        next[to] = cost;
        starts[to] = from;
      }
    });
    chosen.push(starts);
    const after: number[] = [Number.POSITIVE_INFINITY];
    const ends: number[] = [0];
    next.forEach((cost, at) => {
      const left = (after[at] ?? 0) + bare(at);
      after.push(Math.min(cost, left));
      ends.push(cost <= left ? at : (ends[at] ?? 0));
    });
    chosen.push(ends);
    open = after;
  }
  return tracedBack(chosen, columns.length);
}

function tracedBack(chosen: readonly (readonly number[])[], columns: number): number[] {
  const firsts: number[] = [];
  let end = columns;
  for (let at = chosen.length - 1; at > 0; at -= 2) {
    const last = chosen[at]?.[end] ?? 0;
    const start = chosen[at - 1]?.[last] ?? 0;
    firsts.unshift(start);
    end = start;
  }
  return firsts;
}

function costOf(
  head: Piece,
  columns: readonly Extent[],
  from: number,
  to: number,
  labels: number,
  unit: number,
): number {
  const [left, right] = [columns[from], columns[to]];
  if (!left || !right || (from < to && from < labels)) return Number.POSITIVE_INFINITY;
  const middle = Math.abs(head.from + head.to - left.from - right.to) / 2;
  const edges = [Math.abs(head.from - left.from) + (from < to ? unit : 0)];
  if (from === to) edges.push(Math.abs(head.to - right.to));
  const apart = Math.max(0, head.from - right.to, left.from - head.to);
  const beyond = columns.reduce((sum, column, at) => sum + (at >= from && at <= to ? 0 : shared(head, column)), 0);
  return Math.min(middle, ...edges) + 2 * apart + beyond;
}

/** How much of its width a head has over a column. */
const shared = (head: Extent, column: Extent): number =>
  Math.max(0, Math.min(column.to, head.to) - Math.max(column.from, head.from));

function overlapping(head: Piece, columns: readonly Extent[]): number {
  const over = columns.map(({ from, to }) => Math.min(to, head.to) - Math.max(from, head.from));
  return over.indexOf(Math.max(...over));
}
