/** What can be made of numbers of the evidence in a few steps, each with how well its operands are labelled as asked. */
import { groupBy } from '../../base/group';
import type { Ranked } from './match';
import type { Datum } from './model';
import { latest } from './times';
import { sameWords } from './words';

export const FORMS = [
  'growth',
  'compound',
  'difference',
  'share',
  'sum',
  'ratio',
  'each',
  'average',
  'product',
  'points',
] as const;
export type Form = (typeof FORMS)[number];

export interface Derivation {
  readonly value: number;
  readonly slack: number;
  readonly operands: readonly Datum[];
  /** Where it is not a form of two numbers or of a list. */
  readonly written: string | null;
  /** Whether the value is a rate in percent, an amount in the operands' unit, or a bare ratio. */
  readonly unit: 'amount' | 'percent' | 'ratio';
  /** Signed, from the earlier to the later operand: its sign can be compared with "increase" and "decrease". */
  readonly isChange: boolean;
  /** The form: each is believed only where the claim's words ask for it. */
  readonly form: Form;
  /** Labels and times of the operands against the claim. */
  readonly score: number;
  /** Whether all operands stand in rows and times that agree with the claim, so that an unsaid scale may be tried. */
  readonly isAgreed: boolean;
  /** Whether each operand is of a time that may be asked. */
  readonly timely: readonly boolean[];
}

interface Made {
  readonly form: Form;
  /** How far the printed digits of the operands leave the value open. */
  readonly slack?: number;
  readonly unit: Derivation['unit'];
  readonly value: number;
  readonly isChange?: boolean;
}

/** Whether a value of a form is worth scoring: asked for, and tying where only tying ones count. */
export type Keep = (one: Made) => boolean;

const isRate = (datum: Datum): boolean => datum.unit === 'percent';

/** How far a quotient is open by the printed digits of both. */
const openOf = (a: Datum, b: Datum): number => {
  const size = Math.abs(b.value);
  return a.slack / size + (Math.abs(a.value) * b.slack) / (size * size);
};

function changesOf(a: Datum, b: Datum): readonly Made[] {
  const unit = isRate(a) ? 'percent' : 'amount';
  const growth = ((a.value - b.value) / Math.abs(b.value)) * 100;
  const years = yearsBetween([a, b]);
  const yearly = (Math.pow(a.value / b.value, 1 / years) - 1) * 100;
  return [
    { form: 'compound', unit: 'percent', value: yearly, slack: openOf(a, b) * 100, isChange: true },
    { form: 'growth', unit: 'percent', value: growth, slack: openOf(a, b) * 100, isChange: true },
    { form: isRate(a) ? 'points' : 'difference', unit, value: a.value - b.value, isChange: true },
  ];
}

function joinsOf(a: Datum, b: Datum): readonly Made[] {
  const unit = isRate(a) ? 'percent' : 'amount';
  const made: Made[] = [
    { form: 'share', unit: 'percent', value: (a.value / b.value) * 100, slack: openOf(a, b) * 100 },
    { form: 'ratio', unit: 'ratio', value: a.value / b.value, slack: openOf(a, b) },
    { form: 'sum', unit, value: a.value + b.value },
    { form: 'average', unit, value: (a.value + b.value) / 2 },
  ];
  if (isRate(a)) return made.slice(2);
  return [
    ...made,
    { form: 'each', unit: 'amount', value: a.value / b.value },
    { form: 'product', unit: 'amount', value: a.value * b.value },
  ];
}

function productOf(a: Datum, b: Datum): Made {
  const [rate, amount] = isRate(a) ? [a, b] : [b, a];
  return { form: 'product', unit: 'amount', value: (rate.value / 100) * amount.value };
}

/** The later of two first; in a row without times the left one, as statements print the present before the past. */
const inTime = (a: Datum, b: Datum): readonly [Datum, Datum] => {
  const [x, y] = [latest(a.times), latest(b.times)];
  if (x !== y && x > 0 && y > 0) return x > y ? [a, b] : [b, a];
  return a.column <= b.column ? [a, b] : [b, a];
};

const sameTime = (a: Datum, b: Datum): boolean => {
  const [x, y] = [latest(a.times), latest(b.times)];
  return x === 0 || y === 0 || x === y;
};

/** Two numbers of one known time are no change over time. */
const atOnce = (a: Datum, b: Datum): boolean => latest(a.times) !== 0 && latest(a.times) === latest(b.times);

/**
 * Across rows a change is counted between two times of one thing: in prose, in rows or tables of one label, and between
 * a table and a sentence where both are labelled as asked.
 */
function mayChange(x: Ranked, y: Ranked): boolean {
  const [a, b] = [x.datum, y.datum];
  if (a.table === null && b.table === null) return true;
  if (latest(a.times) === latest(b.times)) return false;
  if (a.table !== null && b.table !== null)
    return sameWords(a.label, b.label) || (holds(a.label, b.label) && agrees(x) && agrees(y));
  return !sameTime(a, b) && agrees(x) && agrees(y);
}

/** Whether one label is the other with a few words more. */
const holds = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size > 1 && large.size - small.size <= 2 && [...small].every((word) => large.has(word));
};

/** Two numbers of one row belong together more than two of one column, and those more than any two. */
const SAME_ROW = 0.15;
const SAME_COLUMN = 0.05;
/** Said the other way around, a share or ratio is a little less likely. */
const TURNED = 0.02;
/** This year's profit over last year's sales is not a margin. */
const CROSSED = 0.4;
const AGREED = 0.5;

const agrees = ({ label, time }: Ranked): boolean => label >= AGREED && time >= 0;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function made(of: readonly Ranked[], one: Made, bonus: number, written: string | null = null): Derivation {
  return {
    form: one.form,
    unit: one.unit,
    value: one.value,
    slack: one.slack ?? 0,
    isChange: one.isChange ?? false,
    operands: of.map(({ datum }) => datum),
    written,
    score: mean(of.map(({ score }) => score)) + bonus,
    isAgreed: of.every(agrees),
    timely: of.map(({ time }) => time >= 0),
  };
}

const printed = ({ unit, quote, value }: Datum): string => {
  const written = unit === 'percent' && !quote.includes('%') ? `${quote}%` : quote;
  return value < 0 && !/^[-−(]/.test(written) ? `(${written})` : written;
};

const yearsBetween = ([a, b]: readonly Datum[]): number =>
  a && b ? Math.trunc(latest(a.times) / 100) - Math.trunc(latest(b.times) / 100) : 0;

/** As a person would write it, with the operands as printed. */
export function expressionOf({ form, operands, written }: Derivation): string {
  if (written !== null) return written;
  const quotes = operands.map((one) => printed(one));
  const [a = '', b = ''] = quotes;
  switch (form) {
    case 'growth':
      return `(${a} − ${b}) ÷ ${b}`;
    case 'compound':
      return `(${a} ÷ ${b}) ^ (1 ÷ ${yearsBetween(operands)}) − 1`;
    case 'difference':
    case 'points':
      return `${a} − ${b}`;
    case 'sum':
      return quotes.join(' + ');
    case 'average':
      return `(${quotes.join(' + ')}) ÷ ${quotes.length}`;
    case 'product':
      return `${a} × ${b}`;
    case 'share':
    case 'ratio':
    case 'each':
      return `${a} ÷ ${b}`;
  }
}

/**
 * The values of all forms that two numbers give (product with a rate, changes, differences, shares, sums, ratios) and
 * that `keep` takes, scored by their labels; operands of one row or column score higher, of two times lower. `isDated`
 * says that the claim names two times, so that two values of one time make no change.
 */
export function ofTwo(x: Ranked, y: Ranked, keep: Keep, isDated: boolean): readonly Derivation[] {
  const [a, b] = [x.datum, y.datum];
  const isRow = a.row === b.row && a.table === b.table;
  const isColumn = a.table !== null && a.table === b.table && a.column === b.column;
  const bonus = isRow ? SAME_ROW : isColumn ? SAME_COLUMN : 0;
  const crossed = sameTime(a, b) ? 0 : CROSSED;
  const all: Derivation[] = [];
  const add = (of: readonly [Ranked, Ranked], some: readonly Made[], weight: (form: Form) => number): void => {
    for (const one of some) if (Number.isFinite(one.value) && keep(one)) all.push(made(of, one, weight(one.form)));
  };
  if (isRate(a) !== isRate(b)) {
    add([x, y], [productOf(a, b)], () => bonus - crossed);
    return all;
  }
  const [later, earlier] = inTime(a, b);
  const pair = later === a ? ([x, y] as const) : ([y, x] as const);
  if ((isRow || mayChange(x, y)) && !(isDated && atOnce(a, b))) add(pair, changesOf(later, earlier), () => bonus);
  // Within a column the parts of a difference may stand in either order.
  if (isColumn)
    add(
      pair,
      changesOf(later, earlier)
        .filter(({ form }) => form === 'difference' || form === 'points')
        .map((one) => ({ ...one, isChange: false })),
      () => bonus,
    );
  add(pair, joinsOf(later, earlier), (form) => bonus - (form === 'average' || form === 'sum' ? 0 : crossed));
  const turned = joinsOf(earlier, later).filter(({ form }) => form === 'share' || form === 'ratio' || form === 'each');
  add([pair[1], pair[0]], turned, () => bonus - crossed - TURNED);
  return all;
}

function sumOf(of: readonly Ranked[], isMean = false): Derivation {
  const total = of.reduce((sum, { datum }) => sum + datum.value, 0);
  const unit = of[0] && isRate(of[0].datum) ? 'percent' : 'amount';
  return made(of, { form: isMean ? 'average' : 'sum', unit, value: isMean ? total / of.length : total }, 0);
}

const inRow = ({ datum }: Ranked): string => `${datum.evidence}/${datum.table}/${datum.row}`;
const inColumn = ({ datum }: Ranked): string => `${datum.evidence}/${datum.table}/${datum.column}`;
const LIST = 8;

/** A part of a sum is labelled as asked by itself: any other number would make some sum. */
const PART = 0.35;
const isPart = ({ datum, label }: Ranked): boolean => datum.table !== null && !isRate(datum) && label >= PART;

/** Sums and averages of all a row or sentence lists, and of runs within a row. */
export function ofRows(ranked: readonly Ranked[]): readonly Derivation[] {
  return [...groupBy(ranked, inRow).values()].flatMap((group) => {
    const row = group.toSorted((a, b) => a.datum.column - b.datum.column).slice(0, LIST);
    const made: Derivation[] = [];
    for (let from = 0; from + 2 < row.length; from += 1) {
      for (let to = from + 3; to <= row.length; to += 1) {
        const run = row.slice(from, to);
        if (!run.every(({ datum }) => datum.unit === run[0]?.datum.unit)) continue;
        made.push(sumOf(run), sumOf(run, true));
      }
    }
    return made;
  });
}

/** Sums of three of one column among the likeliest, and of all that are about as likely. */
export function ofColumns(ranked: readonly Ranked[]): readonly Derivation[] {
  return [...groupBy(ranked, inColumn).values()].flatMap((group) => {
    const alike = group.filter(({ datum }) => datum.unit !== 'time').slice(0, LIST);
    const threes = alike.flatMap((a, i) =>
      alike.slice(i + 1).flatMap((b, j) => alike.slice(i + j + 2).map((c) => sumOf([a, b, c]))),
    );
    const more = alike.flatMap((_, i) => (i >= 3 ? [sumOf(alike.slice(0, i + 1))] : []));
    return [...threes, ...more];
  });
}

type Pair = readonly [Ranked, Ranked];

const ROWS = 4;

/** Two rows of one table in two of its columns, the later first. */
function twoRows(ranked: readonly Ranked[]): readonly (readonly [Pair, Pair])[] {
  const rows = [...groupBy(ranked, inRow).values()].slice(0, ROWS);
  return rows.flatMap((one, i) =>
    rows.slice(i + 1).flatMap((two) => {
      const columns = one.flatMap((x): readonly Pair[] => {
        const y = two.find((other) => inColumn(other) === inColumn(x));
        return y ? [[x, y]] : [];
      });
      return columns.flatMap((p, n) =>
        columns.slice(n + 1).map((q): readonly [Pair, Pair] => {
          const isFirst = inTime(p[0].datum, q[0].datum)[0] === p[0].datum;
          return isFirst ? [p, q] : [q, p];
        }),
      );
    }),
  );
}

/** Changes of the sum of two rows between two columns: "R&D and selling expenses together rose". */
export const ofSums = (ranked: readonly Ranked[]): readonly Derivation[] =>
  twoRows(ranked.filter(isPart)).flatMap(([now, then]) => sumsChange(now, then));

/** Changes of a ratio of two rows: a margin of this year against that of last year. */
export const ofRatios = (ranked: readonly Ranked[]): readonly Derivation[] =>
  twoRows(ranked.filter(({ datum }) => datum.table !== null && !isRate(datum))).flatMap(([now, then]) =>
    ratiosChange(now, then),
  );

/** Two rows of a third of one column: "A and B were 60% of the total". */
export function sharesOfSums(ranked: readonly Ranked[]): readonly Derivation[] {
  return [...groupBy(ranked.filter(isPart), inColumn).values()].flatMap((group) => {
    const few = group.slice(0, 6);
    return few.flatMap((a, i) =>
      few.slice(i + 1).flatMap((b) =>
        few.flatMap((whole) => {
          if (whole === a || whole === b || whole.datum.value === 0) return [];
          const value = ((a.datum.value + b.datum.value) / whole.datum.value) * 100;
          const written = `(${printed(a.datum)} + ${printed(b.datum)}) ÷ ${printed(whole.datum)}`;
          return [made([a, b, whole], { form: 'share', unit: 'percent', value }, 0, written)];
        }),
      ),
    );
  });
}

function sumsChange(now: Pair, then: Pair): readonly Derivation[] {
  const total = (pair: Pair): number => pair[0].datum.value + pair[1].datum.value;
  const written = (pair: Pair): string => `(${pair[0].datum.quote} + ${pair[1].datum.quote})`;
  const change = total(now) - total(then);
  const all = [...now, ...then];
  const growth = {
    form: 'growth',
    unit: 'percent',
    value: (change / Math.abs(total(then))) * 100,
    isChange: true,
  } as const;
  const difference = { form: 'difference', unit: 'amount', value: change, isChange: true } as const;
  return [
    made(all, growth, 0, `${written(now)} ÷ ${written(then)} − 1`),
    made(all, difference, 0, `${written(now)} − ${written(then)}`),
  ].filter(({ value }) => Number.isFinite(value));
}

function ratiosChange(now: Pair, then: Pair): readonly Derivation[] {
  return [[0, 1] as const, [1, 0] as const].map(([top, bottom]) => {
    const ratio = (pair: Pair): number => (pair[top].datum.value / pair[bottom].datum.value) * 100;
    const written = (pair: Pair): string => `${pair[top].datum.quote} ÷ ${pair[bottom].datum.quote}`;
    const value = ratio(now) - ratio(then);
    return made(
      [...now, ...then],
      { form: 'points', unit: 'percent', value, isChange: true },
      0,
      `${written(now)} − ${written(then)}`,
    );
  });
}
