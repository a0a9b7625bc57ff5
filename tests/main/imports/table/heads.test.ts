// What columns and heads of delimited text and workbooks say: units, captions, one order of dates, rows that are too long.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../../../src/core/table/propose';
import { readTable } from '../../../../src/core/table/figures';
import { bareWorkbook, codesOf, read } from './build';

async function figures(text: string, name = 'made.csv') {
  const table = await read(text, name);
  const mapping = proposeMapping(table.sheets, 0, { title: 't', delimiter: table.delimiter });
  const [sheet] = table.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const made = readTable(sheet, mapping);
  return {
    table,
    made,
    said: made.figures.map(
      ({ metric, entity, period, reading, unit, currency }) =>
        `${metric} ${entity ?? '-'} ${period} ${reading?.low ?? '?'} ${unit} ${currency ?? '-'}`,
    ),
  };
}

describe('heads with units', () => {
  it.each([
    ['behind the year', 'Item;FY2031 (EUR m);FY2032 (EUR m)\nRevenue;2012.5;2310.1\nEBIT;40.2;41.3'],
    ['in square brackets', 'Item;FY2031 [€m];FY2032 [€m]\nRevenue;2012.5;2310.1\nEBIT;40.2;41.3'],
    ['behind a comma', 'Item;FY2031, EUR m;FY2032, EUR m\nRevenue;2012.5;2310.1\nEBIT;40.2;41.3'],
  ])('%s scale every row and name nobody', async (_, text) => {
    const { said } = await figures(text);
    expect(said).toEqual([
      'revenue - FY2031 2012500000 money EUR',
      'revenue - FY2032 2310100000 money EUR',
      'operating_income - FY2031 40200000 money EUR',
      'operating_income - FY2032 41300000 money EUR',
    ]);
  });
});

describe('a short table', () => {
  it('under more captions than it has rows is a table, and they say its scale', async () => {
    const { table, said } = await figures(
      'Harbour Parcels\nFetched 2031-05-02\nAmounts in USD thousands\n\nItem,FY2030,FY2031\nRevenue,410,420\nNotes below\nUnaudited\n',
    );
    expect(table.format).toBe('csv');
    expect(said).toEqual(['revenue - FY2030 410000 money USD', 'revenue - FY2031 420000 money USD']);
  });

  it('tells rows with more fields than its head, and only them', async () => {
    expect(codesOf(await read('Item,FY2030,FY2031\nRevenue,7,110,8,120\nEBIT,4,5\n', 'a.csv'))).toContain('W_RAGGED');
    expect(codesOf(await read('Harbour\nItem,FY2030,FY2031\nRevenue,7,8,\nEBIT,4,5\n', 'a.csv'))).not.toContain(
      'W_RAGGED',
    );
  });
});

describe('dates of one column', () => {
  it.each([
    ['day first', '03/04/2031\n25/04/2031\n01/05/2031', ['2031-04-03', '2031-04-25', '2031-05-01'], 0],
    ['month first', '03/04/2031\n04/25/2031\n01/05/2031', ['2031-03-04', '2031-04-25', '2031-01-05'], 0],
    ['with hyphens and short years', '03-04-31\n25-04-31', ['2031-04-03', '2031-04-25'], 0],
  ])('%s: one of them settles all', async (_, dates, periods, open) => {
    const { made } = await figures(
      ['Date,Metric,Value', ...dates.split('\n').map((date, at) => `${date},Price,${at + 10}.5`)].join('\n'),
    );
    expect(made.figures.map(({ period }) => period)).toEqual(periods);
    expect(made.eitherOrder).toBe(open);
  });

  it('says of which dates nothing settles the order', async () => {
    const { made } = await figures('Date,Metric,Value\n03/04/2031,Price,1.5\n05/05/2031,Price,2.5');
    expect(made.eitherOrder).toBe(1);
    expect(made.figures.map(({ doubt }) => doubt !== null)).toEqual([true, false]);
  });
});

describe('labels that name money', () => {
  it('are money without a currency; counts, rates and volumes are not', async () => {
    const { made } = await figures(
      'Item,FY2031\nNetSales,5\nOther income,6\ncost_of_materials,7\nDeferred tax,8\nUnit sales,9\nEmployees,10\nSales volume,11\n应付账款,12',
    );
    expect(made.figures.map(({ unit }) => unit)).toEqual([
      'money',
      'money',
      'money',
      'money',
      'count',
      'count',
      'count',
      'money',
    ]);
  });
});

describe('formulas without their results', () => {
  it('are listed with their cells', async () => {
    const table = await read(
      bareWorkbook({
        sheet:
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Revenue</t></is></c><c r="B1"><v>4</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>EBIT</t></is></c><c r="B2"><f>B1*2</f></c><c r="C2"><f>B2</f><v>3</v></c></row></sheetData>',
      }),
      'm.xlsx',
    );
    expect(table.problems.find(({ code }) => code === 'W_UNSAVED_RESULTS')?.message).toMatch(/: B2\./);
  });
});
