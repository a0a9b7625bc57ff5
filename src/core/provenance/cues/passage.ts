/**
 * The stretch of text that a figure's cues are looked for in: its table cell, else its sentence, else its block, with
 * its words, the cues in it and the signs that bound a clause. Built once per stretch, whatever stands in it.
 */
import type { Block, Layout, Span } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import { type CueGroup, TEXT_CUES } from './cues';
import type { Hit } from './phrases';
import { type Token, tokenise } from './tokens';

export interface Passage extends Span {
  readonly tokens: readonly Token[];
  readonly hits: readonly Hit<CueGroup>[];
}

export interface PassageReader {
  readonly of: (figure: PlacedFigure) => Passage;
  /** The label that opens the figure's block ("Bear case:", "Guidance:"), null where the figure stands in it or there is none. */
  readonly label: (figure: PlacedFigure) => Passage | null;
  /** The lead-in that introduces the figure's list or table, null where there is none. */
  readonly leadIn: (figure: PlacedFigure) => Passage | null;
}

/** The words and cues between the ends of `span`; all offsets count in `text`. */
export function readPassage(text: string, span: Span): Passage {
  const tokens = tokenise(text.slice(span.start, span.end), span.start);
  return { start: span.start, end: span.end, tokens, hits: TEXT_CUES.find(tokens) };
}

/** Labels are short; a colon further on belongs to the sentence. */
const LABEL = /^[^:：.。;；\n]{2,48}[:：]/u;

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The table cell a figure stands in, null outside tables. */
function cellOf(layout: Layout, figure: PlacedFigure): Span | null {
  const { cell: place } = figure;
  const row = place ? layout.tables[place.table]?.rows[place.row] : undefined;
  return row?.cells.find((candidate) => holds(candidate, figure)) ?? null;
}

/** Passages kept at once; figures are asked for in reading order, so that a long text need not be kept in words. */
const MOST_KEPT = 20_000;

/** Reads passages of one kind, no two of which start at the same place. */
function keptPassages({ text }: Layout): (span: Span) => Passage {
  const read = new Map<number, Passage>();
  return (span) => {
    const known = read.get(span.start);
    if (known?.end === span.end) return known;
    const made = readPassage(text, span);
    if (read.size >= MOST_KEPT) read.clear();
    read.set(span.start, made);
    return made;
  };
}

/**
 * Answers for figures of one layout: the passage a figure stands in, that of its line's label and that of its lead-in,
 * the last two null where there are none. Each stretch is read once.
 */
export function passageReader(layout: Layout): PassageReader {
  const passage = keptPassages(layout);
  const label = keptPassages(layout);
  const leadIn = keptPassages(layout);
  const spanOf = (figure: PlacedFigure): Span => {
    const sentence = layout.sentences[figure.sentence];
    return (
      cellOf(layout, figure) ??
      (sentence && holds(sentence, figure) ? sentence : null) ??
      layout.blocks[figure.block] ??
      figure
    );
  };
  const leadInOf = (figure: PlacedFigure): Block | null => {
    const leadIn = layout.blocks[figure.block]?.leadIn ?? null;
    return leadIn === null ? null : (layout.blocks[leadIn] ?? null);
  };
  return {
    of: (figure) => passage(spanOf(figure)),
    label: (figure) => {
      const block = layout.blocks[figure.block];
      const words = block ? LABEL.exec(layout.text.slice(block.contentStart, block.contentStart + 50))?.[0] : undefined;
      if (!block || words === undefined || block.contentStart + words.length > figure.start) return null;
      return label({ start: block.contentStart, end: block.contentStart + words.length });
    },
    leadIn: (figure) => {
      const block = leadInOf(figure);
      return block ? leadIn(block) : null;
    },
  };
}
