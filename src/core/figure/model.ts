/**
 * A figure [W2]: one quantitative expression, a quote plus its reading. Readings are exact decimal strings in base
 * units (the major currency unit; percent as 28, basis points as 75), the printed ends, never widened by a qualifier.
 */
import type { KindOfDocument } from '../document/kinds';
import type { Assertion, Cue, Provenance } from './provenance';
import type { Span } from '../base/span';
import type { Unit } from '../base/unit';
import type { Via } from '../base/via';

/** An exact decimal in plain notation, `-?\d+(\.\d+)?`, no exponent, no trailing fraction zeros. */
export type DecimalString = string;

/** Which way a change goes, or a level went. */
export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const EXPRESSIONS = ['numeric', 'verbal'] as const;

export const QUALIFIERS = ['none', 'approx', 'at-least', 'at-most', 'up-to', 'range'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const FIGURE_KINDS = [
  'level',
  'growth',
  'delta',
  'ratio',
  'bps',
  'duration',
  'count',
  'target',
  'rating',
  'price',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** The value of a figure as the text prints it. */
export interface Reading {
  /** Equal when the figure is a point; one null when open. Levels are signed, changes are magnitudes with `direction`. */
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly unit: Unit;
  /** ISO 4217, where the text or its table says so. */
  readonly currency: string | null;
  readonly qualifier: Qualifier;
  readonly qualifierCue: (Span & { readonly text: string }) | null;
  /** True also for `~22–24%`, where `qualifier` is `range`. */
  readonly approximate: boolean;
  /** The bound itself is excluded ("exceeds", ">", "under"). */
  readonly strict: boolean;
  readonly direction: Direction | null;
  /** Power of ten, in base units, of the last printed digit of each end: `$37.6B` → 8, `28` → 0, `2.4%` → -1. */
  readonly lowExponent: number;
  readonly highExponent: number;
  /** `share`, `month`, `unit` …: what one unit of the value is per, as written; null where nothing. */
  readonly per: string | null;
  /** `numeric` has digits; `verbal` is spelled out ("mid-single-digit", "four years"). */
  readonly expression: (typeof EXPRESSIONS)[number];
  /** Which rule of the quantity grammar read it. */
  readonly rule: string;
}

/** A quantity found in a text with nothing but its own words considered. */
export interface Quantity extends Span, Reading {
  readonly quote: string;
}

/** The company year: the month (1–12) its fiscal year ends in; 12 where nothing says otherwise. */
export interface DocumentContext {
  /** ISO date, month or year the document speaks as of; null where unknown. */
  readonly asOf: string | null;
  /** The main subject: ticker where the document gives one, else the name as written; null where none stands out. */
  readonly entity: string | null;
  readonly fiscalYearEndMonth: number;
  /** The reporting period the document is about, e.g. `2026Q1`, where one stands out. */
  readonly period: string | null;
  /** What the document is, whether it makes claims or is evidence for those of others, and why (a sentence). */
  readonly document: KindOfDocument;
}

/** A quantity placed: what it is a figure of, and when. */
export interface PlacedFigure extends Quantity {
  readonly block: number;
  readonly sentence: number;
  readonly section: number;
  /** Row and column of its table cell, null outside tables. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
  /** Canonical snake-case name from the lexicon (`revenue`, `operating_margin`) or a slug of the words used. */
  readonly metric: string | null;
  /** For a person: the words of the text it belongs to where they stand, else the lexicon's ("Operating margin"). */
  readonly metricLabel: string | null;
  readonly entity: string | null;
  /** The entity as the text writes it; null where the text names none near. */
  readonly entityLabel: string | null;
  readonly kind: FigureKind;
  /** `2026Q1`, `TTM-2026Q1`, `FY2026`, `2026H2`, `2026-03`, `2026-05-13`, `A/B`, or null. */
  readonly period: string | null;
  /** Where the period comes from, for "why": its own words, table head, sentence, heading, document. */
  readonly periodCue: (Span & { readonly text: string; readonly rule: string }) | null;
  /** `YoY`, `QoQ`, `TTM`, `run-rate`, `annualized`, `GAAP`, `adjusted`, `ex-FX`, `cash`, `broad` …; joined by ` · `. */
  readonly basis: string | null;
  /** Figures that state the same fact share a number (same metric, entity, period, basis and value). */
  readonly mention: number;
}

export interface Figure extends PlacedFigure {
  readonly assertion: Assertion;
  readonly provenance: Provenance;
  /** For `derived`: the weakest class among its inputs (D < M < C < T < I < ?); else null. */
  readonly inheritedClass: Provenance | null;
  readonly cue: Cue;
  /** Indexes into the document's citations that vouch for it, with how each reaches it. */
  readonly citations: readonly FigureCitation[];
}

export interface FigureCitation {
  readonly citation: number;
  readonly via: Via;
}
