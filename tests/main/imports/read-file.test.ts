import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdtemp, open, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../src/main/imports/limits';
import { type ReadableFile, readGrantedFile, readWhole } from '../../../src/main/imports/read-file';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-read-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const codeOf = (path: string) =>
  readGrantedFile(path).then(
    () => 'read',
    (reason: { code?: string }) => reason.code,
  );

describe('reading a granted file', () => {
  it('gives its bytes, also through a link', async () => {
    const file = join(folder, 'a.txt');
    await writeFile(file, 'words');
    await symlink(file, join(folder, 'link.txt'));
    expect(new TextDecoder().decode(await readGrantedFile(join(folder, 'link.txt')))).toBe('words');
  });

  it('refuses what is not there, a folder, a device', async () => {
    expect(await codeOf(join(folder, 'gone.txt'))).toBe('E_NOT_FOUND');
    expect(await codeOf(folder)).toBe('E_FORMAT');
    if (process.platform === 'linux') expect(await codeOf('/dev/zero')).toBe('E_FORMAT');
  });

  it.runIf(process.platform !== 'win32')('refuses a pipe without waiting for it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await codeOf(pipe)).toBe('E_FORMAT');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not be read', async () => {
    const file = join(folder, 'secret.txt');
    await writeFile(file, 'words');
    await chmod(file, 0o000);
    await expect(readGrantedFile(file)).rejects.toThrow('permissions');
  });

  it('refuses more than the limit before reading it, and names the limit', async () => {
    const file = join(folder, 'big.txt');
    await writeFile(file, '');
    await truncate(file, IMPORT_LIMITS.bytes + 1);
    await expect(readGrantedFile(file)).rejects.toThrow('the limit is 256 MB');
  });

  it.each(['grows', 'shrinks', 'is written anew'])('notices a file that %s while it is read', async (how) => {
    const file = join(folder, 'moving.txt');
    await writeFile(file, 'words as they were');
    const handle = await open(file);
    const change = async () => {
      if (how === 'grows') await appendFile(file, ' and more');
      else if (how === 'shrinks') await truncate(file, 5);
      else await utimes(file, new Date(), new Date(Date.now() + 5000));
    };
    const moving: ReadableFile = {
      stat: () => handle.stat(),
      read: async (...range) => {
        await change();
        return handle.read(...range);
      },
    };
    await expect(readWhole(moving, 'moving.txt')).rejects.toMatchObject({ code: 'E_CONFLICT' });
    await handle.close();
  });
});
