/** Which texts a drag of the fill handle puts where: down, up, right or left of the cells it starts from. Pure. */
import type { PlacedText } from '../data/edits';
import type { Bounds } from '../select/range';
import { continued } from './series';

type SeriesOptions = NonNullable<Parameters<typeof continued>[2]>;

/** Each column goes on by itself down or up, each row right or left; `to` is `from` drawn out to one side. */
export function planSeries(
  from: Bounds,
  to: Bounds,
  textAt: (row: number, column: number) => string,
  optionsOf: (column: number) => SeriesOptions,
): readonly PlacedText[] {
  const upright = to.top < from.top || to.bottom > from.bottom;
  const back = to.top < from.top || to.left < from.left;
  const seeds = upright ? span(from.top, from.bottom) : span(from.left, from.right);
  const targets = upright
    ? back
      ? span(to.top, from.top - 1)
      : span(from.bottom + 1, to.bottom)
    : back
      ? span(to.left, from.left - 1)
      : span(from.right + 1, to.right);
  const lines = upright ? span(from.left, from.right) : span(from.top, from.bottom);
  const turned = (list: readonly number[]) => (back ? list.toReversed() : list);
  const placed = lines.flatMap((line) => {
    const place = (at: number) => (upright ? { row: at, column: line } : { row: line, column: at });
    const texts = turned(seeds).map((at) => textAt(place(at).row, place(at).column));
    const options = optionsOf(upright ? line : from.right);
    const next = continued(texts, targets.length, { ...options, back });
    return turned(targets).map((at, index) => ({ ...place(at), text: next[index] ?? '' }));
  });
  // The writer reads rows from the first to the last of them.
  return placed.toSorted((left, right) => left.row - right.row || left.column - right.column);
}

const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
