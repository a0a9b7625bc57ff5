import { describe, expect, it } from 'vitest';
import { APP_MESSAGES, NOTEBOOK_MESSAGES } from '../../../src/contract/names';
import { appMessages } from '../../../src/contract/app';
import { TieoutError } from '../../../src/contract/errors';
import { notebookMessages } from '../../../src/contract/notebook';
import { type AppHandlers, answer, register } from '../../../src/main/ipc/gate';
import { replyTo } from '../../../src/main/ipc/reply';
import { isOwnTopFrame } from '../../../src/main/ipc/sender';

const asked: string[] = [];
/** Every handler notes that it was reached. */
const handlers = new Proxy({} as AppHandlers<string>, {
  get: (_target, name: string) => (request: unknown, caller: string) => {
    asked.push(`${caller} ${name} ${JSON.stringify(request)}`);
    return { reached: name };
  },
});
const ask = (caller: string | null, payload: unknown) => replyTo('test', () => answer(handlers, caller, payload));

describe('the gate', () => {
  it('lets a checked message of our own page through', async () => {
    const reply = await ask('window', { message: 'prefs.get', request: { key: 'a' } });
    expect(reply).toEqual({ ok: true, value: { reached: 'prefs.get' } });
    expect(asked).toEqual(['window prefs.get {"key":"a"}']);
  });

  it.each([
    ['anybody else', null, { message: 'prefs.get', request: { key: 'a' } }],
    ['an unknown message', 'window', { message: 'app.quit', request: {} }],
    ['a name of the prototype', 'window', { message: '__proto__', request: {} }],
    ['toString', 'window', { message: 'toString', request: {} }],
    ['a request of another shape', 'window', { message: 'prefs.get', request: { key: 7 } }],
    ['members that are not agreed', 'window', { message: 'app.info', request: { extra: 1 } }],
    ['a path in place of a token', 'window', { message: 'import.start', request: { path: '/etc/passwd' } }],
    ['no request', 'window', { message: 'prefs.get' }],
    ['nothing', 'window', null],
  ])('refuses %s before any handler', async (_name, caller, payload) => {
    const before = asked.length;
    const reply = await ask(caller, payload);
    expect(reply).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    expect(asked).toHaveLength(before);
  });

  it('connects only a window it knows', () => {
    const connected: string[] = [];
    let connectListener: (event: unknown) => void = () => undefined;
    const ipc = {
      handle: () => undefined,
      on: (_channel: string, listener: (event: unknown) => void) => (connectListener = listener),
    };
    register(
      ipc as never,
      handlers,
      (event) => ((event as unknown) === 'ours' ? 'window' : null),
      (caller) => connected.push(caller),
    );
    connectListener('ours');
    connectListener('foreign');
    expect(connected).toEqual(['window']);
  });
});

describe('whose frame it is', () => {
  it.each([
    [{ url: 'app://tieout/index.html', parent: null }, true],
    [{ url: 'app://tieout/index.html#x', parent: null }, true],
    [{ url: 'app://tieout/index.html', parent: {} }, false],
    [{ url: 'app://tieout.evil/index.html', parent: null }, false],
    [{ url: 'https://tieout/index.html', parent: null }, false],
    [{ url: 'about:blank', parent: null }, false],
    [{ url: '', parent: null }, false],
    [null, false],
  ])('%j → %s', (frame, own) => {
    expect(isOwnTopFrame(frame)).toBe(own);
  });
});

describe('replies', () => {
  it('carry the code of an expected failure and hide the inside of a bug', async () => {
    const expected = await replyTo('x', () => {
      throw new TieoutError('E_STALE', 'Look again.', { revision: 3 });
    });
    expect(expected).toEqual({
      ok: false,
      error: { code: 'E_STALE', message: 'Look again.', details: { revision: 3 } },
    });
    const bug = await replyTo('x', () => Promise.reject(new Error('secret path')));
    expect(bug).toMatchObject({ ok: false, error: { code: 'E_BUG' } });
    expect(JSON.stringify(bug)).not.toContain('secret');
  });
});

describe('names', () => {
  it('are those of the contract', () => {
    expect([...APP_MESSAGES].sort()).toEqual(Object.keys(appMessages).sort());
    expect([...NOTEBOOK_MESSAGES].sort()).toEqual(Object.keys(notebookMessages).sort());
  });
});
