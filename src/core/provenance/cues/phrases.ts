/**
 * Finds many cue phrases in one pass. Cues are data written by people, so the pattern language is small and readable:
 *
 *   words separated by spaces   matched without regard to case, hyphens ignored (`run-rate` = `run rate`)
 *   expect/expects/expected     one of these words
 *   ?be                         this word may be missing
 *   ...                         up to four words of anything but `;` and `.`
 *   #                           a number       @   a word that starts with a capital letter       _   any one token
 *
 * Chinese is matched character by character, so the same automaton serves every language. A phrase that lies strictly
 * inside a longer one is dropped: "lower than expected" silences "expected".
 */
import type { Span } from '../../document/model';
import { type Token, tokenise } from './tokens';

/** A phrase found, with the group it belongs to. */
export interface Hit<Group> extends Span {
  readonly group: Group;
  /** First token and one past the last. */
  readonly from: number;
  readonly to: number;
}

export interface PhraseMatcher<Group> {
  readonly find: (tokens: readonly Token[]) => readonly Hit<Group>[];
}

const GAP_LIMIT = 4;
const GAP_STOP = new Set([';', '.', '。', '；']);

/** Where a phrase ends: its group, and which pattern it is, counted over all. */
interface End<Group> {
  readonly group: Group;
  readonly pattern: number;
}

/**
 * A state of the automaton: patterns are chains of states, so that a list of words costs its words, not their product.
 * States that one word leads to are merged into one when that word is met first, so that a text is read once, however
 * many patterns start alike.
 */
interface State<Group> {
  readonly words: Map<string, State<Group>[]>;
  readonly number: State<Group>[];
  readonly name: State<Group>[];
  readonly any: State<Group>[];
  readonly gap: State<Group>[];
  readonly ends: End<Group>[];
}

const newState = <Group>(): State<Group> => ({ words: new Map(), number: [], name: [], any: [], gap: [], ends: [] });

/** The alternatives of one element of a pattern, each a sequence of words; an empty sequence where it may be missing. */
function alternatives(element: string): readonly (readonly string[])[] {
  if (element === '...' || element === '#' || element === '@' || element === '_') return [[element]];
  if (element === '/' || element === '?') return [[element]];
  const optional = element.startsWith('?');
  const words = (optional ? element.slice(1) : element)
    .split('/')
    .filter((word) => word !== '')
    .map((word) => (word === '#' || word === '@' ? [word] : tokenise(word).map((token) => token.word)));
  return optional ? [...words, []] : words;
}

function link<Group>(from: State<Group>, word: string, to: State<Group>): void {
  if (word === '...') from.gap.push(to);
  else if (word === '#') from.number.push(to);
  else if (word === '@') from.name.push(to);
  else if (word === '_') from.any.push(to);
  else {
    const known = from.words.get(word);
    if (known) known.push(to);
    else from.words.set(word, [to]);
  }
}

/** Links every open state to `to` through a sequence of words. */
function linkAll<Group>(open: readonly State<Group>[], words: readonly string[], to: State<Group>): void {
  let from = open;
  words.forEach((word, index) => {
    const next = index === words.length - 1 ? to : newState<Group>();
    for (const state of from) link(state, word, next);
    from = [next];
  });
}

function insert<Group>(root: State<Group>, pattern: string, end: End<Group>): void {
  let open: readonly State<Group>[] = [root];
  for (const element of pattern.split(/\s+/).filter((part) => part !== '')) {
    const next = newState<Group>();
    const choices = alternatives(element);
    for (const words of choices) if (words.length > 0) linkAll(open, words, next);
    open = choices.some((words) => words.length === 0) ? [...open, next] : [next];
  }
  for (const state of open) if (state !== root) state.ends.push(end);
}

/** The one state that a list of states comes to; the list is left with it alone. */
function only<Group>(states: State<Group>[]): State<Group> | undefined {
  if (states.length < 2) return states[0];
  const merged = newState<Group>();
  for (const state of states) {
    for (const [word, next] of state.words) merged.words.set(word, [...(merged.words.get(word) ?? []), ...next]);
    merged.number.push(...state.number);
    merged.name.push(...state.name);
    merged.any.push(...state.any);
    merged.gap.push(...state.gap);
    merged.ends.push(...state.ends);
  }
  states.splice(0, states.length, merged);
  return merged;
}

type Emit<Group> = (end: End<Group>, to: number) => void;

/** Emits every phrase that goes on from a state at token `at`, with one past its last token. */
function walk<Group>(tokens: readonly Token[], state: State<Group>, at: number, emit: Emit<Group>): void {
  for (const end of state.ends) emit(end, at);
  const token = tokens[at];
  if (!token) return;
  const literal = state.words.get(token.word);
  if (literal) step(tokens, literal, at + 1, emit);
  if (token.kind === 'number') step(tokens, state.number, at + 1, emit);
  else if (token.kind === 'name') step(tokens, state.name, at + 1, emit);
  step(tokens, state.any, at + 1, emit);
  const gap = only(state.gap);
  if (gap) walkGap(tokens, gap, at, emit);
}

function step<Group>(tokens: readonly Token[], states: State<Group>[], at: number, emit: Emit<Group>): void {
  const next = only(states);
  if (next) walk(tokens, next, at, emit);
}

function walkGap<Group>(tokens: readonly Token[], state: State<Group>, at: number, emit: Emit<Group>): void {
  for (let skip = 0; skip <= GAP_LIMIT; skip++) {
    walk(tokens, state, at + skip, emit);
    const passed = tokens[at + skip];
    if (!passed || GAP_STOP.has(passed.word)) return;
  }
}

interface OrderedHit<Group> extends Hit<Group> {
  /** Of hits on the same words, literal ones come first, then those of the pattern listed first. */
  readonly order: number;
}

/** Keeps what does not lie strictly inside a longer hit; hits come in order of their first token. */
function outermost<Group>(hits: OrderedHit<Group>[]): readonly Hit<Group>[] {
  if (hits.length < 2) return hits;
  const ordered = hits.sort((a, b) => a.from - b.from || b.to - a.to || a.order - b.order);
  const kept: Hit<Group>[] = [];
  let cover: Hit<Group> | null = null;
  for (const hit of ordered) {
    if (cover && hit.to <= cover.to && (hit.from > cover.from || hit.to < cover.to)) continue;
    kept.push(hit);
    if (!cover || hit.to > cover.to) cover = hit;
  }
  return kept;
}

/** Compiles groups of patterns when they are first looked for, because a process may only open a notebook; `find` is then linear in the number of tokens. */
export function compilePhrases<Group>(
  entries: readonly { readonly group: Group; readonly patterns: readonly string[] }[],
): PhraseMatcher<Group> {
  const count = entries.reduce((sum, { patterns }) => sum + patterns.length, 0);
  let compiled: State<Group> | null = null;
  const compile = (): State<Group> => {
    const root = newState<Group>();
    let order = 0;
    for (const { group, patterns } of entries)
      for (const pattern of patterns) insert(root, pattern, { group, pattern: order++ });
    return root;
  };
  return {
    find: (tokens) => {
      const root = (compiled ??= compile());
      const hits: OrderedHit<Group>[] = [];
      let from = 0;
      let rank = 0;
      const emit: Emit<Group> = ({ group, pattern }, to) => {
        const first = tokens[from];
        const last = tokens[to - 1];
        if (first && last)
          hits.push({ group, from, to, start: first.start, end: last.end, order: rank * count + pattern });
      };
      for (; from < tokens.length; from++) {
        const token = tokens[from];
        if (!token) break;
        rank = 0;
        const literal = root.words.get(token.word);
        if (literal) step(tokens, literal, from + 1, emit);
        rank = 1;
        if (token.kind === 'number') step(tokens, root.number, from + 1, emit);
        else if (token.kind === 'name') step(tokens, root.name, from + 1, emit);
        rank = 2;
        step(tokens, root.any, from + 1, emit);
        rank = 3;
        const gap = only(root.gap);
        if (gap) walkGap(tokens, gap, from, emit);
      }
      return outermost(hits);
    },
  };
}
