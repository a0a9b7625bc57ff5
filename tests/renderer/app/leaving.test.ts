// A window goes only once what was written in it is stored.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepOpenFor, watchLeaving } from '../../../src/renderer/src/app/state/leaving';
import { tracked } from '../../../src/renderer/src/app/state/save-state';

function page() {
  const leave: ((event: { preventDefault: () => void }) => void)[] = [];
  const close = vi.fn();
  watchLeaving({ addEventListener: (_type, listener) => leave.push(listener), close });
  /** True where the window was held open. */
  const held = (): boolean => {
    const preventDefault = vi.fn();
    for (const listener of leave) listener({ preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { close, held };
}

describe('leaving', () => {
  const ends: (() => void)[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    for (const end of ends.splice(0)) end();
  });

  it('goes at once where nothing is unsaved', () => {
    const { close, held } = page();
    expect(held()).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it('stores what is unsaved, then closes by itself', async () => {
    const { close, held } = page();
    let dirty = true;
    const flush = vi.fn(() => {
      dirty = false;
      return Promise.resolve();
    });
    ends.push(keepOpenFor({ dirty: () => dirty, flush }));
    expect(held()).toBe(true);
    expect(held()).toBe(true);
    await vi.runAllTimersAsync();
    expect(flush).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledTimes(1);
    expect(held()).toBe(false);
  });

  it('waits for a command under way', async () => {
    const { close, held } = page();
    let answer: () => void = () => undefined;
    const work = tracked(
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
    );
    expect(held()).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(close).not.toHaveBeenCalled();
    answer();
    await work;
    await vi.runAllTimersAsync();
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('stays once where something cannot be stored, and goes when asked again', async () => {
    const { close, held } = page();
    ends.push(keepOpenFor({ dirty: () => true, flush: () => new Promise(() => undefined) }));
    expect(held()).toBe(true);
    await vi.runAllTimersAsync();
    expect(close).not.toHaveBeenCalled();
    expect(held()).toBe(false);
  });
});
