/**
 * A rectangular selection of cells, as a spreadsheet has one: pure positions, because the grid library of this product
 * knows focus but no ranges. Rows and columns count from 0 in the order they are shown.
 */

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** `anchor` is the active cell and stays put while `head` is moved by Shift+arrows or by dragging. */
export interface CellRange {
  readonly anchor: CellAt;
  readonly head: CellAt;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Inclusive on all sides. */
export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Step = 'up' | 'down' | 'left' | 'right';

/** Where Home and End lead: along the row, or with Ctrl to the first or last cell of all. */
export type Corner = 'row-start' | 'row-end' | 'first' | 'last';

export const single = (cell: CellAt): CellRange => ({ anchor: cell, head: cell });

export function boundsOf(range: CellRange): Bounds {
  return {
    top: Math.min(range.anchor.row, range.head.row),
    bottom: Math.max(range.anchor.row, range.head.row),
    left: Math.min(range.anchor.column, range.head.column),
    right: Math.max(range.anchor.column, range.head.column),
  };
}

/** The first (0) or last (1) cell of a selection. */
export const corner = ({ top, bottom, left, right }: Bounds, which: 0 | 1): CellAt =>
  which === 0 ? { row: top, column: left } : { row: bottom, column: right };

export function sizeOf(range: CellRange): Size {
  const { top, bottom, left, right } = boundsOf(range);
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

export const isSingle = (range: CellRange): boolean =>
  range.anchor.row === range.head.row && range.anchor.column === range.head.column;

export function contains(range: CellRange, cell: CellAt): boolean {
  const { top, bottom, left, right } = boundsOf(range);
  return cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
}

const between = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

export function clampCell(cell: CellAt, size: Size): CellAt {
  return { row: between(cell.row, size.rows), column: between(cell.column, size.columns) };
}

/** The range with its head at `head`; the anchor stays. */
export const extendTo = (range: CellRange, head: CellAt): CellRange => ({ anchor: range.anchor, head });

/** The range with its head moved one step, or with `toEdge` to the last cell that way; never leaves the grid. */
export function extendBy(range: CellRange, step: Step, size: Size, toEdge: boolean): CellRange {
  const { row, column } = range.head;
  const far = { up: 0, down: size.rows - 1, left: 0, right: size.columns - 1 };
  const moved = {
    up: { row: toEdge ? far.up : row - 1, column },
    down: { row: toEdge ? far.down : row + 1, column },
    left: { row, column: toEdge ? far.left : column - 1 },
    right: { row, column: toEdge ? far.right : column + 1 },
  }[step];
  return extendTo(range, clampCell(moved, size));
}

export function cornerOf(cell: CellAt, corner: Corner, size: Size): CellAt {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (corner) {
    case 'row-start':
      return { row: cell.row, column: 0 };
    case 'row-end':
      return { row: cell.row, column: last.column };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return last;
  }
}

/** The whole rows or columns that a range touches. */
export function lines(range: CellRange, whole: 'row' | 'column', size: Size): CellRange {
  const { anchor, head } = range;
  if (whole === 'row') {
    return { anchor: { row: anchor.row, column: 0 }, head: { row: head.row, column: size.columns - 1 } };
  }
  return { anchor: { row: 0, column: anchor.column }, head: { row: size.rows - 1, column: head.column } };
}

/** Every cell. */
export function everything(size: Size): CellRange {
  return { anchor: { row: 0, column: 0 }, head: { row: size.rows - 1, column: size.columns - 1 } };
}

/** Which sides of the selection's outline a cell carries; null outside the selection. */
export function edgesOf(range: CellRange, cell: CellAt): readonly Step[] | null {
  if (!contains(range, cell)) return null;
  const { top, bottom, left, right } = boundsOf(range);
  const edges: Step[] = [];
  if (cell.row === top) edges.push('up');
  if (cell.row === bottom) edges.push('down');
  if (cell.column === left) edges.push('left');
  if (cell.column === right) edges.push('right');
  return edges;
}

/** Which way a drag of the fill handle goes: to the side on which it has left the selection farthest, one line at least. */
export function dragged(from: Bounds, to: CellAt): Bounds {
  const down = to.row > from.bottom ? to.row - from.bottom : Math.min(0, to.row - from.top);
  const across = to.column > from.right ? to.column - from.right : Math.min(0, to.column - from.left);
  if (down === 0 && across === 0) return from;
  if (Math.abs(down) >= Math.abs(across)) {
    return down > 0 ? { ...from, bottom: to.row } : { ...from, top: to.row };
  }
  return across > 0 ? { ...from, right: to.column } : { ...from, left: to.column };
}
