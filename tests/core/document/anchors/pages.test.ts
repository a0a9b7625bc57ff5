// Places in a text and the printed pages they stand on.
import { describe, expect, it } from 'vitest';
import { boxesOf, pageAt, pageLocator } from '../../../../src/core/document/anchors/pages';
import type { Page } from '../../../../src/core/document/model';

const page = (
  number: number,
  start: number,
  end: number,
  runs: readonly number[] = [],
  label: string | null = null,
): Page => ({
  number,
  label,
  width: 600,
  height: 800,
  start,
  end,
  runs,
});

describe('the page of a place', () => {
  // The paragraph of page 1 runs on to page 2 before the note at the foot of page 1 is written.
  const pages = [
    page(1, 0, 90, [0, 40, 0, 0, 1, 1, 70, 90, 0, 0, 1, 1]),
    page(2, 41, 120, [41, 69, 0, 0, 1, 1]),
    page(3, 0, 0),
  ];

  it.each([
    [0, 1],
    [45, 2],
    [75, 1],
    [100, 2],
    [500, 2],
  ])('at %i is page %i', (at, number) => {
    expect(pageAt(pages, at)?.number).toBe(number);
  });

  it('is none where nothing is printed', () => {
    expect(pageAt([], 5)).toBeNull();
    expect(pageAt([page(1, 0, 0)], 5)).toBeNull();
  });

  it('is cited as labelled, else as counted', () => {
    expect([page(3, 0, 1, [], 'iv'), page(3, 0, 1, [], ' '), page(3, 0, 1)].map(pageLocator)).toEqual([
      'p. iv',
      'p. 3',
      'p. 3',
    ]);
  });
});

describe('boxes of a stretch', () => {
  const text = 'Revenue rose 6%. שלום עולם Turned';
  const runs = [0, 16, 50, 100, 160, 10, 17, 26, 50, 120, 90, 10, 27, 33, 400, 100, 10, 60];

  it.each([
    ['a part of a run', [13, 15], [{ left: 180, top: 100, width: 20, height: 10 }]],
    ['a whole run', [0, 16], [{ left: 50, top: 100, width: 160, height: 10 }]],
    ['right-to-left words', [17, 19], [{ left: 50, top: 120, width: 90, height: 10 }]],
    ['turned words', [28, 29], [{ left: 400, top: 100, width: 10, height: 60 }]],
    ['nothing printed', [16, 17], []],
  ] as const)('of %s', (_what, [start, end], boxes) => {
    expect(boxesOf(runs, { start, end }, text)).toEqual(boxes);
  });

  it('over several runs is one for each', () => {
    expect(boxesOf(runs, { start: 8, end: 20 }, text)).toHaveLength(2);
  });
});
