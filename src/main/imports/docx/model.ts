/** What the parts of a Word document say, before it is written as text and marks. */
import type { Relation } from '../archive/relations';
import type { Attributes } from '../archive/xml';

/** A stretch of a paragraph in one form; an empty one only carries a comment's end. */
export interface Piece {
  readonly text: string;
  readonly raised: boolean;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** Of the link it stands in, as the file gives it. */
  readonly href: string | null;
  /** Of the place in the document to which its link leads. */
  readonly jump: string | null;
  /** Key of the note it refers to (`footnote 3`), whose label is given when the text is written. */
  readonly note: string | null;
  /** Ids of comments that begin or end before it. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

export interface ListPlace {
  readonly list: string;
  readonly depth: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: string | null;
  /** Heading level as set on the paragraph itself, from 1. */
  readonly outline: number | null;
  /** `none` where the paragraph takes itself out of the list of its style. */
  readonly list: ListPlace | 'none' | null;
  readonly pieces: readonly Piece[];
  /** Names of places that begin in it. */
  readonly places: readonly string[];
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly columns: number;
  /** The cell above reaches down into this one. */
  readonly continued: boolean;
}

export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly TableCell[];
}

export interface DocxTable {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

export type DocxBlock = Paragraph | DocxTable;

export type BodyProblem = 'W_TRACKED' | 'W_EXTERNAL' | 'W_CONTENTS' | 'W_PICTURES' | 'W_HIDDEN';

/** What reading a part needs, and where what was read goes. */
export interface BodyReader {
  readonly relations: ReadonlyMap<string, Relation>;
  /** Character styles that raise. */
  readonly raised: ReadonlySet<string>;
  readonly problem: (code: BodyProblem, count?: number) => void;
  /** A top-level block is read; `group` is the note or comment it belongs to, null in the text itself. */
  readonly block: (block: DocxBlock, group: Attributes | null) => void;
  /** The element that groups blocks: `footnote`, `endnote`, `comment`; null where the part is one text. */
  readonly groups: string | null;
}
