// What the editor can hold, a note can: neither is wider than the list both follow.
import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import { BODY_BLOCKS, BODY_INLINES, BODY_MARKS, BODY_PARTS } from '../../../src/core/report/body';
import { noteFromReport } from '../../../src/main/exports/note/from-report';
import { noteDocx } from '../../../src/main/exports/docx/docx';
import { noteHtml } from '../../../src/main/exports/html';
import { noteMarkdown } from '../../../src/main/exports/markdown/markdown';
import { EXTENSIONS } from '../../../src/renderer/src/views/report/extensions';
import { strFromU8, unzipSync } from 'fflate';

const schema = getSchema(EXTENSIONS);
const sorted = (names: Iterable<string>) => [...names].sort();

it('holds the nodes of the list and no others', () => {
  expect(sorted(Object.keys(schema.nodes))).toEqual(sorted([...BODY_BLOCKS, ...BODY_INLINES, ...BODY_PARTS]));
});

it('holds the marks of the list and no others', () => {
  expect(sorted(Object.keys(schema.marks))).toEqual(sorted(BODY_MARKS));
});

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const cell = (type: string, ...content: unknown[]) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content });

/** One of everything, each with a word of its own, also where one stands in another. */
const EVERYTHING = [
  { type: 'heading', attrs: { level: 2 }, content: [text('zq01z')] },
  p(...BODY_MARKS.filter((mark) => mark !== 'link').map((mark, at) => text(`zq1${at}z`, mark))),
  p(
    { type: 'text', text: 'zq20z', marks: [{ type: 'link', attrs: { href: 'https://example.com' } }] },
    { type: 'hardBreak' },
    text('zq21z'),
  ),
  p(text('zq22z'), { type: 'footnote', attrs: { text: 'zq23z' } }),
  {
    type: 'bulletList',
    content: [
      item(p(text('zq30z')), p(text('zq31z')), {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [item(p(text('zq32z')))],
      }),
    ],
  },
  {
    type: 'blockquote',
    content: [
      p(text('zq40z')),
      { type: 'bulletList', content: [item(p(text('zq41z')))] },
      { type: 'codeBlock', content: [{ type: 'text', text: 'zq42z' }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell', p(text('zq43z')))] }] },
    ],
  },
  { type: 'codeBlock', content: [{ type: 'text', text: 'zq50z' }] },
  { type: 'horizontalRule' },
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', p(text('zq60z')))] },
      {
        type: 'tableRow',
        content: [
          cell(
            'tableCell',
            p(text('zq61z')),
            { type: 'bulletList', content: [item(p(text('zq62z'))), item(p(text('zq63z')))] },
            { type: 'codeBlock', content: [{ type: 'text', text: 'zq64z' }] },
          ),
        ],
      },
    ],
  },
  { type: 'figureTable', attrs: { figures: [], caption: 'zq70z' } },
];
const WORDS = [...JSON.stringify(EVERYTHING).matchAll(/"(zq\d\dz)"/g)].flatMap(([, word]) => word ?? []);

it('every word of everything it holds stands in every format, once', async () => {
  const body = { type: 'doc', content: EVERYTHING };
  const record = {
    id: 'r',
    title: 'A title',
    language: 'en',
    createdAt: '',
    updatedAt: '',
    words: 0,
    figures: [],
    sources: [],
  };
  const note = noteFromReport({ ...record, body }, [], [], null);
  const docx = unzipSync(await noteDocx(note, [], 'A4', false));
  const printed = {
    html: await noteHtml(note, [], { paper: 'A4', contents: false, pages: new Map() }),
    md: noteMarkdown(note, []),
    docx: ['document', 'footnotes'].map((part) => strFromU8(docx[`word/${part}.xml`] ?? new Uint8Array())).join(''),
  };
  for (const [format, words] of Object.entries(printed)) {
    expect(
      WORDS.filter((word) => words.split(word).length !== 2),
      format,
    ).toEqual([]);
  }
});
