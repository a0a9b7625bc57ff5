/** Citation markers in a text and the sources they point to. */
import type { Span } from '../document/model';
import type { Via } from '../base/via';

/** A source [W3] as CSL-JSON 1.0.2; only the members this product reads are named, the rest is kept as it came. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly page?: string;
  readonly note?: string;
  readonly [member: string]: unknown;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
}

export type MarkerStyle =
  | 'bracket-name'
  | 'bracket-number'
  | 'footnote'
  | 'superscript'
  | 'source-parenthesis'
  | 'source-line'
  | 'dated-parenthesis'
  | 'according-to'
  | 'link'
  | 'author-year'
  | 'symbol'
  | 'wiki';

/** A citation [W4]: one marker in a text, `[Reuters]`, `[3]`, `(Source: X)`, `according to X`. */
export interface Citation extends Span {
  readonly index: number;
  /** The marker's own words without brackets: `Reuters`, `3`. */
  readonly marker: string;
  readonly style: MarkerStyle;
  /** Index into `sources`. */
  readonly source: number;
  /** Page, table or paragraph where the marker gives one. */
  readonly locator: string | null;
  /** The stretches it vouches for: the clause it closes, or, from a lead-in that ends in a colon, its list or table. */
  readonly scopes: readonly (Span & { readonly via: Via })[];
}

export interface Citations {
  readonly citations: readonly Citation[];
  /** One entry per distinct source; filled in from a reference list where the document has one. Ids are `s1`, `s2` …. */
  readonly sources: readonly CslItem[];
}

/** An entry as it stands in the document; `label` is its number or sign, null where it has none. */
export interface Entry extends Span {
  readonly label: string | null;
  readonly block: number;
  readonly text: string;
  /** Address of a link in the entry whose words are not the address. */
  readonly url: string | null;
  /** What the file itself says of the source, beside the words. */
  readonly source: EntryFields | null;
}

/** The members of a source that an entry can give. */
export interface EntryFields {
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly note?: string;
}
