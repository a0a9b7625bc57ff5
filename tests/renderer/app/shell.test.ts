/** Small decisions of the shell: every menu entry does something, the save chip tells the truth, jobs come and go. */
import { describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../../src/contract/app';
import { MENU } from '../../../src/contract/commands';
import { enabled } from '../../../src/renderer/src/app/commands';
import { groups } from '../../../src/renderer/src/shell/dialogs/HelpSheet';
import { withProgress } from '../../../src/renderer/src/app/transfer/imports';
import { SHELL_COMMANDS } from '../../../src/renderer/src/shell/shell-commands';
import { saveText } from '../../../src/renderer/src/shell/TitleBar';
import { showToast, toasts, withdrawUndo } from '../../../src/renderer/src/app/state/toasts';

describe('commands', () => {
  const entries = MENU.flatMap((menu) =>
    menu.entries.flatMap((entry) => (typeof entry === 'object' && 'id' in entry ? [entry] : [])),
  );

  test.each(entries.map((entry) => entry.id))('the menu entry %s does something', (id) => {
    expect(enabled(SHELL_COMMANDS.find((command) => command.id === id))).toBe(true);
  });

  test('no key asks for two commands of the shell', () => {
    const keys = SHELL_COMMANDS.flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('the help sheet lists every command that has a key, once', () => {
    const listed = groups([...SHELL_COMMANDS, ...SHELL_COMMANDS]).flatMap(([, list]) =>
      list.map((command) => command.id),
    );
    const withKeys = SHELL_COMMANDS.filter((command) => (command.keys ?? []).length > 0).map((command) => command.id);
    expect(listed.toSorted()).toEqual(withKeys.toSorted());
  });
});

test.each([
  [{ pending: 0, failed: false }, 'All changes saved'],
  [{ pending: 2, failed: false }, 'Saving…'],
  [{ pending: 1, failed: true }, 'Saving…'],
  [{ pending: 0, failed: true }, 'Last change not saved'],
])('save state %o reads %s', (state, text) => {
  expect(saveText(state)).toBe(text);
});

describe('import jobs', () => {
  const job = (id: string, stage: ImportProgress['stage'], done = 0): ImportProgress => ({
    again: null,
    job: id,
    name: `${id}.txt`,
    stage,
    done,
    plan: null,
    error: null,
  });

  test.each(['planned', 'failed', 'cancelled'] as const)('a job that is %s leaves the list', (stage) => {
    expect(withProgress([job('a', 'parsing'), job('b', 'reading')], job('a', stage))).toEqual([job('b', 'reading')]);
  });

  test('news of a job take its place', () => {
    const known = withProgress(withProgress([], job('a', 'reading')), job('b', 'reading'));
    expect(withProgress(known, job('a', 'extracting', 0.5))).toEqual([
      job('a', 'extracting', 0.5),
      job('b', 'reading'),
    ]);
  });
});

test('an offer to undo goes when its own step was taken back, what else was said stays', () => {
  const texts = () => toasts.get().map((toast) => toast.text);
  showToast({ kind: 'done', text: 'Removed', undoes: 7 });
  showToast({ kind: 'error', text: 'Not saved' });
  withdrawUndo(6);
  expect(texts()).toEqual(['Removed', 'Not saved']);
  withdrawUndo(7);
  expect(texts()).toEqual(['Not saved']);
});

test('a notice takes the place of the one before it in its slot', () => {
  toasts.set([]);
  showToast({ kind: 'done', slot: 'history', text: 'Undone: Edit value' });
  showToast({ kind: 'done', text: 'Backed up' });
  showToast({ kind: 'done', slot: 'history', text: 'Undone: Add figure' });
  expect(toasts.get().map((toast) => toast.text)).toEqual(['Backed up', 'Undone: Add figure']);
});
