// A log that was deleted, or an older copy in the notebook's place, is noticed by the number of changes kept elsewhere.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { backupFolder } from '../../../../src/main/notebook/backups/backup-folder';
import { restoreNotebook } from '../../../../src/main/notebook/backups/backups';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, file, folder, notebookAt } from '../support';

const WITH_COUNT = { automaticBackups: true };
const save = (notebook: Notebook, body: string): unknown =>
  notebook.call('note.save', { id: null, body, figure: null, document: null });

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof TieoutError ? error.code : String(error);
  }
  return 'opened';
}

/** A notebook at rest of which `older` is the state three changes ago. */
function withOlder(): { readonly path: string; readonly older: string } {
  const path = file();
  const notebook = notebookAt(path, WITH_COUNT);
  commit(notebook);
  notebook.close();
  const older = join(folder(), 'older.tieout');
  copyFileSync(path, older);
  const again = notebookAt(path, WITH_COUNT);
  for (const body of ['a', 'b', 'c']) save(again, body);
  again.close();
  return { path, older };
}

describe('changes that are missing', () => {
  test('because an older copy was put in its place: said, with how many, and opened as it is when asked', () => {
    const { path, older } = withOlder();
    copyFileSync(older, path);
    expect(codeOf(() => notebookAt(path, WITH_COUNT))).toBe('E_ROLLED_BACK');
    expect(() => notebookAt(path, WITH_COUNT)).toThrow(/lacks its last 3 changes/);
    // Reading loses nothing.
    notebookAt(path, { readOnly: true }).close();
    const open = notebookAt(path, { ...WITH_COUNT, acceptMissing: true });
    save(open, 'd');
    open.close();
    expect(codeOf(() => notebookAt(path, WITH_COUNT))).toBe('opened');
  });

  test('because the log was deleted after a crash', () => {
    const path = file();
    const notebook = notebookAt(path, WITH_COUNT);
    commit(notebook);
    notebook.look();
    const early = join(folder(), 'early.tieout');
    copyFileSync(path, early);
    save(notebook, 'only in the log');
    notebook.look();
    notebook.close();
    // As the disk would be: the file as it was before, its log gone.
    copyFileSync(early, path);
    rmSync(`${path}-wal`, { force: true });
    expect(codeOf(() => notebookAt(path, WITH_COUNT))).toBe('E_ROLLED_BACK');
  });

  test('are not looked for after a restore, in another notebook of the name, or where the number cannot be read', () => {
    const { path, older } = withOlder();
    const other = file();
    const different = notebookAt(other, { now: () => '2020-01-01T00:00:00.000Z' });
    save(different, 'x');
    different.close();
    copyFileSync(other, path);
    expect(codeOf(() => notebookAt(path, WITH_COUNT).close())).toBe('opened');
    const again = withOlder();
    restoreNotebook(older, again.path, '2026-11-23T04:00:00.000Z');
    expect(codeOf(() => notebookAt(again.path, WITH_COUNT).close())).toBe('opened');
    const third = withOlder();
    copyFileSync(third.older, third.path);
    writeFileSync(join(backupFolder(third.path), 'last-change.json'), '{"revision":"many"');
    expect(codeOf(() => notebookAt(third.path, WITH_COUNT).close())).toBe('opened');
  });
});
