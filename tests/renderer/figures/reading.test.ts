import { describe, expect, it } from 'vitest';
import {
  periodText,
  readAssertion,
  readClass,
  readPeriod,
  readReview,
  readUnit,
  readValue,
  readWords,
  unitText,
} from '../../../src/renderer/src/views/figures/reading';
import { figure } from './record';

const set = (reading: ReturnType<typeof readClass>) => (reading.ok ? reading.set : reading.message);

describe('what is typed into the figures grid', () => {
  it.each([
    ['D', 'disclosed'],
    ['m', 'management'],
    ['Σ', 'derived'],
    ['s', 'derived'],
    ['?', 'unclassified'],
    ['Third-party', 'third_party'],
    ['third_party', 'third_party'],
  ])('class %s', (text, provenance) => {
    expect(set(readClass(text))).toEqual({ provenance });
  });
  it('refuses what is no class and says what would be', () => {
    expect(set(readClass('X'))).toContain('D, M, C');
    expect(readAssertion('perhaps').ok).toBe(false);
    expect(readReview('later').ok).toBe(false);
  });
  it('takes statements and reviews by label or name', () => {
    expect(set(readAssertion('Guidance'))).toEqual({ assertion: 'guidance' });
    expect(set(readReview('ticked'))).toEqual({ review: 'ticked' });
    expect(set(readReview(''))).toEqual({ review: 'unreviewed' });
  });

  it.each([
    ['Q1 2026', '2026Q1'],
    ['2026 Q1', '2026Q1'],
    ['2026q1', '2026Q1'],
    ['1Q26', '2026Q1'],
    ['1Q26E', '2026Q1'],
    ['H2 2026', '2026H2'],
    ['FY26', 'FY2026'],
    ['FY 2026', 'FY2026'],
    ['TTM 2026 Q1', 'TTM-2026Q1'],
    ['2026 Q1 – 2026 Q3', '2026Q1/2026Q3'],
    ['2026-05-13', '2026-05-13'],
    ['next decade', 'next decade'],
  ])('period %s', (text, period) => {
    expect(set(readPeriod(text))).toEqual({ period });
  });
  it('shows a period so that typing it back changes nothing', () => {
    for (const period of ['2026Q1', 'TTM-2026Q1', 'FY2026', '2026H2', '2026-03', '2026Q1/2026Q3']) {
      expect(set(readPeriod(periodText(period)))).toEqual({ period });
    }
    expect(periodText(null)).toBe('');
    expect(set(readPeriod(''))).toEqual({ period: null });
  });

  it.each([
    ['USD bn', { unit: 'money', scale: 9, currency: 'USD' }],
    ['$ m', { unit: 'money', scale: 6, currency: 'USD' }],
    ['eur million', { unit: 'money', scale: 6, currency: 'EUR' }],
    ['GBP', { unit: 'money', scale: 0, currency: 'GBP' }],
    ['%', { unit: 'percent', scale: 0, currency: null }],
    ['bps', { unit: 'bps', scale: 0, currency: null }],
    ['pp', { unit: 'percentage_points', scale: 0, currency: null }],
    ['x', { unit: 'multiple', scale: 0, currency: null }],
    ['USD / share', { unit: 'per_share', scale: 0, currency: 'USD' }],
    ['quarters', { unit: 'quarters', scale: 0, currency: null }],
    ['count', { unit: 'count', scale: 0, currency: null }],
    ['bn', { unit: 'money', scale: 9 }],
  ])('unit %s', (text, unit) => {
    expect(set(readUnit(text, { currency: 'USD', unit: 'money' }))).toEqual(unit);
  });
  it('shows a unit so that typing it back changes nothing', () => {
    const units = [
      figure(),
      figure({ unit: 'percent', scale: 0, currency: null }),
      figure({ unit: 'per_share', scale: 0 }),
      figure({ unit: 'years', scale: 0, currency: null }),
      figure({ unit: 'bps', scale: 0, currency: null }),
    ];
    for (const one of units) {
      const { unit, scale, currency } = one;
      expect(set(readUnit(unitText(one), one))).toEqual({ unit, scale, currency });
    }
  });
  it('refuses a unit it does not know', () => {
    expect(readUnit('furlongs', { currency: null, unit: 'count' }).ok).toBe(false);
  });

  it('takes words, empties them, and keeps to the notebook’s limits', () => {
    expect(set(readWords('entity', ''))).toEqual({ entity: null });
    expect(set(readWords('metric', 'Net sales'))).toEqual({ metric: 'Net sales' });
    expect(readWords('basis', 'x'.repeat(201)).ok).toBe(false);
    expect(readValue('').ok).toBe(false);
    expect(set(readValue('~43.2'))).toEqual({ value: '~43.2' });
  });
});
