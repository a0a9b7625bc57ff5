/**
 * A block with everything in it that can say what a figure is a figure of: mentions of metrics, entities and periods,
 * and where its clauses end. Built only for blocks that are asked about.
 */
import type { Citation } from '../../../citation/model';
import type { Block, Layout, Span } from '../../../document/model';
import type { Entities, EntityMention } from '../mentions/entity';
import { findMetrics, type MetricMention } from '../mentions/metric';
import type { Quantity } from '../../model';
import { type PeriodMention, periodsOf } from '../../period/period';
import { firstEndingAfter, within } from '../../../base/spans';

export interface BlockView {
  readonly start: number;
  readonly end: number;
  readonly metrics: readonly MetricMention[];
  readonly entities: readonly EntityMention[];
  readonly periods: readonly PeriodMention[];
  readonly figures: readonly Quantity[];
  /** The text is about no listed company. */
  readonly aboutMarkets: boolean;
  /** Of the text. */
  readonly language: string;
  /** Only metrics that begin here are asked for. */
  readonly focus?: Span;
}

/** Whether a mention begins inside the stretch that is asked about; everything counts where no stretch is given. */
export const inFocus = (mention: Span, focus: Span | undefined): boolean =>
  focus === undefined || (mention.start >= focus.start && mention.start < focus.end);

export class BlockViews {
  readonly #layout: Layout;
  readonly #entities: Entities;
  readonly #periods: readonly PeriodMention[];
  readonly #figures: readonly Quantity[];
  readonly #markers: readonly Citation[];
  /** Markers that a style has set: a title among their words names what the source is about. */
  readonly #titles: readonly Citation[];
  readonly #cache = new Map<number, BlockView>();

  constructor(layout: Layout, entities: Entities, figures: readonly Quantity[], citations: readonly Citation[]) {
    this.#layout = layout;
    this.#entities = entities;
    // A date inside a marker says when its source spoke.
    const markers = [...citations].sort((a, b) => a.start - b.start);
    this.#periods = periodsOf(layout).filter((mention) => isOutside(markers, mention));
    this.#markers = markers;
    this.#titles = markers.filter(({ style }) => style === 'author-year');
    this.#figures = figures;
  }

  get aboutMarkets(): boolean {
    return this.#entities.aboutMarkets;
  }

  isActor(name: string): boolean {
    return this.#entities.isActor(name);
  }

  /** The words of a block without the markers that cite. */
  ownWords({ start, end }: Block): string {
    const { text } = this.#layout;
    let words = '';
    let at = start;
    for (let next = firstEndingAfter(this.#markers, start); next < this.#markers.length; next += 1) {
      const marker = this.#markers[next];
      if (!marker || marker.start >= end) break;
      words += text.slice(at, Math.max(at, marker.start));
      at = Math.max(at, marker.end);
    }
    return words + text.slice(at, Math.max(at, end));
  }

  ofBlock(block: Block): BlockView {
    return this.of(block.start, block.end, block.contentStart);
  }

  of(start: number, end: number, contentStart = start): BlockView {
    const known = this.#cache.get(start);
    if (known && known.end === end) return known;
    const { text } = this.#layout;
    const view: BlockView = {
      start,
      end,
      metrics: findMetrics(text, contentStart, end, this.#layout.language).filter((one) =>
        isOutside(this.#titles, one),
      ),
      entities: this.#entities.mentions(text, contentStart, end),
      periods: within(this.#periods, start, end),
      figures: within(this.#figures, start, end),
      aboutMarkets: this.#entities.aboutMarkets,
      language: this.#layout.language,
    };
    // An absent heading has no length: it must not replace the view of the block that starts where it does.
    if (end > start) this.#cache.set(start, view);
    return view;
  }
}

function isOutside(markers: readonly Citation[], { start }: { readonly start: number }): boolean {
  const marker = markers[firstEndingAfter(markers, start)];
  return !marker || marker.start > start;
}

/** What no figure is worth looking across: further than any limit a caller sets. */
const OUT_OF_REACH = 400;

/** Signs that end a thought: what stands behind them is about something else. */
function breaks(text: string, at: number, code: number): boolean {
  switch (code) {
    case 0x3b: // ;
    case 0x3a: // :
    case 0x2014: // —
    case 0x2192: // →
    case 0x2022: // •
    case 0xff1b: // ；
    case 0x3002: // 。
    case 0xff1a: // ：
    case 0x0a:
      return true;
    case 0x2e: // a full stop, not a decimal point
      return text.charCodeAt(at + 1) === 0x20;
    case 0x2d:
    case 0x2013: // a dash set apart
      return text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at + 1) === 0x20;
    default:
      return false;
  }
}

/**
 * What stands between two places, as a cost: far away, behind a break, behind another figure, out of a parenthesis
 * (what stood in it was an aside); into one is near, because it is about what stands before it.
 */
export function crossing(text: string, from: number, to: number, figures: readonly Quantity[]): number {
  if (to <= from) return 0;
  if (to - from > OUT_OF_REACH) return to - from + OUT_OF_REACH;
  let cost = to - from;
  let broken = false;
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x60 && code < 0x7b) continue;
    if (code === 0x2c || code === 0xff0c) cost += 12;
    else if (code === 0x28 || code === 0x5b) depth += 1;
    else if (code === 0x29 || code === 0x5d) {
      if (depth > 0) depth -= 1;
      else cost += 60;
    } else if (!broken && breaks(text, i, code)) broken = true;
  }
  cost += depth * 8 + (broken ? 60 : 0);
  for (let i = firstEndingAfter(figures, from); i < figures.length; i += 1) {
    const figure = figures[i];
    if (!figure || figure.start >= to) break;
    if (figure.start >= from) cost += 20;
  }
  return cost;
}
