/** How a figure is named and how its value reads where there is no column for its unit. Pure. */
import type { FigureRecord } from '../../../../contract/records';
import { unitLabel } from '../../../../core/figure/labels';
import { periodLabel } from '../../kit/format';

/** `AWS · Revenue · 2026 Q1`; what is not known is left out, and the quote stands in for a name where nothing is. */
export function figureName(
  figure: Pick<FigureRecord, 'entity' | 'metricLabel' | 'metric' | 'period' | 'quote'>,
): string {
  const metric = figure.metricLabel ?? figure.metric;
  const parts = [figure.entity, metric, figure.period && periodLabel(figure.period)].filter(Boolean);
  return metric ? parts.join(' · ') : [figure.quote, ...parts].join(' · ');
}

/** `37.6 USD bn`: the value with its unit as the grid shows them; the value alone where it has none. */
export const valueText = (figure: Pick<FigureRecord, 'value' | 'unit' | 'scale' | 'currency'>): string =>
  [figure.value, unitLabel(figure)].filter(Boolean).join(' ');
