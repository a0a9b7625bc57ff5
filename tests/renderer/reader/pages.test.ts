// Turning pages: which one is meant by what is typed, and which one is being read.
import { describe, expect, it } from 'vitest';
import { pageIndexAt, pageIndexOf } from '../../../src/renderer/src/views/reader/pages/use-pages';
import { quoted } from '../../../src/renderer/src/views/reader/state/quote';

const page = (number: number, label: string | null, start: number, end: number) => ({
  number,
  label,
  width: 600,
  height: 800,
  start,
  end,
});
const PAGES = [page(1, 'i', 0, 100), page(2, 'ii', 0, 0), page(3, '1', 101, 200), page(4, '2', 201, 300)];

describe('a page', () => {
  it.each([
    ['ii', 1],
    ['1', 2],
    ['p. 2', 3],
    ['Page 4', 3],
    ['3', 2],
    ['II', 1],
    ['77', -1],
    ['', -1],
  ])('typed as “%s” is number %i of the list', (words, index) => {
    expect(pageIndexOf(PAGES, words)).toBe(index);
  });

  it.each([
    [0, 0],
    [100, 0],
    [150, 2],
    [900, 3],
  ])('read at %i is number %i', (offset, index) => {
    expect(pageIndexAt(PAGES, offset)).toBe(index);
  });

  it('is the first where none has text', () => {
    expect(pageIndexAt([], 10)).toBe(0);
  });
});

describe('a copied quote', () => {
  it('says where it stands', () => {
    expect(quoted(' rose 6%\nin FY2025 ', 'Depots', 'p. 12')).toBe('“rose 6% in FY2025” (Depots, p. 12)');
    expect(quoted('rose', 'Depots', null)).toBe('“rose” (Depots)');
  });
});
