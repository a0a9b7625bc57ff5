import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeGrants } from '../../../src/main/app/files/grants';
import { openPrefs } from '../../../src/main/app/settings/prefs';
import { describeRecent, withOpened } from '../../../src/main/app/settings/recent';
import { countRestarts } from '../../../src/main/app/processes/restarts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-prefs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('preferences', () => {
  it('come back as they were set', async () => {
    const file = join(folder, 'sub', 'preferences.json');
    const prefs = openPrefs(file);
    prefs.set({ theme: 'dark' });
    prefs.set({ values: { 'pane.left': 240 } });
    await prefs.settled();
    expect(openPrefs(file).get()).toMatchObject({ theme: 'dark', values: { 'pane.left': 240 } });
  });

  it('start from defaults where the file is broken, and keep what is still sound', async () => {
    const file = join(folder, 'preferences.json');
    await writeFile(file, '{broken');
    expect(openPrefs(file).get()).toMatchObject({ theme: 'system', recent: [] });
    await writeFile(file, JSON.stringify({ theme: 'pink', sampleMade: true }));
    expect(openPrefs(file).get()).toMatchObject({ theme: 'system', sampleMade: true });
  });

  it('write what was set last, whole', async () => {
    const file = join(folder, 'preferences.json');
    const prefs = openPrefs(file);
    for (let n = 0; n < 50; n++) prefs.set({ values: { n } });
    await prefs.settled();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ values: { n: 49 } });
  });
});

describe('recent notebooks', () => {
  it('are newest first, without doubles, and ten at most', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => `/n${n}.tieout`);
    const recent = [...twelve, '/n5.tieout'].reduce(
      (list, path) => withOpened(list, path, 't'),
      [] as { path: string; openedAt: string }[],
    );
    expect(recent.map((entry) => entry.path).slice(0, 2)).toEqual(['/n5.tieout', '/n11.tieout']);
    expect(recent).toHaveLength(10);
  });

  it('say which are still there', async () => {
    const here = join(folder, 'My notes.tieout');
    await writeFile(here, '');
    const described = await describeRecent([
      { path: here, openedAt: 't' },
      { path: join(folder, 'gone.tieout'), openedAt: 't' },
    ]);
    expect(described.map(({ name, exists }) => [name, exists])).toEqual([
      ['My notes', true],
      ['gone', false],
    ]);
  });
});

describe('grants', () => {
  it('are used once and never guessed', async () => {
    const grants = makeGrants();
    const file = join(folder, 'a.txt');
    await writeFile(file, 'words');
    const {
      grants: [grant],
    } = await grants.give([file]);
    expect(grant).toMatchObject({ name: 'a.txt', bytes: 5 });
    expect(grants.take(grant?.token ?? '')).toEqual({ path: file, name: 'a.txt' });
    expect(() => grants.take(grant?.token ?? '')).toThrow(/again/);
    expect(() => grants.take(file)).toThrow(/again/);
    expect(grants.take(grants.again(file, 'a.txt'))).toEqual({ path: file, name: 'a.txt' });
  });
});

describe('restarts', () => {
  it('are allowed three times a minute', () => {
    const restarts = countRestarts();
    expect([0, 1000, 2000, 3000].map(restarts.allow)).toEqual([true, true, true, false]);
    expect(restarts.allow(120_000)).toBe(true);
  });
});
