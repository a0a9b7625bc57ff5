/**
 * Who vouches for a figure [A1], what kind of statement it is [A2], and the words that decided: two axes, never merged.
 */
import type { Span } from '../base/span';

export const PROVENANCES = [
  'disclosed',
  'management',
  'consensus',
  'third_party',
  'inferred',
  'derived',
  'unclassified',
] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** The letter each class shows beside its colour, so that colour never stands alone. */
export const PROVENANCE_MARK: Readonly<Record<Provenance, string>> = {
  disclosed: 'D',
  management: 'M',
  consensus: 'C',
  third_party: 'T',
  inferred: 'I',
  derived: 'Σ',
  unclassified: '?',
};

export const PROVENANCE_LABEL: Readonly<Record<Provenance, string>> = {
  disclosed: 'Disclosed',
  management: 'Management',
  consensus: 'Consensus',
  third_party: 'Third-party',
  inferred: 'Inferred',
  derived: 'Derived',
  unclassified: 'Unclassified',
};

/** From strongest to weakest [A3]; what is derived carries the weakest class of its inputs. */
export const STRENGTH: readonly Provenance[] = [
  'disclosed',
  'management',
  'consensus',
  'third_party',
  'inferred',
  'unclassified',
];

export const ASSERTIONS = [
  'reported',
  'guidance',
  'commitment',
  'forecast',
  'target',
  'scenario',
  'threshold',
  'score',
  'opinion',
] as const;
export type Assertion = (typeof ASSERTIONS)[number];

/** Why a class was given: the rule, the words and where they stand, and a sentence a person can read. */
export interface Cue extends Span {
  /** Stable id such as `attribution.management`, `table.actual`, `denial`, `section.scenario`, `mention`, `none`, `analyst`. */
  readonly rule: string;
  readonly text: string;
  readonly reason: string;
}

/** Something the document says that the company does not report, with the metrics it names. */
export interface UndisclosedItem extends Span {
  readonly label: string;
  readonly entity: string | null;
  /** Canonical metric names that a figure can be compared with. */
  readonly metrics: readonly string[];
}
