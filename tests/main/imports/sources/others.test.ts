// RIS, CSL-JSON and EndNote XML as they are found, whole and broken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { sourceOf } from '../../../../src/main/imports/source';
import { readCslJson } from '../../../../src/main/imports/sources/csl-json/parser';
import { readEndnote } from '../../../../src/main/imports/sources/endnote/parser';
import { readRis } from '../../../../src/main/imports/sources/ris/read';

const RIS = `TY  - JOUR
AU  - Müller, José
AU  - Northwind Foods Inc.
TI  - The wheat
  of small towns
JO  - J. of Towns
PY  - 2024
DA  - 2024/03/05/spring
SP  - 12
EP  - 15
VL  - 3
IS  - 2
DO  - 10.1000/x
UR  - https://a.example/b
SN  - 1234-5678
AB  - Long words.
ER  - 
`;

describe('RIS', () => {
  it('reads a record, with the DOI the library drops', () => {
    expect(readRis(RIS).items.map(({ csl }) => csl)).toEqual([
      {
        id: 'read',
        type: 'article-journal',
        author: [{ family: 'Müller', given: 'José' }, { literal: 'Northwind Foods Inc.' }],
        title: 'The wheat of small towns',
        'container-title': 'J. of Towns',
        issued: { 'date-parts': [[2024, 3, 5]] },
        page: '12-15',
        volume: '3',
        issue: '2',
        DOI: '10.1000/x',
        URL: 'https://a.example/b',
        ISSN: '1234-5678',
      },
    ]);
  });

  it.each([
    [
      'TY  - RPRT\nT1  - T\nA1  - Office of Grain\nY1  - 2020/03//\nPB  - P\nER  - ',
      { type: 'report', issued: { 'date-parts': [[2020, 3]] }, publisher: 'P' },
    ],
    [
      'TY - WEB\nTI - T\nUR - https://a.example\nY2 - 2021/02/03\nER -',
      { type: 'webpage', URL: 'https://a.example', accessed: { 'date-parts': [[2021, 2, 3]] } },
    ],
    ['TY  - NOSUCH\nTI  - T\nER  -', { type: 'document', title: 'T' }],
    [
      'TY  - NEWS\r\nTI  - T\r\nT2  - The Ledger\r\nER  - \r\n',
      { type: 'article-newspaper', 'container-title': 'The Ledger' },
    ],
    [
      '\uFEFFTY  - GEN\nTI  - T\nAU  - A, B; C, D\nER  - ',
      {
        author: [
          { family: 'A', given: 'B' },
          { family: 'C', given: 'D' },
        ],
      },
    ],
    [
      'DB  - X\nTI  - Type in the middle\nTY  - JOUR\nAU  - A, B\nER  - ',
      { type: 'article-journal', title: 'Type in the middle', author: [{ family: 'A', given: 'B' }] },
    ],
    ['TI  - No type\nAU  - A, B\nER  - \nTY  - GEN\nTI  - U\nER  - ', { type: 'document', title: 'No type' }],
    ['TY  - RPRT\nTI  - T\nDA  - 2021 March 14\nER  - ', { issued: { 'date-parts': [[2021, 3, 14]] } }],
    ['TY  - GEN\nTI  - T\nUR  - https://doi.org/10.1000/y\nER  - ', { DOI: '10.1000/y' }],
    ['TY  - JOUR\nTI  - T\nY1  - 2021/09/14\nPY  - 2021\nER  - ', { issued: { 'date-parts': [[2021, 9, 14]] } }],
    ['TY  - GEN\nTI  - T\nSP  - 12-19\nEP  - 19\nER  - ', { page: '12-19' }],
  ])('%j', (text, expected) => {
    expect(readRis(text).items[0]?.csl).toMatchObject(expected);
  });

  it('says what is broken with its line, and reads the others', () => {
    const text = `AU  - Stray\n${RIS}TY  - JOUR\nTI  - No end\nTY  - BOOK\nTI  - ${'x'.repeat(60_000)}\nER  - \nTY  - GEN\nKW  - only\nER  - \nTY  - GEN\nTI  - Last`;
    const { items, problems } = readRis(text);
    expect(items.map(({ csl }) => csl.title?.slice(0, 8))).toEqual(['The whea', 'No end', 'xxxxxxxx', 'Last']);
    expect(problems.map(({ code }) => code)).toEqual([
      'W_STRAY',
      'W_UNCLOSED',
      'W_LONG',
      'W_ENTRY',
      'W_UNCLOSED',
      'W_FIELDS_LEFT',
    ]);
    expect(problems[0]?.message).toMatch(/^Line 1:/);
  });

  it.each([
    ['characters in a line', 'x '.repeat(2_000_000)],
    ['lines without a tag', 'abc\n'.repeat(500_000)],
    ['authors', '\nAU  - A, B'.repeat(100_000)],
  ])('is read to the end with many %s', (_what, hostile) => {
    expect(readRis(`TY  - GEN\nTI  - First\nER  - \nTY  - GEN\nTI  - T${hostile}`).items).toHaveLength(2);
  });
});

describe('CSL-JSON', () => {
  it('reads lists, single items and wrapped lists, cleaned', () => {
    const item = {
      id: 'x',
      type: 'report',
      title: '<i>T</i>\u202E',
      URL: 'file:///etc',
      issued: { raw: '13 May 2026' },
      abstract: 'A',
      evil: 1,
    };
    const clean = {
      id: 'read',
      type: 'report',
      title: 'T',
      issued: { 'date-parts': [[2026, 5, 13]] },
      'citation-key': 'x',
    };
    for (const text of [[item], item, { items: [item] }])
      expect(readCslJson(JSON.stringify(text)).items.map(({ csl }) => csl)).toEqual([clean]);
  });

  it('says what is broken with its line, and reads the others', () => {
    const text =
      '[\n{"id":"a","type":"book","title":"A"},\n{"id":"b","type":"book","title":"B\n,\n{"id":"c","type":"book","title":"C"},\n{"id":"d"}\n]';
    const { items, problems } = readCslJson(text);
    expect(items.map(({ csl, line }) => [csl.title, line])).toEqual([
      ['A', 2],
      ['C', 5],
    ]);
    expect(problems.map(({ message }) => message.slice(0, 7))).toEqual(['Line 3:', 'Line 6:']);
  });

  it('takes no members of every object from the file', () => {
    const { items } = readCslJson('[{"type":"book","title":"A","__proto__":{"publisher":"P"},"constructor":"x"}]');
    expect(items[0]?.csl).toEqual({ id: 'read', type: 'book', title: 'A' });
    expect(Object.getPrototypeOf(items[0]?.csl)).toBe(Object.prototype);
  });
});

const ENDNOTE = `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="normal" font="default">Müller, José</style></author><author>Northwind Foods Inc.,</author></authors></contributors>
<titles><title><style face="normal">The wheat </style><style face="italic">of towns</style></title><secondary-title>J. of Towns</secondary-title></titles>
<pages>12-15</pages><volume>3</volume><number>2</number><dates><year>2024</year><pub-dates><date>March 5</date></pub-dates></dates>
<isbn>1234-5678</isbn><urls><related-urls><url>https://a.example/b</url></related-urls></urls>
<electronic-resource-num>10.1000/x</electronic-resource-num></record>
<record><ref-type name="Report">27</ref-type><titles><title>Second</title></titles></record></records></xml>`;

describe('EndNote XML', () => {
  it('reads records through their styles', () => {
    const { items } = readEndnote(ENDNOTE);
    expect(items.map(({ csl }) => csl)).toEqual([
      {
        id: 'read',
        type: 'article-journal',
        'citation-key': '7',
        author: [{ family: 'Müller', given: 'José' }, { literal: 'Northwind Foods Inc.' }],
        title: 'The wheat of towns',
        'container-title': 'J. of Towns',
        issued: { 'date-parts': [[2024, 3, 5]] },
        page: '12-15',
        volume: '3',
        issue: '2',
        DOI: '10.1000/x',
        URL: 'https://a.example/b',
        ISSN: '1234-5678',
      },
      { id: 'read', type: 'report', title: 'Second' },
    ]);
  });

  it('keeps what it read of a file that is cut off, and expands no entity', () => {
    const cut = readEndnote(ENDNOTE.slice(0, ENDNOTE.indexOf('Second')));
    expect([cut.items.length, cut.problems[0]?.code]).toEqual([1, 'W_XML']);
    const bomb = ENDNOTE.replace(
      '<xml>',
      '<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><xml>',
    ).replace('Second', '&a;&b;Second');
    expect(readEndnote(bomb).items.map(({ csl }) => csl.title)).toEqual(['The wheat of towns', '&a;&b;Second']);
  });
});

describe('bibliographies', () => {
  const named = (text: string, name: string) => recogniseParser(sourceOf(new TextEncoder().encode(text), name)).name;

  it.each([
    [RIS, 'x.txt', 'ris'],
    [ENDNOTE, 'x.html', 'endnote'],
    ['[{"id":"a","type":"book","title":"A"}]', 'x.bib', 'csl-json'],
    ['@book{a, title={A}}', 'x.md', 'bibtex'],
    ['The letters TY  - JOUR begin a record in RIS.\n', 'x.ris', 'text'],
    ['{"type":"module","name":"x"}', 'x.json', 'text'],
    ['<xml><items><record/></items></xml>', 'x.xml', 'endnote-no'],
  ])('%.20j is known by its content', (text, name, expected) => {
    if (expected === 'endnote-no') expect(named(text, name)).not.toBe('endnote');
    else expect(named(text, name)).toBe(expected);
  });

  it.each([
    ['RIS', readRis, 'TY  - |ER  - |AU  - |TI  - |\n|x|DA  - |2020/13/45|  - |\r|ZZ'],
    ['CSL-JSON', readCslJson, '{|}|[|]|"|\\|"type":"book"|"title":"x"|,|\n|1|null|"author":|"issued":'],
    ['EndNote', readEndnote, '<record>|</record>|<title>|</title>|<titles>|&a;|<|>|x|<style>|]]>|<!--|<![CDATA['],
  ])('%s never fails but with a word for a person', (_name, read, pieces) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 60 }), (parts) => {
        try {
          read(parts.join('')).items.forEach(({ line }) => expect(line).toBeGreaterThan(0));
        } catch (error) {
          expect(error).toBeInstanceOf(TieoutError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a RIS file holds and the notebook does not keep', () => {
  it('is said: tags and types', () => {
    const { problems } = readRis(
      'TY  - XXXX\nTI  - T\nC1  - own\nZZ  - odd\nER  - \nTY  - JOUR\nTI  - U\nC1  - own\nER  - \n',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'Fields that the notebook does not keep were left out: C1 (2 times), ZZ.',
      'Types of entries that are not known were read as documents: XXXX.',
    ]);
  });

  it('is said: other addresses, and what is no address or DOI', () => {
    const { problems } = readRis(
      'TY  - GEN\nTI  - T\nUR  - https://a.example/1; https://a.example/2\nUR  - https://a.example/3\nDO  - none\nER  - \n',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'Line 1: of 3 addresses the first was kept.',
      'Line 1: “none” is no DOI; it was left out.',
    ]);
  });
});
