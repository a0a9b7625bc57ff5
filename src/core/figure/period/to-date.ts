/** The year so far: "the first nine months of 2026", "9M25", "前三季度", "1-6月". */
import { type Hit, partOfYear, printedYear, YEAR, YEAR_TAIL } from './hit';
import { type Matches, matchesOf, opened } from './openings';

export const TO_DATE = opened(
  `\\b(?:(?:the )?first (nine|six|9|6) months|(nine|six)[- ]months? (?:period|of)|([96])M)(?:\\s?(\\d{4}|\\d{2})(?!\\d|%|[.,]\\d))?${YEAR_TAIL}(?![\\w-])`,
  'i',
  'the|first|nine|six|9m|6m',
);
const TO_DATE_HAN = new RegExp(
  `(?:(${YEAR})\\s?年?)?(?:度)?(?:(前三季度|前三季|1\\s?[-–~至]\\s?9\\s?月|前九个?月)|(1\\s?[-–~至]\\s?6\\s?月))`,
  'g',
);

/** "the first nine months of 2026", "9M25", "前三季度": the year so far. */
/** `hasHan`: the text holds ideographs, without which no Chinese name can stand in it. */
export function cumulative(text: string, hasHan: boolean, found: Matches, hits: Hit[]): void {
  const push = (m: RegExpMatchArray, nine: boolean, year: number | null) =>
    hits.push(partOfYear(m, 'to-date', year, (at) => (nine ? `9M-${at}` : `${at}H1`)));
  for (const m of matchesOf(found, TO_DATE)) {
    const year = printedYear(m[4], m[5], m[6], m[7]);
    // "6M" alone is a number in millions.
    if (m[3] !== undefined && year === null) continue;
    push(m, /nine|9/i.test(m[1] ?? m[2] ?? m[3] ?? ''), year);
  }
  if (!hasHan) return;
  for (const m of text.matchAll(TO_DATE_HAN)) push(m, m[2] !== undefined, printedYear(m[1]));
}
