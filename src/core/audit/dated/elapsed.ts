/**
 * Elapsed time against the dates it is counted between: "in January … six months later" in a document of May, "from
 * March 2024 to June 2026, 27 months", "the next three quarters" beside "Q2–Q4". Only where the words tie the time to
 * those dates; a story's own "six months later" is left alone.
 */
import { ENGLISH_MONTH, MONTH_STEMS } from '../../base/months';
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { exactly, type Interval } from '../arithmetic/interval';
import { type Relation, relate } from '../arithmetic/relation';

const DATED = new RegExp(
  `\\b(?:in|since|on|from|by|of|between|early|late|mid)[- ](?:early |late |mid-?)?(?:(\\d{1,2}) )?(${ENGLISH_MONTH})\\b\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?,?(?!\\d))?(?:,? ((?:19|20)\\d\\d))?`,
  'g',
);
const DAYS_A_MONTH = 30.4375;
/** Units of elapsed time in months. */
const IN_MONTHS: Readonly<Record<string, number>> = {
  years: 12,
  quarters: 3,
  months: 1,
  weeks: 7 / DAYS_A_MONTH,
  days: 1 / DAYS_A_MONTH,
};

/** Days since 1970, earliest and latest that a mention allows. */
interface Day {
  readonly first: number;
  readonly last: number;
}

const day = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / 86_400_000;

/** An ISO date, month or year. */
function readIso(text: string | null): Day | null {
  const match = text && /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [
    Number(match[1]),
    match[2] ? Number(match[2]) - 1 : null,
    match[3] ? Number(match[3]) : null,
  ];
  if (month === null) return { first: day(year, 0, 1), last: day(year, 11, 31) };
  return date === null
    ? { first: day(year, month, 1), last: day(year, month + 1, 0) }
    : { first: day(year, month, date), last: day(year, month, date) };
}

/** A month named in the text; without a year, the last one before `now`. */
function readNamed(match: RegExpMatchArray, now: Day): Day | null {
  const month = MONTH_STEMS.findIndex((name) => match[2]?.startsWith(name));
  if (month < 0) return null;
  const date = Number(match[1] ?? match[3] ?? 0);
  const at = (year: number): Day =>
    date > 0
      ? { first: day(year, month, date), last: day(year, month, date) }
      : { first: day(year, month, 1), last: day(year, month + 1, 0) };
  if (match[4]) return at(Number(match[4]));
  const year = new Date(now.last * 86_400_000).getUTCFullYear();
  return at(year).first <= now.last ? at(year) : at(year - 1);
}

const mentions = (text: string, now: Day): readonly Day[] =>
  [...text.matchAll(DATED)].flatMap((match) => readNamed(match, now) ?? []);

/** "Looking back six months later", "now, six months on": counted up to the document's own date. */
const UP_TO_NOW = /\b(?:looking back|look back|now|today|currently|as of today)\b[^.;]{0,30}$/;
const LATER = /^\s*(?:later|on|after|since|hence)\b/;
const AGO = /^\s*ago\b/;

/** In the claim's unit. Time up to now is stated loosely; between two named months only the days are open. */
const LOOSELY = 0.5;

function relateElapsed(claim: AuditFigure, from: Day, to: Day, expression: string, slack: number): Relation {
  const inMonths = IN_MONTHS[claim.unit] ?? 1;
  const units = (days: number) => days / DAYS_A_MONTH / inMonths;
  const computed: Interval = {
    low: exactly((units(to.first - from.last) - slack).toFixed(4)).point,
    high: exactly((units(to.last - from.first) + slack).toFixed(4)).point,
    point: exactly(units((to.first + to.last - from.first - from.last) / 2).toFixed(2)).point,
  };
  return relate('elapsed', claim, [], computed, expression);
}

const isTime = (figure: AuditFigure): boolean =>
  IN_MONTHS[figure.unit] !== undefined && figure.low !== null && figure.low === figure.high;

/** Time up to the document's date from the one date named before it, in its own sentence or the two before. */
function upToNow(index: DocumentIndex, claim: AuditFigure): Relation | null {
  const now = readIso(index.document.asOf);
  if (!now || now.last - now.first > 31) return null;
  const isLater = LATER.test(index.after(claim)) && UP_TO_NOW.test(index.before(claim));
  const isAgo = AGO.test(index.after(claim));
  if (!isLater && !isAgo) return null;
  const words = isAgo ? index.before(claim, 60) : index.contextBefore(claim, 2);
  const dates = mentions(words, now);
  const [from] = dates;
  const isOnly = from !== undefined && dates.every(({ first }) => first === from.first);
  return isOnly && from.last <= now.last
    ? relateElapsed(claim, from, now, `${index.document.asOf ?? ''} − the month named`, LOOSELY)
    : null;
}

/** "from March 2024 to June 2026, 27 months": both dates with their years, in one sentence, right before. */
const SPAN = new RegExp(
  `\\b(?:from|between) (${ENGLISH_MONTH}) ((?:19|20)\\d\\d) (?:to|and|until|through) (${ENGLISH_MONTH}) ((?:19|20)\\d\\d)[\\s,(]*(?:a period of |that is,? |or |about |which is )*$`,
);
function betweenDates(index: DocumentIndex, claim: AuditFigure): Relation | null {
  const match = SPAN.exec(index.before(claim, 120));
  if (!match) return null;
  const month = (name: string | undefined) => MONTH_STEMS.findIndex((short) => name?.startsWith(short));
  const at = (year: string | undefined, name: string | undefined): Day => ({
    first: day(Number(year), month(name), 1),
    last: day(Number(year), month(name) + 1, 0),
  });
  return relateElapsed(
    claim,
    at(match[2], match[1]),
    at(match[4], match[3]),
    `${match[3]} ${match[4]} − ${match[1]} ${match[2]}`,
    0,
  );
}

const NEXT = /\b(?:next|coming|following|remaining|over the)\s*$|(?:接下来|未来|今后)\s*$/;
const QUARTERS = /\bq([1-4])\s?(?:–|—|-|to|through)\s?q([1-4])\b/g;
/** How far behind "the next three quarters" the quarters may be named. */
const REACH = 300;

/** "the next three quarters" beside "Q2–Q4": shown where they agree, never reported as a conflict. */
function quarterCount(index: DocumentIndex, claim: AuditFigure): Relation | null {
  if (claim.unit !== 'quarters' || !NEXT.test(index.before(claim, 40))) return null;
  const { text } = index.document.layout;
  const counts = [
    ...text
      .slice(claim.end, claim.end + REACH)
      .toLowerCase()
      .matchAll(QUARTERS),
  ].map((match) => ({
    count: Number(match[2]) - Number(match[1]) + 1,
    words: match[0],
  }));
  const agreeing = counts.find(({ count }) => claim.low === String(count));
  return agreeing
    ? relate('elapsed', claim, [], exactly(agreeing.count), `quarters in ${agreeing.words.toUpperCase()}`)
    : null;
}

/** One relation for each duration whose dates are found, in the claim's unit. */
export function elapsed(index: DocumentIndex): readonly Relation[] {
  return index.document.figures
    .filter(isTime)
    .flatMap((claim) => upToNow(index, claim) ?? betweenDates(index, claim) ?? quarterCount(index, claim) ?? []);
}
