/** The clause of its passage that a figure stands in: between semicolons, or between a comma and a conjunction. */
import type { PlacedFigure } from '../figure/model';
import type { Scene } from './decision';
import type { Passage } from './passage';
import type { Token } from './phrases';

export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export type ClauseReader = (figure: PlacedFigure) => Clause;

const HARD = new Set([';', '；', '→']);
const COMMA = new Set([',', '，']);
const CONJUNCTIONS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'which', '但', '而']);
/** A clause of fewer words than this has no verb of its own and stays with its neighbour. */
const SHORTEST = 4;

/** Token indexes at which a clause of the passage begins; the first is 0. */
export function clauseStarts(tokens: readonly Token[]): readonly number[] {
  const starts = [0];
  tokens.forEach(({ word }, index) => {
    const joins = COMMA.has(word) && CONJUNCTIONS.has(tokens[index + 1]?.word ?? '');
    if (!HARD.has(word) && !joins) return;
    if (index + 1 - (starts.at(-1) ?? 0) >= SHORTEST && tokens.length - index > SHORTEST) starts.push(index + 1);
  });
  return starts;
}

/** Reads clauses, each passage cut once. */
export function clauseReader(scene: Scene): ClauseReader {
  const cuts = new Map<Passage, readonly number[]>();
  return (figure) => {
    const passage = scene.passages.of(figure);
    const starts = cuts.get(passage) ?? clauseStarts(passage.tokens);
    cuts.set(passage, starts);
    const at = starts.findLastIndex((start) => (passage.tokens[start]?.start ?? 0) <= figure.start);
    const tokens = passage.tokens.slice(starts[Math.max(0, at)], starts[at + 1]);
    const first = tokens[0]?.start ?? passage.start;
    return { text: scene.layout.text.slice(first, tokens.at(-1)?.end ?? passage.end), tokens };
  };
}
