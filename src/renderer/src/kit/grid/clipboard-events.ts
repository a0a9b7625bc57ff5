/** Copy, cut and paste of a range, through the window's own clipboard events, which need no permission. */
import { fromClipboard, type Matrix, toClipboard } from './clipboard';
import { planClear, planPaste } from './edits';
import { boundsOf, type CellRange } from './range';
import type { Rows } from './rows';
import type { Selection } from './selection';
import { messageOf, type Writer } from './writer';

export interface ClipboardParts<Row, Set extends object> {
  readonly selection: Selection<Row>;
  readonly rows: Rows<Row>;
  readonly writer: Writer<Row, Set>;
  /** False where no column can be edited: copying only. */
  readonly editable: boolean;
  /** What a cell's text is when copied. */
  readonly textAt: (row: Row, column: number) => string;
  readonly onProblem: (message: string) => void;
  readonly signal: AbortSignal;
}

/** On the document: without a text selection these events go to the body, not to the focused cell. */
export function listenForClipboard<Row, Set extends object>(parts: ClipboardParts<Row, Set>): void {
  const { signal } = parts;
  document.addEventListener('copy', (event) => onCopy(event, parts, false), { signal });
  document.addEventListener('cut', (event) => onCopy(event, parts, true), { signal });
  document.addEventListener('paste', (event) => onPaste(event, parts), { signal });
}

function onCopy<Row, Set extends object>(event: ClipboardEvent, parts: ClipboardParts<Row, Set>, cut: boolean): void {
  const { selection, rows, writer, editable } = parts;
  const { range } = selection;
  if (!range || !selection.holdsFocus()) return;
  event.preventDefault();
  const bounds = boundsOf(range);
  const loaded = rows.loaded(bounds.top, bounds.bottom);
  if (loaded) event.clipboardData?.setData('text/plain', toClipboard(matrixOf(parts, range, loaded)));
  else copyLater(parts, range);
  if (cut && editable) writer.put(planClear(bounds), 'Cut').catch(said(parts));
}

/** Rows that were scrolled out of memory are read first; the clipboard is then written by a second copy event. */
function copyLater<Row, Set extends object>(parts: ClipboardParts<Row, Set>, range: CellRange): void {
  const { top, bottom } = boundsOf(range);
  parts.rows
    .between(top, bottom)
    .then((rows) => writeToClipboard(toClipboard(matrixOf(parts, range, rows))))
    .catch(said(parts));
}

/** Through a copy event of our own, which needs no permission; says whether it was written. */
export function writeToClipboard(text: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', write, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', write, { capture: true });
  return done;
}

function onPaste<Row, Set extends object>(event: ClipboardEvent, parts: ClipboardParts<Row, Set>): void {
  const { selection, writer, editable } = parts;
  const { range } = selection;
  if (!range || !editable || !selection.holdsFocus()) return;
  event.preventDefault();
  const cells = fromClipboard(event.clipboardData?.getData('text/plain') ?? '');
  const placed = planPaste(boundsOf(range), cells, selection.size());
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return;
  writer.put(placed, 'Paste').catch(said(parts));
  selection.set({ anchor: first, head: last });
}

function matrixOf<Row, Set extends object>(
  parts: ClipboardParts<Row, Set>,
  range: CellRange,
  rows: readonly Row[],
): Matrix {
  const { left, right } = boundsOf(range);
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return rows.map((row) => columns.map((column) => parts.textAt(row, column)));
}

const said =
  <Row, Set extends object>({ onProblem }: ClipboardParts<Row, Set>) =>
  (error: unknown) =>
    onProblem(messageOf(error));
