// What a module exports is imported somewhere: a value that nobody imports is a module's own, or dead. Types are left
// out, because the compiler asks for those of an inferred export.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** Found by the build (`imports/registry.ts`), not by an import. */
const FOUND = /^src\/main\/imports\/.*\/parser\.ts$/;

/** One name that a module gives away; `from` where it hands on another's. */
interface Given {
  readonly name: string;
  readonly from: readonly [file: string, name: string] | null;
}
interface Module {
  readonly gives: readonly Given[];
  /** Files of which it hands on everything. */
  readonly hands: readonly string[];
  /** What it takes of which file; `*` is everything. */
  readonly takes: readonly (readonly [file: string, name: string])[];
}

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
function fileOf(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = join(dirname(importer), specifier);
  return ENDINGS.map((ending) => base + ending).find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? null;
}

const nameOf = (node: ESTree.ModuleExportName): string => (node.type === 'Literal' ? node.value : node.name);

/** The names that a pattern binds. */
function bound(pattern: ESTree.BindingPattern): readonly string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((one) => (one === null || one.type === 'RestElement' ? [] : bound(one)));
  if (pattern.type === 'AssignmentPattern') return bound(pattern.left);
  return pattern.properties.flatMap((one) => (one.type === 'RestElement' ? [] : bound(one.value)));
}

function declared(declaration: ESTree.Declaration | null): readonly string[] {
  if (declaration === null || declaration.type.startsWith('TS')) return [];
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => bound(id));
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

function read(file: string, code: string): Module {
  const gives: Given[] = [];
  const hands: string[] = [];
  const takes: (readonly [string, string])[] = [];
  const take = (specifier: string, name: string): void => {
    const target = fileOf(file, specifier);
    if (target !== null) takes.push([target, name]);
  };
  const { program } = parseSync(file, code);
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const one of statement.specifiers)
        take(statement.source.value, one.type === 'ImportSpecifier' ? nameOf(one.imported) : '*');
    } else if (statement.type === 'ExportAllDeclaration') hands.push(fileOf(file, statement.source.value) ?? '');
    else if (statement.type === 'ExportNamedDeclaration' && statement.exportKind === 'value') {
      const target = statement.source === null ? null : fileOf(file, statement.source.value);
      for (const one of statement.specifiers)
        gives.push({ name: nameOf(one.exported), from: target === null ? null : [target, nameOf(one.local)] });
      for (const name of declared(statement.declaration)) gives.push({ name, from: null });
    }
  }
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') take(source.value, '*');
    },
    TSImportType: ({ source }) => take(source.value, '*'),
  }).visit(program);
  return { gives, hands, takes };
}

/** Exports that no module takes, as `file: name`; of the modules that `of` answers true for. */
function unused(modules: ReadonlyMap<string, Module>, of: (file: string) => boolean): readonly string[] {
  const taken = new Set<string>();
  const mark = (file: string, name: string): void => {
    const key = `${file}#${name}`;
    const module = modules.get(file);
    if (module === undefined || taken.has(key)) return;
    taken.add(key);
    const given = name === '*' ? module.gives : module.gives.filter((one) => one.name === name);
    for (const one of given) {
      taken.add(`${file}#${one.name}`);
      if (one.from !== null) mark(...one.from);
    }
    if (name === '*' || given.length === 0) for (const hand of module.hands) mark(hand, name);
  };
  for (const { takes } of modules.values()) for (const [file, name] of takes) mark(file, name);
  return [...modules].flatMap(([file, { gives }]) =>
    of(file)
      ? gives.flatMap(({ name }) => (taken.has(`${file}#${name}`) ? [] : [`${relative(root, file)}: ${name}`]))
      : [],
  );
}

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name));

const isSource = (file: string): boolean => file.startsWith(join(root, 'src')) && !FOUND.test(relative(root, file));

describe('exports', () => {
  test('each export of src is imported', () => {
    const files = ['src', 'tests', 'scripts'].flatMap(modulesIn);
    const modules = new Map(files.map((file) => [file, read(file, readFileSync(file, 'utf8'))]));
    expect(files.filter(isSource).length).toBeGreaterThan(500);
    expect(unused(modules, isSource)).toEqual([]);
  });

  test.each([
    ['export const a = 1; export type B = string;', [], ['a']],
    ['export const a = 1; export type B = string;', ["import { a } from './module';"], []],
    ['export const [a, { b }] = [1, { b: 2 }];', ["import { b as c } from './module';"], ['a']],
    ['export function a() {}', ["import * as all from './module';"], []],
    ['export interface A {}', ["type B = import('./module').A;"], []],
    ['export const a = 1;', ["const all = await import('./module');"], []],
  ])('%j with %j', (code, others, names) => {
    const folder = join(root, 'src/main/storage');
    // A file that is there, because a specifier is looked up on disk.
    const file = join(folder, 'header.ts');
    const modules = new Map([
      [file, read(file, code)],
      ...others.map(
        (text, at) =>
          [
            join(folder, `other-${at}.ts`),
            read(join(folder, `other-${at}.ts`), text.replace('./module', './header')),
          ] as const,
      ),
    ]);
    expect(unused(modules, (one) => one === file)).toEqual(names.map((name) => `src/main/storage/header.ts: ${name}`));
  });
});
