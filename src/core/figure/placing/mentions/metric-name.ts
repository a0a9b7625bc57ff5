/** The canonical name of a metric that a person or a table names in words. */
import { findMetrics, type Metric } from './metric';

/** The lexicon's metric where the whole label is one that it knows. */
export function wholeMetric(label: string): Metric | null {
  const [found] = findMetrics(label, 0, label.length);
  return found !== undefined && found.start === 0 && found.end === label.length ? found.metric : null;
}

/** The lexicon's name where the whole label is a metric it knows, else the words themselves, so that both compare. */
export function canonicalMetric(label: string): string {
  return (
    wholeMetric(label)?.id ??
    label
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '')
  );
}
