// Work that is stopped, or takes too long, leaves the notebook as it was; what ended well is not stopped afterwards.
import { expect, test } from 'vitest';
import { newEffort, ALL, DONE, STOP, type Effort } from '../../../src/contract/work';
import { Patience } from '../../../src/main/storage/patience';
import { checkNotebook } from '../../../src/main/notebook/check';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { QUARTERS, readCsv } from '../imports/tables';
import { commit, file, importOf, notebookAt } from './support';

/** A clock of which each look is a moment later. */
class Clock {
  moment = 1;
  #now = 0;
  readonly look = (): number => {
    this.#now += this.moment;
    return this.#now;
  };
}

const state = (notebook: Notebook): object => ({
  revision: notebook.context.revision(),
  figures: notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 1000 }),
  sources: notebook.call('source.list', {}),
  history: notebook.call('history.list', { limit: 100 }),
});

const codeOf = (reply: ReturnType<Notebook['handle']>): string | null => (reply.ok ? null : reply.error.code);

const stopped = (): Effort => {
  const effort = newEffort();
  Atomics.store(effort, STOP, 1);
  return effort;
};

const PLANS = [
  ['a note', (notebook: Notebook) => Promise.resolve(notebook.stage(importOf()).id)],
  ['a table', async (notebook: Notebook) => notebook.stage(await readCsv(QUARTERS)).id],
] as const;

test.each(['a note', 'a table'])('the plan of %s that is stopped is not kept, and can be made again', async (what) => {
  const notebook = notebookAt(file());
  const result = what === 'a note' ? importOf() : await readCsv(QUARTERS);
  const before = state(notebook);
  expect(() => notebook.stage(result as never, stopped())).toThrow(expect.objectContaining({ code: 'E_CANCELLED' }));
  expect(state(notebook)).toEqual(before);
  const effort = newEffort();
  const { id } = notebook.stage(result as never, effort);
  expect(Atomics.load(effort, DONE)).toBeGreaterThan(0);
  expect(notebook.call('import.plan', { id })).toMatchObject({ id });
  notebook.close();
});

test('a search that is stopped answers nothing, and the next one is whole', () => {
  const notebook = notebookAt(file());
  commit(notebook);
  const request = { text: 'revenue', limit: 20 };
  expect(codeOf(notebook.handle('search.query', request, stopped()))).toBe('E_CANCELLED');
  expect(notebook.handle('search.query', request)).toMatchObject({ ok: true });
  notebook.close();
});

for (const [what, stage] of PLANS) {
  test(`the commit of ${what} that is stopped leaves nothing, and can be asked for again`, async () => {
    const notebook = notebookAt(file());
    const id = await stage(notebook);
    const before = state(notebook);
    expect(codeOf(notebook.handle('import.commit', { id }, stopped()))).toBe('E_CANCELLED');
    expect(state(notebook)).toEqual(before);
    expect(checkNotebook(notebook.context)).toEqual([]);
    const effort = newEffort();
    expect(codeOf(notebook.handle('import.commit', { id }, effort))).toBeNull();
    expect(effort[DONE]).toBeGreaterThan(3);
  });
}

/** Work after which the clock stands beyond the limit of the kind. */
const LATE: readonly (readonly [string, string, object, RegExp])[] = [
  ['an import', 'import.commit', {}, /180 seconds.*nothing was changed/],
  ['an audit', 'audit.run', {}, /120 seconds.*findings are those of before/],
  ['a search', 'search.query', { text: 'Revenue', limit: 20 }, /10 seconds.*longer words/],
  ['a search that no index helps', 'search.query', { text: '观', limit: 20 }, /10 seconds/],
];

for (const [what, message, request, words] of LATE) {
  test(`${what} beyond its limit leaves everything as it was, and the next one has its whole time`, () => {
    const clock = new Clock();
    const notebook = notebookAt(file(), { patience: new Patience(clock.look) });
    commit(notebook);
    notebook.settle();
    const { id } = notebook.stage(importOf('Another text\n\nRevenue was $5.1 million.'));
    const asked = message === 'import.commit' ? { id } : request;
    const before = state(notebook);
    clock.moment = 200_000;
    const reply = notebook.handle(message, asked);
    expect(codeOf(reply)).toBe('E_DEADLINE');
    expect(reply.ok ? '' : reply.error.message).toMatch(words);
    clock.moment = 1;
    expect(state(notebook)).toEqual(before);
    expect(notebook.handle(message, asked).ok).toBe(true);
    notebook.settle();
    expect(checkNotebook(notebook.context)).toEqual([]);
  });
}

test('an audit that is stopped keeps the findings of before, and runs again after the next change', () => {
  const notebook = notebookAt(file());
  commit(notebook);
  notebook.settle();
  const before = notebook.call('finding.list', { includeOk: true });
  expect(codeOf(notebook.handle('audit.run', {}, stopped()))).toBe('E_CANCELLED');
  expect(notebook.call('finding.list', { includeOk: true })).toEqual(before);
  expect(notebook.isBehind).toBe(true);
  const { id } = notebook.call('note.save', { id: null, body: 'x', figure: null, document: null });
  notebook.call('note.remove', { id });
  // Asking for findings does not begin what was stopped again; a change of what they rest on does.
  notebook.call('finding.list', { includeOk: true });
  expect(notebook.isBehind).toBe(true);
  commit(notebook, importOf('Another text\n\nRevenue was $5.1 million.'));
  notebook.call('finding.list', { includeOk: true });
  expect(notebook.isBehind).toBe(false);
});

test('an audit says how far it is', () => {
  const notebook = notebookAt(file());
  commit(notebook);
  const effort = newEffort();
  expect(codeOf(notebook.handle('audit.run', {}, effort))).toBeNull();
  expect(effort[ALL]).toBeGreaterThan(10);
  expect(effort[DONE]).toBe(effort[ALL]);
});

test('work without a limit is never ended, and what it asks for inside has a limit of its own', () => {
  const clock = new Clock();
  clock.moment = 1e9;
  const patience = new Patience(clock.look);
  expect(() => patience.step()).not.toThrow();
  expect(() => patience.heeding(stopped(), () => patience.step())).not.toThrow();
  expect(() => patience.within('search', () => patience.step())).toThrow(/10 seconds/);
  expect(() => patience.step()).not.toThrow();
});
