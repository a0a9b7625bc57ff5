/** Tables written as HTML inside Markdown, as converters of other documents write them: their rows and cells in the source. */
import type { MarkRow, Span } from '../../../core/document/model';
import { type Carried, carriedCells } from '../html/table';

export interface RawTable extends Span {
  readonly caption: Span | null;
  readonly rows: readonly MarkRow[];
}

const TABLE = /<table\b[^<>]*>([\s\S]*?)(?:<\/table\s*>|$)/gi;
const CAPTION = /<caption\b[^<>]*>([\s\S]*?)<\/caption\s*>/i;
const ROW = /<tr\b[^<>]*>([\s\S]*?)(?=<tr\b|<\/tr\s*>|<\/t(?:head|body|foot|able)\s*>|$)/gi;
const CELL = /<(t[hd])\b([^<>]*)>([\s\S]*?)(?=<t[hdr]\b|<\/t[hdr]\s*>|$)/gi;
/** Tags and space at the edges of a cell. */
const OPENING = /^(?:\s|&nbsp;|<[^>]*>)+/i;
const CLOSING = /(?:\s|&nbsp;|<[^<>]*>)+$/i;
/** Looking back over more would take the square of it. */
const LONGEST_EDGE = 1000;
const MOST_COLUMNS = 200;

/** The tables of more than one column in `html`, which begins at `offset` of the text. A table in a table is its rows. */
export function tablesOf(html: string, offset: number): readonly RawTable[] {
  return [...html.matchAll(TABLE)].flatMap((match): readonly RawTable[] => {
    const inner = match[1] ?? '';
    const start = offset + match.index;
    const from = start + match[0].indexOf('>') + 1;
    const carried = carriedCells();
    const head = headOf(inner);
    const rows = [...inner.matchAll(ROW)].map((row) =>
      rowOf(row, from + row.index, row.index > head.start && row.index < head.end, carried),
    );
    if (!rows.some(({ cells }) => cells.length > 1)) return [];
    const caption = CAPTION.exec(inner);
    return [
      {
        start,
        end: start + match[0].length,
        caption: caption ? drawnIn(caption[1] ?? '', from + caption.index + caption[0].indexOf('>') + 1) : null,
        rows: withoutIdleSpans(rows.filter(({ cells }) => cells.length > 0)),
      },
    ];
  });
}

/**
 * Converters draw heads over two columns each where the rows below fill but one for each: as many heads as the rows
 * have values then stand over them one by one.
 */
function withoutIdleSpans(rows: readonly MarkRow[]): readonly MarkRow[] {
  const written = ({ start, end }: Span) => end > start;
  const last = Math.max(0, ...rows.map(({ header, cells }) => (header ? 0 : cells.findLastIndex(written))));
  if (last < 2) return rows;
  return rows.map((row) => {
    const [corner] = row.cells;
    const heads = row.cells.slice(1).filter(written);
    if (!row.header || corner === undefined || heads.length !== last) return row;
    return row.cells.findLastIndex(written) > last ? { ...row, cells: [corner, ...heads] } : row;
  });
}

/** Where the head of a table stands in it; nowhere where it has none. */
function headOf(inner: string): Span {
  const start = inner.search(/<thead\b/i);
  if (start < 0) return { start: 0, end: 0 };
  const length = inner.slice(start).search(/<\/thead\b|<tbody\b/i);
  return { start, end: length < 0 ? inner.length : start + length };
}

function rowOf(match: RegExpExecArray, at: number, isInHead: boolean, carried: Carried): MarkRow {
  const inner = match[1] ?? '';
  const from = at + match[0].length - inner.length;
  const cells: Span[] = [];
  let heads = 0;
  let place = from;
  const skipCarried = () => {
    while (cells.length < MOST_COLUMNS && carried.take(cells.length)) cells.push({ start: place, end: place });
  };
  const found = [...inner.matchAll(CELL)];
  skipCarried();
  for (const cell of found) {
    const content = cell[3] ?? '';
    const span = drawnIn(content, from + cell.index + cell[0].length - content.length);
    place = span.end;
    if (cell[1]?.toLowerCase() === 'th') heads += 1;
    const rows = spanAttribute(cell[2] ?? '', 'rowspan') - 1;
    const columns = spanAttribute(cell[2] ?? '', 'colspan');
    for (let column = 0; column < columns && cells.length < MOST_COLUMNS; column += 1) {
      carried.put(cells.length, rows);
      cells.push(column === 0 ? span : { start: span.end, end: span.end });
    }
    skipCarried();
  }
  return { start: at, end: at + match[0].length, header: isInHead || (heads > 0 && heads === found.length), cells };
}

function spanAttribute(attributes: string, name: 'colspan' | 'rowspan'): number {
  const value = Number(new RegExp(String.raw`\b${name}\s*=\s*["']?(\d{1,3})`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(value, 1), MOST_COLUMNS);
}

function drawnIn(content: string, at: number): Span {
  const start = OPENING.exec(content)?.[0].length ?? 0;
  if (start === content.length) return { start: at + start, end: at + start };
  const tail = content.slice(Math.max(start, content.length - LONGEST_EDGE));
  const end = content.length - (CLOSING.exec(tail)?.[0].length ?? 0);
  return { start: at + start, end: at + end };
}
