// The guide that ships is whole: every link leads to a page, every picture is there, every page is reached.
import { describe, expect, test } from 'vitest';
import { FIRST_PAGE, PAGES, PICTURES, placeOf } from '../../../src/renderer/src/views/guide/pages';

const linksOf = (page: string): readonly string[] =>
  [...(PAGES.get(page) ?? '').matchAll(/(!?)\[[^\]]*\]\((?!#|https?:)([^)]+)\)/g)].map(
    ([, picture, link]) => `${picture ?? ''}${placeOf(link ?? '', page)}`,
  );

describe('the guide', () => {
  test.each([...PAGES.keys()])('%s leads only to what is there', (page) => {
    const missing = linksOf(page).filter((link) =>
      link.startsWith('!') ? !PICTURES.has(link.slice(1)) : !PAGES.has(link),
    );
    expect(missing).toEqual([]);
  });

  test('every page is reached from the first', () => {
    const reached = new Set([FIRST_PAGE]);
    for (const page of reached) for (const link of linksOf(page)) if (PAGES.has(link)) reached.add(link);
    expect([...reached].sort()).toEqual([...PAGES.keys()].sort());
  });

  test.each([
    ['import.md', 'guide/index.md', 'guide/import.md'],
    ['../rules.md#calc01', 'guide/audit.md', 'rules.md'],
    ['../images/a.png', 'guide/read.md', 'images/a.png'],
  ])('%s of %s is %s', (link, page, place) => {
    expect(placeOf(link, page)).toBe(place);
  });
});
