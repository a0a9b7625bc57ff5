/** What is asked of the engine of citations, and what it gives. */
import type { CitationStyle, OwnStyle } from '../../../core/citation/styles';
import type { Inline } from '../note/note';
import type { Csl } from './work';

export interface Cited {
  /** The source's place among the sources, from 1. */
  readonly number: number;
  /** A page or table, as a reader of the source finds it. */
  readonly locator: string | null;
}

/** Everything that one note cites, in reading order. */
export interface CitationJob {
  readonly style: Exclude<CitationStyle, 'names'> | OwnStyle;
  /** BCP 47. */
  readonly language: string;
  readonly sources: readonly Csl[];
  /** Citations that stand together. */
  readonly clusters: readonly (readonly Cited[])[];
}

export interface Reference {
  /** Of its source, from 1. */
  readonly number: number;
  /** `[3]` in a style that numbers; null in others. */
  readonly label: string | null;
  readonly inlines: readonly Inline[];
}

export interface Formatted {
  /** What stands in each cluster's place; a style of notes has all of it in a footnote. */
  readonly clusters: readonly { readonly inlines: readonly Inline[]; readonly note: boolean }[];
  /** In the style's order. */
  readonly references: readonly Reference[];
}
