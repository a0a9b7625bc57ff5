// Every field of a figure, whatever it is: set, it survives a re-import, and filter, history, search and CSV know it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureRecord } from '../../../../src/contract/records';
import { cellText } from '../../../../src/core/figure/display/cells';
import {
  type CellField,
  FIELD_NAMES,
  type FigureField,
  fieldOf,
  type FigureValues,
  hasCell,
  REVIEW_STATES,
} from '../../../../src/core/figure/fields';
import { UNITS } from '../../../../src/core/base/unit';
import { ASSERTIONS, PROVENANCES } from '../../../../src/core/figure/provenance';
import { FIGURE_HEAD, figureRows } from '../../../../src/main/exports/tables';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { QUARTERS, readCsv } from '../../imports/tables';
import { commit, figuresOf, importOf, NOTE, notebookAt } from '../support';

const words = fc.stringMatching(/^[a-z]{3,12}( [a-z]{3,12})?$/);
const year = fc.integer({ min: 2001, max: 2060 });

/** What can be set. A new field does not compile until something is said of it here. */
const VALUES: { readonly [F in FigureField]: fc.Arbitrary<FigureValues[F]> } = {
  metric: words,
  entity: words,
  period: year.map((one) => `FY${one}`),
  value: fc.integer({ min: 100, max: 999 }).map(String),
  scale: fc.constantFrom(3, 6),
  unit: fc.constantFrom(...UNITS),
  currency: fc.constantFrom('EUR', 'JPY', 'CHF'),
  direction: fc.constantFrom('up', 'down'),
  basis: words,
  assertion: fc.constantFrom(...ASSERTIONS),
  provenance: fc.constantFrom(...PROVENANCES),
  review: fc.constantFrom(...REVIEW_STATES),
  note: words,
};

const margin = (notebook: Notebook): FigureRecord => {
  const found = figuresOf(notebook).find(({ quote }) => quote === '14.2%');
  if (found === undefined) throw new Error('The figure is gone.');
  return found;
};

/** The same text, in which a newer engine reads everything otherwise. */
const reread = (notebook: Notebook): string =>
  commit(
    notebook,
    importOf(NOTE, {
      figures: () => ({
        metric: 'other',
        metricLabel: 'other',
        entity: 'Other',
        period: '1999Q1',
        unit: 'score',
        currency: 'SEK',
        direction: null,
        basis: 'other basis',
        assertion: 'threshold',
        provenance: 'consensus',
        low: '1',
        high: '1',
      }),
    }),
  );

/** The cell that shows a field: its own, or the one of the field that it is shown within. */
function cellOf(field: FigureField): CellField {
  const cell = fieldOf(field).within ?? field;
  if (!hasCell(cell)) throw new Error(`${field} is shown within ${cell}, which has no cell.`);
  return cell;
}

/** A reading that a person has set is found under its field's head in the CSV. */
function csvCell(figure: FigureRecord, field: FigureField): string | null {
  const head = fieldOf(field).exported ?? fieldOf(field).label;
  return figureRows([figure], [], [])[0]?.[FIGURE_HEAD.indexOf(head)] ?? null;
}

describe.each(FIELD_NAMES.map((field) => [field]))('the field %s', (field) => {
  test('is kept, found, remembered and exported as a person set it', () => {
    fc.assert(
      fc.property(VALUES[field], (value) => {
        const notebook = notebookAt();
        commit(notebook);
        const before = margin(notebook);
        fc.pre(before[field] !== value && (field !== 'metric' || value !== before.metricLabel));
        notebook.call('figure.update', { edits: [{ id: before.id, set: { [field]: value } }] });
        const set = margin(notebook);
        const shown = field === 'metric' ? set.metricLabel : set[field];
        expect(shown).toBe(value);

        expect(notebook.call('figure.detail', { id: set.id }).history).toContainEqual(
          expect.objectContaining({ field, after: String(value) }),
        );
        expect(fieldOf(field).by === 'person' || set.edited.includes(field)).toBe(true);

        reread(notebook);
        const kept = margin(notebook);
        expect(field === 'metric' ? kept.metricLabel : kept[field]).toBe(value);

        // A cell that shows nothing is asked for as an empty one.
        const cell = cellOf(field);
        const filter = { columns: { [cell]: cellText(cell, kept) || '=' } };
        const page = notebook.call('figure.page', {
          filter,
          sort: [{ column: field, descending: false }],
          start: 0,
          end: 9,
        });
        expect(page.rows.map(({ id }) => id)).toContain(kept.id);
        const { narrows } = fieldOf(field);
        if (narrows !== undefined) {
          const by = { [field]: narrows === 'one' ? value : [value] };
          const found = notebook.call('figure.page', { filter: by, sort: [], start: 0, end: 9 });
          expect(found.rows.map(({ id }) => id)).toContain(kept.id);
        }
        const nowhere = { columns: { [field]: 'zz nowhere' } };
        expect(notebook.call('figure.page', { filter: nowhere, sort: [], start: 0, end: 9 }).total).toBe(0);
        expect(csvCell(kept, field)).toBe(field === 'scale' ? `1e${value}` : String(value));
        if (fieldOf(field).indexed !== undefined) {
          const hits = notebook.call('search.query', { text: String(value), limit: 20 });
          expect(hits.some((hit) => hit.kind === 'figure' && hit.id === kept.id)).toBe(true);
        }
      }),
      { numRuns: 4 },
    );
  });

  test('is kept when the table it came from is imported again, as it was and in its next state', async () => {
    const same = await readCsv(QUARTERS);
    const next = await readCsv(
      QUARTERS.replace('41.5', '43.0').concat('Revenue,Harbour Tools,2026Q3,"1,300.0",USD m\n'),
    );
    fc.assert(
      fc.property(VALUES[field], (value) => {
        const notebook = notebookAt();
        commit(notebook, same);
        const before = figuresOf(notebook)[1];
        if (before === undefined) throw new Error('The table gave no second figure.');
        fc.pre(before[field] !== value);
        notebook.call('figure.update', { edits: [{ id: before.id, set: { [field]: value } }] });
        expect(notebook.stage(same)).toMatchObject({ found: { new: 0, changed: 0, same: 4 } });
        commit(notebook, next);
        const after = figuresOf(notebook);
        expect(after).toHaveLength(5);
        const kept = after.find(({ id }) => id === before.id);
        expect(field === 'metric' ? kept?.metricLabel : kept?.[field]).toBe(value);
      }),
      { numRuns: 2 },
    );
  });
});
