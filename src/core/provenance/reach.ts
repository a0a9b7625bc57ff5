/**
 * Whether the words of a cue speak for a figure of the same passage, and how near they stand. Clauses end at `;` and `→`;
 * commas, dashes and brackets bound the shorter reaches; what stands in brackets does not speak for what follows them.
 */
import type { Span } from '../document/model';
import { opensClause } from './clause';
import type { CueGroup, Reach } from './cues';
import type { Passage } from './passage';
import type { Hit } from './phrases';
import type { Token } from './tokens';

const CLAUSE_END = new Set([';', '；', '→', '|', '⇒']);
const PAUSE = new Set([',', '，', '、', '(', ')', '（', '）', '—', '–', '[', ']']);
const OPEN = new Set(['(', '（', '[']);
const FORWARD: ReadonlySet<Reach> = new Set(['forward', 'clause', 'next', 'first']);
const CLOSE = new Set([')', '）', ']']);
const JOIN = new Set(['while', 'but', 'whereas', 'although', 'though', 'and', 'yet', 'which']);
const TURNS = new Set(['and', 'but', 'while', 'whereas']);
/** How many words may stand between a figure and the words right after it that name it. */
const TOUCH_LIMIT = 2;

/** Index of the first token at or after a position. */
function tokenAt(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Number.POSITIVE_INFINITY) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Between {
  readonly words: number;
  readonly clauseEnds: boolean;
  readonly pauses: number;
  /** A comma with a conjunction opens a clause of its own. */
  readonly joined: boolean;
  /** "above consensus and up 18%": a conjunction turns to something else. */
  readonly goesOn: boolean;
  /** A number other than a year stands between. */
  readonly figures: boolean;
  /** Leaves a bracket that was open at the left end. */
  readonly leavesBracket: boolean;
}

function between(tokens: readonly Token[], from: number, to: number): Between {
  let depth = 0;
  let lowest = 0;
  let pauses = 0;
  let clauseEnds = false;
  let figures = false;
  let joined = false;
  let goesOn = false;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    const word = token?.word ?? '';
    if (token?.kind === 'number' && !isYear(token)) figures = true;
    if (CLAUSE_END.has(word)) clauseEnds = true;
    if (opensClause(tokens, index)) joined = true;
    if (TURNS.has(word)) goesOn = true;
    if (PAUSE.has(word)) pauses++;
    if (OPEN.has(word)) depth++;
    if (CLOSE.has(word)) lowest = Math.min(lowest, --depth);
  }
  return { words: to - from, clauseEnds, pauses, figures, joined, goesOn, leavesBracket: lowest < 0 };
}

/** A cue speaks for what stands before it only where it closes the clause: nothing counted follows, nothing joins it. */
function closesClause(passage: Passage, hit: Hit<CueGroup>): boolean {
  const before = passage.tokens[hit.from - 1]?.word ?? '';
  if (JOIN.has(before)) return false;
  for (let index = hit.to; index < passage.tokens.length; index++) {
    const token = passage.tokens[index];
    if (!token || CLAUSE_END.has(token.word) || PAUSE.has(token.word)) return true;
    if (token.kind === 'number' && !isYear(token)) return false;
  }
  return true;
}

const isYear = (token: Token): boolean => /^(?:19|20)\d\d$/.test(token.word);

function reaches(reach: Reach, hit: Hit<CueGroup>, figure: Span, passage: Passage): number | null {
  const { tokens } = passage;
  if (reach === 'sentence') return Math.abs(hit.start - figure.start);
  if (FORWARD.has(reach)) {
    if (hit.start >= figure.start) return hit.end <= figure.end ? 0 : null;
    const gap = between(tokens, hit.to, tokenAt(tokens, figure.start));
    if (gap.clauseEnds || gap.leavesBracket) return null;
    if (reach === 'first' && gap.figures) return null;
    if ((reach === 'next' || reach === 'first') && gap.goesOn && !gap.figures) return null;
    if (reach === 'clause') return gap.joined ? null : gap.words;
    return reach !== 'forward' && gap.pauses > 0 ? null : gap.words;
  }
  if (hit.end <= figure.end) return null;
  const gap = between(tokens, tokenAt(tokens, figure.end), hit.from);
  if (gap.clauseEnds || gap.leavesBracket) return null;
  if (reach === 'touch') return gap.words <= TOUCH_LIMIT && gap.pauses === 0 ? gap.words + 1 : null;
  const allowed = PAUSE.has(tokens[hit.from - 1]?.word ?? '') ? 1 : 0;
  if (reach === 'prior') return gap.pauses <= allowed ? gap.words + 1 : null;
  return closesClause(passage, hit) ? gap.words + 2 : null;
}

/** The shortest distance in words at which a cue speaks for a figure; null where it does not. */
export function distanceTo(hit: Hit<CueGroup>, figure: Span, passage: Passage): number | null {
  let nearest: number | null = null;
  for (const reach of hit.group.reach) {
    const distance = reaches(reach, hit, figure, passage);
    if (distance !== null && (nearest === null || distance < nearest)) nearest = distance;
  }
  return nearest;
}
