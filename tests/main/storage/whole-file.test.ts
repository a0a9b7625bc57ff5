// Files are put in their place whole; what is left of a temporary never stands in the way of what happened.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeTemporary, temporaryBeside, writeWhole } from '../../../src/main/storage/whole-file';
import { folder } from '../notebook/support';

test('a temporary that cannot be removed is no failure', () => {
  const temporary = temporaryBeside(join(folder(), 'a'));
  // A folder is what no removal of a file takes away.
  mkdirSync(`${temporary}-journal`, { recursive: true });
  expect(() => removeTemporary(temporary)).not.toThrow();
});

test('a file is replaced whole', () => {
  const path = join(folder(), 'a.csv');
  writeWhole(path, Buffer.from('old'));
  writeWhole(path, Buffer.from('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
});
