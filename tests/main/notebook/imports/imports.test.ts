// Imports: what is here already is known again, and whatever a person did to it stays.
import { describe, expect, test } from 'vitest';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { mergeFigures, type ExistingFigure } from '../../../../src/main/notebook/imports/document/merge';
import { minhash, similarity } from '../../../../src/main/notebook/imports/document/similarity';
import { matchSources } from '../../../../src/main/notebook/imports/sources/match';
import { commit, figuresOf, importOf, NOTE, notebookAt } from '../support';

const ids = (notebook: Notebook): string[] => figuresOf(notebook).map((figure) => figure.id);
const revision = (notebook: Notebook): number => notebook.call('notebook.info', {}).revision;

describe('a plan', () => {
  test('says what was found, what is doubtful and what is new', () => {
    const plan = notebookAt().stage(
      importOf(NOTE, { figures: (f) => (f.quote === '$3B' ? { provenance: 'unclassified' } : {}) }),
    );
    expect(plan).toMatchObject({
      title: 'Northwind Foods: margins turn',
      format: 'text',
      duplicate: null,
      found: { figures: 5, citations: 1, sources: 1, newSources: 1 },
      byProvenance: { disclosed: 3, unclassified: 1, inferred: 1 },
      doubts: [{ quote: '$3B', reason: 'No words say who vouches for it.' }],
    });
    expect(plan.doubts[0]?.context).toContain('management said services exceed $3B');
  });

  test.each([
    ['the same bytes', NOTE, 'bytes'],
    ['nearly the same words', NOTE.replace('We think', 'We now think'), 'near'],
  ])('knows %s again', (_, text, kind) => {
    const notebook = notebookAt();
    const document = commit(notebook);
    expect(notebook.stage(importOf(text)).duplicate).toMatchObject({ document, kind });
  });

  test('knows the same text in other bytes again', () => {
    const notebook = notebookAt();
    const document = commit(notebook);
    const again = { ...importOf(), bytes: new Uint8Array([1]), sha256: 'f'.repeat(64) };
    expect(notebook.stage(again).duplicate).toMatchObject({ document, kind: 'text', similarity: 1 });
  });

  test('takes another text for another', () => {
    const notebook = notebookAt();
    commit(notebook);
    expect(notebook.stage(importOf('Southwind Motors\n\nA quite different story of $3B.\n')).duplicate).toBeNull();
  });

  test('can be discarded, and then is gone', () => {
    const notebook = notebookAt();
    const { id } = notebook.stage(importOf());
    notebook.call('import.discard', { id });
    expect(notebook.handle('import.commit', { id })).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
    expect(revision(notebook)).toBe(0);
  });

  test('is refused for a text with broken characters', () => {
    expect(() => notebookAt().stage(importOf(`${NOTE}\ud800`))).toThrow(/broken characters/);
  });
});

describe('importing the same text again', () => {
  test('changes nothing and is no step', () => {
    const notebook = notebookAt();
    const document = commit(notebook);
    const before = ids(notebook);
    const at = revision(notebook);
    expect(commit(notebook)).toBe(document);
    expect(ids(notebook)).toEqual(before);
    expect(revision(notebook)).toBe(at);
  });

  test('takes a better reading, but keeps what was edited, ticked, noted and linked', () => {
    const notebook = notebookAt();
    commit(notebook);
    const [revenue, growth, services, margin] = figuresOf(notebook);
    const edits = [
      { id: revenue?.id ?? '', set: { value: '12.6' } },
      { id: growth?.id ?? '', set: { review: 'ticked' as const } },
      { id: services?.id ?? '', set: { note: 'ask IR' } },
    ];
    notebook.call('figure.update', { edits });
    const source = notebook.call('source.create', { csl: { type: 'report', title: '10-Q' } }).id;
    notebook.call('link.add', { figures: [margin?.id ?? ''], source, locator: null });
    // A newer engine reads other periods, and does not find the last two figures at all.
    commit(notebook, importOf(NOTE, { figures: () => ({ period: '2026Q2' }), keep: (f) => !/14\.2|16/.test(f.quote) }));
    expect(figuresOf(notebook).map((f) => [f.quote, f.value, f.period, f.review, f.note, f.citations.length])).toEqual([
      ['$12.4B', '12.6', '2026Q2', 'unreviewed', '', 1],
      ['+8%', '8', '2026Q2', 'ticked', '', 1],
      ['$3B', '>3', '2026Q2', 'unreviewed', 'ask IR', 0],
      ['14.2%', '14.2', '2026Q1', 'unreviewed', '', 1],
    ]);
  });

  test('keeps a source that was renamed, a citation that was taken off, a title that was set', () => {
    const notebook = notebookAt();
    const document = commit(notebook);
    const source = notebook.call('source.list', {})[0]?.id ?? '';
    notebook.call('source.update', { edits: [{ id: source, csl: { title: 'The Daily Ledger' } }] });
    notebook.call('document.update', { id: document, set: { title: 'My title' } });
    notebook.call('link.remove', { figure: figuresOf(notebook)[0]?.id ?? '', source });
    commit(notebook);
    expect(notebook.call('source.list', {}).map((one) => one.csl.title)).toEqual(['The Daily Ledger']);
    expect(notebook.call('document.list', {})[0]?.title).toBe('My title');
    expect(figuresOf(notebook).map((figure) => figure.citations.length)).toEqual([0, 1, 0, 1, 0]);
  });
});

test('two documents that cite one outlet share its source', () => {
  const notebook = notebookAt();
  commit(notebook);
  commit(notebook, importOf(`Another story altogether\n\nSales were $3B[Ledger] as nobody had thought\n`));
  expect(notebook.call('document.list', {})).toHaveLength(2);
  expect(notebook.call('source.list', {})).toMatchObject([{ citations: 2, markers: ['Ledger'] }]);
});

test('a cited text that is imported too becomes the text of its source', () => {
  const notebook = notebookAt();
  commit(notebook);
  const id = notebook.call('source.list', {})[0]?.id ?? '';
  notebook.call('source.update', { edits: [{ id, csl: { title: 'Quarterly results of Northwind' } }] });
  const results = commit(notebook, importOf('Quarterly Results of Northwind\n\nSales were as told elsewhere\n'));
  expect(notebook.call('source.list', {})[0]?.document).toBe(results);
  notebook.call('document.remove', { id: results });
  expect(notebook.call('source.list', {})[0]?.document).toBeNull();
});

test('what the analyst sets for a document re-reads its figures, as one step', () => {
  const notebook = notebookAt();
  const id = commit(notebook);
  const hand = figuresOf(notebook)[3]?.id ?? '';
  notebook.call('figure.update', { edits: [{ id: hand, set: { metric: 'My margin' } }] });
  const before = JSON.stringify(figuresOf(notebook).map((figure) => figure.metricLabel));
  notebook.call('document.update', { id, set: { fiscalYearEndMonth: 6 } });
  expect(notebook.call('document.list', {})[0]?.fiscalYearEndMonth).toBe(6);
  expect(figuresOf(notebook).find((figure) => figure.id === hand)?.metricLabel).toBe('My margin');
  notebook.call('history.undo', {});
  expect(JSON.stringify(figuresOf(notebook).map((figure) => figure.metricLabel))).toBe(before);
});

describe('what becomes of figures when a text is read again', () => {
  const old = (id: string, start: number, end: number, touched = false, low = '1'): ExistingFigure => ({
    id,
    start,
    end,
    low,
    high: low,
    unit: 'percent',
    touched,
  });
  const read = (start: number, end: number, low = '1') => ({ start, end, low, high: low, unit: 'percent' });

  test.each([
    ['the same span goes on, whatever it now reads', [old('a', 0, 3)], [read(0, 3, '9')], [], ['a'], []],
    ['an overlapping span with an equal reading goes on', [old('a', 0, 3)], [read(1, 5)], [], ['a'], []],
    [
      'an overlapping span with another reading is another figure',
      [old('a', 0, 3)],
      [read(1, 5, '2')],
      [],
      [null],
      ['a'],
    ],
    ['what a person touched stays though it is not found', [old('a', 0, 3, true)], [], [], [], []],
    ['what nobody touched goes', [old('a', 0, 3)], [], [], [], ['a']],
    ['what was taken out stays out', [], [read(0, 3)], [[0, 3]], [undefined], []],
    ['no figure goes on twice', [old('a', 0, 9)], [read(0, 4), read(5, 9)], [], ['a', null], []],
  ] as const)('%s', (_, existing, found, removed, continues, gone) => {
    expect(mergeFigures(existing, found, removed)).toEqual({ continues, gone });
  });
});

describe('sources', () => {
  const row = (id: string, csl: object) => ({
    id,
    csl: JSON.stringify({ type: 'webpage', ...csl }),
    tier: 'other' as const,
    tier_set: 0 as const,
    document: null,
    edited: 0 as const,
    created_at: '',
  });
  const have = [
    row('s_a', { title: 'Ledger' }),
    row('s_b', { URL: 'https://www.example.org/a/?utm=1', title: 'X' }),
    row('s_c', { title: '1' }),
    row('s_d', { DOI: '10.1/AB', title: 'Y' }),
  ];
  test.each([
    ['a title in other case and marks', { title: 'LEDGER.' }, 's_a'],
    ['an address in another spelling', { URL: 'http://example.org/a', title: 'Other' }, 's_b'],
    ['a DOI', { DOI: '10.1/ab', title: 'Z' }, 's_d'],
    ['a bare number, never', { title: '1' }, null],
    ['another title', { title: 'Ledger Weekly' }, null],
  ])('are matched by %s', (_, csl, id) => {
    expect(matchSources([{ id: 's1', type: 'webpage', ...csl }], have).map((match) => match?.id ?? null)).toEqual([id]);
  });
});

describe('similarity', () => {
  const words = Array.from({ length: 400 }, (_, n) => `word${n}`);
  test('is 1 for the same, near 1 for a small change, near 0 for another text', () => {
    const text = words.join(' ');
    expect(similarity(minhash(text), minhash(text))).toBe(1);
    expect(similarity(minhash(text), minhash(text.replace('word200', 'another')))).toBeGreaterThan(0.85);
    expect(similarity(minhash(text), minhash(words.map((word) => `${word}x`).join(' ')))).toBeLessThan(0.1);
  });

  test('knows Chinese texts apart, which have no spaces', () => {
    const text = '收入超过预期，利润率继续改善，资本开支大幅增加，管理层维持全年指引不变。';
    expect(similarity(minhash(text), minhash(text.replace('大幅', '小幅')))).toBeGreaterThan(0.4);
    expect(similarity(minhash(text), minhash('今天天气很好，我们去公园散步吧，然后一起吃午饭。'))).toBeLessThan(0.1);
  });
});

describe('comments of a file', () => {
  const at = NOTE.indexOf('$12.4B');
  const commented = (): ReturnType<typeof importOf> => {
    const made = importOf();
    const comments = [{ start: at, end: at + 6, author: 'Ada', date: '2026-05-02T10:00:00', body: 'Which basis?' }];
    return { ...made, normalised: { ...made.normalised, comments } };
  };

  test('become annotations, once, and go with the import they came with', () => {
    const notebook = notebookAt();
    const document = commit(notebook, commented());
    const read = () =>
      notebook.call('document.read', { id: document }).annotations.map(({ start, body }) => [start, body]);
    expect(read()).toEqual([[at, 'Ada, 2026-05-02\nWhich basis?']]);
    commit(notebook, commented());
    expect(read()).toHaveLength(1);
    notebook.call('history.undo', {});
    notebook.call('history.undo', {});
    expect(notebook.call('document.list', {})).toEqual([]);
  });
});
