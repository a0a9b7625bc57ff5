import { describe, expect, it } from 'vitest';
import type { StructureRecord } from '../../../src/contract/records';
import {
  byType,
  chosenDocument,
  EVERY,
  flowLinks,
  labelBesideDate,
  movedPosition,
  ofDocument,
  pricedColumns,
  rangeText,
  risksByHorizon,
  scenarioDomain,
  stripPoints,
  stripsOf,
  timeline,
  todayAmong,
  toneOf,
  wholeLabel,
} from '../../../src/renderer/src/views/thesis/items/model';

let serial = 0;
function item(
  type: StructureRecord['type'],
  label: string,
  fields: StructureRecord['fields'] = {},
  document = 'd_1',
): StructureRecord {
  serial += 1;
  return {
    id: `i${serial}`,
    type,
    document,
    start: 0,
    end: 1,
    quote: label,
    label,
    fields,
    figures: [],
    edited: false,
    position: serial,
  };
}

describe('the thesis arranged', () => {
  it('puts the nearest horizon first and keeps those without one last', () => {
    const risks = [
      item('risk', 'a', { horizon: 'Long term (12+ months)' }),
      item('risk', 'b'),
      item('risk', 'c', { horizon: 'Near term (3–6 months)' }),
      item('risk', 'd', { horizon: '2 years' }),
    ];
    expect(risksByHorizon(risks).map(({ head }) => head)).toEqual([
      'Near term (3–6 months)',
      'Long term (12+ months)',
      '2 years',
      'Any time',
    ]);
  });
  it('always has the three columns of what is priced in', () => {
    const items = byType([
      item('priced_in', 'x'),
      item('not_priced_in', 'y', { side: 'down' }),
      item('not_priced_in', 'z'),
    ]);
    expect(pricedColumns(items).map(({ items: inside }) => inside.map(({ label }) => label))).toEqual([
      ['x'],
      ['z'],
      ['y'],
    ]);
    expect(pricedColumns(byType([]))).toHaveLength(3);
  });
  it('writes ranges, scales bars of one unit from zero and tells the cases apart', () => {
    const base = item('scenario', 'Base case', { low: '50', high: '100', unit: 'bps' });
    const bear = item('scenario', 'Bear case', { case: 'Bear', low: '100', high: '200', unit: 'bps' });
    const bull = item('scenario', 'Bull case', { low: '6', high: '6', unit: 'money' });
    expect(rangeText(base)).toBe('50–100');
    expect(rangeText(bull)).toBe('6');
    expect(scenarioDomain([base, bear, bull], 'bps')).toEqual({ from: 0, to: 200 });
    expect([base, bear, bull].map(toneOf)).toEqual(['plain', 'bad', 'good']);
  });
  it('draws targets with a number and the implied price once', () => {
    const targets = [
      item('target', 'Average', { value: '$306', holder: 'Mean', impliedPrice: '~$271' }),
      item('target', 'High', { value: '$370', impliedPrice: '~$271' }),
      item('target', 'Words', { value: 'raised' }),
      item('target', 'Upside', { value: '+13%' }),
    ];
    expect(stripPoints(targets).map(({ label, kind }) => `${kind} ${label}`)).toEqual([
      'target $306 Mean',
      'target $370 High',
      'price ~$271 implied price',
    ]);
  });
  it('links flows that name both ends, and orders events in time', () => {
    expect(
      flowLinks([item('flow', 'pays', { from: 'A', to: 'B', what: null }), item('flow', 'x', { from: 'A' })]),
    ).toMatchObject([{ from: 'A', to: 'B', label: 'pays' }]);
    const events = [
      item('event', 'open'),
      item('event', 'later', { date: '2026-07-30' }),
      item('event', 'soon', { date: '2026-05-20' }),
    ];
    expect(timeline(events).map(({ label }) => label)).toEqual(['soon', 'later', 'open']);
  });
  it('writes a shortened label in full where its quote goes on', () => {
    expect(wholeLabel({ label: 'Cash pays…', quote: 'Cash pays for capacity.' })).toBe('Cash pays for capacity.');
    expect(wholeLabel({ label: 'My own words…', quote: 'Cash pays for capacity.' })).toBe('My own words…');
  });
  it('moves among the items of its own document', () => {
    const [a, other, b] = [item('risk', 'a'), item('risk', 'o', {}, 'd_2'), item('risk', 'b')];
    expect(movedPosition([a, other, b], a.id, 1)).toBe(b.position);
    expect(movedPosition([a, other, b], a.id, -1)).toBeNull();
  });
  it('shows the document chosen, else the one that argues most', () => {
    const items = [item('risk', 'a', {}, 'd_2'), item('risk', 'b', {}, 'd_2'), item('risk', 'c', {}, 'd_1')];
    const documents = [{ id: 'd_1' }, { id: 'd_2' }];
    expect(chosenDocument('', documents, items)).toBe('d_2');
    expect(chosenDocument('d_1', documents, items)).toBe('d_1');
    expect(chosenDocument('gone', documents, items)).toBe('d_2');
    expect(chosenDocument(EVERY, documents, items)).toBe(EVERY);
    expect(chosenDocument('', [], [])).toBe(EVERY);
    expect(ofDocument(items, 'd_1').map(({ label }) => label)).toEqual(['c']);
    expect(ofDocument(items, EVERY)).toHaveLength(3);
  });
});

describe('prices and dates beside one another', () => {
  it('draws one strip a currency', () => {
    const targets = ['$306', '485p', 'USD 370', 'raised', '£5.12'].map((value) => item('target', value, { value }));
    expect(stripsOf(targets).map(({ unit, points }) => [unit, points.length])).toEqual([
      ['USD', 2],
      ['GBP', 2],
    ]);
  });
  it.each([
    ['2026-06-23: the hearing', '2026-06-23', 'the hearing'],
    ['June 23 – the hearing', 'June 23', 'the hearing'],
    ['The hearing', '2026-06-23', 'The hearing'],
    ['2026-06-23', '2026-06-23', '2026-06-23'],
  ])('says the date of “%s” once', (label, date, shown) => {
    expect(labelBesideDate(item('event', label, { date }))).toBe(shown);
  });
  it('marks today among dated events', () => {
    const events = timeline(['2026-05-01', '2026-07-30', ''].map((date) => item('event', date, { date })));
    expect(['2026-04-01', '2026-06-01', '2026-08-01'].map((today) => todayAmong(events, today))).toEqual([0, 1, 2]);
    expect(todayAmong([item('event', 'some day')], '2026-06-01')).toBeNull();
  });
});
