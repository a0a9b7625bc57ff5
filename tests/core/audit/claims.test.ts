// Claims made from random operands: never accused as rounded and printed, accused once a digit, sign, unit or base is off.
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { verdictOf } from './support';

interface Made {
  readonly value: string;
  readonly base: string;
  readonly rate: string;
  readonly isUp: boolean;
}

const SUBJECTS = ['Revenue', 'Operating income', 'Net sales', 'Cash capex', 'Gross profit'];
const CURRENCIES = ['$', '€', '£'];

/** The sentences an analyst would write of one change, all with both operands. */
const FORMS: readonly ((s: string, c: string, m: Made) => string)[] = [
  (s, c, m) => `${s} ${m.isUp ? 'rose' : 'fell'} ${m.rate}% to ${c}${m.value} million from ${c}${m.base} million.`,
  (s, c, m) =>
    `${s} was ${c}${m.value} million, ${m.isUp ? 'up' : 'down'} ${m.rate}% from ${c}${m.base} million a year earlier.`,
  (s, c, m) =>
    `${s} was ${c}${m.value} million, ${m.isUp ? 'an increase' : 'a decrease'} of ${m.rate}% compared with ${c}${m.base} million.`,
  (s, c, m) =>
    `${s} of ${c}${m.value} million ${m.isUp ? 'increased' : 'decreased'} ${m.rate}% from ${c}${m.base} million in the prior year.`,
  (s, c, m) =>
    `${s} ${m.isUp ? 'rose' : 'fell'} from ${c}${m.base} million to ${c}${m.value} million, or by ${m.rate}%.`,
];

const operand = fc.integer({ min: 100, max: 99_999 }).map((n) => new Big(n).div(10));
const made = fc
  .record({
    value: operand,
    base: operand,
    places: fc.constantFrom(0, 1),
    subject: fc.constantFrom(...SUBJECTS),
    currency: fc.constantFrom(...CURRENCIES),
    form: fc.constantFrom(...FORMS),
  })
  .map((one) => ({ ...one, change: one.value.div(one.base).minus(1).times(100) }))
  // A change that rounds to nothing has no direction; amounts a hundredfold apart are taken for a slip of scale.
  .filter(({ change }) => change.abs().gte(3) && change.gt(-95) && change.lt(900));

interface Claim {
  readonly value: Big;
  readonly base: Big;
  readonly change: Big;
  readonly places: number;
  readonly subject: string;
  readonly currency: string;
  readonly form: (typeof FORMS)[number];
}

const text = (one: Claim, change = one.change): string =>
  one.form(one.subject, one.currency, {
    value: one.value.toFixed(1),
    base: one.base.toFixed(1),
    rate: change.abs().toFixed(one.places),
    isUp: change.gt(0),
  });

// Each passage is read by the whole engine; on a busy machine that takes long.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 150;

/** Share of wrong claims that must be accused. */
const FEWEST = 0.99;

function accusedShare(wrong: (one: Claim) => string | null): number {
  const texts = fc.sample(made, { numRuns: RUNS, seed: 7 }).flatMap((one) => wrong(one) ?? []);
  return texts.filter((one) => verdictOf(one) === 'accused').length / texts.length;
}

/** How far rounding alone can carry the rate: what lies within is no mistake. */
const slack = ({ value, base, places }: { readonly value: Big; readonly base: Big; readonly places: number }): Big =>
  new Big(10)
    .pow(-places)
    .times(0.5)
    .plus(
      value
        .div(base)
        .times(100)
        .times(new Big('0.05').div(value).plus(new Big('0.05').div(base)))
        .times('1.1'),
    )
    .plus('0.01');

describe('claims that hold', () => {
  it('are shown tied and never accused', () => {
    fc.assert(
      fc.property(made, (one) => {
        expect(verdictOf(text(one)), text(one)).toBe('tied');
      }),
      { numRuns: RUNS },
    );
  });
});

describe('claims that do not hold are accused', () => {
  it('another rate', () => {
    expect(
      accusedShare((one) => {
        const off = one.change.times('1.1').plus(one.change.gt(0) ? 2 : -2);
        return off.minus(one.change).abs().gt(slack(one).times(2)) ? text(one, off) : null;
      }),
    ).toBeGreaterThanOrEqual(FEWEST);
  });
  it('the other direction', () => {
    expect(
      accusedShare((one) => (one.change.abs().gt(slack(one).times(2)) ? text(one, one.change.times(-1)) : null)),
    ).toBeGreaterThanOrEqual(FEWEST);
  });
  it('another base', () => {
    expect(
      accusedShare((one) => {
        const base = one.base.times('1.25');
        return text({ ...one, base });
      }),
    ).toBeGreaterThanOrEqual(FEWEST);
  });
  it('basis points where percentage points are meant', () => {
    const wrong = fc
      .sample(fc.record({ from: fc.integer({ min: 100, max: 300 }), by: fc.integer({ min: 11, max: 90 }) }), {
        numRuns: RUNS,
        seed: 7,
      })
      .map(
        ({ from, by }) =>
          `The operating margin rose ${by} basis points to ${((from + by) / 10).toFixed(1)}% from ${(from / 10).toFixed(1)}%.`,
      );
    expect(wrong.filter((one) => verdictOf(one) === 'accused').length / wrong.length).toBeGreaterThanOrEqual(FEWEST);
  });
});

describe('totals in tables', () => {
  const table = (parts: readonly number[], total: number): string =>
    [
      '| Segment | 2025 |',
      '| --- | --- |',
      ...parts.map((part, i) => `| Unit ${'ABCDEFG'[i] ?? 'Z'} | $${part} |`),
      `| Total | $${total} |`,
    ].join('\n');
  const parts = fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 2, maxLength: 6 });
  it('that add up are never accused, and those that do not are', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 10, max: 60 }), (list, off) => {
        const sum = list.reduce((a, b) => a + b, 0);
        expect(verdictOf(table(list, sum))).not.toBe('accused');
        expect(verdictOf(table(list, sum + off))).toBe('accused');
      }),
      { numRuns: 60 },
    );
  });
});
