// A request is looked at before any schema is: what is huge, deep or no plain data is refused in a sentence.
import { expect, test } from 'vitest';
import { demandBounded } from '../../src/contract/bounded';

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let n = 0; n < levels; n += 1) value = { value };
  return value;
};

test.each<readonly [string, unknown]>([
  ['ten million bytes', new Uint8Array(10_000_000)],
  ['a map', new Map([['id', 1]])],
  ['a date', new Date(0)],
  ['keys without end', Object.fromEntries(Array.from({ length: 200_001 }, (_, n) => [`k${n}`, n]))],
  ['items without end, inside', { filter: { ids: Array.from({ length: 200_001 }, (_, n) => n) } }],
  ['levels without end', deep(5000)],
])('%s is refused in few words', (_, request) => {
  let said = '';
  try {
    demandBounded('notebook.info', request);
  } catch (error) {
    said = String(error);
  }
  expect(said).toMatch(/notebook\.info was refused: /);
  expect(said.length).toBeLessThan(200);
});

test.each<readonly [string, unknown]>([
  ['nothing', undefined],
  ['no members', {}],
  ['an object without a prototype', Object.assign(Object.create(null), { id: 'x' })],
  ['a long text', { paste: 'x'.repeat(20_000_000) }],
  ['a report', deep(30)],
  ['many ids', { ids: Array.from({ length: 10_000 }, (_, n) => `f${n}`) }],
])('%s goes on to its schema', (_, request) => {
  expect(() => demandBounded('x', request)).not.toThrow();
});
