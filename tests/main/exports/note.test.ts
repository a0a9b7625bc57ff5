// The note model: same words as the document, figures and chips in their places, whatever overlaps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteFromDocument } from '../../../src/main/exports/note/from-document';
import { noteFromReport } from '../../../src/main/exports/note/from-report';
import { noteHtml } from '../../../src/main/exports/html';
import { textOf } from '../../../src/main/exports/note/note';
import { figure, note, readerDocument, source } from './support';

const TEXT = 'AWS made $37.6B[Yahoo] in Q1.';
const paragraph = (text: string) => ({
  kind: 'paragraph' as const,
  start: 0,
  end: text.length,
  contentStart: 0,
  level: 0,
  ordered: false,
  section: 0,
  rows: [],
});

describe('an imported document', () => {
  const document = readerDocument(TEXT, {
    blocks: [paragraph(TEXT)],
    figures: [figure({ place: { document: 'd1', start: 9, end: 15, section: 0 } })],
    citations: [{ id: 'c1', marker: 'Yahoo', style: 'bracket-name', start: 15, end: 22, source: 's1', locator: null }],
  });

  it('keeps its words, marks figures and numbers chips', () => {
    const { blocks, sources } = noteFromDocument(document, [source('s1', 'Yahoo')]);
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'AWS made ' },
          { kind: 'figure', text: '$37.6B', id: 'f1', provenance: 'disclosed', inherited: null },
          { kind: 'cite', label: 'Yahoo', number: 1, locator: null },
          { kind: 'text', text: ' in Q1.' },
        ],
      },
    ]);
    expect(sources.map((s) => s.id)).toEqual(['s1']);
  });

  it('prints every word once, wherever figures and marks overlap', () => {
    const spans = fc.array(fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)), { maxLength: 6 });
    fc.assert(
      fc.property(spans, spans, (figures, emphases) => {
        const ordered = ([a, b]: readonly [number, number]) => ({ start: Math.min(a, b), end: Math.max(a, b) });
        const marked = readerDocument(TEXT, {
          blocks: [paragraph(TEXT)],
          figures: figures
            .map(ordered)
            .filter((s) => s.end > s.start)
            .map((s, i) => figure({ id: `f${i}`, place: { document: 'd1', ...s, section: 0 } })),
          marks: emphases.map((pair) => ({ kind: 'strong', ...ordered(pair) })),
        });
        const block = noteFromDocument(marked, []).blocks[0];
        expect(block?.kind === 'paragraph' && textOf(block.inlines)).toBe(TEXT);
      }),
    );
  });
});

describe('a report', () => {
  const report = (content: unknown[]) => ({
    id: 'r1',
    title: 'My note',
    body: { type: 'doc', content },
    language: 'en',
    createdAt: '',
    updatedAt: '',
    words: 0,
    figures: ['f1'],
    sources: [],
  });
  const live = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Revenue ' },
      { type: 'liveFigure', attrs: { figure: 'f1' } },
    ],
  };

  it('reads live figures as the notebook has them now', () => {
    const { blocks } = noteFromReport(report([live]), [figure({ value: '38.1' })], [], null);
    expect(blocks.map((b) => ('inlines' in b ? textOf(b.inlines) : b.kind))).toEqual(['My note', 'Revenue $38.1B']);
  });

  it.each([
    ['Der Umsatz ist im ersten Quartal und mit der neuen Ware gestiegen', 'de'],
    ['公司的营收在第一季度上升，利润率也有所改善', 'zh'],
    ['Sales rose', 'en'],
  ])('speaks the language of its words: %s', (words, language) => {
    const said = report([{ type: 'paragraph', content: [{ type: 'text', text: words }] }]);
    expect(noteFromReport(said, [], [], null).language).toBe(language);
  });

  it('says when a live figure is gone', async () => {
    const { blocks } = noteFromReport(report([live]), [], [], null);
    expect(await noteHtml(note(blocks), [], { paper: 'A4', contents: false, pages: new Map() })).toContain(
      'figure missing',
    );
  });

  it('drops links that could run', () => {
    const link = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
    };
    expect(JSON.stringify(noteFromReport(report([link]), [], [], null).blocks)).not.toContain('javascript');
  });
});

describe('html', () => {
  it('escapes what the document says', async () => {
    const hostile = '<script>alert(1)</script> & "quotes"';
    const html = await noteHtml(
      note([{ kind: 'paragraph', inlines: [{ kind: 'text', text: hostile }] }], { title: hostile }),
      [],
      { paper: 'A4', contents: true, pages: new Map() },
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  });

  it('carries a Chinese font only where there is Chinese', async () => {
    const of = (text: string) =>
      noteHtml(note([{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }]), [], {
        paper: 'A4',
        contents: false,
        pages: new Map(),
      });
    expect((await of('八、接下来')).match(/Noto Sans SC'/g)?.length).toBeGreaterThan(0);
    expect((await of('plain')).match(/font-family: 'Noto Sans SC'/g)).toBeNull();
  });
});
