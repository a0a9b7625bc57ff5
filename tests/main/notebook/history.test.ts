// Undo and redo on the real file: whatever was done, undoing all of it gives the first state, redoing all the last.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkNotebook } from '../../../src/main/notebook/check';
import { inspect } from '../../../src/main/notebook/inspect';
import { Notebook } from '../../../src/main/notebook/notebook';
import { all } from '../../../src/main/storage/db/db';
import { RECORD_TABLES } from '../../../src/main/storage/db/rows';
import { commit, figuresOf, file, importOf, NOTE, notebookAt } from './support';

/** Every record there is. */
const dump = (notebook: Notebook): string =>
  JSON.stringify(RECORD_TABLES.map((table) => all(notebook.context.db, `SELECT * FROM ${table} ORDER BY id`)));

/** Picks one of several by a number that may be anything. */
const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];

type Step = (notebook: Notebook, n: number) => void;

const onFigure =
  (act: (notebook: Notebook, id: string, n: number) => void): Step =>
  (notebook, n) => {
    const figure = pick(figuresOf(notebook), n);
    if (figure !== undefined) act(notebook, figure.id, n);
  };

const onSource =
  (act: (notebook: Notebook, id: string, n: number) => void): Step =>
  (notebook, n) => {
    const source = pick(notebook.call('source.list', {}), n);
    if (source !== undefined) act(notebook, source.id, n);
  };

const onDocument =
  (act: (notebook: Notebook, id: string, n: number) => void): Step =>
  (notebook, n) => {
    const document = pick(notebook.call('document.list', {}), n);
    if (document !== undefined) act(notebook, document.id, n);
  };

const update = (notebook: Notebook, id: string, set: object): void => {
  notebook.call('figure.update', { edits: [{ id, set }] });
};

const STEPS: Readonly<Record<string, Step>> = {
  import: (notebook, n) => commit(notebook, importOf(n % 3 === 0 ? NOTE : `${NOTE}\nAnother ending ${n % 5}.\n`)),
  value: onFigure((notebook, id, n) => update(notebook, id, { value: String(n % 40) })),
  class: onFigure((notebook, id, n) => update(notebook, id, { provenance: n % 2 ? 'inferred' : 'third_party' })),
  tick: onFigure((notebook, id) => update(notebook, id, { review: 'ticked', note: 'seen' })),
  fill: (notebook, n) => {
    const edits = figuresOf(notebook).map(({ id }) => ({ id, set: { period: `FY${2020 + (n % 9)}` } }));
    if (edits.length > 0) notebook.call('figure.update', { edits });
  },
  drop: onFigure((notebook, id) => notebook.call('figure.remove', { ids: [id] })),
  type: (notebook, n) =>
    notebook.call('figure.create', { place: null, set: { value: `${n % 90}.5`, unit: 'percent' } }),
  cite: (notebook, n) => notebook.call('source.create', { csl: { type: 'webpage', title: `Outlet ${n % 7}` } }),
  retitle: onSource((notebook, id, n) =>
    notebook.call('source.update', { edits: [{ id, csl: { publisher: `House ${n % 4}` } }] }),
  ),
  merge: (notebook, n) => {
    const sources = notebook.call('source.list', {});
    const [into, from] = [pick(sources, n), pick(sources, n + 1)];
    if (into && from && into.id !== from.id) notebook.call('source.merge', { into: into.id, from: [from.id] });
  },
  unsource: onSource((notebook, id) => notebook.call('source.remove', { ids: [id] })),
  link: (notebook, n) => {
    const [figure, source] = [pick(figuresOf(notebook), n), pick(notebook.call('source.list', {}), n)];
    if (figure && source)
      notebook.call('link.add', { figures: [figure.id], source: source.id, locator: `p. ${n % 9}` });
  },
  unlink: (notebook, n) => {
    const figure = pick(figuresOf(notebook), n);
    const source = figure?.citations[0]?.source;
    if (figure && source) notebook.call('link.remove', { figure: figure.id, source });
  },
  annotate: onDocument((notebook, document, n) =>
    notebook.call('annotation.add', { document, start: n % 9, end: 20, body: 'why', colour: 'blue', tags: ['x'] }),
  ),
  rename: onDocument((notebook, id, n) => notebook.call('document.update', { id, set: { title: `Title ${n % 4}` } })),
  remove: onDocument((notebook, id) => notebook.call('document.remove', { id })),
  thesis: (notebook, n) =>
    notebook.call('structure.create', {
      type: 'risk',
      label: `Risk ${n}`,
      fields: { horizon: 'near' },
      document: null,
    }),
  report: (notebook, n) => notebook.call('report.create', { title: `Report ${n % 3}`, body: null, language: 'en' }),
  view: (notebook, n) =>
    notebook.call('view.save', { id: null, place: 'figures', name: `View ${n % 2}`, state: { n } }),
  note: (notebook, n) => notebook.call('note.save', { id: null, body: `note ${n}`, figure: null, document: null }),
  dismiss: (notebook, n) =>
    notebook.call('finding.setStatus', { keys: [`K${n % 3}`], status: n % 2 ? 'dismissed' : 'open', reason: 'known' }),
  undo: (notebook) => notebook.call('history.undo', {}),
  redo: (notebook) => notebook.call('history.redo', {}),
};

const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 1000 }));

function all_(notebook: Notebook, message: 'history.undo' | 'history.redo'): number {
  for (let n = 0; ; n += 1) if (notebook.call(message, {}).label === null) return n;
}

test('undoing everything gives the first state, redoing everything the last, over a restart', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const path = file();
      const first = Notebook.open(path, { create: true, automaticBackups: false });
      const empty = dump(first);
      commit(first);
      for (const [name, n] of steps) STEPS[name]?.(first, n);
      const last = dump(first);
      first.close();
      const second = Notebook.open(path, { automaticBackups: false });
      const undone = all_(second, 'history.undo');
      expect(dump(second)).toBe(empty);
      expect(all_(second, 'history.redo')).toBeGreaterThanOrEqual(undone);
      if (steps.every(([name]) => name !== 'undo')) expect(dump(second)).toBe(last);
      expect(checkNotebook(second.context)).toEqual([]);
      second.close();
    }),
    { numRuns: 30 },
  );
});

test('a command that changes nothing is no step and no change', () => {
  const notebook = notebookAt();
  commit(notebook);
  const before = notebook.call('notebook.info', {}).revision;
  const [figure] = figuresOf(notebook);
  const done = notebook.call('figure.update', {
    edits: [{ id: figure?.id ?? '', set: { value: ' 12.40', provenance: 'disclosed', note: '' } }],
  });
  // 12.4 and 12.40 are printed differently and so read differently; the same text is nothing new.
  expect(done.changed).toBe(1);
  notebook.call('history.undo', {});
  const again = notebook.call('figure.update', { edits: [{ id: figure?.id ?? '', set: { value: '12.4' } }] });
  expect(again.changed).toBe(0);
  expect(again.revision).toBe(before + 2);
});

test('a new edit after an undo ends what could be redone', () => {
  const notebook = notebookAt();
  commit(notebook);
  const id = figuresOf(notebook)[0]?.id ?? '';
  update(notebook, id, { note: 'one' });
  notebook.call('history.undo', {});
  update(notebook, id, { note: 'two' });
  expect(notebook.call('history.redo', {}).label).toBeNull();
  expect(figuresOf(notebook)[0]?.note).toBe('two');
  const changes = notebook.call('history.list', { limit: 10 });
  expect(changes.map((change) => [change.kind, change.undone])).toEqual([
    ['edit', false],
    ['undo', false],
    ['edit', true],
    ['import', false],
  ]);
});

test('saves of a report within a minute are one step, later ones another', () => {
  let minute = 0;
  const notebook = notebookAt(file(), { now: () => new Date(Date.UTC(2026, 10, 23, 4, minute)).toISOString() });
  const { id } = notebook.call('report.create', { title: 'Draft', body: body('a'), language: 'en' });
  for (const text of ['ab', 'abc']) notebook.call('report.save', { id, title: 'Draft', body: body(text) });
  minute = 5;
  notebook.call('report.save', { id, title: 'Draft', body: body('abcd') });
  const words = (): unknown => notebook.call('report.read', { id }).body;
  notebook.call('history.undo', {});
  expect(words()).toEqual(body('abc'));
  notebook.call('history.undo', {});
  expect(words()).toEqual(body('a'));
  notebook.call('history.redo', {});
  expect(words()).toEqual(body('abc'));
});

const body = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

test('the past of a cell is told, newest first', () => {
  const notebook = notebookAt();
  commit(notebook);
  const id = figuresOf(notebook)[0]?.id ?? '';
  update(notebook, id, { value: '13' });
  update(notebook, id, { value: '14', entity: 'Southwind' });
  const { history } = notebook.call('figure.detail', { id });
  expect(history.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['value', '13', '14'],
    ['entity', 'Northwind Foods', 'Southwind'],
    ['value', '12.4', '13'],
  ]);
});

test('an undo that no longer fits names the cells in the way and changes nothing', () => {
  const notebook = notebookAt();
  commit(notebook);
  const id = figuresOf(notebook)[0]?.id ?? '';
  update(notebook, id, { note: 'mine' });
  notebook.context.db.prepare('UPDATE figure SET note = ? WHERE id = ?').run('somebody else', id);
  const reply = notebook.handle('history.undo', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'E_CONFLICT' } });
  expect(JSON.stringify(reply)).toContain('note');
  expect(figuresOf(notebook)[0]?.note).toBe('somebody else');
});

test('what inspect says is the same after a round trip through undo', () => {
  const notebook = notebookAt();
  commit(notebook);
  const before = JSON.stringify(inspect(notebook.context));
  update(notebook, figuresOf(notebook)[2]?.id ?? '', { provenance: 'inferred' });
  notebook.call('history.undo', {});
  expect(JSON.stringify(inspect(notebook.context))).toBe(before);
});

test('a step that is named is undone and no other, whatever came after it', () => {
  const notebook = notebookAt();
  commit(notebook);
  const added = notebook.call('figure.create', { place: null, set: { value: '1' } });
  const read = figuresOf(notebook).filter(({ id }) => id !== added.id);
  const removed = notebook.call('figure.remove', { ids: read.slice(0, 2).map(({ id }) => id) });
  const edited = notebook.call('figure.update', { edits: [{ id: added.id, set: { note: 'seen' } }] });
  const undone = notebook.call('history.undo', { step: removed.revision });
  expect(undone).toMatchObject({ label: 'Remove 2 figures', step: removed.revision });
  expect(figuresOf(notebook)).toHaveLength(read.length + 1);
  expect(figuresOf(notebook).find(({ id }) => id === added.id)?.note).toBe('seen');
  expect(() => notebook.call('history.undo', { step: removed.revision })).toThrow(
    '“Remove 2 figures” was undone already',
  );
  expect(() => notebook.call('history.undo', { step: added.revision })).toThrow('Cannot undo “Add figure”');
  expect(() => notebook.call('history.undo', { step: 99_999 })).toThrow('not in the history');
  expect(notebook.call('history.undo', {})).toMatchObject({ label: 'Edit note', step: edited.revision });
  expect(notebook.call('history.undo', { step: added.revision })).toMatchObject({ label: 'Add figure' });
  expect(checkNotebook(notebook.context)).toEqual([]);
});

test('a step that later ones rest on is not undone by itself', () => {
  const notebook = notebookAt();
  commit(notebook);
  const figure = notebook.call('figure.create', { place: null, set: { value: '1' } });
  const source = notebook.call('source.create', { csl: { type: 'webpage', title: 'A page' } });
  notebook.call('link.add', { figures: [figure.id], source: source.id, locator: null });
  expect(() => notebook.call('history.undo', { step: source.revision })).toThrow(/Cannot undo/);
  expect(notebook.call('source.list', {}).some(({ id }) => id === source.id)).toBe(true);
});
