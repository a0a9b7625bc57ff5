/** Data between the steps of reading a PDF: runs, rows and blocks, in points from the page's top left. */

import type { Tags } from './tags';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A stretch of text in one font on one baseline. `x`…`h` are turned so that the text runs level; `box` is as printed. */
export interface Run extends Box {
  readonly text: string;
  readonly size: number;
  readonly base: number;
  readonly font: string;
  readonly bold: boolean;
  readonly page: number;
  readonly box: Box;
  /** Id of the marked content it stands in, `artifact` for what the file calls no part of the text, null for neither. */
  readonly content: string | null;
  /** Set small and high beside larger text. */
  readonly raised: boolean;
}

/** Runs on one baseline without a gap wide enough to part cells or columns. */
export interface Segment extends Box {
  readonly runs: readonly Run[];
  readonly size: number;
  readonly base: number;
  readonly bold: boolean;
  readonly page: number;
  readonly text: string;
}

/** Segments on one baseline, left to right. */
export interface Row extends Segment {
  readonly segments: readonly Segment[];
}

export interface PageContent {
  readonly number: number;
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Null where the file is not tagged. */
  readonly tags: Tags | null;
  readonly links: readonly (Box & { readonly href: string })[];
  /** Links to places in the file itself: `to` as pdf.js gives it, `key` equal for equal places. */
  readonly internalLinks: readonly (Box & { readonly key: string; readonly to: unknown })[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly rows: readonly Row[] }
  | { readonly kind: 'paragraph'; readonly rows: readonly Row[] }
  | ItemBlock
  | { readonly kind: 'note'; readonly label: string; readonly rows: readonly Row[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  /** The rows as they stand on the page, where they were found by their place. */
  readonly printed?: readonly Row[];
}

export interface ItemBlock {
  readonly kind: 'item';
  readonly ordered: boolean;
  /** No bullet or number is printed before its words. */
  readonly bare: boolean;
  /** Lists around its own. */
  readonly depth: number;
  readonly rows: readonly Row[];
}

export interface TableRow {
  readonly header: boolean;
  /** Lines of each cell, by column. */
  readonly cells: readonly (readonly Segment[])[];
}
