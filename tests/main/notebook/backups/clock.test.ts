// A clock that is wrong by years loses nothing: work goes on, copies are made and none is dropped for its date.
import { expect, test } from 'vitest';
import { listBackups } from '../../../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../../../src/main/notebook/check';
import { commit, file, notebookAt } from '../support';

test.each([
  ['two years back', '2024-11-30T10:00:00.000Z'],
  ['ten years ahead', '2036-11-30T10:00:00.000Z'],
])('%s', (_what, wrong) => {
  const path = file();
  const before = notebookAt(path, { now: () => '2026-11-30T10:00:00.000Z' });
  commit(before);
  const { name: copy } = before.call('backup.now', {});
  before.close();

  const during = notebookAt(path, { now: () => wrong });
  const saved = during.handle('note.save', { id: null, body: 'under a wrong clock', figure: null, document: null });
  expect(saved).toMatchObject({ ok: true });
  during.call('backup.now', {});
  during.close();

  const after = notebookAt(path, { now: () => '2026-12-01T10:00:00.000Z' });
  expect(after.call('note.list', {})).toHaveLength(1);
  expect(after.call('history.list', { limit: 9 }).map(({ label }) => label)).toHaveLength(2);
  expect(checkNotebook(after.context)).toEqual([]);
  expect(listBackups(path).map(({ name }) => name)).toContain(copy);
  after.call('history.undo', {});
  expect(after.call('note.list', {})).toEqual([]);
});
