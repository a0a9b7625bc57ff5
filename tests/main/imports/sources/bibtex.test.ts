// BibTeX as it is found: macros, accents, parents, and everything that can be broken in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { bibtexScore } from '../../../../src/main/imports/sources/bibtex/parser';
import { readBibtex } from '../../../../src/main/imports/sources/bibtex/read';

const one = (text: string) => readBibtex(text).items[0]?.csl;
const codes = (text: string) => readBibtex(text).problems.map(({ code, message }) => [code, message.split(':')[0]]);

describe('how a .bib file is known', () => {
  it.each([
    ['@report{a, title={T}}', true],
    ['% Kept by hand\n@codefragment{lee94,\n title={T}}', true],
    ['@string{j = "Journal"}', true],
    ['Write to @editor{desk} or mail us.', false],
    ['@media (min-width: 10px) { a { color: red } }', false],
  ])('%s', (text, is) => {
    expect(bibtexScore(text) > 0.5).toBe(is);
  });
});

describe('BibTeX', () => {
  it('reads an article with its names, date, pages and identifiers', () => {
    expect(
      one(String.raw`@Article{lind24, author = {M{\"u}ller, Jos\'e and {Northwind Foods Inc.} and others},
        title = "The {GDP} of \emph{small} towns \& more", journal = {J. of Towns}, year = 2024, month = mar,
        volume = {3}, number = 2, pages = {12--15}, doi = {https://doi.org/10.1000/x\_y}, abstract = {Long words.}}`),
    ).toEqual({
      id: 'read',
      type: 'article-journal',
      'citation-key': 'lind24',
      author: [{ family: 'Müller', given: 'José' }, { literal: 'Northwind Foods Inc.' }],
      title: 'The GDP of small towns & more',
      'container-title': 'J. of Towns',
      issued: { 'date-parts': [[2024, 3]] },
      volume: '3',
      issue: '2',
      page: '12-15',
      DOI: '10.1000/x_y',
    });
  });

  it.each([
    [
      '@online{a, title={T}, url={https://a.example/x_y?z=1%20}, urldate={2024-01-02}, date={2024-05-06}}',
      {
        type: 'webpage',
        URL: 'https://a.example/x_y?z=1%20',
        issued: { 'date-parts': [[2024, 5, 6]] },
        accessed: { 'date-parts': [[2024, 1, 2]] },
      },
    ],
    [
      '@techreport{a, title={T}, institution={Office of Grain}, year={2020}, number={7}}',
      { type: 'report', publisher: 'Office of Grain', number: '7' },
    ],
    [String.raw`@misc{a, title={T}, howpublished={\url{https://a.example/b}}}`, { URL: 'https://a.example/b' }],
    ['@article{a, title={T}, year={2025}, month = "7~" # sep}', { issued: { 'date-parts': [[2025, 9, 7]] } }],
    ['@article{a, title={T}, year={2025}, month = "11{--}13 " # jun}', { issued: { 'date-parts': [[2025, 6, 11]] } }],
    ['@article{a, title={T}, year={2025}, month = {Sep. 7}}', { issued: { 'date-parts': [[2025, 9, 7]] } }],
    [
      String.raw`@misc{a, title={Fares of \pounds 9, \euro{}8 and 12\,000~km}}`,
      { title: 'Fares of £9, €8 and 12 000 km' },
    ],
    ['@book(a, title={T}, isbn={978-3-16-148410-0})', { type: 'book', title: 'T', ISBN: '978-3-16-148410-0' }],
    [
      '@string{j = "Journal of " # "Wheat"} @article{a, title={T}, journal = j # " and Rye"}',
      { 'container-title': 'Journal of Wheat and Rye' },
    ],
    [
      '@inproceedings{a, title={T}, crossref={P}} @proceedings{p, title={Grain Days}, year={2021}}',
      { title: 'T', 'container-title': 'Grain Days', issued: { 'date-parts': [[2021]] } },
    ],
    [
      '@article{a, title={T}, crossref={b}} @article{b, title={U}, crossref={a}, year=2020}',
      { title: 'T', issued: { 'date-parts': [[2020]] } },
    ],
    [
      '@article{a, title={Sales of $5 billion, costs of $4 billion}}',
      { title: 'Sales of $5 billion, costs of $4 billion' },
    ],
    ['@article{a, title={T}, year={in press}}', { issued: { literal: 'in press' } }],
    ['@constructor{a, title={T}, constructor={x}, __proto__={y}}', { type: 'document', title: 'T' }],
    [String.raw`@misc{a, title={\constructor T}}`, { title: 'constructor T' }],
    ['@misc{a, title={T}\n year={2020}}', { title: 'T', issued: { 'date-parts': [[2020]] } }],
    ['@misc{title={No key}, year={2020}}', { title: 'No key', issued: { 'date-parts': [[2020]] } }],
  ])('%s', (text, expected) => {
    expect(one(text)).toMatchObject(expected);
  });

  it('keeps no address that could run or read something', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/hosts', 'data:text/html,x'])
      expect(one(`@misc{a, title={T}, url={${url}}}`)).not.toHaveProperty('URL');
  });

  it('says what is broken with its line, and reads the others', () => {
    const text = [
      '@article{good, title={Good}}',
      '@article{open, title={Never closed, year={2020},',
      '  author={A, B}',
      '@book{after, title={After}}',
      '@misc{odd, title="no end, year={2021}}',
      '@misc{empty}',
      `@misc{deep, title=${'{'.repeat(100)}x${'}'.repeat(100)}}`,
      String.raw`@misc{tex, title={The {\emph Rise} of}}`,
      '@misc{macro, title=nowhere}',
      '@misc{last, title={Last}}',
    ].join('\n');
    expect(readBibtex(text).items.map(({ csl, line }) => [line, csl['citation-key']])).toEqual([
      [1, 'good'],
      [2, 'open'],
      [4, 'after'],
      [5, 'odd'],
      [8, 'tex'],
      [9, 'macro'],
      [10, 'last'],
    ]);
    expect(codes(text)).toEqual(
      expect.arrayContaining([
        ['W_UNCLOSED', 'Line 2'],
        ['W_FIELD', 'Line 5'],
        ['W_ENTRY', 'Line 6'],
        ['W_DEEP', 'Line 7'],
        ['W_LATEX', 'Line 8'],
        ['W_FIELD', 'Line 9'],
      ]),
    );
  });

  it('leaves comments and preambles out, and bounds macros that grow', () => {
    const text = `@comment{ @article{not, title={Not}} }\n@preamble{"\\newcommand"}\n@misc{a, title={A}}`;
    expect(readBibtex(text).items.map(({ csl }) => csl.title)).toEqual(['A']);
    const doubling = Array.from({ length: 40 }, (_, at) => `@string{m${at + 1} = m${at} # m${at}}`).join('\n');
    const grown = readBibtex(`@string{m0 = {0123456789}}\n${doubling}\n@misc{a, title=m40}`);
    expect(grown.items).toHaveLength(1);
    expect(grown.problems.map(({ code }) => code)).toContain('W_MACROS');
  });

  it.each([
    ['entries in entries', '@a{b, c={'.repeat(50_000)],
    ['entries never closed', '@a{b, c={\n'.repeat(20_000)],
    ['comments never closed', '@comment{ '.repeat(50_000)],
    ['fields never closed', `@a{b, ${'c="x,'.repeat(50_000)}}`],
    ['blank space', `@a{b,${' '.repeat(500_000)}x${' ,;'.repeat(100_000)}}`],
    ['at signs', `${'@a'.repeat(500_000)}${'@\n'.repeat(100_000)}`],
    ['macros', `@a{b, c = x${' # x'.repeat(100_000)}}`],
    ['a long line', `@a{b, title={${'x '.repeat(2_000_000)}}}`],
  ])('is read to the end with %s', (_what, hostile) => {
    expect(readBibtex(`@misc{first, title={First}}\n${hostile}`).items[0]?.csl.title).toBe('First');
  });

  it('is known by its entries, never by prose that shows one', () => {
    expect(bibtexScore('% Exported\n\n@article{a,\n title = {T}\n}')).toBeGreaterThan(0.9);
    expect(bibtexScore('@string{a = "b"}\n@book{c, title=a}')).toBeGreaterThan(0.9);
    const prose = Array.from({ length: 10 }, (_, at) => `Line ${at} of a note about citing.`).join('\n');
    for (const text of [prose, `${prose}\n@article{a, title={T}}`, 'Write to ann@book{...}', '@media (x) { a = 1 }'])
      expect(bibtexScore(text)).toBe(0);
  });

  it('never fails but with a word for a person, whatever the text', () => {
    const pieces = fc.constantFrom(
      '@article{',
      '@string{',
      '@comment{',
      'k,',
      'title',
      '=',
      '{',
      '}',
      '"',
      '#',
      ',',
      '\n',
      '\\',
      '$',
      '~',
      'é',
      '(',
      ')',
      'a b',
      '\\"',
      '%',
      '\\begin{x}',
      '^',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        try {
          for (const { csl, line } of readBibtex(parts.join('')).items) {
            expect(line).toBeGreaterThan(0);
            expect(JSON.stringify(csl)).toBe(JSON.stringify(JSON.parse(JSON.stringify(csl))));
          }
        } catch (error) {
          expect(error).toBeInstanceOf(TieoutError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('LaTeX and dates as other programs write them', () => {
  it.each([
    [String.raw`{\mbox{Low Tide}: \enquote{a \textsf{plain} price}}`, 'Low Tide: “a plain price”'],
    [
      String.raw`{See \href{https://a.example/b}{the fares} of \foreignlanguage{ngerman}{Kiel}}`,
      'See the fares of Kiel',
    ],
    [
      String.raw`{Under \S 12 a `.concat('`', "stall'", String.raw` sells \ fish\/, 3 \times 4}`),
      'Under §12 a ‘stall’ sells fish, 3 ×4',
    ],
    [String.raw`{\textquotedblleft Rye\textquotedblright\ and \glqq Mehl\grqq}`, '“Rye” and „Mehl“'],
    [String.raw`{{\noopsort{a}}?`.concat('`', String.raw`Qui\'en paga? The $\omega$ plan}`), '¿Quién paga? The ω plan'],
  ])('%s', (title, read) => {
    expect(one(`@misc{a, title=${title}, year=2020}`)?.title).toBe(read);
    expect(codes(`@misc{a, title=${title}, year=2020}`)).toEqual([]);
  });

  it('takes out a command that nobody knows, and says so', () => {
    expect(one(String.raw`@misc{a, title={The \fishprice index}}`)?.title).toBe('The index');
    expect(codes(String.raw`@misc{a, title={The \fishprice index}}`)).toEqual([['W_LATEX', 'Line 1']]);
  });

  it.each([
    ['date={14.03.2021}', { 'date-parts': [[2021, 3, 14]] }, 0],
    ['date={14/03/2021}', { 'date-parts': [[2021, 3, 14]] }, 0],
    ['date={03/14/2021}', { 'date-parts': [[2021, 3, 14]] }, 0],
    ['date={03/04/2021}', { 'date-parts': [[2021]] }, 1],
    ['year={[1998]}', { 'date-parts': [[1998]] }, 0],
    ['year={c1998}', { 'date-parts': [[1998]] }, 0],
    ['date={2021 March 14}', { 'date-parts': [[2021, 3, 14]] }, 0],
    ['year={in press}', { literal: 'in press' }, 0],
  ])('%s', (field, issued, said) => {
    expect(one(`@misc{a, title={T}, ${field}}`)?.issued).toEqual(issued);
    expect(codes(`@misc{a, title={T}, ${field}}`)).toHaveLength(said);
  });

  it('says which DOI or address is none', () => {
    expect(codes('@misc{a, title={T}, doi={see below}, url={www.a.example}}').map(([code]) => code)).toEqual([
      'W_VALUE',
      'W_VALUE',
    ]);
  });
});

describe('what is lost is said', () => {
  it.each([
    ['@article{a, title={T}, abstract={Long}, file={x.pdf}, author={Roe, R.}}', 'abstract, file'],
    ['@customa{a, title={T}, author={Roe, R.}}', '@customa'],
    ['@article{a, title={T}, date={1984~}}', 'date 1984~'],
    ['@article{a, title={T}, date={2020-21}}', 'date 2020-21'],
    ['@article{a, title={T}, date={2019/..}}', 'date 2019/..'],
    ['@inbook{a, title={T}, crossref={gone}}', '“gone”'],
    ['@set{s, entryset={a}}\n@book{a, title={T}}', '“s” only groups'],
  ])('%s', (text, said) => {
    expect(
      readBibtex(text)
        .problems.map(({ message }) => message)
        .join('\n'),
    ).toContain(said);
  });

  it.each([
    '@article{a, title={T}, date={2020-01-15/2020-02-01}, urldate={2021-03-04}}',
    '@book{a, title={T}, date={1999/2001}, keywords={x}, options={skipbib}}',
    '@mvbook{a, title={T}, year=2020, month=mar}',
    '@report{a, title={T}, date={2020-05}}',
  ])('nothing of %s', (text) => {
    expect(readBibtex(text).problems).toEqual([]);
  });

  it('data of several @xdata, and of a parent beside them', () => {
    const [chapter] = readBibtex(`@inbook{c, title={Chapter}, crossref={b}, xdata={p,l}}
@book{b, title={Whole}, xdata={e}}
@xdata{p, publisher={Acorn Press}} @xdata{l, location={London}} @xdata{e, editor={Roe, R.}}`).items;
    expect(chapter?.csl).toMatchObject({
      title: 'Chapter',
      'container-title': 'Whole',
      publisher: 'Acorn Press',
      'publisher-place': 'London',
      editor: [{ family: 'Roe', given: 'R.' }],
    });
  });

  it.each([
    [String.raw`na\"{\i}ve \AA{}ngstr\"om`, 'naïve Ångström'],
    [String.raw`{\O}rsted and \L{}\'od\'z, stra{\ss}e`, 'Ørsted and Łódź, straße'],
    [String.raw`\v{S}koda, \c{c}a, \~nandu, \.{I}stanbul, \u{g}`, 'Škoda, ça, ñandu, İstanbul, ğ'],
    [String.raw`\'{\j}ota`, 'ȷ́ota'.replace('ȷ', 'j')],
  ])('accents: %s', (latex, title) => {
    expect(one(`@misc{a, title={${latex}}}`)?.title).toBe(title.normalize('NFC'));
  });
});
