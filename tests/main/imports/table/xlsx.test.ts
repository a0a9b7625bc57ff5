// Excel workbooks: what the cells show and store, and what is never done with a workbook.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../../../src/core/table/propose';
import { readTable } from '../../../../src/core/table/figures';
import { dateOf, plainNumber } from '../../../../src/main/imports/xlsx/cell';
import { readFormat, showNumber } from '../../../../src/main/imports/xlsx/number-format';
import { columnOf } from '../../../../src/main/imports/xlsx/row';
import { bareWorkbook, codesOf, packed, read, textsOf, workbook } from './build';

describe('a workbook', () => {
  it('gives its cells as shown, its numbers as stored, its formulas as notes', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Quarters');
      sheet.addRow(['USD m', '1Q26', '2Q26']);
      sheet.addRow(['Revenue', 1234.5, { formula: 'B2*1.1', result: 1357.95 }]);
      sheet.addRow(['Operating margin', 0.1234, 0.3 - 0.1]);
      sheet.addRow(['Capex', -38, { error: '#REF!' }]);
      sheet.getRow(2).numFmt = '#,##0.0';
      sheet.getRow(3).numFmt = '0.0%';
      sheet.getRow(4).numFmt = '#,##0;(#,##0)';
    });
    const table = await read(bytes, 'model.xlsx');
    expect([table.format, table.encoding, table.parser]).toEqual(['xlsx', 'binary', 'xlsx']);
    expect(textsOf(table)).toEqual([
      ['USD m', '1Q26', '2Q26'],
      ['Revenue', '1,234.5', '1,358.0'],
      ['Operating margin', '12.3%', '20.0%'],
      ['Capex', '(38)', '#REF!'],
    ]);
    const rows = table.sheets[0]?.rows ?? [];
    expect(rows[1]?.cells[2]).toEqual({ text: '1,358.0', value: '1357.95', formula: 'B2*1.1' });
    expect(rows[2]?.cells[1]).toEqual({ text: '12.3%', value: '0.1234', unit: 'percent' });
    // Fifteen digits, as a spreadsheet reckons: not 0.19999999999999998.
    expect(rows[2]?.cells[2]).toMatchObject({ value: '0.2' });
    const mapping = proposeMapping(table.sheets, 0, { title: 'model.xlsx', delimiter: null });
    const { figures } = readTable(table.sheets[0] ?? { name: '', hidden: false, rows: [] }, mapping);
    expect(
      figures.map(({ metric, period, reading, unit, currency }) => [metric, period, reading?.low, unit, currency]),
    ).toEqual([
      ['revenue', '2026Q1', '1234500000', 'money', 'USD'],
      ['revenue', '2026Q2', '1357950000', 'money', 'USD'],
      ['operating_margin', '2026Q1', '12.34', 'percent', null],
      ['operating_margin', '2026Q2', '20', 'percent', null],
      ['capex', '2026Q1', '-38000000', 'money', 'USD'],
      ['capex', '2026Q2', undefined, 'money', 'USD'],
    ]);
    expect(figures.at(-1)?.doubt).toBe('The cell shows the error #REF!.');
  });

  it('reads days as dates and formats of months as periods, and says what is hidden', async () => {
    const bytes = await workbook((book) => {
      const notes = book.addWorksheet('Notes');
      notes.addRow(['Nothing but words']);
      const sheet = book.addWorksheet('Data');
      sheet.addRow(['Metric', new Date(Date.UTC(2026, 2, 31)), new Date(Date.UTC(2026, 5, 30))]);
      sheet.addRow(['Revenue', 5, 6]);
      sheet.getCell('B1').numFmt = 'yyyy-mm-dd';
      sheet.getCell('C1').numFmt = 'mmm-yy';
      const hidden = book.addWorksheet('Old');
      hidden.state = 'hidden';
      hidden.addRow(['x', 1]);
    });
    const table = await read(bytes);
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Notes', false],
      ['Data', false],
      ['Old', true],
    ]);
    expect(table.sheets[1]?.rows[0]?.cells.slice(1)).toEqual([
      { text: '2026-03-31', date: '2026-03-31' },
      { text: '2026-06' },
    ]);
    expect(codesOf(table)).toContain('W_HIDDEN_SHEETS');
  });

  it('repeats the words of merged cells, but not a title over the whole sheet nor a number', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Merged');
      sheet.addRow(['Harbour Tools, key figures']);
      sheet.addRow(['', 'FY2025', '', 'FY2026']);
      sheet.addRow(['USD m', 'Q1', 'Q2', 'Q1']);
      sheet.addRow(['Revenue', 1, 2, 3]);
      sheet.mergeCells('A1:D1');
      sheet.mergeCells('B2:C2');
    });
    expect(textsOf(await read(bytes))).toEqual([
      ['Harbour Tools, key figures'],
      ['', 'FY2025', 'FY2025', 'FY2026'],
      ['USD m', 'Q1', 'Q2', 'Q1'],
      ['Revenue', '1', '2', '3'],
    ]);
  });

  it('takes rows and cells without references, inline strings, booleans and rich text', async () => {
    const table = await read(
      bareWorkbook({
        sheet:
          '<sheetData><row><c t="inlineStr"><is><t>Metric</t></is></c><c t="s"><v>0</v></c></row>' +
          '<row r="3"><c r="A3" t="str"><f>T(1)</f><v>Revenue</v></c><c r="C3" t="b"><v>1</v></c></row></sheetData>',
        shared: '<si><r><t>20</t></r><r><t>26</t></r><rPh><t>x</t></rPh></si>',
      }),
    );
    expect(table.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['Metric', '2026'] },
      { number: 3, cells: [{ text: 'Revenue', formula: 'T(1)' }, '', 'TRUE'] },
    ]);
  });

  it('reckons days from 1904 where the workbook does', async () => {
    const table = await read(
      bareWorkbook({
        workbookPr: '<workbookPr date1904="1"/>',
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        sheet: '<sheetData><row><c s="0"><v>44650</v></c><c><v>1</v></c></row></sheetData>',
      }),
    );
    expect(textsOf(table)[0]?.[0]).toBe('2026-03-31');
  });

  it('opens, follows and runs nothing, and says so', async () => {
    const table = await read(
      bareWorkbook({
        sheet: `<sheetData><row><c><f>[1]Other!A1</f><v>5</v></c><c t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c><c><f>A1</f></c></row></sheetData>`,
        more: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<a/>' },
      }),
    );
    expect(codesOf(table)).toEqual(['W_MACROS', 'W_EXTERNAL', 'W_UNSAVED_RESULTS']);
    expect(table.problems[1]).toMatchObject({ count: 2 });
    expect(table.sheets[0]?.rows[0]?.cells[2]).toEqual({ text: '', formula: 'A1' });
  });

  it('gives what stands before a damage', async () => {
    const table = await read(
      bareWorkbook({ sheet: '<sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c><v>2</c></row>' }),
    );
    expect([textsOf(table), codesOf(table)]).toEqual([[['1']], ['W_DAMAGED']]);
    expect(table.problems[0]?.message).toMatch(/: One \(\d+:\d+: [^()]+\)\.$/);
  });
});

describe('what is refused', () => {
  const ole = (stream: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(`..${stream}`, 'utf16le')]);

  it.each([
    ['an old workbook', ole('Workbook'), 'E_FORMAT', /\.xls\)\. Open it/],
    ['an encrypted one', ole('EncryptedPackage'), 'E_FORMAT', /password/],
    ['a binary one', packed({ 'xl/workbook.bin': 'x' }), 'E_FORMAT', /\.xlsb/],
    ['one without sheets', packed({ 'xl/workbook.xml': '<workbook/>' }), 'E_EMPTY', /no sheet/],
    ['one whose list of sheets is broken', packed({ 'xl/workbook.xml': '<workbook>' }), 'E_DAMAGED', /damaged/],
    ['an empty sheet', bareWorkbook({ sheet: '<sheetData/>' }), 'E_EMPTY', /no cells/],
    ['too deep an XML', bareWorkbook({ sheet: '<a>'.repeat(300) }), 'E_TOO_LARGE', /nests/],
  ])('%s', async (_what, bytes, code, words) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(words) as string });
  });

  it('leads no entity and no path out of the file', async () => {
    const table = await read(
      bareWorkbook({
        sheet:
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sheetData><row><c t="str"><v>ok</v></c></row></sheetData>',
        more: { '../../evil.txt': 'x', '/etc/passwd': 'x' },
      }),
    ).catch((error: unknown) => error);
    expect(JSON.stringify(table)).not.toContain('root:');
  });
});

describe('a number format', () => {
  it.each([
    ['General', 1234.5, '1234.5', null],
    ['#,##0.0', 1234.56, '1,234.6', null],
    ['0.0%', 0.1234, '12.3%', 'percent'],
    ['"$"#,##0', 1234, '$1,234', 'money'],
    ['[$€-407] #,##0.00', 1.5, '€1.50', 'money'],
    ['#,##0 "€"', 1234, '1,234 €', 'money'],
    ['_($* #,##0_);_($* (#,##0);_($* "-"_)', -12, '($12)', 'money'],
    ['0.0x', 12.34, '12.3x', 'multiple'],
    ['0.0"x"', 12.34, '12.3x', 'multiple'],
    ['0" bps"', 25, '25 bps', 'bps'],
    ['#,##0,,', 1_234_567_890, '1,235', null],
    ['[Red]0.00', 1, '1.00', null],
  ])('%s of %d shows %s', (code, value, text, unit) => {
    const format = readFormat(code);
    expect([showNumber(value, String(value), format), format.unit]).toEqual([text, unit]);
  });

  it.each([
    ['yyyy-mm-dd', 'day'],
    ['d/m/yyyy h:mm', 'day'],
    ['mmm-yy', 'month'],
    ['yyyy', 'year'],
    ['h:mm', 'time'],
    ['[$-409]mmmm d, yyyy', 'day'],
  ])('%s is a date of %s', (code, part) => expect(readFormat(code)).toMatchObject({ kind: 'date', date: part }));
});

describe('stored numbers', () => {
  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1E+21', '1000000000000000000000'],
    ['1.5E-10', '0.00000000015'],
    ['-0', '0'],
    ['nonsense', null],
    ['1e999', null],
  ])('%s is %s', (text, plain) => expect(plainNumber(text)).toBe(plain));

  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [46112, false, '2026-03-31'],
    [0, false, null],
    [9_999_999, false, null],
  ])('day %d', (serial, from1904, date) => expect(dateOf(serial, from1904)).toBe(date));

  it('names of columns', () =>
    expect(['A1', 'Z9', 'AA1', 'XFD1', '12'].map(columnOf)).toEqual([0, 25, 26, 16383, null]));
});
