// Tables in a notebook: planned, read another way, committed as one step, and brought up to date by their keys.
import { describe, expect, it } from 'vitest';
import type { FigureEdit, TablePlan } from '../../../../src/contract/records';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { QUARTERS, readCsv } from '../../imports/tables';
import { figuresOf, notebookAt } from '../support';

const stage = async (notebook: Notebook, text = QUARTERS, fileName = 'quarters.csv'): Promise<TablePlan> =>
  notebook.stage(await readCsv(text, fileName));

const commit = (notebook: Notebook, { id }: TablePlan, remember?: string): string =>
  notebook.call('import.commit', { id, ...(remember === undefined ? {} : { remember }) }).id;

const words = (notebook: Notebook): string[] =>
  figuresOf(notebook).map(({ metric, entity, period, value, scale, unit, currency }) =>
    [metric, entity, period, `${value}e${scale}`, unit, currency].join(' '),
  );

describe('the plan of a table', () => {
  it('shows rows as they will be, and what would be added', async () => {
    const plan = await stage(notebookAt());
    expect(plan.found).toEqual({
      rows: 4,
      figures: 4,
      new: 4,
      changed: 0,
      same: 0,
      twice: 0,
      doubtful: 0,
      empty: 0,
      left: 0,
    });
    expect(plan.figures[0]).toEqual({
      row: 2,
      column: 'D',
      raw: '1,200.5',
      metric: 'Revenue',
      entity: 'Harbour Tools',
      period: '2026Q1',
      basis: null,
      value: '1,200.5',
      scale: 6,
      unit: 'money',
      currency: 'USD',
      provenance: 'unclassified',
      what: 'new',
      old: null,
      doubt: null,
    });
    expect(plan.byProvenance.unclassified).toBe(4);
  });

  it('is made anew when a column means something else; the old plan is gone', async () => {
    const notebook = notebookAt();
    const plan = await stage(notebook);
    const columns = plan.mapping.columns.map((column, index) =>
      index === 1 ? { ...column, role: 'basis' as const } : column,
    );
    const mapping = {
      ...plan.mapping,
      columns,
      defaults: { ...plan.mapping.defaults, provenance: 'disclosed' as const },
    };
    const again = notebook.call('import.remap', { id: plan.id, use: { mapping } });
    expect(again.id).not.toBe(plan.id);
    expect(again.figures[0]).toMatchObject({ entity: null, basis: 'Harbour Tools', provenance: 'disclosed' });
    expect(() => notebook.call('import.commit', { id: plan.id })).toThrow(/no longer open/);
    expect(() =>
      notebook.call('import.remap', { id: again.id, use: { mapping: { ...mapping, columns: [] } } }),
    ).toThrow(/other columns/);
  });

  it('reads tables below each other by their own heads, until a person says what the columns are', async () => {
    const notebook = notebookAt();
    const text = `Metric,FY2024,FY2025\nRevenue,100,110\n\nINPUTS\nInput,Value (EUR),Source\nShare price,12,Exchange\nDebt,40,Filing\n`;
    const plan = await stage(notebook, text);
    expect(plan.figures.map(({ metric, period, value }) => [metric, period, value])).toEqual([
      ['Revenue', 'FY2024', '100'],
      ['Revenue', 'FY2025', '110'],
      ['Share price', null, '12'],
      ['Debt', null, '40'],
    ]);
    const kept = notebook.call('import.remap', {
      id: plan.id,
      use: { mapping: { ...plan.mapping, doubtful: 'leave' } },
    });
    expect(kept.figures[2]).toMatchObject({ metric: 'Share price', period: null, currency: 'EUR' });
    const columns = plan.mapping.columns.map((column, at) =>
      at === 2 ? { ...column, role: 'ignore' as const } : column,
    );
    const told = notebook.call('import.remap', { id: kept.id, use: { mapping: { ...kept.mapping, columns } } });
    expect(told.figures.map(({ metric, period }) => [metric, period])).toEqual([
      ['Revenue', 'FY2024'],
      ['Share price', 'FY2024'],
      ['Debt', 'FY2024'],
    ]);
  });

  it('says where cells are doubtful, and why', async () => {
    const text = `Metric,Period,Value\nRevenue,2026Q1,007\nRevenue,soon,12\nRevenue,2026Q3,#REF!\nRevenue,2026Q4,see note\nRevenue,2027Q1,n.a.\n`;
    const plan = await stage(notebookAt(), text);
    expect(plan.doubts.map(({ row, raw, doubt }) => [row, raw, doubt])).toEqual([
      [2, '007', 'Leading zeros would be lost: an identifier?'],
      [3, '12', '“soon” is not a period.'],
      [4, '#REF!', 'The cell shows the error #REF!.'],
    ]);
    expect(plan.left).toEqual([{ row: 5, column: 'C', raw: 'see note', reason: 'Words, not a value.' }]);
    expect(plan.found).toMatchObject({ figures: 3, empty: 1 });
  });
});

describe('committing a table', () => {
  it('adds figures with a link to their cell and keeps the file, as one step', async () => {
    const notebook = notebookAt();
    const source = commit(notebook, await stage(notebook));
    expect(words(notebook)).toEqual([
      'revenue Harbour Tools 2026Q1 1,200.5e6 money USD',
      'gross_margin Harbour Tools 2026Q1 41.5e0 percent ',
      'eps Harbour Tools 2026Q1 0.61e0 per_share USD',
      'revenue Harbour Tools 2026Q2 1,260.0e6 money USD',
    ]);
    const [revenue] = figuresOf(notebook);
    expect(revenue).toMatchObject({ place: null, quote: '1,200.5', low: '1200500000', provenance: 'unclassified' });
    expect(revenue?.citations).toMatchObject([{ source, locator: 'D2' }]);
    expect(revenue?.cue.reason).toBe('Cell D2 of “quarters.csv”: nothing in the table says who vouches for it.');
    const [made] = notebook.call('source.list', {});
    expect(made).toMatchObject({ id: source, figures: 4, csl: { type: 'dataset', title: 'quarters.csv' } });
    expect(made?.csl.note).toMatch(/^File quarters\.csv\. SHA-256 [0-9a-f]{64}\.$/);
    expect(notebook.call('history.undo', {}).label).toBe('Import “quarters.csv”');
    expect(figuresOf(notebook)).toEqual([]);
    expect(notebook.call('source.list', {})).toEqual([]);
    notebook.call('history.redo', {});
    expect(words(notebook)).toHaveLength(4);
  });

  it('answers E_STALE when the notebook changed meanwhile', async () => {
    const notebook = notebookAt();
    const plan = await stage(notebook);
    notebook.call('figure.create', { place: null, set: { value: '5' } });
    expect(() => commit(notebook, plan)).toThrow(/changed since/);
  });

  it('takes classes, kinds of statement and sources from columns that say them', async () => {
    const notebook = notebookAt();
    commit(
      notebook,
      await stage(
        notebook,
        'Metric,Period,Value,Class,Source,Notes\nRevenue,2026Q1,5,disclosed,Results release,as printed\nRevenue,2026Q1,6,consensus,Data vendor,\n',
      ),
    );
    expect(
      figuresOf(notebook).map(({ provenance, note, citations }) => [provenance, note, citations[0]?.marker]),
    ).toEqual([
      ['disclosed', 'as printed', 'Results release'],
      ['consensus', '', 'Data vendor'],
    ]);
  });
});

describe('the next state of a table', () => {
  const NEXT = QUARTERS.replace('"1,260.0"', '"1,275.0"').concat('Revenue,Harbour Tools,2026Q3,"1,300.0",USD m\n');

  it('shows old and new, counts what is the same, adds what is new and removes nothing', async () => {
    const notebook = notebookAt();
    commit(notebook, await stage(notebook));
    const [, , , second] = figuresOf(notebook);
    notebook.call('figure.update', { edits: [{ id: second?.id ?? '', set: { review: 'ticked', note: 'mine' } }] });
    const plan = await stage(notebook, NEXT);
    expect(plan.found).toMatchObject({ new: 1, changed: 1, same: 3 });
    expect(plan.changes).toMatchObject([{ metric: 'Revenue', period: '2026Q2', old: '1,260.0', value: '1,275.0' }]);
    commit(notebook, plan);
    const after = figuresOf(notebook);
    expect(after).toHaveLength(5);
    expect(after[3]).toMatchObject({ id: second?.id, value: '1,275.0', low: '1275000000', note: 'mine' });
    expect(notebook.call('source.list', {})).toHaveLength(1);
    notebook.call('history.undo', {});
    expect(figuresOf(notebook)[3]).toMatchObject({ value: '1,260.0', note: 'mine' });
  });

  it('leaves a figure alone whose number is only written otherwise', async () => {
    const notebook = notebookAt();
    commit(notebook, await stage(notebook));
    const plan = await stage(notebook, QUARTERS.replace('"1,200.5",USD m', '"1.2005",USD bn'));
    expect(plan.found).toMatchObject({ same: 4, new: 0, changed: 0 });
    expect(() => commit(notebook, plan)).toThrow(/already holds every figure/);
  });

  it('never overwrites the class an analyst gave unless the table names one', async () => {
    const notebook = notebookAt();
    commit(notebook, await stage(notebook));
    const [first] = figuresOf(notebook);
    notebook.call('figure.update', { edits: [{ id: first?.id ?? '', set: { provenance: 'disclosed' } }] });
    commit(notebook, await stage(notebook, NEXT.replace('"1,200.5"', '"1,201.0"')));
    expect(figuresOf(notebook)[0]).toMatchObject({ value: '1,201.0', provenance: 'disclosed' });
  });

  it.each([
    ['value', { value: '999' }],
    ['unit', { unit: 'count' as const }],
    ['direction', { direction: 'up' as const }],
  ])('never overwrites a number whose %s an analyst set, and says so in the plan', async (_, set) => {
    const notebook = notebookAt();
    commit(notebook, await stage(notebook));
    const [first] = figuresOf(notebook);
    notebook.call('figure.update', { edits: [{ id: first?.id ?? '', set }] });
    const [mine] = figuresOf(notebook);
    const plan = await stage(notebook, NEXT.replace('"1,200.5"', '"1,201.0"'));
    expect(plan.doubts.map(({ doubt }) => doubt)).toContain(
      'You edited this figure: the table says something else, and your edit stays.',
    );
    commit(notebook, plan);
    expect(figuresOf(notebook)[0]).toMatchObject({
      value: mine?.value,
      low: mine?.low,
      unit: mine?.unit,
      direction: mine?.direction,
    });
  });

  const SHIFTED = QUARTERS.replace('\nRevenue', '\nStaff cost,Harbour Tools,2026Q1,310.0,USD m\nRevenue');

  it.each<[string, FigureEdit, string, object]>([
    ['a metric', { metric: 'Order backlog' }, QUARTERS, { new: 0, same: 4, changed: 0 }],
    ['an entity', { entity: 'Harbour Group' }, QUARTERS, { new: 0, same: 4, changed: 0 }],
    ['a period', { period: 'FY2026' }, QUARTERS, { new: 0, same: 4, changed: 0 }],
    ['a basis', { basis: 'adjusted' }, QUARTERS, { new: 0, same: 4, changed: 0 }],
    ['a metric, rows moved', { metric: 'Order backlog' }, SHIFTED, { new: 1, same: 4, changed: 0 }],
    ['a metric, another value', { metric: 'Order backlog' }, NEXT, { new: 1, same: 3, changed: 1 }],
    [
      'an entity, corrected in the table too',
      { entity: 'Harbour Group' },
      QUARTERS.replace('Harbour Tools', 'Harbour Group'),
      { new: 0, same: 4, changed: 0 },
    ],
  ])('meets a figure again of whose key a person corrected %s', async (_, set, text, found) => {
    const notebook = notebookAt();
    commit(notebook, await stage(notebook));
    const [first] = figuresOf(notebook);
    const id = first?.id ?? '';
    // What was undone is not what the table said.
    notebook.call('figure.update', { edits: [{ id, set }] });
    notebook.call('history.undo', {});
    notebook.call('figure.update', { edits: [{ id, set: { ...set, note: 'mine' } }] });
    expect((await stage(notebook, text)).found).toMatchObject(found);
  });

  it('says what stands twice in one file', async () => {
    const text = `Metric,Period,Value\nRevenue,2026Q1,5\nRevenue,2026Q1,5\nRevenue,2026Q1,6\n`;
    const plan = await stage(notebookAt(), text);
    expect(plan.figures.map(({ what, doubt }) => [what, doubt !== null])).toEqual([
      ['new', false],
      ['twice', false],
      ['new', true],
    ]);
  });
});

describe('a mapping that is kept', () => {
  const WIDE = (head: string, cells: string) => `Line,${head}\nSales,${cells}\nStaff,${cells}\n`;

  it('reads the next file with the same heads as the last one, with new periods in it', async () => {
    const notebook = notebookAt();
    const plan = await stage(notebook, WIDE('1Q26,2Q26', '5.0,6.0'), 'model.csv');
    const mapping = {
      ...plan.mapping,
      defaults: {
        ...plan.mapping.defaults,
        entity: 'HRBT',
        scale: 6,
        currency: 'EUR',
        provenance: 'inferred' as const,
      },
    };
    const again = notebook.call('import.remap', { id: plan.id, use: { mapping } });
    commit(notebook, again, 'My model');
    const next = await stage(notebook, WIDE('1Q26,2Q26,3Q26', '5.0,6.5,7.0'), 'model-2.csv');
    expect(next.saved).toMatchObject([{ name: 'My model', used: true }]);
    expect(
      next.figures.map(({ metric, entity, period, provenance }) => [metric, entity, period, provenance]).slice(0, 3),
    ).toEqual([
      ['Sales', 'HRBT', '2026Q1', 'inferred'],
      ['Sales', 'HRBT', '2026Q2', 'inferred'],
      ['Sales', 'HRBT', '2026Q3', 'inferred'],
    ]);
    expect(next.found).toMatchObject({ same: 2, changed: 2, new: 2 });
    expect((await stage(notebook, QUARTERS)).saved).toEqual([]);
  });
});
