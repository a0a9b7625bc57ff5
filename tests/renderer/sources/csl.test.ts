import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '../../../src/contract/records';
import { dateText, namesText } from '../../../src/core/citation/csl-text';
import type { SourceCell } from '../../../src/core/citation/fields';
import { readSourceCell } from '../../../src/core/citation/typed-field';
import { likelyDuplicates, mergedCsl, mergeRows } from '../../../src/renderer/src/views/sources/merge';
import { sourceEdit } from '../../../src/renderer/src/views/sources/source-edit';

const reads = (field: SourceCell, text: string, value: unknown) =>
  expect(readSourceCell(field, text)).toEqual({ ok: true, set: { [field]: value } });
const refuses = (field: SourceCell, text: string) => expect(readSourceCell(field, text).ok).toBe(false);

describe('CSL fields as text', () => {
  it('writes names and reads them back', () => {
    const names = [{ family: 'Doe', given: 'Jane' }, { literal: 'Reuters' }];
    expect(namesText(names)).toBe('Doe, Jane; Reuters');
    reads('author', 'Doe, Jane; Reuters', names);
    reads('author', '  ', null);
    expect(namesText('not a list')).toBe('');
  });
  it.each([
    [{ 'date-parts': [[2026, 5, 13]] }, '2026-05-13'],
    [{ 'date-parts': [['2026', 5]] }, '2026-05'],
    [{ 'date-parts': [[2026]] }, '2026'],
    [{ literal: 'spring 2026' }, 'spring 2026'],
    [undefined, ''],
  ])('date %j', (value, text) => {
    expect(dateText(value)).toBe(text);
  });
  it('reads dates, keeps words, refuses days that are not', () => {
    reads('issued', '2026-5-3', { 'date-parts': [[2026, 5, 3]] });
    reads('accessed', 'spring 2026', { literal: 'spring 2026' });
    reads('issued', '', null);
    refuses('issued', '2026-02-30');
    refuses('accessed', '2026-13');
  });
  it('checks URL, DOI, tier and type', () => {
    refuses('URL', 'javascript:alert(1)');
    reads('URL', 'https://example.com/a', 'https://example.com/a');
    reads('DOI', 'https://doi.org/10.1000/182', '10.1000/182');
    refuses('DOI', '182');
    reads('tier', 'Data vendor', 'data');
    refuses('tier', 'gossip');
    reads('type', 'Web page', 'webpage');
    reads('type', 'legal_case', 'legal_case');
    refuses('type', 'A thing!');
  });
  it('sends the tier beside the fields and takes emptied fields away', () => {
    expect(sourceEdit({ id: 's', set: { title: 'T', author: null, tier: 'press' } })).toEqual({
      id: 's',
      csl: { title: 'T', author: undefined },
      tier: 'press',
    });
  });
});

const source = (id: string, csl: SourceRecord['csl'], set: Partial<SourceRecord> = {}): SourceRecord => ({
  id,
  csl,
  tier: 'press',
  tierSet: false,
  figures: 0,
  citations: 0,
  markers: [],
  document: null,
  formatted: id,
  ...set,
});

describe('merging', () => {
  const first = source('a', { type: 'webpage', title: 'Results', URL: 'https://www.example.com/r/' });
  const second = source('b', { type: 'webpage', title: 'Results of Q1', publisher: 'Company' });
  it('offers what differs and takes what only one has', () => {
    expect(mergeRows([first, second])).toEqual([
      { field: 'type', options: [{ source: 'a', text: 'Web page' }] },
      {
        field: 'title',
        options: [
          { source: 'a', text: 'Results' },
          { source: 'b', text: 'Results of Q1' },
        ],
      },
      { field: 'publisher', options: [{ source: 'b', text: 'Company' }] },
      { field: 'URL', options: [{ source: 'a', text: 'https://www.example.com/r/' }] },
    ]);
    expect(mergedCsl([first, second], { title: 'b' })).toEqual({
      type: 'webpage',
      title: 'Results of Q1',
      publisher: 'Company',
      URL: 'https://www.example.com/r/',
    });
  });
  it('suspects the same address or the same title and year, once', () => {
    const same = source('c', { type: 'webpage', title: 'Something else', URL: 'http://example.com/r' });
    expect(likelyDuplicates([first, second, same]).map((group) => group.map(({ id }) => id))).toEqual([['a', 'c']]);
    const year = (value: number) => ({ issued: { 'date-parts': [[value]] } });
    const titled = (id: string, value: number) =>
      source(id, { type: 'report', title: 'A long enough title', ...year(value) });
    expect(likelyDuplicates([titled('x', 2026), titled('y', 2026), titled('z', 2025)])).toHaveLength(1);
  });
});
