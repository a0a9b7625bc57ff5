// A working day by a clock that is turned on: looks at the file, copies and pauses come as they would, and nothing adds up.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listBackups } from '../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../src/main/notebook/check';
import { Notebook } from '../../src/main/notebook/notebook';
import { importOf } from '../main/notebook/support';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-day-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const HOURS = 8;
const TURNS_AN_HOUR = 6;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is held once everything that nobody needs is gone; handles only where the system lists them. */
function held(): { readonly heap: number; readonly handles: number } {
  collect();
  const handles = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  return { heap: process.memoryUsage().heapUsed, handles };
}

test(`after ${HOURS} hours of imports, edits and undos as much is held as after two`, async () => {
  const path = join(folder, 'nb.tieout');
  const notebook = Notebook.open(path, { create: true });
  const lost = vi.fn();
  notebook.onLost(lost);
  const hours: ReturnType<typeof held>[] = [];
  for (let turn = 0; turn < HOURS * TURNS_AN_HOUR; turn += 1) {
    const { id } = notebook.stage(importOf(`Note ${turn}\n\nRevenue was $${turn}.1 million, up 3%.\n`));
    notebook.call('import.commit', { id });
    notebook.call('note.save', { id: null, body: `at ${turn}`, figure: null, document: null });
    notebook.call('search.query', { text: 'revenue', limit: 20 });
    notebook.call('history.undo', {});
    notebook.call('history.undo', {});
    // oxlint-disable-next-line no-await-in-loop -- ten minutes after the other
    await vi.advanceTimersByTimeAsync(600_000);
    if (turn % TURNS_AN_HOUR === TURNS_AN_HOUR - 1) hours.push(held());
  }
  const [, early = held()] = hours;
  const late = hours.at(-1) ?? held();
  expect(late.handles).toBeLessThanOrEqual(early.handles);
  expect(late.heap).toBeLessThan(early.heap * 1.05);
  expect(lost).not.toHaveBeenCalled();
  expect(listBackups(path).length).toBeGreaterThan(5);
  expect(checkNotebook(notebook.context)).toEqual([]);
  await notebook.quieten();
  notebook.close();
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('nb.tieout'))
      .sort(),
  ).toEqual(['nb.tieout', 'nb.tieout.backups']);
});
