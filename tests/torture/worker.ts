/**
 * What is killed: does one operation on a notebook again and again, and says on its output what was acknowledged, a line
 * each, before it goes on. `worker.js OPERATION NOTEBOOK [TIMES]`
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { backupFolder } from '../../src/main/notebook/backups/backup-folder';
import { copyVerified, listBackups, restoreNotebook } from '../../src/main/notebook/backups/backups';
import type { ImportResult } from '../../src/main/imports/result';
import { Notebook } from '../../src/main/notebook/notebook';
import { salvage } from '../../src/main/notebook/backups/salvage';
import { saveAs } from '../../src/main/notebook/backups/save-as';
import { cannotWrite } from '../../src/main/storage/errors';
import { writeWhole } from '../../src/main/storage/whole-file';
import { TieoutError } from '../../src/contract/errors';
import { ASKED } from './asked';
import { readyImport } from './ready-import';
import { saveNote } from './save-note';

const say = (line: string): void => void writeSync(1, `${line}\n`);

const open = (path: string): Notebook => Notebook.open(path, { create: true, shared: true, automaticBackups: false });

/** Says where that begins and ends whose system calls are counted as points of the operation. */
function counted(work: () => void): void {
  say('begin');
  work();
  say('end');
}

function inOpen(path: string, work: (notebook: Notebook) => void): void {
  const notebook = open(path);
  try {
    counted(() => work(notebook));
  } finally {
    notebook.close();
  }
}

const edit = (path: string, round: number): void =>
  inOpen(path, (notebook) => {
    for (let n = 0; n < 3; n += 1) {
      const body = `kept ${process.pid} ${round} ${n}`;
      saveNote(notebook, body);
      say(`ack ${body}`);
    }
    if (round % 3 === 2) notebook.look();
  });

/** What is undone is a change of before, so that what this run acknowledged stays. */
const undo = (path: string): void =>
  inOpen(path, (notebook) => {
    notebook.call('history.undo', {});
    const body = `kept ${process.pid}`;
    saveNote(notebook, body);
    say(`ack ${body}`);
  });

function commitReady(path: string): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `makeMasters`
  const read = deserialize(readFileSync(readyImport(path))) as ImportResult;
  inOpen(path, (notebook) => {
    const plan = notebook.stage(read);
    notebook.call('import.commit', { id: plan.id });
    notebook.settle();
    say('committed');
  });
}

const operations: Readonly<Record<string, (path: string, round: number) => void>> = {
  edit,
  undo,
  import: commitReady,
  open: (path) => {
    say('begin');
    const notebook = open(path);
    say('end');
    notebook.close();
  },
  close: (path) => {
    const notebook = open(path);
    saveNote(notebook, `kept ${process.pid}`);
    say(`ack kept ${process.pid}`);
    counted(() => notebook.close());
  },
  create: (path, round) => counted(() => open(join(path, '..', `new-${round}.tieout`)).close()),
  migrate: (path) => counted(() => open(path).close()),
  backup: (path) => inOpen(path, (notebook) => void notebook.call('backup.now', {})),
  restore: (path) => {
    const [copy] = listBackups(path);
    if (copy === undefined) throw new Error('there is no copy');
    counted(() => restoreNotebook(join(backupFolder(path), copy.name), path, new Date().toISOString()));
  },
  copy: (path, round) => {
    const notebook = Notebook.open(path, { readOnly: true });
    try {
      counted(() => copyVerified(notebook.context.db, join(path, '..', `copy-${round}.tieout`)));
    } finally {
      notebook.close();
    }
  },
  'save-as': (path, round) =>
    inOpen(path, (notebook) => saveAs(notebook.context.db, join(path, '..', `as-${round}.tieout`))),
  salvage: (path, round) =>
    counted(() => void salvage(path, join(path, '..', `salvaged-${round}.tieout`), new Date().toISOString())),
  ask: (path) => {
    const notebook = Notebook.open(path, { automaticBackups: false });
    try {
      for (const [message, request] of ASKED) {
        const reply = notebook.handle(message, request);
        if (!reply.ok)
          say(reply.error.code === 'E_BUG' ? `raw ${message}: ${reply.error.message}` : `said ${reply.error.code}`);
      }
    } finally {
      notebook.close();
    }
  },
  export: (path) => {
    const target = join(path, '..', 'export.csv');
    try {
      counted(() => writeWhole(target, Buffer.alloc(100_000, 'new,')));
    } catch (error) {
      // As the app does with what keeps an export from its place.
      throw cannotWrite(target, error);
    }
  },
};

const [operation = '', path = '', times = '1000000'] = process.argv.slice(2);
say('ready');
for (let round = 0; round < Number(times); round += 1) {
  try {
    operations[operation]?.(path, round);
  } catch (error) {
    // An expected failure with its own code is an answer; anything else is told as what it is.
    say(error instanceof TieoutError ? `refused ${error.code}` : `raw ${String(error)}`);
  }
}
