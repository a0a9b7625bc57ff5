import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { makeQueue } from '../../../src/main/ipc/queue';
import { makeRequestQueue } from '../../../src/main/ipc/request-queue';
import { type Ask, serveWindow } from '../../../src/main/ipc/serve-window';
import { makeNotebookPort } from '../../../src/preload/notebook-port';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Node's port with the two differences of Electron's: the data comes inside an event. */
function channel(ask: Ask) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const served = {
    on: (event: 'message', listener: (event: { data: unknown }) => void) =>
      port1.on(event, (data) => listener({ data })),
    postMessage: (message: unknown) => port1.postMessage(message),
    start: () => port1.start(),
  };
  const tell = serveWindow(served, ask);
  return { window: port2 as never as globalThis.MessagePort, raw: port2, tell };
}

const echo: Ask = (message, request) => Promise.resolve({ ok: true, value: { message, request } });
const gone = { code: 'E_RESTARTED', message: 'Gone.' } as const;

describe('the port between window and notebook', () => {
  it('matches answers to calls, in order of asking', async () => {
    const order: string[] = [];
    const queue = makeRequestQueue(1000);
    const slow: Ask = (message) =>
      queue.take(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        order.push(message);
        return { ok: true, value: message };
      });
    const port = makeNotebookPort();
    const { window } = channel(slow);
    port.attach(window);
    const replies = await Promise.all(['a', 'b', 'c'].map((message) => port.call(message, {})));
    expect(replies).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })));
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('keeps calls made before there is a port', async () => {
    const port = makeNotebookPort();
    const early = port.call('notebook.info', {});
    port.attach(channel(echo).window);
    expect(await early).toMatchObject({ ok: true });
  });

  it('answers open calls when the process is gone, and asks the next one', async () => {
    const port = makeNotebookPort();
    port.attach(channel(() => new Promise(() => undefined)).window);
    const lost = port.call('figure.update', {});
    port.detach(gone, false);
    expect(await lost).toEqual({ ok: false, error: gone });
    const waiting = port.call('notebook.info', {});
    port.attach(channel(echo).window);
    expect(await waiting).toMatchObject({ ok: true });
  });

  it('answers at once with a lasting failure until there is a port again', async () => {
    const port = makeNotebookPort();
    port.detach(gone, true);
    expect(await port.call('notebook.info', {})).toEqual({ ok: false, error: gone });
    port.attach(channel(echo).window);
    expect(await port.call('notebook.info', {})).toMatchObject({ ok: true });
  });

  it('tells of changes, until nobody listens', async () => {
    const port = makeNotebookPort();
    const { window, tell } = channel(echo);
    port.attach(window);
    const heard: number[] = [];
    const stop = port.onChanged(({ revision }) => heard.push(revision));
    tell({ tables: ['figure'], revision: 1 });
    await port.call('a', {});
    stop();
    tell({ tables: ['figure'], revision: 2 });
    await port.call('b', {});
    expect(heard).toEqual([1]);
  });

  it('says nothing to what has no number', async () => {
    const { raw } = channel(echo);
    const first = new Promise((resolve) => {
      raw.once('message', resolve);
    });
    for (const nonsense of [null, 'x', { id: 'one', message: 'a' }, { id: 1 }]) raw.postMessage(nonsense);
    raw.postMessage({ id: 5, message: 'a', request: {} });
    expect(await first).toEqual({ id: 5, reply: { ok: true, value: { message: 'a', request: {} } } });
  });
});

describe('the queue', () => {
  it('goes on after a failure', async () => {
    const enqueue = makeQueue();
    const failed = enqueue(() => Promise.reject(new Error('no')));
    const next = enqueue(() => 7);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe(7);
  });
});

describe('the patient queue', () => {
  const never = (): Promise<string> => new Promise(() => undefined);

  it('a question behind something long is answered another way, a command is not', async () => {
    const queue = makeRequestQueue(0);
    let end: (value: string) => void = () => undefined;
    const long = queue.take(() => new Promise<string>((resolve) => (end = resolve)));
    const asked: string[] = [];
    const command = queue.take(async () => asked.push('command'));
    expect(await queue.take(never, () => 'from the last commit')).toBe('from the last commit');
    expect(asked).toEqual([]);
    end('written');
    expect(await long).toBe('written');
    await command;
    expect(asked).toEqual(['command']);
  });

  it('a question whose turn comes in time is answered by the writer, in order', async () => {
    const queue = makeRequestQueue(60_000);
    const order: string[] = [];
    const command = queue.take(async () => order.push('command'));
    const answer = queue.take(
      async () => `after ${order.join()}`,
      () => 'otherwise',
    );
    expect(await answer).toBe('after command');
    await command;
  });

  it('a question answered another way keeps nobody waiting when its turn comes', async () => {
    const queue = makeRequestQueue(0);
    let end: (value: string) => void = () => undefined;
    const long = queue.take(() => new Promise<string>((resolve) => (end = resolve)));
    await queue.take(never, () => 'otherwise');
    end('written');
    await long;
    expect(await queue.take(async () => 'next')).toBe('next');
  });

  it('where the other way fails, it waits for its turn', async () => {
    const queue = makeRequestQueue(0);
    let tried: () => void = () => undefined;
    const other = new Promise<void>((resolve) => (tried = resolve));
    const answer = queue.take(
      async () => {
        await other;
        return 'in turn';
      },
      () => {
        tried();
        throw new Error('no');
      },
    );
    expect(await answer).toBe('in turn');
  });
});
