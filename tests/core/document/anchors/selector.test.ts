// Selectors find their quote again: always in the same text, and after edits wherever the words still stand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, selectorFor } from '../../../../src/core/document/anchors/selector';

const TEXT =
  'Revenue rose 12% to $4.1B. Margins fell. Revenue rose 12% in the segment, too; costs did not. Guidance is $18B for the year.';

function select(text: string, quote: string, nth = 0) {
  let start = text.indexOf(quote);
  for (let n = 0; n < nth; n += 1) start = text.indexOf(quote, start + 1);
  return selectorFor(text, { start, end: start + quote.length });
}

describe('anchor', () => {
  it('finds a quote where it was', () => {
    const selector = select(TEXT, '$18B');
    expect(anchor(TEXT, selector)).toEqual({ span: { start: selector.start, end: selector.end }, how: 'exact' });
  });

  it('follows a quote that moved', () => {
    const moved = `A new first paragraph.\n\n${TEXT}`;
    const found = anchor(moved, select(TEXT, '$18B'));
    expect(found.how).toBe('moved');
    expect(moved.slice(found.span.start, found.span.end)).toBe('$18B');
  });

  it('tells equal quotes apart by what stands around them', () => {
    const moved = `Preface. ${TEXT}`;
    const found = anchor(moved, select(TEXT, 'Revenue rose 12%', 1));
    expect(moved.slice(found.span.start, found.span.end + 15)).toBe('Revenue rose 12% in the segment');
  });

  it('says so when several places fit alike', () => {
    const selector = { exact: 'abcd', prefix: '', suffix: '', start: 90, end: 94 };
    expect(anchor('xx abcd xx abcd xx', selector).how).toBe('ambiguous');
  });

  it('finds an edited quote between its unchanged surroundings', () => {
    const edited = TEXT.replace('Guidance is $18B for', 'Guidance is about $18.5B for');
    const found = anchor(edited, select(TEXT, '$18B'));
    expect(found.how).toBe('moved');
    expect(edited.slice(found.span.start, found.span.end)).toContain('18.5B');
  });

  it('finds a quote with a few characters changed', () => {
    const edited = TEXT.replace('Margins fell. Revenue', 'The margins fel!  Income').replace('to $4.1B', 'up to $4.2B');
    const found = anchor(edited, select(TEXT, 'Margins fell. Revenue rose 12% in the segment'));
    expect(found.how).toBe('moved');
    expect(edited.slice(found.span.start, found.span.end)).toContain('rose 12% in the segment');
  });

  it('gives up rather than point at other words', () => {
    expect(anchor('Something else entirely.', select(TEXT, 'Guidance is $18B')).how).toBe('lost');
  });

  it('finds any span of any text again, exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a, b) % (text.length + 1);
        const end = Math.min(text.length, start + (Math.max(a, b) % 40));
        const found = anchor(text, selectorFor(text, { start, end }));
        expect(found).toEqual({ span: { start, end }, how: 'exact' });
      }),
    );
  });

  it('quotes the same words after text is put before or behind', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 80 }),
        fc.string({ maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (text, before, behind) => {
          const selector = selectorFor(text, { start: 0, end: text.length });
          const grown = before + text + behind;
          const { span } = anchor(grown, selector);
          expect(grown.slice(span.start, span.end)).toBe(text);
        },
      ),
    );
  });

  it('never leaves the text, whatever it is asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        fc.integer(),
        fc.integer(),
        (text, exact, prefix, suffix, start, end) => {
          const { span } = anchor(text, { exact, prefix, suffix, start, end });
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
