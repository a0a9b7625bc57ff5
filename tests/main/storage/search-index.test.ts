/** The index beside the records: whatever number of them a command writes, changes and removes, the two agree. */
import { describe, expect, test } from 'vitest';
import { Recorder } from '../../../src/main/storage/recorder';
import { openNotebook } from '../../../src/main/storage/open';
import { disagreements } from '../../../src/main/storage/queries/search-index';
import { file } from '../notebook/support';

const note = (n: number, body: string) => ({
  id: `n_${n}`,
  document: null,
  figure: null,
  body,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});

describe('a command of many records', () => {
  test.each([1, 2, 199, 200, 201, 450])('%i of them', (count) => {
    const open = openNotebook(file(), { create: true });
    const { db } = open;
    const found = (words: string): unknown =>
      db.prepare('SELECT count(*) AS n FROM search WHERE search MATCH ?').pluck().get(words);
    const write = (work: (tx: Recorder, n: number) => void): void => {
      const tx = new Recorder(db);
      for (let n = 0; n < count; n += 1) work(tx, n);
      tx.indexTouched();
    };
    write((tx, n) => tx.insert('note', note(n, `harbour ${n}`)));
    expect([found('harbour'), disagreements(db)]).toEqual([count, []]);
    write((tx, n) => tx.update('note', `n_${n}`, { body: `quarry ${n}` }));
    expect([found('harbour'), found('quarry'), disagreements(db)]).toEqual([0, count, []]);
    write((tx, n) => tx.remove('note', `n_${n}`));
    expect([found('quarry'), disagreements(db)]).toEqual([0, []]);
    open.close();
  });
});
