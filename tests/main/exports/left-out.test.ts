// What a form of bibliography cannot carry is said, and nothing is said of what it carries.
import { expect, it } from 'vitest';
import { leftOut } from '../../../src/main/exports';
import type { ExportFormat } from '../../../src/core/report/exports';
import { source } from './support';

it.each<[ExportFormat, Record<string, unknown>, RegExp | null]>([
  ['bib', { type: 'book', volume: '2', language: 'en', keyword: 'tides' }, null],
  ['bib', { type: 'book', medium: 'CD' }, /^BibTeX has no place for: medium/],
  ['bib', { type: 'speech' }, /type “speech” \(written as misc\)/],
  ['ris', { type: 'article-journal', issue: '3', number: '12' }, /^RIS has no place for: number/],
  ['ris', { type: 'report', number: '12' }, null],
  ['xml', { type: 'report', 'number-of-pages': '40' }, /^EndNote has no place for: /],
])('%s of %o', async (format, csl, said) => {
  const words = await leftOut(format, async () => [source('s1', 'Ex Press', csl)]);
  if (said === null) expect(words).toEqual([]);
  else expect(words).toEqual([expect.stringMatching(said)]);
});

it('counts the sources', async () => {
  const two = [source('s1', 'A', { type: 'book', medium: 'CD' }), source('s2', 'B', { type: 'book', medium: 'CD' })];
  expect((await leftOut('bib', async () => two))[0]).toContain('medium ×2');
});
