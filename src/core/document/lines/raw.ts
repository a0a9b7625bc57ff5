/** What plain-text and marked-up layout hand to assembly: blocks before they know their section, list and sentences. */
import type { BlockKind, Span } from '../model';

export interface RawBlock extends Span {
  readonly kind: BlockKind;
  readonly contentStart: number;
  /** Headings only. */
  readonly heading: RawHeading | null;
  /** List items and paragraphs that open with an ordinal: nesting and shape, so that siblings can be told. */
  readonly item: RawItem | null;
  /** Table rows: index into the raw tables, row −1 for the head. */
  readonly cell: { readonly table: number; readonly row: number } | null;
}

export interface RawHeading {
  readonly level: number;
  readonly numeral: string | null;
  readonly titleStart: number;
  readonly titleEnd: number;
}

export interface RawItem {
  readonly depth: number;
  readonly shape: string;
  readonly value: number | null;
}

export interface RawTable {
  readonly caption: Span | null;
  /** Rows of heads from the top, each head over every column it stands for. */
  readonly heads: readonly (readonly RawCell[])[];
  /** Titles and unit lines inside the table, above its heads. */
  readonly lines: readonly Span[];
  readonly rows: readonly (readonly RawCell[])[];
}

export type RawCell = Span & { readonly column: number };

export interface RawLayout {
  readonly blocks: readonly RawBlock[];
  readonly tables: readonly RawTable[];
}

/** A block whose content begins at its start, and which is no heading, item or row unless `extra` says so. */
export function rawBlock(
  kind: BlockKind,
  span: Span,
  extra: Partial<Omit<RawBlock, 'kind' | 'start' | 'end'>> = {},
): RawBlock {
  return {
    kind,
    start: span.start,
    end: span.end,
    contentStart: span.start,
    heading: null,
    item: null,
    cell: null,
    ...extra,
  };
}
