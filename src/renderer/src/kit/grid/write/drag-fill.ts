/** The fill handle: the corner of the selection is dragged over the cells to fill, or clicked twice to fill beside what stands there. */
import { type Bounds, boundsOf, dragged } from '../select/range';
import { cellOf, type Selection } from '../select/selection';
import type { Filler } from './filler';

interface DragFill<Row, Set extends object> {
  readonly selection: Selection<Row>;
  /** Whether the column at an index can be typed into. */
  readonly isEditable: (column: number) => boolean;
  readonly filler: Filler<Row, Set>;
  readonly signal: AbortSignal;
}

/** Side of the square that takes the pointer, in pixels from the corner; a little more than is drawn. */
const GRIP = 10;
const TARGET = 'grid-fill-target';

export function listenForDragFill<Row, Set extends object>(host: HTMLElement, parts: DragFill<Row, Set>): void {
  const { selection, signal } = parts;
  const held = (event: MouseEvent): Bounds | null => {
    const cell = cellOf(event.target);
    const { range } = selection;
    if (!cell?.classList.contains('grid-corner') || !range || selection.isEditing() || event.button !== 0) return null;
    const box = cell.getBoundingClientRect();
    const inGrip = box.right - event.clientX <= GRIP && box.bottom - event.clientY <= GRIP;
    const bounds = boundsOf(range);
    return inGrip && parts.isEditable(bounds.right) ? bounds : null;
  };
  const take = (event: MouseEvent): Bounds | null => {
    const bounds = held(event);
    if (bounds === null) return null;
    event.preventDefault();
    event.stopImmediatePropagation();
    return bounds;
  };
  const capture = { capture: true, signal };
  host.addEventListener(
    'pointerdown',
    (event) => {
      const from = take(event);
      if (from) drag(host, from, parts);
    },
    capture,
  );
  for (const rest of ['mousedown', 'click'] as const) host.addEventListener(rest, take, capture);
  host.addEventListener(
    'dblclick',
    (event) => {
      const from = take(event);
      if (from) parts.filler.seriesBeside(from, selection.size());
    },
    capture,
  );
}

/** Follows the pointer until it is let go; Escape gives up. */
function drag<Row, Set extends object>(
  host: HTMLElement,
  from: Bounds,
  { selection, filler, signal }: DragFill<Row, Set>,
): void {
  const done = new AbortController();
  let to = from;
  const paint = () => paintTarget(host, selection, from, to);
  const stop = () => {
    done.abort();
    to = from;
    paint();
  };
  const options = { signal: AbortSignal.any([done.signal, signal]) };
  const over = (event: PointerEvent) => {
    const under = cellOf(document.elementFromPoint(event.clientX, event.clientY));
    const at = under && host.contains(under) ? selection.placeOf(under) : null;
    if (!at) return;
    to = dragged(from, at);
    paint();
  };
  const up = (event: PointerEvent) => {
    const target = to;
    stop();
    if (target !== from) filler.series(from, target, event.ctrlKey || event.metaKey);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  document.addEventListener('pointermove', over, options);
  document.addEventListener('pointerup', up, options);
  document.addEventListener('keydown', escape, { ...options, capture: true });
}

/** Marks the cells that will be filled. */
function paintTarget<Row>(host: HTMLElement, selection: Selection<Row>, from: Bounds, to: Bounds): void {
  for (const cell of host.querySelectorAll('.ag-cell')) {
    const at = selection.placeOf(cell);
    cell.classList.toggle(TARGET, at !== null && isIn(to, at) && !isIn(from, at));
  }
}

const isIn = (bounds: Bounds, at: { readonly row: number; readonly column: number }): boolean =>
  at.row >= bounds.top && at.row <= bounds.bottom && at.column >= bounds.left && at.column <= bounds.right;
