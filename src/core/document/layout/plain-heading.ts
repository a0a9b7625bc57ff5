/** Which lines of a plain text are headings: what they look like, and what stands around them. */
import data from '../../../../resources/cues/headings.json';
import type { LeadMarker } from '../lines/marker';
import { readLeadMarker } from '../lines/marker';
import { rawBlock, type RawBlock } from '../lines/raw';
import { endsInColon, type HeadingShape, headingShape, isPreface, titleSpan } from '../lines/shape';
import { hasSibling, isEcho, isProse, type Unit } from './units';

const SHORT_AFTER_LEAD_IN = 60;
const MOST_PREFACE = 6;
const SIBLING_REACH = 40;
/** More headings than this in a row without body are a list that lost its bullets, a menu, or a table's cells. */
const MOST_IN_A_ROW = 3;

const LONGEST_UTTERANCE = 60;
const UTTERANCES: ReadonlySet<string> = new Set(data.utterances);

/** What people say between turns: "Mm-hmm", "Okay, great. Thank you.", "Pat, what's up?" */
export function isUtterance(line: string): boolean {
  if (line.length > LONGEST_UTTERANCE) return false;
  const words = line.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  if (words.length > 0 && words.every((word) => UTTERANCES.has(word))) return true;
  const addressed = /^\p{Lu}\p{Ll}{1,14}, (.{2,40})$/u.exec(line.trim())?.[1]?.toLowerCase();
  return addressed !== undefined && data.vocatives.some((start) => startsWithWord(addressed, start));
}

const startsWithWord = (words: string, start: string): boolean =>
  words.startsWith(start) && !/[\p{L}’']/u.test(words.charAt(start.length));

/** Index of the first unit that is no rubric, date or byline, −1 where there is none among the first few. */
export function titleAt(text: string, units: readonly Unit[]): number {
  const at = units.findIndex(
    (unit) => unit.table !== null || !isPreface(text.slice(unit.start, Math.min(unit.end, unit.start + 200))),
  );
  return at < MOST_PREFACE ? at : -1;
}

export interface Around {
  /** Blank lines set paragraphs apart. */
  readonly spaced: boolean;
  /** Index of the unit that may be the title, −1 where prose comes first. */
  readonly title: number;
  /** What has been decided for the units before. */
  readonly headings: readonly (RawBlock | null)[];
}

/** The heading that the unit is, or null. */
export function readHeading(text: string, units: readonly Unit[], at: number, around: Around): RawBlock | null {
  const unit = units[at];
  if (!unit) return null;
  if (unit.hashes > 0) return headingBlock(text, unit, unit.hashes);
  if (unit.underlined > 0) return headingBlock(text, unit, unit.underlined);
  if (unit.marker && !numbersHeading(unit.marker)) return null;
  if (isUtterance(text.slice(unit.contentStart, Math.min(unit.end, unit.contentStart + LONGEST_UTTERANCE + 1))))
    return null;
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
  if (!unit || !next || runsOn(text, unit, next)) return false;
  if (at === title) return next.gap > 0 || isProse(text, next) || !spaced || (unit.gap > 0 && at > 0);
  const afterHeading = headings[at - 1] !== null;
  if (spaced && unit.gap === 0 && (!afterHeading || (at === title + 1 && unit.marker === null))) return false;
  if (unit.marker && !numberFits(units, at, shape)) return false;
  if (next.gap === 0 && isLabelled(text, unit) && isLabelled(text, next)) return false;
  if (before && !unit.marker && endsInColon(text, before)) {
    if (unit.end - unit.start > SHORT_AFTER_LEAD_IN || isEcho(text, units, at)) return false;
  }
  if (at === 1 && shape === 'weak' && afterHeading && unit.end - unit.start > 50) return false;
  if (spaced && next.gap > 0) return true;
  return followsHeading(text, unit, next, shape, spaced);
}

/** A sentence that the page broke in two: the line ends in no mark and the next one goes on in small letters. */
function runsOn(text: string, unit: Unit, next: Unit): boolean {
  if (next.gap > 0 || next.marker || next.table) return false;
  const last =
    text
      .slice(Math.max(unit.contentStart, unit.end - 3), unit.end)
      .trimEnd()
      .at(-1) ?? '';
  return /[\p{Ll},]/u.test(last) && /^\p{Ll}{2}/u.test(text.slice(next.contentStart, next.contentStart + 2));
}

/** A number opens a heading unless its neighbours number a list, or it is of a kind that numbers lists. */
function numberFits(units: readonly Unit[], at: number, shape: HeadingShape): boolean {
  const unit = units[at];
  if (!unit?.marker) return true;
  const { marker } = unit;
  if (marker.shape === 'cjk' || marker.shape === 'part') return true;
  const setApart = unit.gap > 0 && (units[at + 1]?.gap ?? 0) > 0;
  if (hasSibling(units, at)) return marker.shape === 'roman' && !marker.enclosed && setApart;
  if (unit.indent > 3 || shape !== 'strong') return false;
  return !marker.enclosed || marker.shape === 'cjk-paren' || setApart || hasSpacedSibling(units, at);
}

/** `1)` numbers sections where the number before or after it stands below a blank line too, with body between. */
function hasSpacedSibling(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit?.marker || unit.gap === 0) return false;
  for (let near = Math.max(0, at - SIBLING_REACH); near <= at + SIBLING_REACH; near += 1) {
    const other = units[near];
    if (!other?.marker || other.marker.shape !== unit.marker.shape || other.gap === 0 || other.indent !== unit.indent)
      continue;
    if (Math.abs((other.marker.value ?? 0) - (unit.marker.value ?? 0)) === 1) return true;
  }
  return false;
}

/** With no blank line after it, a heading has to be shorter than what follows, and that has to be body. */
function followsHeading(text: string, unit: Unit, next: Unit, shape: HeadingShape, spaced: boolean): boolean {
  if (next.table) return shape === 'strong' && (unit.gap > 0 || !spaced);
  if (next.marker)
    return shape === 'strong' && (next.marker.shape === 'bullet' || unit.marker?.shape !== next.marker.shape);
  if (!isProse(text, next) && !endsInColon(text, next))
    return shape === 'strong' && (unit.marker !== null || (unit.gap > 0 && isCapitalWord(text, unit)));
  return shape === 'strong' || unit.end - unit.start <= (spaced ? 60 : 40);
}

/** `Near term: destocking`: a label with what it labels; two in a row are a list. */
function isLabelled(text: string, unit: Unit): boolean {
  return (
    unit.marker === null &&
    /^[^:：\n]{2,28}[:：]\s?\S/.test(text.slice(unit.contentStart, Math.min(unit.end, unit.contentStart + 40)))
  );
}

/** `RISKS` above a line that is no sentence. */
function isCapitalWord(text: string, unit: Unit): boolean {
  return /^[A-Z][A-Z &/-]{3,40}$/.test(text.slice(unit.contentStart, unit.end).trim());
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

/** Turns headings back into paragraphs where too many unnumbered ones follow each other; the last keeps its body. */
export function demoteRuns(blocks: readonly RawBlock[]): RawBlock[] {
  const kept = [...blocks];
  let from = 0;
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind === 'heading' && block.heading?.numeral === null && block.heading.level === 0) continue;
    if (at - from > MOST_IN_A_ROW + (from === 0 ? 1 : 0)) {
      for (let member = from === 0 ? 1 : from; member < at - 1; member += 1) {
        const heading = blocks[member];
        if (heading) kept[member] = rawBlock('paragraph', heading);
      }
    }
    from = at + 1;
  }
  return kept;
}
