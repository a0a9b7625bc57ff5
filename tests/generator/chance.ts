/** Chance for documents: the same seed gives the same document, and neighbouring seeds have nothing in common. */
import { Random } from '../fuzz/random';

export class Chance extends Random {
  constructor(seed: number) {
    super(Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995);
    for (let i = 0; i < 8; i++) this.next();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  real(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  yes(probability: number): boolean {
    return this.next() < probability;
  }

  shuffled<T>(items: readonly T[]): readonly T[] {
    const left = [...items];
    const out: T[] = [];
    while (left.length > 0) out.push(...left.splice(this.below(left.length), 1));
    return out;
  }

  some<T>(items: readonly T[], count: number): readonly T[] {
    return this.shuffled(items).slice(0, count);
  }
}
