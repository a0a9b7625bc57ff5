// Company facts: each period once, restated values beside the first, every value with the filing that reported it.
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import type { NormalisedDocument } from '../../../../src/core/document/model';
import { factsParser } from '../../../../src/main/imports/facts/parser';
import { IMPORT_LIMITS } from '../../../../src/main/imports/limits';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { runImport } from '../../../../src/main/imports/run-import';
import { sourceOf } from '../../../../src/main/imports/source';
import { checkMarks } from '../check-marks';
import { documentOf } from '../kinds';
import { bytesOf, cellsOf, parseWith } from '../parse';

const entry = (start: string | null, end: string, val: unknown, form: string, filed: string) => ({
  ...(start && { start }),
  end,
  val,
  accn: '0001-26-000001',
  fy: 2026,
  fp: 'Q1',
  form,
  filed,
});
const company = (facts: object): string => JSON.stringify({ cik: 1, entityName: 'Halden Grid, Inc.', facts });
const REVENUES = {
  label: 'Revenues',
  description: 'Amount of revenue.',
  units: {
    USD: [
      entry('2025-01-01', '2025-12-31', 1_500_000_000, '10-K', '2026-02-01'),
      entry('2025-01-01', '2025-03-31', 350_000_000, '10-Q', '2025-05-01'),
      entry('2025-01-01', '2025-03-31', 350_000_000, '10-Q', '2026-05-01'),
      entry('2025-01-01', '2025-03-31', 348_000_000, '10-Q/A', '2026-06-01'),
      entry('2026-01-01', '2026-03-31', 420_000_000, '10-Q', '2026-05-01'),
    ],
  },
};
const HALDEN = company({
  'us-gaap': {
    Revenues: REVENUES,
    EarningsPerShareDiluted: {
      label: 'EPS',
      units: { 'USD/shares': [entry('2026-01-01', '2026-03-31', 1.2, '10-Q', '2026-05-01')] },
    },
  },
  dei: {
    EntityCommonStockSharesOutstanding: {
      label: null,
      units: { shares: [entry(null, '2026-04-20', 200_000_000, '10-Q', '2026-05-01')] },
    },
  },
});
const read = (json: string): NormalisedDocument => parseWith(factsParser, json);

describe('company facts', () => {
  it('are known by their frame', () => {
    expect(recogniseParser(sourceOf(bytesOf(HALDEN), 'CIK1.txt')).name).toBe('facts');
    expect(factsParser.recognise(sourceOf(bytesOf('{"cik": 1, "title": "x"}'), 'a.json'))).toBe(0);
  });

  it('become tables with each period once, the first filing of a value, and a restated value beside it', () => {
    const document = read(HALDEN);
    expect(cellsOf(document).slice(0, 5)).toEqual([
      ['Concept', 'Period', 'Value', 'Filing'],
      ['Revenues', '2026Q1', '420,000,000 USD', '10-Q 2026-05-01'],
      ['Revenues', 'FY2025', '1,500,000,000 USD', '10-K 2026-02-01'],
      ['Revenues', '2025Q1', '348,000,000 USD', '10-Q/A 2026-06-01'],
      ['Revenues', '2025Q1', '350,000,000 USD', '10-Q 2025-05-01'],
    ]);
    checkMarks(document);
    expect(document).toMatchObject({ title: 'Halden Grid, Inc.: company facts', publisher: 'Halden Grid, Inc.' });
  });

  it('become figures by their tags, and nothing else in them does', async () => {
    const { analysis } = documentOf(await runImport(bytesOf(HALDEN), 'facts.json'));
    expect(
      analysis.figures.map(({ quote, low, unit, metric, period, provenance }) => [
        quote,
        low,
        unit,
        metric,
        period,
        provenance,
      ]),
    ).toEqual([
      ['420,000,000', '420000000', 'money', 'revenue', '2026Q1', 'disclosed'],
      ['1,500,000,000', '1500000000', 'money', 'revenue', 'FY2025', 'disclosed'],
      ['348,000,000', '348000000', 'money', 'revenue', '2025Q1', 'disclosed'],
      ['350,000,000', '350000000', 'money', 'revenue', '2025Q1', 'disclosed'],
      ['1.2', '1.2', 'per_share', 'eps', '2026Q1', 'disclosed'],
      ['200,000,000', '200000000', 'count', 'shares_outstanding', '2026-04-20', 'disclosed'],
    ]);
  });

  it('may come as one concept alone', () => {
    const one = JSON.stringify({
      cik: 1,
      taxonomy: 'us-gaap',
      tag: 'Revenues',
      label: 'Revenues',
      entityName: 'Halden',
      units: REVENUES.units,
    });
    expect(read(one).facts).toHaveLength(4);
  });

  it('leave out entries that are none, and say so', () => {
    const document = read(
      company({
        'us-gaap': {
          Revenues: {
            units: { USD: [entry(null, '2026-03-31', '7', '10-Q', '2026-05-01'), null, { end: '2026-03-31', val: 7 }] },
          },
          Broken: 7,
        },
        ['__proto__']: { Polluted: REVENUES },
      }),
    );
    expect(document.facts?.map(({ value }) => value)).toContain('7');
    expect(document.problems.find(({ code }) => code === 'W_FACTS_UNREAD')?.count).toBe(2);
    expect(Object.hasOwn(Object.prototype, 'Polluted')).toBe(false);
  });

  it('keep to one line a row, whatever their words hold', () => {
    const document = read(
      JSON.stringify({
        cik: 1,
        entityName: 'Halden\nGrid',
        facts: { 'us-gaap': { 'As\tsets': { units: { USD: [entry(null, '2026-03-31', 7, '10\t-Q', 'x\ny')] } } } },
      }),
    );
    expect(document.facts).toMatchObject([{ entity: 'Halden Grid', concept: 'us-gaap:As sets', filing: '10 -Q x y' }]);
    expect(document.text.trim().split('\n').at(-1)).toBe('As sets\t2026-03-31\t7 USD\t10 -Q x y');
    checkMarks(document);
  });

  it('leave out values that no amount can be', () => {
    const values = [7, 1e300, -1e300].map((val) => entry(null, '2026-03-31', val, '10-Q', '2026-05-01'));
    const document = read(company({ 'us-gaap': { Assets: { units: { USD: values } } } }));
    expect(document.facts?.map(({ value }) => value)).toEqual(['7']);
    expect(document.problems.find(({ code }) => code === 'W_FACTS_UNREAD')?.count).toBe(2);
  });

  it('leave out the oldest of too many', () => {
    const many = Array.from({ length: IMPORT_LIMITS.companyFacts + 5 }, (_, day) =>
      entry(null, new Date(Date.UTC(1980, 0, day)).toISOString().slice(0, 10), day + 1, '10-Q', '2026-05-01'),
    );
    const document = read(company({ 'us-gaap': { Assets: { units: { USD: many } } } }));
    expect(document.facts).toHaveLength(IMPORT_LIMITS.companyFacts);
    expect(document.facts?.some(({ period }) => period === '1980-01-01')).toBe(false);
    expect(document.problems.find(({ code }) => code === 'W_FACTS_LEFT_OUT')?.count).toBe(5);
  });

  it.each([
    ['cut off', HALDEN.slice(0, -40), 'E_DAMAGED'],
    ['of another make', '{"cik": 1, "entityName": "H", "facts": 7}', 'E_FORMAT'],
    ['empty', company({}), 'E_EMPTY'],
    ['nested without end', `{"cik":1,"entityName":"H","facts":${'['.repeat(200_000)}`, 'E_DAMAGED'],
  ])('%s are refused in their own words', (_, json, code) => {
    expect(() => read(json)).toThrow(expect.objectContaining({ code }));
    expect(() => read(json)).toThrow(TieoutError);
  });
});
