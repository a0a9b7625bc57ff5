/** How counts, percentages, dates, units and names read. */
import { describe, expect, test } from 'vitest';
import { bytes, plural, moment, when } from '../../../src/renderer/src/kit/format';
import { periodLabel, scorePercent, tieOutCount, tieOutPercent } from '../../../src/renderer/src/app/format';
import { figureName } from '../../../src/core/figure/display/names';
import { unitLabel } from '../../../src/core/figure/labels';
import { provenanceName } from '../../../src/renderer/src/views/shared/ProvenanceTag';

test('the score says what it counts', () => {
  expect(tieOutCount({ tied: 12, counted: 19 })).toBe('12 of 19 figures that need a source tie out');
  expect(tieOutCount({ tied: 1, counted: 1 })).toBe('1 of 1 figure that needs a source ties out');
  expect(tieOutCount({ tied: 0, counted: 0 })).toBe('No figure needs a source');
});

test('never rounds up to 100%', () => {
  expect(tieOutPercent({ tied: 999, counted: 1000 })).toBe('99%');
  expect(tieOutPercent({ tied: 1000, counted: 1000 })).toBe('100%');
  expect(tieOutPercent({ tied: 0, counted: 0 })).toBe('–');
  expect(scorePercent(99.9)).toBe('99%');
  expect(scorePercent(null)).toBe('–');
});

test.each([
  [0, '0 figures'],
  [1, '1 figure'],
  [2140, '2,140 figures'],
])('%i', (count, expected) => {
  expect(plural(count, 'figure')).toBe(expected);
});

test.each([
  ['2026Q1', '2026 Q1'],
  ['TTM-2026Q1', 'TTM 2026 Q1'],
  ['2026H2', '2026 H2'],
  ['2026-05-13', '2026-05-13'],
  ['2025Q1/2026Q1', '2025 Q1 – 2026 Q1'],
  [null, '–'],
])('period %s reads %s', (period, expected) => {
  expect(periodLabel(period)).toBe(expected);
});

describe('when', () => {
  const now = new Date(2026, 4, 13, 12, 0, 0);
  test.each([
    [new Date(2026, 4, 13, 11, 59, 40), 'just now'],
    [new Date(2026, 4, 13, 11, 20), '40 min ago'],
    [new Date(2026, 4, 13, 9, 5), 'today 09:05'],
    [new Date(2026, 4, 12, 23, 59), 'yesterday 23:59'],
    [new Date(2026, 3, 1, 8, 0), '2026-04-01'],
    [new Date(2027, 0, 2, 8, 0), '2027-01-02'],
  ])('%s', (then, expected) => {
    expect(when(then.toISOString(), now)).toBe(expected);
  });
  test('a moment is the day and the minute of this clock', () => {
    expect(moment(new Date(2026, 10, 3, 9, 5, 59).toISOString())).toBe('2026-11-03 09:05');
    expect(moment('soon')).toBe('soon');
  });
  test('what is no date is shown as it came', () => expect(when('soon', now)).toBe('soon'));
});

test.each([
  [812, '812 B'],
  [36_400, '36 KB'],
  [1_400_000, '1.4 MB'],
])('%i bytes', (count, expected) => {
  expect(bytes(count)).toBe(expected);
});

test.each([
  [{ unit: 'money', scale: 9, currency: 'USD', per: null }, 'USD bn'],
  [{ unit: 'money', scale: 0, currency: null, per: null }, 'Money'],
  [{ unit: 'per_share', scale: 0, currency: 'USD', per: 'share' }, 'USD / share'],
  [{ unit: 'percent', scale: 0, currency: null, per: null }, '%'],
  [{ unit: 'count', scale: 6, currency: null, per: null }, 'm'],
  [{ unit: 'power_gw', scale: 0, currency: null, per: null }, 'gw'],
] as const)('unit of %j', (figure, expected) => {
  expect(unitLabel(figure)).toBe(expected);
});

test('a figure without a metric is called by its quote', () => {
  const known = { entity: 'ACME', metricLabel: 'Revenue', metric: 'revenue', period: '2026Q1', quote: '$1B' };
  expect(figureName(known)).toBe('ACME · Revenue · 2026 Q1');
  expect(figureName({ ...known, metricLabel: null, metric: null })).toBe('$1B · ACME · 2026 Q1');
});

test('what is derived names what it rests on', () => {
  expect(provenanceName('derived', 'inferred')).toBe('Derived, resting on inferred');
  expect(provenanceName('disclosed', null)).toBe('Disclosed');
});
