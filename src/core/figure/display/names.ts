/**
 * What a figure is called: the words for what it measures, and the fact that it states. Window, exports and findings all ask
 * here, so that a figure has one name wherever it is spoken of.
 */
import { periodWords } from '../period/typed-period';

interface Measuring {
  /** The document's own words, or what a person typed. */
  readonly metricLabel: string | null;
  readonly metric: string | null;
}

interface Fact extends Measuring {
  readonly entity: string | null;
  /** As it is stored, `2026Q1`. */
  readonly period: string | null;
}

/** What it measures: the words for it, else the metric's name; null where neither is known. */
export const metricName = ({ metricLabel, metric }: Measuring): string | null => metricLabel ?? metric;

interface Labels {
  readonly metricLabel: string | null;
  readonly entityLabel: string | null;
  readonly entity: string | null;
}

/**
 * What the document calls it and what it is of, word for word: `Net sales · the Group`. Empty where neither is known. What
 * is of the entity itself repeats nothing.
 */
export const labelWords = ({ metricLabel, entityLabel, entity }: Labels): string =>
  [metricLabel, entityLabel === entity ? null : entityLabel].filter(Boolean).join(' · ');

/** What stands for the document of a figure that has none. */
export const NO_DOCUMENT = 'Typed by hand';

/** `AWS · Revenue · 2026 Q1`; what is not known is left out, and the quote stands in for a name where nothing is. */
export function figureName(figure: Fact & { readonly quote: string }): string {
  const metric = metricName(figure);
  const parts = [figure.entity, metric, figure.period && periodWords(figure.period)].filter(Boolean);
  return metric ? parts.join(' · ') : [figure.quote, ...parts].join(' · ');
}

/** `AWS Revenue 2026Q1` as a sentence says it; empty where nothing is known. */
export const factName = (figure: Fact): string =>
  [figure.entity, metricName(figure), figure.period].filter(Boolean).join(' ');
