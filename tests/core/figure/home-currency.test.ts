// A bare 元 is the money of the place its text was written in.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { plainDocument } from '../support/text';

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
