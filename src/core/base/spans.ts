/** Look-ups in lists of spans that are ordered by start and do not overlap. */
import type { Span } from './span';

/** First index whose item ends behind `at`, in a list ordered by start without overlaps. */
export function firstEndingAfter(items: readonly Pick<Span, 'end'>[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those that lie wholly between `start` and `end`. */
export function within<T extends Span>(items: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let i = firstEndingAfter(items, start); i < items.length; i += 1) {
    const item = items[i];
    if (!item || item.start >= end) break;
    if (item.start >= start && item.end <= end) found.push(item);
  }
  return found;
}
