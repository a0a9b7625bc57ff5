/**
 * A table as it lies in a file, and what a person says its columns mean. Cells keep the text that the file shows; what a
 * spreadsheet knows besides (the stored number, a date, the formula) stands beside it, never instead of it.
 */
import type { Unit } from '../base/unit';
import type { Assertion, Provenance } from '../figure/provenance';
import type { Cell, DateMeaning, Locale, Role } from '../figure/cell/cell';

export interface TableRow {
  /** As the file counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Rows without any text are left out; their numbers show the gap. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly TableRow[];
}

/** Fields by which a row is found again among the figures that are here. */
export const KEY_FIELDS = ['metric', 'entity', 'period', 'basis', 'unit', 'currency', 'provenance'] as const;
export type KeyField = (typeof KEY_FIELDS)[number];

/** What is said of a figure besides its value; null where nothing is. */
export interface FigureAttributes {
  readonly metric: string | null;
  readonly entity: string | null;
  /** Canonical: `2026Q1`, `FY2026` …. */
  readonly period: string | null;
  readonly basis: string | null;
  readonly unit: Unit | null;
  /** Power of ten that the values are written in. */
  readonly scale: number | null;
  readonly currency: string | null;
  readonly provenance: Provenance | null;
  readonly assertion: Assertion | null;
}

/** The scale of percentages that are written as parts of one. */
export const FRACTION = 2;

export const NO_ATTRIBUTES: FigureAttributes = {
  metric: null,
  entity: null,
  period: null,
  basis: null,
  unit: null,
  scale: null,
  currency: null,
  provenance: null,
  assertion: null,
};

export interface ColumnMapping {
  readonly role: Role;
  /** Of a column of values: what its head says of each of them. */
  readonly says: FigureAttributes;
}

/** What becomes of cells with digits that are no number, and of errors: kept as their raw text, or left out. */
export const DOUBTFUL = ['keep', 'leave'] as const;

/** A table below the first one on the same sheet; rows are indices among those of the sheet. */
export interface TableBlock {
  readonly from: number;
  readonly head: { readonly row: number; readonly rows: number };
  readonly columns: readonly ColumnMapping[];
  readonly defaults: FigureAttributes;
}

/** Everything a person can correct about how a sheet is read; with the sheet it gives the figures, and nothing else does. */
export interface TableMapping {
  readonly sheet: number;
  /** Index of the first row of the head among the sheet's rows, and how many rows it has; values begin behind it. */
  readonly head: { readonly row: number; readonly rows: number };
  readonly columns: readonly ColumnMapping[];
  readonly locale: Locale;
  readonly dates: DateMeaning;
  /** Where neither row nor column says it. */
  readonly defaults: FigureAttributes;
  /** Title of the source of figures whose row names none. */
  readonly source: string;
  readonly key: readonly KeyField[];
  readonly doubtful: (typeof DOUBTFUL)[number];
  /** ISO 4217: what a bare `$` is, where the workbook says it is not the American one. */
  readonly dollar?: string | null | undefined;
  /** Tables below the first one; where a person corrects columns or head, the sheet is one table again. */
  readonly blocks?: readonly TableBlock[] | undefined;
}

/** `A`, `B`, … `Z`, `AA`: a column as spreadsheets name it, from 0. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
