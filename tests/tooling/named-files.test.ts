// The documents and module headers name files and folders that are there: a path is right as a whole or from a folder on.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/audit.md', 'docs/reliability.md'];

const under = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const paths = ['src', 'tests', 'scripts', 'resources', 'docs', '.ci'].flatMap((folder) => [folder, ...under(folder)]);
const files = [...paths, ...readdirSync(root)].map((path) => `/${path}`);

/** What stands between backticks and has the form of a file or of a folder of this project; `*` stands for any letters. */
const NAMED = /`([\w.*/-]+\.(?:tsx?|mjs|json|md|css|typ)|(?:src|tests|scripts|docs|resources)\/[\w.*/-]+)`/g;
/** Names that a recipe leaves to the person, and files that are made by a build or a run. */
const OPEN = /NNNN|NAME|XXX|^NB\.|^package-lock/;

export function missing(text: string): readonly string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, name = '']) =>
    OPEN.test(name) ? [] : [name.replace(/\/$/, '')],
  );
  return [...new Set(named)].filter((name) => {
    const pattern = new RegExp(`/${name.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*')}$`);
    return !files.some((file) => pattern.test(file));
  });
}

test.each(DOCUMENTS)('%s names files that are there', (document) => {
  expect(missing(readFileSync(join(root, document), 'utf8'))).toEqual([]);
});

test('module headers name files that are there', () => {
  const sources = under('src').filter((path) => /\.tsx?$/.test(path));
  const wrong = sources.flatMap((path) =>
    missing(/^\/\*\*[\s\S]*?\*\//.exec(readFileSync(join(root, path), 'utf8'))?.[0] ?? '').map(
      (name) => `${path}: ${name}`,
    ),
  );
  expect(wrong).toEqual([]);
});

describe('the test itself', () => {
  test.each([
    ['`core/figure/fields.ts` and `tests/tooling`', []],
    ['`core/figure/gone.ts` beside `src/gone`', ['core/figure/gone.ts', 'src/gone']],
    ['`migrations/NNNN-name.ts`, `x.y` and `npm test`', []],
    ['`tests/bench/*.bench.mjs`', []],
  ])('%s', (text, wrong) => {
    expect(missing(text)).toEqual(wrong);
  });
});
