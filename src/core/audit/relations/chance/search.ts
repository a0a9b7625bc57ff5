/**
 * Looks for two figures of a pool that give a claim, and weighs what is found against chance: among many figures some pair
 * comes near any number. A tie counts only where so sharp a one was not to be expected of unrelated figures.
 */
import type { AuditFigure } from '../../model/model';
import { compareEnds, type Ends, mapEnds } from '../../arithmetic/ends';
import { type Relation, relateEnds } from '../../arithmetic/relation';
import { givenBy, type Item, type Way, WAYS, wordsOf } from './ways';

const NONE: readonly Item[] = [];

function hasValue(group: readonly Item[], value: number): boolean {
  for (const item of group) if (item.value === value) return true;
  return false;
}

/** Figures to look among, by their sort, each value once. */
class Pool {
  /** A pool has a few dozen figures of a few sorts: a look along both costs less than a table of either. */
  readonly #groups: Item[][] = [];
  readonly sorts: readonly string[];
  /** The sorts in their order, as one word. */
  readonly key: string;
  #isSorted = false;

  constructor(items: readonly Item[]) {
    const sorts: string[] = [];
    for (const item of items) {
      const at = sorts.indexOf(item.sort);
      const group = this.#groups[at];
      if (!group) {
        sorts.push(item.sort);
        this.#groups.push([item]);
      } else if (!hasValue(group, item.value)) group.push(item);
    }
    this.sorts = sorts;
    this.key = sorts.join('|');
  }

  /** Ascending, before anything is looked up: most pools are only counted. */
  sort(): void {
    if (this.#isSorted) return;
    for (const group of this.#groups) group.sort((a, b) => a.value - b.value);
    this.#isSorted = true;
  }

  of(sort: string): readonly Item[] {
    return this.#groups[this.sorts.indexOf(sort)] ?? NONE;
  }

  between(sort: string, low: number, high: number): readonly Item[] {
    const group = this.of(sort);
    let [from, to] = [0, group.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((group[middle]?.value ?? 0) < low) from = middle + 1;
      else to = middle;
    }
    const found: Item[] = [];
    for (let i = from; i < group.length; i += 1) {
      const item = group[i];
      if (!item || item.value > high) break;
      found.push(item);
    }
    return found;
  }
}

/** The values a claim may mean: with its sign, or either where its words leave the direction open. */
function meant(claim: Item, way: Way): readonly Ends[] {
  const isOpen = way.name === 'growth' && claim.figure.direction === null && !/[-−–+]/.test(claim.figure.quote);
  return isOpen ? [claim.ends, mapEnds(claim.ends, (value) => -value)] : [claim.ends];
}

const BLUNT = 0.09;
const relative = ({ low }: Ends): number => (low.high - low.low) / Math.max(Math.abs(low.point), Number.MIN_VALUE);

interface Tie {
  readonly way: Way;
  readonly a: Item;
  readonly b: Item;
  readonly value: Ends;
}

const WHOLE = 100;
/** A part of nothing or of the whole, and an operand that is the claim itself, are no evidence. */
function isEmpty({ way, a, b }: Tie, claim: Item): boolean {
  if (a.figure === b.figure || a.figure === claim.figure || b.figure === claim.figure) return true;
  // What is smaller than the claim's last digit adds nothing that can be seen.
  const step = claim.ends.low.high - claim.ends.low.low;
  if ((way.name === 'sum' || way.name === 'difference') && Math.min(Math.abs(a.value), Math.abs(b.value)) < step)
    return true;
  const isSameValue = (item: Item): boolean => item.sort === claim.sort && item.value === claim.value;
  if (isSameValue(a) || isSameValue(b)) return true;
  if (way.name === 'part') return b.value === WHOLE;
  return way.name === 'times' ? b.value === 1 : a.value === b.value;
}

type Pairing = readonly [Way, first: string, second: string];

/** The ways in which figures of two sorts of a pool can give a claim: a document has few sorts, and they come again with every claim. */
export class Pairings {
  readonly #pools = new WeakMap<readonly Item[], Pool>();
  readonly #known = new Map<string, readonly Pairing[]>();

  /** Claims of one row or column are sought in the same figures. */
  poolOf(items: readonly Item[]): Pool {
    const pool = this.#pools.get(items) ?? new Pool(items);
    this.#pools.set(items, pool);
    return pool;
  }

  of(claim: Item, pool: Pool, isNear: boolean): readonly Pairing[] {
    const { sorts } = pool;
    const key = `${claim.sort}|${isNear ? 1 : 0}|${pool.key}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = WAYS.filter((way) => isNear || !way.isNear).flatMap((way) =>
      sorts.flatMap((first) =>
        sorts.flatMap((second): readonly Pairing[] =>
          way.fits(first, second, claim.sort) ? [[way, first, second]] : [],
        ),
      ),
    );
    this.#known.set(key, found);
    return found;
  }
}

/** How many ties with the claim were to be expected by chance. */
function expectedIn(claim: Item, pool: Pool, ways: readonly Pairing[]): number {
  const [width, size] = [claim.ends.low.high - claim.ends.low.low, claim.value];
  let expected = 0;
  for (const [way, first, second] of ways)
    expected += pool.of(first).length * pool.of(second).length * way.chance(width, size);
  return expected;
}

/** Every tie of the claim in the pool. */
function search(claim: Item, pool: Pool, ways: readonly Pairing[]): readonly Tie[] {
  const ties: Tie[] = [];
  pool.sort();
  for (const [way, first, second] of ways)
    for (const claimed of meant(claim, way))
      for (const a of pool.of(first)) {
        const [x, y] = [way.partner(a.value, claimed.low.low), way.partner(a.value, claimed.low.high)];
        for (const b of pool.between(second, Math.min(x, y), Math.max(x, y))) {
          const value = givenBy(way, a, b);
          const tie = value && { way, a, b, value };
          if (
            tie &&
            (way.takes?.(b.figure) ?? true) &&
            !isEmpty(tie, claim) &&
            relative(value) <= BLUNT &&
            compareEnds(value, claimed) === 'tied'
          )
            ties.push(tie);
        }
      }
  return ties;
}

const distance = (claim: Item, { a, b }: Tie): number =>
  Math.abs(a.figure.start - claim.figure.start) + Math.abs(b.figure.start - claim.figure.start);

/** The nearest tie of the claim, unless so many were to be expected that it is no evidence. */
export function tieIn(claim: Item, pool: Pool, ways: readonly Pairing[], most: number): Relation | null {
  // What chance alone explains is not sought: among many figures that would take longest and be no evidence.
  if (expectedIn(claim, pool, ways) > most) return null;
  const ties = search(claim, pool, ways);
  if (ties.length === 0) return null;
  const [tie] = ties.toSorted((x, y) => distance(claim, x) - distance(claim, y));
  return tie ? relationOf(claim.figure, tie) : null;
}

function relationOf(claim: AuditFigure, { way, a, b, value }: Tie): Relation | null {
  const isFall = claim.direction === 'down' || value.low.point * Number(claim.low ?? claim.high) < 0;
  const relation = relateEnds(
    'share',
    { ...claim, direction: isFall ? 'down' : null },
    [a.figure, b.figure],
    value,
    wordsOf(way, a, b),
  );
  return relation && relation.verdict !== 'conflict' ? relation : null;
}
