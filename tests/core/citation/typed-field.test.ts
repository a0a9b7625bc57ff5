/** Cells of the Sources grid: an address is one for the machine too, and an emptied tier is taken back. */
import { expect, test } from 'vitest';
import { readSourceCell } from '../../../src/core/citation/typed-field';

test.each([
  ['https://example.com', true],
  ['HTTP://Example.com:8080/a?b=c#d', true],
  ['https://user:word@example.com/a', true],
  ['https://[2001:db8::1]/a', true],
  ['https://例え.テスト/年報', true],
  ['https://example.com/a b', false],
  ['http://', false],
  ['https://:80', false],
  ['https:///a', false],
  ['https://[zz]/a', false],
  ['https://exa<mple.com', false],
  ['ftp://example.com', false],
  ['example.com', false],
])('%s is an address: %s', (text, isOne) => {
  expect(readSourceCell('URL', text).ok).toBe(isOne);
  if (isOne) expect(URL.canParse(text)).toBe(true);
});

test.each([
  ['', null],
  ['filing', 'filing'],
  ['Data vendor', 'data'],
])('the tier “%s” sets %s', (text, tier) => {
  expect(readSourceCell('tier', text)).toEqual({ ok: true, set: { tier } });
});
