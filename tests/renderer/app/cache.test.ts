/** The query cache: old data stays on show, a commit refreshes what it touched, and no answer from before a commit is kept. */
import { describe, expect, test, vi } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { QueryCache } from '../../../src/renderer/src/app/calls/cache';

interface Asked {
  readonly answer: (data: unknown) => void;
  readonly fail: (reason: unknown) => void;
}

function setUp() {
  const cache = new QueryCache();
  const asked: Asked[] = [];
  const fetch = () => new Promise<unknown>((answer, fail) => asked.push({ answer, fail }));
  const listener = vi.fn();
  const watch = (key = 'q', tables: readonly string[] = ['figure']) => cache.watch(key, tables, fetch, listener);
  return { cache, asked, listener, watch };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('watching', () => {
  test('asks once for all who watch, and tells them', async () => {
    const { cache, asked, listener, watch } = setUp();
    watch();
    watch();
    expect(asked).toHaveLength(1);
    expect(cache.snapshot('q').loading).toBe(true);
    asked[0]?.answer({ n: 1 });
    await settled();
    expect(cache.snapshot('q')).toEqual({ data: { n: 1 }, error: null, loading: false });
    expect(listener).toHaveBeenCalled();
  });

  test('a commit on a table it reads asks again while the old data stays', async () => {
    const { cache, asked, watch } = setUp();
    watch();
    asked[0]?.answer({ n: 1 });
    await settled();
    cache.invalidate(['source']);
    expect(asked).toHaveLength(1);
    cache.invalidate(['figure']);
    expect(asked).toHaveLength(2);
    expect(cache.snapshot('q')).toEqual({ data: { n: 1 }, error: null, loading: false });
    asked[1]?.answer({ n: 2 });
    await settled();
    expect(cache.snapshot('q').data).toEqual({ n: 2 });
  });

  test('an answer under way when a commit comes is not the last word', async () => {
    const { cache, asked, watch } = setUp();
    watch();
    cache.invalidate(['figure']);
    expect(asked).toHaveLength(1);
    asked[0]?.answer({ n: 'before' });
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.answer({ n: 'after' });
    await settled();
    expect(cache.snapshot('q').data).toEqual({ n: 'after' });
  });

  test('what nobody watches is asked again only when watched', async () => {
    const { cache, asked, watch } = setUp();
    const stop = watch();
    asked[0]?.answer(1);
    await settled();
    stop();
    cache.invalidate(['figure']);
    expect(asked).toHaveLength(1);
    watch();
    expect(asked).toHaveLength(2);
    expect(cache.snapshot('q').data).toBe(1);
  });

  test('an answer that says the same tells nobody and keeps its identity', async () => {
    const { cache, asked, listener, watch } = setUp();
    watch();
    asked[0]?.answer([{ id: 'a' }, { id: 'b' }]);
    await settled();
    const before = cache.snapshot('q').data;
    listener.mockClear();
    cache.invalidate(['figure']);
    asked[1]?.answer([{ id: 'a' }, { id: 'b' }]);
    await settled();
    expect(cache.snapshot('q').data).toBe(before);
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('failing', () => {
  test('what was stopped is asked again where it comes back', async () => {
    const { cache, asked, watch } = setUp();
    const stop = watch();
    stop();
    asked[0]?.fail(new TieoutError('E_CANCELLED', 'This was stopped.'));
    await settled();
    watch();
    asked[1]?.answer(2);
    await settled();
    expect(cache.snapshot('q')).toEqual({ data: 2, error: null, loading: false });
  });

  test('keeps the old data beside the error, and asks again after the next commit', async () => {
    const { cache, asked, watch } = setUp();
    watch();
    asked[0]?.answer(1);
    await settled();
    cache.invalidate(['figure']);
    asked[1]?.fail(new TieoutError('E_IO', 'The disk is gone.'));
    await settled();
    expect(cache.snapshot('q')).toMatchObject({ data: 1, error: { code: 'E_IO' } });
    cache.invalidate(['figure']);
    asked[2]?.answer(2);
    await settled();
    expect(cache.snapshot('q')).toEqual({ data: 2, error: null, loading: false });
  });

  test('another notebook forgets everything at once', async () => {
    const { cache, asked, watch } = setUp();
    watch();
    asked[0]?.answer(1);
    await settled();
    cache.reset(true);
    expect(cache.snapshot('q')).toMatchObject({ data: undefined, loading: true });
    asked[1]?.answer(2);
    await settled();
    expect(cache.snapshot('q').data).toBe(2);
  });

  test('an answer of the old notebook does not come back into the new one', async () => {
    const { cache, asked, watch } = setUp();
    watch();
    cache.reset(true);
    asked[0]?.answer('old');
    await settled();
    expect(cache.snapshot('q').data).toBeUndefined();
    asked[1]?.answer('new');
    await settled();
    expect(cache.snapshot('q').data).toBe('new');
  });
});
