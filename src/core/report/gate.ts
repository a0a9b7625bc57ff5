/** What may stand in the way of publishing a report, and what a person wants done about each: stop, ask, or say nothing. */
import { namesOf } from '../base/names';

const DOUBTS = {
  missing: 'Figures that are gone',
  error: 'Open errors of the audit',
  unlinked: 'Numbers neither linked nor cited',
  unclassified: 'Figures that nobody vouches for',
  unshown: 'Characters that no font has',
  stale: 'Older than what the notebook holds',
} as const satisfies Readonly<Record<string, string>>;

export type DoubtKind = keyof typeof DOUBTS;
/** In the order in which they are listed. */
export const DOUBT_KINDS: readonly DoubtKind[] = namesOf<DoubtKind>(DOUBTS);
/** What a person calls the kind. */
export const doubtLabel = (kind: DoubtKind): string => DOUBTS[kind];

export const GATE_ANSWERS = ['block', 'warn', 'ignore'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];

/** The answer to each kind. */
export type Gate = Readonly<Record<DoubtKind, GateAnswer>>;

export const USUAL_GATE: Gate = {
  missing: 'warn',
  error: 'warn',
  unlinked: 'warn',
  unclassified: 'warn',
  unshown: 'warn',
  stale: 'warn',
};

const isAnswer = (value: unknown): value is GateAnswer => GATE_ANSWERS.some((one) => one === value);

/** A stored gate; what is missing or unknown in it is as usual. */
export function readGate(stored: unknown): Gate {
  const known: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const answerTo = (kind: DoubtKind): GateAnswer => {
    const answer = known[kind];
    return isAnswer(answer) ? answer : USUAL_GATE[kind];
  };
  return DOUBT_KINDS.reduce<Gate>((gate, kind) => ({ ...gate, [kind]: answerTo(kind) }), USUAL_GATE);
}

/** Whether a report with these doubts goes out, is asked about, or stays. */
export function gateSays(gate: Gate, found: Iterable<DoubtKind>): GateAnswer {
  const answers = new Set([...found].map((kind) => gate[kind]));
  return answers.has('block') ? 'block' : answers.has('warn') ? 'warn' : 'ignore';
}
