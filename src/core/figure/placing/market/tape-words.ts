/** The words of the market's tape in Chinese, looked up backwards from a number: verbs, what stands around them, names. */
import tapeData from '../../../../../resources/lexicon/tape-han.json';

export type VerbKind = 'move' | 'shift' | 'level' | 'measure';
/** What is quoted: a share, an index, a bond's yield, a currency, what is traded on an exchange for goods. */
export type Quoted = 'share' | 'index' | 'yield' | 'currency' | 'good';

export interface Verb {
  readonly kind: VerbKind;
  readonly word: string;
  readonly start: number;
  /** Of a measure: which. */
  readonly metric: string | null;
}

interface Entry {
  readonly word: string;
  readonly kind: VerbKind;
  readonly metric: string | null;
}

const longestFirst = (words: readonly string[]): readonly string[] => words.toSorted((a, b) => b.length - a.length);
const entriesOf = (words: readonly string[], kind: VerbKind, metric: string | null = null): readonly Entry[] =>
  words.map((word) => ({ word, kind, metric }));

/** By their last sign, longest first. */
const verbs = new Map<string, Entry[]>();
for (const entry of [
  ...entriesOf(tapeData.moves, 'move'),
  ...entriesOf(tapeData.shifts, 'shift'),
  ...entriesOf(tapeData.levels, 'level'),
  ...Object.entries(tapeData.measures).flatMap(([metric, words]) => entriesOf(words, 'measure', metric)),
].toSorted((a, b) => b.word.length - a.word.length)) {
  const last = entry.word.at(-1) ?? '';
  verbs.set(last, [...(verbs.get(last) ?? []), entry]);
}
const before = longestFirst(tapeData.before);
const between = longestFirst(tapeData.between);
const leads = longestFirst(tapeData.leads);

const SIGNS = /[\s*_`+~≈−-]/;
const CLOCK = /(?:\d{1,2}[:：]\d{2})$/;
const CODE = /[（(]\s?`?\d{4,6}(?:\.[A-Z]{2})?`?\s?[）)]$/;

const cutEnd = (words: readonly string[], text: string, end: number): string | undefined =>
  words.find((word) => text.endsWith(word, end));

function overSigns(text: string, at: number): number {
  let end = at;
  while (end > 0 && SIGNS.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** The verb right ahead of a number that begins at `at`. */
export function verbBefore(text: string, at: number): Verb | null {
  let end = overSigns(text, at);
  for (let step = 0; step <= 3; step += 1) {
    const place = end;
    const found = verbs.get(text[end - 1] ?? '')?.find(({ word }) => text.endsWith(word, place));
    if (found) return { ...found, start: end - found.word.length };
    const filler = cutEnd(before, text, end);
    if (filler === undefined) return null;
    end = overSigns(text, end - filler.length);
  }
  return null;
}

/** Where the name ends that a verb at `at` is said of: what stands between them is stepped over. */
export function nameEnd(text: string, at: number): number {
  let end = overSigns(text, at);
  for (let step = 0; step < 6; step += 1) {
    const aside =
      CLOCK.exec(text.slice(Math.max(0, end - 12), end)) ?? CODE.exec(text.slice(Math.max(0, end - 14), end));
    const word = aside?.[0] ?? cutEnd(between, text, end);
    if (word === undefined) break;
    end = overSigns(text, end - word.length);
  }
  return end;
}

/** What leads a name in: when it was, and how it is joined to what stands before. */
export function withoutLead(text: string, from: number, to: number): number {
  let start = from;
  for (let step = 0; step < 4; step += 1) {
    while (start < to && /[\s*_`>#•]/.test(text[start] ?? '')) start += 1;
    const lead = leads.find((word) => text.startsWith(word, start) && start + word.length < to);
    if (lead === undefined) break;
    start += lead.length;
  }
  return start;
}

const includesAny = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** Whether a clause supposes what it says (若, 预计 …), so that its number is no quotation. */
export const isSupposed = (clause: string): boolean => includesAny(tapeData.supposing, clause);

/** Whether a line speaks of a market or of moves of prices. */
export const isOfMarket = (line: string): boolean =>
  includesAny(tapeData.market, line) || includesAny(tapeData.moves, line);

/** Whether a label heads a list of quotations instead of naming one asset. */
export const isHeading = (label: string): boolean => includesAny(tapeData.headings, label);

const INDEX_CODE = /(?:[A-Z]{2,}|[\u4e00-\u9fff])\s?(?:[AB]\s?)?(?:50|100|180|200|225|300|400|500|1000|2000)$/;

/** What kind of thing a name is; null where it is no name of anything quoted. */
export function quotedAs(name: string): Quoted | null {
  if (includesAny(tapeData.yields, name)) return 'yield';
  if (includesAny(tapeData.currencies, name) && includesAny(tapeData.pairs, name)) return 'currency';
  if (tapeData.indexTails.some((tail) => name.endsWith(tail)) || INDEX_CODE.test(name)) return 'index';
  if (includesAny(tapeData.futures, name)) return 'good';
  if (name.endsWith('价') || includesAny(tapeData.notQuoted, name) || includesAny(tapeData.notName, name)) return null;
  return 'share';
}
