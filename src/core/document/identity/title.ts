/**
 * The title of a document: what its file or front matter says, else a line of its head that reads as one. Rubrics, dates,
 * bylines, property lines, rows of tables and headings that any document could have are none.
 */
import data from '../../../../resources/cues/titles.json';
import { callTitle } from './call-title';
import { behindAddressees } from './cover-letter';
import { formTitle } from './form-cover';
import { headerValue } from './header-lines';
import type { Section } from '../model';
import { isPreface, isRubric } from '../lines/shape';

const never: ReadonlySet<string> = new Set(data.never);
const documentWords: readonly string[] = data.documentWords;

const HEAD = 2500;
const MOST_LINES = 14;
const LONGEST = 260;

/** `(GLW)`, `(NYSE: BG)`, `($RBLX)`, `（600519.SH）`, and as terminals write it, with the country's two letters: `(CRV LN)`. */
const TICKER =
  /[(（]\s?(?:[A-Za-z]{2,8}\s?[:：]\s?)?\$?(?:[A-Z]{1,5}(?:[.\s][A-Z]{1,2})?|\d{4,6}(?:[.\s][A-Z]{2})?|\d{1,3}\s[A-Z]{2})\s?[)）]/u;
const EMPHASIS = /^[\s#>*_【]+|[\s*_】]+$/gu;

/** Keys and properties of note-taking programs, rows, addresses and markup. */
const NO_TITLE = /^(?:[\w-]{1,30}::|\||https?:|www\.|```|---|===|!\[|<|\[\[|[-*+] )|\t|\s\|\s| {4,}\S/u;

interface Laid {
  readonly text: string;
  readonly sections: readonly Section[];
}

/** The title of a text laid out in sections; `given` is what its file says. */
export function findTitle({ text, sections }: Laid, given: string | null): string | null {
  if (given !== null && given.trim() !== '' && !isGeneric(given)) return given;
  const heading = sections.find((section) => section.heading !== '');
  const first = heading?.role === 'title' && heading.start < HEAD ? plain(heading.title) : null;
  const top = first === null || first.startsWith('<') ? null : first;
  const form = formTitle(text);
  if (form !== null) return form;
  if (top !== null && !isGeneric(top) && heading?.heading.trimStart().startsWith('#')) return top;
  const from = behindAddressees(text);
  const line = subjectOf(text, from) ?? bestLine(text.slice(from, from + HEAD));
  const named = line ?? titleFromHeader(text.slice(from));
  if (named !== null) return named;
  return from === 0 && top !== null && !isGeneric(top) ? top : callTitle(text);
}

/** The subject line of a covering letter, with what stands between the key and its words closed up. */
const subjectOf = (text: string, from: number): string | null =>
  from === 0
    ? null
    : (headerValue(text.slice(from, from + HEAD).replaceAll(/[:：]\s{2,}/gu, ': '), data.titleKeys)?.value ?? null);

/** A stray sign before a heading's mark is left from another program. */
const plain = (line: string): string =>
  line
    .replace(/^[^\s\p{L}\p{N}#*]{1,2}(?=#{1,3} )/u, '')
    .replaceAll(EMPHASIS, '')
    .trim();

const isGeneric = (line: string): boolean => {
  const words = plain(line)
    .toLowerCase()
    .replace(/[:：.]$/u, '');
  return never.has(words) || isRubric(words) || isPageMark(words) || PART.test(words);
};

/** A part of a form: every filing has its `Part I - Financial information` and its `Item 2. Properties`. */
const PART = /^(?:part\s[ivx]{1,4}|item\s\d{1,2}[a-c]?)\b/u;

const isPageMark = (words: string): boolean => {
  const line = words.replaceAll(/\s+/gu, ' ');
  return PAGE.test(line) || FILE.test(line) || isMostlyDigits(line);
};

/** `Page 1`, `3 of 12`, and single letters set apart (`E Q U I T Y`). */
const PAGE =
  /^(?:(?:page|slide|seite|sida|p\.)\s?\d{1,4}|\d{1,4}\s?(?:of|\/)\s?\d{1,4}|第\s?\d{1,4}\s?页|(?:\S\s){3,}\S)$/iu;
const FILE = /^\S{1,80}\.(?:pdf|docx?|pptx?|xlsx?|html?|md|txt)$/iu;

/** Numbers of a registry, not words. */
function isMostlyDigits(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const digits = words.match(/\p{N}/gu)?.length ?? 0;
  return digits > 8 && digits > 2 * letters;
}

interface Candidate {
  readonly words: string;
  readonly score: number;
}

/** The likeliest of the first lines: the first, unless it is a name or a rubric and a better one follows. */
function bestLine(head: string): string | null {
  let best: Candidate | null = null;
  let seen = 0;
  const lines = head.split('\n');
  for (const [at, line] of lines.entries()) {
    const raw = besideNothing(line);
    const words = plain(raw);
    if (words === '' || /^\W+$/u.test(words) || isPageMark(words)) continue;
    seen += 1;
    if (seen > MOST_LINES || isProseLine(words) || runsOn(words, lines[at + 1])) break;
    const score = titleScore(raw, words) - seen * 0.3;
    if (score > 0 && score > (best?.score ?? 0)) best = { words, score };
  }
  return best?.words ?? null;
}

/** What stands far to the right of a line is another column: `Acorn Inc. (ACRN)            Market cap: $1.2B`. */
function besideNothing(raw: string): string {
  const first = raw.split(/(?<=\S) {4,}(?=\S)/u, 1)[0] ?? raw;
  return TICKER.test(first) ? first : raw;
}

/** A full stop that ends no sentence: "Acorn Wind Inc. Announces", "U.S. Outlook", "No. 3". */
const ABBREVIATED =
  /(?<![\p{L}])(?:Inc|Corp|Co|Cos|Ltd|Bros|Bhd|Tbk|No|Nos|vs|St|Mr|Ms|Dr|Jr|Sr|S\.A|N\.V|S\.p\.A|L\.P|U\.S|U\.K|E\.U)\.(?=\s|$)/gu;

/** A long line whose sentence the next line goes on with. */
const runsOn = (words: string, next = ''): boolean => words.length > 60 && /^\s*\p{Ll}/u.test(next);

const isProseLine = (words: string): boolean =>
  words.length > LONGEST || /[.。;；]\s+\p{Lu}|[。；]\S/u.test(words.replaceAll(ABBREVIATED, ' '));

function titleScore(raw: string, words: string): number {
  if (words.length < 4 || isGeneric(words) || isPreface(words) || NO_TITLE.test(raw.trim())) return 0;
  const letter = LETTER.test(words);
  if ((/[.。;；:：,，]$/u.test(words.replaceAll(ABBREVIATED, '')) && !letter) || /^\p{Ll}/u.test(words)) return 0;
  if (isKeyed(words) || words.includes('://')) return 0;
  const lower = words.toLowerCase();
  let score = 3;
  if (letter) score += 1;
  if (/^\s{0,3}#{1,2}\s/u.test(raw)) score += 3;
  if (TICKER.test(words)) score += 3;
  if (documentWords.some((word) => hasWord(lower, word))) score += WHEN.test(words) ? 3 : 2;
  if (isPersonLike(words)) score -= 2;
  if (words === words.toUpperCase() && /[A-Z]/u.test(words) && !TICKER.test(words)) score -= 1.5;
  return score;
}

/** "Q4 2031 Acorn earnings call" says more than the publisher's "Event transcript" above it. */
const WHEN = /\b(?:Q[1-4]|FY\s?\d{2,4}|[1-4]Q\d{2}|(?:first|second|third|fourth|full)[-\s](?:quarter|year))\b/iu;

/** `To the partners of the Acorn Fund.` says what a letter is, full stop or not. */
const LETTER =
  /^(?:to (?:the|our|my|all)|letter to (?:the|our)?)\s?(?:\p{L}+\s)?(?:partners|shareholders|stockholders|unitholders|investors|clients|owners|members)\b.{0,80}$/iu;

const KEYS: ReadonlySet<string> = new Set([
  ...data.periodKeys,
  ...data.dateKeys,
  ...data.fileKeys,
  ...data.tickerKeys,
  ...data.copiedKeys,
]);
/** `Quarter: Q4 2031` is a property of the text. */
const isKeyed = (words: string): boolean => KEYS.has(/^([\p{L} -]{2,30})[:：]/u.exec(words)?.[1]?.toLowerCase() ?? '');

const hasWord = (lower: string, word: string): boolean => {
  const at = lower.indexOf(word);
  if (at < 0) return false;
  return !/^[a-z]/u.test(word) || !/[a-z]/u.test(`${lower.charAt(at - 1)}${lower.charAt(at + word.length)}`);
};

/** One to three words with capitals and nothing else: an author, a school, a house. */
const isPersonLike = (words: string): boolean => /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}$/u.test(words);

/** Where no line reads as a title: what a header line names, or the file that the text was made from. */
function titleFromHeader(text: string): string | null {
  const named = headerValue(text, data.titleKeys) ?? headerValue(text, data.subjectKeys);
  if (named) return named.value;
  const file = headerValue(text, data.fileKeys);
  return /([^/\\]{4,120})\.(?:pdf|docx?|md|txt|html?|pptx?)$/iu.exec(file?.value ?? '')?.[1] ?? null;
}
