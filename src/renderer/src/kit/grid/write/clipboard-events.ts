/** Copy, cut and paste of a range, through the window's own clipboard events, which need no permission. */
import { fromClipboard, type Matrix, toClipboard } from '../clipboard/clipboard';
import { fromHtml, toHtml } from '../clipboard/clipboard-html';
import { type CellReading, overhang, planClear, planPaste } from '../data/edits';
import { boundsOf, type CellRange } from '../select/range';
import type { Rows } from '../data/rows';
import type { Selection } from '../select/selection';
import { messageOf, type Writer } from './writer';

export interface ClipboardParts<Row, Set extends object> {
  readonly selection: Selection<Row>;
  readonly rows: Rows<Row>;
  readonly writer: Writer<Row, Set>;
  /** False where no column can be edited: copying only. */
  readonly editable: boolean;
  /** What a cell's text is when copied. */
  readonly textAt: (row: Row, column: number) => string;
  /** The id of the column shown at an index. */
  readonly columnAt: (index: number) => string | undefined;
  readonly readNew: ((texts: ReadonlyMap<string, string>) => CellReading<Set>) | undefined;
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
  if (loaded) {
    const cells = matrixOf(parts, range, loaded);
    event.clipboardData?.setData('text/plain', toClipboard(cells));
    event.clipboardData?.setData('text/html', toHtml(cells));
  } else copyLater(parts, range);
  if (cut && editable) writer.put(planClear(bounds), 'Cut').catch(said(parts));
}

/** Rows that were scrolled out of memory are read first; the clipboard is then written by a second copy event. */
function copyLater<Row, Set extends object>(parts: ClipboardParts<Row, Set>, range: CellRange): void {
  const { top, bottom } = boundsOf(range);
  parts.rows
    .between(top, bottom)
    .then((rows) => {
      const cells = matrixOf(parts, range, rows);
      return writeToClipboard(toClipboard(cells), toHtml(cells));
    })
    .catch(said(parts));
}

/** Through a copy event of our own, which needs no permission; says whether it was written. */
export function writeToClipboard(text: string, html?: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
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
  const cells = pasted(event.clipboardData);
  const bounds = boundsOf(range);
  const placed = planPaste(bounds, cells, selection.size());
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return;
  const left = overhang(bounds, cells, selection.size());
  const { create, wrong } = newRows(parts, left.rows, bounds.left);
  writer.put(placed, 'Paste', create).catch(said(parts));
  const lost = leftOut(left.rows.length - create.length, left.columns, wrong);
  if (lost !== null) parts.onProblem(lost);
  selection.set({ anchor: first, head: last });
}

/** The table that was copied: as text, or as HTML where the text has lost its columns. */
function pasted(data: DataTransfer | null): Matrix {
  const cells = fromClipboard(data?.getData('text/plain') ?? '');
  if (cells.some((row) => row.length > 1)) return cells;
  const table = fromHtml(data?.getData('text/html') ?? '');
  return table !== null && table.some((row) => row.length > 1) ? table : cells;
}

/** Lines below the last row as new rows, as far as they can be read as such. */
function newRows<Row, Set extends object>(
  { readNew, columnAt }: ClipboardParts<Row, Set>,
  lines: Matrix,
  left: number,
): { readonly create: readonly Set[]; readonly wrong: string | null } {
  const create: Set[] = [];
  let wrong: string | null = null;
  for (const line of readNew ? lines : []) {
    const texts = line.flatMap((text, at): [string, string][] => {
      const column = columnAt(left + at);
      return column === undefined ? [] : [[column, text.trim()]];
    });
    const reading = readNew?.(new Map(texts));
    if (reading?.ok) create.push(reading.set);
    else wrong ??= reading?.message ?? null;
  }
  return { create, wrong };
}

/** What of the clipboard found no place, in a sentence; null where all did. */
export function leftOut(rows: number, columns: number, reason: string | null): string | null {
  const lines = rows === 1 ? 'One line stood' : `${rows} lines stood`;
  const below =
    rows === 0
      ? ''
      : `${lines} below the last row and ${rows === 1 ? 'was' : 'were'} not pasted${reason === null ? '' : ` (${reason})`}.`;
  const of = columns === 1 ? 'One column' : `${columns} columns`;
  const right =
    columns <= 0
      ? ''
      : `${of} of the clipboard stood right of the last one and ${columns === 1 ? 'was' : 'were'} not pasted.`;
  return [below, right].filter(Boolean).join(' ') || null;
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
