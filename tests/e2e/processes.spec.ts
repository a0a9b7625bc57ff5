// What happens when a process dies, a notebook cannot be opened, or the program is started twice.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import Database from 'better-sqlite3';
import { expect, test, type Page } from '@playwright/test';
import { appArguments, launchApp } from '../../scripts/lib/app.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { ask } from '../security/support';
import { launchTieout } from './support/launch';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-processes-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts listening for an event of main, with this `stage` where one is given; `heard` waits for it. */
async function listenFor(page: Page, event: string, stage?: string): Promise<() => Promise<unknown>> {
  await page.evaluate(
    ([name, wanted]) => {
      const bridge = (
        window as unknown as { tieout: { on: (event: string, listener: (payload: unknown) => void) => void } }
      ).tieout;
      Object.assign(window, {
        [`heard:${name}`]: new Promise((resolve) => {
          bridge.on(name, (payload) => {
            if (wanted === undefined || (payload as { stage?: string }).stage === wanted) resolve(payload);
          });
        }),
      });
    },
    [event, stage] as const,
  );
  return () => page.evaluate((name) => (window as unknown as Record<string, Promise<unknown>>)[`heard:${name}`], event);
}

const sqlite = (path: string, work: (db: Database.Database) => void): void => {
  const db = new Database(path);
  work(db);
  db.close();
};

const notebookPid = (launched: Awaited<ReturnType<typeof launchTieout>>): Promise<number> =>
  launched.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Tieout notebook')?.pid ?? 0);

const shownFailure = (page: Page) => page.locator('[data-notebook-failed]');

test('a notebook process that is killed comes back with every acknowledged edit', async () => {
  const launched = await launchTieout();
  try {
    const { page } = launched;
    const heard = await listenFor(page, 'notebook.restarted');
    const save = (n: number) => ask(page, 'note.save', { id: null, body: `note ${n}`, figure: null, document: null });
    const acknowledged: number[] = [];
    const stream = Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const reply = await save(n);
        if (reply.ok) acknowledged.push(n);
        else expect(reply.error?.code).toBe('E_RESTARTED');
      }),
    );
    await save(1000);
    process.kill(await notebookPid(launched), 'SIGKILL');
    await stream;
    expect(await heard()).toMatchObject({ reason: expect.stringContaining('started again') });
    const { value } = await ask(page, 'note.list', {});
    const bodies = new Set((value as { body: string }[]).map(({ body }) => body));
    expect(acknowledged.filter((n) => !bodies.has(`note ${n}`))).toEqual([]);
    expect(bodies).toContain('note 1000');
    expect(await save(2000)).toMatchObject({ ok: true });
  } finally {
    await launched.close();
  }
});

for (const [how, says] of [
  ['dies', 'Everything saved is in the notebook'],
  ['no longer answers', 'The window is not responding'],
] as const) {
  test(`a page that ${how} is offered again and shows what was saved`, async () => {
    const launched = await launchTieout();
    try {
      const { app, page } = launched;
      await ask(page, 'note.save', { id: null, body: 'kept', figure: null, document: null });
      const notes = await app.evaluate(async ({ BrowserWindow, dialog }, what) => {
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('there is no window');
        const asked = new Promise<string>((resolve) => {
          dialog.showMessageBox = (...given: unknown[]) => {
            resolve((given[1] as { message: string }).message);
            return Promise.resolve({ response: 0, checkboxChecked: false });
          };
        });
        const loaded = new Promise<void>((resolve) => {
          window.webContents.once('did-finish-load', () => resolve());
        });
        // Chromium says so itself only after a key that nothing heeds for half a minute.
        if (what === 'dies') window.webContents.forcefullyCrashRenderer();
        else window.emit('unresponsive');
        const message = await asked;
        await loaded;
        const reply: unknown = await window.webContents.executeJavaScript(`window.tieout['note.list']({})`);
        return { message, reply };
      }, how);
      expect(notes.message).toContain(says);
      expect(notes.reply).toMatchObject({ ok: true, value: [{ body: 'kept' }] });
    } finally {
      await launched.close();
    }
  });
}

test('a bug in main stops nobody from working, and quitting closes the notebook', async () => {
  const userDataDir = await mkdtemp(join(folder, 'bug-'));
  const launched = await launchTieout({ userDataDir });
  const said: string[] = [];
  launched.app.process().stderr?.on('data', (words: Buffer) => said.push(words.toString()));
  await launched.app.evaluate(() => {
    setImmediate(() => {
      throw new Error('nobody expected this');
    });
    // oxlint-disable-next-line typescript/no-floating-promises -- that nobody heeds it is what is tried
    Promise.reject(new Error('nor this'));
  });
  await expect.poll(() => said.join('')).toContain('nobody expected this');
  const saved = await ask(launched.page, 'note.save', { id: null, body: 'after it', figure: null, document: null });
  expect(saved).toMatchObject({ ok: true });
  await launched.close();
  const path = join(userDataDir, 'Sample notebook.tieout');
  sqlite(path, (db) => expect(db.prepare('SELECT body FROM note').all()).toEqual([{ body: 'after it' }]));
});

test('a backup is restored under the open window, which goes on working', async () => {
  const launched = await launchTieout();
  try {
    const { page } = launched;
    const notes = async () => ((await ask(page, 'note.list', {})).value as { body: string }[]).map(({ body }) => body);
    const save = (body: string) => ask(page, 'note.save', { id: null, body, figure: null, document: null });
    await save('before');
    const backup = (await ask(page, 'backup.now', {})).value as { name: string };
    await save('after');
    const heard = await listenFor(page, 'notebook.switched');
    expect(await ask(page, 'notebook.restoreBackup', { name: backup.name })).toEqual({
      ok: true,
      value: { restored: true },
    });
    await heard();
    expect(await notes()).toEqual(['before']);
    await save('later');
    expect((await notes()).sort()).toEqual(['before', 'later']);
    expect(await ask(page, 'notebook.restoreBackup', { name: '../../etc/passwd' })).toMatchObject({ ok: false });
    expect((await notes()).sort()).toEqual(['before', 'later']);
  } finally {
    await launched.close();
  }
});

for (const how of ['quitting', 'closing the window', 'a signal to end'] as const) {
  test(`${how} closes the notebook properly, so that one plain file is left`, async () => {
    const userDataDir = await mkdtemp(join(folder, 'closing-'));
    const launched = await launchTieout({ userDataDir });
    await ask(launched.page, 'note.save', { id: null, body: 'last words', figure: null, document: null });
    const ended = new Promise((resolve) => {
      launched.app.process().once('exit', resolve);
    });
    if (how === 'a signal to end') launched.app.process().kill('SIGTERM');
    else {
      await launched.app.evaluate(({ app, BrowserWindow }, what) => {
        // After this answer: the connection that asks ends with the program.
        setImmediate(() => (what === 'quitting' ? app.quit() : BrowserWindow.getAllWindows()[0]?.close()));
      }, how);
    }
    await ended;
    const path = join(userDataDir, 'Sample notebook.tieout');
    expect((await readdir(userDataDir)).filter((name) => name.startsWith('Sample notebook.tieout-'))).toEqual([]);
    sqlite(path, (db) => expect(db.prepare('SELECT body FROM note').all()).toEqual([{ body: 'last words' }]));
  });
}

test('an import that is cancelled leaves no process, no plan and no change', async () => {
  const launched = await launchTieout();
  try {
    const { app, page } = launched;
    // What the audit derives may still be settling; what the import could have added may not change.
    const contents = async () => {
      const { value } = await ask(page, 'notebook.info', {});
      const { revision, undo, documents, figures, sources } = value as Record<string, unknown>;
      return { revision, undo, documents, figures, sources };
    };
    const before = await contents();
    const stages = await page.evaluate(async () => {
      interface Progress {
        readonly job: string;
        readonly stage: string;
      }
      interface Bridge {
        readonly on: (event: 'import.progress', listener: (progress: Progress) => void) => void;
        readonly 'import.start': (request: unknown) => Promise<{ value: { job: string } }>;
        readonly 'import.cancel': (request: unknown) => Promise<unknown>;
      }
      const bridge = (window as unknown as { tieout: Bridge }).tieout;
      const heard: string[] = [];
      const ended = new Promise<void>((resolve) => {
        bridge.on('import.progress', ({ job, stage }) => {
          heard.push(stage);
          if (stage === 'reading') void bridge['import.cancel']({ job });
          if (['planned', 'failed', 'cancelled'].includes(stage)) resolve();
        });
      });
      await bridge['import.start']({
        paste: 'Revenue was $5.1 billion, up 7%. '.repeat(60_000),
        format: 'text',
        title: 'Long',
      });
      await ended;
      return heard;
    });
    expect(stages.at(-1)).toBe('cancelled');
    expect(await contents()).toEqual(before);
    await expect
      .poll(() =>
        app.evaluate(({ app: main }) => main.getAppMetrics().filter(({ name }) => name === 'Tieout import').length),
      )
      .toBe(0);
  } finally {
    await launched.close();
  }
});

test('an import whose process is killed says so, and leaves no plan and no change', async () => {
  const launched = await launchTieout();
  try {
    const { app, page } = launched;
    const before = (await ask(page, 'history.list', { limit: 1 })).value;
    const heard = await listenFor(page, 'import.progress', 'failed');
    await ask(page, 'import.start', {
      paste: 'Revenue was $5.1 billion, up 7%. '.repeat(60_000),
      format: 'text',
      title: 'Long',
    });
    const pid = (): Promise<number> =>
      app.evaluate(({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Tieout import')?.pid ?? 0);
    await expect.poll(pid).toBeGreaterThan(0);
    process.kill(await pid(), 'SIGKILL');
    expect(await heard()).toMatchObject({ stage: 'failed', plan: null, error: { code: 'E_MEMORY' } });
    expect((await ask(page, 'history.list', { limit: 1 })).value).toEqual(before);
    await expect(page.locator('[data-import-plan]')).toHaveCount(0);
  } finally {
    await launched.close();
  }
});

const BAD: readonly (readonly [string, string, (path: string) => Promise<void>])[] = [
  ['E_EMPTY', 'empty', (path) => writeFile(path, '')],
  ['E_FOREIGN', 'foreign', (path) => writeFile(path, 'just words, and no database at all\n'.repeat(50))],
  ['E_FOREIGN', 'another database', async (path) => sqlite(path, (db) => db.exec('CREATE TABLE t (a)'))],
  [
    'E_NEWER',
    'newer',
    async (path) =>
      sqlite(path, (db) => {
        const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
        db.pragma(`user_version = ${version + 1000}`);
      }),
  ],
  [
    'E_DAMAGED',
    'damaged',
    async (path) => {
      const bytes = await readFile(path);
      bytes.fill(0x5a, 4096, Math.min(bytes.length, 40_960));
      await writeFile(path, bytes);
    },
  ],
];

test('a notebook that cannot be opened says so, stays untouched, and another can be opened', async () => {
  test.setTimeout(180_000);
  const good = await launchTieout();
  const sample = join(good.userDataDir, 'Sample notebook.tieout');
  await good.app.close();
  const hash = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  try {
    for (const [code, name, spoil] of BAD) {
      const path = join(folder, `${name}.tieout`);
      // oxlint-disable no-await-in-loop -- one start after the other
      if (code !== 'E_EMPTY' && name !== 'foreign' && name !== 'another database') await copyFile(sample, path);
      await spoil(path);
      const before = await hash(path);
      const launched = await launchApp({ notebook: path });
      try {
        await shownFailure(launched.page).waitFor();
        expect([name, await shownFailure(launched.page).getAttribute('data-notebook-failed')]).toEqual([name, code]);
        expect(await ask(launched.page, 'notebook.info', {})).toMatchObject({ ok: false, error: { code } });
        expect(await hash(path)).toBe(before);
        await launched.app.evaluate(({ dialog }, other) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [other] });
        }, sample);
        expect(await ask(launched.page, 'notebook.openDialog', {})).toEqual({ ok: true, value: { opened: true } });
        expect(await ask(launched.page, 'notebook.info', {})).toMatchObject({ ok: true, value: { documents: 2 } });
      } finally {
        await launched.close();
      }
      // oxlint-enable no-await-in-loop
    }
  } finally {
    await rm(good.userDataDir, { recursive: true, force: true });
  }
});

test('a second start hands its notebook to the first: the same comes forward, another opens beside it', async () => {
  test.setTimeout(120_000);
  const userDataDir = join(folder, 'profile');
  await mkdir(userDataDir, { recursive: true });
  const launched = await launchTieout({ userDataDir });
  const { program } = await electronRuntime();
  const start = (notebook: string) =>
    new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, appArguments({ userDataDir, notebook }), { stdio: 'ignore' });
      child.on('error', reject);
      child.on('exit', resolve);
    });
  try {
    const sample = join(userDataDir, 'Sample notebook.tieout');
    expect(await start(sample)).toBe(0);
    expect(launched.app.windows()).toHaveLength(1);
    const other = join(folder, 'other.tieout');
    await launched.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, other);
    expect(await ask(launched.page, 'notebook.newDialog', {})).toEqual({ ok: true, value: { opened: true } });
    const opened = launched.app.waitForEvent('window');
    expect(await start(sample)).toBe(0);
    const second = await opened;
    await expect
      .poll(() => ask(second, 'notebook.info', {}))
      .toMatchObject({ ok: true, value: { name: 'Sample notebook' } });
    expect(await ask(launched.page, 'notebook.info', {})).toMatchObject({ ok: true, value: { name: 'other' } });
  } finally {
    await launched.close();
  }
});

test('a start shows the last notebook, in the theme and window it was left in', async () => {
  test.setTimeout(120_000);
  const userDataDir = join(folder, 'remembered');
  await mkdir(userDataDir, { recursive: true });
  const first = await launchTieout({ userDataDir });
  const made = join(folder, 'mine.tieout');
  await first.app.evaluate(({ BrowserWindow, dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 760 });
  }, made);
  await ask(first.page, 'notebook.newDialog', {});
  await ask(first.page, 'app.setTheme', { theme: 'dark' });
  await ask(first.page, 'prefs.set', { key: 'test.pane', value: 321 });
  await first.close();
  const second = await launchTieout({ userDataDir });
  try {
    expect(await ask(second.page, 'notebook.info', {})).toMatchObject({ value: { path: made } });
    expect(await ask(second.page, 'app.info', {})).toMatchObject({ value: { theme: 'dark' } });
    expect(await ask(second.page, 'prefs.get', { key: 'test.pane' })).toEqual({ ok: true, value: 321 });
    const [width, height] = await second.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize() ?? [],
    );
    expect([width, height]).toEqual([1100, 760]);
  } finally {
    await second.close();
  }
});
