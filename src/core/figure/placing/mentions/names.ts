/**
 * The names of a document: what it writes with a capital inside its sentences, and is no ordinary word, metric, unit,
 * lead-in, person or outlet. Sectors and companies in Chinese are known by their last word.
 */
import { lineStart } from '../../../base/line-start';
import labelData from '../../../../../resources/lexicon/labels.eu.json';
import nameData from '../../../../../resources/lexicon/names.json';
import periodData from '../../../../../resources/lexicon/periods.eu.json';
import type { Citation } from '../../../citation/model';
import { withFoldedHan } from '../../../base/han-folding';
import type { Layout } from '../../../document/model';
import { MONTHS } from '../../../base/months';
import { wordStart } from '../../quantity/lexicon/characters';
import { currencyCodes, unitWords } from '../../quantity/lexicon/lexicon';
import { firstEndingAfter } from '../../../base/spans';
import { findMetrics } from './metric';
import { peopleOf } from './people';

const acronyms: ReadonlySet<string> = new Set(nameData.acronyms.map((word) => word.toLowerCase()));
const authorNouns: ReadonlySet<string> = new Set(nameData.authorNouns);
/** Days and the small words of other languages have a capital at the head of a sentence, and German days always. */
const dayNames = Object.values(periodData.weekdays).flat();
const scaleNames = ['md', 'mds', 'mrd', 'mio', 'mln', 'mld', 'tsd'];
const functionWords = (['de', 'fr', 'es', 'it', 'pt'] as const).flatMap((language) => {
  const { links, stops, prepositions } = labelData[language];
  return [...links, ...stops, ...prepositions];
});
/** A word that is no name by itself in any of the languages read: an article, a preposition, a day, a month. */
export const isSmallWord = (word: string): boolean => smallWords.has(word.toLowerCase());
const smallWords: ReadonlySet<string> = new Set([...MONTHS.keys(), ...dayNames, ...functionWords]);
const common: ReadonlySet<string> = new Set([
  ...scaleNames,
  ...MONTHS.keys(),
  ...nameData.common,
  ...nameData.places,
  ...nameData.metricAdjectives,
  ...nameData.germanBusinesses.map((word) => word.toLowerCase()),
  ...dayNames,
  ...functionWords,
]);
const methodNouns: ReadonlySet<string> = new Set(nameData.methodNouns);
const leadIns: ReadonlySet<string> = new Set(nameData.leadIns);
const actionVerbs: ReadonlySet<string> = new Set(nameData.actionVerbs);
const speakers: ReadonlySet<string> = new Set(nameData.speakers);
const titles: ReadonlySet<string> = new Set(nameData.titles);

/** A name as written: capital first, letters of scripts that have capitals, digits, inner joints, a trailing plus. */
export const NAME =
  /\p{Lu}[\p{Lu}\p{Ll}\d]*(?:[&.]\p{Lu}[\p{Lu}\p{Ll}\d]*)*\+?(?:(?: & | |-)(?:for |of )?\p{Lu}[\p{Lu}\p{Ll}\d]*\+?){0,3}/gu;

const methods: ReadonlySet<string> = new Set(nameData.methods);

/** "Residual Income Model (RIM)": initials of a method, a measure or a plan are no ticker. */
export function shortens(before: string, bracket: string): boolean {
  const words = before
    .trim()
    .split(/[\s-]+/)
    .slice(-bracket.length);
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return initials === bracket && words.some((word) => methods.has(word.toLowerCase()));
}

/** `BCS`, `EVA`, `O18`: short for something, and only sometimes for a company. */
const ABBREVIATION = /^[A-Z][A-Z0-9&]{1,5}$/;
const BUSINESS_BEHIND = new RegExp(String.raw`^ (?:${nameData.businessNouns.join('|')})s?\b`);

/** "EVA = NOPAT − charge", "BVPS": a measure that the text computes with, or an amount per share by its last letters. */
const isVariable = (text: string, at: number, words: string): boolean =>
  /[A-Z]{2}PS$/.test(words) ||
  /^(?:_|\s?[=×÷]\s?[($\d\p{Lu}])/u.test(text.slice(at + words.length, at + words.length + 5)) ||
  /[×÷]\s?\(?$/.test(text.slice(Math.max(0, at - 3), at));

/**
 * An abbreviation is a company where it has a possessive, acts, is quoted or earns, or stands in brackets behind a
 * name.
 */
function isSomebody(text: string, at: number, words: string): boolean {
  const end = at + words.length;
  const after = text.slice(end, end + 32);
  if (/^['’]s\s/.test(after) || BUSINESS_BEHIND.test(after) || quoted(text, words, at) || performs(text, end))
    return true;
  if (text[at - 1] === '$' || text[at - 1] === '(' || after[0] === ')' || /^ \([A-Z][a-z]/.test(after))
    return inBrackets(text, at, words);
  const [metric] = findMetrics(text, end, Math.min(text.length, end + 28));
  return metric !== undefined && metric.start === end + 1 && metric.metric.traits.has('segment');
}

const NAME_BEHIND = /^ \((\p{Lu}\p{Ll}[\p{L}&.,’' -]{0,60})\)/u;

/** "Corvane Systems (CRVN)", "CRVN (Corvane Systems)", "$CRVN", and no initials of a method or a measure. */
function inBrackets(text: string, at: number, words: string): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  if (before.endsWith('$')) return true;
  if (!before.endsWith('(')) {
    const spelled = NAME_BEHIND.exec(text.slice(at + words.length, at + words.length + 64))?.[1];
    return spelled !== undefined && spelled[0] === words[0] && !shortens(spelled, words);
  }
  return (
    text[at + words.length] === ')' && /\p{Lu}[\w&.’']+ \($/u.test(before) && !shortens(before.slice(0, -1), words)
  );
}

export interface NameUse {
  count: number;
  /** Uses inside a sentence, where a capital is no accident. */
  inside: number;
  spoken: number;
}

/** What stands before a capital inside a sentence: a small word, a number, a comma, a Chinese sign; never another capital. */
const BEFORE_INSIDE =
  /(?:(?<![\p{L}\d'’-])\p{Ll}[\p{Ll}'’-]{0,30}\s|[\d%)’'”]\s|[,;]\s|[\u3400-\u9fff，；、和与及]\s?)$/u;
const STYLE = /[*_`"“‘[]/;

/** Whether a capital stands inside a sentence, where it is no accident; marks of style say nothing of it. */
function goesOn(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && STYLE.test(text[end - 1] ?? '')) end -= 1;
  return BEFORE_INSIDE.test(text.slice(Math.max(0, end - 34), end));
}

/**
 * Names as written, with how often each is used, how often where its capital is no accident, and how often a verb of
 * saying follows it. Names inside citations, headings, table heads, references and notes are not counted. German nouns
 * and variables of formulas are left out.
 */
export function namesOf(layout: Layout, citations: readonly Citation[]): Map<string, NameUse> {
  const uses = new Map<string, NameUse>();
  const variables = new Set<string>();
  const { text } = layout;
  const people = peopleOf(layout);
  const plain = plainWords(text);
  const german = layout.language === 'de';
  for (const block of layout.blocks) {
    if (block.kind === 'heading' || block.kind === 'table-head' || block.kind === 'reference' || block.kind === 'note')
      continue;
    const stretch = text.slice(block.contentStart, block.end);
    for (const match of stretch.matchAll(NAME)) {
      const at = block.contentStart + (match.index ?? 0);
      const words = trimmed(match[0]);
      if (!words || ordinary(words, people, plain)) continue;
      const offset = at + match[0].indexOf(words);
      if (noName(text, offset, words) || isActivity(words, plain)) continue;
      if (cited(citations, offset)) continue;
      const use = uses.get(words) ?? { count: 0, inside: 0, spoken: 0 };
      use.count += 1;
      const opens = offset === block.contentStart || !goesOn(text, offset);
      const abbreviated = ABBREVIATION.test(words);
      if (abbreviated && isVariable(text, offset, words)) variables.add(words);
      const sure = abbreviated
        ? isSomebody(text, offset, words) || (german && isSetApart(text, offset, words))
        : (!opens &&
            !inLabel(text, block.contentStart, offset + words.length) &&
            (!german || isGermanName(text, offset, words))) ||
          quoted(text, words, offset) ||
          isQuotedAside(text, offset, words) ||
          isCoded(text, offset, words) ||
          (german && (isLed(text, offset) || isHung(text, offset, words)));
      if (sure || performs(text, offset + words.length)) use.inside += 1;
      if (speaks(text, offset, offset + words.length)) use.spoken += 1;
      uses.set(words, use);
    }
  }
  for (const word of variables) uses.delete(word);
  return uses;
}

/** An abbreviation that the text also uses without the word before it, and never as a company. */
function isTerm(text: string, word: string): boolean {
  let alone = 0;
  let at = text.indexOf(word);
  for (let seen = 0; at >= 0 && seen < MOST_USES; seen += 1, at = text.indexOf(word, at + word.length)) {
    if (/\w/.test(text[at + word.length] ?? '') || /\w/.test(text[at - 1] ?? '')) continue;
    if (isSomebody(text, at, word)) return false;
    if (!/\p{Lu}\p{Ll}+[ -]$/u.test(text.slice(Math.max(0, at - 24), at))) alone += 1;
  }
  return alone >= 2;
}

const MOST_USES = 40;

/** The `P` of "P/E", the `RMB1` of "RMB1,373", the "Faster" of "Faster-than-expected": cut out of something else. */
function noName(text: string, at: number, words: string): boolean {
  // "$5B Gulf", "52-Week Range", "P/E Ratio": what goes before belongs to it.
  if (/[\d/&]$|\d-$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  const [, tail] = /[ -]([A-Z][A-Z0-9&]{1,5})$/.exec(words) ?? [];
  if (tail !== undefined && !isAcronym(tail) && isTerm(text, tail)) return true;
  const behind = /^ (\p{Ll}+)/u.exec(text.slice(at + words.length, at + words.length + 24))?.[1];
  if (behind !== undefined && methodNouns.has(behind)) return true;
  if (
    /(?:ing|ed)$/.test(words) &&
    /^ (?:to|for|our|the|a|an) /.test(text.slice(at + words.length, at + words.length + 5))
  )
    return true;
  const after = text.slice(at + words.length, at + words.length + 2);
  // "R1", "S2": a number of the text's own.
  if (words.length < 2 || /^[A-Z]\d{1,2}$/.test(words) || (/\d$/.test(words) && /^[,.]\d/.test(after))) return true;
  const code = /^([A-Z]{3})\d+$/.exec(words)?.[1];
  if (code !== undefined && currencyCodes.has(code)) return true;
  return /^-[a-z]/.test(after);
}

const GERMAN_LEAD = new RegExp(
  String.raw`(?:(?<!\p{L})(?:${nameData.germanBusinesses.join('|')})|\p{L}{3,}(?:${nameData.germanTails.join('|')}))(?:s|es|e|en|er)?\s$`,
  'u',
);
/** "Marlow-Aktien", "Marlow-Chef": what is joined to a name is not part of it. */
const GERMAN_END = new RegExp(String.raw`-(?:${nameData.germanEnds.join('|')})$`, 'u');
const LEGAL_FORM = /(?:^|\s)(?:AG|SE|GmbH|KGaA|Gruppe|Group|Holding|Inc|Ltd)$/u;

const GERMAN_HEAD = new RegExp(String.raw`^\p{L}{3,}(?:${nameData.germanTails.join('|')})$`, 'u');
const GERMAN_HUNG = new RegExp(String.raw`^-(?:${nameData.germanEnds.join('|')})(?!\p{L})`, 'u');

/** German writes every noun with a capital: a name there has a legal form, capitals inside it or the word for a business before it. */
const isGermanName = (text: string, at: number, words: string): boolean =>
  /\p{Ll}\p{Lu}/u.test(words) || LEGAL_FORM.test(words) || isLed(text, at) || isHung(text, at, words);

const isHung = (text: string, at: number, words: string): boolean =>
  GERMAN_HUNG.test(text.slice(at + words.length, at + words.length + 24));

/** "bei ACM", "der Autobauer ACM", "ACM-Aktien": an abbreviation that names a company. */
const isSetApart = (text: string, at: number, words: string): boolean =>
  words.length > 2 &&
  (isLed(text, at) || isHung(text, at, words) || /\bbei\s$/.test(text.slice(Math.max(0, at - 5), at)));

const CODE_BEHIND = /^ \((?:\d{4,6}(?:\.[A-Z]{1,2})?|[A-Z0-9]{1,6}\.[A-Z]{1,2})\)/;

/** "Corvane (300123.SZ)": the code of an exchange behind a name; letters alone are as often short for something. */
const isCoded = (text: string, at: number, words: string): boolean =>
  CODE_BEHIND.test(text.slice(at + words.length, at + words.length + 24));

/** "(Quell: $245)": who said the number beside it. */
const isQuotedAside = (text: string, at: number, words: string): boolean =>
  text[at - 1] === '(' && /^: ?[$€£¥]?\d/u.test(text.slice(at + words.length, at + words.length + 5));

/** "Unternehmensbereich Traktion" */
const isLed = (text: string, at: number): boolean => GERMAN_LEAD.test(text.slice(Math.max(0, at - 30), at));

/** How often each word stands in small letters: what does is no name by its capital alone. */
function plainWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.slice(0, MOST_READ).matchAll(/(?<![\w])[a-z]{3,20}(?![\w])/g))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const MOST_READ = 2_000_000;

/** A metric, a unit, a person, or words that the text also writes small. */
function ordinary(words: string, people: ReadonlySet<string>, plain: ReadonlyMap<string, number>): boolean {
  const parts = words.split(/[ -]/);
  if (people.has(words) || parts.every((part) => people.has(part))) return true;
  if (parts.every((part) => isPlain(part, plain))) return true;
  const unit = unitWords.at(words, 0, words.length);
  if (unit && unit.end === words.length) return true;
  const last = findMetrics(words, 0, words.length).at(-1);
  return last !== undefined && last.end === words.length && (!last.weak || parts.length === 1 || last.start === 0);
}

/** "Investing", "Committed", "Blended": a form of a verb that opens a line, where the text also writes it small. */
const isActivity = (words: string, plain: ReadonlyMap<string, number>): boolean =>
  /^\p{Lu}\p{Ll}+(?:ing|ed)$/u.test(words) && (plain.get(words.toLowerCase()) ?? 0) >= 1;

/** `NEVs`, `SPVs`: many of a kind. */
const PLURAL_ACRONYM = /^[A-Z]{2,5}s$/;

function isPlain(part: string, plain: ReadonlyMap<string, number>): boolean {
  const lower = part.toLowerCase();
  if (leadIns.has(lower) || common.has(lower) || PLURAL_ACRONYM.test(part)) return true;
  const shouted = part === part.toUpperCase();
  return shouted ? part.length > 5 && plain.has(lower) : (plain.get(lower) ?? 0) >= 2;
}

/** The words of a label ahead of a colon have capitals by style. */
function inLabel(text: string, from: number, end: number): boolean {
  const line = Math.max(from, lineStart(text, end));
  if (end - line > 80) return false;
  return /^[^.:;|\n]{0,60}[:：|]/.test(text.slice(end, end + 64)) && !/[.:;|]/.test(text.slice(line, end));
}

const TICKER = /^[A-Z]{2,5}$/;
/** "**FTNT** +23.34%", "LEU (−5.61%", "LDOS — RSI 24": a ticker with its number. */
const QUOTED =
  /^[*_]{0,3}\s?(?:\d{1,2}(?:\.\d)?\/10\b|\([+−–$-]\d|[+−-]\d|[—–]\s|\([^()\n]{1,60}\)[*_]{0,3}\s[—–-]\s[$+−–-]?\d)/;
const quoted = (text: string, words: string, at: number): boolean =>
  TICKER.test(words) && QUOTED.test(text.slice(at + words.length, at + words.length + 80));

/** `FY27E`, `Q1`, `H2`: a period, not a name. */
const PERIOD = /^(?:FY|CY|Q[1-4]|H[12]|[1-4]Q|[12]H)\d*[AEF]?$/;

/**
 * Whether a word is an abbreviation of the trade (EBITDA, GDP …) and so no name; a plural s and a closing point are
 * overlooked.
 */
export function isAcronym(word: string): boolean {
  const lower = word.toLowerCase();
  return acronyms.has(lower) || acronyms.has(lower.replace(/s$/, '')) || acronyms.has(`${lower}.`);
}

/** A name without the ordinary words at its head ("When Stream" → "Stream"); empty where nothing is left. */
function trimmed(words: string): string {
  let rest = words;
  for (;;) {
    const head = rest.split(/[ -]/, 1)[0] ?? '';
    if (!head) return '';
    const plain = common.has(head.toLowerCase()) || leadIns.has(head.toLowerCase()) || GERMAN_HEAD.test(head);
    if (!plain && !isAcronym(head) && !PERIOD.test(head)) break;
    rest = rest.slice(head.length + 1);
  }
  return rest.replace(/^& /, '').replace(/[.]$/, '').replace(GERMAN_END, '');
}

function cited(citations: readonly Citation[], at: number): boolean {
  const citation = citations[firstEndingAfter(citations, at)];
  return citation !== undefined && citation.start <= at;
}

/** "Industrial contributed £401.2m": a business does what only a business does, so its capital is no accident. */
function performs(text: string, end: number): boolean {
  const next = /^ ([a-z]+)/.exec(text.slice(end, end + 20));
  return next?.[1] !== undefined && actionVerbs.has(next[1]);
}

/** A person or outlet: followed by a verb of saying or led by a title. */
function speaks(text: string, start: number, end: number): boolean {
  const next = /^(?:'s|’s)? (?:also |first |then |core )?([a-z]+)/i.exec(text.slice(end, end + 28));
  const word = next?.[1]?.toLowerCase() ?? '';
  if (speakers.has(word) || (/^['’]s/.test(text.slice(end, end + 2)) && authorNouns.has(word))) return true;
  const before = text.slice(wordStart(text, start - 1, Math.max(0, start - 12)), start - 1).toLowerCase();
  return titles.has(before);
}

const kinds = nameData.hanKinds.join('|');
/** "工业气体行业": what a kind ends, behind a mark or a particle. */
export const HAN_NAME = new RegExp(`[\u4e00-\u9fffA-Za-z]{1,8}?(?:${kinds})`);
const HAN_ANY = new RegExp(
  `(?<=^|[，。；：、（(“"\\s#*\\d年月日在对为和与及跑赢])([\u4e00-\u9fff]{2,8}?(?:${kinds}))`,
  'gmu',
);
const NO_HAN_NAME =
  /^(?:该|本|各|整个|全|其|个|等|多数|部分|同|年|月|日|跨|上述|相关|其他|主要|新|大|小|这|那|我们|我国|中国)/;

/** "显著低于行业": a comparison with a kind, not a name of one. */
export const HAN_RELATION =
  /低于|高于|优于|优於|超过|超出|不及|领先|落后|跑赢|跑输|处于|位于|属于|来自|成为|受益|拖累|带动/;

/** Names of sectors, businesses and companies in Chinese, with how often they stand. */
export function hanNames(layout: Layout): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const match of layout.text.slice(0, MOST_READ).matchAll(HAN_ANY)) {
    const name = match[1] ?? '';
    if (!NO_HAN_NAME.test(name) && !HAN_RELATION.test(name) && !/[的了是将]/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].sort((a, b) => b[0].length - a[0].length));
}

const HAN_NUMBERING = /^[\s#*]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?)?/;
const hanGeneric: readonly string[] = [...nameData.hanTopics, ...nameData.hanGeneric];
const hanStocks = nameData.hanGeneric;

const hanParts = nameData.hanParts;
/** A text or a chapter about an industry has its parts below. */
const OF_KINDS = /行业|板块/;
const OF_KIND = new RegExp(`(?:${kinds})$`);

/** What stands around a heading: the heading it is under, and the words below it. */
export interface HeadingPlace {
  readonly above: string;
  readonly below: string;
}

/**
 * "（五）工业气体": a short heading in Chinese is what its section is about only with evidence that it is a name: it ends in a
 * word of businesses, the heading above splits by them, or the sentences below name it more than once.
 */
export function hanHeading(heading: string, { above, below }: HeadingPlace): string | null {
  const words = heading.replace(HAN_NUMBERING, '').replace(/[*#\s]+$/, '');
  if (!/^[\u4e00-\u9fff]{2,8}$/.test(words)) return null;
  const known = withFoldedHan(words);
  if (OF_KIND.test(known)) return hanStocks.some((word) => known.includes(word)) ? null : words;
  if (hanGeneric.some((word) => known.includes(word)) || findMetrics(known, 0, known.length).length > 0) return null;
  const split = withFoldedHan(above);
  return OF_KINDS.test(split) || hanParts.some((word) => split.includes(word)) || below.split(words).length > 2
    ? words
    : null;
}
