/** Runs: every visible character of a stretch is drawn once, in order, with what lies over it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReaderDocument } from '../../../src/contract/records';
import {
  drawnBlocks,
  firstEndingAfter,
  type Layers,
  piecesOf,
  runsOf,
} from '../../../src/renderer/src/views/reader/text/runs';
import { annotation, block, citation, figure, readerDocument } from './support';

const NONE: Layers = { figures: [], citations: [], annotations: [], marks: [] };

describe('runsOf', () => {
  test('plain text is one run', () => {
    expect(runsOf(3, 9, NONE)).toMatchObject([{ start: 3, end: 9, figure: null }]);
  });

  test('an annotation over half a figure cuts it in two runs of one piece', () => {
    const runs = runsOf(0, 20, { ...NONE, figures: [figure('f', 5, 11)], annotations: [annotation('a', 8, 15)] });
    expect(runs.map((run) => [run.start, run.end, run.figure?.id ?? null, run.annotation?.id ?? null])).toEqual([
      [0, 5, null, null],
      [5, 8, 'f', null],
      [8, 11, 'f', 'a'],
      [11, 15, null, 'a'],
      [15, 20, null, null],
    ]);
    expect(piecesOf(runs).map((piece) => [piece.figure?.id ?? null, piece.runs.length])).toEqual([
      [null, 1],
      ['f', 2],
      [null, 2],
    ]);
  });

  test('markup is left out, what it says is kept', () => {
    const marks = [
      { kind: 'strong', start: 0, end: 8 },
      { kind: 'syntax', start: 0, end: 2 },
      { kind: 'syntax', start: 6, end: 8 },
    ];
    expect(runsOf(0, 10, { ...NONE, marks }).map((run) => [run.start, run.end, run.strong])).toEqual([
      [2, 6, true],
      [8, 10, false],
    ]);
  });

  test('a citation inside a figure does not cut the figure apart', () => {
    const pieces = piecesOf(
      runsOf(0, 12, { ...NONE, figures: [figure('f', 2, 10)], citations: [citation('c', 4, 6)] }),
    );
    expect(pieces.map((piece) => piece.figure?.id ?? piece.citation?.id ?? null)).toEqual([null, 'f', null]);
  });

  test('two figures that touch stay two', () => {
    const pieces = piecesOf(runsOf(0, 6, { ...NONE, figures: [figure('f', 0, 3), figure('g', 3, 6)] }));
    expect(pieces.map((piece) => piece.figure?.id)).toEqual(['f', 'g']);
  });

  test('runs tile the stretch but for markup, whatever lies over it', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(span), fc.array(span), fc.array(span), (figures, annotations, syntax) => {
        const runs = runsOf(0, 41, {
          figures: figures.map((one, index) => figure(`f${index}`, one.start, one.end)),
          annotations: annotations.map((one, index) => annotation(`a${index}`, one.start, one.end)),
          citations: [],
          marks: syntax.map((one) => ({ kind: 'syntax', ...one })),
        });
        const drawn = runs.flatMap((run) =>
          Array.from({ length: run.end - run.start }, (_, index) => run.start + index),
        );
        const visible = Array.from({ length: 41 }, (_, at) => at).filter(
          (at) => !syntax.some((one) => one.start <= at && at < one.end),
        );
        expect(drawn).toEqual(visible);
      }),
    );
  });
});

describe('drawnBlocks', () => {
  test('gives each block what lies over it, also what spans two', () => {
    const document: ReaderDocument = readerDocument('one two\nthree four\n', {
      blocks: [block('paragraph', 0, 7), block('paragraph', 8, 18)],
      figures: [figure('f', 4, 7), figure('g', 8, 13)],
      annotations: [annotation('a', 4, 12)],
    });
    const [first, second] = drawnBlocks(document);
    expect(first?.layers.figures.map((one) => one.id)).toEqual(['f']);
    expect(second?.layers.figures.map((one) => one.id)).toEqual(['g']);
    expect([first, second].map((one) => one?.layers.annotations.length)).toEqual([1, 1]);
  });

  test('a figure typed by hand has no place in the text', () => {
    const document = readerDocument('one', {
      blocks: [block('paragraph', 0, 3)],
      figures: [{ ...figure('f', 0, 3), place: null }],
    });
    expect(drawnBlocks(document)[0]?.layers.figures).toEqual([]);
  });
});

test('firstEndingAfter finds by halving what a look at each finds', () => {
  const stretches = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }).map((lengths) => {
    let at = 0;
    return lengths.map((length) => {
      const stretch = { start: at, end: at + length };
      at += length + 1;
      return stretch;
    });
  });
  fc.assert(
    fc.property(stretches, fc.nat(300), (list, offset) => {
      const expected = list.findIndex((one) => one.end > offset);
      expect(firstEndingAfter(list, offset)).toBe(expected === -1 ? list.length : expected);
    }),
  );
});
