// Citation markers in every style that notes use, what they point at, and what only looks like one.
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../src/core/citation/find';
import { layOut } from '../../../src/core/document/layout/layout';
import { plainDocument } from '../support/text';

function cite(text: string) {
  const layout = layOut(plainDocument(text));
  const { citations, sources } = findCitations(layout);
  return citations.map(({ start, end, marker, style, locator, scopes, source }) => ({
    quote: layout.text.slice(start, end),
    marker,
    style,
    locator,
    scopes: scopes.map((scope) => `${scope.via}: ${layout.text.slice(scope.start, scope.end)}`),
    source: sources[source],
  }));
}

/** Prose around, so that layout takes the text for a note. */
const note = (text: string) => `Title of the Note\n\nThe first paragraph only opens it, as they do.\n\n${text}`;
const REFERENCES =
  '\n\nReferences\n\n[1] Alpha report, Reuters, 2 May 2025\n[2] Beta report, Reuters, 3 May 2025\n[3] Gamma report, Reuters, 4 May 2025';

describe('markers', () => {
  it.each<[string, string, [string, string][]]>([
    ['a name in brackets', 'Revenue rose 5%[Daily Wire]. Costs fell.', [['bracket-name', 'Daily Wire']]],
    [
      'several names side by side',
      'Revenue rose 5%[Daily Wire][QZ].',
      [
        ['bracket-name', 'Daily Wire'],
        ['bracket-name', 'QZ'],
      ],
    ],
    ['a name that starts with digits', 'Revenue rose 5%[5 Minute Markets].', [['bracket-name', '5 Minute Markets']]],
    [
      'names that share brackets',
      'Revenue rose 5% [Reuters; Daily Wire].',
      [
        ['bracket-name', 'Reuters'],
        ['bracket-name', 'Daily Wire'],
      ],
    ],
    [
      'a name with words like places in it',
      'Revenue rose 5%[The Hardware Post].',
      [['bracket-name', 'The Hardware Post']],
    ],
    ['a name in Chinese', '收入增长31%[路透社]。利润持平。', [['bracket-name', '路透社']]],
    ['a number', `Revenue rose 5%[1].${REFERENCES}`, [['bracket-number', '1']]],
    ['a number after a space', `Revenue rose 5% [1]. Costs fell.${REFERENCES}`, [['bracket-number', '1']]],
    [
      'numbers that share brackets',
      `Revenue rose 5%[1,2].${REFERENCES}`,
      [
        ['bracket-number', '1'],
        ['bracket-number', '2'],
      ],
    ],
    [
      'a range of numbers',
      `Revenue rose 5%[1–3].${REFERENCES}`,
      [
        ['bracket-number', '1'],
        ['bracket-number', '2'],
        ['bracket-number', '3'],
      ],
    ],
    ['a footnote', 'Revenue rose 5%.[^a]\n\n[^a]: Annual report 2025.', [['footnote', 'a']]],
    [
      'a superscript',
      'Revenue rose 5%¹ and costs 3%².\n\n¹ Annual report 2025.\n² Q1 release, 2025.',
      [
        ['superscript', '1'],
        ['superscript', '2'],
      ],
    ],
    [
      'superscripts side by side',
      'Revenue rose 5%¹².\n\n¹ Annual report 2025.\n² Q1 release, 2025.',
      [
        ['superscript', '1'],
        ['superscript', '2'],
      ],
    ],
    ['a source in parentheses', 'Revenue rose 5% (Source: Daily Wire).', [['source-parenthesis', 'Daily Wire']]],
    [
      'a Chinese source in parentheses',
      '海外占比51%\uff08来源\uff1a公司公告\uff09。利润持平。',
      [['source-parenthesis', '公司公告']],
    ],
    [
      'a source line',
      'Revenue rose 5% in the quarter.\n\nSource: Company data, FactSet, own estimates',
      [
        ['source-line', 'Company data'],
        ['source-line', 'FactSet'],
        ['source-line', 'own estimates'],
      ],
    ],
    ['a dated source', 'Consensus is $4.1B (FactSet 2026-05-19).', [['dated-parenthesis', 'FactSet']]],
    ['a filing with its page', 'Debt was $4.1B (FY25 10-K, p. 34).', [['dated-parenthesis', 'FY25 10-K']]],
    [
      'an attribution behind',
      'Shipments fell 4%, according to Verlinde Research.',
      [['according-to', 'Verlinde Research']],
    ],
    ['an attribution in front', 'Per FactSet, consensus is $4.1B.', [['according-to', 'FactSet']]],
    ['a Chinese attribution', '据路透社报道\uff0c收入增长31%。利润持平。', [['according-to', '路透社']]],
    [
      'author and year',
      'Margins lag costs by two quarters (Okafor et al., 2024).',
      [['author-year', 'Okafor et al., 2024']],
    ],
    [
      'two authors and year',
      'Margins lag costs (Okafor & Lind, 2024, p. 7).',
      [['author-year', 'Okafor & Lind, 2024, p. 7']],
    ],
    [
      'signs',
      'Margins were 5%* and 6%†.\n\n* Management estimate.\n† As restated.',
      [
        ['symbol', '*'],
        ['symbol', '†'],
      ],
    ],
    ['a wiki link', 'Revenue rose 5% [[Q1 release]].', [['wiki', 'Q1 release']]],
    ['an address', 'Revenue rose 5%, see https://www.example.com/q1-report.', [['link', 'example.com']]],
  ])('finds %s', (_name, text, markers) => {
    expect(cite(note(text)).map(({ style, marker }) => [style, marker])).toEqual(markers);
  });

  it.each([
    ['an editor’s word', 'He said "we saw [the company] grow" and left.'],
    ['an editor’s name in a quotation', 'He said "we saw [Acme] grow 5%" and left.'],
    ['sic', 'The "recieved [sic] wisdom" is that it grew 5%.'],
    ['an ellipsis', 'He said "it grew […] by 5%" and left.'],
    ['an interval', 'Scores lie in [0, 1] and mean little.'],
    ['an array', 'Weights of [0.2, 0.3, 0.5] were used, as weights = [1, 2, 3] shows.'],
    ['a year', 'It was founded long ago [1998] and grew 5%.'],
    ['a date', 'It rose 5% (April 20, 2026) and fell (Q1 2026).'],
    ['a unit', 'Sales were $40 per share, $12 per GW and $3 per Gold member.'],
    ['an unnamed voice', 'Sales rose 5% per management, according to the company, per press reports.'],
    [
      'an unnamed estimator with a name behind',
      'It has ~201M members per third-party Delphi estimates as of March 2026.',
    ],
    ['a power', 'The plant has 40 m² and 10³ units.'],
    ['an aside', 'It rose 5% (Cloud and Ads) and 3% (incl. a $2B gain).'],
    ['a percentage', 'It grew (5%) and shrank (about $4.1B).'],
    ['a multiplication', 'It is 3*4 and **bold** and *soft*.'],
    ['a list number', 'Prose.\n\n[1] First of all.'],
  ])('leaves %s alone', (_name, text) => {
    expect(cite(note(text))).toEqual([]);
  });

  it('keeps locators and dates', () => {
    const [filing, consensus] = cite(
      note('Debt was $4.1B (FY25 10-K, p. 34). Consensus is $5B (FactSet, 19 May 2026).'),
    );
    expect(filing?.locator).toBe('p. 34');
    expect(consensus?.source?.issued).toEqual({ 'date-parts': [[2026, 5, 19]] });
  });
});

describe('scope', () => {
  it.each<[string, string, string[]]>([
    [
      'the clause it closes, not the bullet',
      'Cloud: revenue $37.6B, +28% — the best in years[Wire]; run-rate above $15B',
      ['clause: Cloud: revenue $37.6B, +28% — the best in years'],
    ],
    [
      'back to the marker before',
      'A put up $25B[Wire] → B pledged $100B[QZ]; more is open',
      ['clause: A put up $25B', 'clause: B pledged $100B'],
    ],
    [
      'not the first half of a comparison',
      'The company puts it at $43.2B, while two outlets cite $44.2B[Wire].',
      ['clause: two outlets cite $44.2B'],
    ],
    [
      'brackets inside its clause',
      'Results confirmed $200B (the market knew; it was not new), a 56% step-up from $128B[Wire].',
      ['clause: Results confirmed $200B (the market knew; it was not new), a 56% step-up from $128B'],
    ],
    [
      'one subject with two verbs',
      'It committed $100B over a decade and secured 5 GW of capacity[Wire].',
      ['clause: It committed $100B over a decade and secured 5 GW of capacity'],
    ],
    [
      'nothing after it',
      'It committed $100B[Wire], most of which is compute worth 30%.',
      ['clause: It committed $100B'],
    ],
    [
      'the sentence it stands behind',
      'Costs fell 3%. Revenue rose 5%.[Wire] Cash was $2B.',
      ['clause: Revenue rose 5%.'],
    ],
    ['the brackets it stands in', 'Revenue was $5B (consensus $4.8B [Wire]).', ['clause: consensus $4.8B']],
    [
      'markers side by side alike',
      'Costs fell 3%. Growth was 22% to 24%[Wire][QZ].',
      ['clause: Growth was 22% to 24%', 'clause: Growth was 22% to 24%'],
    ],
    [
      'forward from an opening attribution',
      'According to Wire News, revenue rose 5%; costs fell 3%.',
      ['clause: According to Wire News, revenue rose 5%'],
    ],
  ])('covers %s', (_name, text, scopes) => {
    expect(cite(note(text)).flatMap((citation) => citation.scopes)).toEqual(scopes);
  });

  it('reaches from a lead-in to its list and its table', () => {
    const [list, table] = cite(
      note(
        'Consensus in May (41 analysts)[Wire]:\n\n  • Mean target: $306\n  • High target: $370\n\nProse again.\n\nResults were a beat[QZ]:\n\nMetric Actual Consensus\nRevenue $4.1B $4.0B\nEPS $1.10 $1.05\n\nProse $9B.',
      ),
    );
    expect(list?.scopes).toEqual([
      'clause: Consensus in May (41 analysts)',
      'lead-in: Mean target: $306',
      'lead-in: High target: $370',
    ]);
    expect(table?.scopes.slice(1)).toEqual([
      'lead-in: Metric Actual Consensus',
      'lead-in: Revenue $4.1B $4.0B',
      'lead-in: EPS $1.10 $1.05',
    ]);
  });

  it('reaches from a source line up to its table', () => {
    const [citation] = cite(note('Metric\t2025\t2024\nRevenue\t18\t17\n\nSource: FactSet'));
    expect(citation?.scopes).toEqual(['lead-in: Metric\t2025\t2024\nRevenue\t18\t17']);
  });

  it('covers a column from its head, a row from its label, else the cell', () => {
    const text = note('Metric\tActual\tConsensus[Wire]\nRevenue[QZ]\t18\t17\nEPS\t1.10[Desk]\t1.05\n\nProse.');
    expect(cite(text).map(({ marker, scopes }) => [marker, scopes])).toEqual([
      ['Wire', ['lead-in: 17', 'lead-in: 1.05']],
      ['QZ', ['clause: Revenue[QZ]\t18\t17']],
      ['Desk', ['clause: 1.10[Desk]']],
    ]);
  });
});
