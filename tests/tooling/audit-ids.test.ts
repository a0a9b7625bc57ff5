// docs/audit.md gives each of its statements an id, and the doc comments of the code cite them: none is missing or wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** `[P5]`, and the first cell of a table's row, `| W1 |`. */
const idsIn = (text: string, id: RegExp): string[] => [...text.matchAll(id)].flatMap(([, one]) => one ?? []);
const defined = (page: string): ReadonlySet<string> =>
  new Set([...idsIn(page, /\[([A-Z]\d)\](?!\()/g), ...idsIn(page, /^\| ([A-Z]\d) \|/gm)]);
const cited = (file: string, code: string): string[] =>
  parseSync(file, code)
    .comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .flatMap(({ value }) => idsIn(value, /\[([A-Z]\d)\]/g));

const ids = defined(readFileSync(join(root, 'docs/audit.md'), 'utf8'));
const citations = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => {
    const file = join(root, 'src', name);
    return cited(file, readFileSync(file, 'utf8')).map((id) => ({ id, file: relative(root, file) }));
  });

describe('the ids of docs/audit.md', () => {
  test('are each cited by the code', () => {
    const known = new Set(citations.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(0);
    expect([...ids].filter((id) => !known.has(id))).toEqual([]);
  });

  test('are all that the code cites', () => {
    expect(citations.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  test('are cited by each decider', () => {
    const folder = 'src/core/provenance/deciders';
    const citing = new Set(citations.map(({ file }) => file));
    const deciders = readdirSync(join(root, folder)).map((name) => join(folder, name));
    expect(deciders.filter((file) => !citing.has(file))).toEqual([]);
  });

  test.each([
    ['/** Step 2 [P2] and [P6]. */\nexport const a = 1;', ['P2', 'P6']],
    ['// Not for readers: [P2].\nexport const a = /[T1]/;', []],
  ])('%j cites', (code, found) => {
    expect(cited('module.ts', code)).toEqual(found);
  });
});
