/** The list of annotations: what a filter leaves, and what other programs get of it. */
import { describe, expect, it } from 'vitest';
import type { AnnotationRecord } from '../../../src/contract/records';
import { ALL_ANNOTATIONS, filtered, tagsOf } from '../../../src/renderer/src/views/reader/annotations/filter';
import { asCsv, asMarkdown, asW3c } from '../../../src/renderer/src/views/reader/annotations/share';

const one = (set: Partial<AnnotationRecord>): AnnotationRecord => ({
  id: 'a_1',
  document: 'd_1',
  start: 5,
  end: 12,
  exact: 'Revenue',
  prefix: 'The ',
  suffix: ' grew',
  body: '',
  colour: 'yellow',
  tags: [],
  createdAt: '2026-01-02T03:04:05Z',
  updatedAt: '2026-01-02T03:04:05Z',
  ...set,
});

const list = [
  one({ id: 'a', start: 9, body: 'Ask again', tags: ['open', 'call'] }),
  one({ id: 'b', start: 2, exact: 'Café sales', colour: 'red' }),
  one({ id: 'c', start: 20, tags: ['call'] }),
];

describe('a filter', () => {
  it.each<[Partial<typeof ALL_ANNOTATIONS>, string]>([
    [{}, 'bac'],
    [{ colour: 'red' }, 'b'],
    [{ tag: 'call' }, 'ac'],
    [{ words: 'AGAIN' }, 'a'],
    [{ words: 'cafe' }, 'b'],
    [{ words: 'open', tag: 'call' }, 'a'],
    [{ colour: 'red', tag: 'call' }, ''],
  ])('%j leaves %s', (filter, ids) => {
    expect(
      filtered(list, { ...ALL_ANNOTATIONS, ...filter })
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
  });
  it('offers each tag once', () => {
    expect(tagsOf(list)).toEqual(['call', 'open']);
  });
});

describe('other programs get', () => {
  const document = { id: 'd_1', title: 'A *note*' };
  const full = one({ body: 'See "p. 3", <b>\nthen', tags: ['open'] });
  it('Markdown in which nothing is markup that was none', () => {
    expect(asMarkdown(document, [full])).toBe('# A \\*note\\*\n\n> Revenue\n\nSee "p. 3", \\<b\\>\nthen\n\n\\#open\n');
  });
  it('CSV with quotes, and no formula', () => {
    const lines = asCsv(document, [full, one({ exact: '=1+1' })]).split('\r\n');
    expect(lines[0]).toBe('Document,Quote,Comment,Colour,Tags,Start,End,Created,Changed');
    expect(lines[1]).toContain('"See ""p. 3"", <b>\nthen",yellow,open,5,12');
    expect(lines[2]).not.toContain(',=1+1');
  });
  it('Web Annotations with both selectors', () => {
    expect(JSON.parse(asW3c(document, [full, one({})]))).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      items: [
        {
          motivation: 'commenting',
          body: [{ purpose: 'commenting' }, { value: 'open', purpose: 'tagging' }],
          target: {
            selector: [
              { type: 'TextQuoteSelector', exact: 'Revenue', prefix: 'The ', suffix: ' grew' },
              { type: 'TextPositionSelector', start: 5, end: 12 },
            ],
          },
        },
        { motivation: 'highlighting', body: [] },
      ],
    });
  });
});
