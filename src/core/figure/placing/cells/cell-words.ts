/** The words of heads and labels: without marks of notes and emphasis, and by what a list says they mean. */
import data from '../../../../../resources/lexicon/table-words.json';
import type { Span } from '../../../document/model';
import { remembered } from '../../../base/remembered';

const sets = {
  changes: new Set(data.changes),
  surprises: new Set(data.surprises),
  periods: new Set(data.periods),
  generic: new Set(data.generic),
  summaries: new Set(data.summaries),
  pointing: new Set([...data.pointing, ...data.codes]),
  codes: new Set(data.codes),
  names: new Set(data.names),
  brokers: new Set(data.brokers),
  statistics: new Set(data.statistics),
  scores: new Set(data.scores),
  levels: new Set(data.levels),
  fillers: new Set(data.fillers),
} as const;

/** Raised digits, letters in brackets and stars behind a label point to notes. */
const NOTE_TAIL =
  /(?:(?<=\p{L}{4}|[\p{L}%]\))\d{1,2}(?:,\s?\d{1,2})*|\s*[([](?:\d{1,2}|[a-jln-oq-wyz])[)\]]|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\s*\[\^[^\]]{1,12}\])$/u;
const ENDS_IN_LETTER = /[a-zA-Z\u4e00-\u9fff]/;
const DRESS = /^[*_`~\s]+|[*_`~\s]+$/g;
const PICTURES = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})+/gu;
const LINK = /!?\[([^\]\n]{1,120})\]\([^)\n]{0,400}\)/g;

/** `[[Harbour Group#2031|Harbour]]`: a page of the writer's own notes, by what is shown of it. */
const WIKI = /\[\[([^\]|#\n]{1,80})(?:#[^\]|\n]{0,80})?(?:\|([^\]\n]{1,80}))?\]\]/g;

/** The label as a person reads it, and where that stands. */
export function cleanSpan(text: string, span: Span): Span {
  let { start, end } = span;
  for (let round = 0; round < 4; round += 1) {
    while (start < end && '*_`~ \n\t'.includes(text.charAt(start))) start += 1;
    while (end > start && '*_`~ \n\t'.includes(text.charAt(end - 1))) end -= 1;
    if (ENDS_IN_LETTER.test(text.charAt(end - 1))) break;
    const tail = NOTE_TAIL.exec(text.slice(Math.max(start, end - 40), end));
    if (!tail || tail[0].length >= end - start) break;
    end -= tail[0].length;
  }
  return { start, end };
}

/** Asked of every cell for its few heads and labels. */
export const flat = remembered((words: string): string => words.replaceAll(/\s+/gu, ' ').replace(DRESS, '').trim());

/** A line break written as a tag inside a cell of Markdown. */
const BREAK = /<br\s{0,4}\/?>/gi;

/** Tags and character references as a converter leaves them in a cell of Markdown. */
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;
const REFERENCE = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(nbsp|amp|quot|apos|lt|gt));/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

const referred = (whole: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code >= FIRST_PRINTED && code <= LAST_PLAIN ? String.fromCodePoint(code) : whole;
};
const FIRST_PRINTED = 0x20;
const LAST_PLAIN = 0xffff;

/** Nothing but letters, digits and plain signs: nothing to take away but white space. */
const UNDRESSED = /^[\w\s.,:;%&()/'"+$€£¥–—\u00c0-\u024f\u4e00-\u9fff-]*$/;

const LONGEST_KEPT = 200;

/**
 * The words of a cell as a reader sees them: one space between words, without emphasis, links, pictures and the marks
 * of notes.
 */
export function cleanText(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  return words.length <= LONGEST_KEPT ? cleanWords(words) : undressed(words);
}

/** Asked of the same few heads and labels for each cell. */
const cleanWords = remembered(undressed);

/** `\\*\\*Total\\*\\*`: emphasis that a converter has escaped is emphasis all the same. */
const ESCAPED = /\\(?=[*_`~])/g;

function undressed(raw: string): string {
  const written = raw.replaceAll(ESCAPED, '');
  const { start, end } = cleanSpan(written, { start: 0, end: written.length });
  const words = written.slice(start, end);
  if (UNDRESSED.test(words) && !words.includes('&')) return flat(words);
  return flat(
    words
      .replaceAll(BREAK, ' ')
      .replaceAll(TAG, ' ')
      .replaceAll(REFERENCE, referred)
      .replaceAll(LINK, '$1')
      .replaceAll(WIKI, (_, page: string, shown?: string) => shown ?? page)
      .replaceAll(PICTURES, ' '),
  )
    .replaceAll('**', '')
    .replace(/\\(?=[$%])/g, '');
}

export type WordKind = keyof typeof sets;

/** Whether the words as a whole are on the list. */
export const isKind = (kind: WordKind, words: string): boolean => sets[kind].has(bareWords(words));

function bareWords(words: string): string {
  const lower = words.toLowerCase();
  return (lower.endsWith(':') || lower.endsWith('：') ? lower.slice(0, -1) : lower).trim();
}

const LONGEST_STATISTIC = 40;

/** `Severity /100`, `Quality (0-10)`, `Moat (out of 5)`: how far the scale goes is no part of its name. */
const withoutRange = (words: string): string =>
  words
    .slice(0, 2 * LONGEST_STATISTIC)
    .replace(/\s*[(（][^()（）]{0,20}[)）]$/u, '')
    .replace(/\s*(?:\/|out of)\s?\d{1,3}$/u, '');

/** `Correlation`, `Impact Score`, `GDP elasticity`: what is measured of the row, in a unit of its own. */
export function isStatisticHead(words: string): boolean {
  const lower = withoutRange(words.toLowerCase());
  if (lower.length > LONGEST_STATISTIC) return false;
  const last = lower.split(/\s+/).at(-1) ?? '';
  return isKind('statistics', lower) || isKind('scores', lower) || isKind('statistics', last) || last === 'score';
}

/** Whether a head names a column of scores ("Score (1–10)", "评分"). */
export function isScoreHead(words: string): boolean {
  const plain = withoutRange(words);
  return isKind('scores', plain) || /\bscore$/i.test(plain) || /(?:评分|得分|評分)$/u.test(plain);
}

/** `Variance vs 4Q23`, `% Chg from Q2`, `△ vs. FY24`: against which period. */
const CHANGE_FROM =
  /^(?:%\s*)?(?:variance|variation|var\.?|chg\.?|change|[δΔ△])\s?%?\s(?:vs\.?|versus|from|against|over|on|to)\s.*\d/iu;

/** A change by its whole words, or by its last behind a period (`Q1 YoY`, `2025 vs 2024`, `FY26 % change`). */
export function isChangeHead(words: string): boolean {
  const lower = words.toLowerCase();
  if (isKind('changes', lower)) return true;
  if (/(?:\b(?:yoy|y\/y|qoq|q\/q|chg|change|variance|movement|growth)\b|同比|环比|增减|变动)\s*%?\)?$/.test(lower))
    return lower.length < 40;
  if (CHANGE_FROM.test(lower)) return lower.length < 40;
  return /^(?:%\s*)?(?:change|growth|increase)\b/.test(lower) || /\d{4}\s(?:vs\.?|versus|\/)\s\d{4}/.test(lower);
}

/** Whether a head names the difference between a result and what was expected ("Surprise", "vs. consensus"). */
export const isSurpriseHead = (words: string): boolean =>
  isKind('surprises', words) ||
  /^(?:vs\.?|versus)\s(?:the\s)?(?:consensus|street|estimates?|expectations|guidance)\b/i.test(words);
