/** Rows of one region to blocks: headings by size and weight, paragraphs by their gaps, items, notes and tables. */
import type { Block, Row } from './printed/model';
import { tableEnd, tableRows } from './tables/table';

export interface Style {
  /** Size of most of the text. */
  readonly body: number;
  /** Sizes of headings, largest first; their place is their level. */
  readonly sizes: readonly number[];
  /** Bookmarks' titles, plain, with their depth from 1. */
  readonly outline: ReadonlyMap<string, number>;
}

const BULLET = /^[•●▪■◦‣∙·–—*-]\s+\S/;
const BULLET_ALONE = /^[•●▪■◦‣∙·]/;
const NUMBERED = /^(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S/;
const LONGEST_HEADING = 160;

export const plainTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u2060\u00ad]+/g, '')
    .toLowerCase();

export function blocksOf(rows: readonly Row[], style: Style): Block[] {
  const blocks: Block[] = [];
  const left = Math.min(...rows.map((row) => row.x));
  const right = Math.max(...rows.map((row) => row.x + row.w));
  let at = 0;
  while (at < rows.length) {
    const end = tableEnd(rows, at);
    if (end > at) {
      const printed = rows.slice(at, end);
      blocks.push({ kind: 'table', rows: tableRows(printed), printed });
      at = end;
      continue;
    }
    const row = rows[at];
    if (row) pushRow(row, rows[at - 1] ?? null, blocks, style, { left, right });
    at += 1;
  }
  return blocks;
}

function pushRow(
  row: Row,
  above: Row | null,
  blocks: Block[],
  style: Style,
  edge: { left: number; right: number },
): void {
  const level = headingLevel(row, style);
  const open = blocks.at(-1);
  if (level !== null) {
    const more =
      open?.kind === 'heading' &&
      open.level === level &&
      above &&
      row.base - above.base < 1.6 * row.size &&
      !style.outline.has(plainTitle(row.text));
    if (more) blocks[blocks.length - 1] = { ...open, rows: [...open.rows, row] };
    else blocks.push({ kind: 'heading', level, rows: [row] });
    return;
  }
  const note = noteLabel(row, style);
  if (note !== null) {
    blocks.push({ kind: 'note', label: note, rows: [row] });
    return;
  }
  const text = row.text.trimStart();
  if (BULLET.test(text) || BULLET_ALONE.test(text)) {
    blocks.push({ kind: 'item', ordered: false, bare: false, depth: 0, rows: [row] });
    return;
  }
  if (NUMBERED.test(text) && (!open || open.kind === 'item' || !above || startsAnew(row, above, edge))) {
    blocks.push({ kind: 'item', ordered: true, bare: false, depth: 0, rows: [row] });
    return;
  }
  const goesOn = open && above && open.kind !== 'heading' && open.kind !== 'table' && !startsAnew(row, above, edge);
  if (goesOn) blocks[blocks.length - 1] = { ...open, rows: [...open.rows, row] };
  else blocks.push({ kind: 'paragraph', rows: [row] });
}

function startsAnew(row: Row, above: Row, edge: { left: number; right: number }): boolean {
  const step = row.base - above.base;
  if (row.page !== above.page || step < 0) return true;
  if (step > 1.75 * Math.max(row.size, above.size)) return true;
  if (Math.abs(row.size - above.size) > 0.12 * above.size) return true;
  const indented = row.x > above.x + 0.9 * row.size && row.x < above.x + 4 * row.size;
  const ended = /[.!?:。！？：;"”)\]]$/.test(above.text.trimEnd());
  const short = above.x + above.w < edge.right - 0.2 * (edge.right - edge.left);
  return (indented && ended && !isItemStart(above)) || (short && ended);
}

const isItemStart = (row: Row): boolean =>
  BULLET.test(row.text) || NUMBERED.test(row.text) || BULLET_ALONE.test(row.text);

export function headingLevel(row: Row, { body, sizes, outline }: Style): number | null {
  const text = row.text.trim();
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text)) return null;
  const marked = outline.get(plainTitle(text));
  if (marked !== undefined && (row.size > body * 1.02 || row.bold))
    return Math.min(6, marked + (sizes.length > 0 && (sizes[0] ?? 0) > row.size ? 1 : 0));
  const size = sizes.findIndex((one) => Math.abs(one - row.size) < 0.3);
  if (size >= 0) return Math.min(6, size + 1);
  const whole =
    row.bold &&
    row.size >= body * 0.95 &&
    !/[.,;:。，；：]$/.test(text) &&
    text.length <= 100 &&
    row.segments.length === 1;
  return whole ? Math.min(6, sizes.length + 1) : null;
}

/** A note opens with its mark, raised or small, in smaller text than the body. */
export function noteLabel(row: Row, { body }: Style): string | null {
  const first = row.runs[0];
  if (!first || row.size > 0.92 * body) return null;
  const text = row.text.trim();
  const raised = first.raised ? /^(\d{1,3}|[*†‡§¶]{1,3}|[a-z])$/.exec(first.text.trim()) : null;
  if (raised?.[1]) return raised[1];
  return /^([*†‡§]{1,3}|[¹²³⁴-⁹⁰]{1,3})\s*\S/.exec(text)?.[1] ?? null;
}

/** Body size and heading sizes of the whole document, by how many letters are set in each. */
export function styleOf(rows: readonly Row[], outline: ReadonlyMap<string, number>): Style {
  const letters = new Map<number, number>();
  for (const row of rows) {
    const size = Math.round(row.size * 5) / 5;
    letters.set(size, (letters.get(size) ?? 0) + row.text.length);
  }
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const sizes = [...letters.keys()].filter((size) => size >= body * 1.14).sort((a, b) => b - a);
  const apart = sizes.filter((size, at) => at === 0 || (sizes[at - 1] ?? 0) - size > 0.3);
  return { body, sizes: apart.slice(0, 5), outline };
}
