/**
 * The cases of the campaign that need the real app. Each launches it once and says what came of it; the caller brings the
 * launch, so that the command and the Electron tests use the same.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import type { LaunchedApp, LaunchOptions } from '../../scripts/lib/app.mjs';
import { Notebook } from '../../src/main/notebook/notebook';
import type { Random } from '../fuzz/random';
import type { Result } from './case';
import { judge } from './judge';
import { grownIn, leaksIn, type Loads, loadsOf } from './load';
import { payload, PAYLOAD_FORMATS } from './payloads';
import { watched } from './silence';

export interface AppRound {
  readonly random: Random;
  /** A notebook of its own in a folder of its own. */
  readonly path: string;
  readonly launch: (options: LaunchOptions) => Promise<LaunchedApp>;
  /** Path of the Electron program, for a case that wraps it. */
  readonly program: string;
  /** Calls, payloads or turns of one round. */
  readonly size: number;
}
export type AppCase = (round: AppRound) => Promise<Result>;

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}
interface Bridge {
  readonly [message: string]: (request: unknown) => Promise<Answer>;
}
const ask = (page: Page, message: string, request: unknown): Promise<Answer> =>
  page.evaluate(([name, body]) => (window as unknown as { tieout: Bridge }).tieout[name]!(body), [
    message,
    request,
  ] as const);

const shown = (page: Page): Promise<void> =>
  page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: 120_000 });

/** Main and all that it started, at once, as when the machine takes them. */
async function killAll({ app }: LaunchedApp): Promise<void> {
  const child = app.process();
  const { pid } = child;
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  if (pid !== undefined) {
    for (const one of [...descendants(pid), pid]) {
      try {
        process.kill(one, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
  }
  await ended;
}

function descendants(pid: number): readonly number[] {
  try {
    const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    return found
      .split('\n')
      .map(Number)
      .filter(Boolean)
      .flatMap((one) => [...descendants(one), one]);
  } catch {
    return [];
  }
}

/** A person types into a report and everything is killed: what was typed over a second before is in the notebook. */
const typing: AppCase = async ({ random, path, launch }) => {
  const launched = await launch({ notebook: path });
  const { page, userDataDir } = launched;
  let report = '';
  const typed: { readonly text: string; readonly at: number }[] = [];
  let said = '';
  let killedAt = 0;
  try {
    await shown(page);
    const made = await ask(page, 'report.create', { title: 'Typed', body: { type: 'doc' }, language: 'en' });
    report = (made.value as { id: string }).id;
    await page.locator('[data-view-button="report"]').first().click();
    await page.locator('.ProseMirror').first().waitFor({ timeout: 60_000 });
    await page.locator('.ProseMirror').first().click();
    const until = Date.now() + 1500 + random.below(3000);
    let text = '';
    for (let n = 0; Date.now() < until; n += 1) {
      text += `w${n} `;
      // oxlint-disable-next-line no-await-in-loop -- a person types one word after the other
      await page.keyboard.type(`w${n} `);
      typed.push({ text, at: Date.now() });
      if (n % 8 === 0) {
        const body = `kept ${n}`;
        // oxlint-disable-next-line no-await-in-loop -- acknowledged before the next word
        if ((await ask(page, 'note.save', { id: null, body, figure: null, document: null })).ok)
          said += `ack ${body}\n`;
      }
    }
  } finally {
    killedAt = Date.now();
    await killAll(launched);
    await launched.close().catch(() => undefined);
    execFileSync('rm', ['-rf', userDataDir]);
  }
  const { acknowledged, faults } = judge(path, said);
  const lost = lostMs(path, report, typed, killedAt);
  return {
    counts: { acknowledged, words: typed.length, 'over 1 s lost': lost > 1000 ? 1 : 0, 'ms lost': lost },
    faults: lost > 1500 ? [...faults, `typing of the last ${lost} ms is lost`] : faults,
  };
};

/** How long before the end the last word was typed that is in the notebook. */
function lostMs(
  path: string,
  report: string,
  typed: readonly { text: string; at: number }[],
  killedAt: number,
): number {
  const notebook = Notebook.open(path, { automaticBackups: false });
  try {
    const body = JSON.stringify(notebook.call('report.read', { id: report }).body);
    const first = typed.find(({ text }) => !body.includes(text.trim()));
    return first === undefined ? 0 : killedAt - first.at;
  } finally {
    notebook.close();
  }
}

/** Messages that show a dialog of the system or end the app: a person must answer those. */
const DIALOGS = /Dialog$|pick|import\.folder|saveAs|salvage|quit|close|reveal|restore|export\.save|theme/i;

const junk = (random: Random, depth = 0): unknown => {
  const pick = depth > 4 ? random.below(5) : random.below(16);
  if (pick === 0) return null;
  if (pick === 1) return random.below(2) === 0;
  if (pick === 2) return random.pick([0, -1, 1e308, -1e308, 0.1, 2 ** 53]);
  if (pick === 3) return 'x'.repeat(random.pick([0, 1, 300, 70_000]));
  if (pick === 4)
    return random.pick(['__proto__', 'constructor', '../../etc/passwd', '\u0000', '\ud800', '<b>', '=1+1']);
  if (pick < 8) return Array.from({ length: random.below(5) }, () => junk(random, depth + 1));
  if (pick === 8) return JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  if (pick === 9) return Array.from({ length: 20_000 }, (_, n) => n);
  const keys = [
    'id',
    'filter',
    'sort',
    'start',
    'end',
    'text',
    'limit',
    'body',
    'title',
    'figure',
    'set',
    'ids',
    'place',
  ];
  return Object.fromEntries(
    Array.from({ length: random.below(6) }, () => [random.pick(keys), junk(random, depth + 1)]),
  );
};

/** Anything at all through the bridge: answered in words, nothing polluted, main alive. */
const ipc: AppCase = async ({ random, path, launch, size }) => {
  const launched = await launch({ notebook: path });
  const { page } = launched;
  const faults: string[] = [];
  try {
    await shown(page);
    const names = await page.evaluate(() => Object.keys((window as unknown as { tieout: object }).tieout));
    const asked = names.filter((name) => name.includes('.') && !DIALOGS.test(name));
    for (let n = 0; n < size; n += 1) {
      const [message, request] = [random.pick(asked), junk(random)];
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault has its call
      const reply = await ask(page, message, request).catch((error: unknown): Answer => {
        const words = String(error);
        return { ok: /could not be cloned|serial/.test(words), error: { code: 'thrown', message: words } };
      });
      if (!reply.ok && (reply.error?.code === 'E_BUG' || reply.error?.code === 'thrown'))
        faults.push(`${message} ${JSON.stringify(request)?.slice(0, 120)}: ${reply.error.message.slice(0, 160)}`);
    }
    const polluted = await page.evaluate(() => 'polluted' in {});
    const inMain = await launched.app.evaluate(() => 'polluted' in {});
    if (polluted || inMain) faults.push('a prototype was polluted');
    if (!(await ask(page, 'notebook.info', {})).ok) faults.push('the notebook no longer answers');
  } finally {
    await launched.close();
  }
  return { counts: { calls: size }, faults: [...faults, ...judge(path, '').faults] };
};

/** Payloads in every text that a stranger or a person can bring in, shown in every view: none of them runs. */
const xss: AppCase = async ({ random, path, launch, size }) => {
  const launched = await launch({ notebook: path });
  const { page, app } = launched;
  const faults: string[] = [];
  let dialogs = 0;
  let taken = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    dialog.dismiss().catch(() => undefined);
  });
  try {
    await shown(page);
    const batch = Array.from({ length: size }, () => payload(random));
    // A text with a zero byte is refused whole: what one payload has must not keep the others out.
    const written = batch.map((words) => words.replaceAll('\0', ''));
    for (const format of PAYLOAD_FORMATS) {
      // oxlint-disable-next-line no-await-in-loop -- one plan is open at a time
      if (await importPasted(page, format.as, format.write(written))) taken += size;
      else faults.push(`a paste as ${format.as} was not imported, so that nothing was tried`);
    }
    for (const words of batch.slice(0, 30)) {
      // oxlint-disable-next-line no-await-in-loop -- through the one writer
      await ask(page, 'note.save', { id: null, body: words, figure: null, document: null });
      // oxlint-disable-next-line no-await-in-loop -- through the one writer
      await ask(page, 'report.create', {
        title: words.slice(0, 200) || 'x',
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words || 'x' }] }] },
        language: 'en',
      });
    }
    await throughViews(page, async (view) => {
      faults.push(...(await stirred(page)).map((one) => `${view}: ${one}`));
    });
    if (dialogs > 0) faults.push(`${dialogs} dialogs were shown`);
    if (app.windows().length !== 1) faults.push('a window was opened');
  } finally {
    await launched.close();
  }
  return { counts: { payloads: size, imported: taken }, faults };
};

const stirred = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if ('__pwn' in window) found.push('a payload ran');
    const bad = document.querySelectorAll(
      'iframe, object, embed, base, meta[http-equiv="refresh"], [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], a[href^="javascript:" i], img[src^="http"]',
    );
    if (bad.length > 0) found.push(`${bad.length} elements of a payload stand in the page`);
    return found;
  });

/** Through its plan; what has nothing to keep, or is refused in words, is closed again. */
async function importPasted(page: Page, format: 'text' | 'html' | 'table', paste: string): Promise<boolean> {
  await ask(page, 'import.start', { paste, format, title: 'Payloads' });
  const plan = page.locator('[data-import-plan]');
  const planned = await plan.waitFor({ timeout: 60_000 }).then(
    () => true,
    () => false,
  );
  if (!planned) return false;
  const commit = page.locator('[data-commit-import]:enabled');
  const allowed = await commit.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  if (allowed) await commit.click();
  else await page.keyboard.press('Escape');
  await plan.waitFor({ state: 'detached', timeout: 60_000 });
  return allowed;
}

/** Imports, previews and undos over and over: after the first turns no process holds more than it did. */
const soak: AppCase = async ({ path, launch, size }) => {
  const launched = await launch({ notebook: path });
  const { page, app } = launched;
  const pid = app.process().pid ?? 0;
  const turns: Loads[] = [];
  try {
    await shown(page);
    for (let n = 0; n < size; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one turn after the other
      await importPasted(page, 'text', `Note ${n}\n\nRevenue was $${n}.1 million, up 3%.\n`);
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { value } = await ask(page, 'document.list', {});
      const document = (value as { id: string }[])[0]?.id ?? '';
      // oxlint-disable-next-line no-await-in-loop -- the same
      await ask(page, 'export.preview', { what: { document }, format: 'pdf' });
      // oxlint-disable-next-line no-await-in-loop -- the same
      await ask(page, 'history.undo', {});
      turns.push(loadsOf(pid, descendants(pid)));
    }
  } finally {
    await launched.close();
  }
  return { counts: { turns: size, ...grownIn(turns) }, faults: leaksIn(turns) };
};

/** A person imports hostile pages, goes through all views, searches, previews and undoes: nothing leaves the machine. */
const silence: AppCase = async ({ random, path, launch, program, size }) => {
  const { options, found } = watched(path, program);
  const launched = await launch(options);
  const { page } = launched;
  try {
    await shown(page);
    for (let n = 0; n < size; n += 1) {
      const html = PAYLOAD_FORMATS.find(({ as }) => as === 'html');
      const batch = Array.from({ length: 10 }, () => payload(random).replaceAll('\0', ''));
      // oxlint-disable-next-line no-await-in-loop -- one turn after the other
      await importPasted(page, 'html', `${REMOTE}${html?.write(batch) ?? ''}`);
      // oxlint-disable-next-line no-await-in-loop -- the same
      await importPasted(page, 'text', `Note ${n}\n\nRevenue was $${n}.1 million, see https://example.com/${n}.\n`);
      // oxlint-disable-next-line no-await-in-loop -- the same
      await throughViews(page);
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { value } = await ask(page, 'document.list', {});
      const document = (value as { id: string }[])[0]?.id ?? '';
      // oxlint-disable-next-line no-await-in-loop -- the same
      await ask(page, 'export.preview', { what: { document }, format: 'pdf' });
      // oxlint-disable-next-line no-await-in-loop -- the same
      await ask(page, 'history.undo', {});
    }
  } finally {
    await launched.close();
  }
  const { faults, events, calls } = found();
  return { counts: { turns: size, 'network events': events, 'socket calls': calls }, faults };
};

/** What a page of the web would load, each from a host of its own. */
const REMOTE = [
  '<img src="https://a.example.com/i.png" srcset="https://b.example.com/2x.png 2x">',
  '<link rel="stylesheet" href="https://c.example.com/s.css"><link rel="preconnect" href="https://d.example.com">',
  '<link rel="dns-prefetch" href="https://e.example.com"><style>@import url(https://f.example.com/f.css);</style>',
  '<iframe src="https://g.example.com/"></iframe><video src="https://h.example.com/v.mp4" autoplay></video>',
  '<p>Revenue was $3.1 million <a href="https://i.example.com/" ping="https://j.example.com/">here</a>.</p>',
].join('');

/** Shows every view in turn and waits until it shows its data; then `look` is called with its name. */
async function throughViews(page: Page, look?: (view: string) => Promise<void>): Promise<void> {
  for (const view of ['library', 'reader', 'figures', 'sources', 'audit', 'thesis', 'report']) {
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    await page.locator(`[data-view-button="${view}"]`).first().click();
    // oxlint-disable-next-line no-await-in-loop -- until it shows its data
    await page.locator(`[data-view="${view}"][data-ready="true"]`).first().waitFor({ timeout: 60_000 });
    // oxlint-disable-next-line no-await-in-loop -- what it drew
    await look?.(view);
  }
}

export const APP_CASES: Readonly<Record<string, { readonly work: AppCase; readonly size: number }>> = {
  typing: { work: typing, size: 1 },
  ipc: { work: ipc, size: 400 },
  xss: { work: xss, size: 100 },
  soak: { work: soak, size: 40 },
  silence: { work: silence, size: 4 },
};
