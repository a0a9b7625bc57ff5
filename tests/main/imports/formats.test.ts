// Each format is said once: its entry, its folder, its parser, and what a person reads of it agree.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  DOCUMENT_FORMATS,
  FORMAT_GROUPS,
  FORMAT_NAMES,
  formatOf,
  FORMATS_READ,
  SOURCE_FORMATS,
  TABLE_FORMATS,
} from '../../../src/core/document/formats';
import { bytesAllowed } from '../../../src/main/imports/limits';
import { PARSERS } from '../../../src/main/imports/registry';
import { signatureOf } from '../../../src/main/imports/signatures';
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
    const { kind, readBy = name } = formatOf(name);
    expect(PARSERS.filter((parser) => parser.name === readBy).map((parser) => parser.kind)).toEqual([kind]);
  });
  test('is offered by the dialog where a person can bring a file of it, and is a seed of the fuzzer then', () => {
    const { said, group, extensions, readBy } = formatOf(name);
    expect(group === null || FORMAT_GROUPS.includes(group)).toBe(true);
    expect(extensions.every((extension) => /^[a-z]+$/.test(extension))).toBe(true);
    expect(group === null || (extensions.length > 0 && said !== null && FORMATS_READ.includes(said))).toBe(true);
    const isSeed = SEEDS.some((seed) => seed.format === name);
    expect(said === null || readBy !== undefined || isSeed, `a sound file of it: sound.* in the folder ${name}`).toBe(
      true,
    );
    expect(bytesAllowed(name)).toBeGreaterThanOrEqual(32 * 1024 * 1024);
  });
});

test('what is read as a document, a table or a bibliography comes from the table of formats, without what is refused', () => {
  const read = [...DOCUMENT_FORMATS, ...TABLE_FORMATS, ...SOURCE_FORMATS];
  const refused = FORMAT_NAMES.filter((name) => formatOf(name).refused);
  expect(refused).toEqual(['msg', 'xls']);
  expect([...read, ...refused].toSorted()).toEqual(FORMAT_NAMES.toSorted());
  expect(TABLE_FORMATS).toEqual(['csv', 'tsv', 'xlsx', 'ods', 'range']);
});

test('a file with the first bytes of a format that is not text is named by the refusal', () => {
  const named = FORMAT_NAMES.flatMap((name) => formatOf(name).signature ?? []);
  expect(named.length).toBeGreaterThan(1);
  for (const { bytes, name } of named) expect(signatureOf(Buffer.from(`${bytes}…`))).toBe(name);
});

test('every folder with a parser is a format', () => {
  const known: readonly string[] = FORMAT_NAMES;
  expect(folders(IMPORTS).filter((folder) => !known.includes(folder))).toEqual([]);
});

/** What a person can bring, as the README lists it. */
function formatList(): string {
  const read = (kind: string): string =>
    FORMAT_NAMES.map(formatOf)
      .flatMap((format) => (format.kind === kind ? (format.said ?? []) : []))
      .join(', ');
  return [
    '| to bring in | formats |',
    '|---|---|',
    `| notes, articles, filings, releases | ${read('document')} |`,
    `| tables of figures | ${read('table')}, copied cells |`,
    `| bibliographies | ${read('sources')} |`,
  ].join('\n');
}

test('the README lists what a person can bring', () => {
  const file = join(import.meta.dirname, '../../../README.md');
  const list = `<!-- formats -->\n${formatList()}\n<!-- end of formats -->`;
  const stands = readFileSync(file, 'utf8');
  if (process.env['UPDATE_DOCS'])
    writeFileSync(
      file,
      stands.replace(/<!-- formats -->[\s\S]*<!-- end of formats -->/, () => list),
    );
  expect(readFileSync(file, 'utf8'), 'run with UPDATE_DOCS=1 to write it').toContain(list);
});
