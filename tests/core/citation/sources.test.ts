// Reference lists and notes become CSL-JSON; one source a distinct marker.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../src/core/citation/find';
import { readEntry } from '../../../src/core/citation/references';
import { layOut } from '../../../src/core/document/layout/layout';
import { layNote } from '../support/fixture';
import { plainDocument } from '../support/text';

describe('readEntry', () => {
  it.each([
    [
      '"Ocean freight rates slide", Reuters, 2 June 2025, https://www.reuters.com/markets/freight',
      {
        type: 'article-newspaper',
        title: 'Ocean freight rates slide',
        publisher: 'Reuters',
        'container-title': 'Reuters',
        issued: { 'date-parts': [[2025, 6, 2]] },
        URL: 'https://www.reuters.com/markets/freight',
      },
    ],
    [
      'Cloud growth, margins and what comes next, Daily Desk, 2026-04-30, https://www.dailydesk.example/a1.',
      {
        type: 'webpage',
        title: 'Cloud growth, margins and what comes next',
        publisher: 'Daily Desk',
        issued: { 'date-parts': [[2026, 4, 30]] },
        URL: 'https://www.dailydesk.example/a1',
      },
    ],
    [
      'Halden Robotics, Form 10-K for fiscal 2024, 21 February 2025, p. 34',
      {
        type: 'report',
        title: 'Form 10-K for fiscal 2024',
        publisher: 'Halden Robotics',
        issued: { 'date-parts': [[2025, 2, 21]] },
      },
    ],
    [
      'Port Statistics Office. Container throughput, May 2025. Accessed 4 August 2025.',
      {
        type: 'document',
        title: 'Container throughput',
        publisher: 'Port Statistics Office',
        issued: { 'date-parts': [[2025, 5]] },
        accessed: { 'date-parts': [[2025, 8, 4]] },
      },
    ],
    [
      'Okafor, D., & Lind, A. (2024). *Margins and the cost cycle*. Journal of Prices. https://doi.org/10.1000/xyz123',
      {
        type: 'webpage',
        title: 'Margins and the cost cycle',
        publisher: 'Journal of Prices',
        author: [
          { family: 'Okafor', given: 'D.' },
          { family: 'Lind', given: 'A.' },
        ],
        issued: { 'date-parts': [[2024]] },
        URL: 'https://doi.org/10.1000/xyz123',
        DOI: '10.1000/xyz123',
      },
    ],
    [
      '远岚科技\uff0c《2026年第一季度报告》\uff0c2026年4月25日',
      { type: 'report', title: '2026年第一季度报告', publisher: '远岚科技', issued: { 'date-parts': [[2026, 4, 25]] } },
    ],
    [
      'Northlight Tools plc, Half-year results 2026, 12 August 2026',
      {
        type: 'report',
        title: 'Half-year results 2026',
        publisher: 'Northlight Tools plc',
        issued: { 'date-parts': [[2026, 8, 12]] },
      },
    ],
    [
      'Northlight Tools plc, Half-year results call, 12 August 2026',
      {
        type: 'speech',
        title: 'Half-year results call',
        publisher: 'Northlight Tools plc',
        issued: { 'date-parts': [[2026, 8, 12]] },
      },
    ],
    [
      'Company-compiled consensus, 5 August 2026',
      { type: 'dataset', title: 'Company-compiled consensus', issued: { 'date-parts': [[2026, 8, 5]] } },
    ],
    ...['Halden, Inc.', 'Halden Corp.', 'Halden Robotics Co., Ltd.', 'Halden S.A.', 'Halden.com, LLC', 'Halden AG'].map(
      (publisher): [string, object] => [
        `${publisher}, First quarter 2026 results, 29 April 2026`,
        { type: 'report', title: 'First quarter 2026 results', publisher, issued: { 'date-parts': [[2026, 4, 29]] } },
      ],
    ),
    [
      'Halden Inc. Annual Report 2025.',
      { type: 'report', title: 'Annual Report', publisher: 'Halden Inc.', issued: { 'date-parts': [[2025]] } },
    ],
    [
      'Markets.example, Halden results and capex coverage, April 2026',
      {
        type: 'article-newspaper',
        title: 'Halden results and capex coverage',
        publisher: 'Markets.example',
        issued: { 'date-parts': [[2026, 4]] },
      },
    ],
  ])('reads %j', (entry, fields) => {
    expect(readEntry(entry)).toEqual(fields);
  });

  it('never fails, whatever the entry', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (entry) => typeof readEntry(entry).type === 'string',
      ),
    );
  });
});

describe('sources', () => {
  it('are one a marker, filled in from the list at the end', () => {
    const { citations, sources } = findCitations(layNote('numbered-references.txt'));
    const third = citations.find(({ marker }) => marker === '3');
    expect(sources[third?.source ?? -1]).toMatchObject({
      publisher: 'Visible Alpha',
      issued: { 'date-parts': [[2025, 7, 30]] },
    });
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    expect(citations.filter(({ marker }) => marker === '2').map(({ source }) => source)).toEqual([1, 1, 1, 1]);
  });

  it.each(['- ', '* ', '• '])('are found by the name in brackets before the entry, bullet %j', (bullet) => {
    const note = `Sales rose 5% [Results release], a paper said [Daily.example].\n\nMargin fell 1% [Q1 call].\n\n## Sources\n\n${[
      '[Results release] Halden, Inc., First quarter 2026 results, 29 April 2026',
      '[Q1 call] Halden, Inc., First quarter 2026 earnings call, 29 April 2026',
      '[Daily.example] Daily.example, Halden Capex Report, April 2026',
      '[Nobody] Nobody Research, An Unused Entry, 2025',
    ]
      .map((entry) => `${bullet}${entry}`)
      .join('\n')}\n`;
    const { sources } = findCitations(layOut(plainDocument(note)));
    expect(sources.map(({ type, title, publisher }) => [type, title, publisher])).toEqual([
      ['report', 'First quarter 2026 results', 'Halden, Inc.'],
      ['article-newspaper', 'Halden Capex Report', 'Daily.example'],
      ['speech', 'First quarter 2026 earnings call', 'Halden, Inc.'],
      ['document', 'An Unused Entry', 'Nobody Research'],
    ]);
  });

  it('come from the notes of Markdown and HTML', () => {
    const markdown = findCitations(layNote('footnotes.md'));
    expect(markdown.sources.map(({ title, note }) => title ?? note)).toEqual([
      'Annual Report 2025',
      'Investment plan 2026–2030',
      'Excludes hybrid capital.',
      'company expects',
      'Grid connection queue',
    ]);
    const html = findCitations(layNote('press-article.html'));
    expect(html.sources[0]).toMatchObject({ title: 'Q3 2025 interim report', URL: 'https://orvane.example/q3' });
  });

  it('say nothing of a note that only comments', () => {
    const { sources } = findCitations(layNote('call-summary.txt'));
    const comment = sources.find(({ note }) => note?.startsWith('Management estimate'));
    expect(Object.keys(comment ?? {}).sort()).toEqual(['id', 'note', 'type']);
  });

  it('point every citation at a source, and scopes stay inside the text', () => {
    const pieces = [
      'Revenue rose 5%',
      '[Wire]',
      '[1]',
      '[1,2]',
      ' (Source: A; B)',
      '. ',
      '; ',
      '\n',
      '\n\n',
      '• ',
      'Sources\n\n',
      '[1] A, 2024\n',
      'according to Wire News',
      ', while it is 3%',
      '¹',
      '\n¹ B, 2025',
      '(',
      ')',
      '[[',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const layout = layOut(plainDocument(parts.join('')));
        const { citations, sources } = findCitations(layout);
        let at = 0;
        for (const { start, end, source, scopes } of citations) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(sources[source]).toBeDefined();
          for (const scope of scopes)
            expect(layout.text.slice(scope.start, scope.end).length).toBe(scope.end - scope.start);
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '[Wire] ',
    '[',
    '(Source: ',
    'per X ',
    '(',
    'a¹',
    'x*',
    'According to A and ',
    'http://a.b/c ',
    '据',
    '[1] ',
    'A B C D ',
  ])('take time linear to the length: %j', { timeout: 30_000 }, (piece) => {
    const layout = layOut(plainDocument(piece.repeat(Math.ceil(100_000 / piece.length))));
    const start = process.cpuUsage();
    findCitations(layout);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4_000);
  });
});
