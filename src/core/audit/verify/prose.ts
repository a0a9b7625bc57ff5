/** Numbers of sentences, each with its clause, its own time and what is counted; bare numbers are figures here too. */
import derivations from '../../../../resources/lexicon/derivations.json';
import { layOut } from '../../document/layout/layout';
import type { Layout } from '../../document/model';
import { plainDocument } from '../../document/plain';
import type { Quantity, Direction } from '../../figure/model';
import { readQuantities } from '../../figure/quantity/quantity';
import { derivationWords } from './lexicon';
import type { Datum } from './model';
import { ENGLISH_MONTH, MONTH_OPENING } from '../../base/months';
import { timesIn, timesOfFigures } from './times';
import { contentOf, PAUSE } from './words';
import { RATES, DURATIONS } from '../../base/unit';

export interface ProseNumber {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly low: number;
  readonly high: number;
  /** Half a unit of the last printed digit. */
  readonly slack: number;
  readonly unit: Datum['unit'];
  readonly isPoints: boolean;
  readonly isMoney: boolean;
  /** "more than", "at least": a lower bound; "fewer than", "up to": an upper one. */
  readonly bound: Datum['bound'];
}

const numberOf = (figure: Quantity): ProseNumber | null => {
  const [low, high] = [figure.low ?? figure.high, figure.high ?? figure.low].map(Number);
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return null;
  const factor = figure.unit === 'bps' ? 0.01 : 1;
  return {
    start: figure.start,
    end: figure.end,
    quote: figure.quote.trim(),
    low: low * factor,
    high: high * factor,
    slack: 10 ** figure.lowExponent * 0.5 * 1.000001 * factor,
    unit: RATES.has(figure.unit)
      ? 'percent'
      : DURATIONS.has(figure.unit)
        ? 'time'
        : figure.unit === 'money' || figure.unit === 'per_share'
          ? 'amount'
          : 'bare',
    isPoints: figure.unit === 'percentage_points' || figure.unit === 'bps',
    isMoney: figure.unit === 'money' || figure.unit === 'per_share',
    bound:
      figure.qualifier === 'at-least'
        ? 'min'
        : figure.qualifier === 'at-most' || figure.qualifier === 'up-to'
          ? 'max'
          : null,
  };
};

/** Numbers that the quantity grammar leaves alone because nothing says of what they are. */
const BARE = /(?<![\p{L}\d.,$€£#§/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\d%/-]|[.,]\d)/gu;
/** What numbers parts of documents, laws and dates: "Note 5", "ASC 606", "Series 2", "Rule 144". */
const NAMED = new RegExp(`(?:\\b(?:${[...derivations.numbered, ENGLISH_MONTH].join('|')})\\.?\\s*|[(#§]\\s*)$`, 'i');
const MONTH_BEHIND = new RegExp(`^\\s(?:${MONTH_OPENING})`, 'i');
const YEAR_LIKE = /^(?:19|20)\d\d$/;

function bareNumbers(text: string, taken: readonly { start: number; end: number }[]): readonly ProseNumber[] {
  const times = timesIn(text);
  const inside = (list: readonly { start: number; end: number }[], at: number): boolean =>
    list.some(({ start, end }) => at >= start && at < end);
  return [...text.matchAll(BARE)].flatMap((match): readonly ProseNumber[] => {
    const at = match.index;
    const [digits] = match;
    if (YEAR_LIKE.test(digits) || inside(taken, at) || inside(times, at)) return [];
    if (NAMED.test(text.slice(Math.max(0, at - 16), at)) || /^\s?\)/.test(text.slice(at + digits.length))) return [];
    // "31 December", "1 April".
    if (MONTH_BEHIND.test(text.slice(at + digits.length))) return [];
    const value = Number(digits.replaceAll(',', ''));
    const decimals = digits.split('.')[1]?.length ?? 0;
    return [
      {
        start: at,
        end: at + digits.length,
        quote: digits,
        low: value,
        high: value,
        slack: 10 ** -decimals * 0.5 * 1.000001,
        unit: 'bare',
        isPoints: false,
        isMoney: false,
        bound: null,
      },
    ];
  });
}

export interface ProseSentence {
  readonly start: number;
  readonly text: string;
  readonly numbers: readonly ProseNumber[];
}

/** Quantities only: what they are figures of is for the words to say, so no document is analysed whole. */
function quantitiesBySentence(layout: Layout): ReadonlyMap<number, readonly ProseNumber[]> {
  const found = new Map<number, ProseNumber[]>();
  for (const { contentStart, end, firstSentence, endSentence } of layout.blocks) {
    let n = firstSentence;
    for (const quantity of readQuantities(layout.text, { language: layout.language, from: contentStart, to: end })) {
      while (n + 1 < endSentence && (layout.sentences[n]?.end ?? 0) <= quantity.start) n += 1;
      const number = quantity.expression === 'numeric' ? numberOf(quantity) : null;
      if (number) found.set(n, [...(found.get(n) ?? []), number]);
    }
  }
  return found;
}

/** Sentences with their numbers in order; offsets of numbers are into the whole text. */
export function proseSentences(text: string): readonly ProseSentence[] {
  const layout = layOut(plainDocument(text));
  const bySentence = quantitiesBySentence(layout);
  return layout.sentences.map((sentence, n) => {
    const own = bySentence.get(n) ?? [];
    const words = text.slice(sentence.start, sentence.end);
    const taken = own.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
    const bare = bareNumbers(words, taken).map((one) => ({
      ...one,
      start: one.start + sentence.start,
      end: one.end + sentence.start,
    }));
    return { start: sentence.start, text: words, numbers: [...own, ...bare].toSorted((a, b) => a.start - b.start) };
  });
}

const CLAUSE = new RegExp(`${PAUSE}| while | whereas | despite | although | but | compared (?:to|with) | versus `, 'g');

/**
 * The part of `sentence` from the last break between clauses before `start` (a pause, "while", "but", "versus") to the
 * first one after `end`; the whole sentence where there is none. Both offsets count from the start of the sentence.
 */
export function clauseAt(sentence: string, start: number, end: number): string {
  let from = 0;
  let to = sentence.length;
  for (const match of sentence.matchAll(CLAUSE)) {
    if (match.index + match[0].length <= start) from = match.index + match[0].length;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return sentence.slice(from, to);
}

const REACH = 70;
const CLEAR = 3;

/** Up or down: the only one its clause says, else the word that stands clearly nearest to the number. */
export function directionAt(clause: string, at: number): Direction | null {
  const [isUp, isDown] = [derivationWords.up.test(clause), derivationWords.down.test(clause)];
  if (isUp !== isDown) return isUp ? 'up' : 'down';
  const near = clause.slice(Math.max(0, at - REACH), at + REACH);
  const place = Math.min(at, REACH);
  const [up, down] = [derivationWords.allUp, derivationWords.allDown].map((words) => nearest(near, place, words));
  if (up === undefined || down === undefined || up === down) return null;
  if (Math.min(up, down) * CLEAR > Math.max(up, down) && Math.max(up, down) !== Infinity) return null;
  return up < down ? 'up' : 'down';
}

function nearest(text: string, at: number, words: RegExp): number {
  const all = [...text.matchAll(words)];
  return Math.min(
    Infinity,
    ...all.map(({ index, 0: word }) => (index > at ? index - at : at - index - word.length + 1)).map(Math.abs),
  );
}

const BEFORE = 140;
const AFTER = 100;

/**
 * The numbers of `plain`, whose table lines must be blanked; `evidence` is the index of the text and `firstRow` the
 * number of its first sentence's row. A range gives a number for each end.
 */
export function proseData(plain: string, evidence: number, firstRow: number): readonly Datum[] {
  return proseSentences(plain).flatMap(({ start, text, numbers }, at) => {
    const places = numbers.map((one) => ({ start: one.start - start, end: one.end - start }));
    const byKind = (one: ProseNumber): boolean => one.unit === 'percent';
    const times = [true, false].map((isPercent) => {
      const alike = numbers.flatMap((one, n) => (byKind(one) === isPercent ? [n] : []));
      const own = timesOfFigures(
        text,
        alike.flatMap((n) => places[n] ?? []),
      );
      return new Map(alike.map((n, i) => [n, own[i] ?? []]));
    });
    const words = contentOf(text);
    return numbers.flatMap((number, n): readonly Datum[] => {
      const place = places[n];
      if (!place) return [];
      const nearby = text.slice(Math.max(0, place.start - BEFORE), place.end + AFTER);
      const clause = clauseAt(text, place.start, place.end);
      const near = contentOf(clause);
      const ends = number.low === number.high ? [number.low] : [number.low, number.high];
      return ends.map((value) => ({
        evidence,
        quote: number.quote,
        start: number.start,
        end: number.end,
        value,
        slack: number.slack,
        unit: number.unit,
        scales: [0],
        isScaled: true,
        label: contentOf(nearby),
        heads: new Set(),
        near,
        around: words,
        title: text.trim().slice(0, 160),
        times: times[number.unit === 'percent' ? 0 : 1]?.get(n) ?? [],
        isChange:
          derivationWords.change.test(clause) || derivationWords.up.test(clause) || derivationWords.down.test(clause),
        direction: directionAt(clause, Math.max(0, place.start - text.indexOf(clause))),
        bound: number.bound,
        row: firstRow + at,
        column: n,
        table: null,
      }));
    });
  });
}
