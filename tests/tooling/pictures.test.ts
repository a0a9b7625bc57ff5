// The pictures in docs/images are those that README and guide show, and the script takes each of them anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureNames } from '../../scripts/lib/pictures.mjs';

const root = join(import.meta.dirname, '../..');
const guide = join(root, 'docs/guide');
const pages = [join(root, 'README.md'), ...readdirSync(guide).map((name) => join(guide, name))];

test('shown, kept and taken are the same', () => {
  const shown = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\bimages\/([\w-]+\.png)/g)].map((match) => match[1] ?? ''),
  );
  expect([...new Set(shown)].sort()).toEqual(readdirSync(join(root, 'docs/images')).sort());
  expect([...pictureNames()].sort()).toEqual([...new Set(shown)].sort());
});
