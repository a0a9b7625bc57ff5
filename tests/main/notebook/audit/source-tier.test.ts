// Rules, deciders and the sources grid have one judge: a tier that a person sets decides, whatever the words give.
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../../src/core/change/changeset';
import { type Tier, TIERS } from '../../../../src/core/citation/tier';
import { runImport } from '../../../../src/main/imports/run-import';
import { checkNotebook } from '../../../../src/main/notebook/check';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { MIGRATIONS } from '../../../../src/main/storage/migrations/index';
import { openNotebook } from '../../../../src/main/storage/open';
import { appendChange } from '../../../../src/main/storage/queries/changes';
import { Recorder } from '../../../../src/main/storage/recorder';
import { commit, file, figuresOf, notebookAt } from '../support';

const setTier = (notebook: Notebook, id: string, tier: Tier | null): void => {
  notebook.call('source.update', { edits: [{ id, csl: {}, tier }] });
};
const sourceOf = (notebook: Notebook, id: string) =>
  notebook.call('source.list', {}).find((source) => source.id === id);

const secondary = (notebook: Notebook): number => {
  notebook.settle();
  return notebook.call('finding.list', { includeOk: false }).filter(({ rule }) => rule === 'SRC02').length;
};

test('a tier set by hand decides whether figures rest on a secondary source', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [source] = notebook.call('source.list', {});
  const set = (edit: object): void => {
    notebook.call('source.update', { edits: [{ id: source?.id ?? '', csl: {}, ...edit }] });
  };
  expect(secondary(notebook)).toBe(1);
  set({ tier: 'filing' });
  expect(secondary(notebook)).toBe(0);
  set({ tier: 'research' });
  expect(secondary(notebook)).toBe(1);
  set({ csl: { title: 'Form 10-Q' } });
  expect(secondary(notebook)).toBe(1);
});

test('a tier that nobody set follows the words of the source', () => {
  const notebook = notebookAt();
  const { id } = notebook.call('source.create', { csl: { type: 'webpage', title: 'Daily Ledger' } });
  const tier = (): string | undefined => notebook.call('source.list', {}).find((one) => one.id === id)?.tier;
  const title = (words: string): void => {
    notebook.call('source.update', { edits: [{ id, csl: { title: words } }] });
  };
  expect(tier()).toBe('press');
  title('Form 10-Q');
  expect(tier()).toBe('filing');
  notebook.call('source.update', { edits: [{ id, csl: {}, tier: 'other' }] });
  title('Earnings call transcript');
  expect(tier()).toBe('other');
});

describe('a tier that a person set', () => {
  const created = (notebook: Notebook, title = 'Daily Ledger'): string =>
    notebook.call('source.create', { csl: { type: 'webpage', title } }).id ?? '';
  const retitle = (notebook: Notebook, id: string, title: string): void => {
    notebook.call('source.update', { edits: [{ id, csl: { title } }] });
  };

  test.each(TIERS)('%s stays whatever the words become, also where they gave it anyway', (tier) => {
    const notebook = notebookAt();
    const id = created(notebook);
    expect(sourceOf(notebook, id)).toMatchObject({ tier: 'press', tierSet: false });
    setTier(notebook, id, tier);
    retitle(notebook, id, tier === 'filing' ? 'Morning Ledger' : 'Form 10-Q');
    expect(sourceOf(notebook, id)).toMatchObject({ tier, tierSet: true });
  });

  test('is taken back, undone and redone', () => {
    const notebook = notebookAt();
    const id = created(notebook);
    setTier(notebook, id, 'press');
    retitle(notebook, id, 'Form 10-Q');
    setTier(notebook, id, null);
    expect(sourceOf(notebook, id)).toMatchObject({ tier: 'filing', tierSet: false });
    notebook.call('history.undo', {});
    expect(sourceOf(notebook, id)).toMatchObject({ tier: 'press', tierSet: true });
    notebook.call('history.undo', {});
    notebook.call('history.undo', {});
    expect(sourceOf(notebook, id)).toMatchObject({ tier: 'press', tierSet: false });
    notebook.call('history.redo', {});
    expect(sourceOf(notebook, id)).toMatchObject({ tier: 'press', tierSet: true });
  });

  test('is one step, and none where it is set already', () => {
    const notebook = notebookAt();
    const id = created(notebook);
    const { revision } = notebook.call('source.update', { edits: [{ id, csl: {}, tier: 'press' }] });
    setTier(notebook, id, 'press');
    expect(notebook.call('notebook.info', {}).revision).toBe(revision);
  });

  test('is kept by an import of the same source, which sets none itself', () => {
    const notebook = notebookAt();
    commit(notebook);
    const [source] = notebook.call('source.list', {});
    expect(source).toMatchObject({ tier: 'press', tierSet: false });
    setTier(notebook, source?.id ?? '', 'press');
    commit(notebook);
    expect(notebook.call('source.list', {})).toMatchObject([{ tier: 'press', tierSet: true }]);
  });

  test('goes to the source that stays in a merge, unless that has one', () => {
    const notebook = notebookAt();
    const [one, two, three] = ['Daily Ledger', 'Ledger of the day', 'The Ledger'].map((title) =>
      created(notebook, title),
    );
    setTier(notebook, two ?? '', 'company');
    notebook.call('source.merge', { into: one ?? '', from: [two ?? ''] });
    expect(sourceOf(notebook, one ?? '')).toMatchObject({ tier: 'company', tierSet: true });
    setTier(notebook, three ?? '', 'data');
    notebook.call('source.merge', { into: one ?? '', from: [three ?? ''] });
    expect(sourceOf(notebook, one ?? '')).toMatchObject({ tier: 'company', tierSet: true });
  });
});

const CITING = `Cedar Mills (NYSE: CDM) note

Published: 13 May 2026

Storage capacity stood at 41 sites[1]

References

[1] Daily Desk, A quiet spring, 20 April 2026, https://www.cedarmills.com/news
`;
/** The same, cited to somebody else's page, which only relays. */
const RELAYED = CITING.replace('https://www.cedarmills.com/news', 'https://www.daily.example/spring');
const importText = async (notebook: Notebook, text: string): Promise<string> =>
  commit(notebook, await runImport(new TextEncoder().encode(text), 'note.txt'));
const sites = (notebook: Notebook, document: string) =>
  notebook
    .call('figure.page', { filter: { document }, sort: [], start: 0, end: 100 })
    .rows.find(({ quote }) => quote.startsWith('41'));

test('the company’s own site is its own in the grid as for rules and classes', async () => {
  const notebook = notebookAt();
  const document = await importText(notebook, CITING);
  expect(sites(notebook, document)).toMatchObject({ provenance: 'disclosed', cue: { rule: 'source.tier' } });
  expect(notebook.call('document.list', {})[0]?.entity).toBe('CDM');
  expect(notebook.call('source.list', {})).toMatchObject([{ tier: 'company', tierSet: false }]);
  expect(secondary(notebook)).toBe(0);
  setTier(notebook, notebook.call('source.list', {})[0]?.id ?? '', 'press');
  expect(notebook.call('source.list', {})).toMatchObject([{ tier: 'press', tierSet: true }]);
  expect(secondary(notebook)).toBe(1);
});

describe('figures that rest on a source whose tier is set', () => {
  async function read() {
    const notebook = notebookAt();
    const document = await importText(notebook, RELAYED);
    const source = notebook.call('source.list', {})[0]?.id ?? '';
    const before = sites(notebook, document)?.cue;
    expect(before?.rule).not.toMatch(/^source\./);
    return { notebook, document, source, before };
  }

  test('take their class from it, and give it back with the tier', async () => {
    const { notebook, document, source, before } = await read();
    setTier(notebook, source, 'filing');
    expect(sites(notebook, document)).toMatchObject({ provenance: 'disclosed', cue: { rule: 'source.set' } });
    setTier(notebook, source, 'transcript');
    expect(sites(notebook, document)?.provenance).toBe('management');
    setTier(notebook, source, null);
    expect(sites(notebook, document)?.cue).toEqual(before);
    notebook.call('history.undo', {});
    expect(sites(notebook, document)?.provenance).toBe('management');
    notebook.call('source.remove', { ids: [source] });
    expect(sites(notebook, document)?.cue).toEqual(before);
  });

  test('keep the class that a person set', async () => {
    const { notebook, document, source } = await read();
    const id = sites(notebook, document)?.id ?? '';
    notebook.call('figure.update', { edits: [{ id, set: { provenance: 'inferred' } }] });
    setTier(notebook, source, 'filing');
    expect(sites(notebook, document)).toMatchObject({ id, provenance: 'inferred' });
  });

  test('of another document that is imported later, and of this one read again', async () => {
    const { notebook, document, source } = await read();
    setTier(notebook, source, 'transcript');
    const other = await importText(notebook, CITING.replace('Storage capacity', 'Capacity of all storage'));
    expect(sites(notebook, other)).toMatchObject({ provenance: 'management', cue: { rule: 'source.set' } });
    await importText(notebook, RELAYED);
    expect(sites(notebook, document)).toMatchObject({ provenance: 'management', cue: { rule: 'source.set' } });
    expect(figuresOf(notebook).filter(({ quote }) => quote.startsWith('41'))).toHaveLength(2);
  });
});

test('an older notebook has as set what a person had set otherwise than the words, and its steps are undone as ever', () => {
  const path = file();
  const older = openNotebook(path, { create: true, migrations: MIGRATIONS.slice(0, 6) });
  const row = (id: string, tier: Tier, edited: number): Row => ({
    id,
    csl: JSON.stringify({ id, type: 'webpage', title: 'Daily Ledger' }),
    tier,
    document: null,
    edited,
    created_at: '',
  });
  const log = (label: string, changeset: Parameters<Recorder['apply']>[0]): void => {
    const recorder = new Recorder(older.db);
    recorder.apply(changeset);
    recorder.indexTouched();
    appendChange(older.db, { label, kind: 'edit', at: '2026-05-13T00:00:00.000Z', step: null }, changeset);
  };
  const rows = [row('s_imported', 'company', 0), row('s_words', 'press', 1), row('s_set', 'press', 0)];
  log('Import', {
    added: new Map(rows.map((one) => [`source/${String(one['id'])}`, one] as const)),
    updated: new Map(),
    removed: new Map(),
  });
  log('Edit source', {
    added: new Map(),
    updated: new Map([
      [
        'source/s_set',
        [
          { tier: 'press', edited: 0 },
          { tier: 'research', edited: 1 },
        ],
      ],
    ]),
    removed: new Map(),
  });
  older.close();

  const notebook = notebookAt(path);
  const said = () => notebook.call('source.list', {}).map(({ id, tier, tierSet }) => [id, tier, tierSet]);
  const before = [
    ['s_imported', 'press', false],
    ['s_words', 'press', false],
  ];
  expect(said()).toEqual([...before, ['s_set', 'research', true]]);
  notebook.call('history.undo', {});
  expect(said()).toEqual([...before, ['s_set', 'press', false]]);
  notebook.call('history.redo', {});
  setTier(notebook, 's_words', 'press');
  expect(said()).toEqual([before[0], ['s_words', 'press', true], ['s_set', 'research', true]]);
  notebook.settle();
  expect(checkNotebook(notebook.context)).toEqual([]);
});
