// Versions of a report: kept, compared in words and figures, restored, gone with their report; in a real notebook.
import { expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { printable } from '../../../src/main/exports/gather';
import type { Ask } from '../../../src/main/exports/gather';
import { textOf } from '../../../src/main/exports/note/note';
import { notebookAt } from './support';

async function withReport() {
  const notebook = notebookAt();
  const words = 'Northwind Foods: results\n\nRevenue was $10.0B in 2025.\n';
  const plan = notebook.stage(await runImport(new TextEncoder().encode(words), 'note.txt'));
  notebook.call('import.commit', { id: plan.id });
  const figure = notebook
    .call('figure.page', { filter: {}, sort: [], start: 0, end: 9 })
    .rows.find(({ quote }) => quote === '$10.0B');
  const body = (said: string) => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `Sales ${said}, ` },
          { type: 'liveFigure', attrs: { figure: figure?.id ?? '' } },
        ],
      },
    ],
  });
  const report = notebook.call('report.create', { title: 'Note', language: 'en', body: body('rose a lot') }).id ?? '';
  const kept = notebook.call('report.keep', { id: report, name: 'First draft' }).id ?? '';
  return { notebook, report, kept, figure: figure?.id ?? '', body };
}

it('compares words, and figures as they read then', async () => {
  const { notebook, report, kept, figure, body } = await withReport();
  const compare = () => notebook.call('report.compare', { id: report, since: kept });
  expect(compare().lines.flatMap(({ runs }) => runs.map(({ change }) => change))).toEqual(['same']);
  notebook.call('report.save', { id: report, title: 'Note', body: body('fell a lot') });
  notebook.call('figure.update', { edits: [{ id: figure, set: { value: '11.0' } }] });
  expect(compare().figures).toEqual([
    { name: expect.stringContaining('Revenue') as string, before: '$10.0B', after: '$11.0B' },
  ]);
  expect(compare().lines.map(({ runs }) => runs.map(({ change, text }) => `${change} ${text}`))).toEqual([
    ['same Sales ', 'removed rose', 'added fell', 'same  a lot, ', 'removed $10.0B', 'added $11.0B'],
  ]);
});

it('is exported as a note of changes', async () => {
  const { notebook, report, kept, body } = await withReport();
  notebook.call('report.save', { id: report, title: 'Note', body: body('fell a lot') });
  const ask: Ask = (message, asked) => Promise.resolve(notebook.call(message, asked));
  const { note, appendix } = await printable(ask, { report, since: kept });
  expect(appendix).toEqual([]);
  const paragraph = note.blocks.at(-1);
  const inlines = paragraph?.kind === 'paragraph' ? paragraph.inlines : [];
  expect(textOf(inlines)).toBe('Sales rosefell a lot, $10.0B');
  expect(inlines.map((one) => one.kind === 'text' && (one.strike ? '-' : one.underline ? '+' : '='))).toEqual([
    '=',
    '-',
    '+',
    '=',
  ]);
});

it('restores words as one step, replaces one of its name, and goes with its report', async () => {
  const { notebook, report, kept, body } = await withReport();
  notebook.call('report.save', { id: report, title: 'Other', body: body('fell') });
  notebook.call('report.restore', { id: report, version: kept });
  expect(notebook.call('report.read', { id: report })).toMatchObject({ title: 'Note', body: body('rose a lot') });
  notebook.call('history.undo', {});
  expect(notebook.call('report.read', { id: report })).toMatchObject({ title: 'Other', body: body('fell') });
  expect(notebook.call('report.keep', { id: report, name: 'First draft' }).id).toBe(kept);
  expect(notebook.call('report.versions', { id: report }).map(({ name, words }) => [name, words])).toEqual([
    ['First draft', 3],
  ]);
  notebook.call('report.remove', { id: report });
  expect(notebook.call('report.versions', { id: report })).toEqual([]);
  notebook.call('history.undo', {});
  expect(notebook.call('report.versions', { id: report })).toHaveLength(1);
});
