/** Cuts the rows of a table into what one cell holds: a number with its currency and percent, or the words of a label. */
import { isPeriodHead } from '../../../../core/document/tables/period-head';
import type { Piece } from './cut-columns';
import type { Row, Run, Segment } from '../printed/model';
import { segmentOf } from '../printed/rows';

export interface CellPiece extends Piece {
  readonly segment: Segment;
  /** Made of letters drawn apart. */
  readonly isSpelled?: boolean;
}

/** Gap that parts words of two cells, and that parts two values, in sizes of the text. */
const [WORDS_APART, VALUES_APART] = [0.55, 0.3];
/** Farthest that a percent sign or bracket stands behind its number. */
const CLOSED_WITHIN = 1.5;
/** Farthest that letters of one Chinese word are drawn apart. */
const LETTERS_WITHIN = 3.2;

const NUMBER = String.raw`[(\[]?\s*[-–—−+~<>]?\s*(?:[A-Z]{0,3}[$€£¥₹₩₱]|Rs\.?|[A-Z]{3}\s)?\s*[(\-–—−+]?\s*\d[\d.,'’]*(?:\s\d{3})*`;
const VALUE = new RegExp(String.raw`^${NUMBER}\s*\)?\s*(?:%|％|x|×|bps?|pps?|pts?|[kmbt]n?)?\s*\)?[*†‡¹²³⁴-⁹]*$`, 'iu');
const NONE = /^(?:[A-Z]{0,3}[$€£¥₹₩₱]\s*)?(?:[-‐–—−]{1,3}|n\.?\s?[ma]\.?|n\/[am]|nil)\s*[%％]?$/iu;
const YEAR = /^(?:19|20)\d{2}\s?[aefp]?$/iu;
const OPENS = /^(?:[A-Z]{0,3}[$€£¥₹₩₱]|Rs\.?)?\s*\(?$/u;
const CLOSES = /^\)?\s*(?:%|％|x|×|bps|pp)?\s*\)?$/u;
const HAN_LETTER = /^\p{Script=Han}(?:\s\p{Script=Han})*$/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** What a cell of these words is. */
export const kindOf = (text: string): Piece['kind'] => {
  const plain = text.trim();
  if (YEAR.test(plain) || isPeriodHead(plain)) return 'year';
  if (NONE.test(plain)) return 'none';
  // `30,` is what a narrow head has of a day.
  return VALUE.test(plain) && !plain.endsWith(',') ? 'value' : 'words';
};

/** A number, or the dash that stands for none. */
export const isValueText = (text: string): boolean => kindOf(text) !== 'words';

/** What stands in each cell of a row, left to right. */
export function cellsOf(row: Row): CellPiece[] {
  const cut = row.segments.flatMap(({ runs, text }) => (RIGHT_TO_LEFT.test(text) ? [[...runs]] : runsApart(runs)));
  return spelled(signed(cut.map(pieceOf)));
}

const pieceOf = (runs: readonly Run[]): CellPiece => {
  const segment = segmentOf(runs);
  return {
    segment,
    text: segment.text.trim(),
    kind: kindOf(segment.text),
    left: segment.x,
    from: segment.x,
    to: segment.x + segment.w,
  };
};

function runsApart(runs: readonly Run[]): Run[][] {
  const cells: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const open = cells.at(-1);
    const gap = run.x - right;
    const isApart = gap >= WORDS_APART * run.size || (gap >= VALUES_APART * run.size && partsValues(open ?? [], run));
    if (open && !isApart) open.push(run);
    else cells.push([run]);
    right = Math.max(right, run.x + run.w);
  }
  return cells;
}

/** A whole value before, and another that begins: `5,120 (1,528)`. */
const partsValues = (before: readonly Run[], run: Run): boolean =>
  /^\s*[$€£¥₹(\-–—−\d]/u.test(run.text) &&
  !/^\s*\d{3}\s*$/u.test(run.text) &&
  isValueText(before.map(({ text }) => text).join(''));

/** Currencies and brackets joined to the number behind them, percent signs and closing brackets to the one before. */
function signed(pieces: readonly CellPiece[]): CellPiece[] {
  const out: CellPiece[] = [];
  let opened: CellPiece | null = null;
  for (const piece of pieces) {
    const text = piece.segment.text.trim();
    const last = out.at(-1);
    if (opened !== null && piece.kind !== 'words') {
      const { segment } = opened;
      out.push({
        ...piece,
        kind: 'value',
        left: opened.left,
        segment: segmentOf([...segment.runs, ...piece.segment.runs]),
      });
      opened = null;
      continue;
    }
    if (opened !== null) out.push(opened);
    opened = null;
    const closes = CLOSES.test(text) && last?.kind === 'value' && /\d\W*$/u.test(last.segment.text);
    if (closes && last && piece.from - last.to < CLOSED_WITHIN * piece.segment.size) {
      out[out.length - 1] = {
        ...last,
        to: piece.to,
        segment: segmentOf([...last.segment.runs, ...piece.segment.runs]),
      };
    } else if (OPENS.test(text)) opened = piece;
    else out.push(piece);
  }
  return opened === null ? out : [...out, opened];
}

/** `合   計`: a Chinese word drawn letter by letter over the width of its column is one. */
function spelled(pieces: readonly CellPiece[]): CellPiece[] {
  const out: CellPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const text = piece.segment.text.trim();
    const joins =
      last !== undefined &&
      HAN_LETTER.test(text) &&
      /^\p{Script=Han}+$/u.test(last.segment.text.trim()) &&
      (Array.from(last.segment.text.trim()).length === 1 || last.isSpelled === true) &&
      text.length === 1 &&
      piece.from - last.to <= LETTERS_WITHIN * piece.segment.size;
    if (joins && last) out[out.length - 1] = together(last, piece);
    else out.push(piece);
  }
  return out;
}

function together(one: CellPiece, other: CellPiece): CellPiece {
  const [first] = one.segment.runs;
  const last = other.segment.runs[0];
  if (!first || !last) return one;
  const [x, y] = [Math.min(first.box.x, last.box.x), Math.min(first.box.y, last.box.y)];
  const w = Math.max(first.box.x + first.box.w, last.box.x + last.box.w) - x;
  const h = Math.max(first.box.y + first.box.h, last.box.y + last.box.h) - y;
  const text = first.text.trim() + last.text.trim();
  const run: Run = { ...first, text, w: last.x + last.w - first.x, box: { x, y, w, h } };
  return { ...pieceOf([run]), isSpelled: true };
}
