/** Quarters, halves and years by their names: "Q3 2026", "second half", "FY2018-19", "2024". */
import {
  defaultYear,
  type Hit,
  ORDINALS,
  partOfYear,
  printedYear,
  quarterPeriod,
  spanOf,
  YEAR,
  YEAR_TAIL,
} from './hit';
import { type Matches, matchesOf, opened } from './openings';
import { fullYear } from './period-names';

export const QUARTER = opened(
  `\\b(?:(first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?quarter|Q([1-4])|([1-4])Q)(?:(?:\\s?[-–—/&]\\s?|\\s(?:and|to|through|or)\\s)(?:Q([1-4])|([1-4])Q|(second|third|fourth)(?:[- ]quarter)?))?(?:(\\d{2}(?:\\d{2})?)(?=[AEF]?\\b)|FY(\\d{2,4})|${YEAR_TAIL})(?:[AEF]\\b)?`,
  'i',
  'first|second|third|fourth|1s|2n|3r|4t|q1|q2|q3|q4|1q|2q|3q|4q',
);
/** "the 2025 second quarter", "fiscal 2025 Q3", "FY25 first half": the year leads. */
export const LED_BY_YEAR = opened(
  `\\b(?:(?:fiscal(?: year)?|FY|CY)\\s?)?(?:(${YEAR})|(?<=(?:FY|CY|fiscal(?: year)?)\\s?)(\\d{2}))(?:['’]s)?\\s(?:fiscal\\s)?(?:(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter|Q([1-4])|(first|second|1st|2nd)[- ]half|H([12]))(?![\\w])`,
  'i',
  'fiscal|fy|cy|0|1|2|3|4|5|6|7|8|9',
);
export const HALF = opened(
  `\\b(?:(first|second|1st|2nd|back|latter)[- ]half|H([12])|([12])H)(?:((?!00\\b)\\d{2}(?:\\d{2})?)(?=[AEF]?\\b)|${YEAR_TAIL})(?:[AEF]\\b)?(?![\\w])`,
  'i',
  'first|second|1s|2n|back|latter|h1|h2|1h|2h',
);
export const FISCAL = opened(
  `\\b(?:FY|CY|fiscal(?: years?)?|financial years?|full[- ]year|calendar(?: year)?|year)\\s?['’]?(${YEAR}|\\d{2}(?!\\d|%|\\.\\d|,\\d))(?:[-–/](\\d{2,4}))?(?:[AEF]\\b)?`,
  'i',
  'fy|cy|fiscal|financial|full|calendar|year',
);
export const FULL_YEAR = opened(
  String.raw`\b(?:full[- ]year|for the year|FY)(?![\w-]|\s?['’]?\d|\s(?:then )?end(?:ed|ing)\b)`,
  'i',
  'full|for|fy',
);
export const BARE_YEAR = opened(
  `(?<![\\d$€£¥.,/-])\\b(?:(early|mid|late)[- ])?(${YEAR})(?:[AEF]\\b|(?=['’]s\\b)|(?!\\w))(?:\\s?[-–—/]\\s?(${YEAR}|\\d{2})(?![\\d%]))?`,
  'i',
  'early|mid|late|19|20',
);

/**
 * Adds quarters and ranges of quarters ("Q3 2026", "3Q26", "first to third quarter") to `hits`. A range is kept only
 * where it runs forward.
 */
export function quarters(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, QUARTER)) {
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

/** `26Q1`, `25H2`, as notes in Chinese and many tables write them. */
export const GLUED = opened(
  String.raw`(?<![A-Za-z\d.,$€£¥])((?:20)?(?:1[5-9]|[23]\d))(?:Q([1-4])|H([12]))(?![\da-z])`,
  '',
  '1|2|3',
);

function glued(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, GLUED)) {
    const year = fullYear(m[1] ?? '');
    const name = m[2] === undefined ? `${year}H${m[3]}` : `${year}Q${m[2]}`;
    const kind = m[2] === undefined ? 'half' : 'quarter';
    hits.push({ ...spanOf(m), kind, explicit: true, rule: kind, resolve: () => name });
  }
}

/** Adds quarters and halves whose year stands first ("2026 Q3", "2026 first half", "2026Q3") to `hits`. */
export function ledByYear(found: Matches, hits: Hit[]): void {
  glued(found, hits);
  for (const m of matchesOf(found, LED_BY_YEAR)) {
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

/** Adds half years ("H1 2026", "second half", "back half of the year") to `hits`. `H100` is a product and no half. */
export function halves(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, HALF)) {
    const word = (m[1] ?? m[2] ?? m[3] ?? '').toLowerCase();
    const half = word === 'back' || word === 'latter' ? 2 : (ORDINALS.get(word) ?? 1);
    // "H100", "H200": models, whose digits are no year.
    if (m[4] !== undefined && /^0\d$/.test(m[4])) continue;
    const year = printedYear(m[4], m[5], m[6], m[7]);
    hits.push(partOfYear(m, 'half', year, (at) => `${at}H${half}`));
  }
}

/**
 * Adds fiscal years, "full year" and bare calendar years to `hits`. Two years that follow each other ("FY2018-19") are
 * the one they end in, named `FY2019`; others are a range `FY2018/FY2020`.
 */
export function years(text: string, found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, FISCAL)) {
    if (/^year/i.test(m[0]) && (m[1] ?? '').length < 4) continue;
    const first = fullYear(m[1] ?? '');
    // "FY2018-19" and "2017/18" name the year they end in.
    const last = m[2] === undefined ? first : fullYear(m[2].length === 2 ? `${Math.floor(first / 100)}${m[2]}` : m[2]);
    const named = last - first === 1 ? `FY${last}` : last > first ? `FY${first}/FY${last}` : `FY${first}`;
    hits.push({ ...spanOf(m), kind: 'year', explicit: true, rule: 'fiscal-year', resolve: () => named });
  }
  for (const m of matchesOf(found, FULL_YEAR)) {
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
  for (const m of matchesOf(found, BARE_YEAR)) bareYear(m, text, hits);
}

/** "model 2030", "type 2000": the number names a thing. */
const NAMED_BY_NUMBER = /\b(?:model|type|series|version|class|grade|route|room)\s$/i;

function bareYear(m: RegExpMatchArray, text: string, hits: Hit[]): void {
  const year = Number(m[2]);
  const { start, end } = spanOf(m);
  if (/^\s?(?:Notes?|Plan|Act|Convention|Facility|Agreement|[Ii]ndex|指数)(?![a-z])/.test(text.slice(end, end + 12)))
    return;
  if (NAMED_BY_NUMBER.test(text.slice(Math.max(0, start - 24), start))) return;
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
