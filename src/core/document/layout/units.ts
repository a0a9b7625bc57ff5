/** Units of a plain text: paragraphs, items and headings to be, each a line or the lines that a hard wrap made of it. */
import { isSpace, type Line, runWidths, wrapWidthOf } from '../lines/lines';
import { type LeadMarker, readLeadMarker } from '../lines/marker';
import type { Span } from '../model';
import { endsInColon } from '../lines/shape';
import { findTables, type FoundTable } from '../tables/table';

/** One paragraph, list item or heading to be, or a whole table. */
export interface Unit extends Span {
  readonly contentStart: number;
  readonly marker: LeadMarker | null;
  /** Blank lines above. */
  readonly gap: number;
  readonly indent: number;
  readonly table: FoundTable | null;
  /** `#` marks of Markdown typed into a plain text. */
  readonly hashes: number;
  /** Underlined by a line of `=` (1) or `-` (2), else 0. */
  readonly underlined: number;
}

/** `[3] ` at the start of a line numbers an entry of a reference list. */
export const REFERENCE = /^\[(\d{1,3})\]:?\s+/;

const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/;
const RULE = /^(?:(?:[-–—_*=~·.]\s?){3,}|[+\u2500-\u257f][-+=|\s\u2500-\u257f]{2,}|`{3,}[\w-]{0,16})$/u;
const HASHES = /^(#{1,6})\s+/;
const PROSE = 70;
const CJK_PROSE = 30;
/** `Near term: …` on one line and `Long term: …` on the next are two statements, however full the first line is. */
const LABEL = /^\p{Lu}[\p{L}\d /&'’-]{1,36}:\s/u;

/** Units in reading order; rules and underlines are no units. */
export function unitsOf(text: string, lines: readonly Line[]): Unit[] {
  const tables = findTables(text, lines);
  const width = wrapWidthOf(text, lines);
  const widths = width === null ? runWidths(text, lines) : lines.map(() => width);
  const tableAt = new Map(tables.map((table) => [table.from, table]));
  const units: Unit[] = [];
  let at = 0;
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const table = tableAt.get(at) ?? null;
    const underlined = table ? 0 : underlineBelow(text, line, lines[at + 1]);
    const rule = !table && underlined === 0 && RULE.test(text.slice(line.start, line.end));
    const to = table?.to ?? (underlined > 0 || rule ? at + 1 : continuationEnd(text, lines, at, widths, tableAt));
    if (!rule) units.push({ ...unitOf(text, line, lines[to - 1]?.end ?? line.end, table), underlined });
    at = underlined > 0 ? to + 1 : to;
  }
  return units;
}

function underlineBelow(text: string, line: Line, under: Line | undefined): number {
  if (under?.gap !== 0 || !UNDERLINE.test(text.slice(under.start, under.end))) return 0;
  if (RULE.test(text.slice(line.start, line.end))) return 0;
  return text.charAt(under.start) === '=' ? 1 : 2;
}

/** One past the last line that continues the line at `at`. */
function continuationEnd(
  text: string,
  lines: readonly Line[],
  at: number,
  widths: readonly (number | null)[],
  tableAt: ReadonlyMap<number, FoundTable>,
): number {
  const first = lines[at];
  if (first === undefined) return at + 1;
  const marker = readLeadMarker(text, first.start, first.end);
  const contentColumn = marker ? first.indent + (marker.end - first.start) : null;
  let to = at + 1;
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    const before = lines[to - 1];
    if (!line || !before || line.gap > 0 || tableAt.has(to)) break;
    const width = widths[to] ?? null;
    const wrapped = width !== null && isWrapped(text, before, line, width);
    if (startsUnit(text, line, wrapped)) break;
    if (LABEL.test(quoteOf(text, line)) && LABEL.test(quoteOf(text, first))) break;
    const hanging = contentColumn !== null && line.indent >= contentColumn && line.indent > first.indent;
    if (!hanging && !wrapped) break;
  }
  return to;
}

function quoteOf(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + 60));
}

/** A single letter before a full stop starts no item where a hard wrap put it ("p. 4"). */
function startsUnit(text: string, line: Line, wrapped: boolean): boolean {
  const quote = quoteOf(text, line);
  const marker = readLeadMarker(text, line.start, line.end);
  if (wrapped && marker && (marker.shape === 'letter' || marker.shape === 'roman') && !quote.startsWith('('))
    return false;
  return marker !== null || HASHES.test(quote) || REFERENCE.test(quote) || RULE.test(quote);
}

/** The next line's first word would not have fitted on the line before it. */
function isWrapped(text: string, before: Line, line: Line, width: number): boolean {
  let word = line.start;
  while (word < line.end && !isSpace(text.charCodeAt(word))) word += 1;
  return before.end - before.lineStart + 1 + (word - line.start) > width - 2;
}

function unitOf(text: string, line: Line, end: number, table: FoundTable | null): Unit {
  const hashes = HASHES.exec(text.slice(line.start, line.start + 12));
  const marker = table || hashes ? null : readLeadMarker(text, line.start, end);
  return {
    start: line.start,
    end,
    contentStart: hashes ? line.start + hashes[0].length : (marker?.end ?? line.start),
    marker,
    gap: line.gap,
    indent: line.indent,
    table,
    hashes: hashes?.[1]?.length ?? 0,
    underlined: 0,
  };
}

/** Body text: long, or ended like a sentence. */
export function isProse(text: string, unit: Unit): boolean {
  if (unit.table) return true;
  const end = text.slice(unit.end - 2, unit.end);
  return (
    unit.end - unit.start > PROSE ||
    /[.。!?\uff01\uff1f”"\])\uff09]$/.test(end) ||
    (/[\u4e00-\u9fff]/.test(end) && unit.end - unit.start > CJK_PROSE)
  );
}

/** Does the unit before or after carry the number before or after? */
export function hasSibling(units: readonly Unit[], at: number): boolean {
  return isSibling(units[at], units[at + 1]) || isSibling(units[at - 1], units[at]);
}

function isSibling(first: Unit | undefined, second: Unit | undefined): boolean {
  if (!first?.marker || !second?.marker || first.marker.shape !== second.marker.shape) return false;
  return first.marker.value !== null && second.marker.value === first.marker.value + 1;
}

/** A line that repeats the words of the lead-in before it names the picture or table that stood there. */
export function isEcho(text: string, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const before = units[at - 1];
  if (!unit || !before || !endsInColon(text, before) || /[.。]$/.test(text.slice(unit.start, unit.end))) return false;
  const own = new Set(longWords(text, unit));
  return new Set(longWords(text, before).filter((word) => own.has(word))).size >= 2;
}

function longWords(text: string, { start, end }: Span): string[] {
  return (
    text
      .slice(start, Math.min(end, start + LONGEST_ECHO))
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  );
}

const LONGEST_ECHO = 300;
