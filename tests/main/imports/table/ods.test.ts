// OpenDocument spreadsheets.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codesOf, ods, read, textsOf } from './build';

const cell = (attributes: string, text = ''): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const word = (text: string): string => cell('office:value-type="string"', text);

describe('an OpenDocument spreadsheet', () => {
  it('gives what cells show and store, over repeated rows and cells', async () => {
    const table = await read(
      ods(
        `<table:table table:name="Q"><table:table-row>${word('Metric')}${cell('office:value-type="date" office:date-value="2026-03-31"', '31.03.26')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
          `<table:table-row>${word('Margin')}${cell('office:value-type="percentage" office:value="0.125"', '12.5%')}${cell('office:value-type="currency" office:currency="EUR" office:value="5" table:formula="of:=[.A1]*2"', '5 €')}</table:table-row>` +
          `<table:table-row>${cell('office:value-type="string" table:number-columns-repeated="2"', 'x')}${cell('office:value-type="float" office:value="0"', '#REF!')}</table:table-row></table:table>`,
      ),
      'q.ods',
    );
    expect(table.format).toBe('ods');
    expect(table.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['Metric', { text: '31.03.26', date: '2026-03-31' }] },
      {
        number: 1_000_002,
        cells: [
          'Margin',
          { text: '12.5%', value: '0.125', unit: 'percent' },
          { text: '5 €', value: '5', unit: 'money', currency: 'EUR', formula: '[.A1]*2' },
        ],
      },
      { number: 1_000_003, cells: ['x', 'x', { text: '#REF!', error: true }] },
    ]);
  });

  it.each([
    ['says so in its manifest', { 'META-INF/manifest.xml': '<x m="application/vnd.oasis.opendocument.spreadsheet"/>' }],
    ['says so in its content only', {}],
  ])('is known without the entry that names its kind, where it %s', async (_, more) => {
    const parts = Object.entries(
      unzipSync(ods(`<table:table><table:table-row>${word('A')}${word('B')}</table:table-row></table:table>`)),
    );
    const kept = Object.fromEntries(parts.filter(([name]) => name !== 'mimetype'));
    const bytes = zipSync({
      ...kept,
      ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
    });
    expect((await read(bytes, 'kind.ods')).format).toBe('ods');
  });

  it('is known where its kind is packed or stands last', async () => {
    const table = `<table:table><table:table-row>${word('A')}${word('B')}</table:table-row></table:table>`;
    const { mimetype, ...others } = unzipSync(ods(table));
    const bytes = zipSync({ ...others, mimetype: mimetype ?? new Uint8Array() }, { level: 9 });
    expect((await read(bytes, 'kind.ods')).format).toBe('ods');
    const text = zipSync({ ...others, mimetype: strToU8('application/vnd.oasis.opendocument.text') });
    await expect(read(text, 'kind.ods')).rejects.toMatchObject({ code: 'E_FORMAT' });
  });

  it('leaves out notes on cells, keeps hidden sheets apart and follows nothing', async () => {
    const table = await read(
      ods(
        `<style:style xmlns:style="s" style:name="ta2"><style:table-properties table:display="false"/></style:style>` +
          `<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>secret</text:p></office:annotation><text:p>shown</text:p></table:table-cell>${cell('office:value-type="float" office:value="1" table:formula="of:=DDE(&quot;cmd&quot;;&quot;/c calc&quot;;&quot;x&quot;)"', '1')}</table:table-row></table:table>` +
          `<table:table table:name="B" table:style-name="ta2"><table:table-row>${word('x')}</table:table-row></table:table>`,
      ),
    );
    expect(textsOf(table)).toEqual([['shown', '1']]);
    expect(table.sheets[1]).toMatchObject({ name: 'B', hidden: true });
    expect(codesOf(table)).toEqual(['W_EXTERNAL', 'W_HIDDEN_SHEETS']);
  });

  it.each([
    ['encrypted', ods('<table:table/>', { 'META-INF/manifest.xml': '<m:encryption-data/>' }), 'E_FORMAT'],
    ['cut off', ods('<table:table table:name="A"><table:table-row>'), 'E_DAMAGED'],
    ['without sheets', ods(''), 'E_EMPTY'],
  ])('says when it is %s', async (_what, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});
