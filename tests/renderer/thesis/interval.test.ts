import { describe, expect, it } from 'vitest';
import { bandPicture } from '../../../src/renderer/src/views/thesis/charts/band';
import { readInterval } from '../../../src/renderer/src/views/thesis/charts/interval';
import { domainOf, placeOf, segmentOf } from '../../../src/renderer/src/views/thesis/charts/scale';

describe('numbers of a short text', () => {
  it.each([
    ['25–30%', { low: 25, high: 30, unit: 'percent' }],
    ['25%–30%', { low: 25, high: 30, unit: 'percent' }],
    ['≥ 20%', { low: 20, high: null, unit: 'percent' }],
    ['at least 20%', { low: 20, high: null, unit: 'percent' }],
    ['under 120', { low: null, high: 120, unit: 'plain' }],
    ['~$271', { low: 271, high: 271, unit: 'money' }],
    ['$1.2B', { low: 1.2e9, high: 1.2e9, unit: 'money' }],
    ['$180–200B', { low: 180e9, high: 200e9, unit: 'money' }],
    ['above £300m a quarter', { low: 300e6, high: null, unit: 'money' }],
    ['100–200 bps', { low: 100, high: 200, unit: 'bps' }],
    ['-4.5%', { low: -4.5, high: -4.5, unit: 'percent' }],
    ['(2,519)', { low: -2519, high: -2519, unit: 'plain' }],
    ['Long term (12+ months)', { low: 12, high: null, unit: 'plain' }],
    ['超过150', { low: 150, high: null, unit: 'plain' }],
  ])('reads %j', (text, interval) => {
    expect(readInterval(text)).toEqual(interval);
  });

  it.each(['flat or up', 'bottoms in H2 2026', 'awaiting Q2', '', null])('finds none in %j', (text) => {
    expect(readInterval(text)).toBeNull();
  });
});

describe('a value against its band', () => {
  it.each([
    ['25–30%', '28%', 'inside'],
    ['25–30%', '31%', 'above'],
    ['≥ 20%', '18%', 'below'],
    ['≥ 20%', '22%–24%', 'inside'],
    ['under 120', '140', 'above'],
  ])('%s now %s is %s', (band, current, state) => {
    const picture = bandPicture(band, current);
    expect(picture?.state).toBe(state);
    expect(picture?.mark).toBeGreaterThanOrEqual(0);
    expect(picture?.mark).toBeLessThanOrEqual(100);
  });
  it('draws nothing where the two are not of one kind', () => {
    expect(bandPicture('25–30%', '$1.2B')).toBeNull();
    expect(bandPicture('flat or up', '3%')).toBeNull();
    expect(bandPicture('25–30%', null)).toBeNull();
  });
});

describe('the scale of a bar', () => {
  const domain = { from: 0, to: 200 };
  it('places values in percent and keeps them on the bar', () => {
    expect(placeOf(50, domain)).toBe(25);
    expect(placeOf(-5, domain)).toBe(0);
    expect(placeOf(500, domain)).toBe(100);
  });
  it('lets open ends reach the edge and keeps a point visible', () => {
    expect(segmentOf({ low: 100, high: null }, domain)).toEqual({ left: 50, width: 50 });
    expect(segmentOf({ low: 200, high: 200 }, domain).width).toBeGreaterThan(0);
    expect(segmentOf({ low: 200, high: 200 }, domain).left).toBeLessThan(100);
  });
  it('has none without numbers and never a width of nothing', () => {
    expect(domainOf([{ low: null, high: null }])).toBeNull();
    const single = domainOf([{ low: 5, high: 5 }]);
    expect((single?.to ?? 0) - (single?.from ?? 0)).toBeGreaterThan(0);
  });
});
