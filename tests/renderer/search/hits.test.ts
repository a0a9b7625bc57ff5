/** Search rows: where each kind of hit leads, how long groups fold, how matches are marked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchHit } from '../../../src/contract/records';
import { type Command } from '../../../src/renderer/src/app/commands';
import {
  commandRows,
  cutAt,
  folded,
  placeOf,
  rowsOf,
  SHOWN_OF_GROUP,
} from '../../../src/renderer/src/views/search/hits';

const hit = (kind: SearchHit['kind'], id: string, place: Partial<SearchHit> = {}): SearchHit => ({
  kind,
  id,
  title: `${kind} ${id}`,
  snippet: 'words',
  matches: [],
  document: null,
  start: null,
  end: null,
  ...place,
});

describe('placeOf', () => {
  const inText = { document: 'd', start: 5, end: 9 };
  test.each([
    [hit('figure', 'f', inText), { view: 'reader', document: 'd', figure: 'f', start: 5, end: 9 }],
    [hit('figure', 'f'), { view: 'figures', figure: 'f' }],
    [hit('document', 'd'), { view: 'reader', document: 'd' }],
    [hit('passage', 'p', inText), { view: 'reader', document: 'd', start: 5, end: 9 }],
    [hit('annotation', 'a', inText), { view: 'reader', document: 'd', start: 5, end: 9 }],
    [hit('finding', 'k', inText), { view: 'audit', finding: 'k' }],
    [hit('source', 's'), { view: 'sources', source: 's' }],
    [hit('structure', 't', inText), { view: 'thesis', item: 't' }],
    [hit('report', 'r'), { view: 'report', report: 'r' }],
    [hit('note', 'n'), { view: 'library' }],
  ] as const)('%j', (given, expected) => {
    expect(placeOf(given)).toEqual(expected);
  });
});

test('figures come before passages, and a passage is called by its own words', () => {
  const rows = rowsOf([hit('passage', 'p', { document: 'd', start: 1, end: 2 }), hit('figure', 'f')]);
  expect(rows.map((row) => [row.group, row.title, row.snippet])).toEqual([
    ['Figures', 'figure f', 'words'],
    ['Passages', 'words', 'passage p'],
  ]);
});

test('a long group folds to its first rows and one that opens the rest', () => {
  const rows = rowsOf(Array.from({ length: 20 }, (_, index) => hit('figure', String(index))));
  const shown = folded(rows, new Set());
  expect(shown).toHaveLength(SHOWN_OF_GROUP + 1);
  expect(shown.at(-1)?.leads).toEqual({ expand: 'Figures' });
  expect(folded(rows, new Set(['Figures']))).toHaveLength(20);
});

test('a group that is one row too long is simply shown', () => {
  const rows = rowsOf(Array.from({ length: SHOWN_OF_GROUP + 1 }, (_, index) => hit('source', String(index))));
  expect(folded(rows, new Set())).toEqual(rows);
});

describe('commandRows', () => {
  const commands: readonly Command[] = [
    { id: 'a', label: 'Export PDF…', group: 'File', run: () => undefined },
    { id: 'a', label: 'Export PDF…', group: 'File', run: () => undefined },
    { id: 'b', label: 'Dark theme', group: 'View', run: () => undefined },
    { id: 'c', label: 'Next figure', group: 'Reader', keyOnly: true, run: () => undefined },
  ];
  test.each([
    ['', ['a', 'b']],
    ['exp pdf', ['a']],
    ['theme: dark', ['b']],
    // Mistyped, and still meant.
    ['xport', ['a']],
    ['drak', ['b']],
    ['zebra', []],
  ])('%s', (typed, expected) => {
    expect(commandRows(commands, typed).map((row) => row.key)).toEqual(expected);
  });
});

test('cutting at matches loses and doubles no character', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ minLength: 31, maxLength: 60 }), fc.array(span), (text, matches) => {
      const parts = cutAt(text, matches);
      expect(parts.map((part) => part.words).join('')).toBe(text);
      for (const part of parts.filter((one) => one.on)) {
        expect(matches.some((match) => match.start <= part.at && part.at < match.end)).toBe(true);
      }
    }),
  );
});
