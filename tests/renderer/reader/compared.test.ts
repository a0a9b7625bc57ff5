import { describe, expect, it } from 'vitest';
import { answering, compared } from '../../../src/renderer/src/views/reader/beside/compared';

/** A document of one paragraph a line; a line that begins with `#` is a heading. */
function documentOf(text: string) {
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return {
      kind: 'paragraph' as const,
      start,
      end: start + line.length,
      contentStart: start,
      level: 0,
      ordered: false,
      section: 0,
      rows: [],
    };
  });
  const heads = blocks.filter(({ start }) => text[start] === '#');
  const sections = heads.map((head, index) => ({
    id: `s${index}`,
    index,
    heading: text.slice(head.start + 1, head.end).trim(),
    title: text.slice(head.start + 1, head.end).trim(),
    numeral: null,
    level: 1,
    start: head.start,
    end: heads[index + 1]?.start ?? text.length,
    bodyEnd: heads[index + 1]?.start ?? text.length,
    role: 'body',
    language: 'en',
  }));
  return { text, blocks, sections };
}

const words = (before: string, after: string) => {
  const [here, there] = [documentOf(before), documentOf(after)];
  const found = compared(here, there);
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    here: found.here.map((one) => cut(before, one)),
    there: found.there.map((one) => cut(after, one)),
    pairs: found.pairs.map((one) => [cut(before, one.here), cut(after, one.there)]),
  };
};

describe('two documents compared', () => {
  it('differ in nothing where only spaces differ', () => {
    expect(words('Sales  rose.\nMargin fell.', 'Sales rose.\nMargin fell.').pairs).toEqual([]);
  });

  it('differ by words inside the paragraph that changed', () => {
    expect(words('Sales rose 5% in May.\nMargin fell.', 'Sales rose 6% in May.\nMargin fell.')).toEqual({
      here: ['5%'],
      there: ['6%'],
      pairs: [['5%', '6%']],
    });
  });

  it('join words that stand side by side, and keep lines apart', () => {
    const { there, pairs } = words('One.', 'One.\nTwo words more.\nA last line.');
    expect(there).toEqual(['Two words more.', 'A last line.']);
    expect(pairs).toEqual([['', 'Two words more.\nA last line.']]);
  });

  it('compare Han text sign by sign', () => {
    expect(words('营收增长五成', '营收增长六成').pairs).toEqual([['五', '六']]);
  });

  it('point at the place where words were left out', () => {
    const [here, there] = [documentOf('Net sales rose.'), documentOf('Sales rose.')];
    const [pair] = compared(here, there).pairs;
    expect(pair?.there.end).toBeGreaterThanOrEqual(pair?.there.start ?? 0);
  });
});

it('tells that two documents have little in common', () => {
  const found = compared(documentOf('Sales rose in May.'), documentOf('Other words stand here.'));
  expect(found).toEqual({ here: [], there: [], pairs: [], apart: true });
});

describe('the place that answers to a place', () => {
  const here = documentOf('# One\nabc\n# Risks\nabcdefgh');
  const there = documentOf('# New\nlong words before\n# One\nabc\n# risks\nabcdefghijklmnop');

  it('is as far into the section of the same heading', () => {
    const at = answering(here.text.indexOf('# Risks'), here, there);
    expect(there.text.slice(at, at + 7)).toBe('# risks');
    const end = answering(here.text.length, here, there);
    expect(end).toBe(there.text.length);
  });

  it('tells repeated headings apart by their order', () => {
    const twice = documentOf('# Q1\na\n# Q1\nb');
    expect(answering(twice.text.lastIndexOf('# Q1'), twice, twice)).toBe(twice.text.lastIndexOf('# Q1'));
  });

  it('is as far into the whole where no heading is the same', () => {
    const plain = documentOf('0123456789');
    const other = documentOf('01234567890123456789');
    expect(answering(5, plain, other)).toBe(10);
  });
});
