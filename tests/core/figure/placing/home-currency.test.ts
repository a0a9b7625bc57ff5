// A bare 元 and a bare `$` are the money of the place their text was written in.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { plainDocument } from '../../support/text';

const currencies = (text: string) => analyse(plainDocument(text)).figures.map(({ currency }) => currency);

describe('元', () => {
  it.each([
    ['traditional script', '這家公司的營業收入為35.2億元，與去年相比增長，每股盈餘2.1元，實際價格為88元。', 'TWD'],
    [
      'traditional script that counts in Hong Kong dollars',
      '這家公司營業收入為35.2億元，股價為港元計價，業務增長實際優於預期。',
      'HKD',
    ],
    [
      'traditional script that names renminbi',
      '這家公司以人民幣報導，營業收入為35.2億元，業務增長實際優於預期。',
      'CNY',
    ],
    ['simplified script', '这家公司的营业收入为35.2亿元，与去年相比增长，业务实际优于预期。', 'CNY'],
  ])('in %s', (_, text, expected) => {
    const found = currencies(text).filter((currency) => currency !== null);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set([expected]));
  });
});

describe('$', () => {
  it.each([
    [
      'a text that writes Singapore dollars out',
      'Profit was SGD 310 million. Income was SGD 1.2 billion and fees SGD 90 million. Deposits were $48 billion.',
      'SGD',
    ],
    [
      'a Canadian note',
      'Revenue was C$410 million, capex C$90 million, debt C$1.2 billion. The dividend was $0.40.',
      'CAD',
    ],
    [
      'a text that also names American dollars',
      'Revenue was C$410 million, capex C$90 million, debt C$1.2 billion, US$30 million of it. Cash was $80 million.',
      'USD',
    ],
    [
      'one mention of another dollar',
      'Revenue was $410 million and capex $90 million; a plant cost A$40 million. Cash was $80 million.',
      'USD',
    ],
  ])('in %s', (_, text, expected) => {
    expect(currencies(text).at(-1)).toBe(expected);
  });
});
