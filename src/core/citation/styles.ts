/** Styles in which citations are set: names of the program's own, those that the typesetter has, and files of CSL 1.0. */
import { namesOf } from '../base/names';

/** By the name that the typesetter knows; `names` is ours: each citation is its source's short name. */
const STYLES = {
  names: 'Short names',
  apa: 'APA',
  'chicago-author-date': 'Chicago, author and date',
  'chicago-notes': 'Chicago, notes',
  'harvard-cite-them-right': 'Harvard',
  ieee: 'IEEE',
  'modern-language-association': 'MLA',
  vancouver: 'Vancouver',
  'gb-7714-2015-numeric': 'GB/T 7714, numbers',
  'gb-7714-2015-author-date': 'GB/T 7714, author and date',
} as const satisfies Readonly<Record<string, string>>;

export type CitationStyle = keyof typeof STYLES;

/** In the order in which they are offered; the first is taken unless another is asked for. */
export const CITATION_STYLES: readonly CitationStyle[] = namesOf<CitationStyle>(STYLES);
export const USUAL_STYLE: CitationStyle = 'names';

/** What a person calls the style. */
export const styleLabel = (style: CitationStyle): string => STYLES[style];

/** Whether something from outside names a style. */
export const isCitationStyle = (value: unknown): value is CitationStyle =>
  typeof value === 'string' && Object.hasOwn(STYLES, value);

/** Other names by which people ask for a style. */
const ALIASES: Readonly<Record<string, CitationStyle>> = {
  chicago: 'chicago-author-date',
  harvard: 'harvard-cite-them-right',
  mla: 'modern-language-association',
  'gb-7714': 'gb-7714-2015-numeric',
};

/** The style that a typed name means, null where it means none. */
export function styleNamed(name: string): CitationStyle | null {
  const low = name.trim().toLowerCase();
  return isCitationStyle(low) ? low : (ALIASES[low] ?? null);
}

/** A style of a person's own, as the text of its file. */
export interface OwnStyle {
  readonly csl: string;
}

/** Characters of a .csl file: the longest published ones have a fifth of it. */
export const LONGEST_CSL = 1_000_000;
