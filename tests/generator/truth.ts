/** What is true of a document that was written: every figure in all its fields, the document's own data, planted errors. */

export type Letter = 'D' | 'M' | 'C' | 'T' | 'I' | 'S';
export type GoldUnit =
  | 'money'
  | 'per_share'
  | 'percent'
  | 'percentage_points'
  | 'bps'
  | 'multiple'
  | 'count'
  | 'years'
  | 'rate';

/** One thing the model knows and a document may print: what it is a figure of, and who vouches for it. */
export interface Fact {
  readonly value: number;
  /** The other end of a range. */
  readonly upper?: number;
  readonly unit: GoldUnit;
  readonly currency: string | null;
  /** A change is printed as a magnitude with a direction. */
  readonly change?: boolean;
  readonly period: readonly (string | null)[];
  readonly entity: readonly string[];
  readonly metric: readonly string[];
  readonly letters: readonly Letter[];
}

/** A value as printed: the ends in base units as exact decimals. */
export interface Printed {
  readonly text: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly qualifier: 'none' | 'approx' | 'at-least' | 'at-most' | 'range';
  /** Power of ten, in base units, of the last printed digit. */
  readonly exponent: number;
}

export interface GoldFigure extends Printed {
  readonly start: number;
  readonly end: number;
  readonly unit: GoldUnit;
  readonly currency: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly period: readonly (string | null)[];
  readonly entity: readonly string[];
  readonly metric: readonly string[];
  readonly letters: readonly Letter[];
  /** Where it stands: `prose`, or the layout of its table or list. */
  readonly layout: string;
}

export interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PlantedError {
  readonly kind: PlantKind;
  /** What was changed. */
  readonly spoilt: readonly GoldPlace[];
  /** What it no longer agrees with, by any relation that the document prints. */
  readonly beside: readonly GoldPlace[];
}

export const PLANT_KINDS = [
  'sum',
  'growth',
  'multiple',
  'market-cap',
  'upside',
  'weighted',
  'swapped',
  'direction',
  'scale',
  'year',
  'two-values',
  'margin',
  'largest',
  'midpoint',
  'cagr',
  'as-of',
  'share',
  'identity',
] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

export const KINDS = ['note', 'memo', 'release', 'transcript', 'statement'] as const;
export type Kind = (typeof KINDS)[number];

export interface GeneratedDocument {
  readonly seed: number;
  readonly kind: Kind;
  readonly language: 'en' | 'zh';
  readonly style: string;
  readonly fileName: string;
  readonly text: string;
  readonly figures: readonly GoldFigure[];
  /** Kinds of error this document has room for. */
  readonly room: readonly PlantKind[];
  readonly planted: PlantedError | null;
  readonly meta: {
    readonly title: readonly string[];
    readonly asOf: readonly string[];
    readonly subject: readonly string[];
    readonly role: 'note' | 'source';
    /** Null where the document does not let one know. */
    readonly fiscalYearEndMonth: number | null;
  };
}
