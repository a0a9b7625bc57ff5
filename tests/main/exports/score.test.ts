// What stands on the first page is true of the whole note: typed numbers count, and the date is of what was used.
import { describe, expect, it } from 'vitest';
import { appendix, scoreOf } from '../../../src/main/exports/note/appendix';
import { noteFromReport } from '../../../src/main/exports/note/from-report';
import { asOfOf } from '../../../src/main/exports/gather';
import { noteHtml } from '../../../src/main/exports/html';
import { missingFigures } from '../../../src/main/exports/note/note';
import { figure } from './support';

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
const live = { type: 'liveFigure', attrs: { figure: 'f1' } };
const text = (words: string) => ({ type: 'text', text: words });
const typed = report([
  { type: 'paragraph', content: [text('Revenue '), live, text(', of it $181.5B, 37.6 bn in cloud, up 28%.')] },
]);

describe('the score of a report', () => {
  const note = noteFromReport(typed, [figure()], [], null);

  it('counts typed numbers that nothing vouches for', () => {
    expect(scoreOf(note.figures, note.typed)).toEqual({ counted: 4, tied: 1, share: 25 });
  });

  it('says them on the first page and lists them in the appendix', async () => {
    const html = await noteHtml(note, [], { paper: 'A4', contents: false, pages: new Map() });
    expect(html).toContain('3 numbers typed, not linked');
    expect(html).toContain('1 of 4 that need a source tie out (25.0%)');
    const audit = { summary: { undisclosed: [] } as never, findings: [], structure: [], rules: [], completedAt: '' };
    expect(JSON.stringify(appendix(note, audit))).toContain('Typed, not linked to a figure (3)');
  });
});

describe('the date of a report', () => {
  const documents = [
    { id: 'd1', asOf: '2026-05-13' },
    { id: 'd2', asOf: '2026-08-14' },
    { id: 'd3', asOf: null },
  ];
  const of = (...used: string[]) =>
    used.map((document) => figure({ place: { document, start: 0, end: 1, section: 0 } }));
  it.each<[string, string[], string | null]>([
    ['of the document it uses, not of the newest', ['d1'], '2026-05-13'],
    ['of the newest it uses', ['d1', 'd2'], '2026-08-14'],
    ['none where its document has none', ['d3'], null],
    ['none where it uses none', [], null],
  ])('is %s', (_, used, asOf) => {
    expect(asOfOf(of(...used), documents)).toBe(asOf);
  });
});

it('a figure that is gone is counted wherever it stands', () => {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph', content: [live] }] };
  const body = report([
    { type: 'paragraph', content: [live] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [live] }] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    { type: 'figureTable', attrs: { figures: ['f1', 'f2'], caption: null } },
  ]);
  expect(missingFigures(noteFromReport(body, [], [], null))).toBe(5);
  expect(missingFigures(noteFromReport(body, [figure(), figure({ id: 'f2' })], [], null))).toBe(0);
});
