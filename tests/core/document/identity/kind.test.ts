/** What a document is, by its words and form: each kind in several styles, and near misses that are notes. */
import { expect, test } from 'vitest';
import { kindOf } from '../../../../src/core/document/identity/kind';
import { layOut } from '../../../../src/core/document/layout/layout';
import { bareDocument } from '../../../../src/core/document/plain';

const kind = (text: string) => kindOf(layOut({ ...bareDocument, format: 'text', text }));

const SPEECH = [
  'I want to thank everyone for joining us on today’s call, and good morning.',
  'As I mentioned, our customers kept coming back and our stores had a strong quarter.',
  'We delivered growth in our business, our team did well and we returned cash.',
  'Let me turn to our balance sheet; you know we like to keep it strong.',
  'We think our guidance is prudent and I will now turn it over for questions. Thank you.',
];

test.each([
  [
    'wire',
    'release',
    'Brightsea posts record sales\nHULL, England, May 3, 2027 (WORLD NEWSWIRE) -- Brightsea plc today announced its results.\n',
  ],
  [
    'headline and contact',
    'release',
    'Kestrel Pumps Reports Second Quarter 2027 Results\n\nRevenue rose 5%.\n\nInvestor Relations Contact:\nJo Ray\n',
  ],
  ['regulator', 'release', 'FOR IMMEDIATE RELEASE\n\nTrading update\n\nSales in the half year rose.\n'],
  [
    'Chinese results notice',
    'release',
    '海纳股份：2027年第一季度业绩公告\n\n本公司董事会欣然公布截至三月底止的业绩。\n',
  ],
  [
    '10-Q',
    'filing',
    'FORM 10-Q\n\nQuarterly report pursuant to Section 13 of the Act\n\nCommission file number 1-23\n',
  ],
  [
    'accounts alone',
    'filing',
    'Quay Harbour plc\n\nAnnual Report\n\nFor the Year Ended 31 December 2026\n\nCompany statement of changes in equity\n',
  ],
  [
    'slides for investors',
    'release',
    'Investor Presentation for the quarter ended 31 December 2026\n\nVolumes rose 5% and prices 2%.\n',
  ],
  ['slides of results', 'release', '2026 Q3 Financial Earnings Results\n\nLoans rose 5% and deposits 2%.\n'],
  [
    'annual report',
    'filing',
    'Kestrel plc Annual Report and Accounts 2027\n\nIndependent auditor’s report\n\nWe have audited.\n',
  ],
  ['part of an annual report', 'filing', '# Chief financial officer’s review\n\nRevenue rose 5% in the year.\n'],
  ['Chinese half-year report', 'filing', '海纳股份有限公司2027年半年度报告\n\n本公司董事会及全体董事保证内容真实。\n'],
  [
    'title',
    'transcript',
    '# Kestrel Pumps (KPX) Q2 2027 Earnings Call Transcript\n\n**Operator:** Good morning and welcome.\n',
  ],
  ['speech without names', 'transcript', Array.from({ length: 4 }, () => SPEECH.join(' ')).join('\n')],
  [
    'turns',
    'transcript',
    Array.from(
      { length: 4 },
      () =>
        'Jo Ray: We had a good quarter and I am glad.\nMax Lund: Thanks for taking our question, how do you see it?',
    ).join('\n'),
  ],
  ['memo', 'memo', 'To: Investment committee\nFrom: J. Ray\nRe: Kestrel\n\nWe looked at the company.\n'],
  [
    'broker',
    'broker_report',
    'Kestrel Pumps\n\nWe reiterate our Buy rating. Target price: $40.\n\nAnalyst Certification\nThe analyst certifies.\n',
  ],
  ['pitch', 'note', '# Kestrel Pumps (KPX) Stock Pitch\n\nWe like the shares. The bull case is $50.\n'],
  [
    'review of results',
    'note',
    '# Kestrel Pumps Q2 results review\n\nThe company reported revenue of $3.2B. Rating: Buy.\n',
  ],
  [
    'notes of a call',
    'note',
    '# Takeaways from the Kestrel earnings call\n\nManagement said pricing holds. Our base case is unchanged.\n',
  ],
  [
    'labels are no speakers',
    'note',
    '# Peers\n\n**Bull Case:** Margins rise.\n**Bear Case:** Margins fall.\n**Bull Case:** Share gains.\n**Bear Case:** Losses.\n',
  ],
  ['Chinese review', 'note', '海纳股份一季报点评\n\n公司一季度收入增长。我们认为估值偏低。\n'],
  ['a cited filing is no filing', 'note', 'Kestrel had revenue of $3 million in May [Form 10-Q].'],
  [
    'German group report without a title',
    'filing',
    'Der Konzernumsatz stieg um 5 % auf 812,4 Mio € (Vj. 773,7 Mio €). Der Konzernabschluss wurde geprüft.\n',
  ],
  ['Kursziel', 'note', 'Kursziel: 48 €\n\nDer Konzernumsatz stieg auf 812 Mio € (Vj. 773 Mio €).\n'],
  [
    'statements with a column of notes',
    'filing',
    'Consolidated income statement\n\n\tNote\t2027\t2026\nNet sales\t4\t812\t773\nOperating profit\t5\t81\t77\n',
  ],
  [
    'letter to clients',
    'note',
    'Kestrel Capital 2027 Annual Report\n\nDear Clients:\n\nThe index fell 18% in the year.\n',
  ],
  [
    'a release that a call mentions',
    'note',
    'The slides follow the results discussed in our earnings press release. Sales were $3 million in May.',
  ],
  ['analysis of a transcript', 'note', '# Kestrel earnings call transcript analysis\n\nRevenue was $3M.\n'],
  ['analysis of an annual report', 'note', '# Kestrel annual report 2027 analysis\n\nRevenue was $3M.\n'],
  ['nothing', 'note', 'Sales were $3 million in May.'],
])('%s: %s', (_, expected, text) => {
  const found = kind(text);
  expect(found.kind).toBe(expected);
  expect(found.role).toBe(['release', 'filing', 'transcript', 'data'].includes(expected) ? 'source' : 'note');
  expect(found.reason).toMatch(/^(?:It|Nothing|Its)\b.+\.$/u);
});

test('the file itself decides where it can', () => {
  const page = layOut({ ...bareDocument, format: 'html', text: 'Prices rose in May, dealers say.' });
  expect(kindOf(page, { author: 'Jo Ray', publisher: null, published: null, url: null }).kind).toBe('press');
  expect(kindOf(page, { author: null, publisher: null, published: null, url: null }).kind).toBe('web_page');
  expect(kindOf(layOut({ ...bareDocument, format: 'email', text: 'Sales rose.' })).kind).toBe('email');
  expect(kindOf(layOut({ ...bareDocument, format: 'filing', text: 'Sales rose.' })).kind).toBe('filing');
});
