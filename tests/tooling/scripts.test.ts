// The parts of the scripts that nobody sees until they fail: unpacking, stamps, locks, and what is said and where.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractFromTgz, unzip } from '../../scripts/lib/archive.mjs';
import { isInstalled } from '../../scripts/lib/dependencies.mjs';
import { digest, listFiles, makeWhole, withLock } from '../../scripts/lib/files.mjs';

const root = resolve(import.meta.dirname, '../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: string[]): string => join(folder, ...parts);

describe('archives', () => {
  test('one entry comes out of a .tgz, whatever its length', async () => {
    const body = 'x'.repeat(1_000_003);
    mkdirSync(at('package'));
    writeFileSync(at('package/other.txt'), 'no');
    writeFileSync(at('package/wanted.zip'), body);
    spawnSync('tar', ['-czf', at('a.tgz'), '-C', folder, 'package/other.txt', 'package/wanted.zip']);
    await extractFromTgz(at('a.tgz'), 'wanted.zip', at('out'));
    expect(readFileSync(at('out'), 'utf8')).toBe(body);
    await expect(extractFromTgz(at('a.tgz'), 'absent.zip', at('out'))).rejects.toThrow('no absent.zip inside');
  });

  test('a zip unpacks stored and deflated entries, keeps run bits, and leaves out what is not wanted', async () => {
    writeFileSync(
      at('a.zip'),
      zip([
        { name: 'top/run', body: 'program', mode: 0o100755, deflate: true },
        { name: 'top/data', body: 'plain', mode: 0o100644, deflate: false },
        { name: 'top/skip', body: 'no', mode: 0o100644, deflate: false },
      ]),
    );
    await unzip(at('a.zip'), at('out'), (name: string) => (name.endsWith('skip') ? null : name.slice('top/'.length)));
    expect(await listFiles(at('out'))).toEqual(['data', 'run']);
    expect(readFileSync(at('out/run'), 'utf8')).toBe('program');
    expect(statSync(at('out/run')).mode & 0o111).toBe(0o111);
  });

  test('an entry that points outside is refused', async () => {
    writeFileSync(at('a.zip'), zip([{ name: '../evil', body: 'x', mode: 0o100644, deflate: false }]));
    await expect(unzip(at('a.zip'), at('out'), (name: string) => name)).rejects.toThrow('points outside');
    expect(existsSync(at('evil'))).toBe(false);
  });

  test('what is no zip is said to be damaged', async () => {
    writeFileSync(at('a.zip'), 'nothing of the kind');
    await expect(unzip(at('a.zip'), at('out'), (name: string) => name)).rejects.toThrow('no zip directory');
  });
});

describe('node_modules against the lock', () => {
  const lock = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };
  test.each([
    ['the locked versions', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    [
      'an optional one in another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '3.0.0' } },
      false,
    ],
  ])('%s', (_, installed, expected) => {
    expect(isInstalled(lock, installed)).toBe(expected);
  });
});

describe('files', () => {
  test('a digest follows names and contents', async () => {
    writeFileSync(at('a'), '1');
    const before = await digest(folder, ['a']);
    expect(await digest(folder, ['a'])).toBe(before);
    writeFileSync(at('a'), '2');
    expect(await digest(folder, ['a'])).not.toBe(before);
  });

  test('a folder appears whole or not at all, and leftovers of a dead process go', async () => {
    mkdirSync(at('made.999999999.part'));
    const failing = makeWhole(at('made'), async (part: string) => {
      writeFileSync(join(part, 'half'), '');
      throw new Error('interrupted');
    });
    await expect(failing).rejects.toThrow('interrupted');
    expect(await listFiles(folder)).toEqual([]);
    expect(existsSync(at('made.999999999.part'))).toBe(false);
    await makeWhole(at('made'), async (part: string) => writeFileSync(join(part, 'all'), ''));
    expect(await listFiles(folder)).toEqual(['made/all']);
  });

  test('a lock keeps two apart, and one left by a dead process is taken over', async () => {
    writeFileSync(at('lock'), '999999999');
    const order: string[] = [];
    const hold = (name: string): Promise<void> =>
      withLock(at('lock'), async () => {
        order.push(`${name} in`);
        await new Promise((done) => setImmediate(done));
        order.push(`${name} out`);
      });
    await Promise.all([hold('a'), hold('b')]);
    expect([order.slice(0, 2), order.slice(2)].map((pair) => pair.map((entry) => entry.slice(2)))).toEqual([
      ['in', 'out'],
      ['in', 'out'],
    ]);
    expect(existsSync(at('lock'))).toBe(false);
  });
});

test('electron-runtime --print prints the path of a program and nothing else', () => {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'scripts/electron-runtime.mjs'), '--print'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(existsSync(stdout.trim())).toBe(true);
});

test('a stage that does not exist is refused in one line that names those that do', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'scripts/test.mjs'), '--only', 'units'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^tieout: There is no stage units\. Name of: typecheck, .*e2e\n$/);
});

interface Entry {
  readonly name: string;
  readonly body: string;
  readonly mode: number;
  readonly deflate: boolean;
}

/** A zip as small as the format allows; the reader under test looks at no checksum. */
function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, body, mode, deflate } of entries) {
    const bytes = deflate ? deflateRawSync(body) : Buffer.from(body);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(deflate ? 8 : 0, 10);
    record.writeUInt32LE(bytes.length, 20);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE((mode << 16) >>> 0, 38);
    record.writeUInt32LE(Buffer.concat(parts).length, 42);
    parts.push(header, Buffer.from(name), bytes);
    directory.push(record, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(parts).length, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
