/** Which way a figure moved, from its sign or the nearest word that says so, and the basis it is stated on. */
import changeData from '../../../../../resources/lexicon/change.json';
import europeanData from '../../../../../resources/lexicon/change.eu.json';
import { isHan, isLetter } from '../../quantity/lexicon/characters';
import type { Quantity, Direction } from '../../model';
import { Phrases } from '../../quantity/lexicon/phrases';
import { crossing, type BlockView } from '../scope/block-view';

interface Moves {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

const waysOf = (...all: readonly Moves[]): Phrases<Direction> =>
  new Phrases<Direction>(
    all.flatMap(({ up, down }) => [
      ...up.map((word): [string, Direction] => [word, 'up']),
      ...down.map((word): [string, Direction] => [word, 'down']),
    ]),
  );

const english = waysOf(changeData);
/** A text in another language has English terms too, but theirs go first: "mehr", "alta", "sale". */
const european: ReadonlyMap<string, { readonly ways: Phrases<Direction>; readonly words: ReadonlySet<string> }> =
  new Map(
    (['de', 'fr', 'es', 'it', 'pt'] as const).map((language) => {
      const moves = europeanData[language];
      return [language, { ways: waysOf(moves, changeData), words: new Set([...moves.up, ...moves.down]) }];
    }),
  );

/** A word of movement of the text's own language, in small letters; English ones are the metric lexicon's. */
export const isMovement = (word: string, language: string): boolean => european.get(language)?.words.has(word) ?? false;

const bases = new Phrases<string>(
  Object.entries(changeData.basis).flatMap(([basis, words]) => words.map((word): [string, string] => [word, basis])),
);

interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** All phrases of a lexicon between two places. */
function scan<T>(lexicon: Phrases<T>, text: string, start: number, end: number): Found<T>[] {
  const found: Found<T>[] = [];
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!isLetter(code) && !isHan(code)) {
      i += 1;
      continue;
    }
    const match = lexicon.at(text, i, end);
    if (match) {
      found.push(match);
      i = match.end;
      continue;
    }
    i += 1;
    if (isLetter(code)) while (i < end && (isLetter(text.charCodeAt(i)) || text[i] === '-')) i += 1;
  }
  return found;
}

/** The way that the last word of movement in `words` says; null where none does. */
export const directionBefore = (words: string): Direction | null =>
  scan(english, words, 0, words.length).at(-1)?.value ?? null;

const REACH = 90;

/**
 * The way a change went: its printed sign, else the nearest word of movement in reach; null where nothing says.
 * Words that only bound the number ("below 25%") are no movement.
 */
export function directionOf(text: string, figure: Quantity, view: BlockView): Direction | null {
  if (figure.direction) return figure.direction;
  const ways = european.get(view.language)?.ways ?? english;
  const from = Math.max(view.start, figure.start - REACH);
  const to = Math.min(view.end, figure.end + REACH / 2);
  let best: { way: Direction; cost: number } | null = null;
  for (const { start, end, value } of scan(ways, text, from, figure.start)) {
    const cost = crossing(text, end, figure.start, view.figures);
    if (!best || cost <= best.cost) best = { way: value, cost: cost + (start < from ? 1 : 0) };
  }
  for (const { start, value } of scan(ways, text, figure.end, to)) {
    const cost = crossing(text, figure.end, start, view.figures) + 4;
    if (!best || cost < best.cost) best = { way: value, cost };
  }
  return best && best.cost <= REACH ? best.way : null;
}

const RELATIVE: ReadonlySet<string> = new Set(['YoY', 'QoQ', 'MoM', 'CAGR', 'vs consensus']);

/** Bases a figure stands on (`YoY`, `TTM`, `run-rate` …), joined by ` · `; null where nothing says. */
export function basisOf(text: string, figure: Quantity, view: BlockView, growth: boolean): string | null {
  const from = Math.max(view.start, figure.start - REACH);
  const to = Math.min(view.end, figure.end + REACH / 2);
  const found = new Set<string>();
  let compared: { basis: string; cost: number } | null = null;
  const near = (basis: string, cost: number, reach: number) => {
    if (!RELATIVE.has(basis)) {
      if (cost <= reach) found.add(basis);
    } else if (growth && cost <= 45 && (!compared || cost < compared.cost)) compared = { basis, cost };
  };
  for (const { end, value } of scan(bases, text, from, figure.start))
    near(value, crossing(text, end, figure.start, view.figures), 52);
  // Behind the figure only what follows at once: the next words already belong to something else.
  for (const { start, value } of scan(bases, text, figure.end, to))
    near(value, crossing(text, figure.end, start, view.figures) - 8, 18);
  return joined(compared, found);
}

/** A change has one thing it is compared with: the nearest said. */
function joined(compared: { readonly basis: string } | null, others: ReadonlySet<string>): string | null {
  const all = compared ? [compared.basis, ...others] : [...others];
  return all.length === 0 ? null : all.join(' · ');
}
