// Citations in styles of CSL: what stands in the text, in footnotes and in the list, and that every format has the same.
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { CITATION_STYLES, type CitationStyle } from '../../../src/core/citation/styles';
import { inStyle } from '../../../src/main/exports/citations/apply';
import { formatCitations } from '../../../src/main/exports/citations/format';
import { makeNote } from '../../../src/main/exports/make-note';
import { type Inline, type NoteBlock, textOf } from '../../../src/main/exports/note/note';
import type { NoteFormat } from '../../../src/core/report/exports';
import { note, source } from './support';
import { p, pagesOf } from './pdf/print';

const SOURCES = [
  source('s1', 'Ex Press', {
    type: 'report',
    title: 'Grids and {storage} at $x$ #1',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
    issued: { 'date-parts': [[2026, 5, 13]] },
    URL: 'https://example.org/grids',
    accessed: { 'date-parts': [[2026, 6, 1]] },
  }),
  source('s2', '', {
    type: 'article-journal',
    title: '储能经济研究',
    author: [{ family: '王', given: '小明' }],
    issued: { 'date-parts': [[2024]] },
    'container-title': '能源研究',
    volume: '3',
    issue: '2',
    page: '12–20',
    language: 'zh-CN',
  }),
  source('s3', 'Northlight', {
    type: 'webpage',
    title: 'iGrid results',
    author: [{ literal: 'Northlight Power plc' }],
  }),
];
const cite = (number: number, locator: string | null = null): Inline => ({
  kind: 'cite',
  label: `Name${number}`,
  number,
  locator,
});
const words = (text: string): Inline => ({ kind: 'text', text });

const BLOCKS: readonly NoteBlock[] = [
  p('Demand rose', cite(1, 'p. 4'), cite(2), '.'),
  p('It fell ', cite(3), ' later.'),
  p('Own words', { kind: 'footnote', inlines: [words('By hand.')], number: 1 }, ' and', cite(1), '.'),
];

const styled = (style: CitationStyle) =>
  inStyle(
    { note: note(BLOCKS, { sources: SOURCES, footnotes: [[words('By hand.')]] }), appendix: [], completedAt: null },
    style,
  ).note;

const linesOf = (style: CitationStyle): readonly string[] =>
  styled(style).blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.inlines)] : []));

const referencesOf = (style: CitationStyle): readonly string[] =>
  styled(style).blocks.flatMap((block) =>
    block.kind === 'references' ? block.entries.map(({ label, inlines }) => `${label ?? ''}|${textOf(inlines)}`) : [],
  );

describe('citations in the text', () => {
  it.each<[CitationStyle, readonly string[]]>([
    [
      'apa',
      [
        'Demand rose (Berg, 2026, p. 4; 王, 2024).',
        'It fell (Northlight Power plc, n.d.) later.',
        'Own words and (Berg, 2026).',
      ],
    ],
    ['ieee', ['Demand rose [1, p. 4], [2].', 'It fell [3] later.', 'Own words and [1].']],
    ['gb-7714-2015-numeric', ['Demand rose[1,2].', 'It fell[3] later.', 'Own words and[1].']],
    ['chicago-notes', ['Demand rose.', 'It fell later.', 'Own words and.']],
    ['names', ['Demand rose[Name1][Name2].', 'It fell [Name3] later.', 'Own words and[Name1].']],
  ])('%s', (style, lines) => expect(linesOf(style)).toEqual(lines));

  it('lead to their line of the list, and keep what is raised raised', () => {
    const [first] = styled('gb-7714-2015-numeric').blocks;
    const cites = first?.kind === 'paragraph' ? first.inlines.filter(({ kind }) => kind === 'cite') : [];
    expect(cites).toEqual([
      { kind: 'cite', label: '1', number: 1, locator: null, set: { raised: true } },
      { kind: 'cite', label: '2', number: 2, locator: null, set: { raised: true } },
    ]);
  });

  it('of a style of notes stand in footnotes, counted with those of the text', () => {
    const { footnotes, blocks } = styled('chicago-notes');
    expect(footnotes.map(textOf)).toEqual([
      expect.stringMatching(/^Jan van der Berg, Grids and \{storage\} at \$x\$ #1 .*4.*; 王小明, “储能经济研究/),
      expect.stringContaining('Northlight'),
      'By hand.',
      expect.stringMatching(/^Berg, Grids/),
    ]);
    const numbers = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.inlines.flatMap((one) => (one.kind === 'footnote' ? [one.number] : [])) : [],
    );
    expect(numbers).toEqual([1, 2, 3, 4]);
  });
});

describe('several sources at one place, each with its own', () => {
  const block = p('Both say so', cite(1, 'pp. 4–6'), cite(2, 'table 3'), '.');
  const linesIn = (style: CitationStyle): string => {
    const made = inStyle({ note: note([block], { sources: SOURCES }), appendix: [], completedAt: null }, style).note;
    return [...made.blocks.flatMap((one) => ('inlines' in one ? [one.inlines] : [])), ...made.footnotes]
      .map(textOf)
      .join(' ');
  };
  it.each([
    ['apa', /pp\. 4–6.*table 3/],
    ['chicago-notes', /(?<!pp\. )4–6.*table 3/],
    ['modern-language-association', /(?<!pp\. )4–6.*table 3/],
    ['ieee', /pp\. 4–6.*table 3/],
  ] as const)('in %s', (style, said) => {
    expect(linesIn(style)).toMatch(said);
  });
});

describe('the list', () => {
  it.each<[CitationStyle, readonly RegExp[]]>([
    [
      'apa',
      [
        /^\|Berg, J\. van der\. \(2026\)\. Grids and \{storage\} at \$x\$ #1\. Ex Press\. https:/,
        /^\|Northlight Power plc\. \(n\.d\.\)/,
        /^\|王小明\. \(2024\)\. 储能经济研究\. 能源研究, 3\(2\), 12–20\.$/,
      ],
    ],
    ['ieee', [/^\[1\]\|J\. van der Berg/, /^\[2\]\|王小明/, /^\[3\]\|Northlight Power plc, “iGrid results/]],
    [
      'gb-7714-2015-numeric',
      [/^\[1\]\|BERG J/, /^\[2\]\|王小明\. 储能经济研究\[J\]\. 能源研究, 2024, 3\(2\): 12-20\.$/, /^\[3\]\|NORTHLIGHT/],
    ],
    ['chicago-notes', [/^\|Berg, Jan van der\./, /^\|Northlight/, /^\|王小明/]],
    ['names', []],
  ])('of %s', (style, lines) => {
    const got = referencesOf(style);
    expect(got).toHaveLength(lines.length);
    lines.forEach((line, at) => expect(got[at]).toMatch(line));
  });

  it('is made in every style that is offered', () => {
    for (const style of CITATION_STYLES.filter((one) => one !== 'names')) expect(referencesOf(style)).toHaveLength(3);
  });
});

describe('every format', () => {
  it.each<NoteFormat>(['pdf', 'docx', 'md', 'html'])('%s has the text and the list of the style', async (format) => {
    const made = await makeNote(
      {
        printable: { note: note(BLOCKS, { sources: SOURCES }), appendix: [], completedAt: null },
        options: { paper: 'A4', contents: false, appendix: false },
        format,
        style: 'apa',
      },
      () => undefined,
    );
    const text = await readable(made.bytes, format);
    for (const part of ['(Berg, 2026, p. 4; 王, 2024)', 'References', 'Northlight Power plc. (n.d.)', '储能经济研究']) {
      expect(text).toContain(part.replaceAll(' ', ''));
    }
  });

  it.each<NoteFormat>(['pdf', 'docx', 'md', 'html'])('%s has the notes of a style of notes', async (format) => {
    const made = await makeNote(
      {
        printable: { note: note(BLOCKS, { sources: SOURCES }), appendix: [], completedAt: null },
        options: { paper: 'A4', contents: false, appendix: false },
        format,
        style: 'chicago-notes',
      },
      () => undefined,
    );
    expect(await readable(made.bytes, format)).toContain('JanvanderBerg,');
  });
});

/** Its words without white space, whatever the format. */
async function readable(bytes: Uint8Array, format: NoteFormat): Promise<string> {
  const decode = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);
  if (format === 'pdf') return (await pagesOf(bytes)).map(({ solid }) => solid).join('');
  const raw =
    format === 'docx'
      ? ['word/document.xml', 'word/footnotes.xml'].map((name) => decode(unzipSync(bytes)[name])).join('')
      : decode(bytes).replace(/<style>[\s\S]*?<\/style>/, '');
  const words = format === 'md' ? raw.replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1') : raw;
  return words.replace(/<[^>]+>/g, '').replace(/[\s*_\\]+/g, '');
}

describe('who a source is by', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    [
      'a company’s release is its own',
      { type: 'report', publisher: 'Ex Inc.' },
      '(Ex Inc., n.d.)',
      'Ex Inc. (n.d.). T.',
    ],
    ['so is its call', { type: 'speech', publisher: 'Ex Inc.' }, '(Ex Inc., n.d.)', 'Ex Inc. (n.d.). T.'],
    [
      'an article stands in its publisher’s paper',
      { type: 'article-newspaper', publisher: 'The Day' },
      '(“T,” n.d.)',
      'T. (n.d.). The Day.',
    ],
    ['a data set is no program', { type: 'dataset', publisher: 'Ex Data' }, '(T, n.d.)', 'T. (n.d.). Ex Data.'],
  ])('%s', (_, csl, inText, listed) => {
    const { clusters, references } = formatCitations({
      style: 'apa',
      language: 'en',
      sources: [{ type: 'article', title: 'T', ...csl }],
      clusters: [[{ number: 1, locator: null }]],
    });
    expect(textOf(clusters[0]?.inlines ?? [])).toBe(inText);
    expect(textOf(references[0]?.inlines ?? [])).toBe(listed);
  });
});

describe('sources of any kind', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nothing but an address', { type: 'webpage', URL: 'https://example.org' }],
    ['nothing at all', { type: 'article' }],
    ['words that are markup elsewhere', { type: 'book', title: '#let x = $y$ @z <a> {b} \\n `c` _d_ *e*' }],
    [
      'odd dates, pages and languages',
      {
        type: 'report',
        title: 'T',
        issued: { 'date-parts': [[0, 13, 99]] },
        page: 'A-1, x',
        language: 'not a language',
        volume: 'Vol. 3/4',
        issue: 'Spring',
      },
    ],
    ['an address that is none', { type: 'webpage', title: 'T', URL: 'https://[broken' }],
    [
      'members of the wrong kind',
      { type: 'chapter', title: 12, author: 'not a list', issued: 'x', 'container-title': ['a'] },
    ],
    ['empty names', { type: 'book', title: 'T', author: [{}, { family: '' }, { given: 'Only' }] }],
  ])('%s', (_, csl) => {
    const { clusters, references } = formatCitations({
      style: 'apa',
      language: 'en',
      sources: [{ type: 'article', ...csl }],
      clusters: [[{ number: 1, locator: '#p' }]],
    });
    expect(textOf(clusters[0]?.inlines ?? []).length).toBeGreaterThan(3);
    expect(references).toHaveLength(1);
  });

  it('refuses a file of a style that is none, and says so', () => {
    const broken = { csl: '<style>no</style>' };
    expect(() =>
      formatCitations({ style: broken, language: 'en', sources: [{ type: 'book', title: 'T' }], clusters: [] }),
    ).toThrow(/style could not be read/);
  });

  it('takes the file of a style of a person’s own', () => {
    const { clusters } = formatCitations({
      style: { csl: OWN },
      language: 'en',
      sources: [{ type: 'book', title: 'Tides', author: [{ family: 'Moor', given: 'A' }] }],
      clusters: [[{ number: 1, locator: null }]],
    });
    expect(textOf(clusters[0]?.inlines ?? [])).toBe('«Moor»');
  });
});

const OWN = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="«" suffix="»"><names variable="author"><name form="short"/></names></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;
