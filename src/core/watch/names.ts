/** What an indicator and a figure measure, as sets of words, so that one can be found under the other's name. */
import data from '../../../resources/audit/watch.json';
import { searchForm } from '../base/fold';

const IGNORED: ReadonlySet<string> = new Set(data.ignored);
const FORMS: ReadonlyMap<string, string> = new Map(Object.entries(data.forms));

/** The words of a name that say what is measured, each in its one form. */
export function measureWords(text: string): ReadonlySet<string> {
  const words = searchForm(text).split(/[^\p{L}\p{N}/-]+/u);
  const said = words.flatMap((word) => (FORMS.get(word) ?? word).split(/[\s_]+/));
  return new Set(said.filter((word) => word !== '' && word !== '-' && word !== '/' && !IGNORED.has(word)));
}

export interface Named {
  readonly metric: string | null;
  readonly metricLabel: string | null;
  readonly entity: string | null;
  readonly basis: string | null;
  readonly period: string | null;
}

/** What one may call a figure: its label, its metric, what it is of, how it is counted. */
function figureWords({ metric, metricLabel, entity, basis, period }: Named): ReadonlySet<string> {
  const trailing = period?.startsWith('TTM-') === true ? 'ttm' : null;
  const parts = [metricLabel, metric?.replaceAll('_', ' '), entity, basis, trailing];
  return measureWords(parts.filter((part) => part !== null && part !== undefined).join(' '));
}

export interface Binding {
  /** What is watched, in words: "AWS growth, YoY". */
  readonly name: string;
  /** Canonical metric of the figures it was first read with; null where none. */
  readonly metric: string | null;
  /** The company, by every name that may stand with a figure without saying more. */
  readonly company: readonly string[];
}

/**
 * Whether a figure is a reading of what is watched: it says every word of the indicator, and none besides but the words of
 * the same metric and of the company.
 */
export function measures(binding: Binding, figure: Named): boolean {
  const wanted = measureWords(binding.name);
  if (wanted.size === 0) return false;
  const company = measureWords(binding.company.join(' '));
  const said = figureWords(figure);
  const own = measureWords(binding.metric?.replaceAll('_', ' ') ?? '');
  const isSaid = (word: string): boolean => said.has(word) || company.has(word);
  const isWanted = (word: string): boolean =>
    wanted.has(word) || own.has(word) || company.has(word) || COUNTED.has(word);
  return [...wanted].every(isSaid) && [...said].every(isWanted);
}

/** How a figure is counted may be said by the figure alone: an indicator without it means the usual one. */
const COUNTED: ReadonlySet<string> = new Set(['yoy', 'ttm', 'gaap']);
