/**
 * Which period of a sentence is printed for which of its figures: lists pair in order ("$7B and $6B in 2024 and 2023"), a
 * label that leads leads ("FY22 $5B, FY23 $6B"), what follows with a preposition belongs to the number before it.
 */
import type { Span } from '../../../document/model';
import type { Quantity } from '../../model';
import type { PeriodMention } from '../../period/period';
import { within } from '../../../base/spans';
import type { BlockView } from '../scope/block-view';

interface Token extends Span {
  readonly figure: Quantity | null;
  readonly mention: PeriodMention | null;
}

export interface Pairs {
  /** The mention that is printed for a figure, by where the figure starts. */
  readonly of: ReadonlyMap<number, PeriodMention>;
  /** Where the figure starts that a mention is printed for, by where the mention starts. */
  readonly holder: ReadonlyMap<number, number>;
}

const JOINT =
  /^(?:\s?[,;、/]\s?(?:and\s|or\s|和|及)?|\s(?:and|or|&|to|versus|vs\.?)\s|\s?[和及与]\s?|\s?(?:→|->|–>)\s?)(?:about\s|~)?$/;
const TRAILS =
  /^(?:[*_"”]{0,3}\)?\s?\(?|[*_"”]{0,3}\s(?:in|for|during|of|at|by|through|over|on|as of|as at|per|expected in|expected for)\s)(?:the\s|full[- ]year\s|fiscal\s|calendar\s)?$/;
const LEADS = /^[*_"”)]{0,4}(?:['’]s?)?[\s:：=(]{0,3}(?:[\p{L}&/'’-]{1,20}[\s:]{1,2}){0,3}[$~(]?$/u;
const MOST_TOKENS = 60;
/** Furthest that two lists may stand apart. */
const LISTS_APART = 60;

function tokensOf(view: BlockView, sentence: Span): Token[] {
  const figures = within(view.figures, sentence.start, sentence.end);
  const mentions = within(view.periods, sentence.start, sentence.end).filter(
    (mention) => !figures.some((one) => one.start < mention.end && mention.start < one.end),
  );
  const all = [
    ...figures.map((figure): Token => ({ start: figure.start, end: figure.end, figure, mention: null })),
    ...mentions.map((mention): Token => ({ start: mention.start, end: mention.end, figure: null, mention })),
  ];
  return all.sort((a, b) => a.start - b.start).slice(0, MOST_TOKENS);
}

/** Neighbours of one sort that a comma or "and" joins. */
function runs(text: string, tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  for (const token of tokens) {
    const last = found.at(-1)?.at(-1);
    const joined =
      last !== undefined &&
      (last.figure === null) === (token.figure === null) &&
      JOINT.test(text.slice(last.end, token.start)) &&
      (last.figure === null || last.figure.unit === token.figure?.unit);
    if (joined) found.at(-1)?.push(token);
    else found.push([token]);
  }
  return found;
}

class Pairing {
  readonly of = new Map<number, PeriodMention>();
  readonly holder = new Map<number, number>();

  give(figure: Token, mention: Token): void {
    if (!figure.figure || !mention.mention || this.of.has(figure.start)) return;
    this.of.set(figure.start, mention.mention);
    if (!this.holder.has(mention.start)) this.holder.set(mention.start, figure.start);
  }
}

function pairLists(text: string, lists: readonly Token[][], pairing: Pairing): void {
  for (let i = 0; i + 1 < lists.length; i += 1) {
    const [a, b] = [lists[i] ?? [], lists[i + 1] ?? []];
    if (a.length < 2 || a.length !== b.length || (a[0]?.figure === null) === (b[0]?.figure === null)) continue;
    const gap = text.slice(a.at(-1)?.end ?? 0, b[0]?.start ?? 0);
    if (gap.length > LISTS_APART || /[.;。；]\s/.test(gap)) continue;
    for (const [at, token] of a.entries()) {
      const other = b[at];
      if (other) pairing.give(token.figure ? token : other, token.figure ? other : token);
    }
  }
}

function pairNeighbours(text: string, tokens: readonly Token[], pairing: Pairing): void {
  for (const [at, token] of tokens.entries()) {
    if (!token.mention || pairing.holder.has(token.start)) continue;
    const previous = tokens[at - 1];
    const next = tokens[at + 1];
    if (previous?.figure && TRAILS.test(text.slice(previous.end, token.start))) {
      if (!pairing.of.has(previous.start) || !next?.figure) pairing.give(previous, token);
      if (pairing.holder.has(token.start)) continue;
    }
    if (token.mention.kind === 'relative') continue;
    if (next?.figure && LEADS.test(text.slice(token.end, next.start))) pairing.give(next, token);
  }
}

const known = new WeakMap<BlockView, Map<number, Pairs>>();

/**
 * Which period mention is printed for which figure of `sentence`; both maps are empty where it names no period. Read
 * once for each view and sentence, later calls get the same object.
 */
export function pairsOf(text: string, view: BlockView, sentence: Span): Pairs {
  const ofView = known.get(view) ?? new Map<number, Pairs>();
  known.set(view, ofView);
  const cached = ofView.get(sentence.start);
  if (cached) return cached;
  const tokens = tokensOf(view, sentence);
  const pairing = new Pairing();
  if (tokens.some(({ mention }) => mention)) {
    pairLists(text, runs(text, tokens), pairing);
    pairNeighbours(text, tokens, pairing);
  }
  ofView.set(sentence.start, pairing);
  return pairing;
}
