// Folders import one way: at every level, a folder (with all that lies in it) and the files beside it never lead back to
// one that imports them, not even by types and not over a third. A folder that holds too much is divided by purpose.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The modules of a tree, each with the specifiers that it imports; paths relative to the tree's root. */
type Modules = ReadonlyMap<string, readonly string[]>;

/** From a folder's part to the parts that it imports, at one level; `.` stands for the files of the level itself. */
type Arrows = Map<string, Set<string>>;

const MOST_FILES = 25;

/** Folders that are a list of one kind: one file an entry. */
const LISTS: ReadonlySet<string> = new Set(['src/core/audit/rules']);

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']*)'/g;

const specifiers = (text: string): readonly string[] => [...text.matchAll(SPECIFIER)].map(([, path = '']) => path);

/** The file that a specifier names, or null where it is none of the modules (a style sheet, data). */
function fileNamed(modules: Modules, from: string, specifier: string): string | null {
  const base = posix.join(posix.dirname(from), specifier);
  return (
    ['.ts', '.tsx', '/index.ts', '/index.tsx', ''].map((end) => base + end).find((one) => modules.has(one)) ?? null
  );
}

/** The arrows of every level: each import counts where the paths of its two ends part. */
function arrowsOf(modules: Modules): ReadonlyMap<string, Arrows> {
  const levels = new Map<string, Arrows>();
  for (const [from, imported] of modules) {
    for (const specifier of imported) {
      const to = fileNamed(modules, from, specifier);
      if (to !== null) addArrow(levels, from.split('/'), to.split('/'));
    }
  }
  return levels;
}

function addArrow(levels: Map<string, Arrows>, from: readonly string[], to: readonly string[]): void {
  const shared = from.findIndex((part, at) => part !== to[at]);
  const part = (path: readonly string[]): string => (path.length === shared + 1 ? '.' : (path[shared] ?? '.'));
  if (shared < 0 || part(from) === part(to)) return;
  const level = from.slice(0, shared).join('/');
  const arrows = levels.get(level) ?? new Map<string, Set<string>>();
  levels.set(level, arrows.set(part(from), (arrows.get(part(from)) ?? new Set()).add(part(to))));
}

/** The circles of each level, as a person would follow them: `src/core: audit > figure > audit`. */
function circles(modules: Modules): readonly string[] {
  return [...arrowsOf(modules)].flatMap(([level, arrows]) =>
    [...arrows.keys()].flatMap((start) => {
      const way = wayBack(arrows, start);
      return way && way.every((part) => part >= start) ? [`${level}: ${[...way, start].join(' > ')}`] : [];
    }),
  );
}

/** The shortest way from a part back to itself, or null. */
function wayBack(arrows: Arrows, start: string): readonly string[] | null {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of arrows.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

/** Folders with more files than one purpose needs. */
function crowded(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  return [...counts].filter(([folder, count]) => count > MOST_FILES && !LISTS.has(folder)).map(([folder]) => folder);
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => posix.join('src', name.replaceAll('\\', '/')));
const source: Modules = new Map(files.map((file) => [file, specifiers(readFileSync(join(root, file), 'utf8'))]));

describe('the folders of the source', () => {
  test('import one way at every level', () => {
    expect([...source.values()].flat().length).toBeGreaterThan(1000);
    expect(circles(source)).toEqual([]);
  });

  test('hold few enough files for one purpose', () => {
    expect(crowded(files)).toEqual([]);
    for (const list of LISTS) expect(existsSync(join(root, list)), list).toBe(true);
  });
});

describe('a planted breach is found', () => {
  const planted = (tree: Readonly<Record<string, string>>): Modules =>
    new Map(Object.entries(tree).map(([file, text]) => [file, specifiers(text)]));
  const A = "import { b } from '../b/b';";
  const B = "import type { a } from '../a/a';";

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['one way', { 'x/a/a.ts': A, 'x/b/b.ts': '' }, []],
    ['both ways, once by types alone', { 'x/a/a.ts': A, 'x/b/b.ts': B }, ['x: a > b > a']],
    ['by other files of the two', { 'x/a/one.ts': A, 'x/a/a.ts': '', 'x/b/b.ts': B }, ['x: a > b > a']],
    [
      'by folders below the two',
      { 'x/a/deep/a.ts': "import '../../b/b';", 'x/a/a.ts': '', 'x/b/b.ts': B },
      ['x: a > b > a'],
    ],
    ['over a third', { 'x/a/a.ts': A, 'x/b/b.ts': "export * from '../c/c';", 'x/c/c.tsx': B }, ['x: a > b > c > a']],
    ['loaded later', { 'x/a/a.ts': "const b = import('../b/b');", 'x/b/b.ts': B }, ['x: a > b > a']],
    [
      'a folder and its parent',
      { 'x/x.ts': "import './a/a';", 'x/a/a.ts': "import '../y';", 'x/y.ts': '' },
      ['x: . > a > .'],
    ],
    ['files of one folder are free', { 'x/a.ts': "import './b';", 'x/b.ts': "import './a';" }, []],
  ])('%s', (_, tree, found) => {
    expect(circles(planted(tree))).toEqual(found);
  });

  test('a folder with too many files', () => {
    const many = (folder: string, count: number) => Array.from({ length: count }, (_, at) => `${folder}/${at}.ts`);
    expect(crowded([...many('full', MOST_FILES), ...many('src/core/audit/rules', 40)])).toEqual([]);
    expect(crowded(many('full', MOST_FILES + 1))).toEqual(['full']);
  });
});
