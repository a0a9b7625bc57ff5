// Small decisions of the editor's tools: addresses as they are typed, places of typed numbers.
import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { typedFigures } from '../../../src/core/report/typed';
import { EXTENSIONS } from '../../../src/renderer/src/views/report/extensions';
import { addressFrom } from '../../../src/renderer/src/views/report/LinkField';
import { placeOf } from '../../../src/renderer/src/views/report/TypedNumbers';

describe('an address as it is typed', () => {
  it.each([
    ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
    ['a.example/b', 'https://a.example/b'],
    ['me@a.example', 'mailto:me@a.example'],
    ['', ''],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['two words', null],
  ])('%j is %j', (typed, address) => {
    expect(addressFrom(typed)).toBe(address);
  });
});

describe('a typed number', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const live = { type: 'liveFigure', attrs: { figure: 'f' } };
  const p = (...content: unknown[]) => ({ type: 'paragraph', content });
  const body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Results')] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [p(text('After '), live, text(' came $181.5B of it'))] }],
      },
      { type: 'codeBlock', content: [text('x = 5')] },
      { type: 'blockquote', content: [p(text('up 28% there'))] },
    ],
  };
  const found = typedFigures(body, () => '$37.6B');
  const state = EditorState.create({ doc: getSchema(EXTENSIONS).nodeFromJSON(body) });
  const words = (place: { from: number; to: number } | null) => place && state.doc.textBetween(place.from, place.to);

  it('is found in the document where it stands', () => {
    const quotes = found.map((one) => words(placeOf({ state }, { ...one, offers: [] })));
    expect(quotes).toEqual(['$181.5B', '28%']);
  });

  it('is left alone where the text has changed since', () => {
    const [first] = found;
    if (!first) throw new Error('nothing found');
    const next = state.apply(state.tr.insertText('yy', 14));
    expect(placeOf({ state: next }, { ...first, offers: [] })).toBeNull();
  });
});
