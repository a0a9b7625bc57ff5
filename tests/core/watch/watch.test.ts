// The watch list: which figures are readings of an indicator, in which order, and where they lie against its band.
import { describe, expect, test } from 'vitest';
import { measures, type Named } from '../../../src/core/watch/names';
import { type Measured, stateOf, stateOfText } from '../../../src/core/watch/state';
import { type Indicator, readingsOf, type WatchedFigure } from '../../../src/core/watch/watch';

const named = (metricLabel: string, rest: Partial<Named> = {}): Named => ({
  metric: null,
  metricLabel,
  entity: null,
  basis: null,
  period: '2026Q2',
  ...rest,
});
const bind = (name: string, metric: string | null = null) => ({ name, metric, company: ['NWF', 'Northwind'] });

describe('a figure is a reading of an indicator', () => {
  test.each<[string, string | null, Named, boolean]>([
    ['Ports growth, YoY', 'revenue_growth', named('Ports growth, YoY', { entity: 'NWF' }), true],
    ['Ports growth, YoY', 'revenue_growth', named('Revenue growth', { entity: 'Ports', basis: 'YoY' }), true],
    ['Ports growth, YoY', 'revenue_growth', named('Ports growth YoY', { metric: 'ports_growth_yoy' }), true],
    ['Ports growth, YoY', 'revenue_growth', named('Revenue growth', { entity: 'NWF', basis: 'YoY' }), false],
    ['Ports growth, YoY', 'revenue_growth', named('Revenue growth', { entity: 'Barges', basis: 'YoY' }), false],
    ['Ports growth, YoY', 'revenue_growth', named('Ports growth', { basis: 'QoQ' }), false],
    ['Ports operating margin', null, named('Operating margin', { entity: 'Ports' }), true],
    ['Ports operating margin', null, named('Operating margin', { entity: 'Northwind' }), false],
    ['Free cash flow, TTM', 'free_cash_flow', named('Free cash flow', { period: 'TTM-2026Q2' }), true],
    ['Free cash flow, TTM', null, named('Free cash flow TTM', { entity: 'Northwind' }), true],
    ['Free cash flow, TTM', 'free_cash_flow', named('Free cash flow'), false],
    ['Free cash flow', 'free_cash_flow', named('Free cash flow margin'), false],
    ['FCF', 'free_cash_flow', named('Free cash flow'), true],
    ['', null, named('Free cash flow'), false],
  ])('%s (%s) by %o: %s', (name, metric, figure, expected) => {
    expect(measures(bind(name, metric), figure)).toBe(expected);
  });
});

const value = (low: string, rest: Partial<Measured> = {}): Measured => ({
  low,
  high: low,
  unit: 'percent',
  currency: null,
  direction: null,
  ...rest,
});

test.each<[string, Measured, Measured | null, string | null]>([
  ['25%–30%', value('24'), null, 'below'],
  ['25%–30%', value('25'), null, 'inside'],
  ['25–30%', value('30.1'), null, 'above'],
  ['at least 20%', value('19'), null, 'below'],
  ['at least 20%', value('22', { high: '24' }), null, 'inside'],
  ['below 5%', value('7', { direction: 'down' }), null, 'inside'],
  ['at least 20%', value('24', { direction: 'down' }), null, 'below'],
  ['at least $2B', value('-2400000000', { unit: 'money', currency: 'USD' }), null, 'below'],
  ['25%–30%', value('24', { unit: 'money' }), null, null],
  ['flat or up', value('35.1'), value('37.7'), 'below'],
  ['flat or up', value('37.7'), value('37.7'), 'inside'],
  ['flat or up', value('35.1'), null, null],
  ['bottoms in H2', value('35.1'), value('37.7'), null],
  ['', value('35.1'), value('37.7'), null],
])('against “%s” %o after %o is %s', (band, now, before, state) => expect(stateOf(band, now, before)).toBe(state));

const figure = (id: string, low: string, period: string | null, rest: Partial<WatchedFigure> = {}): WatchedFigure => ({
  ...named('Ports growth, YoY'),
  ...value(low),
  id,
  period,
  assertion: 'reported',
  provenance: 'disclosed',
  text: `${low}%`,
  order: 0,
  documentEnd: null,
  ...rest,
});
const INDICATOR: Indicator = { ...bind('Ports growth, YoY', 'revenue_growth'), band: '25%–30%', unit: 'percent' };
const read = (figures: readonly WatchedFigure[]) =>
  readingsOf(INDICATOR, figures).map(({ figure: id, state }) => `${id} ${state}`);

describe('the readings of an indicator', () => {
  test('stand in the order of their periods, whatever came in first', () => {
    expect(read([figure('b', '24', '2026Q2'), figure('a', '28', '2026Q1'), figure('c', '17.5', '2025Q2')])).toEqual([
      'c below',
      'a inside',
      'b below',
    ]);
  });
  test('are one a period: of the best class, then the later one', () => {
    const guess = figure('guess', '27', '2026Q2', { provenance: 'third_party', order: 9 });
    expect(read([guess, figure('said', '24', '2026Q2')])).toEqual(['said below']);
    expect(read([figure('old', '24', '2026Q2'), figure('restated', '26', '2026Q2', { order: 2 })])).toEqual([
      'restated inside',
    ]);
  });
  test('leave out what was not reported, other units, and consensus', () => {
    const others = [
      figure('t', '25', '2026Q3', { assertion: 'threshold' }),
      figure('f', '26', '2026Q3', { assertion: 'forecast' }),
      figure('c', '26', '2026Q3', { provenance: 'consensus' }),
      figure('u', '26', '2026Q3', { unit: 'money' }),
    ];
    expect(read([...others, figure('a', '28', '2026Q1')])).toEqual(['a inside']);
  });
  test('without a period are of their document, and say nothing twice', () => {
    const loose = figure('loose', '28', null, { documentEnd: 202604 });
    expect(read([loose, figure('b', '24', '2026Q2')])).toEqual(['loose inside', 'b below']);
    expect(read([loose, figure('a', '28', '2026Q1'), figure('b', '24', '2026Q2')])).toEqual(['a inside', 'b below']);
  });
});

describe('a value in words against a band in words', () => {
  test.each([
    ['25–30%', '28%', 'inside'],
    ['25–30%', '28', 'inside'],
    ['25–30%', '-28%', 'below'],
    ['0.1–0.3', '0.30', 'inside'],
    ['$2.50–2.80 per share', '$2.90', 'above'],
    ['over $15B', '$14B', 'below'],
    ['25–30%', '$1.2B', null],
    ['25–30%', '2 pp', null],
    ['$2–3', '€2.50', null],
    ['flat or up', '3%', null],
    ['25–30%', 'awaiting', null],
    ['25–30%', null, null],
    [null, '3%', null],
  ])('%s now %s is %s', (band, text, state) => {
    expect(stateOfText(band, text)).toBe(state);
  });
});
