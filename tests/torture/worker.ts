/**
 * What is killed: does one operation on a notebook again and again, and says on its output what was acknowledged, a line
 * each, before it goes on. `worker.js OPERATION NOTEBOOK [TIMES]`
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder } from '../../src/main/notebook/backups/backup-folder';
import { copyVerified, listBackups, restoreNotebook } from '../../src/main/notebook/backups/backups';
import { Notebook } from '../../src/main/notebook/notebook';
import { salvage } from '../../src/main/notebook/backups/salvage';
import { saveAs } from '../../src/main/notebook/backups/save-as';
import { cannotWrite } from '../../src/main/storage/errors';
import { writeWhole } from '../../src/main/storage/whole-file';
import { TieoutError } from '../../src/contract/errors';
import { ASKED } from './asked';
import { saveNote } from './save-note';

const say = (line: string): void => void writeSync(1, `${line}\n`);

const open = (path: string): Notebook => Notebook.open(path, { create: true, shared: true, automaticBackups: false });

function edit(path: string, round: number): void {
  const notebook = open(path);
  for (let n = 0; n < 3; n += 1) {
    const body = `kept ${process.pid} ${round} ${n}`;
    saveNote(notebook, body);
    say(`ack ${body}`);
  }
  if (round % 3 === 2) notebook.look();
  notebook.close();
}

const operations: Readonly<Record<string, (path: string, round: number) => void>> = {
  edit,
  open: (path) => open(path).close(),
  create: (path, round) => open(join(path, '..', `new-${round}.tieout`)).close(),
  backup: (path) => {
    const notebook = open(path);
    notebook.call('backup.now', {});
    notebook.close();
  },
  restore: (path) => {
    const [copy] = listBackups(path);
    if (copy) restoreNotebook(join(backupFolder(path), copy.name), path, new Date().toISOString());
  },
  copy: (path, round) => {
    const notebook = Notebook.open(path, { readOnly: true });
    copyVerified(notebook.context.db, join(path, '..', `copy-${round}.tieout`));
    notebook.close();
  },
  'save-as': (path, round) => {
    const notebook = open(path);
    saveAs(notebook.context.db, join(path, '..', `as-${round}.tieout`));
    notebook.close();
  },
  salvage: (path, round) => {
    salvage(path, join(path, '..', `salvaged-${round}.tieout`), new Date().toISOString());
  },
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
      writeWhole(target, Buffer.alloc(100_000, 'new,'));
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
