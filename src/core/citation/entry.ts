/** An entry of a reference list or a note, and the members of a source that one can give. */
import type { Span } from '../document/model';
import type { CslDate, CslName } from './model';

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
