import { describe, expect, it } from 'vitest';
import { pictureOf, ticksOf } from '../../../src/renderer/src/views/shared/series/chart';
import { middleOf, seriesOf, spanOf, spansOf } from '../../../src/renderer/src/views/shared/series/series';
import { figure } from './record';

const of = (period: string | null, value: string, more: object = {}) =>
  figure({
    id: `${period ?? ''} ${value} ${JSON.stringify(more)}`,
    entity: 'Acme',
    metric: 'revenue',
    period,
    value,
    low: value,
    high: value,
    unit: 'money',
    currency: 'USD',
    scale: 0,
    ...more,
  });

describe('the length of a period', () => {
  it.each([
    ['2026Q1', 'quarter'],
    ['2026H2', 'half'],
    ['9M-2026', 'nine months'],
    ['FY2026', 'year'],
    ['2026', 'year'],
    ['TTM-2026Q1', 'twelve months'],
    ['2026-03', 'month'],
    ['2026-03-31', 'day'],
    ['2026Q1/2026Q3', 'other'],
  ])('%s is a %s', (period, span) => {
    expect(spanOf(period)).toBe(span);
  });
});

describe('a metric over time', () => {
  const quarters = [of('2025Q1', '100'), of('2026Q1', '132'), of('2025Q4', '120'), of('FY2025', '450')];
  const [first] = quarters;
  if (!first) throw new Error('no figure');

  it('takes periods of one length, in time', () => {
    expect(spansOf(quarters, first)).toEqual(['quarter', 'year']);
    expect(seriesOf(quarters, first, 'quarter').map(({ period }) => period)).toEqual(['2025Q1', '2025Q4', '2026Q1']);
    expect(seriesOf(quarters, first, 'year').map(({ period }) => period)).toEqual(['FY2025']);
  });

  it('says the change on the period before and on the year, and none over a gap', () => {
    expect(
      seriesOf(quarters, first, 'quarter').map(({ change, yearChange }) => [
        change === null ? null : Math.round(change * 100),
        yearChange === null ? null : Math.round(yearChange * 100),
      ]),
    ).toEqual([
      [null, null],
      [null, null],
      [10, 32],
    ]);
  });

  it.each([
    ['another metric', { metric: 'ebitda' }],
    ['another entity', { entity: 'Other' }],
    ['another currency', { currency: 'EUR' }],
    ['a growth of it', { kind: 'growth', unit: 'percent', currency: null }],
    ['no period', { period: null }],
  ])('leaves out %s', (_, more) => {
    expect(seriesOf([first, of('2025Q2', '1', more)], first, 'quarter')).toHaveLength(1);
  });

  it('shows readings of a period once each, the best vouched for first, and says where they cannot both be true', () => {
    const [point] = seriesOf(
      [
        of('2025Q1', '90', { provenance: 'third_party' }),
        first,
        of('2025Q1', '100', { quote: 'again' }),
        of('2025Q1', '97'),
      ],
      first,
      'quarter',
    );
    expect(point?.figures.map(({ value }) => value)).toEqual(['100', '97', '90']);
    expect(point?.inConflict).toBe(true);
  });

  it('says no change from a loss, from nothing, or of a percentage', () => {
    const changes = (before: object, after: object) =>
      seriesOf([of('2025Q1', '5', before), of('2025Q2', '6', after)], of('2025Q1', '5', before), 'quarter').map(
        ({ change }) => change,
      );
    expect(changes({ low: '-5', high: '-5' }, {})).toEqual([null, null]);
    expect(changes({ low: '0', high: '0' }, {})).toEqual([null, null]);
    const percent = { unit: 'percent', currency: null };
    expect(changes(percent, percent)).toEqual([null, null]);
  });

  it('takes the middle of a range, its one end, and the sign of its direction', () => {
    expect(middleOf(of('2025Q1', '1', { low: '10', high: '20' }))).toBe(15);
    expect(middleOf(of('2025Q1', '1', { low: '10', high: null }))).toBe(10);
    expect(middleOf(of('2025Q1', '1', { low: null, high: null }))).toBeNull();
    expect(middleOf(of('2025Q1', '1', { low: '4', high: '4', direction: 'down' }))).toBe(-4);
  });
});

describe('the picture of a series', () => {
  it.each([
    [0, 450, [0, 200, 400, 600]],
    [-3, 9, [-5, 0, 5, 10]],
    [0, 0, [0, 0.25]],
    [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  ])('from %d to %d has lines at round values that hold both', (least, most, lines) => {
    expect(ticksOf(least, most)).toEqual(lines);
  });

  it('draws each reading from zero, inside its frame, and never over another', () => {
    const all = [of('2025Q1', '100'), of('2025Q2', '-40', { low: '-40', high: '-40' }), of('2025Q2', '7')];
    const [first] = all;
    if (!first) throw new Error('no figure');
    const { bars, zero } = pictureOf(seriesOf(all, first, 'quarter'));
    expect(bars).toHaveLength(3);
    for (const bar of bars) {
      expect(bar.y).toBeGreaterThanOrEqual(0);
      expect(bar.y + bar.height).toBeLessThanOrEqual(240);
      expect([bar.y, bar.y + bar.height].some((edge) => Math.abs(edge - zero) < 1.01)).toBe(true);
    }
    const edges = bars.map(({ x, width }) => [x, x + width] as const).sort(([a], [b]) => a - b);
    edges.slice(1).forEach(([start], at) => expect(start).toBeGreaterThanOrEqual(edges[at]?.[1] ?? 0));
  });
});
