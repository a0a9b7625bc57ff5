/** Blocks of a plain text, found from its lines alone: no marks say what is a heading, a list or a table. */
import { pushGrid } from '../tables/grid-blocks';
import { linesOf } from '../lines/lines';
import type { NormalisedDocument } from '../model';
import { demoteRuns, readHeading, titleAt } from './plain-heading';
import { rawBlock, type RawBlock, type RawLayout, type RawTable } from '../lines/raw';
import { endsInColon, isCaption, isOrdinalOpening } from '../lines/shape';
import { hasSibling, isEcho, REFERENCE, type Unit, unitsOf } from './units';

const NOTE = /^(?:[†‡§]{1,2}\s?(?=\S)|\[\^[^\]\n]{1,40}\]:|[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}\s?(?=\S))\s*/;
const STAR = /^\*{1,2}\s?(?=[^\s*])/;
/** A star behind a word marks a note; `**` around words is emphasis. */
const STARRED = /[\p{L}\p{N}.,%)"”’]\*{1,2}(?=\s|[.,;)]|$)/u;
/** Share of units below a blank line from which blank lines are taken to set paragraphs apart. */
const SPACED = 0.12;

/**
 * Blocks and tables in reading order. What counts as a heading depends on the whole text: in one whose lines are set
 * apart by blank ones a short line needs more than that.
 */
export function plainLayout(document: NormalisedDocument): RawLayout {
  const { text } = document;
  const lines = linesOf(text);
  const units = unitsOf(text, lines);
  const spaced = units.filter((unit) => unit.gap > 0).length > units.length * SPACED;
  const around = { spaced, title: titleAt(text, units), headings: [] as (RawBlock | null)[] };
  const starred = text.search(STARRED);
  const blocks: RawBlock[] = [];
  const tables: RawTable[] = [];
  units.forEach((unit, at) => {
    if (unit.table) {
      for (const grid of unit.table.grids) pushGrid(grid, null, blocks, tables);
      around.headings.push(null);
      return;
    }
    const heading = readHeading(text, units, at, around);
    blocks.push(heading ?? classify(text, units, at, starred));
    around.headings.push(heading);
  });
  return { blocks: demoteRuns(blocks), tables };
}

/** What a unit is that is no heading; `starred` is where the first star behind a word stands, −1 where none. */
function classify(text: string, units: readonly Unit[], at: number, starred: number): RawBlock {
  const unit = units[at];
  if (unit === undefined) throw new RangeError('no unit');
  const quote = text.slice(unit.start, Math.min(unit.end, unit.start + 300));
  const note = NOTE.exec(quote) ?? starNote(text, units, at, starred);
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
function starNote(text: string, units: readonly Unit[], at: number, starred: number): RegExpExecArray | null {
  const unit = units[at];
  if (!unit || starred < 0 || starred > unit.start) return null;
  const isStar = (other: Unit | undefined) => other !== undefined && text.startsWith('* ', other.start);
  if (isStar(units[at - 1]) || isStar(units[at + 1])) return null;
  return STAR.exec(text.slice(unit.start, unit.start + 6));
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
