import { describe, expect, it } from 'vitest';
import { parseLayout, reconcile } from '../../../../src/renderer/src/kit/grid/data/layout';

describe('a stored grid layout', () => {
  it('is refused where it has another shape', () => {
    expect(parseLayout(null)).toBeNull();
    expect(parseLayout({ columns: [{ colId: 'a', width: 'wide' }], filters: {}, filterRow: false })).toBeNull();
    expect(parseLayout({ columns: [{ colId: 'a', width: 80 }], filters: {}, filterRow: true })).toMatchObject({
      filterRow: true,
    });
  });

  it('drops columns that went and puts new ones after their neighbour', () => {
    const stored = {
      columns: [{ colId: 'value' }, { colId: 'gone' }, { colId: 'metric', width: 90 }],
      filters: { gone: 'x', metric: 'rev' },
      filterRow: true,
    };
    const now = reconcile(stored, ['first', 'metric', 'unit', 'value']);
    expect(now.columns.map(({ colId }) => colId)).toEqual(['first', 'value', 'metric', 'unit']);
    expect(now.columns.find(({ colId }) => colId === 'metric')?.width).toBe(90);
    expect(now.filters).toEqual({ metric: 'rev' });
  });
});
