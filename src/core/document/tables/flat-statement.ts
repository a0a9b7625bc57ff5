/**
 * Statements that a copy or a converter has flattened to single spaces: a line of periods, and below it lines of words
 * that end in as many values. Heads that span several periods stand in the lines above.
 */
import type { Placed } from './grid-cells';
import type { Grid } from './grid';
import type { Line } from '../lines/lines';
import { MONTH_NAMES, MONTH_OPENING_CAPITAL } from '../../base/months';
import type { Span } from '../model';

/** Line indexes and the table in them. */
export interface FlatStatement {
  readonly from: number;
  readonly to: number;
  readonly grid: Grid;
}

const MONTH = `(?:${MONTH_NAMES.map((name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()).join('|')}|(?:${MONTH_OPENING_CAPITAL})\\.?)`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const DAY = String.raw`(?:${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2} ${MONTH})`;
const CHANGE = String.raw`(?:(?:%|\$|Percentage|Percent) )?(?:Changes?|Chg\.?|Variance)(?: ?%)?|(?:Y/Y|YoY|Q/Q|QoQ)(?: (?:Change|%))?`;
const PERIOD = String.raw`${DAY},? ${YEAR}|${MONTH}[ -]['’]?(?:${YEAR}|\d{2})|[QH][1-4][ -]?(?:(?:FY)?['’]?(?:${YEAR}|\d{2}))?[AEF]?|[1-4][QH]['’]?\d{2,4}[AEF]?|(?:FY|CY)? ?${YEAR}[AEF]?|FY['’]?\d{2}[AEF]?`;
const HEAD = new RegExp(String.raw`(?<=^|\s)(?:(${CHANGE})|(${PERIOD}))(?=\s|$)`, 'giu');
const LENGTH = String.raw`(?:(?:Three|Six|Nine|Twelve|3|6|9|12)[ -]Months?|(?:Thirteen|Twenty-six|Thirty-nine|Fifty-(?:two|three)|13|26|39|52|53)[ -]Weeks?|(?:Fiscal )?(?:Years?|Quarters?)|Half[ -]years?)`;
const SPANNING = new RegExp(
  String.raw`(?<=^|\s)(?:(?:For the )?${LENGTH} Ended(?: ${DAY},?(?: ${YEAR})?)?|(?:First|Second|Third|Fourth) Quarter|Full Year|As (?:of|at)(?: ${DAY},?)?|${DAY},?)(?=\s|$)`,
  'giu',
);
/** What may stand before the periods: what the labels are, or what the values are printed in. */
const CORNER =
  /^(?:particulars|description|\(?unaudited\)?|.{0,60}(?:thousands?|millions?|billions?|crores?|lakhs?|[$€£¥]\s?m\b|['’‘]000).{0,60})$/iu;
const NOTE = /^(.*?)\s?\b(Notes?)$/u;
const UNIT_LINE = /^\(.{3,110}\)$/u;
const LONGEST_ROW = 220;
const LONGEST_LONE = 120;
const MOST_COLUMNS = 12;
const MOST_ABOVE = 3;
const MOST_LONE = 4;
const MOST_ROWS = 400;
const FEWEST_ROWS = 3;

/** The statement whose line of periods is line `at`; null where there is none. Lines before `floor` are taken already. */
export function readFlatStatement(
  text: string,
  lines: readonly Line[],
  at: number,
  floor: number,
): FlatStatement | null {
  const line = lines[at];
  if (line === undefined || lines[at + 1]?.gap !== 0 || lines[at + 2]?.gap !== 0) return null;
  const head = headOf(text, line);
  if (head === null) return null;
  const body = bodyOf(text, lines, at + 1, head);
  if (body === null) return null;
  const above = spanningHeads(text, lines, at, floor, body.columns);
  const first = head.note === null ? 1 : 2;
  const own = [
    ...(head.corner === null ? [] : [{ ...head.corner, column: 0 }]),
    ...(head.note === null ? [] : [{ ...head.note, column: 1 }]),
    ...Array.from({ length: body.columns }, (_, index) => {
      const { start, end } = head.periods[Math.min(index, head.periods.length - 1)] ?? line;
      return { start, end, column: first + index };
    }),
  ];
  const heads = [
    ...above.map(({ row, cells }) => ({ row, cells: cells.map((cell) => ({ ...cell, column: cell.column + first })) })),
    { row: { start: line.start, end: line.end }, cells: own },
  ];
  return { from: at - above.length, to: body.to, grid: { lines: body.lines, heads, rows: body.rows } };
}

interface FlatHead {
  readonly corner: Span | null;
  readonly note: Span | null;
  readonly periods: readonly (Span & { readonly isChange: boolean })[];
}

/** `Note 2025 2024`, `in millions 2025 2024 Change`: a line of nothing but periods, what they change by, and a corner. */
function headOf(text: string, { start, end }: Line): FlatHead | null {
  if (end - start > LONGEST_ROW) return null;
  const words = text.slice(start, end);
  if (!/\d/.test(words)) return null;
  const found = [...words.matchAll(HEAD)];
  const last = found.at(-1);
  if (found.length < 2 || found.length > MOST_COLUMNS || last === undefined) return null;
  const dated = found.filter(([, change]) => change === undefined);
  if (dated.length < 2 || last.index + last[0].length !== words.length) return null;
  const between = found.slice(1).every((one, at) => {
    const before = found[at];
    return before !== undefined && words.slice(before.index + before[0].length, one.index).trim() === '';
  });
  const lead = words.slice(0, found[0]?.index).trim();
  const noted = NOTE.exec(lead);
  const corner = noted?.[1] ?? lead;
  if (!between || (corner !== '' && !CORNER.test(corner))) return null;
  const noteAt = noted === null ? -1 : words.indexOf(noted[2] ?? '', corner.length);
  return {
    corner: corner === '' ? null : { start, end: start + corner.length },
    note: noted === null ? null : { start: start + noteAt, end: start + noteAt + (noted[2]?.length ?? 0) },
    periods: found.map(({ 0: quote, 1: change, index }) => ({
      start: start + index,
      end: start + index + quote.length,
      isChange: change !== undefined,
    })),
  };
}

interface FlatBody {
  readonly to: number;
  readonly columns: number;
  readonly lines: readonly Span[];
  readonly rows: Grid['rows'];
}

type FlatRow = Grid['rows'][number];

function bodyOf(text: string, lines: readonly Line[], from: number, head: FlatHead): FlatBody | null {
  const columns = columnsOf(text, lines, from, head);
  if (columns === null) return null;
  const units: Span[] = [];
  const rows: FlatRow[] = [];
  let to = from;
  let lone = 0;
  let kept = 0;
  let valued = 0;
  for (let at = from; at < Math.min(lines.length, from + MOST_ROWS); at += 1) {
    const line = lines[at];
    if (line === undefined || line.gap !== 0) break;
    const span = { start: line.start, end: line.end };
    if (valued === 0 && UNIT_LINE.test(text.slice(line.start, line.end))) {
      units.push(span);
      to = at + 1;
      continue;
    }
    const cells = cellsOf(text, line, columns, head.note !== null);
    if (cells === null || (cells.length === 1 && lone === MOST_LONE)) break;
    const wrapped = lone > 0 ? wrappedLabel(text, rows.at(-1), cells) : null;
    if (wrapped !== null) rows.pop();
    rows.push(wrapped ?? { ...span, cells });
    if (cells.length > 1 || cells[0]?.column !== 0) {
      valued += 1;
      kept = rows.length;
      to = at + 1;
      lone = 0;
    } else lone += 1;
  }
  return valued < FEWEST_ROWS || valued * 2 < kept ? null : { to, columns, lines: units, rows: rows.slice(0, kept) };
}

/** As many columns as there are heads; one more where a change is printed as an amount and a rate. Null where rows have neither. */
function columnsOf(text: string, lines: readonly Line[], from: number, { periods }: FlatHead): number | null {
  const counts = new Map<number, number>();
  for (let at = from; at < Math.min(lines.length, from + ASKED) && lines[at]?.gap === 0; at += 1) {
    const line = lines[at];
    const count = line === undefined ? 0 : valuesBehind(text, line).length;
    if (count > 1) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (usual === undefined) return null;
  if (usual === periods.length) return usual;
  const spans = periods.filter(({ isChange }) => isChange).length === 1 && periods.at(-1)?.isChange === true;
  if (usual === periods.length + 1) return spans ? usual : periods.length;
  return (counts.get(periods.length) ?? 0) > 1 ? periods.length : null;
}

const ASKED = 14;

const SIGN = /^[A-Z]{0,3}[$€£¥₹]$/u;
const VALUE =
  /^(?:[A-Z]{0,3}[$€£¥₹])?(?:\((?:[$€£¥₹])?\d[\d,.]*%?\)%?|[-–−+]?(?:[$€£¥₹])?\d[\d,.]*(?:%|x|p|c|bps)?|[-–—]{1,2}|n\/a|N\/[AM]|NM|nm)$/u;
/** An amount, which no label ends in, as it may in `(1)`: the line has more values than the table has columns. */
const AMOUNT = /[$€£¥₹]|\d,\d{3}|\d\.\d|%$|\((?!\d{1,2}\)$)/u;
const NOTE_NUMBER = /^\d{1,2}(?:\.\d)?(?:\([a-z]\))?$/u;

/** The values that end the line, signs with their numbers, from the left. */
function valuesBehind(text: string, { start, end }: Line): Span[] {
  const words = [...text.slice(start, Math.min(end, start + LONGEST_ROW)).matchAll(/\S+/gu)].map(
    ({ 0: word, index }) => ({ word, start: start + index, end: start + index + word.length }),
  );
  const values: Span[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const own = words[at];
    const percent = own?.word === '%' ? words[(at -= 1)] : own;
    if (own === undefined || percent === undefined || !VALUE.test(percent.word)) break;
    const sign = words[at - 1];
    const signed = sign !== undefined && SIGN.test(sign.word);
    if (signed) at -= 1;
    values.unshift({ start: signed ? sign.start : percent.start, end: own.end });
  }
  return values;
}

/** The cells of a line of the body; null where the line does not fit. */
function cellsOf(text: string, line: Line, columns: number, noted: boolean): readonly Placed[] | null {
  if (line.end - line.start > LONGEST_ROW) return null;
  const values = valuesBehind(text, line);
  if (values.length === 0) return loneCell(text, line);
  const more = values.length - columns;
  if (more < 0) return null;
  const extra = values.slice(0, more).map(({ start, end }) => text.slice(start, end));
  if (more > 1 || extra.some((word) => AMOUNT.test(word) && !(noted && NOTE_NUMBER.test(word)))) return null;
  const first = values[0];
  const note = noted && more === 1 && NOTE_NUMBER.test(extra[0] ?? '') ? first : undefined;
  const from = note === undefined ? values[more] : first;
  const label = text.slice(line.start, from?.start).trimEnd();
  if (more === 1 && note === undefined && !/\p{L}/u.test(label)) return null;
  const offset = noted ? 2 : 1;
  return [
    ...(label === '' ? [] : [{ start: line.start, end: line.start + label.length, column: 0 }]),
    ...(note === undefined ? [] : [{ ...note, column: 1 }]),
    ...values.slice(more).map((value, at) => ({ ...value, column: offset + at })),
  ];
}

/** The row whose label begins in the line of words above it: its own words go on in lower case. Null where they do not. */
function wrappedLabel(text: string, above: FlatRow | undefined, cells: readonly Placed[]): FlatRow | null {
  const [label, ...values] = cells;
  const last = values.at(-1);
  if (above === undefined || label?.column !== 0 || last === undefined) return null;
  if (!/^\(?\p{Ll}/u.test(text.slice(label.start, label.end)) || /[:.]$/u.test(text.slice(above.start, above.end)))
    return null;
  return { start: above.start, end: last.end, cells: [{ ...label, start: above.start }, ...values] };
}

/** A line of words heads the rows below it; a sentence does not. */
function loneCell(text: string, { start, end }: Line): readonly Placed[] | null {
  const words = text.slice(start, end);
  if (words.length > LONGEST_LONE || /[.;!?]$/u.test(words) || !/\p{L}/u.test(words)) return null;
  return [{ start, end, column: 0 }];
}

interface Spanning {
  readonly row: Span;
  readonly cells: readonly Placed[];
}

/** The lines right above that hold nothing but heads over equally many periods each. */
function spanningHeads(
  text: string,
  lines: readonly Line[],
  at: number,
  floor: number,
  columns: number,
): readonly Spanning[] {
  const found: Spanning[] = [];
  for (let above = at - 1; above >= Math.max(floor, at - MOST_ABOVE); above -= 1) {
    const line = lines[above];
    if (line === undefined || lines[above + 1]?.gap !== 0 || line.end - line.start > LONGEST_ROW) break;
    const words = text.slice(line.start, line.end);
    const heads = [...words.matchAll(SPANNING)];
    const rest = words.replaceAll(SPANNING, '').trim();
    if (heads.length === 0 || rest !== '' || columns % heads.length !== 0) break;
    const each = columns / heads.length;
    const cells = Array.from({ length: columns }, (_, column) => {
      const head = heads[Math.floor(column / each)];
      const start = line.start + (head?.index ?? 0);
      return { start, end: start + (head?.[0].length ?? 0), column };
    });
    found.unshift({ row: { start: line.start, end: line.end }, cells });
  }
  return found;
}
