/** Which annotations of a document are listed: by colour, tag and words. Pure. */
import type { AnnotationRecord, HighlightColour } from '../../../../../contract/records';
import { searchForm } from '../../../../../core/base/fold';

export interface AnnotationFilter {
  /** Null for all colours. */
  readonly colour: HighlightColour | null;
  readonly tag: string | null;
  readonly words: string;
}

export const ALL_ANNOTATIONS: AnnotationFilter = { colour: null, tag: null, words: '' };

type Filtered = Pick<AnnotationRecord, 'start' | 'exact' | 'body' | 'colour' | 'tags'>;

/** Those that fit, in the order of the text; words are looked for in the quote, the comment and the tags. */
export function filtered<A extends Filtered>(
  annotations: readonly A[],
  { colour, tag, words }: AnnotationFilter,
): readonly A[] {
  const wanted = searchForm(words.trim());
  return annotations
    .filter((one) => colour === null || one.colour === colour)
    .filter((one) => tag === null || one.tags.includes(tag))
    .filter((one) => searchForm([one.exact, one.body, ...one.tags].join('\n')).includes(wanted))
    .toSorted((left, right) => left.start - right.start);
}

/** The tags in use, each once, by name. */
export const tagsOf = (annotations: readonly Pick<AnnotationRecord, 'tags'>[]): readonly string[] =>
  [...new Set(annotations.flatMap(({ tags }) => tags))].sort((left, right) => left.localeCompare(right));
