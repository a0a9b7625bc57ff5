/**
 * Five notes on invented companies, in styles of their own, each with an annotation made before the engine read it:
 * numbered references, footnotes, a broker's first take, notes of a call, and a note in Chinese.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/core/analyse';
import { readNote } from './support/fixture';
import { type GoldNote, measure } from './support/measure';

const NOTES = [
  'ostrava-numbered.txt',
  'solenne-footnotes.md',
  'halden-broker.txt',
  'kestrel-call.md',
  'lanhai-chinese.txt',
] as const;

function annotation(name: string): GoldNote {
  const file = new URL(`../fixtures/notes/${name.replace(/\.\w+$/, '')}.gold.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as GoldNote;
}

describe.each(NOTES)('%s', (name) => {
  const document = readNote(name);
  const gold = annotation(name);

  test('quotes what its annotation quotes', () => {
    for (const { start, end, quote } of gold.figures) expect(document.text.slice(start, end)).toBe(quote);
  });

  test('is read right', () => {
    const { found, right, qualifier, markers, links } = measure(gold, analyse(document));
    expect({ found: found >= 0.95, right: right >= 0.92 }).toEqual({ found: true, right: true });
    expect(qualifier).toBeGreaterThanOrEqual(0.92);
    expect(markers).toBe(1);
    expect(links).toBeGreaterThanOrEqual(0.88);
  });

  test('has its figures vouched for by whom they should be', () => {
    const { provenance } = measure(gold, analyse(document));
    expect(provenance).toBeGreaterThanOrEqual(0.85);
  });
});
