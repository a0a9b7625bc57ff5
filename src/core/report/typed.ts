/**
 * Numbers that were typed into a report and are no live figures: read by the same grammar as an import, so that the score
 * counts them and each can be offered the figure it repeats. Nothing vouches for one unless a citation follows it.
 */
import { analyse } from '../analyse';
import { isEvidence } from '../audit/evidence/needs-source';
import { plainDocument } from '../document/plain';
import type { DecimalString } from '../figure/model';
import { attribute, CITE, LIVE_FIGURE, nodesOf, readBody, type ReportNode } from './body';

export interface TypedFigure {
  readonly quote: string;
  /** Index among the body's text blocks (paragraphs, headings, code) in reading order, and places in it: a letter or an atom is one. */
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly unit: string;
  readonly currency: string | null;
  /** The words around it, for a person. */
  readonly context: string;
  /** A citation covers it. */
  readonly cited: boolean;
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock']);

interface Piece {
  /** Where it stands in the text that is read, and in its block. */
  readonly at: number;
  readonly inBlock: number;
  readonly length: number;
  readonly block: number;
}

/** The words of a report as plain text, and where each typed stretch of it stands in its block. */
class TypedText {
  text = '';
  readonly pieces: Piece[] = [];
  readonly #cites: number[] = [];
  #block = -1;

  constructor(
    body: unknown,
    readonly live: (id: string) => string,
  ) {
    for (const node of nodesOf(readBody(body))) if (TEXT_BLOCKS.has(node.type)) this.#add(node);
  }

  #add(node: ReportNode): void {
    this.#block += 1;
    if (node.type === 'codeBlock') return;
    let inBlock = 0;
    for (const child of node.content ?? []) {
      const words = child.text;
      if (words !== undefined) {
        this.pieces.push({ at: this.text.length, inBlock, length: words.length, block: this.#block });
        // A number in code is an example.
        this.text += child.marks?.some(({ type }) => type === 'code') ? words.replace(/\d/g, 'x') : words;
        inBlock += words.length;
      } else {
        this.text += this.#atom(child);
        inBlock += 1;
      }
    }
    this.text += '\n\n';
  }

  #atom(node: ReportNode): string {
    if (node.type === LIVE_FIGURE) return this.live(attribute(node, 'figure') ?? '');
    if (node.type !== CITE) return '\n';
    this.#cites.push(this.text.length);
    return ' ';
  }

  /** Whether a citation closes the clause that ends in or after `end`. */
  isCited(end: number): boolean {
    const next = this.#cites.find((at) => at >= end);
    return next !== undefined && !SENTENCE_END.test(this.text.slice(end, next));
  }

  /** The stretch of typed words that holds all of a span, null where some of it was not typed. */
  pieceOf(start: number, end: number): Piece | null {
    const within = this.pieces.filter(({ at, length }) => at <= start && start < at + length);
    const [first] = within;
    if (!first) return null;
    const last = this.pieces.find(({ at, length }) => at < end && end <= at + length);
    return last && last.block === first.block && last.inBlock - first.inBlock === last.at - first.at ? first : null;
  }
}

const AROUND = 40;
const SENTENCE_END = /[.!?;](?=\s)|[。！？；\n]/;

/** Typed numbers that need a source, in reading order. `live` gives the words of a live figure. */
export function typedFigures(body: unknown, live: (id: string) => string): readonly TypedFigure[] {
  const typed = new TypedText(body, live);
  if (!/[\d一二三四五六七八九十百千万亿]|\b(?:one|two|half|third)\b/i.test(typed.text)) return [];
  const { figures } = analyse(plainDocument(typed.text));
  return figures.flatMap((figure): TypedFigure[] => {
    const { start, end, quote, low, high, unit, currency } = figure;
    const piece = typed.pieceOf(start, end);
    if (!piece || !isEvidence({ unit, metric: figure.metric, cell: null, rule: figure.cue.rule })) return [];
    const from = piece.inBlock + start - piece.at;
    const context = typed.text
      .slice(Math.max(0, start - AROUND), end + AROUND)
      .replace(/\s+/g, ' ')
      .trim();
    const cited = typed.isCited(end);
    return [{ quote, block: piece.block, from, to: from + end - start, low, high, unit, currency, context, cited }];
  });
}

/** What a typed number is held against. */
interface Known {
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly currency: string | null;
}

/** Whether a figure reads as the typed number does: the same bounds in the same unit and money. */
export const readsAs = (typed: Known, figure: Known): boolean =>
  (typed.low ?? typed.high) !== null &&
  typed.low === figure.low &&
  typed.high === figure.high &&
  typed.unit === figure.unit &&
  (typed.currency === null || figure.currency === null || typed.currency === figure.currency);
