/**
 * Which stretches of a newer text are those of an older one: by lines, then by words between them, anchored on what occurs
 * once on both sides (patience). Near linear; what moved is not followed, only what stayed in order.
 */
import type { Span } from '../model';

/** `length` characters from `from` in the old text stand at `to` in the new one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

export interface Alignment {
  /** In order in both texts, never touching or overlapping. */
  readonly stretches: readonly Stretch[];
  /** Where a span of the old text is now, with so many characters on each side unchanged with it; null where they are not. */
  readonly find: (span: Span, around: number) => Span | null;
  /** Where an offset of the old text would be now, by what stands before it: a guess to search from. */
  readonly near: (offset: number) => number;
}

interface Token extends Span {
  readonly text: string;
}

interface Range {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/**
 * Stretches that both texts share, in order, with look-ups from the old text to the new. Offsets count UTF-16 code
 * units. Words that occur more than once on a side anchor nothing, so that a repeated line is not matched with another
 * one.
 */
export function align(before: string, after: string): Alignment {
  const found: Stretch[] = [];
  const keep = (from: number, to: number, length: number): void => {
    if (length > 0) found.push({ from, to, length });
  };
  const whole = { from: 0, fromEnd: before.length, to: 0, toEnd: after.length };
  for (const gap of matchTokens(before, after, whole, /[^\n]*\n|[^\n]+/g, keep)) {
    for (const rest of matchTokens(before, after, gap, /\s+|[^\s]+/g, keep)) trim(before, after, rest, keep);
  }
  return withLookup(joined(found), before.length, after.length);
}

/** Ranges are worked off a list: recursion would go as deep as the text is long. */
function matchTokens(
  before: string,
  after: string,
  range: Range,
  pattern: RegExp,
  keep: (from: number, to: number, length: number) => void,
): readonly Range[] {
  const old = tokens(before.slice(range.from, range.fromEnd), pattern, range.from);
  const now = tokens(after.slice(range.to, range.toEnd), pattern, range.to);
  const gaps: Range[] = [];
  const open = [{ a: 0, aEnd: old.length, b: 0, bEnd: now.length }];
  for (let part = open.pop(); part; part = open.pop()) {
    let { a, aEnd, b, bEnd } = part;
    const same = (i: number, j: number): boolean => old[i]?.text === now[j]?.text;
    const take = (i: number, j: number): void => {
      const [one, other] = [old[i], now[j]];
      if (one && other) keep(one.start, other.start, one.text.length);
    };
    while (a < aEnd && b < bEnd && same(a, b)) take(a++, b++);
    while (a < aEnd && b < bEnd && same(aEnd - 1, bEnd - 1)) take(--aEnd, --bEnd);
    if (a === aEnd || b === bEnd) continue;
    const pairs = commonOnce(old, now, { a, aEnd, b, bEnd });
    if (pairs.length === 0) {
      gaps.push({
        from: old[a]?.start ?? 0,
        fromEnd: old[aEnd - 1]?.end ?? 0,
        to: now[b]?.start ?? 0,
        toEnd: now[bEnd - 1]?.end ?? 0,
      });
      continue;
    }
    for (const [i, j] of pairs) {
      open.push({ a, aEnd: i, b, bEnd: j });
      take(i, j);
      [a, b] = [i + 1, j + 1];
    }
    open.push({ a, aEnd, b, bEnd });
  }
  return gaps;
}

function tokens(text: string, pattern: RegExp, offset: number): readonly Token[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const start = offset + match.index;
    return { start, end: start + match[0].length, text: match[0] };
  });
}

interface Part {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Pairs of tokens that occur once on each side, the longest run of them that is in order on both. */
function commonOnce(
  old: readonly Token[],
  now: readonly Token[],
  { a, aEnd, b, bEnd }: Part,
): (readonly [number, number])[] {
  const here = onceIn(now, b, bEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [text, i] of onceIn(old, a, aEnd)) {
    const j = here.get(text);
    if (j !== undefined && j >= 0 && i >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs.sort((one, other) => one[0] - other[0]));
}

/** Where each token is; -1 for one that occurs more than once. */
function onceIn(list: readonly Token[], from: number, end: number): Map<string, number> {
  const at = new Map<string, number>();
  for (let index = from; index < end; index += 1) {
    const text = list[index]?.text ?? '';
    at.set(text, at.has(text) ? -1 : index);
  }
  return at;
}

function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rising: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

/** What two stretches without a word in common share at their ends. */
function trim(
  before: string,
  after: string,
  { from, fromEnd, to, toEnd }: Range,
  keep: (from: number, to: number, length: number) => void,
): void {
  const most = Math.min(fromEnd - from, toEnd - to);
  let head = 0;
  while (head < most && before[from + head] === after[to + head]) head += 1;
  keep(from, to, head);
  let tail = 0;
  while (tail < most - head && before[fromEnd - 1 - tail] === after[toEnd - 1 - tail]) tail += 1;
  keep(fromEnd - tail, toEnd - tail, tail);
}

function joined(found: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const next of found.toSorted((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && last.from + last.length === next.from && last.to + last.length === next.to) {
      stretches[stretches.length - 1] = { ...last, length: last.length + next.length };
    } else stretches.push(next);
  }
  return stretches;
}

function withLookup(stretches: readonly Stretch[], oldLength: number, newLength: number): Alignment {
  const lastBefore = (offset: number): Stretch | undefined => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return stretches[low - 1];
  };
  return {
    stretches,
    find: ({ start, end }, around) => {
      const [first, last] = [Math.max(0, start - around), Math.min(oldLength, end + around)];
      const stretch = lastBefore(first);
      if (!stretch || stretch.from + stretch.length < last) return null;
      const shift = stretch.to - stretch.from;
      return { start: start + shift, end: end + shift };
    },
    near: (offset) => {
      const stretch = lastBefore(offset);
      if (!stretch) return Math.min(offset, newLength);
      return Math.min(newLength, stretch.to + Math.min(offset - stretch.from, stretch.length));
    },
  };
}
