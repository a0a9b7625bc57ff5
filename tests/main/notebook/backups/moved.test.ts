// The file under an open notebook is taken away: nothing is acknowledged any more, nothing that was is lost, and there is a way on.
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireError } from '../../../../src/contract/errors';
import { backupFolder } from '../../../../src/main/notebook/backups/backup-folder';
import { listBackups } from '../../../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../../../src/main/notebook/check';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { saveAs } from '../../../../src/main/notebook/backups/save-as';
import { commit, file, folder, notebookAt } from '../support';

const save = (notebook: Notebook, body: string) =>
  notebook.handle('note.save', { id: null, body, figure: null, document: null });
const bodies = (notebook: Notebook) => notebook.call('note.list', {}).map((note) => note.body);

const TAKEN: readonly (readonly [how: string, take: (path: string) => void])[] = [
  ['removed', (path) => rmSync(path)],
  ['moved', (path) => renameSync(path, join(dirname(path), 'elsewhere.tieout'))],
  [
    'moved with its log',
    (path) => {
      renameSync(path, join(dirname(path), 'elsewhere.tieout'));
      renameSync(`${path}-wal`, join(dirname(path), 'elsewhere.tieout-wal'));
    },
  ],
  [
    'replaced by a sync client',
    (path) => {
      const other = `${path}.sync`;
      copyFileSync(path, other);
      renameSync(other, path);
    },
  ],
  ['robbed of its log', (path) => rmSync(`${path}-wal`)],
];

describe.each([true, false])('shared %s: a notebook whose file was', (shared) => {
  test.each(TAKEN)('%s', (_, take) => {
    const path = file();
    const notebook = notebookAt(path, { shared });
    commit(notebook);
    expect(save(notebook, 'before')).toMatchObject({ ok: true });
    const told: WireError[] = [];
    notebook.onLost((error) => told.push(error));
    take(path);
    expect(save(notebook, 'after')).toMatchObject({ ok: false, error: { code: 'E_MOVED' } });
    expect(save(notebook, 'after')).toMatchObject({ ok: false, error: { code: 'E_MOVED' } });
    expect(told).toMatchObject([{ code: 'E_MOVED' }]);
    // It can still be looked at, and there is a copy beside the old name.
    expect(bodies(notebook)).toEqual(['before']);
    const [copy] = listBackups(path);
    expect(bodies(notebookAt(join(backupFolder(path), copy?.name ?? ''), { readOnly: true }))).toEqual(['before']);

    const target = join(folder(), 'saved.tieout');
    saveAs(notebook.context.db, target);
    const stands = existsSync(path) ? statSync(path).ino : null;
    notebook.close();
    // What stands under the old name now is not touched; where only the log was taken, it still gets all that was saved.
    expect(existsSync(path) ? statSync(path).ino : null).toBe(stands);
    if (stands !== null) expect(bodies(notebookAt(path)).length).toBeLessThanOrEqual(1);
    const again = notebookAt(target);
    expect(checkNotebook(again.context)).toEqual([]);
    expect(save(again, 'later')).toMatchObject({ ok: true });
    expect(bodies(again)).toContain('before');
  });
});

test('is noticed without an edit', () => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  const told: WireError[] = [];
  notebook.onLost((error) => told.push(error));
  notebook.look();
  expect(told).toEqual([]);
  rmSync(path);
  notebook.look();
  notebook.look();
  expect(told).toHaveLength(1);
});

test('saved again under its own name, where nothing stands any more', () => {
  const path = file();
  const notebook = notebookAt(path, { shared: true });
  commit(notebook);
  save(notebook, 'before');
  rmSync(path);
  saveAs(notebook.context.db, path);
  notebook.close();
  const again = notebookAt(path);
  expect(bodies(again)).toEqual(['before']);
  expect(checkNotebook(again.context)).toEqual([]);
});

test('is not saved over another notebook', () => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  const other = file();
  notebookAt(other).close();
  expect(() => saveAs(notebook.context.db, other)).toThrow(/is a notebook/);
  expect(() => saveAs(notebook.context.db, path)).toThrow(/is a notebook/);
});

test('in a pause the log is folded in, so that the file alone has what was saved', () => {
  const path = file();
  const notebook = notebookAt(path, { shared: true });
  commit(notebook);
  save(notebook, 'before');
  notebook.look();
  const copy = join(folder(), 'copy.tieout');
  copyFileSync(path, copy);
  expect(bodies(notebookAt(copy, { readOnly: true }))).toEqual(['before']);
});
