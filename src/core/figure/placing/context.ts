/**
 * What a document says of itself: the date it speaks as of, its main subject, the period it reports on and the month
 * its subject's year ends in. What the analyst has set wins over what the text says.
 */
import { lineStart } from '../../base/line-start';
import { kindOf, type Origin } from '../../document/identity/kind';
import { MONTH_NAMES, MONTH_OPENING, MONTHS } from '../../base/months';
import type { Layout } from '../../document/model';
import titles from '../../../../resources/cues/titles.json';
import { headerLines } from '../../document/identity/header-lines';
import type { DocumentContext } from '../model';
import { firstEndingAfter } from '../../base/spans';
import { closingMonth, type PeriodContext, type PeriodMention, periodsOf } from '../period/period';
import { parseQuarter, shiftQuarter, quarterName, fiscalQuarter, yearOf } from '../period/period-names';
import { findSubject } from './mentions/subject';

type Overrides = { readonly [K in keyof DocumentContext]?: DocumentContext[K] | undefined };

const NOWHERE: PeriodContext = { asOf: null, fiscalYearEndMonth: 12, period: null };
const AS_OF_LEAD =
  /(?:\b(?:data|prices?|priced|pricing|information|figures|estimates|market data|close|closing|published|updated|date|dated)\b[^.\n]{0,40}?(?:as of|as at|at|on|:)?|\bas (?:of|at)|截至|截止|数据截至|日期[:：]|Stand:?)\s*(?:the close (?:of|on) )?$/i;

/** The date of the document: "data as of …", else a dateline near the top, else the latest full date it names. */
/** A line "Date: …" of the head, whatever its label: the most explicit statement there is. */
function headerDate(layout: Layout, dated: readonly PeriodMention[]): string | null {
  for (const { key, start, end } of headerLines(layout.text)) {
    if (!titles.dateKeys.includes(key)) continue;
    const mention = dated.find((one) => one.start >= start && one.start < end);
    const name = mention?.resolve(NOWHERE) ?? null;
    if (name !== null) return name;
  }
  return null;
}

/** Rows and list items hold calendars and evidence, and a sentence may look ahead: neither dates the document. */
function datesNothing(layout: Layout, { start }: PeriodMention): boolean {
  const block = layout.blocks.find((one) => one.start <= start && start < one.end);
  if (!block) return false;
  if (block.table !== null || (block.kind === 'list-item' && block.index > HEAD_BLOCKS)) return true;
  return AHEAD.test(layout.text.slice(Math.max(block.start, start - 80), start));
}

const HEAD_BLOCKS = 12;
/** Each is looked up in its block: a text full of dates is dated by its last ones. */
const MOST_DATES = 200;
const AHEAD =
  /\b(?:will|next|upcoming|expected|scheduled|due|until|by|before|through|expires?|matures?|payable|event|catalyst|from|since)\b|预计|将于|下次/i;

function asOfDate(layout: Layout, mentions: readonly PeriodMention[]): string | null {
  const dated = mentions.filter((mention) => (mention.kind === 'date' || mention.kind === 'month') && mention.explicit);
  const header = headerDate(layout, dated);
  if (header !== null) return header;
  const names = (list: readonly PeriodMention[]) => list.map((m) => m.resolve(NOWHERE)).filter((name) => name !== null);
  const [head] = names(dated.filter((m) => heads(layout, m)));
  if (head) return head;
  const titled = titleDate(layout, mentions, dated);
  if (titled !== null) return titled;
  const said = dated.filter(
    (m) =>
      m.kind === 'date' &&
      /\b(?:data|prices?|priced|information|market data)\b/i.test(before(layout.text, m)) &&
      AS_OF_LEAD.test(before(layout.text, m)),
  );
  const [own] = names(said).slice(-1);
  if (own) return own;
  const top = dated.filter(
    (m) => m.kind === 'date' && m.start < dateline(layout) && isOwnLine(layout.text, m) && !datesNothing(layout, m),
  );
  const [line] = names(top);
  if (line) return line;
  const [signed] = names(dated.filter((m) => m.kind === 'date' && isBareLine(layout, m))).slice(-1);
  if (signed) return signed;
  const closing = names(dated.filter((m) => m.kind === 'date' && AS_OF_LEAD.test(before(layout.text, m))))
    .sort()
    .at(-1);
  if (closing) return closing;
  const full = dated.filter((m) => m.kind === 'date' && !datesNothing(layout, m)).slice(-MOST_DATES);
  return names(full).sort().at(-1) ?? null;
}

/** "Market close of 8 August": the title's day, with the year that the same day has further down. */
function titleDate(layout: Layout, mentions: readonly PeriodMention[], dated: readonly PeriodMention[]): string | null {
  const title = layout.title ?? '';
  const at = title === '' ? -1 : layout.text.slice(0, 4000).indexOf(title);
  if (at < 0) return null;
  const bare = mentions.find((m) => m.kind === 'date' && !m.explicit && m.start >= at && m.end <= at + title.length);
  const day = bare?.resolve({ ...NOWHERE, asOf: '2000' })?.slice(4);
  if (day === undefined) return null;
  return dated.map((m) => m.resolve(NOWHERE)).find((name) => name?.length === 10 && name.endsWith(day)) ?? null;
}

function before(text: string, mention: PeriodMention): string {
  return text.slice(Math.max(0, mention.start - 64), mention.start);
}

/** Datelines stand in the first blocks. */
function dateline(layout: Layout): number {
  return layout.blocks[Math.min(layout.blocks.length - 1, 8)]?.end ?? 0;
}

/** Such a date is when a machine took the text, or one that the text looks back or ahead to. */
const NOT_OF_TEXT = new RegExp(
  String.raw`(?:\b(?:${titles.copiedKeys.join('|')}|ended|ending|ends|as of|as at|effective|inception)\b[^\n]{0,24}|\b(?:from|since|until|through|by|at)\s|(?<!\b(?:published|updated|dated|released|issued|written|posted|prepared|compiled)\s)\bon\s)$`,
  'i',
);

/** A date that is a line of its own at the head, or that the very first words of the text lead to. */
function heads(layout: Layout, mention: PeriodMention): boolean {
  const { text } = layout;
  if (mention.kind !== 'date' || mention.start >= dateline(layout) || datesNothing(layout, mention)) return false;
  const line = text.slice(lineStart(text, mention.start), mention.start);
  if (PLACE_LEAD.test(line) && /^\s?[-–—/(]/.test(text.slice(mention.end, mention.end + 3))) return true;
  if (mention.start >= (layout.blocks[5]?.end ?? 0)) return false;
  if (NOT_OF_TEXT.test(text.slice(Math.max(0, mention.start - 48), mention.start))) return false;
  const first = mention.end <= FIRST_WORDS && !/[.!?]\s/.test(text.slice(0, mention.start));
  return first || lineAround(text, mention) <= BARE_LINE;
}

/** "SPRINGFIELD, Ohio – May 11, 2031 – Acme": places before the date of a wire story. */
const PLACE_LEAD =
  /^[*_(\s]{0,6}(?:\p{Lu}[\p{L}.’']{0,20}[,.]?\s){1,6}(?:[-–—]{1,2}\s?)?(?:\([^()\n]{2,40}\)\s?)?[-–—(/]{0,2}\s?$/u;
const FIRST_WORDS = 160;
/** Letters beside a date that is a line of its own: a weekday, an hour, a place. */
const BARE_LINE = 30;

/** A dateline's line holds little besides the date. */
const isOwnLine = (text: string, mention: PeriodMention): boolean =>
  !NOT_OF_TEXT.test(text.slice(Math.max(0, mention.start - 48), mention.start)) && lineAround(text, mention) <= 80;

/** A date and a place, and nothing else, wherever they stand: a letter or a notice is signed so. */
function isBareLine(layout: Layout, mention: PeriodMention): boolean {
  if (lineAround(layout.text, mention) > SIGNED_LINE) return false;
  const block = layout.blocks[firstEndingAfter(layout.blocks, mention.start)];
  return (
    block !== undefined &&
    block.start <= mention.start &&
    block.table === null &&
    (block.kind === 'paragraph' || block.kind === 'note')
  );
}

const SIGNED_LINE = 16;

/** How much stands on the line besides the date. */
function lineAround(text: string, mention: PeriodMention): number {
  const start = lineStart(text, mention.start);
  const stop = text.indexOf('\n', mention.end);
  const end = stop < 0 ? text.length : stop;
  return end - start - (mention.end - mention.start);
}

const MONTH = `(${MONTH_NAMES.join('|').toLowerCase()}|(?:${MONTH_OPENING}|sept)(?=\\.|\\s\\d))\\.?`;
const YEAR_END = new RegExp(
  String.raw`\b(?:fiscal|financial) year(?:[- ]end)?(?:s| is|,)?\s(?:which )?(?:ends?|ended|ending|end|runs? (?:to|through))?\s?(?:on |in |at )?(?:the )?(?:last \w+ (?:of|in) )?${MONTH}\b(?:\s(\d{1,2})\b)?`,
  'gi',
);

/**
 * `Q3 2025 (Ended June 30, 2025)`, `third quarter ended September 30`: the month in which a quarter ends gives the end
 * of the year.
 */
const QUARTER_END = new RegExp(
  String.raw`\b(?:Q([1-4])|(first|second|third|fourth)[- ]quarter)\b[^.;\n]{0,24}?\b(?:ended|ending|ends)\s(?:on )?(?:(\d{1,2})(?:st|nd|rd|th)?\s)?${MONTH}\b(?:\s(\d{1,2})\b)?`,
  'gi',
);
const ORDINALS = ['first', 'second', 'third', 'fourth'];
/** `Year ended March 31, 2025`, `twelve months to 30 June`: heads of statements. */
const YEAR_ENDED = new RegExp(
  String.raw`\b(?:(?<!to |half[- ])years?|(?:twelve|12) months) (?:ended|ending|to)(?:\s|<br\s?/?>){1,3}(?:(\d{1,2})(?:st|nd|rd|th)?\s)?${MONTH}\b(?!\s(?:quarter|half))(?:\s(\d{1,2})\b)?`,
  'gi',
);
/** Further on, a year's end is often another company's. */
const OWN_REACH = 8000;
const OWN_BEFORE = /\b(?:our|its|the company['’]s|the group['’]s)\s$/i;

function quarterEnds(text: string, counts: Map<number, number>): void {
  for (const match of text.slice(0, 5 * OWN_REACH).matchAll(QUARTER_END)) {
    const quarter = match[1] ? Number(match[1]) : ORDINALS.indexOf((match[2] ?? '').toLowerCase()) + 1;
    const month = monthOf(match[4], match[3] ?? match[5]);
    const end = ((month + 3 * (4 - quarter) - 1) % 12) + 1;
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
}

function yearEndMonth({ text, tables }: Layout): number {
  const counts = new Map<number, number>();
  quarterEnds(text, counts);
  const yearEnds = (words: string) => {
    for (const match of words.matchAll(YEAR_ENDED)) {
      const month = monthOf(match[2], match[1] ?? match[3]);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  };
  yearEnds(text.slice(0, OWN_REACH));
  for (const table of tables.slice(0, MOST_TABLES)) for (const words of stackedHeads(table)) yearEnds(words);
  for (const match of text.matchAll(YEAR_END)) {
    const month = monthOf(match[1], match[2]);
    const isOwn = match.index < OWN_REACH || OWN_BEFORE.test(text.slice(match.index - 16, match.index));
    if (month > 0 && isOwn) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  yearSoFar(text, tables, counts, counts.size > 0);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

const MOST_TABLES = 40;

/** `31-Mar-25`: the month as it stands between words. */
const HYPHENED = /(?<![\d-])(\d{1,2})[-/.](\p{L}{3,9})(?=[-/.’'])/gu;

/** `Year ended` over `March 2025`: what two rows of heads say together of each column that holds values. */
function stackedHeads({ heads, rows }: Layout['tables'][number]): readonly string[] {
  if (heads.length < 2) return [];
  const words = new Map<number, string>();
  for (const { column, text } of heads.flat()) words.set(column, `${words.get(column) ?? ''} ${text}`.trim());
  const valued = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell) => (/\d/.test(cell.text) ? [cell.column] : []))),
  );
  return [...words].flatMap(([column, said]) => (valued.has(column) ? [said.replaceAll(HYPHENED, '$1 $2 ')] : []));
}

/**
 * `nine months ended June 30`, `39 weeks ended November 2`, `half-year ended 30 September`: counted from the first day
 * of the year.
 */
const YEAR_SO_FAR = new RegExp(
  String.raw`\b(?:((?:nine|9)[- ]months?|(?:thirty-nine|39|40)[- ]weeks?)|(?:six|6)[- ]months?|(?:first )?half[- ]year|(?:twenty-six|26|27)[- ]weeks?)\s(?:(?:fiscal )?period )?(?:ended|ending|to)\s(?:(\d{1,2})(?:st|nd|rd|th)?\s)?${MONTH}(?!\p{L})(?:\s(\d{1,2})\b)?`,
  'giu',
);

/** What the text says of nine months outweighs a few heads. */
const SURE = 3;

function yearSoFar(text: string, tables: Layout['tables'], counts: Map<number, number>, nineOnly: boolean): void {
  const heads = tables.slice(0, MOST_TABLES).flatMap(stackedHeads);
  [text.slice(0, 5 * OWN_REACH), ...heads].forEach((words, place) => {
    for (const match of words.matchAll(YEAR_SO_FAR)) {
      const ofNine = match[1] !== undefined;
      // Half a year may be any six months where other words say when the year ends.
      if (!ofNine && (nineOnly || match.index > OWN_REACH)) continue;
      const month = monthOf(match[3], match[2] ?? match[4]);
      if (month === 0) continue;
      // No year ends with its nine months: a head over columns may have slipped, the text has not.
      const isSure = ofNine && place === 0;
      if (isSure) counts.delete(month);
      const end = ((month + (ofNine ? 3 : 6) - 1) % 12) + 1;
      counts.set(end, (counts.get(end) ?? 0) + (isSure ? SURE : 1));
    }
  });
}

/** The month that something ended in, by its name and day; 0 for a name that is none. */
function monthOf(name: string | undefined, day: string | undefined): number {
  const month = MONTHS.get((name ?? '').toLowerCase()) ?? 0;
  return month === 0 ? 0 : closingMonth({ month, day: day === undefined ? null : Number(day) });
}

/** The quarter (or year) that headings and text name most; headings count more, the title most. */
function mainPeriod(layout: Layout, mentions: readonly PeriodMention[], context: PeriodContext): string | null {
  const year = yearOf(context.asOf) ?? namedYear(mentions);
  const weights = new Map<string, number>();
  let next = 0;
  for (const mention of mentions) {
    if (mention.kind !== 'quarter' && mention.kind !== 'year' && mention.kind !== 'half') continue;
    while (next < layout.sections.length && (layout.sections[next]?.end ?? 0) <= mention.start) next += 1;
    const heading = layout.sections[next];
    const inHeading = heading !== undefined && mention.start >= heading.start && mention.end <= heading.end;
    const weight = inHeading ? (heading.level === 1 ? 12 : 6) : 1;
    const name = periodFor(mention, context, year);
    if (name && /^\d{4}[QH][1-4]$/.test(name))
      weights.set(name, (weights.get(name) ?? 0) + weight * (mention.explicit ? 2 : 1));
  }
  const quarters = [...weights].filter(([name]) => notAhead(name, context)).sort((a, b) => b[1] - a[1]);
  const best = quarters[0];
  if (best && best[1] >= 2) return best[0];
  return mainYear(mentions, context) ?? best?.[0] ?? null;
}

function mainYear(mentions: readonly PeriodMention[], context: PeriodContext): string | null {
  const weights = new Map<string, number>();
  for (const mention of mentions) {
    const name = mention.kind === 'year' && mention.explicit ? mention.resolve(context) : null;
    if (name && /^FY\d{4}$/.test(name) && (yearOf(name) ?? 9999) <= (yearOf(context.asOf) ?? 9999))
      weights.set(name, (weights.get(name) ?? 0) + 1);
  }
  const best = [...weights].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 3 ? best[0] : null;
}

/** The year of the first fiscal year or quarter the text names, where it has no date of its own. */
function namedYear(mentions: readonly PeriodMention[]): number | null {
  const explicit = mentions.filter((m) => m.explicit && m.kind !== 'date' && m.kind !== 'month');
  const reporting =
    explicit.find((m) => m.rule === 'fiscal-year' || m.kind === 'quarter' || m.kind === 'half') ?? explicit[0];
  return reporting ? yearOf(reporting.resolve(NOWHERE)) : null;
}

/** A bare quarter is read in the year the document was written, or the one before where it has not begun yet. */
function periodFor(mention: PeriodMention, context: PeriodContext, year: number | null): string | null {
  if (mention.explicit || year === null) return mention.resolve(context);
  const name = mention.resolve({ ...context, period: null, asOf: `${year}` });
  return name && !notAhead(name, context) ? mention.resolve({ ...context, period: null, asOf: `${year - 1}` }) : name;
}

/** A reported quarter cannot end after the document's date. */
function notAhead(name: string, context: PeriodContext): boolean {
  const quarter = parseQuarter(name);
  const date = /^(\d{4})-(\d{2})/.exec(context.asOf ?? '');
  if (!quarter || !date) return true;
  const now = fiscalQuarter(Number(date[1]), Number(date[2]), context.fiscalYearEndMonth);
  return quarterName(quarter) <= quarterName(shiftQuarter(now, 0));
}

/** "Quarter: Q4 2031" at the head: a call or a release names what it reports, however its year may run. */
function statedQuarter(layout: Layout, mentions: readonly PeriodMention[]): string | null {
  for (const { key, start, end } of headerLines(layout.text)) {
    if (!titles.periodKeys.includes(key)) continue;
    const mention = mentions.find((one) => one.kind === 'quarter' && one.start >= start && one.start < end);
    const name = mention?.explicit ? mention.resolve(NOWHERE) : null;
    if (name !== null && parseQuarter(name)) return name;
  }
  return null;
}

/** The month that a year ends in whose `quarter` had ended when the text was written: results come weeks after it. */
function yearEndFor(quarter: string, asOf: string | null): number | null {
  const at = parseQuarter(quarter);
  const date = /^(\d{4})-(\d{2})/.exec(asOf ?? '');
  if (!at || !date) return null;
  const months = Number(date[1]) * 12 + Number(date[2]) - WEEKS_AFTER;
  return ((((months + 3 * (4 - at.quarter) - 1) % 12) + 12) % 12) + 1;
}

/** Months between the end of a quarter and the talk about it. */
const WEEKS_AFTER = 2;

/** Reads the context of a laid-out document; members the analyst has set are taken as they are. */
export function readContext(layout: Layout, overrides: Overrides, origin?: Origin): DocumentContext {
  const mentions = periodsOf(layout);
  const asOf = overrides.asOf === undefined ? asOfDate(layout, mentions) : overrides.asOf;
  const stated = statedQuarter(layout, mentions);
  const told = overrides.fiscalYearEndMonth ?? yearEndMonth(layout);
  const early = stated !== null && !notAhead(stated, { asOf, fiscalYearEndMonth: told, period: null });
  const fiscalYearEndMonth = (early && stated !== null ? yearEndFor(stated, asOf) : null) ?? told;
  const partial: PeriodContext = { asOf, fiscalYearEndMonth, period: null };
  const period = overrides.period === undefined ? (stated ?? mainPeriod(layout, mentions, partial)) : overrides.period;
  const entity = overrides.entity === undefined ? (findSubject(layout)?.entity ?? null) : overrides.entity;
  const document = overrides.document ?? kindOf(layout, origin);
  return { asOf, entity, fiscalYearEndMonth, period, document };
}
