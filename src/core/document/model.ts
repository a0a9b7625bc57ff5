/**
 * What a document is once it has been read: its text, frozen, and where everything stands in it.
 * Every offset counts UTF-16 code units into `text`, end exclusive, so that a quote is always `text.slice(start, end)`.
 */

import type { Unit } from '../base/unit';
import type { Span } from '../base/span';
import type { DocumentFormat } from './formats';

export type { Span } from '../base/span';

/**
 * What a parser of a marked-up format knows about a stretch of the text. Plain text has none: its layout is found
 * from the text alone. For Markdown the text is the source itself, for HTML the rendered text.
 */
export type Mark =
  | (Span & { readonly kind: 'heading'; readonly level: number })
  | (Span & { readonly kind: 'paragraph' })
  | (Span & {
      readonly kind: 'list-item';
      readonly ordered: boolean;
      readonly depth: number;
      readonly contentStart: number;
    })
  | (Span & { readonly kind: 'table'; readonly caption: Span | null; readonly rows: readonly MarkRow[] })
  | (Span & { readonly kind: 'quote' })
  | (Span & { readonly kind: 'code' })
  | (Span & { readonly kind: 'link'; readonly href: string; readonly label: Span })
  /** A footnote's mark in the text (`note` is its label) and the note itself. */
  | (Span & { readonly kind: 'note-reference'; readonly note: string })
  | (Span & { readonly kind: 'note'; readonly note: string; readonly contentStart: number })
  /** Words that lead to a place in the same document, and the line or paragraph that has the place. */
  | (Span & { readonly kind: 'jump'; readonly to: string })
  | (Span & { readonly kind: 'place'; readonly name: string; readonly source?: CarriedSource })
  | (Span & { readonly kind: 'superscript' })
  /** Marks of the source that a reader does not see (`**`, `](https://…)`, `## `), to be left out when drawing. */
  | (Span & { readonly kind: 'syntax' })
  | (Span & { readonly kind: 'strong' | 'emphasis' });

/** CSL-JSON of the source that an entry is of, where the file carries it beside the entry's words. */
export interface CarriedSource {
  readonly type: string;
  readonly [member: string]: unknown;
}

export interface MarkRow extends Span {
  readonly header: boolean;
  readonly cells: readonly Span[];
}

/** Plain data out of the import process: the only thing a parser gives back. */
export interface NormalisedDocument {
  readonly format: DocumentFormat;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** From the file's own metadata (HTML title, author, date …), null where it says nothing. */
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** What the parser left out or could not read, for the plan: never an exception. */
  readonly problems: readonly ParseProblem[];
  /** Printed pages, in order, where the format has them: PDF. */
  readonly pages?: readonly Page[];
  /** Figures that the file itself tags (XBRL): they are read as tagged, whatever the words around them say. */
  readonly facts?: readonly TaggedFact[];
  /** What stands in the file and not in the text, for the plan. */
  readonly setAside?: readonly SetAside[];
  /** Comments that the file carries beside its text; each becomes an annotation. */
  readonly comments?: readonly Comment[];
}

/** A printed page and where its text stands on it, so that a quote can be shown where it is printed. */
export interface Page extends Span {
  /** Counted from 1. */
  readonly number: number;
  /** As printed or labelled in the file (`iv`, `12`); null where it has none of its own. */
  readonly label: string | null;
  /** In points (1/72 inch). */
  readonly width: number;
  readonly height: number;
  /**
   * Runs of text, six numbers each: start and end in the document's text, then left, top, width and height of the box in
   * points from the page's top left corner. Flat, because a long report has a hundred thousand of them.
   */
  readonly runs: readonly number[];
}

/** A value tagged in the file, standing at `start`–`end` of the text. */
export interface TaggedFact extends Span {
  /** Qualified name of the concept: `us-gaap:Revenues`. */
  readonly concept: string;
  /** For a person; null where only the concept's name is known. */
  readonly label: string | null;
  /** Exact, in base units (scale and sign applied); percent as 28. */
  readonly value: string;
  readonly unit: Unit;
  readonly currency: string | null;
  /** Power of ten of the last digit that is meant: from `decimals`, else of the last printed digit. */
  readonly exponent: number;
  /** In the figures' notation: `2026Q1`, `FY2025`, `2026-03-31`, `2026-01-01/2026-05-31`. */
  readonly period: string | null;
  readonly entity: string | null;
  /** Members of the fact's dimensions, for a person: `Cloud segment`; null for the whole company. */
  readonly dimension: string | null;
  /** Where the fact was reported, where the file says: `10-Q 2026-05-01`. */
  readonly filing: string | null;
}

export interface Comment extends Span {
  readonly author: string | null;
  /** ISO date or date and time. */
  readonly date: string | null;
  readonly body: string;
}

export const SET_ASIDE = ['around', 'running-head', 'contents', 'artifact'] as const;

/** Words that a parser set aside: what stands around an article, running heads, tables of contents, marks of the page. */
export interface SetAside {
  readonly why: (typeof SET_ASIDE)[number];
  readonly text: string;
  /** How often they stand in the file. */
  readonly times: number;
}

export interface ParseProblem {
  /** Stable code, e.g. `W_SCRIPT_REMOVED`, `W_ENCODING_GUESSED`. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
  readonly count?: number;
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-head'
  | 'table-row'
  | 'caption'
  /** A line or paragraph that ends in a colon and introduces the list or table below it. */
  | 'lead-in'
  | 'quote'
  | 'note'
  | 'reference'
  | 'code';

/** A line-level unit of the text, in reading order; blocks do not overlap. `contentStart` is past bullet or number. */
export interface Block extends Span {
  readonly index: number;
  readonly kind: BlockKind;
  readonly contentStart: number;
  /** Index into `sections`; the text before the first heading belongs to section 0. */
  readonly section: number;
  /** Index of the lead-in block that introduces this list item or table row, else null. */
  readonly leadIn: number | null;
  /** The short item that this one is nested in. */
  readonly holder: number | null;
  /** Items of one list, rows of one table, share a number; null elsewhere. */
  readonly list: number | null;
  readonly table: number | null;
  readonly row: number | null;
  /** First and one past the last index into `sentences`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** What a section is for, decided from its heading (cue data) and form; `body` when nothing says more. */
export type SectionRole =
  | 'title'
  | 'summary'
  | 'view'
  | 'scorecard'
  | 'results'
  | 'driver'
  | 'scenario'
  | 'valuation'
  | 'priced_in'
  | 'not_priced_in'
  | 'downside'
  | 'watch'
  | 'risk'
  | 'conclusion'
  | 'sourcing'
  | 'references'
  | 'disclaimer'
  | 'promotion'
  | 'body';

export interface Section extends Span {
  readonly index: number;
  /** The heading as written; `start`/`end` span its line. Section 0 may have an empty heading (start = end = 0). */
  readonly heading: string;
  /** 1 for the title, 2 below it … */
  readonly level: number;
  /** Numbering as written (`II`, `3.1`, `八`), else null, and the heading without it. */
  readonly numeral: string | null;
  readonly title: string;
  readonly bodyEnd: number;
  readonly parent: number | null;
  readonly role: SectionRole;
  readonly language: string;
}

export interface Sentence extends Span {
  readonly index: number;
  readonly block: number;
}

export interface Cell extends Span {
  readonly column: number;
  readonly text: string;
}

export interface Table extends Span {
  readonly index: number;
  readonly section: number;
  readonly caption: Span | null;
  /** The nearest head over each column, in column order; empty where the table has none. */
  readonly head: readonly Cell[];
  /** All rows of heads from the top, each head over every column it stands for. */
  readonly heads: readonly (readonly Cell[])[];
  /** What stands around it and speaks for all of it, nearest first: title, unit line, caption, notes below. */
  readonly lines: readonly Span[];
  /** The lines that may say its units: its own, or those of the table it goes on with. */
  readonly unitLines: readonly Span[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly block: number;
  readonly cells: readonly Cell[];
  /** Labels of group heads above it, from the outermost. */
  readonly path: readonly Span[];
}

/** The document with everything found in its form; made by `layOut`, deterministic. */
export interface Layout {
  readonly text: string;
  readonly format: DocumentFormat;
  readonly title: string | null;
  /** Main language, BCP 47 primary subtag: `en`, `zh`, `de` … */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
  readonly marks: readonly Mark[];
  /** As the file tags them; empty where it tags nothing. */
  readonly facts: readonly TaggedFact[];
}

/** Where something stands in a document [W5], both W3C Web Annotation selectors, so that it can be found again. */
export interface Selector extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
