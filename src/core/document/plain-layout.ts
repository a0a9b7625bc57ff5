/** Blocks of a plain text, found from its lines alone: no marks say what is a heading, a list or a table. */
import { isSpace, type Line, linesOf, wrapWidthOf } from './lines';
import { type LeadMarker, readLeadMarker } from './marker';
import type { NormalisedDocument, Span } from './model';
import { rawBlock, type RawBlock, type RawLayout, type RawTable } from './raw';
import {
  type HeadingShape,
  endsInColon,
  headingShape,
  isCaption,
  isOrdinalOpening,
  isPreface,
  titleSpan,
} from './shape';
import { findTables, type FoundTable } from './table';

/** One paragraph, list item or heading to be: a line, or the lines that a hard wrap made of it; or a whole table. */
interface Unit extends Span {
  readonly contentStart: number;
  readonly marker: LeadMarker | null;
  readonly gap: number;
  readonly indent: number;
  readonly table: FoundTable | null;
  /** `#` marks of Markdown typed into a plain text. */
  readonly hashes: number;
  /** Underlined by a line of `=` or `-`. */
  readonly underlined: number;
}

const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/;
const RULE = /^(?:[-–—_*=~·.]\s?){3,}$/;
const HASHES = /^(#{1,6})\s+/;
const NOTE = /^(?:[†‡§]{1,2}\s?(?=\S)|\[\^[^\]\n]{1,40}\]:|[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}\s?(?=\S))\s*/;
const STAR = /^(\*{1,2})\s?(?=[^\s*])/;
const NOTE_REACH = 20_000;
const REFERENCE = /^\[(\d{1,3})\]:?\s+/;
const SHORT_AFTER_LEAD_IN = 60;
const PROSE = 70;
const MOST_PREFACE = 6;
/** `Near term: …` on one line and `Long term: …` on the next are two statements, however full the first line is. */
const LABEL = /^\p{Lu}[\p{L}\d /&'’-]{1,36}:\s/u;

export function plainLayout(document: NormalisedDocument): RawLayout {
  const { text } = document;
  const lines = linesOf(text);
  const tables = findTables(text, lines);
  const units = unitsOf(text, lines, tables);
  const title = titleAt(text, units);
  const spaced = units.filter((unit) => unit.gap > 0).length > units.length * 0.12;
  const blocks: RawBlock[] = [];
  const rawTables: RawTable[] = [];
  const headings: (RawBlock | null)[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (unit === undefined) continue;
    if (unit.table) {
      pushTable(lines, unit.table, blocks, rawTables);
      headings.push(null);
      continue;
    }
    const block = classify(text, units, at, { spaced, title, headings });
    blocks.push(block);
    headings.push(block.kind === 'heading' ? block : null);
  }
  return { blocks, tables: rawTables };
}

function unitsOf(text: string, lines: readonly Line[], tables: readonly FoundTable[]): Unit[] {
  const width = wrapWidthOf(text, lines);
  const tableAt = new Map(tables.map((table) => [table.from, table]));
  const units: Unit[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const table = tableAt.get(at);
    if (table) {
      const last = lines[table.to - 1] ?? line;
      units.push(unitOf(text, line, last.end, table));
      at = table.to;
      continue;
    }
    const quote = text.slice(line.start, line.end);
    const under = lines[at + 1];
    if (under?.gap === 0 && UNDERLINE.test(text.slice(under.start, under.end)) && !RULE.test(quote)) {
      units.push({ ...unitOf(text, line, line.end, null), underlined: text.charAt(under.start) === '=' ? 1 : 2 });
      at += 2;
      continue;
    }
    if (RULE.test(quote)) {
      at += 1;
      continue;
    }
    const to = continuationEnd(text, lines, at, width, tableAt);
    units.push(unitOf(text, line, lines[to - 1]?.end ?? line.end, null));
    at = to;
  }
  return units;
}

/** One past the last line that continues the line at `at`. */
function continuationEnd(
  text: string,
  lines: readonly Line[],
  at: number,
  width: number | null,
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

/** The first line that is no rubric, date or byline; a line among the first few only. */
function titleAt(text: string, units: readonly Unit[]): number {
  const at = units.findIndex(
    (unit) => unit.table !== null || !isPreface(text.slice(unit.start, Math.min(unit.end, unit.start + 200))),
  );
  return at < MOST_PREFACE ? at : -1;
}

interface Around {
  readonly spaced: boolean;
  /** Index of the unit that may be the title, −1 where prose comes first. */
  readonly title: number;
  /** What has been decided for the units before. */
  readonly headings: readonly (RawBlock | null)[];
}

function classify(text: string, units: readonly Unit[], at: number, around: Around): RawBlock {
  const unit = units[at];
  if (unit === undefined) throw new RangeError('no unit');
  const quote = text.slice(unit.start, Math.min(unit.end, unit.start + 300));
  const heading = readHeading(text, units, at, around);
  if (heading) return heading;
  const note = NOTE.exec(quote) ?? starNote(text, units, at);
  if (note) return rawBlock('note', unit, { contentStart: unit.start + note[0].length });
  const reference = REFERENCE.exec(quote);
  if (reference && isReferenceRun(text, units, at)) {
    return rawBlock('reference', unit, { contentStart: unit.start + reference[0].length });
  }
  if (quote.startsWith('> ')) return rawBlock('quote', unit, { contentStart: unit.start + 2 });
  if (unit.marker && isListItem(text, units, at)) return listItem(unit);
  if (isCaption(quote) || isAltCaption(text, units, at) || isEcho(text, units, at)) return rawBlock('caption', unit);
  if (endsInColon(text, unit) && units[at + 1]) return rawBlock('lead-in', unit);
  if (isOrdinalOpening(text, unit.start)) {
    return rawBlock('paragraph', unit, { item: { depth: unit.indent, shape: 'ordinal', value: null } });
  }
  return rawBlock('paragraph', unit);
}

/** A lone `* …` line is a note where a star stands behind a word above it, not a list of one. */
function starNote(text: string, units: readonly Unit[], at: number): RegExpExecArray | null {
  const unit = units[at];
  const lead = unit ? STAR.exec(text.slice(unit.start, unit.start + 6)) : null;
  if (!unit || !lead) return null;
  const isStar = (other: Unit | undefined) => other !== undefined && text.startsWith('* ', other.start);
  if (isStar(units[at - 1]) || isStar(units[at + 1])) return null;
  return text.lastIndexOf(lead[1] ?? '*', unit.start - 1) >= 0 &&
    new RegExp(`[\\p{L}\\p{N}.,%)"”’]${lead[1] === '*' ? '\\*(?!\\*)' : '\\*\\*'}(?=\\s|[.,;)]|$)`, 'u').test(
      text.slice(Math.max(0, unit.start - NOTE_REACH), unit.start),
    )
    ? lead
    : null;
}

function listItem(unit: Unit): RawBlock {
  const shape = unit.marker?.shape ?? 'bullet';
  return rawBlock('list-item', unit, {
    contentStart: unit.contentStart,
    item: { depth: unit.indent, shape, value: unit.marker?.value ?? null },
  });
}

/** A bullet always; a number where siblings stand around it, or where it is short of being a paragraph's first words. */
function isListItem(text: string, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit?.marker) return false;
  if (unit.marker.shape === 'bullet' || unit.marker.shape === 'circled' || unit.marker.enclosed) return true;
  if (unit.marker.shape === 'part') return false;
  if (unit.marker.shape === 'letter' || unit.marker.shape === 'roman')
    return hasSibling(units, at) || /^\s/.test(text.charAt(unit.start - 1));
  return true;
}

function hasSibling(units: readonly Unit[], at: number): boolean {
  return isSibling(units[at], units[at + 1]) || isSibling(units[at - 1], units[at]);
}

function isSibling(first: Unit | undefined, second: Unit | undefined): boolean {
  if (!first?.marker || !second?.marker || first.marker.shape !== second.marker.shape) return false;
  return first.marker.value !== null && second.marker.value === first.marker.value + 1;
}

function isReferenceRun(text: string, units: readonly Unit[], at: number): boolean {
  const near = [units[at - 1], units[at + 1]];
  return (
    near.some((unit) => unit && REFERENCE.test(text.slice(unit.start, unit.start + 12))) || at === units.length - 1
  );
}

/** The line under an image's alternative text is its caption. */
function isAltCaption(text: string, units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return (
    units[at]?.gap === 0 &&
    before !== undefined &&
    !before.marker &&
    isCaption(text.slice(before.start, before.end).slice(-60)) &&
    before.gap > 0
  );
}

/** A line that repeats the words of the lead-in before it names the picture or table that stood there. */
function isEcho(text: string, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const before = units[at - 1];
  if (!unit || !before || !endsInColon(text, before) || /[.。]$/.test(text.slice(unit.start, unit.end))) return false;
  const own = new Set(
    text
      .slice(unit.start, unit.end)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  );
  const said =
    text
      .slice(before.start, before.end)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(said.filter((word) => own.has(word))).size >= 2;
}

function readHeading(text: string, units: readonly Unit[], at: number, around: Around): RawBlock | null {
  const unit = units[at];
  if (!unit) return null;
  if (unit.hashes > 0) return headingBlock(text, unit, unit.hashes);
  if (unit.underlined > 0) return headingBlock(text, unit, unit.underlined);
  if (unit.marker && !numbersHeading(unit.marker)) return null;
  const context = { numbered: unit.marker !== null, main: isMain(unit), first: at === around.title };
  const shape = headingShape(text, { start: unit.contentStart, end: headingEnd(text, unit) }, context);
  if (shape === 'none' || !standsAlone(text, units, at, shape, around)) return null;
  return headingBlock(text, unit, 0);
}

/** Main section numbers may keep a colon at their end: `II. Valuation:` is a heading, `Valuation:` a lead-in. */
function headingEnd(text: string, unit: Unit): number {
  return isMain(unit) && /[:\uff1a]/.test(text.charAt(unit.end - 1)) ? unit.end - 1 : unit.end;
}

function isMain({ marker }: Unit): boolean {
  return marker !== null && !marker.enclosed && ['roman', 'cjk', 'part'].includes(marker.shape);
}

function numbersHeading(marker: LeadMarker): boolean {
  return marker.shape !== 'bullet' && marker.shape !== 'circled';
}

function standsAlone(
  text: string,
  units: readonly Unit[],
  at: number,
  shape: HeadingShape,
  { spaced, title, headings }: Around,
): boolean {
  const unit = units[at];
  const next = units[at + 1];
  const before = units[at - 1];
  if (!unit || !next) return false;
  if (at === title) return next.gap > 0 || isProse(text, next) || !spaced || (unit.gap > 0 && at > 0);
  const afterHeading = headings[at - 1] !== null;
  if (spaced && unit.gap === 0 && (!afterHeading || (at === title + 1 && unit.marker === null))) return false;
  if (unit.marker && !numberFits(units, at, shape)) return false;
  if (before && !unit.marker && endsInColon(text, before)) {
    if (unit.end - unit.start > SHORT_AFTER_LEAD_IN || isEcho(text, units, at)) return false;
  }
  if (at === 1 && shape === 'weak' && afterHeading && unit.end - unit.start > 50) return false;
  if (spaced && next.gap > 0) return true;
  return followsHeading(text, unit, next, shape, spaced);
}

/** A number opens a heading unless its neighbours number a list, or it is of a kind that numbers lists. */
function numberFits(units: readonly Unit[], at: number, shape: HeadingShape): boolean {
  const unit = units[at];
  if (!unit?.marker) return true;
  if (unit.marker.shape === 'cjk' || unit.marker.shape === 'part') return true;
  if (hasSibling(units, at))
    return (
      unit.marker.shape === 'roman' &&
      !unit.marker.enclosed &&
      unit.marker.numeral === unit.marker.numeral.toUpperCase() &&
      unit.gap > 0 &&
      (units[at + 1]?.gap ?? 0) > 0
    );
  if (unit.indent > 3) return false;
  return (
    shape === 'strong' && (!unit.marker.enclosed || unit.marker.shape === 'cjk-paren' || (units[at + 1]?.gap ?? 0) > 0)
  );
}

/** With no blank line after it, a heading has to be shorter than what follows, and that has to be body. */
function followsHeading(text: string, unit: Unit, next: Unit, shape: HeadingShape, spaced: boolean): boolean {
  if (next.table) return shape === 'strong' && (unit.gap > 0 || !spaced);
  if (next.marker)
    return shape === 'strong' && (next.marker.shape === 'bullet' || unit.marker?.shape !== next.marker.shape);
  if (!isProse(text, next) && !endsInColon(text, next)) return shape === 'strong' && unit.marker !== null;
  return shape === 'strong' || unit.end - unit.start <= (spaced ? 60 : 40);
}

function isProse(text: string, unit: Unit): boolean {
  if (unit.table) return true;
  const end = text.slice(unit.end - 2, unit.end);
  return (
    unit.end - unit.start > PROSE ||
    /[.。!?\uff01\uff1f”"\])\uff09]$/.test(end) ||
    (/[\u4e00-\u9fff]/.test(end) && unit.end - unit.start > 30)
  );
}

function headingBlock(text: string, unit: Unit, level: number): RawBlock {
  const title = titleSpan(text, unit.contentStart, unit.end);
  const inner = unit.hashes > 0 || unit.underlined > 0 ? readLeadMarker(text, title.start, title.end) : null;
  const marker = unit.marker ?? (inner && numbersHeading(inner) ? inner : null);
  return rawBlock('heading', unit, {
    contentStart: marker ? Math.max(marker.end, title.start) : title.start,
    heading: {
      level,
      numeral: marker?.numeral ?? null,
      titleStart: marker ? Math.max(marker.end, title.start) : title.start,
      titleEnd: title.end,
    },
    item: marker ? { depth: marker.depth, shape: marker.shape, value: marker.value } : null,
  });
}

function pushTable(lines: readonly Line[], table: FoundTable, blocks: RawBlock[], tables: RawTable[]): void {
  const index = tables.length;
  const rowOf = (row: { line: number }, kind: 'table-head' | 'table-row', number: number): void => {
    const line = lines[row.line];
    if (line) blocks.push(rawBlock(kind, line, { cell: { table: index, row: number } }));
  };
  if (table.head) rowOf(table.head, 'table-head', -1);
  table.rows.forEach((row, number) => rowOf(row, 'table-row', number));
  tables.push({ caption: null, head: table.head?.cells ?? [], rows: table.rows.map((row) => row.cells) });
}
