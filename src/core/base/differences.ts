/** What differs between two lists, by the fewest items added and removed (Myers, "An O(ND) Difference Algorithm", 1986). Pure. */

/** Items `before[beforeStart..beforeEnd)` stand where `after[afterStart..afterEnd)` stand now; one of the two may be empty. */
export interface Difference {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Past this many items added and removed, what is left between the two ends counts as one difference: work stays bounded. */
const MOST_STEPS = 1500;

/** The stretches that differ, in order; all else is the same. Items are the same where they are equal texts. */
export function differencesOf(before: readonly string[], after: readonly string[]): readonly Difference[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  if (left.length === 0 && right.length === 0) return [];
  return joined(matchesOf(left, right) ?? [], left.length, right.length).map((one) => ({
    beforeStart: one.beforeStart + head,
    beforeEnd: one.beforeEnd + head,
    afterStart: one.afterStart + head,
    afterEnd: one.afterEnd + head,
  }));
}

type Match = readonly [before: number, after: number];

/** The stretches between items that match. */
function joined(matches: readonly Match[], before: number, after: number): readonly Difference[] {
  const found: Difference[] = [];
  let [left, right] = [0, 0];
  for (const [at, other] of [...matches, [before, after] as const]) {
    if (at > left || other > right) {
      found.push({ beforeStart: left, beforeEnd: at, afterStart: right, afterEnd: other });
    }
    [left, right] = [at + 1, other + 1];
  }
  return found;
}

/** Pairs of equal items, ascending in both; null where there is too much to compare. */
function matchesOf(before: readonly string[], after: readonly string[]): readonly Match[] | null {
  const [n, m] = [before.length, after.length];
  const most = Math.min(n + m, MOST_STEPS);
  // The farthest point on each diagonal, by steps taken; kept for each number of steps, to find the way back.
  let far = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let steps = 0; steps <= most; steps += 1) {
    trail.push(far);
    const next = new Map<number, number>();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = startOn(far, diagonal, steps);
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= n && x - diagonal >= m) return backFrom(trail, n, m);
    }
    far = next;
  }
  return null;
}

/** Where a diagonal begins after one more step: down from the one above it or right from the one below, the farther. */
function startOn(far: ReadonlyMap<number, number>, diagonal: number, steps: number): number {
  return isDown(far, diagonal, steps) ? (far.get(diagonal + 1) ?? 0) : (far.get(diagonal - 1) ?? 0) + 1;
}

function isDown(far: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  return diagonal !== steps && (far.get(diagonal - 1) ?? -1) < (far.get(diagonal + 1) ?? -1);
}

function backFrom(trail: readonly ReadonlyMap<number, number>[], n: number, m: number): readonly Match[] {
  const matches: Match[] = [];
  let [x, y] = [n, m];
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const far = trail[steps] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = steps === 0 ? 0 : startOn(far, diagonal, steps);
    while (x > start) {
      x -= 1;
      matches.push([x, x - diagonal]);
    }
    if (steps === 0) break;
    const from = isDown(far, diagonal, steps) ? diagonal + 1 : diagonal - 1;
    x = far.get(from) ?? 0;
    y = x - from;
  }
  return matches.toReversed();
}
