import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellField, FIELD_NAMES, hasCell } from '../../../src/core/figure/fields';
import { unitLabel } from '../../../src/core/figure/labels';
import type { Unit } from '../../../src/core/base/unit';
import { periodWords } from '../../../src/core/figure/period/typed-period';
import { BLANK, readCell, type TypedInto } from '../../../src/core/table/typed/typed-cell';

const read = (field: CellField, text: string, into: TypedInto = BLANK): unknown => {
  const reading = readCell(field, text, into);
  return reading.ok ? reading.set : reading.message;
};

describe('what is typed into a cell of the figures grid', () => {
  it.each([
    ['D', 'disclosed'],
    ['m', 'management'],
    ['Σ', 'derived'],
    ['s', 'derived'],
    ['?', 'unclassified'],
    ['Third-party', 'third_party'],
    ['third_party', 'third_party'],
  ])('class %s', (text, provenance) => expect(read('provenance', text)).toEqual({ provenance }));

  it('refuses what is of no closed list and says what would be', () => {
    expect(read('provenance', 'X')).toContain('D, M, C');
    expect(read('assertion', 'perhaps')).toContain('guidance');
    expect(read('review', 'later')).toContain('disputed');
  });
  it('takes statements and reviews by label or name', () => {
    expect(read('assertion', 'Guidance')).toEqual({ assertion: 'guidance' });
    expect(read('review', 'ticked')).toEqual({ review: 'ticked' });
    expect(read('review', '')).toEqual({ review: 'unreviewed' });
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
    ['Q1 2026 to Q3 2026', '2026Q1/2026Q3'],
    ['2026-05-13', '2026-05-13'],
  ])('period %s', (text, period) => expect(read('period', text)).toEqual({ period }));
  it.each([['next decade'], ['2026Q1/2026Q2/2026Q3'], ['12']])('refuses the period %s', (text) =>
    expect(typeof read('period', text)).toBe('string'),
  );
  it('shows a period so that typing it back changes nothing, also one of a form of its own', () => {
    for (const period of ['2026Q1', 'TTM-2026Q1', 'FY2026', '2026H2', '2026-03', '2026Q1/2026Q3', 'mid-cycle']) {
      expect(read('period', periodWords(period), { ...BLANK, period })).toEqual({ period });
    }
    expect(read('period', '')).toEqual({ period: null });
  });

  it.each([
    ['USD bn', { unit: 'money', scale: 9, currency: 'USD' }],
    ['$ m', { unit: 'money', scale: 6, currency: 'USD' }],
    ['eur million', { unit: 'money', scale: 6, currency: 'EUR' }],
    ['HK$ m', { unit: 'money', scale: 6, currency: 'HKD' }],
    ['TEUR', { unit: 'money', scale: 3, currency: 'EUR' }],
    ['GBP', { unit: 'money', scale: 0, currency: 'GBP' }],
    ['%', { unit: 'percent', scale: 0, currency: null }],
    ['bps', { unit: 'bps', scale: 0, currency: null }],
    ['pp', { unit: 'percentage_points', scale: 0, currency: null }],
    ['x', { unit: 'multiple', scale: 0, currency: null }],
    ['USD / share', { unit: 'per_share', scale: 0, currency: 'USD' }],
    ['per share', { unit: 'per_share', scale: 0, currency: 'USD' }],
    ['quarters', { unit: 'quarters', scale: 0, currency: null }],
    ['count', { unit: 'count', scale: 0, currency: null }],
    ['k mass', { unit: 'mass', scale: 3, currency: null }],
    ['', { unit: 'count', scale: 0, currency: null }],
    ['bn', { unit: 'money', scale: 9 }],
  ])('unit %s', (text, unit) => expect(read('unit', text, { ...BLANK, currency: 'USD', unit: 'money' })).toEqual(unit));
  it('shows a unit so that typing it back changes nothing', () => {
    const units: readonly (readonly [Unit, number, string | null])[] = [
      ['money', 9, 'USD'],
      ['money', 0, 'CHF'],
      ['percent', 0, null],
      ['percentage_points', 0, null],
      ['per_share', 0, 'EUR'],
      ['years', 0, null],
      ['bps', 0, null],
      ['multiple', 0, null],
      ['power_gw', 0, null],
      ['mass', 6, null],
      ['count', 6, null],
    ];
    for (const [unit, scale, currency] of units) {
      const text = unitLabel({ unit, scale, currency });
      expect([text, read('unit', text, { ...BLANK, unit, currency })]).toEqual([
        text,
        expect.objectContaining({ unit, scale }),
      ]);
    }
  });
  it('refuses a unit it does not know', () => expect(read('unit', 'furlongs')).toContain('USD bn'));

  it('takes words, empties them, and keeps to the limits', () => {
    expect(read('entity', '')).toEqual({ entity: null });
    expect(read('note', '')).toEqual({ note: '' });
    expect(read('metric', 'Net sales')).toEqual({ metric: 'Net sales' });
    expect(read('basis', 'x'.repeat(201))).toBe('At most 200 characters.');
    expect(read('value', '')).toContain('needs a value');
    expect(read('value', '~43.2')).toEqual({ value: '~43.2' });
  });

  it('answers anything that is typed anywhere', () => {
    const field = fc.constantFrom(...FIELD_NAMES.filter(hasCell));
    fc.assert(
      fc.property(field, fc.string({ unit: 'binary' }), (name, text) => {
        const reading = readCell(name, text, BLANK);
        expect(reading.ok ? Object.keys(reading.set).length > 0 : reading.message !== '').toBe(true);
      }),
    );
  });
});
