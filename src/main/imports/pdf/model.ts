/** What the steps of reading a PDF hand to each other: runs, rows and blocks, in points from the page's top left. */

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
  readonly links: readonly (Box & { readonly href: string })[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly rows: readonly Row[] }
  | { readonly kind: 'paragraph'; readonly rows: readonly Row[] }
  | { readonly kind: 'item'; readonly ordered: boolean; readonly indent: number; readonly rows: readonly Row[] }
  | { readonly kind: 'note'; readonly label: string; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly header: boolean;
  /** Lines of each cell, by column. */
  readonly cells: readonly (readonly Segment[])[];
}
