/** The day that words beside a number name, held against the day of the document: "yesterday", "am Freitag", "hoy". */
import data from '../../../../resources/lexicon/periods.eu.json';
import { Phrases } from '../quantity/lexicon/phrases';
import { isLetter } from '../quantity/lexicon/characters';
import type { Span } from '../../document/model';

type Day = { readonly back: number } | { readonly weekday: number };

const words = new Phrases<Day>([
  ...Object.entries(data.days).flatMap(([days, names]) =>
    names.map((name): [string, Day] => [name, { back: -Number(days) }]),
  ),
  ...Object.entries(data.weekdays).flatMap(([day, names]) =>
    names.map((name): [string, Day] => [name, { weekday: Number(day) }]),
  ),
]);

/** No word further from a number dates it. */
const REACH = 72;
const MS_PER_DAY = 86_400_000;
const WEEK = 7;

function dated(asOf: string, day: Day): string {
  const time = Date.parse(`${asOf}T00:00:00Z`);
  const back = 'back' in day ? day.back : (new Date(time).getUTCDay() - day.weekday + WEEK) % WEEK;
  return new Date(time - back * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The ISO date of the nearest word for a day in the figure's clause, `asOf` being the document's own ISO day; null where
 * none stands near. `others` are the figures of the block: behind another figure a word is that one's.
 */
export function dayBeside(
  text: string,
  figure: Span,
  sentence: Span,
  others: readonly Span[],
  asOf: string,
): { readonly period: string; readonly cue: Span } | null {
  const from = Math.max(sentence.start, figure.start - REACH);
  const next = others.find((other) => other.start >= figure.end)?.start ?? text.length;
  const to = Math.min(sentence.end, figure.end + REACH, next);
  let best: { day: Day; cost: number; cue: Span } | null = null;
  for (let at = from; at < to; at += 1) {
    if (at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
    const found = words.at(text, at, to);
    if (!found) continue;
    const cost = found.end <= figure.start ? figure.start - found.end + BEFORE : found.start - figure.end;
    if (!best || cost < best.cost) best = { day: found.value, cost, cue: { start: at, end: found.end } };
  }
  return best && { period: dated(asOf, best.day), cue: best.cue };
}

/** A word ahead of a number is a little further from it than one behind: "hit 1.09 yesterday, with 1.10 today". */
const BEFORE = 12;
