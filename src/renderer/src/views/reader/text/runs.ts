/**
 * Cuts a stretch of a document into runs that are drawn alike: plain text, a figure, a citation, an annotation, emphasis.
 * Pure; a run always knows where it stands in the text, so that a selection on screen can be told as offsets.
 */
import type { AnnotationRecord, FigureRecord, ReaderBlock, ReaderDocument } from '../../../../../contract/records';

export type Citation = ReaderDocument['citations'][number];
export type Mark = ReaderDocument['marks'][number];

/** What lies over one stretch of text; each list in order of start. */
export interface Layers {
  readonly figures: readonly FigureRecord[];
  readonly citations: readonly Citation[];
  readonly annotations: readonly AnnotationRecord[];
  readonly marks: readonly Mark[];
}

export interface Run {
  readonly start: number;
  readonly end: number;
  readonly figure: FigureRecord | null;
  readonly citation: Citation | null;
  readonly annotation: AnnotationRecord | null;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  readonly raised: boolean;
  /** Where a link leads, for its tooltip; documents are never navigated. */
  readonly href: string | null;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const INLINE = new Set(['syntax', 'strong', 'emphasis', 'link', 'superscript', 'note-reference', 'code']);

/** The runs from `start` to `end`, without what is markup. */
export function runsOf(start: number, end: number, layers: Layers): readonly Run[] {
  const figures = layers.figures.flatMap((figure) => (figure.place ? [{ ...figure.place, figure }] : []));
  const cuts = cutsOf(start, end, [figures, layers.citations, layers.annotations, layers.marks]);
  const runs: Run[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index] ?? end;
    const to = cuts[index + 1] ?? end;
    const marks = layers.marks.filter((mark) => covers(mark, from));
    const has = (kind: string) => marks.some((mark) => mark.kind === kind);
    if (has('syntax')) continue;
    runs.push({
      start: from,
      end: to,
      figure: figures.find((item) => covers(item, from))?.figure ?? null,
      citation: layers.citations.find((item) => covers(item, from)) ?? null,
      annotation: layers.annotations.findLast((item) => covers(item, from)) ?? null,
      strong: has('strong'),
      emphasis: has('emphasis'),
      code: has('code'),
      raised: has('superscript') || has('note-reference'),
      href: marks.find((mark) => mark.kind === 'link')?.href ?? null,
    });
  }
  return runs;
}

/** Runs that belong to one figure, one citation, or neither, in order. */
export interface Piece {
  readonly key: string;
  readonly figure: FigureRecord | null;
  readonly citation: Citation | null;
  readonly runs: readonly Run[];
}

/** Joins the runs of each figure and of each citation, so that each is drawn as one thing. A figure wins over a citation inside it. */
export function piecesOf(runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const citation = run.figure ? null : run.citation;
    const last = pieces.at(-1);
    if (last && last.figure === run.figure && last.citation === citation) {
      pieces[pieces.length - 1] = { ...last, runs: [...last.runs, run] };
    } else {
      pieces.push({ key: String(run.start), figure: run.figure, citation, runs: [run] });
    }
  }
  return pieces;
}

/** A block with all that lies over it. */
export interface DrawnBlock {
  readonly index: number;
  readonly block: ReaderBlock;
  readonly layers: Layers;
}

/** Gives every block its own layers. An item that spans several blocks stands in each. */
export function drawnBlocks(document: ReaderDocument): readonly DrawnBlock[] {
  const { blocks } = document;
  const placed = document.figures.flatMap((figure) => (figure.place ? [{ figure, ...figure.place }] : []));
  const inline = document.marks.filter((mark) => INLINE.has(mark.kind));
  const figures = spread(blocks, placed);
  const citations = spread(blocks, document.citations);
  const annotations = spread(blocks, document.annotations);
  const marks = spread(blocks, inline);
  return blocks.map((block, index) => ({
    index,
    block,
    layers: {
      figures: (figures.get(index) ?? []).map((item) => item.figure),
      citations: citations.get(index) ?? [],
      annotations: annotations.get(index) ?? [],
      // A block of code is drawn as one: its mark is not an inline one.
      marks: (marks.get(index) ?? []).filter((mark) => mark.kind !== 'code' || block.kind !== 'code'),
    },
  }));
}

function spread<T extends Stretch>(blocks: readonly ReaderBlock[], items: readonly T[]): Map<number, T[]> {
  const byBlock = new Map<number, T[]>();
  for (const item of items.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    for (let index = firstEndingAfter(blocks, item.start); index < blocks.length; index += 1) {
      const block = blocks[index];
      if (!block || block.start >= item.end) break;
      const list = byBlock.get(index);
      if (list) list.push(item);
      else byBlock.set(index, [item]);
    }
  }
  return byBlock;
}

/** Index of the first stretch (in order, not overlapping) that ends after `offset`; the length if none does. */
export function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutsOf(start: number, end: number, layers: readonly (readonly Stretch[])[]): readonly number[] {
  const cuts = new Set([start, end]);
  for (const layer of layers) {
    for (const item of layer) {
      if (item.start > start && item.start < end) cuts.add(item.start);
      if (item.end > start && item.end < end) cuts.add(item.end);
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

function covers(item: Stretch, offset: number): boolean {
  return item.start <= offset && offset < item.end;
}
