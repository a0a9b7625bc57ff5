/** Years, months and spans of time as claims, column heads and sentences name them, and whether two of them agree. */
import { ANY_MONTH, MONTHS } from '../../base/months';

export interface Time {
  readonly year: number;
  /** The month it ends in, where named. */
  readonly month: number | null;
  /** How many months it spans, where said: three for a quarter. */
  readonly span: number | null;
  /** A company year, which may end in the next or the last calendar year. */
  readonly isFiscal: boolean;
}

export interface PlacedTime extends Time {
  readonly start: number;
  readonly end: number;
}

/** `March 31, 2024`, `31-Dec-23`, `FY19`, `F19`, `2017/2018`, `12/31/2024`, `Q1 2024`, `2024Q1`, `2024年`. */
const TIME = new RegExp(
  [
    `(?<m1>${ANY_MONTH})\\.?\\s?(?:\\d{1,2}(?:st|nd|rd|th)?)?,?\\s?(?<y1>(?:19|20)\\d\\d)(?!\\d)`,
    `\\d{1,2}[- ](?<m2>${ANY_MONTH})[a-z]*\\.?[- ,]{1,2}(?<y2>(?:19|20)?\\d\\d)(?!\\d)`,
    `(?<![\\d/])(?<m3>\\d{1,2})/\\d{1,2}/(?<y3>(?:19|20)?\\d\\d)(?![\\d/])`,
    `(?<![\\d/-])(?<y7>(?:19|20)\\d\\d)-(?<m7>[01]\\d)(?:-\\d\\d)?(?!\\d)`,
    `(?<![\\d,.])(?:19|20)\\d\\d ?[/–] ?(?<y4>(?:19|20)?\\d\\d)(?![\\d,.]\\d|\\d)`,
    `(?<![A-Za-z])(?<q5>[1-4])?Q(?<q6>[1-4])?[ -]?(?:FY|F)?['’]?(?<y5>(?:19|20)?\\d\\d)(?!\\d)`,
    `(?<![A-Za-z])(?<f6>FY|F|fiscal year |fiscal |CY)[ -]?['’]?(?<y6>(?:19|20)?\\d\\d)(?!\\d)`,
    `(?<![\\d,.$€£])(?<y8>(?:19|20)\\d\\d)(?![\\d]|[,.]\\d|%)`,
  ].join('|'),
  'gi',
);

/** Lengths of time said near a date: "three months ended", "nine months", "first quarter". */
const SPANS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:three|3)[- ]months?\b|\bquarter(?:ly)?\b|\b[1-4]Q|\bQ[1-4]/i, 3],
  [/\b(?:six|6)[- ]months?\b|\bhalf[- ]year\b|\b(?:first|second) half\b|\b[12]H|\bH[12]\b/i, 6],
  [/\b(?:nine|9)[- ]months?\b|\b9M\b/i, 9],
  [
    /\b(?:twelve|12)[- ]months?\b|\b(?:fiscal |full |calendar )?years?[- ]ended\b|\bannual(?:ly)?\b|\bfull[- ]year\b/i,
    12,
  ],
];

/** The length in months (3, 6, 9, 12) of the first span named; null where none is. */
export function spanIn(text: string): number | null {
  return SPANS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const CENTURY = 2000;
const yearOf = (digits: string): number => (digits.length === 2 ? CENTURY + Number(digits) : Number(digits));

/** "fiscal" must stand right before the year, or "year ended"; a span in the words before or at it. */
const REACH = 60;

/** "Code of 1986", "2030 Notes", "2017 Plan": names, no times. */
const NAME_BEFORE = /\b(?:act|code|law|reform|directive|convertible|due) (?:of |in )?$/i;
const NAME_AFTER =
  /^ (?:(?:[A-Z][\w-]*|\d[\d.]*%) ){0,2}(?:Notes?|Plan|Act|Bonds?|Program|Revolver|Facility|Warrants?|Annual Meeting|Term Loan|Debentures)\b/;

/**
 * Every year and month in order, offsets in `text`, with the length of its period in months where the words before it
 * name one. Years that are part of a name are left out.
 */
export function timesIn(text: string): readonly PlacedTime[] {
  return [...text.matchAll(TIME)].flatMap((match): readonly PlacedTime[] => {
    const g = match.groups ?? {};
    const digits = g['y1'] ?? g['y2'] ?? g['y3'] ?? g['y4'] ?? g['y5'] ?? g['y6'] ?? g['y7'] ?? g['y8'];
    if (digits === undefined || (g['y5'] !== undefined && !g['q5'] && !g['q6'])) return [];
    const word = (g['m1'] ?? g['m2'])?.toLowerCase();
    const month = word ? (MONTHS.get(word) ?? null) : (g['m3'] ?? g['m7']) ? Number(g['m3'] ?? g['m7']) : null;
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    if (NAME_BEFORE.test(before) || NAME_AFTER.test(text.slice(match.index + match[0].length))) return [];
    const clause = before.split(/[;.]| compared | versus | from /).at(-1) ?? '';
    return [
      {
        year: yearOf(digits),
        month: month !== null && month > 12 ? null : month,
        span: g['y5'] ? 3 : spanIn(clause),
        isFiscal: g['f6'] !== undefined || /fiscal[^.;]{0,20}$/i.test(before),
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

/** A text with its times taken out. */
export const withoutTimes = (text: string, times: readonly PlacedTime[]): string =>
  times.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);

export type Fit = 'same' | 'unknown' | 'other';

/** Company years ending in these months are often named by the year before. */
const EARLY = 5;
const nameable = (asked: Time, said: Time): boolean =>
  (asked.month === null && said.month !== null && said.month <= EARLY && said.year === asked.year + 1) ||
  ((asked.isFiscal || said.isFiscal) &&
    Math.abs(asked.year - said.year) === 1 &&
    (asked.month === null) !== (said.month === null));

function fitOf(asked: Time, said: Time): Fit {
  if (asked.span !== null && said.span !== null && asked.span !== said.span) return 'other';
  if (asked.year !== said.year) return nameable(asked, said) ? 'unknown' : 'other';
  if (asked.month !== null && said.month !== null && asked.month !== said.month) return 'other';
  return 'same';
}

/** The best agreement of any asked time with any said; unknown where either says none. */
export function timeFit(asked: readonly Time[], said: readonly Time[]): Fit {
  if (asked.length === 0 || said.length === 0) return 'unknown';
  const fits = asked.flatMap((one) => said.map((other) => fitOf(one, other)));
  return fits.includes('same') ? 'same' : fits.includes('unknown') ? 'unknown' : 'other';
}

/** For order: `yyyymm`, a year alone as its December; 0 where there is none. */
export const latest = (times: readonly Time[]): number =>
  Math.max(0, ...times.map(({ year, month }) => year * 100 + (month ?? 12)));

/** What stands between a figure and the next one's time. */
const LEADS_ON = /[,;:|]|\b(?:compared|versus|from|and|while|but)\b/i;
const AFTER = 110;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The times of each figure of a sentence: lists pair in order; a time right behind a figure is its own; else the one
 * that leads it; else any of the sentence's may be.
 */
export function timesOfFigures(sentence: string, figures: readonly Place[]): readonly (readonly Time[])[] {
  const times = timesIn(sentence).filter(
    (time) => !figures.some((one) => one.start < time.end && one.end > time.start),
  );
  if (times.length === 0) return figures.map(() => []);
  const list = pairedList(sentence, figures, times);
  // A time behind a figure is spent: it does not lead the next.
  const spent = new Set<Time>();
  return figures.map((figure, n) => {
    if (list) return list[n] ?? [];
    const next = figures[n + 1];
    const before = times.filter(({ end }) => end <= figure.start);
    const [follows] = times.filter(
      ({ start }) => start >= figure.end && start < (next?.start ?? Infinity) && start - figure.end < AFTER,
    );
    const lead = before.filter(({ start }) => start >= (figures[n - 1]?.end ?? 0)).at(-1);
    const leads = lead && !spent.has(lead) ? lead : undefined;
    if (follows && !(LEADS_ON.test(sentence.slice(figure.end, follows.start)) && leads)) {
      spent.add(follows);
      return [follows];
    }
    return leads ? [leads] : times;
  });
}

/** "$7.0B, $6.0B and $5.0B in 2024, 2023 and 2022, respectively": as many times as figures, in one run each. */
function pairedList(
  sentence: string,
  figures: readonly Place[],
  times: readonly PlacedTime[],
): readonly (readonly Time[])[] | null {
  const isSaid = /respectively/i.test(sentence);
  const n = figures.length;
  if (n < 2 || times.length < 2) return null;
  const first = figures[0];
  const final = figures.at(-1);
  if (!first || !final) return null;
  const behind = times.filter(({ start }) => start >= final.end);
  const ahead = times.filter(({ end }) => end <= first.start);
  const run = [behind, ahead].find(
    (list) => list.length >= 2 && (list.length === n || (isSaid && n % list.length === 0)),
  );
  if (!run || (!isSaid && n !== run.length)) return null;
  // A bare year takes the month and span of the date that opens its list: "December 31, 2024 and 2023".
  const [head] = run;
  const whole = run.map((time) => ({
    ...time,
    month: time.month ?? head?.month ?? null,
    span: time.span ?? head?.span ?? null,
  }));
  return figures.map((_, i) => {
    const own = whole[i % whole.length];
    return own ? [own] : [];
  });
}
