/** What *Find support* answers of a claim: each figure, where it stands in the evidence or how it follows from there. */
import type { Span } from '../../document/model';

export type Support = {
  /** `direct`: printed there; `derived`: follows from what is printed there. */
  readonly kind: 'direct' | 'derived';
  /** With operands as printed: `1,083,517 ÷ 1,120,188 − 1`. */
  readonly expression: string;
  readonly operands: readonly (Span & {
    readonly quote: string;
    /** Index into the evidence texts. */
    readonly evidence: number;
  })[];
};

export type SupportVerdict = 'supported' | 'contradicted' | 'not_found';

export interface FigureSupport {
  readonly quote: string;
  readonly verdict: SupportVerdict;
  readonly support: Support | null;
}

export interface Verification {
  readonly verdict: SupportVerdict;
  readonly figures: readonly FigureSupport[];
}

/** A number of the evidence with the words that say what it is. */
export interface Datum extends Span {
  readonly evidence: number;
  readonly quote: string;
  /** As printed, sign of brackets included; `$1.2 million` in base units, table cells as they stand. */
  readonly value: number;
  readonly unit: 'amount' | 'percent' | 'other';
  /** Powers of ten that the table's scale ("in thousands") may add to the printed value. */
  readonly scales: readonly number[];
  /** What it is of: row label, heading above it, or the words of its clause. */
  readonly words: ReadonlySet<string>;
  /** Only the label's own words, without headings; the clause in prose. */
  readonly label: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  /** The latest time among its words, `yyyymm`; 0 where none. */
  readonly time: number;
  /** Numbers of one row or sentence share it. */
  readonly row: number;
  readonly column: number;
  readonly table: number | null;
}
