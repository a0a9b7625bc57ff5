// What goes out to a reference manager comes back as the same item: DOI, address, date, names, title.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../../src/contract/records';
import { bibtex, cslJson, ris } from '../../../src/main/exports/bibliography';
import { endnote } from '../../../src/main/exports/endnote';
import { readBibtex } from '../../../src/main/imports/sources/bibtex/read';
import { readCslJson } from '../../../src/main/imports/sources/csl-json/parser';
import { readEndnote } from '../../../src/main/imports/sources/endnote/parser';
import { readRis } from '../../../src/main/imports/sources/ris/read';

const record = (csl: SourceRecord['csl'], id: number): SourceRecord => ({
  id: `s_${id}`,
  csl,
  tier: 'press',
  figures: 0,
  citations: 0,
  markers: [],
  document: null,
  formatted: '',
});

const word = fc.constantFrom(
  'Grain',
  'prices',
  'in',
  'Köln',
  'Łódź',
  'São Paulo',
  'R&D',
  '50%',
  '$3',
  'naïve',
  '北方',
  'C#',
  'a_b',
  '{x}',
  'rise',
  '~40',
  'half',
);
const title = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
const family = fc.constantFrom('Müller', 'García', 'Lind', 'O’Neil', 'Şahin', 'Łukasz');
const given = fc.constantFrom('Ana', 'José', 'B.', 'Mary Jane');
const name = fc.oneof(
  fc.record({ family, given }),
  fc.constantFrom('Office of Grain', 'Northwind Foods & Sons').map((literal) => ({ literal })),
);
const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ year, month, day, parts }) => ({ 'date-parts': [[year, month, day].slice(0, parts)] }));
const item = fc.record(
  {
    type: fc.constantFrom('article-journal', 'webpage', 'report', 'book', 'article-newspaper'),
    title,
    author: fc.array(name, { minLength: 1, maxLength: 3 }),
    issued: date,
    DOI: fc.constantFrom('10.1000/x', '10.1234/a_b.c(1)', '10.5555/12345678'),
    URL: fc.constantFrom('https://a.example/b?c=d&e=f', 'https://a.example/~x/y_z', 'https://a.example/ä'),
  },
  { requiredKeys: ['type', 'title'] },
);

const MEMBERS = ['title', 'author', 'issued', 'DOI', 'URL'] as const;
const kept = (csl: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(MEMBERS.map((member) => [member, csl[member]]));

describe('a bibliography that goes out and comes back', () => {
  it.each([
    ['BibTeX', bibtex, readBibtex],
    ['RIS', ris, readRis],
    ['CSL-JSON', cslJson, readCslJson],
    ['EndNote XML', endnote, readEndnote],
  ])('says the same as %s', (_name, write, read) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const back = read(write(items.map(record)));
        expect(back.problems).toEqual([]);
        expect(back.items.map(({ csl }) => kept(csl))).toEqual(items.map(kept));
      }),
      { numRuns: 200 },
    );
  });
});

describe('EndNote XML', () => {
  it('keeps every member that it has an element for, and the type', () => {
    const csl = {
      id: 'read',
      type: 'personal_communication',
      title: 'Margins < 40% & falling',
      'title-short': 'Margins',
      'container-title': 'Letters',
      author: [{ literal: 'Office of Grain' }, { family: 'Lind', given: 'Ana' }],
      editor: [{ family: 'García', given: 'José' }],
      issued: { 'date-parts': [[2026, 5, 4]] },
      accessed: { 'date-parts': [[2026, 6, 1]] },
      publisher: 'northbay.example',
      'publisher-place': 'Köln',
      page: '3-5',
      volume: '2',
      issue: '4',
      edition: '3',
      ISSN: '1234-5678',
      DOI: '10.1000/x',
      URL: 'https://a.example/b?c=d&e=f',
      note: 'By hand.',
      language: 'en',
    };
    expect(readEndnote(endnote([record(csl, 1)])).items.map((item) => item.csl)).toEqual([csl]);
  });
});
