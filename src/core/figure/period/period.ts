/**
 * Finds every mention of a period in a text and says which period it is: fiscal and calendar quarters, halves, years,
 * trailing months, dates, and the relative ones ("the prior-year period"), resolved against the document's context.
 */
import { dateResolver, dates, type ReadDate } from './dates';
import {
  baseQuarter,
  defaultYear,
  type Hit,
  type PeriodContext,
  type PeriodMention,
  printedYear,
  spanOf,
  YEAR,
  YEAR_TAIL,
} from './hit';
import { fullYear, quarterName, shiftQuarter, shiftYears, yearOf } from './period-names';
import { cumulative, ended, trailing } from './stretches';

export type { PeriodContext, PeriodKind, PeriodMention } from './hit';
export { endedPeriod, spanMonths } from './stretches';

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ['4th', 4],
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['final', 4],
]);

const QUARTER = new RegExp(
  `\\b(?:(first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?quarter|Q([1-4])|([1-4])Q)(?:(?:\\s?[-–—/&]\\s?|\\s(?:and|to|through|or)\\s)(?:Q([1-4])|([1-4])Q|(second|third|fourth)(?:[- ]quarter)?))?(?:(\\d{2}(?:\\d{2})?)(?=[AEF]?\\b)|FY(\\d{2,4})|${YEAR_TAIL})(?:[AEF]\\b)?`,
  'gi',
);
/** "the 2025 second quarter", "fiscal 2025 Q3", "FY25 first half": the year leads. */
const LED_BY_YEAR = new RegExp(
  `\\b(?:(?:fiscal(?: year)?|FY|CY)\\s?)?(?:(${YEAR})|(?<=(?:FY|CY|fiscal(?: year)?)\\s?)(\\d{2}))(?:['’]s)?\\s(?:fiscal\\s)?(?:(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter|Q([1-4])|(first|second|1st|2nd)[- ]half|H([12]))(?![\\w])`,
  'gi',
);
const HALF = new RegExp(
  `\\b(?:(first|second|1st|2nd|back|latter)[- ]half|H([12])|([12])H)(?:(\\d{2}(?:\\d{2})?)(?=[AEF]?\\b)|${YEAR_TAIL})(?:[AEF]\\b)?(?![\\w])`,
  'gi',
);
const FISCAL = new RegExp(
  `\\b(?:FY|CY|fiscal(?: years?)?|financial years?|full[- ]year|calendar(?: year)?|year)\\s?['’]?(${YEAR}|\\d{2}(?!\\d|%|\\.\\d|,\\d))(?:[-–/](\\d{2,4}))?(?:[AEF]\\b)?`,
  'gi',
);
const FULL_YEAR = /\b(?:full[- ]year|for the year|FY)(?![\w-]|\s?['’]?\d)/gi;
const RELATIVE =
  /\b(?:(?:the |a )?(?:same|comparable|corresponding|equivalent|year[- ]ago|prior[- ]year|previous[- ]year|year[- ]earlier) (?:fiscal )?(?:period|quarter|half|months)(?: (?:of |in |from )?(?:last|the prior|the previous|the preceding|a) year(?: ago| earlier)?| (?:of |in )(?:19|20)\d{2})?|prior[- ]year(?:'s|’s)?|previous year|a year (?:ago|earlier|before)|year[- ]ago|the year before|last year(?:'s|’s)?|this year(?:'s|’s)?|current year|next year(?:'s|’s)?|(?:the )?(?:prior|previous|preceding|last) quarter|this quarter|the quarter(?! end)|next quarter|(?:the )?(?:remainder|rest|balance) of the year|next decade|next (?:fiscal )?year)\b/gi;
const BARE_YEAR = new RegExp(
  `(?<![\\d$€£¥.,/-])\\b(?:(early|mid|late)[- ])?(${YEAR})(?:[AEF]\\b|(?=['’]s\\b)|(?!\\w))(?:\\s?[-–—/]\\s?(${YEAR}|\\d{2})(?![\\d%]))?`,
  'gi',
);
const HAN = new RegExp(
  `(?:(${YEAR}|\\d{2})\\s?(?:财年|財年|年))?(?:度)?第?([一二三四1-4])季度|(${YEAR}|\\d{2})\\s?(?:财年|財年|年)(?:度?全年|(上半年|下半年)|(\\d{1,2})\\s?月(?:(\\d{1,2})\\s?[日号])?)?|(上半年|下半年)|(去年同期|上年同期)|(去年|上年)|(今年|全年)|(上季度|上个季度)`,
  'g',
);

/** Year of a bare quarter: the document's, unless that quarter of it still lies a year away from what it reports. */
function quarterPeriod(year: number | null, first: number, last: number | null) {
  return (context: PeriodContext): string | null => {
    const at = year ?? defaultYear(context);
    if (at === null) return null;
    const name = quarterName({ year: at, quarter: first });
    return last === null ? name : `${name}/${quarterName({ year: at, quarter: last })}`;
  };
}

function quarters(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(QUARTER)) {
    const first = ORDINALS.get((m[1] ?? m[2] ?? m[3] ?? '').toLowerCase());
    if (first === undefined) continue;
    const last = ORDINALS.get((m[4] ?? m[5] ?? m[6] ?? '').toLowerCase()) ?? null;
    const attached = m[7] !== undefined && m[3] !== undefined ? m[7] : m[7]?.length === 4 ? m[7] : undefined;
    const year = printedYear(attached, m[8], m[9], m[10], m[11]);
    hits.push({
      ...spanOf(m),
      kind: 'quarter',
      explicit: year !== null,
      rule: 'quarter',
      resolve: quarterPeriod(year, first, last !== null && last > first ? last : null),
    });
  }
}

function ledByYear(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(LED_BY_YEAR)) {
    const year = printedYear(m[1], m[2]);
    const quarter = ORDINALS.get((m[3] ?? m[4] ?? '').toLowerCase());
    const half = ORDINALS.get((m[5] ?? m[6] ?? '').toLowerCase());
    if (quarter !== undefined)
      hits.push({
        ...spanOf(m),
        kind: 'quarter',
        explicit: true,
        rule: 'quarter',
        resolve: quarterPeriod(year, quarter, null),
      });
    else if (half !== undefined)
      hits.push({ ...spanOf(m), kind: 'half', explicit: true, rule: 'half', resolve: () => `${year}H${half}` });
  }
}

function halves(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(HALF)) {
    const word = (m[1] ?? m[2] ?? m[3] ?? '').toLowerCase();
    const half = word === 'back' || word === 'latter' ? 2 : (ORDINALS.get(word) ?? 1);
    const year = printedYear(m[4], m[5], m[6], m[7]);
    hits.push({
      ...spanOf(m),
      kind: 'half',
      explicit: year !== null,
      rule: 'half',
      resolve: (context) => {
        const at = year ?? defaultYear(context);
        return at === null ? null : `${at}H${half}`;
      },
    });
  }
}

function years(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(FISCAL)) {
    if (/^year/i.test(m[0]) && (m[1] ?? '').length < 4) continue;
    const first = fullYear(m[1] ?? '');
    // "FY2018-19" and "2017/18" name the year they end in.
    const last = m[2] === undefined ? first : fullYear(m[2].length === 2 ? `${Math.floor(first / 100)}${m[2]}` : m[2]);
    const named = last - first === 1 ? `FY${last}` : last > first ? `FY${first}/FY${last}` : `FY${first}`;
    hits.push({ ...spanOf(m), kind: 'year', explicit: true, rule: 'fiscal-year', resolve: () => named });
  }
  for (const m of text.matchAll(FULL_YEAR)) {
    hits.push({
      ...spanOf(m),
      kind: 'year',
      explicit: false,
      rule: 'full-year',
      resolve: (context) => {
        const year = defaultYear(context);
        return year === null ? null : `FY${year}`;
      },
    });
  }
  for (const m of text.matchAll(BARE_YEAR)) bareYear(m, text, hits);
}

function bareYear(m: RegExpMatchArray, text: string, hits: Hit[]): void {
  const year = Number(m[2]);
  const { start, end } = spanOf(m);
  if (/^\s?(?:Notes?|Plan|Act|Convention|Facility|Agreement)\b/.test(text.slice(end, end + 12))) return;
  if (m[3] !== undefined) {
    const last = m[3].length === 2 ? Math.floor(year / 100) * 100 + Number(m[3]) : Number(m[3]);
    if (last <= year) return;
    const named = m[3].length === 2 && last === year + 1 ? `FY${last}` : `FY${year}/FY${last}`;
    hits.push({ start, end, kind: 'year', explicit: true, rule: 'years', resolve: () => named });
    return;
  }
  const part = m[1]?.toLowerCase();
  const named = part === 'early' ? `${year}H1` : part === 'late' ? `${year}H2` : `FY${year}`;
  hits.push({ start, end, kind: part ? 'half' : 'year', explicit: true, rule: 'year', resolve: () => named });
}

function relatives(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(RELATIVE)) {
    const words = m[0].toLowerCase();
    hits.push({
      ...spanOf(m),
      kind: 'relative',
      explicit: false,
      rule: 'relative',
      resolve: (context, base) => relative(words, context, base ?? null),
    });
  }
}

function relative(words: string, context: PeriodContext, base: string | null): string | null {
  const from = base ?? context.period;
  const named = /(?:19|20)\d{2}$/.exec(words)?.[0];
  // "the same period in 2020": that of the period spoken of, in the year named.
  if (named !== undefined) return from === null ? `FY${named}` : shiftYears(from, Number(named) - (yearOf(from) ?? 0));
  const year = yearOf(context.asOf) ?? defaultYear(context);
  if (/remainder|rest|balance/.test(words)) return remainder(context);
  if (words.includes('decade')) return null;
  if (/next (?:fiscal )?year/.test(words)) return year === null ? null : `FY${year + 1}`;
  if (/this year|current year/.test(words)) return year === null ? null : `FY${year}`;
  if (
    words.startsWith('last year') ||
    (/^(?:prior|previous)[- ]year(?:'s|’s)?$/.test(words) && (base === null || base.startsWith('FY')))
  ) {
    return base?.startsWith('FY') ? shiftYears(base, -1) : year === null ? null : `FY${year - 1}`;
  }
  const quarter = baseQuarter(context);
  if (/(?:prior|previous|preceding|last) quarter/.test(words)) return quarter && quarterName(shiftQuarter(quarter, -1));
  if (words === 'next quarter') return quarter && quarterName(shiftQuarter(quarter, 1));
  if (words === 'this quarter' || words === 'the quarter') return quarter && quarterName(quarter);
  return from === null ? null : shiftYears(from, -1);
}

function remainder(context: PeriodContext): string | null {
  const quarter = baseQuarter(context);
  if (!quarter || quarter.quarter === 4) return null;
  const next = shiftQuarter(quarter, 1);
  const name = quarterName(next);
  return next.quarter === 4 ? name : `${name}/${quarterName({ year: quarter.year, quarter: 4 })}`;
}

function chinese(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(HAN)) {
    const span = spanOf(m);
    const year = printedYear(m[1], m[3]);
    const explicit = year !== null;
    if (m[2] !== undefined) {
      if (/[一-鿿]/.test(m[2]) || explicit || m[0].startsWith('第'))
        hits.push({
          ...span,
          kind: 'quarter',
          explicit,
          rule: 'quarter',
          resolve: quarterPeriod(year, ORDINALS.get(m[2]) ?? 1, null),
        });
      continue;
    }
    if (m[3] !== undefined && m[3].length === 2 && Number(m[3]) < 16) continue;
    hits.push({ ...span, explicit, ...hanKind(m, year) });
  }
}

function hanKind(m: RegExpMatchArray, year: number | null): Pick<Hit, 'kind' | 'rule' | 'resolve'> {
  const half = m[4] ?? m[7];
  if (half)
    return {
      kind: 'half',
      rule: 'half',
      resolve: (context) => named(year ?? defaultYear(context), (y) => `${y}H${half === '上半年' ? 1 : 2}`),
    };
  if (m[5]) {
    const date: ReadDate = { year, month: Number(m[5]), day: m[6] ? Number(m[6]) : null };
    return { kind: m[6] ? 'date' : 'month', rule: 'date', resolve: dateResolver(date) };
  }
  if (m[8])
    return {
      kind: 'relative',
      rule: 'relative',
      resolve: (context, base) => relative('prior-year period', context, base ?? null),
    };
  if (m[9])
    return {
      kind: 'relative',
      rule: 'relative',
      resolve: (context, base) => relative('last year', context, base ?? null),
    };
  if (m[11])
    return { kind: 'relative', rule: 'relative', resolve: (context) => relative('last quarter', context, null) };
  return { kind: 'year', rule: 'year', resolve: (context) => named(year ?? defaultYear(context), (y) => `FY${y}`) };
}

function named(year: number | null, name: (year: number) => string): string | null {
  return year === null ? null : name(year);
}

/** All mentions of periods in `text`, in order, none overlapping: the longer, earlier one wins. */
export function findPeriods(text: string): PeriodMention[] {
  const hits: Hit[] = [];
  ended(text, hits);
  trailing(text, hits);
  cumulative(text, hits);
  ledByYear(text, hits);
  quarters(text, hits);
  halves(text, hits);
  years(text, hits);
  dates(text, hits);
  relatives(text, hits);
  if (/[一-鿿]/.test(text)) chinese(text, hits);
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PeriodMention[] = [];
  let last = -1;
  for (const hit of hits) {
    if (hit.start < last) continue;
    kept.push({ ...hit, text: text.slice(hit.start, hit.end) });
    last = hit.end;
  }
  return kept;
}

const known = new WeakMap<object, readonly PeriodMention[]>();

/** The mentions of a laid-out text, found once however many readers ask. */
export function periodsOf(layout: { readonly text: string }): readonly PeriodMention[] {
  const cached = known.get(layout);
  if (cached) return cached;
  const found = findPeriods(layout.text);
  known.set(layout, found);
  return found;
}
