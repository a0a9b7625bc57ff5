/**
 * Dates of one document against each other: its own date line against the day of its prices, a weekday against its date.
 * Only full dates count; a day that is the same under another way of writing is the same.
 */
import type { Span } from '../../document/model';
import { mentionsIn } from './date-mentions';
import type { DocumentIndex } from '../model/document-index';
import { anyOf, WORDS } from '../relations/claims/claimed';

export interface DateClash {
  readonly spans: readonly Span[];
  readonly message: string;
  readonly severity: 'warning' | 'info';
}

interface Day extends Span {
  /** Days since 1970. */
  readonly day: number;
  readonly text: string;
}

const OWN = anyOf(WORDS.own_date, 'iu');
const DATA = anyOf(WORDS.data_date, 'iu');
/** From the words to their date: a colon, marks, "as of", a bracket. */
const BETWEEN = /^[\s:：*_|()（,-]*(?:as (?:of|at)|close of|at|on|截至)?[\s:：*_|]*$/iu;
const HEAD = 3000;
const REACH = 44;

/** Dates with the words right before them on their line. */
function labelled(text: string, days: readonly Day[], words: RegExp): readonly Day[] {
  return days.filter(({ start }) => {
    const line =
      text
        .slice(Math.max(0, start - REACH), start)
        .split('\n')
        .at(-1) ?? '';
    const match = words.exec(line);
    return match !== null && BETWEEN.test(line.slice(match.index + match[0].length));
  });
}

/** A note may quote the next day's opening; more is another time. */
const FEWEST_DAYS = 2;

function pricesAfter(text: string, days: readonly Day[]): readonly DateClash[] {
  const data = labelled(text, days, DATA);
  const isData = new Set(data);
  const own = labelled(
    text.slice(0, HEAD),
    days.filter((day) => day.start < HEAD && !isData.has(day)),
    OWN,
  )[0];
  const later = own && data.find(({ day }) => day - own.day >= FEWEST_DAYS);
  if (!own || !later) return [];
  const message = `The document is dated “${own.text}”, its prices “${later.text}”. Say which day it speaks of.`;
  return [{ spans: [later, own], message, severity: 'warning' }];
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const HAN_DAYS = '日一二三四五六';
const NAMED = /(?<!\p{L})(sun|mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur)(?:day)?\.?,?\s+(?:the\s+)?$/iu;
const IN_BRACKETS =
  /^\s*[(（](?:(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?|(?:周|星期)([一二三四五六日天]))[)）]/iu;
const FIRST_DAY = 4;

function weekdayBeside(text: string, { start, end }: Day): number | null {
  const before = NAMED.exec(text.slice(Math.max(0, start - 16), start));
  const behind = IN_BRACKETS.exec(text.slice(end, end + 14));
  const name = (before?.[1] ?? behind?.[1])?.toLowerCase();
  if (name !== undefined) return WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3)));
  const han = behind?.[2]?.replace('天', '日');
  return han === undefined ? null : HAN_DAYS.indexOf(han);
}

const wrongWeekdays = (text: string, days: readonly Day[]): readonly DateClash[] =>
  days.flatMap((one) => {
    const said = weekdayBeside(text, one);
    const is = (((one.day + FIRST_DAY) % 7) + 7) % 7;
    if (said === null || said < 0 || said === is) return [];
    const name = WEEKDAYS[is] ?? '';
    const message = `“${one.text}” is a ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}.`;
    return [{ spans: [one], message, severity: 'warning' }];
  });

/** Prices of a day after the document's own, then weekdays that are not their date's. */
export function dateClashes(index: DocumentIndex): readonly DateClash[] {
  const { text } = index.document.layout;
  const days = mentionsIn(text);
  return [...pricesAfter(text, days), ...wrongWeekdays(text, days)];
}
