// Layout of notes in many styles: headings with level and role, lead-ins, lists, tables; every span quotes the text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { Layout } from '../../../../src/core/document/model';
import { roleOf } from '../../../../src/core/document/lines/role';
import { layNote, outline } from '../../support/fixture';
import { plainDocument } from '../../support/text';

const plain = (text: string) => layOut(plainDocument(text));
const kinds = (layout: Layout) =>
  layout.blocks.map((block) => `${block.kind}: ${layout.text.slice(block.start, block.end).slice(0, 24)}`);

describe('sections of notes', () => {
  it('reads arabic and multi-level numbers', () => {
    expect(outline(layNote('numbered-references.txt'))).toEqual([
      '1 title Halden Robotics: Margin Recovery Is Real, Orders Are the Question',
      '2 summary Abstract',
      '2 body 1 What happened in the quarter',
      '3 body 1.1 Margin',
      '3 body 1.2 Orders',
      '2 driver 2 Drivers of the recovery',
      '2 scenario 3 Scenarios for 2026',
      '2 watch 4 What would change our mind',
      '2 risk 5 Risks',
      '2 references References',
      '2 disclaimer Disclaimer',
    ]);
  });

  it('reads capitals in a hard-wrapped broker note under its rubric', () => {
    expect(outline(layNote('broker-note.txt'))).toEqual([
      '1 title CORVANE INSTRUMENTS PLC',
      '2 summary INVESTMENT SUMMARY',
      '2 results FIRST-HALF RESULTS',
      '2 driver GROWTH DRIVERS',
      '2 valuation VALUATION',
      '2 not_priced_in WHAT THE MARKET IS MISSING',
      '2 risk KEY RISKS',
      '2 disclaimer IMPORTANT DISCLOSURES',
    ]);
  });

  it('reads unnumbered headings of a call summary', () => {
    expect(outline(layNote('call-summary.txt'))).toEqual([
      '1 title Tessaly Foods Q3 FY26 Earnings Call: Summary and Our Read',
      '2 summary Key takeaways',
      '2 body What management said',
      '2 body How the stock reacted',
      '2 view Our take',
      "2 priced_in What's priced in",
      "2 not_priced_in What isn't",
      '2 watch What to watch from here',
      '2 body Upcoming dates',
    ]);
  });

  it('reads Chinese numerals and brackets', () => {
    expect(outline(layNote('chinese-note.txt'))).toEqual([
      '1 title 远岚科技\uff08688999\uff09深度\uff1a出海提速\uff0c利润率拐点已现',
      '2 view 核心观点',
      '2 results 一 一季度业绩\uff1a收入与利润均超预期',
      '3 body 一 海外业务',
      '3 body 二 国内业务',
      '2 driver 二 增长驱动因素',
      '2 scenario 三 情景分析',
      '2 valuation 四 市场定价了什么\uff0c没有定价什么',
      '2 watch 五 未来三个季度看什么\uff1f',
      '2 risk 六 风险提示',
      '2 sourcing 数据说明',
      '2 references 参考资料',
    ]);
  });

  it('takes the headings of Markdown and HTML from their marks', () => {
    expect(outline(layNote('footnotes.md'))).toEqual([
      '1 title Norrland Grid: Paying for Transmission Before the Load Arrives',
      '2 summary The view in one sentence',
      '2 results Results for 2025',
      '2 body Why the load matters',
      '3 downside What could go wrong',
      '2 watch What we are watching',
      '2 sourcing Sourcing',
      '2 disclaimer Disclaimer',
    ]);
    expect(outline(layNote('press-article.html'))).toEqual([
      '1 title Orvane Air cuts capacity as fuel bill climbs',
      '2 scenario Bull and bear',
      '3 results Key figures',
      '2 watch What to watch',
      '2 references Notes',
    ]);
  });

  it('reads enclosed numbers that head sections, and bold lines where Markdown has no headings', () => {
    expect(outline(layNote('memo.txt'))).toEqual([
      '1 title Why We Own Paxton Rail',
      '2 body 1 What happened',
      '2 driver 2 What drives the stock',
      '2 scenario 3 Bull / Base / Bear',
      "2 valuation 4 What's in the price / what's not",
      '2 risk 5 Risks',
      '2 watch 6 Watch list',
    ]);
    expect(outline(layNote('newsletter.md'))).toEqual([
      '1 title Hexa Grid: three numbers that matter',
      '2 body What the market is pricing',
      '2 scenario Bull, base and bear',
      '2 risk Key risks',
      '2 conclusion Bottom line',
    ]);
  });

  it('holds numbering of two kinds at one level', () => {
    const text =
      'A Long Enough Title\n\nI. First Part\n\nSome prose stands here.\n\n1. Sub One\n\nMore prose here, too.\n\n二、下一部分\n\n这里是正文。\n\nIII. Third Part\n\nThe last prose.';
    expect(plain(text).sections.map(({ level, numeral }) => `${level}${numeral ?? ''}`)).toEqual([
      '1',
      '2I',
      '31',
      '2二',
      '2III',
    ]);
  });
});

describe('what is no heading', () => {
  it.each([
    ['a lead-in', 'Scenario Analysis:'],
    ['a lead-in with a marker', 'What the numbers say[3]:'],
    ['a sentence', 'The company reported better numbers.'],
    ['a caption', 'Exhibit 3: Revenue by Segment'],
    ['an alternative text', 'Aerial view of a data center under construction, photo'],
    ['a source line', 'Source: Company Data'],
    ['a byline', 'By Jane Doe'],
    ['a date', 'May 13, 2026'],
    ['a key and its value', 'Price Target: $315'],
    ['a lower-case fragment', 'and then some more of the same'],
    ['an address', 'https://www.example.com/a-page'],
    ['a quotation', '"Retail is a low-margin business"'],
  ])('%s: %s', (_name, line) => {
    const layout = plain(
      `The Title of a Note\n\nProse comes first, and it is long enough.\n\n${line}\n\nThen comes more prose, and it goes on for a while so that nobody takes it for a heading.`,
    );
    expect(outline(layout)).toEqual(['1 title The Title of a Note']);
  });

  it('does not take the items of a numbered list for sections', () => {
    const layout = plain(
      'Title Here\n\nThree things:\n\n1. Prices rise\n\n2. Volumes fall\n\n3. Margins hold\n\nThat is all there is to say about it.',
    );
    expect(outline(layout)).toEqual(['1 title Title Here']);
    expect(layout.blocks.filter((block) => block.kind === 'list-item').map((block) => block.leadIn)).toEqual([1, 1, 1]);
  });

  it('does not take a list that lost its bullets for sections', () => {
    const layout = plain(
      'Title Here\n\nProse comes first, and it is long enough.\n\nCloud Growth\n\nAd Growth\n\nRetail Margin\n\nFree Cash Flow\n\nWhat It Means\n\nThen comes more prose, and it goes on for a while, as prose does.',
    );
    expect(outline(layout)).toEqual(['1 title Title Here', '2 body What It Means']);
  });

  it('takes a line that echoes its lead-in for the caption of a lost picture', () => {
    const layout = plain(
      'Title Here\n\nMoney and orders go round in a triangular loop:\n\nLab + Cloud Triangular Loop — Money / Orders\n\nIt is not a simple bet, and the text goes on about it for a while.',
    );
    expect(kinds(layout)[2]).toBe('caption: Lab + Cloud Triangular L');
  });
});

describe('lists and lead-ins', () => {
  it('ties items, table rows and ordinal paragraphs to the colon above them', () => {
    const layout = plain(
      'Title Here\n\nTwo risks[1]:\n\n  • Prices fall\n    and stay there\n  • Costs rise:\n      – energy\n      – wages\n\nResults were these:\n\nMetric Actual Consensus\nRevenue $4.1B $4.0B\nEPS $1.10 $1.05\n\nThree things count:\n\nFirst, growth holds.\n\nSecond, cash comes back.\n\nThen the text goes on.',
    );
    const lead = (index: number | null) =>
      index === null
        ? null
        : layout.text.slice(layout.blocks[index]?.contentStart, layout.blocks[index]?.end).slice(0, 10);
    expect(layout.blocks.filter((block) => block.leadIn !== null).map((block) => lead(block.leadIn))).toEqual([
      'Two risks[',
      'Two risks[',
      'Costs rise',
      'Costs rise',
      'Results we',
      'Results we',
      'Results we',
      'Three thin',
      'Three thin',
    ]);
    expect(layout.text.slice(layout.blocks[2]?.contentStart, layout.blocks[2]?.end)).toBe(
      'Prices fall\n    and stay there',
    );
  });

  it.each(['- a', '– a', '• a', '* a', '1. a', '1) a', '(1) a', 'a) a', '(ii) a', '① a', '▪ a'])(
    'knows the item %j',
    (item) => {
      const layout = plain(
        `Title Here\n\nA list follows:\n${item}\n${item.replace(/1|a(?=\))|①|ii/, (sign) => ({ '1': '2', a: 'b', '①': '②', ii: 'iii' })[sign] ?? sign)}\n\nProse after it.`,
      );
      expect(
        layout.blocks
          .filter((block) => block.kind === 'list-item')
          .map((block) => layout.text.slice(block.contentStart, block.end)),
      ).toEqual(['a', 'a']);
    },
  );
});

describe('spans', () => {
  const PIECES = [
    'Title Case Words',
    '\n',
    '\n\n',
    '• item one',
    '1. Heading Words',
    '二、标题',
    'Metric Actual Consensus\nRevenue $1B $2B\nEPS $1 $2',
    'A sentence here. Another one!',
    'a\tb\tc',
    '| x | y |',
    '  wide    gaps   here',
    'Lead-in:',
    '[1] Reference, 2025',
    '¹ note',
    '> quote',
    '# Hash',
    '====',
    '\u{1f600} emoji',
    '\ud800',
  ] as const;

  it('quote the text, in order, without overlaps, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 40 }),
        (parts) => {
          const layout = plain(parts.join(''));
          let at = 0;
          for (const block of layout.blocks) {
            expect(block.start).toBeGreaterThanOrEqual(at);
            expect(block.contentStart).toBeGreaterThanOrEqual(block.start);
            expect(block.end).toBeGreaterThanOrEqual(block.contentStart);
            for (const sentence of layout.sentences.slice(block.firstSentence, block.endSentence)) {
              expect(sentence.start).toBeGreaterThanOrEqual(block.start);
              expect(sentence.end).toBeLessThanOrEqual(block.end);
              expect(sentence.block).toBe(block.index);
            }
            at = block.end;
          }
          expect(at).toBeLessThanOrEqual(layout.text.length);
          for (const table of layout.tables) {
            for (const cell of [...table.head, ...table.rows.flatMap((row) => row.cells)]) {
              expect(layout.text.slice(cell.start, cell.end)).toBe(cell.text);
            }
          }
          for (const section of layout.sections)
            expect(layout.text.slice(section.start, section.end)).toBe(section.heading);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep every visible line of a plain text in some block', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (parts) => {
        const layout = plain(parts.join('\n'));
        const covered = layout.blocks.map((block) => layout.text.slice(block.start, block.end)).join('');
        const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        expect(words(covered).join('')).toBe(words(layout.text).join(''));
      }),
    );
  });
});

describe('odd texts', () => {
  it.each([
    ['stars', '*'],
    ['open brackets', '['],
    ['open parentheses', '('],
    ['dots', '. '],
    ['capitals', 'A. '],
    ['spaces', ' x  '],
    ['tabs', 'a\t'],
    ['pipes', '|'],
    ['digits and commas', '1,'],
    ['emoji', '\u{1f600}'],
    ['line feeds', '\n \n'],
    ['numbered lines', '1. A\n'],
    ['superscripts', 'a¹'],
    ['quotes', '"a. '],
    ['head lines', 'Metric Actual Consensus\n'],
    ['colons', 'a: '],
  ])('takes time linear to its length: %s', { timeout: 30_000 }, (_name, piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const start = process.cpuUsage();
    layOut(plainDocument(text));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3_000);
  });
});

describe('lines that only look like headings or captions', () => {
  it.each(['Operator', 'Jane Doe -- Chief Executive Officer', 'John Smith – Acme Research – Analyst', 'Mary Lee, CFO'])(
    'keeps the speaker %j out of the outline',
    (speaker) => {
      const layout = plain(
        `Halden Q2 2026 Call\n\n${speaker}\n\nGood afternoon, and welcome to the call of the second quarter.\n\nQuestions and Answers\n\n${speaker}\n\nThe first question is about the margin of the second half.`,
      );
      expect(outline(layout)).toEqual(['1 title Halden Q2 2026 Call', '2 body Questions and Answers']);
    },
  );

  it.each(['Growth Strategy, Margins and Cash', 'What Changed – and What the Analyst Model Says'])(
    'keeps %j a heading',
    (heading) => {
      const layout = plain(
        `A Title of a Note\n\nIt has a first paragraph here.\n\n${heading}\n\nIt goes on from there.`,
      );
      expect(outline(layout)).toContain(`2 body ${heading}`);
    },
  );

  it.each(['Credit. A 10% move in spreads costs $9 million.', 'Source. We asked the company, and it answered.'])(
    'reads %j as a paragraph',
    (line) => {
      expect(kinds(plain(`A Title of a Note\n\nIt has a first paragraph.\n\n${line}`)).at(-1)).toMatch(/^paragraph/);
    },
  );

  it.each([
    ['经营看点', 'body'],
    ['投资看点', 'body'],
    ['后续看点', 'watch'],
    ['接下来看什么', 'watch'],
    ['In one line', 'summary'],
    ['Risiken', 'risk'],
    ['Quellen', 'references'],
    ['Zusammenfassung', 'summary'],
    ['Haftungsausschluss', 'disclaimer'],
    ['Bewertung und Kursziel', 'valuation'],
  ])('gives the heading %j the role %s', (heading, role) => {
    expect(roleOf(heading)).toBe(role);
  });
});
