// Word documents: what a reader sees of them, with its structure, and nothing of what stands outside them.
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { NormalisedDocument } from '../../../../src/core/document/model';
import { TieoutError } from '../../../../src/contract/errors';
import { docxParser } from '../../../../src/main/imports/docx/parser';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { sourceOf } from '../../../../src/main/imports/source';
import { checkMarks } from '../check-marks';
import { cellsOf, wordsOf } from '../parse';
import { cell, docx, paragraph, type Parts, row, run, styled } from './build';

const read = (parts: Parts): NormalisedDocument => docxParser.parse(sourceOf(docx(parts), 'note.docx'));
const codes = (document: NormalisedDocument): readonly string[] => document.problems.map(({ code }) => code);
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const STYLES = [
  style('berschrift1', 'heading 1'),
  style('Own', 'Own section', '<w:basedOn w:val="berschrift1"/>'),
  style('Deep', 'Deep', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style('Body', 'Body in outline', '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  style('Caption', 'caption'),
  style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
  style('Item', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
  style('TOC1', 'toc 1'),
].join('');
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';

describe('a Word document', () => {
  it('is known by what is packed in it, whatever its name', () => {
    expect(recogniseParser(sourceOf(docx({ body: paragraph('Revenue rose.') }), 'note.csv')).name).toBe('docx');
  });

  it('has headings by what its styles are, not by their ids', () => {
    const body = ['berschrift1', 'Own', 'Deep', 'Body', 'Loop'].map((id) => styled(id, `In ${id}`)).join('');
    const document = read({
      body: `${body}${paragraph('Set on itself', '<w:outlineLvl w:val="1"/>')}`,
      styles: STYLES,
    });
    expect(document.marks.map((mark) => (mark.kind === 'heading' ? mark.level : mark.kind))).toEqual([
      1,
      1,
      3,
      'paragraph',
      'paragraph',
      2,
    ]);
  });

  it('has lists that count and lists that do not, at their depth, from paragraph or style', () => {
    const item = (list: string, depth: string, text: string) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
    const document = read({
      body:
        item('1', '0', 'First') +
        item('1', '1', 'Within') +
        item('2', '0', 'Point') +
        styled('Item', 'By style') +
        paragraph('Out again', '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      styles: STYLES,
      numbering: NUMBERING,
    });
    expect(
      document.marks.map((mark) => (mark.kind === 'list-item' ? `${mark.ordered} ${mark.depth}` : mark.kind)),
    ).toEqual(['true 0', 'true 1', 'false 0', 'false 0', 'paragraph']);
  });

  it('has tables with spanned cells in their columns, a head and a caption', () => {
    const body =
      styled('Caption', 'Table 1: in $ million') +
      `<w:tbl>${row([cell('Metric'), cell('2026', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>')}` +
      row([cell('Revenue', '<w:vMerge w:val="restart"/>'), cell('420'), cell('440')]) +
      `${row([cell('', '<w:vMerge/>'), cell('1'), cell('2')])}</w:tbl>`;
    const document = read({ body, styles: STYLES });
    expect(cellsOf(document)).toEqual([
      ['Metric', '2026', ''],
      ['Revenue', '420', '440'],
      ['', '1', '2'],
    ]);
    const [table] = document.marks.filter((mark) => mark.kind === 'table');
    expect(table?.rows.map(({ header }) => header)).toEqual([true, false, false]);
    expect(table?.caption && document.text.slice(table.caption.start, table.caption.end)).toBe('Table 1: in $ million');
  });

  it('reads a table that only arranges the page as paragraphs, and one within a cell as that cell', () => {
    const inner = `<w:tbl>${row([cell('7'), cell('8')])}</w:tbl>`;
    const arranged = read({ body: `<w:tbl>${row([cell('Left alone')])}${row([cell('And this')])}</w:tbl>` });
    expect(wordsOf(arranged, 'paragraph')).toEqual(['Left alone', 'And this']);
    const nested = read({ body: `<w:tbl>${row([`<w:tc>${inner}${paragraph('')}</w:tc>`, cell('9')])}</w:tbl>` });
    expect(cellsOf(nested)).toEqual([['7 8', '9']]);
  });

  it('ties notes to their marks and keeps raised digits apart from numbers', () => {
    const reference = (kind: string, id: string) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const document = read({
      body: `<w:p>${run('Sales of 2024')}${reference('footnote', '7')}${run(' and companies')}${reference('endnote', '2')}${run(' of 5')}${run('3', '<w:position w:val="7"/>')}</w:p>`,
      footnotes: `<w:footnote w:id="7">${paragraph('From the ledger.')}</w:footnote><w:footnote w:id="9">${paragraph('Never referred to.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${paragraph('By count.')}</w:endnote>`,
    });
    expect(document.text).toBe('Sales of 2024¹ and companies² of 5³\n1 From the ledger.\n2 By count.\n');
    expect(wordsOf(document, 'note-reference')).toEqual(['¹', '²']);
    expect(wordsOf(document, 'superscript')).toEqual(['³']);
    const notes = document.marks.flatMap((mark) =>
      mark.kind === 'note' ? [[mark.note, document.text.slice(mark.contentStart, mark.end)]] : [],
    );
    expect(notes).toEqual([
      ['1', 'From the ledger.'],
      ['2', 'By count.'],
    ]);
  });

  it('raises what a character style raises, and takes soft hyphens out of words', () => {
    const document = read({
      body: `<w:p>${run('Reve\u00adnue of 5')}${run('3', '<w:rStyle w:val="Mark"/>')}${run('4', '<w:rStyle w:val="Below"/>')}</w:p>`,
      styles:
        '<w:style w:type="character" w:styleId="Mark"><w:name w:val="m"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="Below"><w:basedOn w:val="Mark"/></w:style>',
    });
    expect(document.text).toBe('Revenue of 5³⁴\n');
  });

  it('keeps the columns of a row that begins late', () => {
    const body = `<w:tbl>${row([cell('a'), cell('b'), cell('c')])}${row([cell('2'), cell('3')], '<w:gridBefore w:val="1"/>')}</w:tbl>`;
    expect(cellsOf(read({ body }))).toEqual([
      ['a', 'b', 'c'],
      ['', '2', '3'],
    ]);
  });

  it('is known where its text stands under another name', () => {
    const types =
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const made = zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/content/body.xml"/></Relationships>',
      ),
      'content/body.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>Revenue</w:t></w:r></w:p></w:body></w:document>'),
    });
    const source = sourceOf(made, 'a.bin');
    expect([recogniseParser(source).name, docxParser.parse(source).text]).toEqual(['docx', 'Revenue\n']);
  });

  it('takes tracked changes as accepted and says so', () => {
    const document = read({
      body: `<w:p>${run('Revenue of ')}<w:del w:author="A">${run('$400')}<w:r><w:delText>$401</w:delText></w:r></w:del><w:ins w:author="A">${run('$420')}</w:ins>${run(' million')}</w:p>`,
    });
    expect(document.text).toBe('Revenue of $420 million\n');
    expect(document.problems.find(({ code }) => code === 'W_TRACKED')?.count).toBe(2);
  });

  it.each([
    ['between two paragraphs', (a: string, b: string) => `${a}${b}`, 'The dividend is $0.45 a share.\n'],
    ['before a table', (a: string) => `${a}<w:tbl>${row([cell('x'), cell('y')])}</w:tbl>`, /^The dividend is\s*\n/],
    ['at the end', (a: string) => a, /^The dividend is\s*\n$/],
    ['in a cell', (a: string, b: string) => `<w:tbl><w:tr><w:tc>${a}${b}</w:tc></w:tr></w:tbl>`, /dividend is \$0\.45/],
  ] as const)('joins what a deleted mark parted, %s', (_where, body, expected) => {
    const [first, second] = ['The dividend is ', '$0.45 a share.'].map((words) => run(words));
    const open = `<w:p><w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>${first}</w:p>`;
    const { text } = read({ body: body(open, `<w:p>${second}</w:p>`) });
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  it('gives comments with their words, author and date', () => {
    const document = read({
      body: `<w:p>${run('Revenue was ')}<w:commentRangeStart w:id="0"/>${run('$420 million')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(' in total')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`,
      comments: `<w:comment w:id="0" w:author="Ada" w:date="2026-05-02T10:00:00Z">${paragraph('Which basis?')}</w:comment><w:comment w:id="1" w:author="Bo">${paragraph('Fine')}</w:comment><w:comment w:id="2">${paragraph('Nowhere')}</w:comment>`,
    });
    expect(
      document.comments?.map(({ start, end, author, date, body }) => [
        document.text.slice(start, end),
        author,
        date,
        body,
      ]),
    ).toEqual([
      ['$420 million', 'Ada', '2026-05-02T10:00:00', 'Which basis?'],
      ['total', 'Bo', null, 'Fine'],
    ]);
    expect(codes(document)).toContain('W_COMMENTS_LOST');
  });

  it('reads results of fields, never their instructions, and follows only links of the web', () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const document = read({
      body: `<w:p>${field(' HYPERLINK "https://example.com/a" ', 'the filing')}${run(' ')}${field(' DDEAUTO cmd "/c calc" ', '12')}${run(' ')}<w:hyperlink r:id="x1">${run('release')}</w:hyperlink> <w:hyperlink r:id="x2">${run('file')}</w:hyperlink></w:p><w:p>${field(' TOC \\o ', 'Contents 3')}</w:p>`,
      relations:
        '<Relationship Id="x1" Type="t/hyperlink" Target="https://example.com/b" TargetMode="External"/><Relationship Id="x2" Type="t/hyperlink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="x3" Type="t/attachedTemplate" Target="https://example.com/t.dotm" TargetMode="External"/>',
    });
    expect(document.text).toBe('the filing 12 releasefile\n');
    expect(document.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      'https://example.com/a',
      'https://example.com/b',
    ]);
    expect(codes(document)).toEqual(['W_EXTERNAL', 'W_CONTENTS']);
  });

  it('takes the form of a run from that run alone, whatever stands before the first one', () => {
    const stray = '<w:p><w:vanish/><w:vertAlign w:val="superscript"/></w:p>';
    expect(read({ body: stray + paragraph('Revenue was 12.') }).text.trim()).toBe('Revenue was 12.');
    expect(read({ body: paragraph('Revenue was 12.') }).text.trim()).toBe('Revenue was 12.');
  });

  it('leaves out contents and hidden text, takes one of two alternatives, and keeps text boxes', () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Results 3')}</w:sdtContent></w:sdt>`;
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('In a box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('In a box')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('Around it')}</w:p>`;
    const document = read({
      body: `${contents}${styled('TOC1', 'Page 4')}${paragraph(run('secret', '<w:vanish/>') + run('open'))}${box}`,
      styles: STYLES,
    });
    expect(document.text).toBe('open\nIn a box\nAround it\n');
    expect(codes(document)).toEqual(['W_CONTENTS', 'W_HIDDEN']);
  });

  it('joins the runs of one word, and one line may break without ending its paragraph', () => {
    const document = read({
      body: `<w:p>${run('Reve')}${run('nue', '<w:b/>')}<w:r><w:tab/></w:r>${run('$5')}<w:r><w:br/></w:r>${run('more')}</w:p>`,
    });
    expect(document.text).toBe('Revenue $5\nmore\n');
    expect(wordsOf(document, 'paragraph')).toEqual(['Revenue $5\nmore']);
  });

  it('has title and author from its properties, and no date', () => {
    const core =
      '<dc:title>A note</dc:title><dc:creator>Ada</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>';
    expect(read({ body: paragraph('x'), core })).toMatchObject({
      title: 'A note',
      author: 'Ada',
      language: 'en-GB',
      published: null,
    });
  });

  it('gives what stands before a damage, and refuses what has no text part', () => {
    const cut = read({
      body: paragraph('Kept.'),
      entries: {
        'word/document.xml': new TextEncoder().encode(
          '<w:document><w:body><w:p><w:r><w:t>Kept.</w:t></w:r></w:p><w:p><w:r><w:t>Lost',
        ),
      },
    });
    expect([cut.text, codes(cut)]).toEqual(['Kept.\n', ['W_DAMAGED']]);
    expect(cut.problems[0]?.message).toMatch(/: text \(\d+:\d+: [^()]+\)\.$/);
    const parts = {
      body: '',
      entries: {
        '_rels/.rels': new TextEncoder().encode(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
        ),
      },
    };
    expect(() => read(parts)).toThrow(TieoutError);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:pPr>',
    '</w:pPr>',
    '<w:r>',
    '</w:r>',
    '<w:sdt>',
    '</w:sdt>',
    '<w:del>',
    '</w:del>',
  ),
  fc.constantFrom(
    '<w:tab/>',
    '<w:br/>',
    '<w:vMerge/>',
    '<w:gridSpan w:val="9999"/>',
    '<w:gridSpan w:val="-3"/>',
    '<w:b/>',
    '<w:outlineLvl w:val="x"/>',
    '<w:numId w:val="1"/>',
    '<w:footnoteReference w:id="1"/>',
    '<w:commentRangeStart w:id="1"/>',
    '<w:commentReference w:id="1"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:docPartGallery w:val="Table of Contents"/>',
  ),
  fc.string({ maxLength: 12 }).map((text) => run(text.replace(/[<&]/g, ' '))),
);

describe('any nonsense in its XML', () => {
  it('gives marks inside the text, or one of our own errors', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          checkMarks(
            read({
              body: pieces.join(''),
              footnotes: `<w:footnote w:id="1">${paragraph('Note')}</w:footnote>`,
              comments: `<w:comment w:id="1">${paragraph('Said')}</w:comment>`,
              styles: STYLES,
              numbering: NUMBERING,
            }),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(TieoutError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
