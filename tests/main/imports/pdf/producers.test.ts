/**
 * The same made-up release as twelve programs write it. Every number that `pdftotext -layout` shows (kept beside each file)
 * is in the text or listed as set aside, and the rows of its tables are rows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NormalisedDocument } from '../../../../src/core/document/model';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { cellsOf } from '../parse';
import { column, makePdf } from './make';

const FOLDER = join(import.meta.dirname, '../../../fixtures/pdf');
const PRODUCERS = readdirSync(FOLDER).flatMap((name) => (name.endsWith('.pdf') ? [name.slice(0, -4)] : []));

const numbersIn = (text: string): string[] => text.normalize('NFKC').match(/\d[\d.,]*\d|\d/g) ?? [];

/** Numbers of the page that are neither in the text nor among what was set aside, each as often as it is missing. */
function unsaid(page: string, { text, setAside = [] }: NormalisedDocument): string[] {
  const said = new Map<string, number>();
  const add = (number: string, times: number): void => {
    said.set(number, (said.get(number) ?? 0) + times);
  };
  for (const number of numbersIn(text)) add(number, 1);
  for (const one of setAside) for (const number of numbersIn(one.text)) add(number, one.times);
  return numbersIn(page).filter((number) => {
    const left = said.get(number) ?? 0;
    add(number, -1);
    return left <= 0;
  });
}

const read = (bytes: Uint8Array) => pdfParser.parse(sourceOf(bytes, 'a.pdf'));

describe.each(PRODUCERS)('%s', (name) => {
  it('leaves no number unsaid and keeps its rows', async () => {
    const document = await read(new Uint8Array(readFileSync(join(FOLDER, `${name}.pdf`))));
    expect(unsaid(readFileSync(join(FOLDER, `${name}.txt`), 'utf8'), document)).toEqual([]);
    const rows = cellsOf(document).map((cells) => cells.map((cell) => cell.replace('—', '-').replace('–', '-')));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Revenue', '1,234.5', '1,100.0', '12.2%'],
        ['Operating income', '(56.7)', '-', 'n.m.'],
        ['Net debt', '(1,045.6)', '(998.2)'],
      ]),
    );
  });
});

it('there are at least ten', () => {
  expect(PRODUCERS.length).toBeGreaterThanOrEqual(10);
});

it('heads and feet are listed with how often they stand there', async () => {
  const prose = [
    'Harbour Works builds cranes for ports on four coasts',
    'and sold 118 of them in the quarter, up from 97.',
  ];
  const pages = [1, 2, 3].map((page) => ({
    lines: [
      { text: 'Harbour Works plc', x: 60, y: 30, size: 8 },
      ...column(60, 120, [...prose, `Part ${page} ends with 5${page}0 orders in hand.`]),
      { text: `Page ${page} of 3`, x: 480, y: 780, size: 8 },
    ],
  }));
  const { setAside, text } = await read(await makePdf(pages));
  expect(setAside).toEqual([
    { why: 'running-head', text: 'Harbour Works plc', times: 3 },
    { why: 'running-head', text: 'Page 1 of 3', times: 1 },
    { why: 'running-head', text: 'Page 2 of 3', times: 1 },
    { why: 'running-head', text: 'Page 3 of 3', times: 1 },
  ]);
  expect(text).toContain('530 orders');
});

it('cells hardly further apart than words are cells where the rows around them have a column', async () => {
  const row = (y: number, label: string, values: readonly string[], left: number) => [
    { text: label, x: 60, y },
    ...values.map((text, at) => ({ text, x: left + at * 46, y })),
  ];
  const lines = [
    ...row(100, '', ['Q2 2031', 'Q2 2030'], 150).slice(1),
    ...row(115, 'Revenue', ['1,234.5', '1,100.0'], 150),
    ...row(130, 'Operating income', ['(56.7)', '(12.1)'], 150),
    ...row(145, 'Equity', ['2,210.9', '2,105.3'], 150),
  ];
  expect(cellsOf(await read(await makePdf([{ lines }])))).toEqual([
    ['', 'Q2 2031', 'Q2 2030'],
    ['Revenue', '1,234.5', '1,100.0'],
    ['Operating income', '(56.7)', '(12.1)'],
    ['Equity', '2,210.9', '2,105.3'],
  ]);
});
