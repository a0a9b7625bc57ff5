// Find and replace in the report: what is found, what is held, what one replacement changes.
import { getSchema } from '@tiptap/core';
import { history, undo, undoDepth } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { EXTENSIONS } from '../../../src/renderer/src/views/report/extensions';
import { replaced } from '../../../src/renderer/src/views/report/find/marks';
import { findIn, type FindQuery, nextMatch } from '../../../src/renderer/src/views/report/find/search';
import { toldOf } from '../../../src/renderer/src/views/report/find/use-find';

const schema = getSchema(EXTENSIONS);
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const live = { type: 'liveFigure', attrs: { figure: 'f' } };
const cited = { type: 'cite', attrs: { source: 's' } };
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => schema.nodeFromJSON({ type: 'doc', content });
const wordsOf = (node: Node) =>
  ({ liveFigure: '$4.2B', cite: 'Gazette', figureTable: 'Caption\n$4.2B' })[node.type.name] ?? '';
const query = (words: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text: words,
  exactCase: false,
  wholeWords: false,
  ...more,
});

describe('what is found', () => {
  const body = doc(
    p(text('Margin up; the mar'), text('gin', 'bold'), text(' fell. Margins vary')),
    p(text('Sales of '), live, text(' rose '), cited, text(', says the Gazette')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('don’t “rush”'))] }] },
    { type: 'figureTable', attrs: { figures: [], caption: 'Caption' } },
  );
  it.each([
    ['margin', {}, ['Margin', 'margin', 'Margin'], 0],
    ['margin', { exactCase: true }, ['margin'], 0],
    ['margin', { wholeWords: true }, ['Margin', 'margin'], 0],
    ['4.2B', {}, ['￼', '￼'], 2],
    ['of $4.2B rose', {}, ['of ￼ rose'], 1],
    ['gazette', {}, ['￼', 'Gazette'], 1],
    ['don\'t "rush"', {}, ['don’t “rush”'], 0],
    ['a.b', {}, [], 0],
    ['', {}, [], 0],
    ['vary Sales', {}, [], 0],
  ])('%j %j', (words, more, found, held) => {
    const matches = findIn(body, query(words, more), wordsOf);
    expect(matches.map(({ from, to }) => body.textBetween(from, to, '', '￼'))).toEqual(found);
    expect(matches.filter((match) => match.held)).toHaveLength(held);
  });
});

describe('a replacement', () => {
  const start = () =>
    EditorState.create({
      doc: doc(p(text('one net, two '), text('net', 'bold'), text(' of '), live), p(text('Net'))),
      plugins: [history()],
    });

  it('keeps marks and live figures, and is one step back', () => {
    const before = start();
    const change = replaced(before, findIn(before.doc, query('net'), wordsOf), 'gross $&');
    if (!change) throw new Error('nothing to replace');
    let state = before.apply(change);
    expect(state.doc.textBetween(0, state.doc.content.size, '/', '￼')).toBe('one gross $&, two gross $& of ￼/gross $&');
    expect(state.doc.firstChild?.child(1).marks.map(({ type }) => type.name)).toEqual(['bold']);
    expect(undoDepth(state)).toBe(1);
    undo(state, (back) => (state = state.apply(back)));
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  it('leaves what a live figure says', () => {
    const state = start();
    expect(replaced(state, findIn(state.doc, query('4.2'), wordsOf), 'x')).toBeNull();
  });

  it('by nothing takes the words out', () => {
    const state = start();
    const change = replaced(state, findIn(state.doc, query(' net'), wordsOf), '');
    expect(change?.doc.textBetween(0, change.doc.content.size, '/', '￼')).toBe('one, two of ￼/Net');
  });
});

it.each([
  [3, 0, '3 places replaced.'],
  [1, 2, '1 place replaced. 2 left: live figures and citations say what the notebook holds.'],
  [0, 1, 'Nothing replaced. 1 left: live figures and citations say what the notebook holds.'],
])('says that %i were replaced and %i left', (done, held, words) => {
  expect(toldOf(done, held)).toBe(words);
});

it.each([
  [0, 1, 0],
  [4, 1, 1],
  [9, 1, 0],
  [9, -1, 1],
  [1, -1, 1],
] as const)('from place %i by %i comes match %i', (place, by, at) => {
  const matches = [
    { from: 1, to: 3, held: false },
    { from: 5, to: 7, held: false },
  ];
  expect(nextMatch(matches, place, by)).toBe(at);
});
