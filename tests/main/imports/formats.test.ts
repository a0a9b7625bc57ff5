// Each format is said once: its entry, its folder, its parser, and what a person reads of it agree.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_GROUPS, FORMAT_NAMES, formatOf, FORMATS_READ } from '../../../src/core/document/formats';
import { bytesAllowed } from '../../../src/main/imports/limits';
import { PARSERS } from '../../../src/main/imports/registry';
import { SEEDS } from '../../corpus/seeds';

const IMPORTS = join(import.meta.dirname, '../../../src/main/imports');

/** Folders that hold a parser, also those of bibliographies. */
const folders = (under: string): readonly string[] =>
  readdirSync(under, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      // A bibliography's parser stands one folder deeper.
      ...(name === 'sources' ? folders(join(under, name)) : existsSync(join(under, name, 'parser.ts')) ? [name] : []),
    ]);

describe.each(FORMAT_NAMES.map((name) => [name]))('%s', (name) => {
  test('has one parser, of its name and kind', () => {
    expect(PARSERS.filter((parser) => parser.name === name).map(({ kind }) => kind)).toEqual([formatOf(name).kind]);
  });
  test('is offered by the dialog where a person can bring a file of it, and is a seed of the fuzzer then', () => {
    const { said, group, extensions } = formatOf(name);
    expect(group === null || FORMAT_GROUPS.includes(group)).toBe(true);
    expect(extensions.every((extension) => /^[a-z]+$/.test(extension))).toBe(true);
    expect(group === null || (extensions.length > 0 && said !== null && FORMATS_READ.includes(said))).toBe(true);
    if (said !== null) expect(SEEDS.some((seed) => seed.format === name)).toBe(true);
    expect(bytesAllowed(name)).toBeGreaterThanOrEqual(32 * 1024 * 1024);
  });
});

test('every folder with a parser is a format', () => {
  const known: readonly string[] = FORMAT_NAMES;
  expect(folders(IMPORTS).filter((folder) => !known.includes(folder))).toEqual([]);
});

test('the README names what a person can bring', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8').toLowerCase();
  for (const name of FORMAT_NAMES.filter((one) => formatOf(one).said !== null)) {
    const { said, label } = formatOf(name);
    const words = [said ?? '', label, label.split(' ')[0] ?? '', /\(([^)]+)\)/.exec(said ?? '')?.[1] ?? label];
    expect(
      words.some((word) => readme.includes(word.toLowerCase())),
      `${name} is in the README`,
    ).toBe(true);
  }
});
