// `kill -9` of the whole app, window, main and notebook process together, at random moments while edits stream from the
// window: no edit that the window was told is committed is ever lost, and the notebook is whole each time.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { launchTieout } from '../e2e/support/launch';
import { bundle } from '../support/bundle.mjs';

const KILLS = 50;
const LATEST_MS = 500;

interface OpenNotebook {
  call(
    message: 'figure.page',
    request: object,
  ): { readonly rows: readonly { readonly id: string; readonly note: string }[] };
  readonly context: unknown;
  close(): void;
}
interface Tools {
  readonly Notebook: { open(path: string, options: object): OpenNotebook };
  readonly checkNotebook: (context: unknown) => readonly unknown[];
}

interface Edit {
  readonly figure: string;
  readonly note: string;
}

/** Launches, streams edits from the window, kills everything at a random moment. Answers what was acknowledged and sent. */
async function streamAndKill(
  notebook: string,
  run: number,
): Promise<{ acknowledged: Map<string, string>; sent: Map<string, Set<string>> }> {
  const { app, page, userDataDir } = await launchTieout({ notebook });
  const acknowledged = new Map<string, string>();
  const sent = new Map<string, Set<string>>();
  let first: (() => void) | undefined;
  const streaming = new Promise<void>((resolve) => {
    first = resolve;
  });
  await page.exposeFunction('report', (kind: 'sent' | 'acknowledged', { figure, note }: Edit) => {
    if (kind === 'sent') sent.set(figure, (sent.get(figure) ?? new Set()).add(note));
    else acknowledged.set(figure, note);
    if (kind === 'acknowledged') first?.();
  });
  const stream = page.evaluate(async (name) => {
    const bridge = window as unknown as {
      report: (kind: string, edit: object) => Promise<void>;
      tieout: Record<string, (request: object) => Promise<{ ok: boolean; value: { rows: { id: string }[] } }>>;
    };
    const { value } = await bridge.tieout['figure.page']!({ filter: {}, sort: [], start: 0, end: 20 });
    for (let n = 0; ; n += 1) {
      const edit = { figure: value.rows[n % value.rows.length]!.id, note: `${name} edit ${n}` };
      await bridge.report('sent', edit);
      const reply = await bridge.tieout['figure.update']!({ edits: [{ id: edit.figure, set: { note: edit.note } }] });
      if (reply.ok) await bridge.report('acknowledged', edit);
    }
  }, `run ${run}`);
  const ended = stream.catch(() => undefined);
  await streaming;
  const program = app.process();
  const gone = once(program, 'exit');
  const moment = Math.random() * LATEST_MS;
  await new Promise((resolve) => {
    setTimeout(resolve, moment);
  });
  // The program leads a process group: window, notebook process and helpers go with it.
  process.kill(-(program.pid ?? Number.NaN), 'SIGKILL');
  await Promise.all([gone, ended]);
  await rm(userDataDir, { recursive: true, force: true });
  return { acknowledged, sent };
}

test(`${KILLS} kills of the whole app lose no acknowledged edit`, async () => {
  test.setTimeout(10 * 60_000);
  const folder = await mkdtemp(join(tmpdir(), 'tieout-kill-'));
  const notebook = join(folder, 'killed.tieout');
  const built = await bundle({ notebook: 'src/main/notebook/notebook.ts', check: 'src/main/notebook/check.ts' });
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(join(built, `${name}.js`)).href);
  const { Notebook, checkNotebook } = {
    ...((await load('notebook')) as object),
    ...((await load('check')) as object),
  } as Tools;
  await promisify(execFile)(process.execPath, [
    'scripts/tieout.mjs',
    'import',
    'resources/samples/northlight-half-year.txt',
    '--notebook',
    notebook,
  ]);
  let total = 0;
  for (let run = 0; run < KILLS; run += 1) {
    const { acknowledged, sent } = await streamAndKill(notebook, run);
    const opened = Notebook.open(notebook, { automaticBackups: false });
    try {
      const notes = new Map(
        opened.call('figure.page', { filter: {}, sort: [], start: 0, end: 20 }).rows.map((row) => [row.id, row.note]),
      );
      for (const [figure, note] of acknowledged) {
        // The edit under way when the kill came may be committed without having been acknowledged; an older one may not stand.
        const number = (text: string | undefined) => Number(/edit (\d+)$/.exec(text ?? '')?.[1] ?? -1);
        expect(sent.get(figure), `figure ${figure} of run ${run}`).toContain(notes.get(figure));
        expect(number(notes.get(figure))).toBeGreaterThanOrEqual(number(note));
      }
      expect(checkNotebook(opened.context)).toEqual([]);
    } finally {
      opened.close();
    }
    total += acknowledged.size;
  }
  // The kills came while edits streamed, not before.
  expect(total).toBeGreaterThanOrEqual(KILLS);
  await rm(folder, { recursive: true, force: true });
});
