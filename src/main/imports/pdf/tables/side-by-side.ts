/** Whether two columns of a page are two tables beside each other, each with labels of its own. */
import { isPeriodHead } from '../../../../core/document/tables/period-head';
import { isValueText } from './cells';
import type { Segment } from '../printed/model';

const FEWEST_ROWS = 4;
/** Share of the rows of values that have a label before them, and of labels that are said once. */
const [LABELLED, DISTINCT] = [0.6, 0.7];
const SHORTEST = 6;
const SHORTEST_WIDE = 3;

interface Side {
  /** Baselines of its rows. */
  readonly bases: readonly number[];
  readonly size: number;
}

/**
 * Both sides have labels before their values, and rows or heads of their own: rows that the other side has not, or the same
 * periods again. A column of words within one table has neither.
 */
export function areTables(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length < 2 * FEWEST_ROWS || right.length < 2 * FEWEST_ROWS) return false;
  const [one, other] = [sideOf(right), sideOf(left)];
  if (one === null || other === null) return false;
  return (lacks(one, other) >= 2 && lacks(other, one) >= 2) || sharePeriods(left, right);
}

function sideOf(segments: readonly Segment[]): Side | null {
  const rows = rowsByBase(segments);
  const valued = rows.filter(
    (row) => row.slice(1).some(({ text }) => isValueText(text)) || isValueText(row[0]?.text ?? ''),
  );
  const labels = valued.flatMap((row) => {
    const [first, second] = row;
    const label = first && isCode(first.text) ? second : first;
    return label && isWorded(label.text) && row.at(-1) !== label ? [label.text.trim()] : [];
  });
  const isTable =
    labels.length >= FEWEST_ROWS &&
    labels.length >= LABELLED * valued.length &&
    new Set(labels).size >= DISTINCT * labels.length &&
    labels.reduce((sum, text) => sum + text.length, 0) >= labels.length * shortest(labels[0] ?? '');
  return isTable ? { bases: rows.map((row) => row[0]?.base ?? 0), size: segments[0]?.size ?? 10 } : null;
}

const shortest = (label: string): number => (/[\u3400-\u9fff]/.test(label) ? SHORTEST_WIDE : SHORTEST);
const isCode = (text: string): boolean => /^\s*\d{1,5}\s*$/.test(text);
const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text) && !isPeriodHead(text.trim());

function rowsByBase(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.base - b.base || a.x - b.x)) {
    const first = rows.at(-1)?.[0];
    if (first && segment.base - first.base <= 0.35 * first.size) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

/** How many rows of the other side stand on no baseline of this one. */
const lacks = (side: Side, other: Side): number =>
  other.bases.filter((base) => !side.bases.some((own) => Math.abs(own - base) <= 0.35 * side.size)).length;

function sharePeriods(left: readonly Segment[], right: readonly Segment[]): boolean {
  const periods = (segments: readonly Segment[]): ReadonlySet<string> =>
    new Set(segments.flatMap(({ text }) => (isPeriodHead(text.trim()) ? [text.trim()] : [])));
  const known = periods(left);
  return [...periods(right)].filter((one) => known.has(one)).length >= 2;
}
