/**
 * Times spoken of as ahead that were over on the document's date: an old quarter in the forward-looking paragraph, a
 * "near-term catalyst" of last year; and times beyond the horizon that their heading gives ("next 5 trading days").
 */
import data from '../../../../resources/audit/dated.json';
import type { Block, Span } from '../../document/model';
import { findPeriods, type PeriodMention } from '../../figure/period/period';
import type { DocumentIndex } from '../model/document-index';
import { anyOf, hasAny } from '../relations/claims/claimed';
import { mentionsIn } from './date-mentions';
import type { DateClash } from './dates';
import { type Days, daysOf, horizonIn } from './days';

const AHEAD = anyOf(data.ahead, 'giu');
const AHEAD_AT_ALL = hasAny(data.ahead);
const AHEAD_TITLE = hasAny(data.ahead_titles);
/** A time with its year has a number. */
const NUMBER = /[\p{N}〇零一二三四五六七八九]/u;
const BEHIND = hasAny(data.behind);
const RESULTS = hasAny(data.results);
const BARE_YEAR = /(?<![\p{L}\d])(?:19|20)\d\d(?![\d–-])/u;
const REACH = 90;
const CLAUSE = 30;
const ITEM = 110;
const HEAD = 4000;
const MOST = 6;
/** Of what is ahead in truth: enough to see what the document means. */
const SHOWN = 4;

interface StatedTime extends Span, Days {
  readonly text: string;
}

/** Days after its end in which a time may still be ahead: results come weeks after their quarter. */
function grace({ kind }: PeriodMention, words: string): number {
  if (kind === 'date') return 3;
  if (kind === 'month') return 20;
  return RESULTS.test(words) ? 150 : 100;
}

function statedTime(mention: PeriodMention, at: number, slack: number): StatedTime | null {
  if (!mention.explicit || mention.kind === 'relative' || mention.kind === 'ttm') return null;
  const days = daysOf(mention.resolve({ asOf: null, fiscalYearEndMonth: 12, period: null }));
  return (
    days && {
      start: at + mention.start,
      end: at + mention.end,
      text: mention.text,
      first: days.first,
      last: days.last + slack,
    }
  );
}

/** "For the fourth quarter the company expects": the time leads. */
const LED = /^\W*(?:for|in|during)\s+(?:the\s+)?$/iu;

/** Periods right behind a word that puts them ahead, in one clause, or leading it. */
function inSentence(text: string, at: number): readonly StatedTime[] {
  if (!NUMBER.test(text) || !AHEAD_AT_ALL.test(text)) return [];
  const words = [...text.matchAll(AHEAD)];
  return findPeriods(text).flatMap((mention) => {
    const isLed = LED.test(text.slice(0, mention.start));
    const word = isLed
      ? words.find(({ index }) => index > mention.end)
      : words.findLast(({ index }) => index < mention.start);
    if (!word) return [];
    const [from, to] = [Math.min(word.index, mention.start), Math.max(word.index, mention.end)];
    if (to - from > REACH || /[;；。]/.test(text.slice(from, to))) return [];
    if (BEHIND.test(text.slice(Math.max(0, from - CLAUSE), to + CLAUSE))) return [];
    return statedTime(mention, at, grace(mention, text)) ?? [];
  });
}

/** What a list or table under "Catalysts" opens with. */
function inItem(text: string, at: number): readonly StatedTime[] {
  const opening = text.slice(0, ITEM);
  const [first] = BEHIND.test(opening) ? [] : findPeriods(opening);
  const told = first && statedTime(first, at, grace(first, opening));
  return told ? [told] : [];
}

/** A year in the heading itself: "Near-term catalysts (2025)". */
function inTitle(text: string, at: number): readonly StatedTime[] {
  const match = AHEAD_TITLE.test(text) && !BEHIND.test(text) ? BARE_YEAR.exec(text) : null;
  const days = match && daysOf(match[0]);
  return match && days ? [{ ...days, start: at + match.index, end: at + match.index + 4, text: match[0] }] : [];
}

const ITEMS: ReadonlySet<Block['kind']> = new Set(['list-item', 'table-row']);

function toldAhead({ document: { layout } }: DocumentIndex): readonly StatedTime[] {
  const { blocks, sections, sentences, text } = layout;
  const ahead = new Set(
    sections.filter(({ title }) => AHEAD_TITLE.test(title) && !BEHIND.test(title)).map(({ index }) => index),
  );
  const titles = sections.flatMap(({ heading, start }) => inTitle(heading, start));
  const bodies = sentences.flatMap(({ start, end, block }) => {
    const kind = blocks[block]?.kind;
    return kind === 'table-row' || kind === 'heading' ? [] : inSentence(text.slice(start, end), start);
  });
  const items = blocks.flatMap(({ kind, section, contentStart, end }) =>
    ITEMS.has(kind) && ahead.has(section) ? inItem(text.slice(contentStart, end), contentStart) : [],
  );
  return [...titles, ...bodies, ...items];
}

/** Where the document's own date is printed. */
const ownDate = (text: string, now: Days): Span | null =>
  mentionsIn(text.slice(0, HEAD)).find(({ day }) => day === now.last) ?? null;

function overAlready(index: DocumentIndex, now: Days): readonly DateClash[] {
  const { asOf, layout } = index.document;
  const told = toldAhead(index);
  const over = told.filter(({ last }) => last < now.first);
  const open = told.filter(({ last }) => last >= now.first);
  const [first] = over;
  // Where most of what is ahead is over, the document's date is more likely misread than all of them.
  if (!first || over.length > Math.max(MOST, open.length)) return [];
  const spans = [...over.slice(0, MOST), ...open.slice(0, SHOWN), ownDate(layout.text, now) ?? []].flat();
  const message = `“${first.text.trim()}” is described as still to come, but the document is dated ${asOf ?? ''}. Bring it up to date.`;
  return [{ spans, message, severity: 'info' }];
}

/** Items of a section or list whose heading gives a horizon. */
function beyondHorizon({ document: { layout } }: DocumentIndex, now: Days): readonly DateClash[] {
  const { blocks, sections, text } = layout;
  return blocks.flatMap((block): readonly DateClash[] => {
    const { kind, section, contentStart, end, leadIn } = block;
    if (!ITEMS.has(kind) && kind !== 'lead-in') return [];
    const lead = blocks[leadIn ?? -1];
    const place = lead ?? sections[section];
    const heading = place ? text.slice(place.start, Math.min(place.end, place.start + 160)) : '';
    const horizon = horizonIn(heading);
    const item = text.slice(contentStart, Math.min(end, contentStart + ITEM));
    if (!horizon || !place || BEHIND.test(item)) return [];
    const [period] = findPeriods(item);
    const told = period && statedTime(period, contentStart, 0);
    if (!told || told.first <= now.last + horizon.days) return [];
    const span = { start: place.start + horizon.start, end: place.start + horizon.end };
    const message = `“${told.text.trim()}” stands under “${horizon.text}”, which ends before it.`;
    return [{ spans: [told, span], message, severity: 'info' }];
  });
}

/**
 * Every clash with the sentence that names it. Nothing where the document's own date is unknown or vaguer than a month.
 */
export function timesAhead(index: DocumentIndex): readonly DateClash[] {
  const now = daysOf(index.document.asOf);
  if (!now || now.last - now.first > 31) return [];
  return [...overAlready(index, now), ...beyondHorizon(index, now).slice(0, MOST)];
}
