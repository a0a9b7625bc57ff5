/** A line of a table as label and value cells: `$`, `(`, `)` and `%` of their own belong to the number beside them. */

export interface ValueCell {
  /** Null for a dash, "nil", "NM": a place without a number. */
  readonly digits: string | null;
  readonly value: number;
  readonly isPercent: boolean;
  readonly start: number;
  readonly end: number;
  /** Its place among the line's raw cells, for tables that keep their empty ones. */
  readonly raw: number;
}

export interface TableLine {
  readonly label: string;
  readonly cells: readonly ValueCell[];
  /** Cells as written, empty ones dropped. */
  readonly texts: readonly string[];
  /** As written, empty ones kept. */
  readonly raws: readonly string[];
  readonly rawCount: number;
}

const GAP = /[|\t]| {2,}/g;
const BAR = /[|\t]/g;
const PLACEHOLDER = /^(?:[$€£]\s*)?(?:[—–-]+|-0-|nil|nm%?|n\/?m|n\/?a|\*)\s*%?$/i;
const NUMBER =
  /(\()?\s*[$€£¥]?\s*(\()?\s*([-−–]\s?)?[$€£¥]?\s*(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(\s*\))?(\s*\)?\s*%)?/g;
const WHOLE = /^[($€£¥\s\-−–]*(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)[\s)%*x×]*$/i;
const BARE_YEAR = /^(?:19|20)\d\d$/;
const LEAD = /^[$€£¥(\s−-]+$/;
const TAIL = /^[)%\s]+$/;

/** A cell of whole sentences is a note set in a table, and is read as prose. */
const LONG = 120;
const isNote = (line: string): boolean => {
  if (line.length <= LONG) return false;
  const cells = line.split(/[|\t]/);
  return cells.some((cell) => cell.length > LONG && /\p{Ll} \p{Ll}.*[.;]/u.test(cell)) && !endsInNumbers(cells);
};

/** "Common stock, $0.01 par value; … issued and outstanding | 14 | 14": a row with a long label. */
const endsInNumbers = (cells: readonly string[]): boolean => {
  const numbers = cells.filter((cell) => /\d/.test(cell) || PLACEHOLDER.test(cell.trim())).slice(-2);
  return numbers.length === 2 && numbers.every((cell) => WHOLE.test(cell.trim()) || PLACEHOLDER.test(cell.trim()));
};

/** "March 31, 2025    March 31, 2024": heads kept apart by spaces. */
const HEAD = /^(?:[A-Za-z.]+ \d{1,2},? )?(?:FY|F)?(?:19|20)\d\d[AE]?$/;
function isHeadLine(line: string): boolean {
  const cells = line.trim().split(/ {2,}/);
  return cells.length >= 2 && cells.slice(-2).every((cell) => HEAD.test(cell));
}

/** Whether a line is a table's: bars, tabs, or words and numbers kept apart by runs of spaces. */
export function isTableLine(line: string): boolean {
  let bars = 0;
  for (const character of line) if (character === '|') bars += 1;
  if (bars >= 2 || line.includes('\t')) return !isNote(line);
  return (
    isHeadLine(line) || (/\S {2,}[$(]?\s?\d[\d,.]*\)?%?(?: {2,}|\s*$)/.test(line) && !/[.!?] {2,}[A-Z]/.test(line))
  );
}

interface Raw {
  readonly text: string;
  readonly start: number;
  readonly raw: number;
}

function rawCells(line: string): readonly Raw[] {
  const cells: Raw[] = [];
  let from = 0;
  const push = (end: number) =>
    cells.push({ text: line.slice(from, end).replaceAll('\u200b', ' '), start: from, raw: cells.length });
  for (const match of line.matchAll(/[|\t]/.test(line) ? BAR : GAP)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.length);
  return cells;
}

const blank = (text: string): boolean => text.trim() === '' || /^[:\s-]{3,}$/.test(text.trim());

class LineReader {
  readonly cells: ValueCell[] = [];
  label = '';
  #isNegative = false;

  read(cell: Raw, isFirst: boolean): void {
    const text = cell.text.trim();
    if (LEAD.test(text) && !PLACEHOLDER.test(text)) {
      this.#isNegative ||= /[(−-]/.test(text);
      return;
    }
    if (TAIL.test(text)) {
      this.#mend(text);
      return;
    }
    if (PLACEHOLDER.test(text))
      this.#push({ digits: null, value: 0, isPercent: false, start: cell.start, end: cell.start, raw: cell.raw });
    else if (BARE_YEAR.test(text)) return;
    else if (WHOLE.test(text) && (!isFirst || this.label !== '')) this.#numbers(cell);
    else if (isFirst || this.label === '') this.label = text;
    else this.#numbers(cell);
  }

  /** A footnote mark behind a label is no number. */
  #numbers(cell: Raw): void {
    const found = [...cell.text.matchAll(NUMBER)];
    if (found.length === 0) {
      this.#push({ digits: null, value: 0, isPercent: false, start: cell.start, end: cell.start, raw: cell.raw });
      return;
    }
    for (const match of found) {
      const digits = match[4] ?? '';
      const at = cell.start + match.index + match[0].indexOf(digits);
      const isNegative = this.#isNegative || match[1] !== undefined || match[2] !== undefined || match[3] !== undefined;
      this.#push({
        digits,
        value: Number(digits.replaceAll(',', '')) * (isNegative ? -1 : 1),
        isPercent: match[6] !== undefined,
        start: at,
        end: at + digits.length,
        raw: cell.raw,
      });
    }
  }

  #push(cell: ValueCell): void {
    this.#isNegative = false;
    this.cells.push(cell);
  }

  #mend(text: string): void {
    const last = this.cells.at(-1);
    if (last && text.includes('%')) this.cells[this.cells.length - 1] = { ...last, isPercent: true };
  }
}

/** "Granted | $ | — | — |": a row that has only dashes, and heads nothing. */
export const isEmptyRow = ({ label, cells, texts }: TableLine): boolean =>
  /\p{L}/u.test(label) &&
  cells.length > 0 &&
  cells.every(({ digits }) => digits === null) &&
  texts.slice(1).every((text) => PLACEHOLDER.test(text) || LEAD.test(text) || TAIL.test(text));

/** Never fails: a line without a separator is one label without cells. A dash or `n/a` is a cell without a value. */
export function readLine(line: string): TableLine {
  const raws = rawCells(line);
  const filled = raws.filter(({ text }) => !blank(text));
  const reader = new LineReader();
  for (const [n, cell] of filled.entries()) reader.read(cell, n === 0);
  return {
    label: reader.label,
    cells: reader.cells,
    texts: filled.map(({ text }) => text.trim()),
    raws: raws.map(({ text }) => (blank(text) ? '' : text.trim())),
    rawCount: raws.length,
  };
}
