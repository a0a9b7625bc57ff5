// Sentences end where a person says they end; markers after the stop stay with the sentence they close.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/core/document/lines/sentence';

const split = (text: string) => splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['Revenue rose 2.4%. Margins fell.', ['Revenue rose 2.4%.', 'Margins fell.']],
    ['The U.S. business grew. Europe did not.', ['The U.S. business grew.', 'Europe did not.']],
    ['Sales in the U.S. The rest fell.', ['Sales in the U.S.', 'The rest fell.']],
    ['Acme Inc. reported $1.2B vs. $1.1B a year ago.', ['Acme Inc. reported $1.2B vs. $1.1B a year ago.']],
    ['Mr. J. Smith said so. He left.', ['Mr. J. Smith said so.', 'He left.']],
    ['It is no longer "shops plus cloud." It is cash.', ['It is no longer "shops plus cloud."', 'It is cash.']],
    [
      'Growth slowed.[3] Costs rose. [4] Cash fell.¹ Debt too.',
      ['Growth slowed.[3]', 'Costs rose. [4]', 'Cash fell.¹', 'Debt too.'],
    ],
    ['Growth slowed.[The Daily Wire] Costs rose.', ['Growth slowed.[The Daily Wire]', 'Costs rose.']],
    ['Is it priced in? The answer: no.', ['Is it priced in?', 'The answer: no.']],
    ['See p. 34 of the report, e.g. Table 2. Then stop.', ['See p. 34 of the report, e.g. Table 2.', 'Then stop.']],
    [
      'Am 31. März fiel der Umsatz auf 1,2 Mrd. Euro. Die Marge stieg.',
      ['Am 31. März fiel der Umsatz auf 1,2 Mrd. Euro.', 'Die Marge stieg.'],
    ],
    [
      '收入增长31%。利润率提升\uff01原因是什么\uff1f成本。',
      ['收入增长31%。', '利润率提升\uff01', '原因是什么\uff1f', '成本。'],
    ],
    ['Margin was 5%; it will be 6%.', ['Margin was 5%; it will be 6%.']],
    ['The company ("Acme Corp.") sells tools. It grew.', ['The company ("Acme Corp.") sells tools.', 'It grew.']],
  ])('splits %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('covers every word once, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A.', 'b', ' ', '\n', '1.5', '"', ')', '[1]', '。', '!', 'Inc.', '¹', '[', '...')),
        (parts) => {
          const text = parts.join('');
          const spans = splitSentences(text, 0, text.length);
          let at = 0;
          for (const { start, end } of spans) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});
