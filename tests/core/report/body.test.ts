// What a report's body holds, whatever was stored.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody, summarise } from '../../../src/core/report/body';
import { SIGNED_CURRENCIES } from '../../../src/core/figure/display/currency-signs';
import { readQuantities } from '../../../src/core/figure/quantity/quantity';
import { figureText, type FigureWords } from '../../../src/core/figure/display/text';

const text = (words: string) => ({ type: 'text', text: words });
const doc = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });

describe('summarise', () => {
  it.each([
    ['nothing', null, 0],
    ['latin words', doc(text('Capex rose, again.')), 3],
    ['Chinese characters count one by one', doc(text('资本开支')), 4],
    ['both', doc(text('AWS 增长 28%')), 4],
  ])('counts words of %s', (_, body, words) => {
    expect(summarise(body).words).toBe(words);
  });

  it('lists live figures and sources once each, in order', () => {
    const figure = (id: string) => ({ type: 'liveFigure', attrs: { figure: id } });
    const body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [figure('b'), { type: 'cite', attrs: { source: 's1', locator: null } }, figure('a'), figure('b')],
        },
        { type: 'figureTable', attrs: { figures: ['c', 'a'] } },
      ],
    };
    expect(summarise(body)).toEqual({ words: 3, figures: ['b', 'a', 'c'], sources: ['s1'] });
  });

  it('never throws, whatever is stored', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => summarise(value).words >= 0));
    fc.assert(fc.property(fc.jsonValue(), (value) => readBody({ type: 'doc', content: value }).type === 'doc'));
  });
});

describe('figureText', () => {
  const base: FigureWords = {
    value: '37.6',
    scale: 9,
    unit: 'money',
    currency: 'USD',
    direction: null,
    kind: 'level',
    per: null,
  };
  it.each<[string, Partial<FigureWords>]>([
    ['$37.6B', {}],
    ['~$43.2B', { value: '~43.2' }],
    ['>$15B', { value: '>15' }],
    ['$700B+', { value: '700+' }],
    ['up to $25B', { value: 'up to 25' }],
    ['−£12.6M', { value: '-12.6', scale: 6, currency: 'GBP' }],
    ['+28%', { value: '28', scale: 0, unit: 'percent', currency: null, direction: 'up', kind: 'growth' }],
    ['~+22–24%', { value: '~22–24', scale: 0, unit: 'percent', currency: null, direction: 'up', kind: 'growth' }],
    ['60–70%', { value: '60–70', scale: 0, unit: 'percent', currency: null, kind: 'ratio' }],
    ['−50–100 bps', { value: '50–100', scale: 0, unit: 'bps', currency: null, direction: 'down', kind: 'bps' }],
    ['15 quarters', { value: '15', scale: 0, unit: 'quarters', currency: null, kind: 'duration' }],
    ['$19.99/month', { value: '19.99', scale: 0, per: 'month', kind: 'price' }],
    ['1 quarter', { value: '1', scale: 0, unit: 'quarters', currency: null, kind: 'duration' }],
    ['1 year+', { value: '1+', scale: 0, unit: 'years', currency: null, kind: 'duration' }],
    ['1 bps', { value: '1', scale: 0, unit: 'bps', currency: null }],
    ['5 GW', { value: '5', scale: 0, unit: 'power_gw', currency: null }],
    ['5 GWh', { value: '5', scale: 0, unit: 'energy', currency: null }],
    ['14.4x', { value: '14.4', scale: 0, unit: 'multiple', currency: null }],
    ['₽5B', { value: '5', currency: 'RUB' }],
    ['R$5M', { value: '5', scale: 6, currency: 'BRL' }],
    ['HK$5B', { value: '5', currency: 'HKD' }],
    ['CN¥5B', { value: '5', currency: 'CNY' }],
    ['CHF 3M', { value: '3', scale: 6, currency: 'CHF' }],
  ])('reads %s', (expected, figure) => {
    expect(figureText({ ...base, ...figure })).toBe(expected);
  });

  it.each(SIGNED_CURRENCIES)('writes %s with a sign that is read back as it', (currency) => {
    const text = figureText({ ...base, currency });
    expect(text).not.toContain(`${currency} `);
    expect(readQuantities(text, { cell: true })).toMatchObject([{ currency, low: '37600000000' }]);
  });
});
