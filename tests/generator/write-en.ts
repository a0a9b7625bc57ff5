/** English documents: notes, memos, releases, calls and statements, each in several orders and layouts. */
import type { Desk } from './desk';
import { beat, dividend, guidance, multiples, ownTarget, priced, sector, weighted } from './market-en';
import { type Part, type Parts, say, word } from './page';
import {
  actualTable,
  ahead,
  estimateTable,
  innocent,
  marginPoints,
  markets,
  respectively,
  yearToDate,
} from './more-en';
import { balance, cashFlow, margins, moved, perShare, segmentSentence, users } from './results-en';
import {
  balanceSheet,
  cashTable,
  headsOf,
  incomeStatement,
  segmentTable,
  stackedHeads,
  unitLine,
  yearTable,
} from './tables';
import { brokerTable, compsTable, keyValues, marketRows, scenarioTable } from './tables-market';
import { transposed } from './grid';
import { addDays } from './calendar';

const TEXT = ['pipe', 'fence', 'box', 'tab', 'space'] as const;

/** Text without figures, so that not every sentence is one about numbers. */
const PLAIN = [
  'Demand held up better than we had feared, and customers kept renewing.',
  'The competitive picture has not changed since our last note.',
  'Hiring slowed, which should help costs over time.',
  'We do not expect the new product line to matter before the year after next.',
  'Pricing remains disciplined across the industry.',
];
const RISKS = [
  'A slower economy would hit renewals first.',
  'Two large customers could bring the work in house.',
  'New rules on data could raise costs.',
  'A rival may cut prices to win share.',
];

function title(desk: Desk, text: string): void {
  desk.title = text;
  desk.page.add([desk.markdown ? `# ${text}\n\n` : `${text}\n\n`]);
}

/** Date lines: the document's own, and the day of the prices in it. */
function dates(desk: Desk): void {
  const { asOf, market } = desk.company;
  const own = word(desk.date(asOf));
  const prices = word(desk.date(market.date));
  const lead = desk.pick(['Date', 'Published', 'Analysis date']);
  desk.page.plant(
    'as-of',
    [prices, own],
    () => (prices.printed = { ...prices.printed, text: desk.date(addDays(asOf, 40)) }),
  );
  desk.page.add([
    ...say`${desk.label(lead)}${own}\n`,
    ...(desk.chance.yes(0.6) ? say`${desk.label('Prices as of')}${prices}\n` : []),
    '\n',
  ]);
}

const section = (desk: Desk, name: string): string => (desk.chance.yes(0.5) ? name : `${name} in ${desk.q(desk.now)}`);

/** Rows as a list or a table with one column. */
function marketBlock(desk: Desk): void {
  const rows = marketRows(desk);
  desk.heading(desk.pick(['Market data', 'Key data', 'Snapshot', 'At a glance']));
  if (desk.chance.yes(0.5)) keyValues(desk, rows);
  else desk.table({ corner: desk.pick(['Metric', 'Item']), metrics: 'rows', heads: ['Value'], rows }, TEXT);
}

function resultsBlock(desk: Desk): void {
  const { now, yearAgo, before, chance } = desk;
  desk.heading(`${desk.qHead(now)} results`);
  const sentences: Parts[] = [
    moved(desk, 'revenue', now, yearAgo),
    chance.yes(0.5) ? margins(desk) : marginPoints(desk),
    perShare(desk),
  ];
  if (chance.yes(0.5)) sentences.push(moved(desk, 'operating', now, yearAgo));
  if (chance.yes(0.4)) sentences.push(moved(desk, 'revenue', now, before));
  if (desk.kind !== 'release' && chance.yes(0.6)) sentences.push(beat(desk));
  if (chance.yes(0.4)) sentences.push(users(desk));
  if (chance.yes(0.3)) sentences.push(yearToDate(desk));
  if (chance.yes(0.35)) sentences.push(innocent(desk));
  if (desk.voice === 'model') desk.bullets(sentences);
  else {
    desk.paragraph(...sentences.slice(0, 3));
    desk.paragraph(...sentences.slice(3), [desk.pick(PLAIN)]);
  }
}

function segmentBlock(desk: Desk): void {
  desk.heading(section(desk, desk.pick(['Segments', 'Revenue by segment', 'Business mix'])));
  if (desk.chance.yes(0.6)) desk.paragraph(segmentSentence(desk));
  const grid = segmentTable(desk);
  desk.table(desk.chance.yes(0.25) ? transposed(grid) : grid, TEXT);
}

function yearBlock(desk: Desk): void {
  const grid = yearTable(desk);
  if (!grid) return;
  desk.heading(desk.pick(['Financial summary', 'Five lines that matter', 'Track record']));
  if (desk.chance.yes(0.5))
    desk.paragraph(
      moved(desk, 'revenue', desk.year, desk.lastYear, true).map(
        (part): Part => (typeof part === 'string' ? part.replace(desk.q(desk.year), desk.y(desk.year.year)) : part),
      ),
    );
  desk.table(desk.chance.yes(0.25) ? transposed(grid) : grid, TEXT);
}

function valuationBlock(desk: Desk): void {
  desk.heading(desk.pick(['Valuation', 'What the shares cost', 'Valuation and target']));
  const parts = [priced(desk), multiples(desk), ...(desk.chance.yes(0.4) ? [dividend(desk)] : [])];
  desk.paragraph(...parts, ...ownTarget(desk));
  if (desk.chance.yes(0.5)) desk.table(compsTable(desk), TEXT);
}

function estimateBlock(desk: Desk): void {
  desk.heading(desk.pick(['Estimates', 'Our forecasts']));
  desk.table(estimateTable(desk), TEXT);
}

function consensusBlock(desk: Desk): void {
  desk.heading(desk.pick(['Against expectations', 'Actual vs. consensus']));
  desk.table(actualTable(desk), TEXT);
}

function marketsBlock(desk: Desk): void {
  desk.heading(desk.pick(['Markets', 'Macro']));
  desk.paragraph(markets(desk), ahead(desk));
}

function scenarioBlock(desk: Desk): void {
  desk.heading(desk.pick(['Scenarios', 'Scenario analysis', 'Bear, base and bull']));
  if (desk.chance.yes(0.5)) desk.table(scenarioTable(desk), TEXT);
  else desk.paragraph(weighted(desk));
}

function outlookBlock(desk: Desk): void {
  desk.heading(desk.pick(['Outlook', 'Guidance', 'Outlook and guidance']));
  desk.paragraph(...guidance(desk), [desk.pick(PLAIN)]);
}

function cashBlock(desk: Desk): void {
  desk.heading(desk.pick(['Cash and balance sheet', 'Cash flow', 'Financial position']));
  desk.paragraph(cashFlow(desk), balance(desk));
}

function streetBlock(desk: Desk): void {
  desk.heading(desk.pick(['Street targets', 'What the brokers say']));
  desk.table(brokerTable(desk), TEXT);
}

function sectorBlock(desk: Desk): void {
  desk.heading(desk.pick(['Industry', 'The market', 'Sector backdrop']));
  desk.paragraph(sector(desk), [desk.pick(PLAIN)]);
}

function closing(desk: Desk): void {
  desk.heading('Risks');
  desk.bullets(desk.chance.some(RISKS, 3).map((risk) => [risk]));
  desk.heading('Disclaimer');
  desk.paragraph([
    'This note is for information only and is not investment advice. Reported figures are from company filings; estimates are our own.',
  ]);
}

function fiscal(desk: Desk): void {
  const { fye } = desk.company;
  if (fye !== 12) desk.paragraph([`The company's fiscal year ends in ${desk.month(fye)}.`]);
}

export function note(desk: Desk): void {
  const { name } = desk.company;
  const tail = desk.pick([
    `: ${desk.qHead(desk.now)} review`,
    ': growth at a price',
    ' – Equity research note',
    ': what the quarter tells us',
  ]);
  title(desk, `${name.full.replace(/,/g, '')} (${name.ticker})${tail}`);
  dates(desk);
  const rating = desk.pick(['Buy', 'Hold', 'Outperform', 'Neutral']);
  desk.page.add([`${desk.label('Rating')}${rating}\n\n`]);
  fiscal(desk);
  const blocks = desk.chance.some(
    [
      segmentBlock,
      yearBlock,
      cashBlock,
      outlookBlock,
      streetBlock,
      scenarioBlock,
      sectorBlock,
      estimateBlock,
      consensusBlock,
      marketsBlock,
    ],
    desk.chance.whole(3, 5),
  );
  for (const block of [marketBlock, resultsBlock, ...blocks, valuationBlock, closing]) block(desk);
}

export function memo(desk: Desk): void {
  const { name } = desk.company;
  title(desk, `${desk.pick(['Investment memo', 'Memo', 'Internal memo'])}: ${name.short} (${name.ticker})`);
  dates(desk);
  fiscal(desk);
  const blocks = desk.chance.some(
    [marketBlock, segmentBlock, cashBlock, scenarioBlock, sectorBlock, yearBlock],
    desk.chance.whole(2, 4),
  );
  for (const block of [resultsBlock, ...blocks, valuationBlock]) block(desk);
}

/** Statements as a release or a filing prints them. */
function statements(desk: Desk, withYear: boolean): void {
  const { company } = desk;
  const upper = company.name.full.toUpperCase();
  const layouts = ['tab', 'space', 'split', 'pipe', 'fence'] as const;
  const head = (name: string): void => desk.page.add([`${upper}\n${name}\n`, `${unitLine(desk)}\n\n`]);
  const heads = withYear ? null : stackedHeads(desk);
  const periods = heads?.periods ?? company.years.slice(-3).toReversed();
  const over = heads?.grid ?? headsOf(desk, periods);
  head(
    desk.pick([
      'CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS',
      'CONSOLIDATED INCOME STATEMENT',
      'CONSOLIDATED STATEMENTS OF INCOME',
    ]),
  );
  desk.table(incomeStatement(desk, periods, over), layouts);
  head(desk.pick(['CONDENSED CONSOLIDATED BALANCE SHEETS', 'CONSOLIDATED BALANCE SHEET']));
  desk.table(balanceSheet(desk), layouts);
  head(desk.pick(['CASH FLOW SUMMARY', 'CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS']));
  desk.table(cashTable(desk, periods, over), layouts);
}

export function release(desk: Desk): void {
  const { company, now, yearAgo } = desk;
  const { name } = company;
  const quarter = ['First', 'Second', 'Third', 'Fourth'][now.quarter - 1] ?? '';
  const fiscalYear = company.fye === 12 ? String(now.year) : `Fiscal ${now.year}`;
  title(
    desk,
    desk.pick([
      `${name.short} Reports ${quarter} Quarter ${fiscalYear} Results`,
      `${name.short} Announces ${quarter} Quarter ${fiscalYear} Financial Results`,
    ]),
  );
  const market = company.currency === 'USD' ? 'Nasdaq' : company.currency === 'GBP' ? 'LSE' : 'XETRA';
  desk.page.add([
    `${desk.date(company.asOf)} – ${name.full} (${market}: ${name.ticker}) today reported results for its ${company.fye === 12 ? '' : 'fiscal '}${quarter.toLowerCase()} quarter ended ${desk.date(now.end)}.\n\n`,
  ]);
  desk.heading(desk.pick([`${quarter} Quarter Highlights`, `${quarter} Quarter ${fiscalYear} Highlights`]));
  desk.bullets([moved(desk, 'revenue', now, yearAgo), margins(desk), perShare(desk), cashFlow(desk)]);
  const quote = desk.pick([
    '“This was a quarter of steady work for our customers,”',
    '“We did what we said we would do,”',
  ]);
  desk.page.add([
    `${quote} said ${company.chief}, chief executive of ${name.short}. “Our teams kept their promises.”\n\n`,
  ]);
  if (desk.chance.yes(0.6)) desk.paragraph(segmentSentence(desk), balance(desk));
  if (desk.chance.yes(0.5)) desk.paragraph(yearToDate(desk), marginPoints(desk));
  desk.heading('Outlook');
  desk.paragraph(...guidance(desk));
  desk.heading(`About ${name.short}`);
  desk.paragraph([`${name.short} serves customers in ${company.sector} around the world.`]);
  desk.heading('Forward-Looking Statements');
  desk.paragraph(['This release contains forward-looking statements. Actual results may differ materially.']);
  statements(desk, false);
}

export function statement(desk: Desk): void {
  const { company, year, lastYear } = desk;
  title(
    desk,
    `${company.name.full} – ${desk.pick(['Annual report', 'Annual results'])} ${company.fye === 12 ? String(year.year) : `fiscal ${year.year}`}`,
  );
  desk.page.add([`${desk.date(company.asOf)}\n\n`]);
  fiscal(desk);
  desk.heading(desk.pick(["Management's discussion and analysis", 'Review of operations']));
  const inYear = (parts: Parts): Parts =>
    parts.map((part) => (typeof part === 'string' ? part.replace(desk.q(year), desk.y(year.year)) : part));
  const lines = desk.chance.some(['revenue', 'operating', 'net', 'gross'] as const, 3);
  desk.paragraph(...lines.map((line) => inYear(moved(desk, line, year, lastYear))));
  desk.paragraph(respectively(desk));
  statements(desk, true);
}

export function transcript(desk: Desk): void {
  const { company, now, yearAgo } = desk;
  const { name, chief, finance } = company;
  title(desk, `${name.full.replace(/,/g, '')} (${name.ticker}) ${desk.qHead(now)} Earnings Call`);
  desk.page.add([`${desk.date(company.asOf)}\n\n`]);
  desk.page.add([`Participants\n\n${chief} – Chief Executive Officer\n${finance} – Chief Financial Officer\n\n`]);
  const turn = (who: string, ...sentences: readonly Parts[]): void =>
    desk.page.add([...say`${who}: `, ...sentences.flatMap((s, i) => (i > 0 ? [' ', ...s] : s)), '\n\n']);
  turn('Operator', ['Good morning and welcome to the call. The line is open for the prepared remarks.']);
  turn(chief, ['Thank you, and good morning, everyone.'], moved(desk, 'revenue', now, yearAgo), [
    desk.pick(['Our teams did well in a market that gave us no help.', 'I am proud of what the team delivered.']),
  ]);
  turn(
    finance,
    [`Thanks, ${chief.split(' ')[0] ?? ''}. Let me walk through the numbers for ${desk.q(now)}.`],
    margins(desk),
    perShare(desk),
    cashFlow(desk),
    balance(desk),
  );
  turn(finance, ['Turning to the outlook.'], ...guidance(desk));
  turn('Operator', ['We will now take questions.']);
  turn(`${desk.pick(['Anna', 'Paul', 'Ruth'])} ${company.brokers[0]?.name.split(' ')[0] ?? ''}`, [
    'Thanks for taking my question. How should we think about the mix from here?',
  ]);
  turn(chief, segmentSentence(desk), ['That is how we see it.']);
}
