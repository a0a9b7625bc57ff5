// Every field of a source, whatever it is: set, it survives imports, search knows it, undo takes it back, exports carry it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/contract/records';
import {
  CSL_FIELDS,
  type CslField,
  isCompared,
  memberText,
  SOURCE_FIELD_NAMES,
  type SourceField,
  sourceField,
  SOURCE_TYPES,
} from '../../../src/core/citation/fields';
import { TIERS } from '../../../src/core/citation/tier';
import { bibtex, cslJson, ris } from '../../../src/main/exports/sources/bibliography';
import { endnote } from '../../../src/main/exports/sources/endnote';
import { runImport } from '../../../src/main/imports/run-import';
import { readBibtex } from '../../../src/main/imports/sources/bibtex/read';
import { readCslJson } from '../../../src/main/imports/sources/csl-json/parser';
import { readEndnote } from '../../../src/main/imports/sources/endnote/parser';
import { readRis } from '../../../src/main/imports/sources/ris/read';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { sourcesOf } from '../imports/kinds';
import { commit, notebookAt } from './support';

const words = fc.stringMatching(/^[a-z]{5,12}( [a-z]{5,12})?$/);
const number = fc.integer({ min: 100, max: 999 }).map(String);

/** What each kind of field can say, as the value that is stored. A new kind does not compile until it stands here. */
const VALUES: { readonly [K in ReturnType<typeof sourceField>['kind']]: fc.Arbitrary<unknown> } = {
  text: words,
  names: fc
    .tuple(words, words)
    .map(([family, given]) => [{ family: family.split(' ')[0], given: given.split(' ')[0] }]),
  date: fc.integer({ min: 1990, max: 2030 }).map((year) => ({ 'date-parts': [[year, 4, 29]] })),
  type: fc.constantFrom(...Object.keys(SOURCE_TYPES)),
  url: words.map((word) => `https://${word.split(' ')[0]}.example/a`),
  doi: number.map((digits) => `10.1000/${digits}`),
  tier: fc.constantFrom(...TIERS),
};
/** Fields whose words have a form. */
const OF_FIELD: Readonly<Partial<Record<SourceField, fc.Arbitrary<unknown>>>> = {
  volume: number,
  issue: number,
  number,
  edition: number,
  page: number,
  'chapter-number': number,
  keyword: number.map((digits) => `corn${digits}`),
  ISSN: number.map((digits) => `1234-0${digits}`),
  ISBN: number.map((digits) => `978-0-2011-1${digits}-3`),
};
const valueOf = (field: SourceField): fc.Arbitrary<unknown> => OF_FIELD[field] ?? VALUES[sourceField(field).kind];

const BEFORE = {
  type: 'article',
  title: 'The wheat of small towns',
  DOI: '10.1000/before',
  issued: { 'date-parts': [[2024]] },
};
const read = async (csl: Readonly<Record<string, unknown>>) =>
  sourcesOf(await runImport(new TextEncoder().encode(JSON.stringify([{ id: 'x', ...csl }])), 'refs.json'));
const said = (source: SourceRecord, field: SourceField): unknown =>
  field === 'tier' ? source.tier : source.csl[field];
const onlyOne = (notebook: Notebook, id: string): SourceRecord => {
  const found = notebook.call('source.list', {}).find((source) => source.id === id);
  if (found === undefined) throw new Error('The source is gone.');
  return found;
};

describe.each(SOURCE_FIELD_NAMES.map((field) => [field]))('the field %s', (field) => {
  test('is kept, found, taken back and exported as a person set it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(valueOf(field), { minLength: 2, maxLength: 2, selector: JSON.stringify }),
        async ([value, other]) => {
          const notebook = notebookAt();
          const { id } = notebook.call('source.create', { csl: BEFORE });
          const before = said(onlyOne(notebook, id), field);
          fc.pre(before !== value);
          const edit =
            field === 'tier'
              ? { id, csl: {}, tier: TIERS.find((tier) => tier === value) }
              : { id, csl: { [field]: value } };
          notebook.call('source.update', { edits: [edit] });
          expect(said(onlyOne(notebook, id), field)).toEqual(value);

          // A document that is imported, and a bibliography that says the field otherwise.
          commit(notebook);
          const theirs = field === 'tier' ? BEFORE : { ...onlyOne(notebook, id).csl, [field]: other, id: 'x' };
          const plan = notebook.stage(await read(theirs));
          if (plan.kind !== 'sources') throw new Error('No bibliography was planned.');
          const told = plan.items[0]?.fields.map((one) => one.field) ?? [];
          // A type that the file does not name says nothing, and another DOI is another work.
          if (field !== 'tier' && isCompared(field) && field !== 'DOI' && other !== 'document')
            expect(told).toContain(field);
          notebook.call('import.commit', { id: plan.id });
          expect(said(onlyOne(notebook, id), field)).toEqual(value);

          if (!['type', 'tier'].includes(field)) {
            const text = sourceField(field).kind === 'date' ? '' : (memberText(value).split(',')[0] ?? '');
            const hits = text === '' ? null : notebook.call('search.query', { text, limit: 20 });
            expect(hits === null || hits.some((hit) => hit.kind === 'source' && hit.id === id)).toBe(true);
          }
          if (field !== 'tier') {
            const [back] = readCslJson(cslJson([onlyOne(notebook, id)])).items;
            expect(back?.csl[field]).toEqual(value);
          }
          const steps = notebook.call('history.list', { limit: 9 });
          const edited = steps
            .filter(({ kind }) => kind !== 'undo')
            .findLastIndex(({ label }) => label === 'Edit source');
          for (let at = 0; at <= edited; at += 1) notebook.call('history.undo', {});
          expect(said(onlyOne(notebook, id), field)).toEqual(before);
        },
      ),
      { numRuns: 2 },
    );
  });
});

const FORMATS = [
  ['BibTeX', bibtex, readBibtex],
  ['RIS', ris, readRis],
  ['EndNote XML', endnote, readEndnote],
] as const;
/** A format has fewer types than CSL, so the type is none of these. */
const CARRIED = CSL_FIELDS.filter((field) => field !== 'type');
/** Formats that have one place for two fields read it back as the other. */
const SHARED: Readonly<Partial<Record<CslField, CslField>>> = { number: 'issue' };

describe.each(FORMATS)('%s', (_, write, readBack) => {
  test.each(CARRIED.map((field) => [field]))('reads back what it writes of %s', (field) => {
    fc.assert(
      fc.property(valueOf(field), (value) => {
        const record = (csl: SourceRecord['csl']): SourceRecord => ({
          id: 's_1',
          csl,
          tier: 'other',
          tierSet: false,
          figures: 0,
          citations: 0,
          markers: [],
          document: null,
          formatted: '',
        });
        const bare = { type: 'article-journal', title: 'Wheat' };
        const text = write([record({ ...bare, [field]: value })]);
        if (text === write([record(bare)])) return;
        const csl = readBack(text).items[0]?.csl;
        expect(memberText(csl?.[field] ?? csl?.[SHARED[field] ?? field])).toBe(memberText(value));
      }),
      { numRuns: 2 },
    );
  });
});
