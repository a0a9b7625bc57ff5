/** Days and months: "May 3, 2026", "3/5/26", "2026-05-03", "in late March". */
import { ANY_MONTH, MONTH_NAMES, MONTH_STEMS, MONTHS } from '../../base/months';
import { DATE, defaultYear, type Hit, type PeriodContext, spanOf, YEAR } from './hit';
import { type Matches, matchesOf, opened } from './openings';
import { dateName, fullYear, yearOf } from './period-names';

export const FULL_DATE = opened(`\\b${DATE}`, 'i', `${ANY_MONTH}|0|1|2|3|4|5|6|7|8|9`);
export const MONTH = opened(
  `\\b(?:(early|mid|late)[- ])?(${ANY_MONTH})\\.?(?:\\s(?:of\\s)?(${YEAR}))?(?![\\w])`,
  'i',
  `early|mid|late|${ANY_MONTH}`,
);
export const SHORT_DATE = opened(
  String.raw`\b(?:on|by|since|until|from|effective|dated|through|before|after|starting) (1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9])(?![\d/])`,
  'i',
  'on|by|since|until|from|effective|dated|through|before|after|starting',
);

/** "14.03.2031", as most of Europe writes it. */
export const DOTTED_DATE = opened(
  String.raw`(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?![\d.]\d)`,
  '',
  '0|1|2|3|4|5|6|7|8|9',
);

const ENGLISH_MONTHS: ReadonlySet<string> = new Set([...MONTH_NAMES.map((name) => name.toLowerCase()), ...MONTH_STEMS]);
const SMALL_LEAD = /(?:^|[\s(])(?:en|em|de|di|in|a|du|depuis|hasta|até|d['’])\s?$/i;

export interface ReadDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

/** The date among the twelve groups of `DATE` from `at` on. */
export function dateGroups(m: RegExpMatchArray, at: number): ReadDate | null {
  const named = (m[at] ?? m[at + 4])?.toLowerCase();
  if (named !== undefined) {
    const day = Number(m[at] !== undefined ? m[at + 1] : m[at + 3]);
    const year = m[at] !== undefined ? m[at + 2] : m[at + 5];
    const month = MONTHS.get(named);
    return month !== undefined && day >= 1 && day <= 31 ? { year: year ? Number(year) : null, month, day } : null;
  }
  if (m[at + 6] !== undefined) return slashDate(Number(m[at + 6]), Number(m[at + 7]), fullYear(m[at + 8] ?? ''));
  if (m[at + 9] !== undefined)
    return valid({ year: Number(m[at + 9]), month: Number(m[at + 10]), day: Number(m[at + 11]) });
  return null;
}

/** Month first, unless that cannot be. */
function slashDate(a: number, b: number, year: number): ReadDate | null {
  return valid(a > 12 ? { year, month: b, day: a } : { year, month: a, day: b });
}

function valid(date: { year: number; month: number; day: number }): ReadDate | null {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 ? date : null;
}

/**
 * Names a date once its document is known: a year that is not printed is the as-of date's, else the reporting period's;
 * null where neither is known.
 */
export function dateResolver(date: ReadDate) {
  return (context: PeriodContext): string | null => {
    const year = date.year ?? yearOf(context.asOf) ?? defaultYear(context);
    return year === null ? null : dateName(year, date.month, date.day);
  };
}

/**
 * Adds every full date, short date and month of `text` to `hits`, with offsets into `text`. Months that are also words
 * ("may", "march") count only with a capital, and short ones only beside a year or a part of the month.
 */
export function dates(text: string, found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, FULL_DATE)) {
    const date = dateGroups(m, 1);
    if (date)
      hits.push({
        ...spanOf(m),
        kind: 'date',
        explicit: date.year !== null,
        rule: 'date',
        resolve: dateResolver(date),
      });
  }
  for (const m of matchesOf(found, DOTTED_DATE)) {
    const date = valid({ year: Number(m[3]), month: Number(m[2]), day: Number(m[1]) });
    if (date) hits.push({ ...spanOf(m), kind: 'date', explicit: true, rule: 'date', resolve: dateResolver(date) });
  }
  for (const m of matchesOf(found, SHORT_DATE)) {
    const date = slashDate(Number(m[1]), Number(m[2]), 0);
    const { end } = spanOf(m);
    const start = end - `${m[1]}/${m[2]}`.length;
    if (date)
      hits.push({
        start,
        end,
        kind: 'date',
        explicit: false,
        rule: 'date',
        resolve: dateResolver({ ...date, year: null }),
      });
  }
  for (const m of matchesOf(found, MONTH)) {
    const month = MONTHS.get((m[2] ?? '').toLowerCase());
    const word = m[2] ?? '';
    // "may" and "march" are months only with a capital; short forms only beside a year or a part of the month.
    const lead = text.slice(Math.max(0, (m.index ?? 0) - 8), m.index);
    const isSmall = word[0] === word[0]?.toLowerCase();
    // Spanish, French and Italian write months small; only the words before a month distinguish it from another word.
    if (month === undefined || (isSmall && (ENGLISH_MONTHS.has(word) || !SMALL_LEAD.test(lead)))) continue;
    if (
      m[3] === undefined &&
      m[1] === undefined &&
      (word.length <= 4 || word === 'March') &&
      !/\b(?:in|of|since|by|through|until|from|for|im|en|em|seit|bis|di|de) $/i.test(lead)
    )
      continue;
    const date: ReadDate = { year: m[3] ? Number(m[3]) : null, month, day: null };
    hits.push({
      ...spanOf(m),
      kind: 'month',
      explicit: date.year !== null,
      rule: 'month',
      resolve: dateResolver(date),
    });
  }
}
