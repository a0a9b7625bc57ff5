/**
 * A block with everything in it that can say what a figure is a figure of: mentions of metrics, entities and periods,
 * and where its clauses end. Built only for blocks that are asked about.
 */
import type { Block, Layout } from '../document/model';
import type { Entities, EntityMention } from './entity';
import { findMetrics, type MetricMention } from './metric';
import type { Quantity } from './model';
import { findPeriods, type PeriodMention } from './period';

export interface Scene {
  readonly start: number;
  readonly end: number;
  readonly metrics: readonly MetricMention[];
  readonly entities: readonly EntityMention[];
  readonly periods: readonly PeriodMention[];
  readonly figures: readonly Quantity[];
}

/** First index whose item ends behind `at`, in a list ordered by start without overlaps. */
export function firstEndingAfter(items: readonly { readonly end: number }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function within<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  start: number,
  end: number,
): T[] {
  const found: T[] = [];
  for (let i = firstEndingAfter(items, start); i < items.length; i += 1) {
    const item = items[i];
    if (!item || item.start >= end) break;
    if (item.start >= start && item.end <= end) found.push(item);
  }
  return found;
}

export class Scenes {
  readonly #layout: Layout;
  readonly #entities: Entities;
  readonly #periods: readonly PeriodMention[];
  readonly #figures: readonly Quantity[];
  readonly #cache = new Map<number, Scene>();

  constructor(layout: Layout, entities: Entities, figures: readonly Quantity[]) {
    this.#layout = layout;
    this.#entities = entities;
    this.#periods = findPeriods(layout.text);
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

const BREAKS = /[;:—→•]|\s[–-]\s|\. |\n/;

/** What stands between two places, as a cost: far away, behind a break, behind another figure. */
export function crossing(text: string, from: number, to: number, figures: readonly Quantity[]): number {
  if (to <= from) return 0;
  const gap = text.slice(from, Math.min(to, from + 400));
  let cost = to - from;
  if (BREAKS.test(gap)) cost += 60;
  for (const char of gap) if (char === ',') cost += 12;
  cost += parentheses(gap) * 30;
  for (let i = firstEndingAfter(figures, from); i < figures.length; i += 1) {
    const figure = figures[i];
    if (!figure || figure.start >= to) break;
    if (figure.start >= from) cost += 20;
  }
  return cost;
}

/** Parentheses left open or closed too often on the way: one side is inside, the other is not. */
function parentheses(gap: string): number {
  let depth = 0;
  let lowest = 0;
  for (const char of gap) {
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  return depth - 2 * lowest;
}
