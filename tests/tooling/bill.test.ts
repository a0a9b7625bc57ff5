// The list of licences and the bill of materials that ship are of what ships, and every licence is one that MIT can carry.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { shippedPackages } from '../../scripts/lib/bill.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(root, name), 'utf8'));
const list = z
  .object({
    packages: z.array(
      z.object({ name: z.string(), version: z.string(), licence: z.string().nullable(), text: z.int().nullable() }),
    ),
    texts: z.array(z.string()),
  })
  .parse(read('resources/licences.json'));
const bill = z
  .object({ components: z.array(z.object({ name: z.string(), version: z.string() })) })
  .parse(read('docs/bill.cdx.json'));

const names = (entries: readonly { readonly name: string; readonly version: string }[]): readonly string[] =>
  entries.map(({ name, version }) => `${name}@${version}`);

/** To make them anew: `npm run bill`. */
test('both name what the lock ships', () => {
  expect(names(list.packages)).toEqual(names(shippedPackages()));
  expect(names(bill.components)).toEqual(names(shippedPackages()));
});

test('every package has a licence that MIT can carry', () => {
  const allowed =
    /^\(?(?:MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|OFL-1\.1|Unlicense|CC0-1\.0|Zlib|BlueOak-1\.0\.0|Python-2\.0)\b/;
  expect(list.packages.filter(({ licence }) => !allowed.test(licence ?? '')).map(({ name }) => name)).toEqual([]);
});

test('what spreadsheets are written with brings nothing along', () => {
  expect(list.packages.map(({ name }) => name).filter((name) => /exceljs|unzipper|fstream|buffers/.test(name))).toEqual(
    [],
  );
});
