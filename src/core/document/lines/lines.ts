/** The non-blank lines of a text with their gaps and indents: the ground plain-text layout stands on. */
import type { Span } from '../model';

/** A non-blank line; `start` is its first visible character, `end` one past its last. */
export interface Line extends Span {
  readonly lineStart: number;
  /** Columns of white space before the text; a tab counts four. */
  readonly indent: number;
  /** Blank lines between this line and the one before; the first line counts as spaced. */
  readonly gap: number;
}

const LF = 10;
const TAB = 9;
const SPACE = 32;
const NO_BREAK_SPACE = 0xa0;
const NARROWEST = 48;
const WIDEST = 130;
const WIDE_SPACE = 0x3000;
const TAB_WIDTH = 4;

/**
 * Whether a UTF-16 code unit is white space here: the ASCII ones, no-break space, ideographic space and byte order
 * mark.
 */
export function isSpace(code: number): boolean {
  return (
    code === SPACE || (code >= TAB && code <= 13) || code === NO_BREAK_SPACE || code === WIDE_SPACE || code === 0xfeff
  );
}

/**
 * The lines between two offsets that are not blank, each without its white space at both ends; offsets count in the
 * whole text.
 */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let gap = 1;
  let lineStart = from;
  while (lineStart < to) {
    const feed = text.indexOf('\n', lineStart);
    const lineEnd = feed < 0 || feed > to ? to : feed;
    const span = trimSpan(text, lineStart, lineEnd);
    if (span.start === span.end) {
      gap += 1;
    } else {
      const { start, end } = span;
      lines.push({ start, end, lineStart, indent: indentOf(text, lineStart, start), gap });
      gap = 0;
    }
    lineStart = lineEnd + 1;
  }
  return lines;
}

/** The span without white space at its ends; empty at `start` where there is nothing else. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function indentOf(text: string, lineStart: number, start: number): number {
  let columns = 0;
  for (let at = lineStart; at < start; at += 1) {
    const code = text.charCodeAt(at);
    columns += code === TAB ? TAB_WIDTH : code === LF ? 0 : 1;
  }
  return columns;
}

/** The columns a hard-wrapped text was wrapped to, null where lines are whole paragraphs. */
export function wrapWidthOf(text: string, lines: readonly Line[]): number | null {
  if (lines.length < 8) return null;
  const lengths = lines.map((line) => line.end - line.lineStart).sort((a, b) => a - b);
  // A few lines may be longer: rows of tables, addresses.
  const width = lengths[Math.floor(lengths.length * 0.92)] ?? 0;
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width < NARROWEST || long > WIDEST) return null;
  const open = lines.filter((line, at) => {
    const next = lines[at + 1];
    const long = line.end - line.lineStart >= width - 18;
    return (
      long && next?.gap === 0 && !/[.:。!?\uff01\uff1f\uff1a]["”’)\uff09]?$/.test(text.slice(line.end - 2, line.end))
    );
  });
  return open.length >= lines.length * 0.2 ? width : null;
}

const OPEN_END = /[.:。!?\uff01\uff1f\uff1a]["”’)\uff09]?$/;
/** Lines of type set to a measure differ in letters by no more than this, the last apart. */
const EVEN = 0.8;
const NARROWEST_RUN = 64;

/**
 * The measure of each line's own run, for a text without one width: a page of proportional type next to wide tables.
 * Null where the lines between two blank ones are uneven or close their own sentences; a short line ends a paragraph.
 */
export function runWidths(text: string, lines: readonly Line[]): (number | null)[] {
  const widths: (number | null)[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.gap === 0) to += 1;
    const width = runWidth(text, lines.slice(from, to));
    for (; from < to; from += 1) widths.push(isColumned(text, lines[from - 1]) ? null : width);
  }
  return widths;
}

/** Columns stand on it. */
const isColumned = (text: string, line: Line | undefined): boolean =>
  line !== undefined && /\s{3}|\t|\|/.test(text.slice(line.start, line.end));

function runWidth(text: string, run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  const lengths = run.map((line) => line.end - line.start).sort((a, b) => a - b);
  const widest = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  if ((lengths.at(-1) ?? 0) > WIDEST || widest < NARROWEST_RUN) return null;
  const full = run.filter((line) => line.end - line.start >= widest * EVEN && !isColumned(text, line));
  if (full.length * 5 < run.length * 3 || full.length < 2) return null;
  const open = full.filter((line) => !OPEN_END.test(text.slice(line.end - 2, line.end)));
  return open.length * 2 >= full.length ? Math.floor(widest * EVEN) : null;
}
