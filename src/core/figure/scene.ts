/**
 * A block with everything in it that can say what a figure is a figure of: mentions of metrics, entities and periods,
 * and where its clauses end. Built only for blocks that are asked about.
 */
import type { Citation } from '../citation/model';
import type { Block, Layout } from '../document/model';
import type { Entities, EntityMention } from './entity';
import { findMetrics, type MetricMention } from './metric';
import type { Quantity } from './model';
import { type PeriodMention, periodsOf } from './period';
import { firstEndingAfter, within } from './spans';

export interface Scene {
  readonly start: number;
  readonly end: number;
  readonly metrics: readonly MetricMention[];
  readonly entities: readonly EntityMention[];
  readonly periods: readonly PeriodMention[];
  readonly figures: readonly Quantity[];
}

export class Scenes {
  readonly #layout: Layout;
  readonly #entities: Entities;
  readonly #periods: readonly PeriodMention[];
  readonly #figures: readonly Quantity[];
  readonly #cache = new Map<number, Scene>();

  constructor(layout: Layout, entities: Entities, figures: readonly Quantity[], citations: readonly Citation[]) {
    this.#layout = layout;
    this.#entities = entities;
    // A date inside a marker says when its source spoke.
    const markers = [...citations].sort((a, b) => a.start - b.start);
    this.#periods = periodsOf(layout).filter((mention) => {
      const marker = markers[firstEndingAfter(markers, mention.start)];
      return !marker || marker.start > mention.start;
    });
    this.#figures = figures;
  }

  ofBlock(block: Block): Scene {
    return this.of(block.start, block.end, block.contentStart);
  }

  of(start: number, end: number, contentStart = start): Scene {
    const known = this.#cache.get(start);
    if (known && known.end === end) return known;
    const { text } = this.#layout;
    const scene: Scene = {
      start,
      end,
      metrics: findMetrics(text, contentStart, end),
      entities: this.#entities.mentions(text, contentStart, end),
      periods: within(this.#periods, start, end),
      figures: within(this.#figures, start, end),
    };
    this.#cache.set(start, scene);
    return scene;
  }
}

const BREAKS = /[;:—→•；。：]|\s[–-]\s|\. |\n/;

/** What stands between two places, as a cost: far away, behind a break, behind another figure. */
export function crossing(text: string, from: number, to: number, figures: readonly Quantity[]): number {
  if (to <= from) return 0;
  const gap = text.slice(from, Math.min(to, from + 400));
  let cost = to - from;
  if (BREAKS.test(gap)) cost += 60;
  for (const char of gap) if (char === ',' || char === '，') cost += 12;
  cost += parentheses(gap);
  for (let i = firstEndingAfter(figures, from); i < figures.length; i += 1) {
    const figure = figures[i];
    if (!figure || figure.start >= to) break;
    if (figure.start >= from) cost += 20;
  }
  return cost;
}

/** Out of a parenthesis is far: what stood in it was an aside. Into one is near: it is about what stands before it. */
function parentheses(gap: string): number {
  let depth = 0;
  let left = 0;
  for (const char of gap) {
    if (char === '(' || char === '[') depth += 1;
    else if ((char === ')' || char === ']') && depth > 0) depth -= 1;
    else if (char === ')' || char === ']') left += 1;
  }
  return depth * 8 + left * 60;
}
