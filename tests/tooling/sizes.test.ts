// What the linter does not read keeps to the size of a file too: style sheets and pages. Code is held by the linter
// (`max-lines`, `max-lines-per-function`), of which layers.test.ts plants a breach each.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');
const LONGEST = 400;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(css|html)$/.test(name));

describe('the size of files in src', () => {
  test('there are some', () => expect(files.length).toBeGreaterThan(10));

  test.each(files)('%s', (name) => {
    const lines = readFileSync(join(source, name), 'utf8').trimEnd().split('\n').length;
    expect(lines).toBeLessThanOrEqual(LONGEST);
  });
});
