// Every cell of the figures grid: what typing into it does, and what it must not do.
import { describe, expect, test } from 'vitest';
import type { FigureEdit, FigureRecord } from '../../../../src/contract/records';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, figuresOf, importOf, notebookAt } from '../support';

function ready(): Notebook {
  const notebook = notebookAt();
  commit(notebook);
  return notebook;
}

const one = (notebook: Notebook, index: number): FigureRecord => {
  const figure = figuresOf(notebook)[index];
  if (figure === undefined) throw new Error(`no figure ${index}`);
  return figure;
};

const set = (notebook: Notebook, index: number, edit: FigureEdit): FigureRecord => {
  notebook.call('figure.update', { edits: [{ id: one(notebook, index).id, set: edit }] });
  return one(notebook, index);
};

/** Indexes of the figures of the note: revenue $12.4B, growth +8%, services $3B+, margin 14.2%, outlook 16–17%. */
const [REVENUE, GROWTH, SERVICES, MARGIN, OUTLOOK] = [0, 1, 2, 3, 4];

describe('setting a cell', () => {
  test.each<[string, number, FigureEdit, Partial<FigureRecord>]>([
    [
      'a value',
      REVENUE,
      { value: '12.5' },
      { value: '12.5', low: '12500000000', high: '12500000000', edited: ['value'] },
    ],
    ['an approximate value', REVENUE, { value: '~13' }, { value: '~13', approximate: true, qualifier: 'approx' }],
    [
      'a range',
      REVENUE,
      { value: '12-13' },
      { value: '12–13', low: '12000000000', high: '13000000000', qualifier: 'range' },
    ],
    ['an open value', REVENUE, { value: '>15' }, { low: '15000000000', high: null, qualifier: 'at-least' }],
    ['a scale', REVENUE, { scale: 6 }, { value: '12.4', scale: 6, low: '12400000', edited: ['scale'] }],
    ['a whole figure', REVENUE, { value: '$12.9B' }, { value: '12.9', low: '12900000000' }],
    [
      'a falling change',
      GROWTH,
      { value: '-3' },
      { value: '3', low: '3', direction: 'down', edited: ['value', 'direction'] },
    ],
    ['a new value has no direction of the old one', GROWTH, { value: '9' }, { value: '9', direction: null }],
    ['the same value without its sign', GROWTH, { value: '8' }, { value: '8', direction: null }],
    ['the same value with its sign', GROWTH, { value: '+8' }, { value: '8', direction: 'up', edited: [] }],
    ['a metric beside a value', GROWTH, { metric: 'Target', value: '4.85' }, { value: '4.85', direction: null }],
    ['a range around nothing', GROWTH, { value: '-10% to +10%' }, { value: '-10 to 10', direction: null }],
    ['the metric of a change keeps its sign', GROWTH, { metric: 'Sales growth' }, { direction: 'up' }],
    [
      'a currency in the value',
      REVENUE,
      { value: '€3.2m' },
      { value: '0.0032', low: '3200000', currency: 'EUR', scale: 9, edited: ['value', 'currency'] },
    ],
    ['a currency and nothing else', REVENUE, { value: '€12.4' }, { low: '12400000000', currency: 'EUR' }],
    ['an amount without a scale', REVENUE, { value: 'approx. USD 4' }, { value: '~4', low: '4000000000' }],
    ['a direction', GROWTH, { direction: 'down' }, { direction: 'down', value: '8', edited: ['direction'] }],
    ['a unit', MARGIN, { unit: 'bps' }, { unit: 'bps', low: '14.2', edited: ['unit'] }],
    ['a currency', REVENUE, { currency: 'eur' }, { currency: 'EUR' }],
    ['no currency', REVENUE, { currency: '' }, { currency: null }],
    ['a metric', MARGIN, { metric: 'Gross margin' }, { metricLabel: 'Gross margin', metric: 'gross_margin' }],
    ['a metric in other words', MARGIN, { metric: 'Net sales' }, { metricLabel: 'Net sales', metric: 'revenue' }],
    ['a metric nobody knows', MARGIN, { metric: 'Churn per barge' }, { metric: 'churn_per_barge' }],
    ['no entity', MARGIN, { entity: ' ' }, { entity: null, edited: ['entity'] }],
    ['a period in words', OUTLOOK, { period: 'Q3 2027' }, { period: '2027Q3' }],
    ['a period', OUTLOOK, { period: 'FY2027' }, { period: 'FY2027' }],
    ['an assertion', OUTLOOK, { assertion: 'forecast' }, { assertion: 'forecast' }],
    ['a note', SERVICES, { note: 'from the call' }, { note: 'from the call', edited: [] }],
    ['a tick', SERVICES, { review: 'ticked' }, { review: 'ticked', edited: [] }],
  ])('%s', (_, index, edit, expected) => {
    expect(set(ready(), index, edit)).toMatchObject(expected);
  });

  test.each<[string, FigureEdit, RegExp]>([
    ['of another unit', { value: '12%' }, /change its Unit first/],
    ['at odds with the currency beside it', { value: '€3', currency: 'USD' }, /make them agree/],
  ])('a value %s is refused', (_, edit, words) => {
    const notebook = ready();
    expect(() => set(notebook, REVENUE, edit)).toThrow(words);
    expect(one(notebook, REVENUE).value).toBe('12.4');
  });

  test.each<[FigureEdit, Partial<FigureRecord>]>([
    [{ value: '35.1%' }, { value: '35.1', unit: 'percent', scale: 0 }],
    [{ value: '$35.1bn' }, { value: '35.1', unit: 'money', currency: 'USD', scale: 9, low: '35100000000' }],
    [
      { value: '€5', unit: 'money', currency: 'EUR', scale: 6 },
      { value: '5', low: '5000000' },
    ],
    [{ value: '1,400' }, { value: '1,400', unit: 'count' }],
  ])('a new figure takes %o as it is typed', (edit, expected) => {
    const notebook = ready();
    const { id } = notebook.call('figure.create', { place: null, set: edit });
    expect(figuresOf(notebook).find((figure) => figure.id === id)).toMatchObject(expected);
  });

  test('a class set by hand says so and by whom', () => {
    const figure = set(ready(), SERVICES, { provenance: 'third_party' });
    expect(figure).toMatchObject({ provenance: 'third_party', cue: { rule: 'analyst', text: '$3B' } });
    expect(figure.cue.reason).toMatch(/analyst/);
  });

  test('a tick has its time, and none once it is taken back', () => {
    const notebook = ready();
    expect(set(notebook, SERVICES, { review: 'ticked' }).reviewedAt).toMatch(/^\d{4}-/);
    expect(set(notebook, SERVICES, { review: 'unreviewed' }).reviewedAt).toBeNull();
  });

  test.each<[string, FigureEdit]>([
    ['words for a value', { value: 'about a lot' }],
    ['nothing for a value', { value: '' }],
    ['a range that runs down', { value: '60–50' }],
    ['a name for a currency', { currency: 'dollars' }],
    ['letters that are no currency', { currency: 'ABC' }],
    ['words for a period', { period: 'soon' }],
  ])('%s is answered with what to type, and nothing changes', (_, edit) => {
    const notebook = ready();
    const before = JSON.stringify(figuresOf(notebook));
    const revision = notebook.call('notebook.info', {}).revision;
    const reply = notebook.handle('figure.update', {
      edits: [
        { id: one(notebook, MARGIN).id, set: { note: 'first' } },
        { id: one(notebook, REVENUE).id, set: edit },
      ],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    expect(JSON.stringify(figuresOf(notebook))).toBe(before);
    expect(notebook.call('notebook.info', {}).revision).toBe(revision);
  });

  test('every cell set to what it shows writes nothing', () => {
    const notebook = ready();
    const { revision } = notebook.call('notebook.info', {});
    const edits = figuresOf(notebook).map((figure) => ({
      id: figure.id,
      set: {
        value: figure.value,
        scale: figure.scale,
        unit: figure.unit,
        currency: figure.currency,
        direction: figure.direction,
        metric: figure.metricLabel,
        entity: figure.entity,
        period: figure.period,
        basis: figure.basis,
        assertion: figure.assertion,
        provenance: figure.provenance,
        note: figure.note,
        review: figure.review,
      },
    }));
    expect(notebook.call('figure.update', { edits })).toEqual({ revision, changed: 0 });
  });
});

describe('a figure of the analyst', () => {
  test('typed into the grid stands in no document and ties out by its links', () => {
    const notebook = ready();
    const { id } = notebook.call('figure.create', {
      place: null,
      set: { value: '4.2', scale: 9, unit: 'money', currency: 'USD', metric: 'Capex', provenance: 'third_party' },
    });
    const typed = (): FigureRecord | undefined => figuresOf(notebook).find((figure) => figure.id === id);
    expect(typed()).toMatchObject({ place: null, low: '4200000000', cue: { rule: 'analyst' } });
    notebook.settle();
    expect(typed()?.tiedOut).toBe(false);
    const source = notebook.call('source.list', {})[0]?.id ?? '';
    notebook.call('link.add', { figures: [id], source, locator: 'p. 3' });
    notebook.settle();
    expect(typed()).toMatchObject({
      tiedOut: true,
      citations: [{ source, via: 'analyst', locator: 'p. 3', marker: 'Ledger' }],
    });
  });

  test('made from words of the text quotes them', () => {
    const notebook = ready();
    const [document] = notebook.call('document.list', {});
    if (document === undefined) throw new Error('no document');
    const { text } = notebook.call('document.read', { id: document.id });
    const start = text.indexOf('超过150亿美元');
    const { id } = notebook.call('figure.create', {
      place: { document: document.id, start, end: start + 8 },
      set: { value: '>15', scale: 9, unit: 'money', currency: 'USD' },
    });
    const figure = figuresOf(notebook).find((one) => one.id === id);
    expect(figure).toMatchObject({ quote: '超过150亿美元', place: { start, document: document.id } });
    expect(figuresOf(notebook).at(-1)?.id).toBe(id);
  });

  test('without a value is refused', () => {
    expect(ready().handle('figure.create', { place: null, set: { metric: 'Capex' } })).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT' },
    });
  });
});

describe('the grid', () => {
  test('filters by class, source, words and columns, and sorts', () => {
    const notebook = ready();
    const quotes = (filter: object, sort: { column: 'value' | 'metric'; descending: boolean }[] = []): string[] =>
      notebook.call('figure.page', { filter, sort, start: 0, end: 50 }).rows.map((row) => row.quote);
    expect(quotes({ provenance: ['management', 'inferred'] })).toEqual(['$3B', '16–17%']);
    expect(quotes({ source: notebook.call('source.list', {})[0]?.id })).toEqual(['$12.4B', '+8%', '14.2%']);
    expect(quotes({ withoutCitation: true })).toEqual(['$3B', '16–17%']);
    expect(quotes({ quick: 'NORTHWIND margin' })).toEqual(['14.2%', '16–17%']);
    expect(quotes({ columns: { quote: '17' } })).toEqual(['16–17%']);
    expect(quotes({ columns: { nonsense: 'x' } })).toHaveLength(5);
    expect(quotes({}, [{ column: 'value', descending: true }])).toEqual(['$12.4B', '$3B', '16–17%', '14.2%', '+8%']);
  });

  test('offers like cases and takes none of them by itself', () => {
    const notebook = ready();
    const { id } = set(notebook, MARGIN, { provenance: 'third_party' });
    const offered = notebook.call('figure.suggest', { id, field: 'provenance' });
    expect(offered.map((figure) => figure.quote)).toEqual(['16–17%']);
    expect(one(notebook, OUTLOOK).provenance).toBe('inferred');
  });

  test('offers the period of one figure to the undated ones of the same table, never past it', () => {
    const notebook = notebookAt();
    const inTable = (quote: string) => ['$12.4B', '+8%', '14.2%'].includes(quote);
    const figures = ({ quote }: { readonly quote: string }) => ({
      period: quote === '14.2%' ? '2026Q1' : null,
      cell: inTable(quote) ? { table: 0, row: 1, column: 1 } : null,
    });
    commit(notebook, importOf(undefined, { figures }));
    const { id } = set(notebook, REVENUE, { period: 'FY2027' });
    const offered = notebook.call('figure.suggest', { id, field: 'period' });
    expect(offered.map(({ quote }) => quote)).toEqual(['+8%']);
    expect(one(notebook, GROWTH).period).toBeNull();
  });

  test('takes out figures, and a re-reading does not bring them back', () => {
    const notebook = ready();
    notebook.call('figure.remove', { ids: [one(notebook, SERVICES).id] });
    expect(figuresOf(notebook)).toHaveLength(4);
    commit(notebook);
    expect(figuresOf(notebook).map((figure) => figure.quote)).not.toContain('$3B');
  });

  test('tells everything about a figure', () => {
    const notebook = ready();
    const detail = notebook.call('figure.detail', { id: one(notebook, MARGIN).id });
    expect(detail.context?.text.slice(detail.context.start, detail.context.end)).toBe('14.2%');
    expect(detail.mentions).toMatchObject([{ quote: '16–17%', agrees: false }]);
    expect(detail.sources).toHaveLength(1);
    expect(detail.readBy).toContainEqual({ what: 'value', rule: 'sketch', words: '14.2%' });
  });
});
