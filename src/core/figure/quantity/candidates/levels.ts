/** Bare numbers that are levels: "USD/JPY 162", "VIX at 65", "P/E of 18", and the next step of a walk ("162 → 142"). */
import { isDigit, isHan, isLetter, isSpace, wordStart } from '../lexicon/characters';
import { currencyCodes, levelJoints, levelNames, type LevelEntry } from '../lexicon/lexicon';

/** Words between a name and its level: "VIX has closed back above". */
const MOST_JOINTS = 4;
const REACH = 48;
const PAIR = /(?:^|[^A-Za-z/])([A-Z]{3})\/?([A-Z]{3})$/;
const MARKS = ':=→~≈<>≤≥∼～';

/** The level that the words right ahead of `at` name; null where they name none. */
export function levelBefore(text: string, at: number, from: number): LevelEntry | null {
  const first = Math.max(from, at - REACH);
  let end = at;
  for (let joints = 0; joints <= MOST_JOINTS; joints += 1) {
    while (end > first && (isSpace(text.charCodeAt(end - 1)) || MARKS.includes(text[end - 1] ?? ' '))) end -= 1;
    if (end === first) return null;
    const named = nameEndingAt(text, end, first);
    if (named) return named;
    const start = text[end - 1] === ')' ? bracketStart(text, end, first) : jointStart(text, end, first);
    if (start < 0) return null;
    end = start;
  }
  return null;
}

function nameEndingAt(text: string, end: number, from: number): LevelEntry | null {
  const named = levelNames.before(text, end, from);
  if (named) {
    const word = text.slice(named.start, named.end);
    const said = !named.value.shouted || word === word.toUpperCase();
    // "a move to 5", "Dow 30": a name in small letters is a common word, and digits may belong to it.
    return said &&
      (isHan(word.charCodeAt(0)) ||
        /[A-Z]|score|ratio|index|rate|price|support|soporte|suporte|resist|résist/.test(word))
      ? named.value
      : null;
  }
  const pair = PAIR.exec(text.slice(Math.max(from, end - 8), end));
  return pair && currencyCodes.has(pair[1] ?? '') && currencyCodes.has(pair[2] ?? '') ? RATE : null;
}

const RATE: LevelEntry = { unit: 'other', shouted: false };

/** "price-to-earnings (PE) ratio": the short form of a name in brackets. */
function bracketStart(text: string, end: number, from: number): number {
  const start = text.lastIndexOf('(', end - 1);
  return start > from && end - start <= 8 && /^[A-Z/]+$/.test(text.slice(start + 1, end - 1)) ? start : -1;
}

function jointStart(text: string, end: number, from: number): number {
  const last = text.charCodeAt(end - 1);
  if (isHan(last)) {
    for (const length of [2, 1]) if (levelJoints.has(text.slice(end - length, end))) return end - length;
    return -1;
  }
  if (!isLetter(last)) return -1;
  const start = wordStart(text, end, from);
  return levelJoints.has(text.slice(start, end).toLowerCase()) ? start : -1;
}

const STEP = /^\s?(?:→|->|⇒|➔|to|\/|,|and|or|[-–])\s?[~≈<>≤≥]?$/;

/** Whether only a step lies between two numbers: "162 → 142". */
export function stepsOn(text: string, end: number, start: number): boolean {
  return start > end && start - end <= 6 && STEP.test(text.slice(end, start));
}

/** "<145 (crisis)", "~150": a bound or a blur printed against digits says that they measure something. */
export function printedBound(text: string, start: number, from: number): boolean {
  const mark = text[start] ?? ' ';
  const before = start > from ? (text[start - 1] ?? ' ') : '\n';
  return '~≈<>≤≥'.includes(mark) && isDigit(text.charCodeAt(start + 1)) && /[\s(:,/|*]/.test(before) && before !== '\n';
}
