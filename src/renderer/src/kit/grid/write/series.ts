/**
 * What a spreadsheet's fill handle writes: a series goes on where the first cells make one (numbers with a step,
 * quarters, halves, fiscal years, months, dates), else they are repeated. Pure; texts in and out.
 */

interface Point {
  /** Two points belong to one series where this is the same. */
  readonly kind: string;
  /** Its place in the series, in units of the kind (quarters, months, days, or the last digit of a number). */
  readonly at: bigint;
  readonly write: (at: bigint) => string;
  /** A single cell of this kind already makes a series. */
  readonly alone: boolean;
}

interface SeriesOptions {
  /** A single whole number counts on, as in a column of years. */
  readonly counts?: boolean;
  /** Ctrl was held: a series is copied instead, and one number counts on. */
  readonly other?: boolean;
  /** The seeds are given from the last to the first, and a single one counts down. */
  readonly back?: boolean;
}

/** The next `count` texts after `seeds`. */
export function continued(seeds: readonly string[], count: number, options: SeriesOptions = {}): readonly string[] {
  const next = seriesOf(seeds, options);
  return Array.from({ length: count }, (_, at) => next?.(at + 1) ?? seeds[at % seeds.length] ?? '');
}

/** Writes the text so many steps after the last seed; null where the seeds are no series. */
function seriesOf(
  seeds: readonly string[],
  { counts = false, other = false, back = false }: SeriesOptions,
): ((steps: number) => string) | null {
  const points = pointsOf(seeds.map((seed) => seed.trim()));
  const last = points.at(-1);
  if (!last || points.some((point) => point?.kind !== last.kind)) return null;
  const single = seeds.length === 1;
  const isSeries = single ? (last.alone || counts) !== other : !other;
  const step = single ? (back ? -1n : 1n) : evenStep(points.map((point) => point?.at ?? 0n));
  if (!isSeries || step === null) return null;
  const unit = single && last.kind.startsWith('number') ? oneOf(last.kind) : 1n;
  return (steps) => last.write(last.at + step * unit * BigInt(steps));
}

/** The step between points where it is the same all along; null else. */
function evenStep(places: readonly bigint[]): bigint | null {
  const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0n));
  const [first] = steps;
  return first !== undefined && steps.every((step) => step === first) ? first : null;
}

const READERS = [quarterFirst, yearFirst, fiscalYear, month, isoMonth, isoDate] as const;

/** Points of one series where the texts are one: numbers with as many decimals each, dates at one day of their months. */
function pointsOf(texts: readonly string[]): readonly (Point | null)[] {
  const decimals = Math.max(...texts.map((text) => NUMBER.exec(text)?.[3]?.length ?? 0));
  const points = texts.map((text) => number(text, decimals) ?? pointOf(text));
  if (texts.length === 1) return points;
  const ends = texts.map((text) => monthlyDate(text, true));
  if (ends.every((point) => point !== null)) return ends;
  const days = texts.map((text) => monthlyDate(text, false));
  const monthly = days.every((point) => point !== null && point.kind === days[0]?.kind);
  return monthly && new Set(days.map((point) => point?.at)).size === days.length ? days : points;
}

function pointOf(text: string): Point | null {
  for (const read of READERS) {
    const point = read(text);
    if (point) return point;
  }
  return null;
}

const floorDiv = (value: bigint, by: bigint): bigint => (value - modulo(value, by)) / by;
const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;
/** A year with as many digits as it was written with: 99 is followed by 00. */
const yearText = (year: bigint, digits: number): string => padded(modulo(year, 10n ** BigInt(digits)), digits);
const padded = (value: bigint, length: number): string => value.toString().padStart(length, '0');
const PARTS: Readonly<Record<string, bigint>> = { Q: 4n, H: 2n };

/** A quarter or half of a year as `places` are written: with its year, or round and round without. */
function partPoint(kind: string, letter: string, part: string, year: string, write: (p: string, y: string) => string) {
  const parts = PARTS[letter.toUpperCase()] ?? 4n;
  const inYear = BigInt(part) - 1n;
  if (inYear < 0n || inYear >= parts) return null;
  const years = year === '' ? 0n : BigInt(year);
  return {
    kind: `${letter} ${kind} ${year.length}`,
    at: years * parts + inYear,
    write: (at: bigint) =>
      write((modulo(at, parts) + 1n).toString(), year === '' ? '' : yearText(floorDiv(at, parts), year.length)),
    alone: true,
  };
}

/** `Q1`, `Q1 2026`, `Q3 FY26`, `1Q26`, `H1-2026`. */
function quarterFirst(text: string): Point | null {
  const lettered = /^([QqHh])([1-4])(?:([\s\-/'’]*(?:FY)?[\s'’]?)(\d{4}|\d{2}))?$/.exec(text);
  if (lettered) {
    const [, letter = '', part = '', between = '', year = ''] = lettered;
    return partPoint(`first ${between}`, letter, part, year, (p, y) => `${letter}${p}${between}${y}`);
  }
  const counted = /^([1-4])([QqHh])([\s'’]*)(\d{4}|\d{2})$/.exec(text);
  if (!counted) return null;
  const [, part = '', letter = '', between = '', year = ''] = counted;
  return partPoint(`counted ${between}`, letter, part, year, (p, y) => `${p}${letter}${between}${y}`);
}

/** `2026 Q1`, `2026Q1`, `FY2026 Q1`, `2026H2`. */
function yearFirst(text: string): Point | null {
  const read = /^((?:FY)?)(\d{4})([\s-]*)([QqHh])([1-4])$/.exec(text);
  if (!read) return null;
  const [, head = '', year = '', between = '', letter = '', part = ''] = read;
  return partPoint(`last ${head} ${between}`, letter, part, year, (p, y) => `${head}${y}${between}${letter}${p}`);
}

/** `FY2026`, `FY26E`, `FY 2026`. */
function fiscalYear(text: string): Point | null {
  const read = /^(FY\s?'?)(\d{4}|\d{2})([EA]?)$/i.exec(text);
  if (!read) return null;
  const [, head = '', year = '', tail = ''] = read;
  const write = (at: bigint) => `${head}${yearText(at, year.length)}${tail}`;
  return { kind: `year ${head} ${year.length} ${tail}`, at: BigInt(year), write, alone: true };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SHORT = 3;

/** `March`, `Mar`, `March 2026`, `Mar-26`. */
function month(text: string): Point | null {
  const read = /^([A-Za-z]{3,9})(?:([\s\-']+)(\d{4}|\d{2}))?$/.exec(text);
  if (!read) return null;
  const [, name = '', between = '', year = ''] = read;
  const low = name.toLowerCase();
  const index = MONTHS.findIndex((one) => one.toLowerCase() === low || one.slice(0, SHORT).toLowerCase() === low);
  if (index < 0) return null;
  const short = name.length === SHORT;
  return {
    kind: `month ${between} ${year.length}`,
    at: (year === '' ? 0n : BigInt(year)) * 12n + BigInt(index),
    write: (at) => {
      const full = MONTHS[Number(modulo(at, 12n))] ?? '';
      return `${short ? full.slice(0, SHORT) : full}${between}${year === '' ? '' : yearText(floorDiv(at, 12n), year.length)}`;
    },
    alone: true,
  };
}

/** `2026-03`. */
function isoMonth(text: string): Point | null {
  const read = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (!read) return null;
  const write = (at: bigint) => `${padded(floorDiv(at, 12n), 4)}-${padded(modulo(at, 12n) + 1n, 2)}`;
  return { kind: 'iso month', at: BigInt(read[1] ?? 0) * 12n + BigInt(read[2] ?? 1) - 1n, write, alone: true };
}

const DAY_MS = 86_400_000;

/** `2026-03-31`: day by day. */
function isoDate(text: string): Point | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, text.length) !== text) return null;
  const write = (at: bigint) => new Date(Number(at) * DAY_MS).toISOString().slice(0, text.length);
  return { kind: 'date', at: BigInt(Math.round(time / DAY_MS)), write, alone: true };
}

/** A date by its month: at the month's end, or at its day where each month has one. */
function monthlyDate(text: string, atEnd: boolean): Point | null {
  if (!isoDate(text)) return null;
  const [year = 0, monthOf = 1, day = 1] = text.split('-').map(Number);
  const isEnd = day === lastDay(year, monthOf);
  if (atEnd ? !isEnd : day > SHORTEST_MONTH) return null;
  return {
    kind: atEnd ? 'month ends' : `monthly ${day}`,
    at: BigInt(year * 12 + monthOf - 1),
    write: (at) => {
      const [to, of] = [Number(floorDiv(at, 12n)), Number(modulo(at, 12n)) + 1];
      return [to, of, atEnd ? lastDay(to, of) : day]
        .map((part, place) => padded(BigInt(part), place === 0 ? 4 : 2))
        .join('-');
    },
    alone: true,
  };
}

const SHORTEST_MONTH = 28;
const lastDay = (year: number, monthOf: number): number => new Date(Date.UTC(year, monthOf, 0)).getUTCDate();

const NUMBER = /^([-−]?)(\d{1,15})(?:\.(\d{1,9}))?(%?)$/;

/** `12`, `-1.25`, `10%`: exact, written with so many decimals. */
function number(text: string, decimals: number): Point | null {
  const read = NUMBER.exec(text);
  if (!read) return null;
  const [, sign = '', whole = '', part = '', percent = ''] = read;
  const size = BigInt(whole + part.padEnd(decimals, '0'));
  return {
    kind: `number ${decimals} ${percent}`,
    at: sign === '' ? size : -size,
    write: (at) => {
      const digits = padded(at < 0n ? -at : at, decimals + 1);
      const point = digits.length - decimals;
      const written = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
      return `${at < 0n ? '-' : ''}${written}${percent}`;
    },
    alone: false,
  };
}

/** One whole in the last digits of a kind of numbers. */
const oneOf = (kind: string): bigint => 10n ** BigInt(kind.split(' ')[1] ?? '0');
