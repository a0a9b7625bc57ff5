// Every message of the contract, asked of a real notebook: what comes back is what the contract says, to the letter.
import { expect, test } from 'vitest';
import { notebookMessages, type NotebookMessage } from '../../../src/contract/notebook';
import { QUARTERS, readCsv } from '../imports/tables';
import { file, importOf, notebookAt } from './support';

test('every message answers in the form the contract gives, and every command in its revision', async () => {
  const notebook = notebookAt(file());
  const asked = new Set<NotebookMessage>();
  /** Asks and checks; gives what came back. */
  const ask = (message: NotebookMessage, request: object): Readonly<Record<string, unknown>> => {
    asked.add(message);
    const reply = notebook.handle(message, request);
    if (!reply.ok) throw new Error(`${message}: ${reply.error.message}`);
    const checked = notebookMessages[message].response.safeParse(reply.value);
    expect(checked.error?.issues ?? [], message).toEqual([]);
    // What the schema would drop or fill in does not go over the wire: the answer itself is exact.
    expect(checked.data, message).toEqual(reply.value);
    if (notebookMessages[message].kind === 'command') {
      expect(reply.value, message).toMatchObject({ revision: notebook.context.revision() });
    }
    return Object(reply.value) as Record<string, unknown>;
  };
  const idOf = (answer: Readonly<Record<string, unknown>>): string => String(answer['id']);

  const discarded = notebook.stage(importOf('Some other text\n\nwith words'));
  ask('import.plan', { id: discarded.id });
  ask('import.discard', { id: discarded.id });
  const article = importOf('An article\n\nwith words');
  const page = notebook.stage({ ...article, whole: article });
  ask('import.discard', { id: idOf(ask('import.whole', { id: page.id, whole: true })) });
  const document = idOf(ask('import.commit', { id: notebook.stage(importOf()).id }));
  const table = notebook.stage(await readCsv(QUARTERS));
  ask('import.plan', { id: table.id });
  const remapped = idOf(ask('import.remap', { id: table.id, use: { mapping: table.mapping } }));
  ask('import.commit', { id: remapped, remember: 'Quarters' });
  ask('document.list', {});
  ask('document.read', { id: document });
  ask('document.pages', { id: document });
  ask('document.page', { id: document, number: 1 });
  ask('document.original', { id: document });
  ask('document.update', { id: document, set: { title: 'Named', asOf: '2026-05-19' } });

  const rows = {
    filter: { document, quick: 'rev', columns: { unit: 'money' } },
    sort: [{ column: 'value', descending: true }],
  };
  ask('figure.page', { ...rows, start: 0, end: 20 });
  const figure = idOf(ask('figure.create', { place: null, set: { value: '5', unit: 'percent', metric: 'Revenue' } }));
  ask('figure.update', { edits: [{ id: figure, set: { provenance: 'inferred', review: 'disputed', note: 'why' } }] });
  ask('figure.detail', { id: figure });
  ask('figure.suggest', { id: figure, field: 'provenance' });
  const quoted = notebook.call('figure.page', { filter: { document }, sort: [], start: 0, end: 1 }).rows[0]?.id ?? '';
  ask('figure.detail', { id: quoted });

  const source = idOf(ask('source.create', { csl: { type: 'report', title: 'Annual report', DOI: '10.1/x' } }));
  const other = idOf(ask('source.create', { csl: { type: 'webpage', title: 'A page' } }));
  ask('source.update', { edits: [{ id: source, csl: { publisher: 'Northwind' }, tier: 'filing' }] });
  ask('link.add', { figures: [figure], source: other, locator: 'p. 4' });
  ask('source.merge', { into: source, from: [other] });
  ask('source.list', {});
  ask('link.remove', { figure, source });

  const place = { document, start: 0, end: 9 };
  const annotation = idOf(ask('annotation.add', { ...place, body: 'why', colour: 'green', tags: ['a'] }));
  ask('annotation.update', { id: annotation, set: { tags: ['a', 'b'] } });
  ask('document.read', { id: document });
  ask('annotation.remove', { id: annotation });

  ask('watch.list', {});
  ask('audit.run', {});
  ask('work.progress', { what: 'audit.run' });
  ask('work.stop', { what: 'audit.run' });
  ask('audit.summary', {});
  ask('audit.summary', { document });
  ask('finding.list', { includeOk: true });
  const keys = notebook.call('finding.list', { includeOk: false }).map((finding) => finding.key);
  ask('finding.setStatus', { keys, status: 'explained', reason: 'as planned' });
  ask('finding.list', { document, includeOk: false });
  const conflict = notebook.call('finding.list', { includeOk: true }).find(({ figures }) => figures.length > 0);
  ask('finding.choose', {
    key: conflict?.key ?? '',
    figure: conflict?.figures[0]?.figure ?? '',
    reason: 'it is filed',
  });
  ask('rule.set', { rule: 'DOC03', off: 'a draft' });
  ask('rule.list', {});
  ask('audit.history', { limit: 10 });
  ask('figure.support', { id: quoted });
  ask('link.addDocument', { figure, document, locator: null });

  const item = { type: 'risk', label: 'Tariffs', fields: { horizon: 'near' }, document };
  const structure = idOf(ask('structure.create', item));
  ask('structure.update', { id: structure, set: { label: 'Tariffs bite', position: 2 } });
  ask('structure.list', { document });
  ask('structure.list', {});
  ask('structure.remove', { ids: [structure] });

  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words here' }] }] };
  const report = idOf(ask('report.create', { title: 'Weekly', body, language: 'en' }));
  ask('report.save', { id: report, title: 'Weekly note', body });
  ask('report.list', {});
  ask('report.read', { id: report });
  ask('report.check', { id: report });
  const version = idOf(ask('report.keep', { id: report, name: 'First' }));
  ask('report.versions', { id: report });
  ask('report.compare', { id: report, since: version });
  ask('report.restore', { id: report, version });
  ask('report.forget', { version });
  ask('search.query', { text: 'words', limit: 20 });
  ask('search.query', { text: '观点', limit: 20 });
  ask('report.remove', { id: report });

  const note = idOf(ask('note.save', { id: null, body: 'call them', figure, document: null }));
  ask('note.list', {});
  ask('note.remove', { id: note });
  const view = idOf(ask('view.save', { id: null, place: 'figures', name: 'Mine', state: { columns: [] } }));
  ask('view.list', { place: 'figures' });
  ask('view.remove', { id: view });

  ask('history.undo', {});
  ask('history.redo', {});
  ask('history.list', { limit: 100 });
  ask('backup.now', {});
  ask('backup.list', {});
  ask('log.read', {});
  ask('figure.remove', { ids: [figure] });
  ask('source.remove', { ids: [source] });
  ask('notebook.info', {});
  ask('document.remove', { id: document });

  expect([...asked].sort()).toEqual(Object.keys(notebookMessages).sort());
});

test('what is not there is E_NOT_FOUND, never a bug', () => {
  const notebook = notebookAt();
  const id = 'x_none';
  const requests: readonly (readonly [NotebookMessage, object])[] = [
    ['document.read', { id }],
    ['document.pages', { id }],
    ['document.page', { id, at: 0 }],
    ['document.original', { id }],
    ['document.update', { id, set: { title: 'x' } }],
    ['document.remove', { id }],
    ['figure.detail', { id }],
    ['figure.create', { place: { document: id, start: 0, end: 1 }, set: { value: '1' } }],
    ['figure.update', { edits: [{ id, set: { note: 'x' } }] }],
    ['figure.remove', { ids: [id] }],
    ['source.update', { edits: [{ id, csl: { title: 'x' } }] }],
    ['source.remove', { ids: [id] }],
    ['source.merge', { into: id, from: ['y_none'] }],
    ['link.add', { figures: [id], source: id, locator: null }],
    ['link.remove', { figure: id, source: id }],
    ['annotation.add', { document: id, start: 0, end: 1, body: '', colour: 'red', tags: [] }],
    ['annotation.update', { id, set: {} }],
    ['annotation.remove', { id }],
    ['structure.create', { type: 'risk', label: 'x', fields: {}, document: id }],
    ['structure.update', { id, set: {} }],
    ['structure.remove', { ids: [id] }],
    ['report.read', { id }],
    ['report.check', { id }],
    ['report.keep', { id, name: 'x' }],
    ['report.compare', { id, since: id }],
    ['report.restore', { id, version: id }],
    ['report.forget', { version: id }],
    ['report.save', { id, title: 'x', body: null }],
    ['report.remove', { id }],
    ['note.save', { id, body: 'x', figure: null, document: null }],
    ['note.save', { id: null, body: 'x', figure: id, document: null }],
    ['note.remove', { id }],
    ['view.save', { id, place: 'x', name: 'x', state: {} }],
    ['view.remove', { id }],
    ['import.plan', { id }],
    ['import.whole', { id, whole: true }],
    ['import.commit', { id }],
  ];
  const codes = requests.map(([message, request]) => {
    const reply = notebook.handle(message, request);
    return [message, reply.ok ? 'ok' : reply.error.code];
  });
  expect(codes).toEqual(requests.map(([message]) => [message, 'E_NOT_FOUND']));
  expect(notebook.context.revision()).toBe(0);
});
