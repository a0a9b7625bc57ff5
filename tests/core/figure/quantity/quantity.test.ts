/** The quantity grammar, way of writing by way of writing. */
import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../../src/core/figure/model';
import type { Unit } from '../../../../src/core/base/unit';
import { readQuantities } from '../../../../src/core/figure/quantity/quantity';
import { KIND_ROWS } from './quantity-kinds-rows';
import { ROWS } from './quantity-rows';

const SHORT: Partial<Record<Unit, string>> = {
  percent: '%',
  percentage_points: 'pp',
  multiple: 'x',
  count: 'n',
  score: 'pt',
  years: 'y',
  quarters: 'q',
  months: 'm',
  weeks: 'w',
  days: 'd',
  hours: 'h',
  power_gw: 'GW',
  other: '?',
};

function unitOf(quantity: Quantity): string {
  if (quantity.unit === 'money') return quantity.currency ?? 'money';
  if (quantity.unit === 'per_share') return `${quantity.currency ?? ''}/sh`;
  return SHORT[quantity.unit] ?? quantity.unit;
}

function written(quantity: Quantity): string {
  const { low, high } = quantity;
  const value = low === high ? (low ?? '') : `${low ?? ''}..${high ?? ''}`;
  const way = quantity.direction === null ? '' : quantity.direction === 'up' ? ' ^' : ' v';
  return `${value} ${unitOf(quantity)}${quantity.approximate ? ' ~' : ''}${way}`;
}

describe.each([...ROWS, ...KIND_ROWS])('$name', ({ rows, language }) => {
  test.each(rows)('%s', (text, reading) => {
    const found = readQuantities(text, language === undefined ? {} : { language });
    expect(found.map(written).join(' | ')).toBe(reading);
    for (const quantity of found) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.quote);
  });
});
