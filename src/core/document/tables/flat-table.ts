/**
 * Tables that plain text has flattened: a head line and rows whose cells are set apart by single spaces only. Cell
 * boundaries are inferred from the vocabulary of the heads, how many heads there are, and the shapes of the values.
 */
import heads from '../../../../resources/cues/table-heads.json';
import { type Atom, atomsOf } from './atoms';
import type { Span } from '../model';
import { MONTH_OPENING_CAPITAL } from '../../base/months';

export type ColumnKind = 'label' | 'value' | 'rating' | 'text' | 'unknown';

export interface Head extends Span {
  readonly kind: ColumnKind;
}

export interface FlatTable {
  readonly head: readonly Head[];
  readonly rows: readonly (readonly Span[])[];
}

const VOCABULARY: ReadonlyMap<string, ColumnKind> = new Map(
  (['text', 'rating', 'value', 'label'] as const).flatMap((kind) => heads[kind].map((word) => [word, kind] as const)),
);
const PERIOD_HEAD = new RegExp(
  String.raw`^(?:[QH][1-4]|[1-4][QH]\d{2,4}[AEF]?|FY['’]?\d{2,4}[AEF]?|(?:19|20)\d{2}[AEF]?|[QH][1-4][ '’-]?(?:FY)?['’]?\d{2,4}[AEF]?|(?:19|20)\d{2}年?[QH]?[1-4]?|(?:${MONTH_OPENING_CAPITAL})[a-z]*[ -]['’]?\d{2,4})$`,
);
const MAX_HEADS = 9;
const MAX_HEAD_WORDS = 5;
const MAX_ATOMS = 70;
const MIN_ROWS = 2;
/** Words of a row's label. */
const LONGEST_LABEL = 8;
const MOST_DOUBTFUL = 2;
const LONGEST_HEAD_LINE = 120;

/** Kind of the column that a head names, null where it is no known head. */
export function headKind(head: string): ColumnKind | null {
  const plain = head
    .replace(/[*_]/g, '')
    .replace(/\s*[(\uff08][^)\uff09]*[)\uff09]\s*$/, '')
    .trim();
  return VOCABULARY.get(plain.toLowerCase()) ?? (PERIOD_HEAD.test(plain) ? 'value' : null);
}

/** The line so many lines below the head, null where the table has to end. */
export type LineAt = (row: number) => Span | null;

/** The table whose head line can be cut in these ways and whose rows follow, or null. Reads as many rows as fit. */
export function readFlatTable(text: string, splits: readonly Head[][], lineAt: LineAt): FlatTable | null {
  let best: { table: FlatTable; score: number } | null = null;
  for (const head of splits) {
    const read = readRows(text, head, lineAt);
    if (read && (best === null || read.score > best.score)) best = read;
  }
  return best?.table ?? null;
}

/** Ways to cut the head line: known heads stay whole, unknown words between them stand alone or together. */
export function headSplits(text: string, line: Span): Head[][] {
  if (line.end - line.start > LONGEST_HEAD_LINE) return [];
  if (/[.!?。\uff01\uff1f:\uff1a;\uff1b,\uff0c]$/.test(text.slice(line.start, line.end))) return [];
  const words = atomsOfWords(text, line);
  if (words.length < 2 || words.length > MAX_HEADS * 2) return [];
  const pieces: { span: Span; kind: ColumnKind | null }[] = [];
  let at = 0;
  while (at < words.length) {
    const known = knownHead(text, words, at);
    pieces.push(known ?? { span: words[at] ?? line, kind: null });
    at += known?.words ?? 1;
  }
  const knownPieces = pieces.filter((piece) => piece.kind !== null);
  if (knownPieces.length < 2 || knownPieces.length * 2 < pieces.length) return [];
  const apart = pieces.map(({ span, kind }) => ({ ...span, kind: kind ?? ('unknown' as const) }));
  const together = mergeUnknown(pieces);
  const splits = together.length === apart.length ? [apart] : [apart, together];
  return splits
    .filter((split) => split.length >= 2 && split.length <= MAX_HEADS)
    .map((split) => split.map((head, column) => (column === 0 ? { ...head, kind: 'label' as const } : head)));
}

function mergeUnknown(pieces: readonly { span: Span; kind: ColumnKind | null }[]): Head[] {
  const merged: Head[] = [];
  for (const { span, kind } of pieces) {
    const last = merged.at(-1);
    if (kind === null && last?.kind === 'unknown') merged[merged.length - 1] = { ...last, end: span.end };
    else merged.push({ ...span, kind: kind ?? 'unknown' });
  }
  return merged;
}

/** Words of the head line; a bracket stays with the word before it. */
function atomsOfWords(text: string, line: Span): Span[] {
  const words: { start: number; end: number }[] = [];
  const pattern = /[(\uff08][^)\uff09\n]{0,40}[)\uff09]|[^\s(\uff08]+|[(\uff08]/g;
  const quote = text.slice(line.start, line.end);
  for (const found of quote.matchAll(pattern)) {
    const start = line.start + found.index;
    const end = start + found[0].length;
    const last = words.at(-1);
    if (last && /^[(\uff08]/.test(found[0])) last.end = end;
    else words.push({ start, end });
  }
  return words;
}

function knownHead(text: string, words: readonly Span[], at: number) {
  for (let length = Math.min(MAX_HEAD_WORDS, words.length - at); length >= 1; length -= 1) {
    const start = words[at]?.start ?? 0;
    const end = words[at + length - 1]?.end ?? start;
    const kind = headKind(text.slice(start, end));
    if (kind !== null) return { span: { start, end }, kind, words: length };
  }
  return null;
}

/** Rows as long as they fit; lines after the last that fits well are prose again, however they could be cut. */
function readRows(text: string, head: readonly Head[], lineAt: LineAt) {
  const rows: { cells: Span[]; score: number; clean: boolean }[] = [];
  let doubtful = 0;
  for (let line = lineAt(0); line !== null; line = lineAt(rows.length)) {
    const row = headSplits(text, line).length > 0 ? null : splitRow(text, line, head);
    if (row === null) break;
    rows.push(row);
    doubtful = row.clean ? 0 : doubtful + 1;
    if (doubtful > MOST_DOUBTFUL) break;
  }
  while (rows.length > 0 && !rows.at(-1)?.clean) rows.pop();
  const clean = rows.filter((row) => row.clean).length;
  if (rows.length < MIN_ROWS || clean * 2 < rows.length) return null;
  const score = rows.reduce((sum, row) => sum + row.score, 0);
  return { table: { head, rows: rows.map((row) => row.cells) }, score: score / rows.length };
}

/** Cuts a row into as many cells as there are heads, by dynamic programming over its atoms; null where it cannot be one. */
function splitRow(text: string, line: Span, head: readonly Head[]) {
  const atoms = atomsOf(text, line.start, line.end);
  const columns = head.length;
  if (atoms.length < columns || atoms.length > MAX_ATOMS) return null;
  const best: number[][] = [];
  const from: number[][] = [];
  for (let column = 0; column < columns; column += 1) {
    best.push(Array.from({ length: atoms.length + 1 }, () => Number.NEGATIVE_INFINITY));
    from.push(Array.from({ length: atoms.length + 1 }, () => 0));
    for (let to = column + 1; to <= atoms.length - (columns - 1 - column); to += 1) {
      for (let start = column; start < to; start += 1) {
        if (column === 0 && start > 0) break;
        const before = column === 0 ? 0 : (best[column - 1]?.[start] ?? Number.NEGATIVE_INFINITY);
        const value =
          before +
          cutScore(atoms, start) +
          cellScore(head[column]?.kind ?? 'unknown', atoms, start, to, column === columns - 1);
        if (value > (best[column]?.[to] ?? Number.NEGATIVE_INFINITY)) {
          (best[column] ?? [])[to] = value;
          (from[column] ?? [])[to] = start;
        }
      }
    }
  }
  const cells: Span[] = [];
  let to = atoms.length;
  for (let column = columns - 1; column >= 0; column -= 1) {
    const start = from[column]?.[to] ?? 0;
    cells.unshift({ start: atoms[start]?.start ?? line.start, end: atoms[to - 1]?.end ?? line.end });
    to = start;
  }
  const score = best[columns - 1]?.[atoms.length] ?? Number.NEGATIVE_INFINITY;
  if (score < -3) return null;
  return { cells, score, clean: score >= columns - 1 && isClean(text, head, cells) };
}

/** The label is no sentence, and columns that hold values or ratings hold them, all but one. */
function isClean(text: string, head: readonly Head[], cells: readonly Span[]): boolean {
  const quotes = cells.map((cell) => text.slice(cell.start, cell.end));
  const label = quotes[0] ?? '';
  if (/[:\uff1a;,.]$|[:\uff1a;]\s/.test(label) || label.split(/\s+/).length > LONGEST_LABEL) return false;
  const held = head.map(({ kind }, column) => {
    if (kind !== 'value' && kind !== 'rating') return null;
    const atoms = atomsOf(quotes[column] ?? '', 0, (quotes[column] ?? '').length);
    const values = atoms.filter((atom) => atom.kind === 'value' || atom.kind === 'dash').length;
    const words = atoms.filter((atom) => atom.kind === 'word').length;
    return (values === 1 && words <= 2) || (words === 0 && atoms.every((atom) => atom.kind === 'rating'));
  });
  const asked = held.filter((fits) => fits !== null);
  const missed = asked.filter((fits) => !fits).length;
  return asked.length === 0 ? !/[.。]$/.test(quotes.at(-1) ?? '') : missed === 0 || (missed === 1 && asked.length > 1);
}

/** How well the line can be cut before atom `at`. */
function cutScore(atoms: readonly Atom[], at: number): number {
  const before = atoms[at - 1];
  const after = atoms[at];
  if (before === undefined || after === undefined) return 0;
  if (before.binds || after.binds) return -3;
  if (before.kind === 'basis') return -2;
  if (before.kind === 'value' || before.kind === 'dash' || after.kind === 'value' || after.kind === 'dash') return 0.5;
  return after.opens ? 0 : -2;
}

/** How well atoms `from`..`to` fill a column of that kind. */
function cellScore(kind: ColumnKind, atoms: readonly Atom[], from: number, to: number, last: boolean): number {
  const cell = atoms.slice(from, to);
  const values = cell.filter((atom) => atom.kind === 'value' || atom.kind === 'dash').length;
  const words = cell.filter((atom) => atom.kind === 'word' || atom.kind === 'rating').length;
  const rated = cell.every((atom) => atom.kind === 'rating');
  const scores: Readonly<Record<ColumnKind, () => number>> = {
    label: () => (values === 0 ? 1 : -3 * values) - 0.2 * Math.max(0, words - 5),
    value: () => {
      if (values === 1) return 3 - words;
      return values > 1 ? -2.5 * (values - 1) : rated ? 0.5 : -1 - (last ? 0 : 0.3 * words);
    },
    rating: () => (rated || (values === 1 && words === 0) ? 3 : -1 - 0.3 * cell.length),
    text: () => (words > 0 ? 1.5 : 0) - (last ? 0 : 0.05 * cell.length),
    unknown: () => {
      if (values === 1) return 2 - words;
      return values > 1 ? -2 * (values - 1) : rated ? 1 : 0.2;
    },
  };
  return scores[kind]();
}
