// One box over everything, Latin and Chinese alike, in step with every change.
import { expect, test } from 'vitest';
import { readable } from '../../../src/main/notebook/features/search';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { commit, figuresOf, notebookAt } from './support';

const kinds = (notebook: Notebook, text: string): string[] => [
  ...new Set(notebook.call('search.query', { text, limit: 50 }).map((hit) => hit.kind)),
];

function ready(): Notebook {
  const notebook = notebookAt();
  const document = commit(notebook);
  notebook.call('annotation.add', {
    document,
    start: 0,
    end: 9,
    body: 'check the tariff',
    colour: 'red',
    tags: ['trade'],
  });
  notebook.call('note.save', { id: null, body: '问问管理层', figure: null, document: null });
  notebook.call('report.create', {
    title: 'Weekly',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Inventories fell' }] }] },
    language: 'en',
  });
  return notebook;
}

test.each([
  ['northwind', ['document', 'figure', 'structure', 'annotation', 'passage', 'finding']],
  ['ledger', ['source', 'passage']],
  ['tariff', ['annotation']],
  ['trade', ['annotation']],
  ['inventories', ['report']],
  ['观点', ['passage']],
  ['亿', ['passage']],
  ['管理层', ['note']],
  ['margin fy2027', ['passage']],
  ['%', ['figure', 'passage', 'finding']],
  ['nowhere at all', []],
])('%s is found in %j', (text, expected) => {
  const found = kinds(ready(), text);
  for (const kind of found) expect(expected).toContain(kind);
  if (expected.length > 0) expect(found).toContain(expected[0]);
  else expect(found).toEqual([]);
});

test('a hit shows its words and leads to their place', () => {
  const notebook = ready();
  const hit = notebook.call('search.query', { text: '150亿', limit: 5 }).find((one) => one.kind === 'passage');
  expect(hit?.snippet.slice(hit.matches[0]?.start, hit.matches[0]?.end)).toBe('150亿');
  const { text } = notebook.call('document.read', { id: hit?.document ?? '' });
  expect(text.slice(hit?.start ?? 0, hit?.end ?? 0)).toBe('150亿');
});

test('an id is no word of a source', () => {
  expect(kinds(ready(), 's1')).not.toContain('source');
});

test.each([
  ['## **Cloud** is _faster_ again', 'Cloud is faster again'],
  ['- **Ads:** see [the release](https://x.example/a_(b)) now', 'Ads: see the release now'],
  ['> quoted `code`', 'quoted code'],
  ['| Revenue | $5B | **+2%** |', 'Revenue · $5B · +2%'],
  ['2 * 3 * 4 and snake_case_name [Desk]', '2 * 3 * 4 and snake_case_name [Desk]'],
  ['***', '***'],
])('%j reads %j', (source, shown) => {
  expect(readable(source)).toBe(shown);
});

test('follows edits, undo and removal', () => {
  const notebook = ready();
  const id = figuresOf(notebook)[0]?.id ?? '';
  notebook.call('figure.update', { edits: [{ id, set: { note: 'zebra' } }] });
  expect(kinds(notebook, 'zebra')).toEqual(['figure']);
  notebook.call('history.undo', {});
  expect(kinds(notebook, 'zebra')).toEqual([]);
  notebook.call('document.remove', { id: notebook.call('document.list', {})[0]?.id ?? '' });
  expect(kinds(notebook, 'northwind')).toEqual([]);
});

test('accents, width and characters fold; words between quotation marks stand together', () => {
  const notebook = notebookAt();
  const note = (body: string) => notebook.call('note.save', { id: null, body, figure: null, document: null });
  note('Société Générale raised its net interest income');
  note('臺灣的營業收入增長');
  note('ＥＢＩＴＤＡ of the net was income of interest');
  const bodies = (text: string) =>
    notebook
      .call('search.query', { text, limit: 50 })
      .map(({ snippet, matches }) => matches.map(({ start, end }) => snippet.slice(start, end)).join('|'));
  expect(bodies('societe generale')).toEqual(['Société|Générale']);
  expect(bodies('générale')).toEqual(['Générale']);
  expect(bodies('台湾')).toEqual(['臺灣']);
  expect(bodies('台')).toEqual(['臺']);
  expect(bodies('营业收入')).toEqual(['營業收入']);
  expect(bodies('ebitda')).toEqual(['ＥＢＩＴＤＡ']);
  expect(bodies('"net interest income"')).toEqual(['net interest income']);
  expect(bodies('net interest income')).toHaveLength(2);
});
