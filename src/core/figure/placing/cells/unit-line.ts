/** Lines that say in which unit the table beside them is printed, and nothing else. */
import lineData from '../../../../../resources/lexicon/unit-lines.json';
import { remembered } from '../../../base/remembered';
import type { Span, Table } from '../../../document/model';

const SCALES: ReadonlySet<string> = new Set(lineData.scales);
const LINE_WORDS: ReadonlySet<string> = new Set([...lineData.words, ...lineData.scales]);
const HAN_LINE =
  /^(?:单位|單位|人民币|币种|货币|百万|千万|十亿|[千万亿]|[美港欧日]?元|港币|除|每股|数据|另有说明|外|股)+$/u;
const LONGEST_UNIT_LINE = 200;

/** A line that says nothing but the unit of the table beside it: `(in thousands, except per share data)`, `单位：亿元`. */
export const isUnitLine: (line: string) => boolean = remembered(saysUnitOnly);

function saysUnitOnly(line: string): boolean {
  if (line.length > LONGEST_UNIT_LINE) return false;
  const parts = line
    .toLowerCase()
    .split(/[\s,;:：.()（）[\]*_|/—–-]+|[$€£¥₹]/u)
    .filter((part) => part !== '');
  if (parts.length === 0) return false;
  const han = (part: string) => HAN_LINE.test(part) && !/^[一-鿿]$/u.test(part);
  return (
    parts.every((part) => LINE_WORDS.has(part) || han(part)) && parts.some((part) => SCALES.has(part) || han(part))
  );
}

/** `2025 | $’000 | 2024 | $’000` over values in every other column: a unit over no value is that of the table. */
export const strayUnits = ({ head }: Table, valued: readonly number[]): readonly Span[] =>
  head.filter(({ column, text }) => column > 0 && !valued.includes(column) && isUnitLine(text)).slice(0, 1);

const IN_BRACKETS = /^[(（][^()（）]{1,12}[)）]$/u;
const FEWEST_UNITS = 2;

/** The column right behind that of the labels, where each cell that holds something is a short bracket; else null. */
export function unitColumn({ rows }: Table, labels: number): number | null {
  const at = labels + 1;
  const cells = rows.flatMap(({ cells: all }) => all.filter(({ column }) => column === at));
  const written = cells.map(({ text }) => text.trim()).filter((words) => words !== '');
  if (written.length < FEWEST_UNITS) return null;
  return written.every((words) => IN_BRACKETS.test(words) && !/^[(（][\d.,\s]+[)）]$/u.test(words)) ? at : null;
}
