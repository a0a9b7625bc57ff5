/**
 * Whether the words of a cue speak for a figure of the same passage, and how near they stand. Clauses end at `;` and `→`;
 * commas, dashes and brackets bound the shorter reaches; what stands in brackets does not speak for what follows them.
 */
import type { Span } from '../../document/model';
import { opensClause } from './clause';
import type { CueGroup, CueScope } from './cues';
import type { Passage } from './passage';
import type { Hit } from './phrases';
import type { Token } from './tokens';

const CLAUSE_END = new Set([';', '；', '→', '|', '⇒']);
const PAUSE = new Set([',', '，', '、', '(', ')', '（', '）', '—', '–', '[', ']']);
const OPEN = new Set(['(', '（', '[']);
const FORWARD: ReadonlySet<CueScope> = new Set(['forward', 'clause', 'next', 'first']);
const CLOSE = new Set([')', '）', ']']);
const JOIN = new Set(['while', 'but', 'whereas', 'although', 'though', 'and', 'yet', 'which']);
const CONJUNCTIONS = new Set(['and', 'but', 'while', 'whereas']);
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

/** Counts of all tokens before each place, so that what lies between two of them is known without walking there. */
interface Counts {
  readonly clauseEnds: Uint32Array;
  readonly joins: Uint32Array;
  readonly turns: Uint32Array;
  readonly pauses: Uint32Array;
  readonly figures: Uint32Array;
  /** From each place the first one to which more brackets have been closed than opened. */
  readonly leaves: Uint32Array;
  /** From each place on: whether a clause ends or pauses before the next number that is no year. */
  readonly closes: Uint8Array;
}

const counted = new WeakMap<readonly Token[], Counts>();

function countsOf(tokens: readonly Token[]): Counts {
  const known = counted.get(tokens) ?? count(tokens);
  counted.set(tokens, known);
  return known;
}

function count(tokens: readonly Token[]): Counts {
  const before = (is: (token: Token, index: number) => boolean): Uint32Array => {
    const sums = new Uint32Array(tokens.length + 1);
    tokens.forEach((token, index) => {
      sums[index + 1] = (sums[index] ?? 0) + (is(token, index) ? 1 : 0);
    });
    return sums;
  };
  return {
    clauseEnds: before(({ word }) => CLAUSE_END.has(word)),
    joins: before((_token, index) => opensClause(tokens, index)),
    turns: before(({ word }) => CONJUNCTIONS.has(word)),
    pauses: before(({ word }) => PAUSE.has(word)),
    figures: before((token) => token.kind === 'number' && !isYear(token)),
    leaves: leavesOf(tokens),
    closes: closesOf(tokens),
  };
}

function leavesOf(tokens: readonly Token[]): Uint32Array {
  const depths = [0];
  for (const { word } of tokens)
    depths.push((depths.at(-1) ?? 0) + (OPEN.has(word) ? 1 : 0) - (CLOSE.has(word) ? 1 : 0));
  const leaves = new Uint32Array(depths.length).fill(depths.length);
  const waiting: number[] = [];
  depths.forEach((depth, place) => {
    for (let last = waiting.at(-1); last !== undefined && (depths[last] ?? 0) > depth; last = waiting.at(-1)) {
      leaves[last] = place;
      waiting.pop();
    }
    waiting.push(place);
  });
  return leaves;
}

function closesOf(tokens: readonly Token[]): Uint8Array {
  const closes = new Uint8Array(tokens.length + 1).fill(1);
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const ends = !token || CLAUSE_END.has(token.word) || PAUSE.has(token.word);
    closes[index] = ends ? 1 : token.kind === 'number' && !isYear(token) ? 0 : (closes[index + 1] ?? 1);
  }
  return closes;
}

function between(tokens: readonly Token[], from: number, to: number): Between {
  const { clauseEnds, joins, turns, pauses, figures, leaves } = countsOf(tokens);
  const counts = (sums: Uint32Array): number => (to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) : 0);
  return {
    words: to - from,
    clauseEnds: counts(clauseEnds) > 0,
    pauses: counts(pauses),
    figures: counts(figures) > 0,
    joined: counts(joins) > 0,
    goesOn: counts(turns) > 0,
    leavesBracket: (leaves[from] ?? tokens.length + 1) <= to,
  };
}

/** A cue speaks for what stands before it only where it closes the clause: nothing counted follows, nothing joins it. */
function closesClause(passage: Passage, hit: Hit<CueGroup>): boolean {
  const before = passage.tokens[hit.from - 1]?.word ?? '';
  if (JOIN.has(before)) return false;
  return countsOf(passage.tokens).closes[hit.to] === 1;
}

const isYear = (token: Token): boolean => /^(?:19|20)\d\d$/.test(token.word);

function reaches(reach: CueScope, hit: Hit<CueGroup>, figure: Span, passage: Passage): number | null {
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
  if (reach === 'touch') return gap.words <= TOUCH_LIMIT && gap.pauses === 0 && !gap.goesOn ? gap.words + 1 : null;
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
