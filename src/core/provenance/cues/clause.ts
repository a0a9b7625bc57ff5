/** The clause of its passage that a figure stands in: between semicolons, or between a comma and a conjunction. */
import type { PlacedFigure } from '../../figure/model';
import type { DocumentReading } from './decision';
import type { Passage } from './passage';
import type { Token } from './tokens';

export interface Clause {
  readonly start: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

export type ClauseReader = (figure: PlacedFigure) => Clause;

const HARD = new Set([';', '；', '→']);
const COMMA = new Set([',', '，']);
const CONJUNCTIONS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'which', '但', '而']);
/** A clause of fewer words than this has no verb of its own and stays with its neighbour. */
const SHORTEST = 4;

/** Whether the token is a comma that a conjunction, or "of which", follows. */
export function opensClause(tokens: readonly Token[], index: number): boolean {
  if (!COMMA.has(tokens[index]?.word ?? '')) return false;
  const next = tokens[index + 1]?.word ?? '';
  return CONJUNCTIONS.has(next) || (next === 'of' && tokens[index + 2]?.word === 'which');
}

/** Token indexes at which a clause of the passage begins; the first is 0. */
function clauseStarts(tokens: readonly Token[]): readonly number[] {
  const starts = [0];
  tokens.forEach(({ word }, index) => {
    if (!HARD.has(word) && !opensClause(tokens, index)) return;
    if (index + 1 - (starts.at(-1) ?? 0) >= SHORTEST && tokens.length - index > SHORTEST) starts.push(index + 1);
  });
  return starts;
}

function clausesOf(passage: Passage, text: string): readonly Clause[] {
  const starts = clauseStarts(passage.tokens);
  return starts.map((start, at) => {
    const tokens = passage.tokens.slice(start, starts[at + 1]);
    const from = tokens[0]?.start ?? passage.start;
    return { start: from, text: text.slice(from, tokens.at(-1)?.end ?? passage.end), tokens };
  });
}

const NOTHING: Clause = { start: 0, text: '', tokens: [] };

/** Reads clauses; each passage is cut once, and the same clause is the same object. */
export function clauseReader(reading: DocumentReading): ClauseReader {
  const cut = new WeakMap<Passage, readonly Clause[]>();
  return (figure) => {
    const passage = reading.passages.of(figure);
    const clauses = cut.get(passage) ?? clausesOf(passage, reading.layout.text);
    cut.set(passage, clauses);
    return clauses.findLast(({ start }) => start <= figure.start) ?? clauses[0] ?? NOTHING;
  };
}
