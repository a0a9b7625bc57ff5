// `kill -9` of a process that is editing a notebook, at many random moments: nothing that it acknowledged is ever lost.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Notebook } from '../../src/main/notebook/notebook';
import { commit, figuresOf, file } from '../main/notebook/support';
import { bundle } from '../support/bundle.mjs';
import { crashOnce, type Victim } from './crash';

const KILLS = 50;
const LATEST_MS = 60;

async function startWriter(program: string, path: string): Promise<Victim> {
  const child = fork(join(import.meta.dirname, 'writer.mjs'), [program, path], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return { edit: editor(child), kill: killer(child) };
}

function editor(child: ChildProcess): Victim['edit'] {
  let n = 0;
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  child.on('message', (answer: { n: number; reply: { ok: boolean } }) => {
    const promise = waiting.get(answer.n);
    waiting.delete(answer.n);
    if (answer.reply.ok) promise?.resolve();
    else promise?.reject(new Error(JSON.stringify(answer.reply)));
  });
  return ({ figure, note }) =>
    new Promise((resolve, reject) => {
      n += 1;
      waiting.set(n, { resolve, reject });
      const request = { edits: [{ id: figure, set: { note } }] };
      child.send({ n, message: 'figure.update', request }, (error) => error && reject(error));
    });
}

function killer(child: ChildProcess): Victim['kill'] {
  return async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
}

test(`${KILLS} kills lose no acknowledged edit and leave a whole notebook`, async () => {
  const program = join(await bundle({ notebook: 'src/main/notebook/notebook.ts' }), 'notebook.js');
  const path = file();
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  commit(notebook);
  const figures = figuresOf(notebook).map((figure) => figure.id);
  notebook.close();
  let acknowledged = 0;
  for (let run = 0; run < KILLS; run += 1) {
    const victim = await startWriter(program, path);
    const done = await crashOnce(path, victim, { figures, afterMs: Math.random() * LATEST_MS, run });
    acknowledged += done.acknowledged;
  }
  // The kills came while edits streamed, not before.
  expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
});
