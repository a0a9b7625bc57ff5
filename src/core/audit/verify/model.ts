/** What *Find support* answers of a claim: each figure, where it stands in the evidence or how it follows from there. */
import type { Span } from '../../document/model';
import type { Time } from './times';
import type { Direction } from '../../figure/model';

/** A number of the evidence in its place. */
export type Operand = Span & {
  readonly quote: string;
  /** Index into the evidence texts. */
  readonly evidence: number;
};

/** `direct`: printed there; `derived`: follows from what is printed there. */
export const SUPPORT_KINDS = ['direct', 'derived'] as const;

export type Support = {
  readonly kind: (typeof SUPPORT_KINDS)[number];
  /** With operands as printed: `1,083,517 ÷ 1,120,188 − 1`. */
  readonly expression: string;
  readonly operands: readonly Operand[];
};

/** What the evidence has instead: a value whose label or period is more the claim's than that of any equal one. */
export type Against = {
  /** As printed, or the computed value. */
  readonly value: string;
  /** What it is of there: "Total revenue, 2024". */
  readonly label: string;
  readonly expression: string;
  readonly operands: readonly Operand[];
};

export const SUPPORT_VERDICTS = ['supported', 'contradicted', 'not_found'] as const;
export type SupportVerdict = (typeof SUPPORT_VERDICTS)[number];

export interface FigureSupport {
  readonly quote: string;
  readonly verdict: SupportVerdict;
  readonly support: Support | null;
  readonly against: Against | null;
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
  /** Half a unit of the last printed digit, as `value` stands. */
  readonly slack: number;
  /** `bare`: a count or index without currency or unit in prose; `time`: a duration. */
  readonly unit: 'amount' | 'percent' | 'bare' | 'time';
  /** Powers of ten that the table's scale ("in thousands") may add to the printed value. */
  readonly scales: readonly number[];
  /** Whether the table says its scale; where it does not, derivations may try others once row and period agree. */
  readonly isScaled: boolean;
  /** Only the row's own words; in prose those of the clause. */
  readonly label: ReadonlySet<string>;
  /** Words of the cells above it in its column; none in prose. */
  readonly heads: ReadonlySet<string>;
  /** Those of the headings above the row, the column head and the caption; in prose the sentence. */
  readonly around: ReadonlySet<string>;
  /** In prose the words of its own clause; none in tables. */
  readonly near: ReadonlySet<string>;
  /** For a person. */
  readonly title: string;
  readonly times: readonly Time[];
  /** A change by its head or row: "% change", "Increase (decrease)". */
  readonly isChange: boolean;
  /** Of a change: which way it went. */
  readonly direction: Direction | null;
  /** "more than 100" bounds from below, "fewer than 100" from above. */
  readonly bound: 'min' | 'max' | null;
  /** Numbers of one row or sentence share it. */
  readonly row: number;
  readonly column: number;
  readonly table: number | null;
}
