/**
 * The note as it is exported, whatever it came from: a report of the analyst's or an imported document. Every printed
 * format is made from this one model, so that a figure carries its class in all of them.
 */
import type { Provenance } from '../../../core/figure/provenance';
import type { TypedFigure } from '../../../core/report/typed';
import type {
  AuditSummary,
  FigureRecord,
  FindingRecord,
  RuleRecord,
  SourceRecord,
  StructureRecord,
} from '../../../contract/records';

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly code?: boolean;
      readonly underline?: boolean;
      readonly strike?: boolean;
      /** Above the line, as a number that cites. */
      readonly raised?: boolean;
      readonly href?: string;
    }
  /** `id` is null for a figure that is no longer in the notebook: shown as missing, never silently dropped. */
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly id: string | null;
      readonly provenance: Provenance;
      readonly inherited: Provenance | null;
    }
  /**
   * `number` is the source's place in the bibliography, from 1; null where the marker leads to no known source. `set` where a
   * style has set it: then it stands as it is written and leads to the list of references.
   */
  | {
      readonly kind: 'cite';
      readonly label: string;
      readonly number: number | null;
      readonly locator: string | null;
      readonly set?: { readonly bold?: true; readonly italic?: true; readonly raised?: true };
    }
  | { readonly kind: 'footnote'; readonly inlines: readonly Inline[]; readonly number: number }
  | { readonly kind: 'break' };

export interface TableCell {
  readonly inlines: readonly Inline[];
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
}

export type NoteBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly NoteBlock[])[];
    }
  | {
      readonly kind: 'table';
      readonly caption: readonly Inline[] | null;
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly NoteBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  /** The list of sources in the style of the citations; `number` is the source's, `label` what a style counts it by. */
  | {
      readonly kind: 'references';
      readonly entries: readonly {
        readonly number: number;
        readonly label: string | null;
        readonly inlines: readonly Inline[];
      }[];
    };

export interface Note {
  readonly title: string;
  readonly language: string;
  /** ISO date or month the note speaks as of, null where unknown. */
  readonly asOf: string | null;
  readonly author: string | null;
  /** Whom it is about and how it is rated, where its documents say: `AMZN · constructive`; null where they do not. */
  readonly about: string | null;
  readonly blocks: readonly NoteBlock[];
  /** The bibliography in the order of its numbers. */
  readonly sources: readonly SourceRecord[];
  readonly footnotes: readonly (readonly Inline[])[];
  /** What the appendix speaks about: the figures of this note, and no others. */
  readonly figures: readonly FigureRecord[];
  /** Numbers that are no figures of the notebook: the score counts them, the appendix lists them. */
  readonly typed: readonly TypedFigure[];
}

/** Everything a printed format needs, as plain data that can cross to another process. */
export interface Printable {
  readonly note: Note;
  readonly appendix: readonly NoteBlock[];
  /** Local date and time, as the appendix says it. */
  readonly completedAt: string | null;
}

/** What the sourcing appendix is made from, restricted to the note's figures. */
export interface NoteAudit {
  readonly summary: AuditSummary;
  readonly findings: readonly FindingRecord[];
  readonly structure: readonly StructureRecord[];
  readonly rules: readonly RuleRecord[];
  /** Local date and time of completion, ISO with offset. */
  readonly completedAt: string;
}

const inlinesIn = (block: NoteBlock): readonly Inline[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.inlines;
    case 'list':
      return block.items.flat().flatMap(inlinesIn);
    case 'table':
      return [...(block.caption ?? []), ...block.rows.flat().flatMap(({ inlines }) => inlines)];
    case 'quote':
      return block.blocks.flatMap(inlinesIn);
    case 'references':
      return block.entries.flatMap(({ inlines }) => inlines);
    case 'code':
    case 'rule':
      return [];
  }
};

/** How many live figures of the note are no longer in the notebook: each would print as “figure missing”. */
export const missingFigures = ({ blocks }: Note): number =>
  blocks.flatMap(inlinesIn).filter((inline) => inline.kind === 'figure' && inline.id === null).length;

export const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'text' || inline.kind === 'figure'
        ? inline.text
        : inline.kind === 'cite'
          ? inline.set
            ? inline.label
            : `[${inline.label}]`
          : inline.kind === 'break'
            ? ' '
            : '',
    )
    .join('');
