/** Folders as the files in them: what is taken, in which order, and what is left out and why. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/main/imports/expand';
import { IMPORT_LIMITS } from '../../../src/main/imports/limits';
import { folder } from '../notebook/support';

const shown = async (...paths: string[]) => {
  const { files, left } = await expand(paths);
  return { files: files.map(({ name }) => name), left: left.map(({ name, reason }) => `${name}: ${reason}`) };
};

describe('expanding what was named', () => {
  test('a file stands for itself, a folder for its files in order of name', async () => {
    const at = join(folder(), 'notes');
    mkdirSync(join(at, 'b'), { recursive: true });
    for (const name of ['c.md', 'a.md', 'b/d.md']) writeFileSync(join(at, name), 'words');
    expect(await shown(join(at, 'c.md'), at)).toEqual({
      files: ['c.md', 'notes/a.md', 'notes/b/d.md', 'notes/c.md'],
      left: [],
    });
    expect((await expand([at])).files[0]).toEqual({ path: join(at, 'a.md'), name: 'notes/a.md', bytes: 5 });
  });

  test('hidden files, links and pipes are left out, and said to be', async () => {
    const at = join(folder(), 'mixed');
    mkdirSync(join(at, '.git'), { recursive: true });
    for (const name of ['kept.md', '.secret', '.git/config']) writeFileSync(join(at, name), 'words');
    symlinkSync('/etc', join(at, 'outside'));
    symlinkSync(at, join(at, 'round'));
    execFileSync('mkfifo', [join(at, 'pipe')]);
    expect(await shown(at)).toEqual({
      files: ['mixed/kept.md'],
      left: [
        'mixed/.git: It is hidden.',
        'mixed/.secret: It is hidden.',
        'mixed/outside: It is a link.',
        'mixed/pipe: It is a device, pipe or socket.',
        'mixed/round: It is a link.',
      ],
    });
  });

  test('too deep and too many are said once', async () => {
    const at = join(folder(), 'deep');
    const inner = Array.from({ length: IMPORT_LIMITS.folderDepth + 2 }, (_, n) => `${n}`).join('/');
    mkdirSync(join(at, inner), { recursive: true });
    writeFileSync(join(at, inner, 'lost.md'), 'words');
    for (let n = 0; n < IMPORT_LIMITS.folderFiles + 3; n += 1) writeFileSync(join(at, `z${10_000 + n}.md`), '');
    const { files, left } = await shown(at);
    expect(files).toHaveLength(IMPORT_LIMITS.folderFiles);
    expect(left).toHaveLength(2);
    expect(left[0]).toMatch(/Folders are read 12 levels deep/);
    expect(left[1]).toMatch(/^deep\/z11000\.md and the rest: 1000 files/);
  });

  test('what is not there is named all the same: reading it says so', async () => {
    expect(await shown('/nowhere/at/all.md')).toEqual({ files: ['all.md'], left: [] });
  });
});
