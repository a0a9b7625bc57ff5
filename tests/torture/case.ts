/** What a case of the campaign is given and what it answers. */
import type { Random } from '../fuzz/random';
import type { Masters } from './notebooks';

export interface Round {
  readonly random: Random;
  /** A notebook of its own in a folder of its own. */
  readonly path: string;
  readonly worker: string;
  readonly masters: Masters;
}

export interface Result {
  /** What the table counts besides rounds: acknowledged edits, flips that changed something. */
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

export type Case = (round: Round) => Result | Promise<Result>;
