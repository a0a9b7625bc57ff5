// What goes out to a reference manager comes back as the same item: DOI, address, date, names, title.
import fc from 'fast-check';
import { namesText } from '../../../src/core/citation/csl-text';
import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../../src/contract/records';
import { bibtex, cslJson, ris } from '../../../src/main/exports/sources/bibliography';
import { endnote } from '../../../src/main/exports/sources/endnote';
import { readBibtex } from '../../../src/main/imports/sources/bibtex/read';
import { readCslJson } from '../../../src/main/imports/sources/csl-json/parser';
import { readEndnote } from '../../../src/main/imports/sources/endnote/parser';
import { readRis } from '../../../src/main/imports/sources/ris/read';

const record = (csl: SourceRecord['csl'], id: number): SourceRecord => ({
  id: `s_${id}`,
  csl,
  tier: 'press',
  tierSet: false,
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

describe('keys of BibTeX', () => {
  const keys = (items: SourceRecord['csl'][]) =>
    [...bibtex(items.map(record)).matchAll(/^@\w+\{([^,]*),$/gm)].map(([, key]) => key);
  const amazon = { type: 'webpage', title: 'x', author: [{ literal: 'Amazon' }], issued: { 'date-parts': [[2026]] } };

  it('are none twice, in whatever case, and letters of ASCII', () => {
    const made = keys([
      amazon,
      amazon,
      { ...amazon, author: [{ literal: 'AMAZON' }] },
      amazon,
      { type: 'book', title: '八' },
    ]);
    expect(made).toEqual(['Amazon2026', 'Amazon2026b', 'AMAZON2026c', 'Amazon2026d', 'source']);
    const many = keys(Array.from({ length: 80 }, () => amazon));
    expect(new Set(many.map((key) => key?.toLowerCase())).size).toBe(80);
  });

  it('are those of the file they came from', () => {
    expect(
      keys([
        { ...amazon, 'citation-key': 'smith2020' },
        { ...amazon, 'citation-key': 'has space' },
      ]),
    ).toEqual(['smith2020', 'Amazon2026']);
  });
});

describe('what a source says', () => {
  const article = {
    type: 'article-journal',
    title: 'On margins',
    'title-short': 'Margins',
    'container-title': 'Journal of Finance',
    'container-title-short': 'J. Finance',
    author: [
      { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' },
      { family: 'Smith', given: 'Jane', suffix: 'Jr.' },
    ],
    editor: [{ family: 'Roe', given: 'R.' }],
    issued: { 'date-parts': [[2020, 4, 29]] },
    accessed: { 'date-parts': [[2024, 5, 1]] },
    volume: '12',
    issue: '3',
    page: '101-120',
    publisher: 'Wiley',
    'publisher-place': 'New York',
    ISSN: '1234-5678',
    DOI: '10.1000/xyz',
    URL: 'https://example.com/a_b?x=1&y=2',
    keyword: 'cloud,capex',
    language: 'en',
    note: 'A note',
  };
  const book = {
    type: 'book',
    title: 'A book',
    edition: '2',
    'collection-title': 'Typesetting',
    ISBN: '0-201-13448-9',
    publisher: 'P',
  };
  const thesis = {
    type: 'thesis',
    title: 'Deep',
    publisher: 'MIT',
    genre: 'Doctoral thesis',
    issued: { 'date-parts': [[2018]] },
  };
  const plain = (csl: Readonly<Record<string, unknown>>) => {
    const { id: _, 'citation-key': __, ...rest } = csl;
    // A particle is a field of its own or the beginning of the family name, as a format has it.
    const author = namesText(rest['author']);
    // One comma and one dash, however a format writes lists and ranges.
    return Object.fromEntries(
      Object.entries({ ...rest, ...(author !== '' && { author }) }).map(([member, value]) => [
        member,
        typeof value === 'string' ? value.replace(/,\s+/g, ',').replace(/[–-]+/g, '-') : value,
      ]),
    );
  };
  it.each([
    ['BibTeX', bibtex, readBibtex],
    ['RIS', ris, readRis],
    ['EndNote XML', endnote, readEndnote],
  ])('comes back from %s with particles, months, accessed, keywords, language, series and pages', (_, write, read) => {
    const back = read(write([article, book, thesis].map(record)));
    expect(back.problems).toEqual([]);
    expect(back.items.map(({ csl }) => plain(csl))).toMatchObject([article, book, thesis].map(plain));
  });

  it('is written as LaTeX, JabRef and RIS readers want it', () => {
    const written = bibtex([record(article, 1)]);
    expect(written).toContain('author = {van der Berg, Jan and Smith, Jr., Jane}');
    expect(written).toContain('month = apr,');
    expect(written).toContain('pages = {101--120}');
    expect(bibtex([record(thesis, 1)])).toMatch(/@phdthesis\{[\s\S]*school = \{MIT\}/);
    const tags = ris([record(article, 1)]).split('\n');
    expect(tags).toEqual(expect.arrayContaining(['AU  - van der Berg, Jan', 'SP  - 101', 'EP  - 120', 'PB  - Wiley']));
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
