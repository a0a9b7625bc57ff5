// Work of another thread is watched and stopped through shared memory; what heeds nothing is ended with its process.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Efforts, isStopped } from '../../../src/main/ipc/efforts';
import { ALL, DONE, type Effort } from '../../../src/contract/work';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that goes on until it is told to end. */
function begin(efforts: Efforts) {
  let end: () => void = () => undefined;
  let effort: Effort | null = null;
  const ended = efforts.over('audit.run', (given) =>
    efforts.begun('audit.run', () => {
      effort = given;
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    }),
  );
  if (effort === null) throw new Error('it did not begin');
  const own: Effort = effort;
  return { effort: own, end: () => end(), ended };
}

test('how far it is, and that it was asked to stop; nothing once it has ended', async () => {
  const killed = vi.fn();
  const efforts = new Efforts(killed);
  expect(efforts.progress('audit.run')).toBeNull();
  expect(efforts.stop('audit.run')).toBe(false);
  const { effort, end, ended } = begin(efforts);
  Atomics.store(effort, DONE, 3);
  Atomics.store(effort, ALL, 8);
  expect(efforts.progress('audit.run')).toEqual({ done: 3, all: 8, stopping: false });
  expect(efforts.progress('import.commit')).toBeNull();
  expect(efforts.stop('audit.run')).toBe(true);
  expect(isStopped(effort)).toBe(true);
  expect(efforts.progress('audit.run')).toMatchObject({ stopping: true });
  end();
  await ended;
  expect(efforts.progress('audit.run')).toBeNull();
  vi.runAllTimers();
  expect(killed).not.toHaveBeenCalled();
});

test.each([
  ['does not stop', true],
  ['outlasts every limit', false],
])('work that %s is ended with its process', (_, asked) => {
  const killed = vi.fn();
  const efforts = new Efforts(killed);
  begin(efforts);
  if (asked) efforts.stop('audit.run');
  vi.advanceTimersByTime(asked ? 60_000 : 600_000);
  expect(killed).toHaveBeenCalledOnce();
});
