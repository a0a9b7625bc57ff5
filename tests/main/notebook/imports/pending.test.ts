/** Plans that wait: many of them, and made anew once the notebook has changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renewed } from '../../../../src/main/notebook/imports/renewed';
import { importOf, notebookAt } from '../support';

const spilled = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tieout-imports-'));

describe('many plans', () => {
  test('forty wait, each is had again, and no file of theirs is left', () => {
    const before = spilled();
    const notebook = notebookAt();
    const texts = Array.from({ length: 40 }, (_, n) => `Plan number ${n}: revenue was $12.4B here`);
    const ids = texts.map((text) => notebook.stage(importOf(text)).id);
    expect(spilled().length).toBe(before.length + 1);
    ids.forEach((id, n) => {
      expect(notebook.call('import.plan', { id })).toMatchObject({ id, characters: texts[n]?.length });
    });
    for (const id of ids.slice(0, 20)) notebook.call('import.discard', { id });
    expect(notebook.handle('import.plan', { id: ids[0] })).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
    const [last] = ids.slice(-1);
    expect(notebook.handle('import.commit', { id: last })).toMatchObject({ ok: true });
    notebook.close();
    expect(spilled()).toEqual(before);
  });
});

test('what a killed process left is cleared by the next that needs room', () => {
  const dead = mkdtempSync(join(tmpdir(), `tieout-imports-${spawnSync(process.execPath, ['-e', '']).pid}-`));
  const notebook = notebookAt();
  for (let n = 0; n < 10; n += 1) notebook.stage(importOf(`Number ${n} has words`));
  expect(existsSync(dead)).toBe(false);
});

describe('a plan from before another import', () => {
  test('is made anew under its id, says what is otherwise, and is committed as it is shown then', () => {
    const notebook = notebookAt();
    const [first, second] = [notebook.stage(importOf()), notebook.stage(importOf())];
    expect(second).toMatchObject({ duplicate: null, renewed: [] });
    notebook.call('import.commit', { id: first.id });
    const stale = { id: second.id, revision: second.revision };
    expect(notebook.handle('import.commit', stale)).toMatchObject({ ok: false, error: { code: 'E_STALE' } });
    const again = notebook.call('import.plan', { id: second.id });
    expect(again).toMatchObject({ id: second.id, duplicate: { kind: 'bytes' } });
    expect(again.renewed).toEqual([expect.stringMatching(/is here now with the same bytes/), expect.any(String)]);
    expect(notebook.handle('import.commit', stale)).toMatchObject({ ok: false, error: { code: 'E_STALE' } });
    notebook.call('import.commit', { id: again.id, revision: again.revision });
    expect(notebook.call('document.list', {})).toHaveLength(1);
  });

  test('says nothing where nothing about it is otherwise', () => {
    const notebook = notebookAt();
    const plan = notebook.stage(importOf());
    notebook.call('note.save', { id: null, body: 'meanwhile', figure: null, document: null });
    const again = notebook.call('import.plan', { id: plan.id });
    expect(again.renewed).toEqual([]);
    expect(again.revision).toBeGreaterThan(plan.revision);
  });

  test('what it says comes of the two plans alone', () => {
    const notebook = notebookAt();
    const plan = notebook.stage(importOf());
    expect(renewed(plan, plan)).toEqual([]);
    const near = { document: 'd_1', title: 'Older', kind: 'near', similarity: 0.8 } as const;
    expect(renewed(plan, { ...plan, duplicate: near })).toEqual(['“Older”, with nearly the same words, is here now.']);
    expect(renewed({ ...plan, duplicate: near }, plan)).toEqual(['“Older”, which it resembled, is no longer here.']);
  });
});
