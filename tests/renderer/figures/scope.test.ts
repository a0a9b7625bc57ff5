import { describe, expect, it } from 'vitest';
import {
  chipsOf,
  EVERYTHING,
  figureSource,
  filterOf,
  isEverything,
  scopeSchema,
} from '../../../src/renderer/src/views/figures/scope/scope';
import { offeredField } from '../../../src/renderer/src/views/figures/grid/figure-edits';
import { figure } from './record';

const names = { document: () => 'Deep dive', source: () => 'Yahoo 2026' };

describe('the scope of the figures grid', () => {
  it('names only what is picked', () => {
    expect(filterOf(EVERYTHING)).toEqual({});
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(
      filterOf({
        ...EVERYTHING,
        untied: true,
        withoutCitation: true,
        disputed: true,
        classes: ['inferred'],
        quick: ' capex ',
      }),
    ).toEqual({
      tiedOut: false,
      withoutCitation: true,
      review: ['disputed'],
      provenance: ['inferred'],
      quick: 'capex',
    });
  });
  it('asks for a section only within its document', () => {
    const section = { index: 3, title: 'Capex' };
    expect(filterOf({ ...EVERYTHING, section })).toEqual({});
    expect(filterOf({ ...EVERYTHING, section, document: 'd_1' })).toEqual({ document: 'd_1', section: 3 });
  });
  it('has a chip for each restriction that takes it away again', () => {
    const scope = {
      ...EVERYTHING,
      document: 'd_1',
      section: { index: 3, title: 'Capex' },
      classes: ['inferred' as const],
      source: 's_1',
    };
    const chips = chipsOf(scope, names);
    expect(chips.map(({ label }) => label)).toEqual(['Deep dive', 'Capex', 'Inferred', 'Rests on Yahoo 2026']);
    expect(chips[0]?.without).toMatchObject({ document: null, section: null });
    expect(chips[2]?.without.classes).toEqual([]);
  });
  it('survives being stored', () => {
    expect(scopeSchema.parse(JSON.parse(JSON.stringify(EVERYTHING)))).toEqual(EVERYTHING);
  });
  it('asks the notebook to sort and filter, and for rows by id in parts', async () => {
    const asked: unknown[] = [];
    const source = figureSource({ ...EVERYTHING, entity: 'Cloud' }, (request) => {
      asked.push(request);
      return Promise.resolve({ rows: [], total: 0 });
    });
    await source.page({
      start: 0,
      end: 200,
      sort: [
        { column: 'value', descending: true },
        { column: 'marks', descending: false },
      ],
      columns: { metric: 'rev' },
    });
    expect(asked[0]).toEqual({
      filter: { entity: 'Cloud', columns: { metric: 'rev' } },
      sort: [{ column: 'value', descending: true }],
      start: 0,
      end: 200,
    });
    await source.byIds(Array.from({ length: 2001 }, (_, index) => `f_${index}`));
    expect(asked).toHaveLength(3);
  });
});

describe('what is offered to like figures', () => {
  it('only after one figure was set, and only where a value was given', () => {
    expect(offeredField([{ id: figure().id, set: { entity: 'AWS' } }])).toBe('entity');
    expect(offeredField([{ id: 'f_1', set: { provenance: 'inferred' } }])).toBe('provenance');
    expect(offeredField([{ id: 'f_1', set: { metric: null } }])).toBeNull();
    expect(offeredField([{ id: 'f_1', set: { value: '3' } }])).toBeNull();
    expect(
      offeredField([
        { id: 'f_1', set: { entity: 'A' } },
        { id: 'f_2', set: { entity: 'A' } },
      ]),
    ).toBeNull();
  });
});
