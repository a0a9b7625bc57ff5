/** What a decider knows of a document and what it may answer. */
import type { Citation } from '../../citation/model';
import type { Layout, Span } from '../../document/model';
import type { DocumentContext, FigureCitation, PlacedFigure } from '../../figure/model';
import type { Provenance } from '../../figure/provenance';
import type { Tiered } from '../../citation/tier';
import type { CueGroup } from './cues';
import type { PassageReader } from './passage';
import type { Hit } from './phrases';
import type { Register } from './veto';
import type { Speaker } from './speaker';

/** A class with the words that decided; `span` lies anywhere in the document. */
export interface Decision {
  readonly provenance: Provenance;
  readonly rule: string;
  readonly span: Span;
  /** Completes a sentence after the quoted words, e.g. "management vouches for it". */
  readonly reason: string;
}

export interface Reached {
  readonly citation: Citation;
  readonly via: FigureCitation['via'];
}

export interface DocumentReading {
  readonly layout: Layout;
  readonly context: DocumentContext;
  readonly figures: readonly PlacedFigure[];
  /** Place of a figure in `figures`. */
  readonly indexOf: (figure: PlacedFigure) => number;
  /** The citations whose scope covers a figure, with how each reaches it, in reading order. */
  readonly citationsOf: (figure: PlacedFigure) => readonly Reached[];
  readonly sources: readonly Tiered[];
  readonly register: Register;
  /** The cue in the heading of the figure's section, null where there is none or the section is the whole document. */
  readonly headingOf: (figure: PlacedFigure) => Hit<CueGroup> | null;
  readonly passages: PassageReader;
  /** Who speaks in the document as a whole. */
  readonly speaker: Speaker;
}

/** One step of the order in docs/audit.md [P0]: a class, or null where the step has nothing to say. */
export type Decide = (figure: PlacedFigure, reading: DocumentReading) => Decision | null;
