// The list of attacks is whole, each row says what holds it or why nothing need, and what it says of the source is true.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id = '', attacked = '', does = '', held = ''] = line.split('|').map((cell) => cell.trim());
    return /^[A-F]\d+$/.test(id) ? [{ id, attacked, does, held }] : [];
  });

test('every case and every fault has one row', () => {
  const numbers = (letters: string): readonly number[] =>
    rows.filter(({ id }) => letters.includes(id.charAt(0))).map(({ id }) => Number(id.slice(1)));
  expect(numbers('ABCDE')).toEqual(Array.from({ length: 87 }, (_, at) => at + 1));
  expect(numbers('F')).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
});

test.each(rows)('$id says what is attacked, what happens, and which tests hold it', ({ attacked, does, held }) => {
  expect(attacked).not.toBe('');
  expect(does).not.toBe('');
  expect(held).toMatch(/^`tests\/[\w./-]+\.ts`(, `tests\/[\w./-]+\.ts`)*$/);
});

test('no address is handed to the system', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(sources.filter((name) => readFileSync(join(root, 'src', name), 'utf8').includes('openExternal'))).toEqual([]);
});
