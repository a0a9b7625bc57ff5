// Filings in inline XBRL: each tagged number is the fact its tag says, and stands in the text where it is printed.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NormalisedDocument, TaggedFact } from '../../../../src/core/document/model';
import { periodOf, yearEndOf } from '../../../../src/main/imports/filing/periods';
import { filingParser } from '../../../../src/main/imports/filing/parser';
import { type Tag, valueOf } from '../../../../src/main/imports/filing/value';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { runImport } from '../../../../src/main/imports/run-import';
import { sourceOf } from '../../../../src/main/imports/source';
import { checkMarks } from '../check-marks';
import { documentOf } from '../kinds';
import { bytesOf, parseWith } from '../parse';
import { fact, filing } from './build';

const read = (body: string): NormalisedDocument => parseWith(filingParser, filing({ body }));
const factsOf = (document: NormalisedDocument): readonly TaggedFact[] => document.facts ?? [];

const STATEMENT =
  `<p>Net sales were $${fact('us-gaap:Revenues', 'q1', 'usd', '420')} million.</p>` +
  `<table><tr><th></th><th>2026</th><th>2025</th></tr><tr><td>Net sales</td><td>$${fact('us-gaap:Revenues', 'q1', 'usd', '420')}</td><td>$${fact('us-gaap:Revenues', 'q0', 'usd', '350')}</td></tr>` +
  `<tr><td>Net loss</td><td>(${fact('us-gaap:NetIncomeLoss', 'q1', 'usd', '1,234', 'scale="6" sign="-" decimals="-6"')})</td><td>${fact('us-gaap:NetIncomeLoss', 'q0', 'usd', '—', 'format="ixt:fixed-zero" decimals="-6"')}</td></tr></table>`;

describe('a filing', () => {
  it('is known by its inline XBRL, whatever its name', () => {
    expect(recogniseParser(sourceOf(bytesOf(filing({ body: STATEMENT })), 'a.txt')).name).toBe('filing');
    expect(
      recogniseParser(sourceOf(bytesOf('<html><body><p>ix:nonFraction is a tag</p></body></html>'), 'a.htm')).name,
    ).toBe('html');
  });

  it('says who filed what and when, from its cover page', () => {
    expect(read(STATEMENT)).toMatchObject({
      title: 'Halden Grid, Inc. 10-Q (2026-03-31)',
      author: 'Halden Grid, Inc.',
      publisher: 'Halden Grid, Inc.',
    });
  });

  it('reads the dates of its cover page as they are printed', () => {
    const html = filing({ body: fact('us-gaap:Revenues', 'q1', 'usd', '420') })
      .replace('contextRef="q1">2026-03-31<', 'contextRef="q1">March 31, 2026<')
      .replace('contextRef="q1">--12-31<', 'contextRef="q1">September 30<');
    const document = parseWith(filingParser, html);
    expect(document.title).toBe('Halden Grid, Inc. 10-Q (2026-03-31)');
    expect(factsOf(document)).toMatchObject([{ period: '2026Q2', filing: '10-Q 2026-03-31' }]);
  });

  it('is read though a context in it is nested without end', () => {
    const deep = `<xbrli:context id="deep">${'<x>'.repeat(20_000)}${'</x>'.repeat(20_000)}</xbrli:context>`;
    const html = filing({ body: fact('us-gaap:Revenues', 'q1', 'usd', '420'), header: deep });
    expect(factsOf(parseWith(filingParser, html))).toMatchObject([{ value: '420000000' }]);
  });

  it('gives every tagged number with value, unit, period and place', () => {
    const document = read(STATEMENT);
    expect(
      factsOf(document).map(({ start, end, concept, value, unit, currency, exponent, period }) => [
        document.text.slice(start, end),
        concept,
        value,
        unit,
        currency,
        exponent,
        period,
      ]),
    ).toEqual([
      ['420', 'us-gaap:Revenues', '420000000', 'money', 'USD', 6, '2026Q1'],
      ['420', 'us-gaap:Revenues', '420000000', 'money', 'USD', 6, '2026Q1'],
      ['350', 'us-gaap:Revenues', '350000000', 'money', 'USD', 6, '2025Q1'],
      ['1,234', 'us-gaap:NetIncomeLoss', '-1234000000', 'money', 'USD', 6, '2026Q1'],
      ['—', 'us-gaap:NetIncomeLoss', '0', 'money', 'USD', 6, '2025Q1'],
    ]);
    checkMarks(document);
    expect(document.text).not.toContain('xbrli');
  });

  it('keeps percents, amounts per share, counts and segments apart', () => {
    const document = read(
      `<p>Tax rate ${fact('us-gaap:EffectiveIncomeTaxRateContinuingOperations', 'q1', 'pure', '21.5', 'scale="-2" decimals="3"')}%, EPS ${fact('us-gaap:EarningsPerShareDiluted', 'q1', 'per', '1.20', 'scale="0" decimals="2"')}, shares ${fact('dei:EntityCommonStockSharesOutstanding', 'at', 'shares', '200,000,000', 'scale="0" decimals="INF"')}, cloud ${fact('us-gaap:Revenues', 'cloud', 'usd', '105')}</p>`,
    );
    expect(
      factsOf(document).map(({ value, unit, currency, exponent, period, dimension }) => [
        value,
        unit,
        currency,
        exponent,
        period,
        dimension,
      ]),
    ).toEqual([
      ['21.5', 'percent', null, -1, '2026Q1', null],
      ['1.2', 'per_share', 'USD', -2, '2026Q1', null],
      ['200000000', 'count', null, 0, '2026-03-31', null],
      ['105000000', 'money', 'USD', 6, '2026Q1', 'Cloud services'],
    ]);
  });

  it('leaves to the words what its tag does not say rightly', () => {
    const document = read(
      `<p>${fact('us-gaap:Revenues', 'nowhere', 'usd', '420')} and ${fact('us-gaap:Revenues', 'q1', 'usd', 'n/a')} and <ix:nonFraction name="a:B" contextRef="q1" unitRef="usd" xsi:nil="true">7</ix:nonFraction></p>`,
    );
    expect(factsOf(document)).toEqual([]);
    expect(document.problems.find(({ code }) => code === 'W_FACTS_UNREAD')?.count).toBe(3);
  });

  it('makes disclosed figures that no word around them can change', async () => {
    const html = filing({
      body: `<h1>Halden Grid</h1><p>Analysts expect that some $${fact('us-gaap:OperatingIncomeLoss', 'q1', 'usd', '63')} thousand may come in.</p>`,
    });
    const { analysis } = documentOf(await runImport(bytesOf(html), 'hal.htm'));
    expect(analysis.figures).toHaveLength(1);
    expect(analysis.figures[0]).toMatchObject({
      quote: '63',
      low: '63000000',
      high: '63000000',
      unit: 'money',
      currency: 'USD',
      metric: 'operating_income',
      period: '2026Q1',
      provenance: 'disclosed',
      assertion: 'reported',
      cue: { rule: 'tag' },
    });
    expect(analysis.figures[0]?.cue.reason).toContain('us-gaap:OperatingIncomeLoss');
  });

  it('names what the lexicon has no name for by its concept', async () => {
    const html = filing({ body: `<p>${fact('us-gaap:ContractWithCustomerLiability', 'at', 'usd', '9')}</p>` });
    const { analysis } = documentOf(await runImport(bytesOf(html), 'hal.htm'));
    expect(analysis.figures[0]).toMatchObject({
      metric: 'contract_with_customer_liability',
      metricLabel: 'Contract with customer liability',
      period: '2026-03-31',
    });
  });
});

const money = { unit: 'money', currency: 'USD' } as const;
const tag = (text: string, more: Partial<Tag> = {}): Tag => ({
  text,
  format: null,
  scale: 0,
  negative: false,
  decimals: null,
  ...more,
});

test.each([
  ['grouped', tag('1,234.50'), '1234.5', -2],
  ['with commas for decimals', tag('1.234,5', { format: 'num-comma-decimal' }), '1234.5', -1],
  ['older name of that rule', tag('1.234,5', { format: 'numcommadecimal' }), '1234.5', -1],
  ['spaced', tag('1 234'), '1234', 0],
  ['scaled', tag('1.5', { scale: 9 }), '1500000000', 8],
  ['rounded further than printed', tag('1,234', { decimals: '-3' }), '1234', 3],
  ['exact', tag('1,234', { decimals: 'INF' }), '1234', 0],
  ['negative', tag('5', { negative: true }), '-5', 0],
  ['a dash that means zero', tag('–', { format: 'zerodash' }), '0', 0],
])('a number %s', (_, made, value, exponent) => {
  expect(valueOf(made, money)).toMatchObject({ value, exponent });
});

test.each(['n/a', '', '1-2', '1e9', '٣', tag('1', { scale: 99 }), tag('1', { scale: Number.NaN })])(
  'no number: %j',
  (made) => {
    expect(valueOf(typeof made === 'string' ? tag(made) : made, money)).toBeNull();
  },
);

test.each([
  ['a calendar quarter', '2026-01-01', '2026-03-31', 12, '2026Q1'],
  ['a quarter of 13 weeks that ends a little late', '2026-01-04', '2026-04-04', 12, '2026Q1'],
  ['the first quarter of a year that ends in September', '2025-10-01', '2025-12-31', 9, '2026Q1'],
  ['a half', '2026-01-01', '2026-06-30', 12, '2026H1'],
  ['nine months', '2026-01-01', '2026-09-30', 12, '2026-01-01/2026-09-30'],
  ['a year', '2025-01-01', '2025-12-31', 12, 'FY2025'],
  ['a year of 53 weeks', '2024-12-29', '2026-01-03', 12, 'FY2025'],
  ['a year to June', '2025-07-01', '2026-06-30', 6, 'FY2026'],
  ['a trailing year inside the year', '2025-04-01', '2026-03-31', 12, '2025-04-01/2026-03-31'],
  ['a day', null, '2026-03-31', 12, '2026-03-31'],
  ['no date', null, '2026-99-99', 12, null],
  ['a start behind its end', '2026-03-31', '2026-01-01', 12, null],
])('the period of %s', (_, start, end, yearEnd, period) => {
  expect(periodOf(start, end, yearEnd)).toBe(period);
});

test.each([
  ['--12-31', 12],
  ['--09-27', 9],
  ['--01-02', 12],
  ['--06-30', 6],
  [null, 12],
  ['soon', 12],
])('a year that ends on %s', (said, month) => {
  expect(yearEndOf(said)).toBe(month);
});

test('whatever its tags hold, facts lie apart inside the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<td>',
      '</td>',
      '<table><tr>',
      '</tr></table>',
      '<ix:nonNumeric name="a:T">',
      '</ix:nonNumeric>',
      '<ix:nonFraction name="a:B" contextRef="q1" unitRef="usd">',
      '</ix:nonFraction>',
      '<ix:header>',
      '</ix:header>',
    ),
    fc.constantFrom('7', ' 1,000 ', '(', ')', '—', ' words '),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      const document = read(pieces.join(''));
      checkMarks(document);
      let last = 0;
      for (const { start, end } of factsOf(document)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(document.text.length);
        last = end;
      }
    }),
    { numRuns: 200 },
  );
});
