/** Which way a figure went, where what it is of can go any. */
import type { FigureKind, Quantity, Direction } from '../../model';
import { isNegative } from '../../decimal';
import type { MetricChoice } from './choose-metric';
import { directionOf } from './direction';
import { hasTrait } from '../mentions/metric';
import { AGAINST } from './of-stock';
import type { BlockView } from '../scope/block-view';

export const CHANGING: ReadonlySet<FigureKind> = new Set(['growth', 'delta', 'bps']);

/** Changes have a way; a level has none, except an upside, a better-than or a printed sign. */
export function way(text: string, quantity: Quantity, view: BlockView, metric: MetricChoice): Direction | null {
  if (metric.kind === 'growth') {
    if (quantity.direction) return quantity.direction;
    const bounded = quantity.qualifier === 'at-most' || quantity.qualifier === 'at-least';
    // "growth slowed to the 12% range": the rate fell, what it measures still grew.
    const rate = /\bgrowth\b[^.;:()]{0,40}$/i.test(
      text.slice(Math.max(view.start, quantity.start - 64), quantity.start),
    );
    if (rate && !/\b(?:negative|minus)\b/i.test(text.slice(Math.max(view.start, quantity.start - 64), quantity.start)))
      return 'up';
    return bounded ? 'up' : (directionOf(text, quantity, view) ?? 'up');
  }
  if (metric.metric?.endsWith('_surprise') && !quantity.direction) {
    if (AGAINST.exec(text.slice(quantity.end, quantity.end + 48))?.[2]) return 'down';
    return quantity.low !== null && isNegative(quantity.low) ? 'down' : 'up';
  }
  if (hasTrait(metric.metric, 'way')) return quantity.direction ?? 'up';
  return CHANGING.has(metric.kind) ? directionOf(text, quantity, view) : null;
}
