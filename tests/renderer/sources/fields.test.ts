// Every cell of the Sources grid: what is typed there is set, shown again, found by the column's filter and offered in a merge.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/contract/records';
import { hasSourceCell, type SourceCell, SOURCE_FIELD_NAMES, SOURCE_TYPES } from '../../../src/core/citation/fields';
import { TIER_LABEL } from '../../../src/core/citation/tier';
import { memorySource } from '../../../src/renderer/src/views/shared/memory-source';
import { SOURCE_COLUMNS } from '../../../src/renderer/src/views/sources/columns';
import { mergeRows } from '../../../src/renderer/src/views/sources/merge';
import { sourceEdit } from '../../../src/renderer/src/views/sources/source-edit';

const words = fc.stringMatching(/^[a-z]{3,12}( [a-z]{3,12})?$/);
const day = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 10, max: 12 }));

/** What can be typed. A new cell does not compile until something is said of it here. */
const TYPED: { readonly [F in SourceCell]: fc.Arbitrary<string> } = {
  type: fc.constantFrom(...Object.values(SOURCE_TYPES)),
  title: words,
  author: fc.tuple(words, words).map(([family, given]) => `${family}, ${given}`),
  publisher: words,
  'container-title': words,
  issued: day.map(([year, month]) => `${year}-${month}`),
  accessed: day.map(([year, month]) => `${year}-${month}`),
  URL: fc.stringMatching(/^[a-z]{3,9}$/).map((host) => `https://${host}.example/a`),
  DOI: fc.integer({ min: 1, max: 999 }).map((number) => `10.1000/${number}`),
  tier: fc.constantFrom(...Object.values(TIER_LABEL)),
};

const blank: SourceRecord = {
  id: 's_1',
  csl: { type: 'other-type' },
  tier: 'other',
  tierSet: false,
  figures: 0,
  citations: 0,
  markers: [],
  document: null,
  formatted: '',
};
const columnOf = (field: SourceCell) => {
  const found = SOURCE_COLUMNS.find(({ read }) => {
    const reading = read?.(fc.sample(TYPED[field], 1)[0] ?? '', blank);
    return reading?.ok === true && Object.keys(reading.set)[0] === field;
  });
  if (found?.read === undefined) throw new Error(`No column reads ${field}.`);
  return { ...found, read: found.read };
};

describe.each(SOURCE_FIELD_NAMES.filter(hasSourceCell).map((field) => [field]))('the cell of %s', (field) => {
  test('sets what is typed, shows it again and is found by it', async () => {
    const column = columnOf(field);
    await fc.assert(
      fc.asyncProperty(TYPED[field], async (text) => {
        const reading = column.read(text, blank);
        if (!reading.ok) throw new Error(reading.message);
        const edit = sourceEdit({ id: blank.id, set: reading.set });
        const csl: SourceRecord['csl'] = { ...blank.csl, ...edit.csl, type: edit.csl.type ?? blank.csl.type };
        const set: SourceRecord = { ...blank, csl, tier: edit.tier ?? blank.tier };
        expect(column.text(set)).toBe(text);
        const rows = memorySource(
          () => [blank, set],
          SOURCE_COLUMNS,
          ({ id }) => id,
        );
        const page = await rows.page({ start: 0, end: 9, sort: [], columns: { [column.id]: text } });
        expect(page.rows).toContain(set);
        if (field !== 'tier') {
          expect(mergeRows([set]).find((row) => row.field === field)?.options[0]?.text).toBe(text);
        }
      }),
      { numRuns: 5 },
    );
  });
});
