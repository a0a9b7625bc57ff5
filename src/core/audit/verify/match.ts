/** How well a number of the evidence is labelled as a claim's figure is: words by their rarity, then the time. */
import type { ClaimFigure } from './asked';
import type { Datum } from './model';
import { timeFit } from './times';
import { isLight } from './words';

/** Rarer words distinguish rows better: "product" before "revenue" where every row has "revenue". */
export class Rarity {
  readonly #rows = new Map<string, number>();
  readonly #all = new Set<string>();
  #count = 1;

  constructor(data: readonly Datum[]) {
    const seen = new Set<number>();
    for (const { row, label, around, table } of data) {
      for (const word of around) this.#all.add(word);
      for (const word of label) this.#all.add(word);
      if (seen.has(row) || table === null) continue;
      seen.add(row);
      this.#count += 1;
      for (const word of label) this.#rows.set(word, (this.#rows.get(word) ?? 0) + 1);
    }
  }

  has(word: string): boolean {
    return this.#all.has(word);
  }

  of(word: string): number {
    const rare = Math.log(1 + this.#count / (this.#rows.get(word) ?? 1)) / Math.log(1 + this.#count);
    return rare * (isLight(word) ? LIGHT : 1);
  }
}

const LIGHT = 0.35;

/** A row's label should be covered by the claim, and the claim's words by row, head and caption. */
const LABEL = 0.6;
const PROSE = 0.5;
const HEADS = 0.6;

/**
 * 0 to 1: how many of the number's own words the claim has, and how many of the claim's words the number has, both
 * weighted by rarity.
 */
function labelScore(figure: ClaimFigure, datum: Datum, rarity: Rarity): number {
  let own = 0;
  let met = 0;
  for (const word of datum.label) {
    const weight = rarity.of(word);
    own += weight;
    met += weight * (figure.words.get(word) ?? 0);
  }
  let asked = 0;
  let given = 0;
  for (const [word, near] of figure.words) {
    if (!rarity.has(word)) continue;
    const weight = rarity.of(word) * near;
    asked += weight;
    if (datum.label.has(word)) given += weight;
    else if (datum.around.has(word)) given += weight * HEADS;
  }
  const precision =
    datum.table === null ? PROSE : Math.max(own === 0 ? 0 : met / own, BY_HEAD * headPrecision(figure, datum, rarity));
  const recall = asked === 0 ? 0 : given / asked;
  return LABEL * precision + (1 - LABEL) * recall;
}

/** A row "Outstanding, end of year" says no more than a state: what is counted stands over the column. */
const BY_HEAD = 0.8;

function headPrecision(figure: ClaimFigure, { label, heads }: Datum, rarity: Rarity): number {
  let own = 0;
  let met = 0;
  for (const word of [...label, ...heads]) {
    const weight = rarity.of(word);
    own += weight;
    met += weight * (figure.words.get(word) ?? 0);
  }
  return own === 0 ? 0 : met / own;
}

/** What it counts for that a number stands under a time the claim names, or under another. */
const IN_TIME = 0.2;
const OUT_OF_TIME = -0.3;
/** A time of another clause weighs less. */
const OUT_OF_CLAUSE = -0.06;

/**
 * A bonus where the times agree, a malus where they do not, 0 where either side names none. A time of another clause
 * weighs less.
 */
function timeScore(figure: ClaimFigure, datum: Datum): number {
  const fit = timeFit(figure.times, datum.times);
  if (fit === 'unknown') return 0;
  if (!figure.isTimed) return fit === 'same' ? IN_TIME / 2 : OUT_OF_CLAUSE;
  return fit === 'same' ? IN_TIME : OUT_OF_TIME;
}

export interface Ranked {
  readonly datum: Datum;
  readonly label: number;
  readonly time: number;
  readonly score: number;
}

/** All numbers, best label and time first. */
export function rank(figure: ClaimFigure, data: readonly Datum[], rarity: Rarity): readonly Ranked[] {
  return data
    .map((datum): Ranked => {
      const label = labelScore(figure, datum, rarity);
      const time = timeScore(figure, datum);
      return { datum, label, time, score: label + time };
    })
    .toSorted((a, b) => b.score - a.score);
}
