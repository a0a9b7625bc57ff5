/**
 * The notebook process: the only one that holds the SQLite file. Windows ask over ports that main brokered, main asks over
 * its own channel. A thread of it writes, one thing at a time, and answers after the commit; what is only asked for while
 * that thread is busy is answered here, from the last commit.
 */
import { join } from 'node:path';
import { TieoutError, type Reply } from '../contract/errors';
import { notebookMessages } from '../contract/notebook';
import { WATCHED, type WatchedMessage, watchedWork } from '../contract/work';
import { demandShape } from './failures/failure';
import { copyInThread } from './ipc/backup-thread';
import {
  type Control,
  controlCall,
  controlMessages,
  type ControlRequest,
  type ControlResponse,
  controlSchemas,
  importFailure,
} from './ipc/control';
import { Efforts, isStopped } from './ipc/efforts';
import { replyTo, valueOf } from './ipc/reply';
import { type Ask, serveWindow } from './ipc/serve-window';
import { makeRequestQueue } from './ipc/request-queue';
import { startWriterThread } from './ipc/writer-thread';
import { stopped } from './storage/patience';
import { Notebook } from './notebook/notebook';

type MessagePortMain = Electron.MessagePortMain;

/** What a question waits for the writer, who knows best, before the last commit answers it. */
const PATIENCE_MS = 25;
/** Questions that only the writer can answer: plans wait there. */
const WRITERS = new Set(['import.plan', 'import.remap', 'import.whole', 'import.discard']);

const SEARCH = 'search.query';

const queue = makeRequestQueue(PATIENCE_MS);
const windows = new Map<MessagePortMain, ReturnType<typeof serveWindow>>();
let reader: Notebook | null = null;

const writer = startWriterThread(
  join(import.meta.dirname, 'notebook-writer.js'),
  (event) => {
    reader?.noteChanged();
    for (const tell of windows.values()) tell(event);
  },
  (lost) => process.parentPort.postMessage({ lost }),
  (reason) => {
    process.stderr.write(`tieout: the thread that writes ended (${reason}).\n`);
    process.exit(1);
  },
);

const efforts = new Efforts((reason) => {
  process.stderr.write(`tieout: ended, because ${reason}.\n`);
  process.exit(1);
});

/** In its turn, and meanwhile watched and stopped from here; stopped before its turn it does not begin. */
const watched = (message: WatchedMessage, request: unknown): Promise<Reply<unknown>> =>
  replyTo(message, () =>
    efforts.over(message, (effort) =>
      queue.take(() => {
        if (isStopped(effort)) throw stopped();
        return efforts.begun(message, () => writer.ask('call', { message, request, effort }));
      }),
    ),
  );

/** Stopped where the words are typed on. What the writer is busy with already is not asked for a second time beside it. */
const search = (request: unknown): Promise<Reply<unknown>> =>
  efforts.over(SEARCH, (effort) => {
    const beside = reader;
    let isBegun = false;
    const inTurn = (): Promise<Reply<unknown>> => {
      isBegun = true;
      return replyTo(SEARCH, () => {
        if (isStopped(effort)) throw stopped();
        return efforts.begun(SEARCH, () => writer.ask('call', { message: SEARCH, request, effort }));
      });
    };
    if (beside === null) return queue.take(inTurn);
    return queue.take(inTurn, () => {
      if (isBegun) throw new Error('It is being looked for.');
      return beside.handleBeside(SEARCH, request);
    });
  });

const ask: Ask = (message, request) => {
  if (message === SEARCH) return search(request);
  if (isWatched(message)) return watched(message, request);
  if (message === 'work.progress' || message === 'work.stop') return replyTo(message, () => underWay(message, request));
  const work = (): Promise<Reply<unknown>> => replyTo(message, () => writer.ask('call', { message, request }));
  const beside = reader;
  if (beside !== null && message === 'backup.now') return replyTo(message, () => copyNow(beside.path));
  if (beside === null || !isQuestion(message)) return queue.take(work);
  return queue.take(work, () => beside.handleBeside(message, request));
};

/** Answered at once, whatever the writer does. */
function underWay(message: 'work.progress' | 'work.stop', request: unknown): unknown {
  const { what } = demandShape(message, watchedWork, request);
  return message === 'work.stop' ? { stopped: efforts.stop(what) } : efforts.progress(what);
}

const isWatched = (message: string): message is WatchedMessage => WATCHED.some((one) => one === message);

/** Copies that are being made beside the writer; a notebook that is closed or replaced waits for them. */
const copying = new Set<Promise<unknown>>();

async function copyNow(path: string): Promise<{ readonly name: string | null }> {
  // What was asked for before is in it.
  await queue.take(() => Promise.resolve());
  const made = copyInThread(join(import.meta.dirname, 'backup-worker.js'), { path, what: 'manual' });
  copying.add(made);
  try {
    return { name: await made };
  } finally {
    copying.delete(made);
  }
}

function isQuestion(message: string): boolean {
  const known: Readonly<Record<string, { readonly kind: 'query' | 'command' }>> = notebookMessages;
  return Object.hasOwn(known, message) && known[message]?.kind === 'query' && !WRITERS.has(message);
}

/** A reader in the way would keep the writer from folding its log into the file. */
async function aside<T extends { readonly path: string; readonly readOnly: boolean }>(
  work: () => Promise<T>,
): Promise<T> {
  await Promise.allSettled(copying);
  reader?.close();
  reader = null;
  const opened = await work();
  reader = opened.readOnly ? null : Notebook.beside(opened.path);
  return opened;
}

type Controls = {
  readonly [C in Control]: (
    request: ControlRequest<C>,
    port: MessagePortMain | undefined,
  ) => ControlResponse<C> | Promise<ControlResponse<C>>;
};

const controls: Controls = {
  open: (request) => queue.take(() => aside(() => writer.ask('open', request))),
  connect: (_request, port) => {
    if (!port) throw new TieoutError('E_INPUT', 'A connection needs a port.');
    windows.set(port, serveWindow(port, ask));
    port.on('close', () => windows.delete(port));
    return {};
  },
  receiveImport: async ({ job }, port) => {
    if (!port) throw new TieoutError('E_INPUT', 'An import needs a port.');
    const result = await nextMessage(port);
    const failure = importFailure.safeParse(result);
    if (failure.success) {
      reader?.noteFailure('import', failure.data.trace, failure.data.code);
      throw ended();
    }
    if (!(result instanceof Uint8Array))
      throw new TieoutError('E_INPUT', 'The import sent something else than its result.');
    // A copy of its own: what arrives may be a view of a buffer that others use.
    const bytes = new Uint8Array(result);
    return efforts.over(planOf(job), (effort) =>
      queue.take(() => {
        if (isStopped(effort)) throw stopped();
        return writer.ask('stage', { result: bytes, effort }, [bytes.buffer]);
      }),
    );
  },
  planning: ({ job }) => efforts.progress(planOf(job)),
  stopPlanning: ({ job }) => ({ stopped: efforts.stop(planOf(job)) }),
  call: async ({ message, request }) => valueOf(await ask(message, request)),
  exportBytes: (options) => queue.take(() => writer.ask('exportBytes', options)),
  printable: (request) => queue.take(() => writer.ask('printable', request)),
  restore: (request) => queue.take(() => aside(() => writer.ask('restore', request))),
  saveAs: (request) => queue.take(() => aside(() => writer.ask('saveAs', request))),
  copies: (request) => queue.take(() => writer.ask('copies', request)),
  salvage: (request) => queue.take(() => writer.ask('salvage', request)),
  close: () =>
    queue.take(async () => {
      await Promise.allSettled(copying);
      reader?.close();
      reader = null;
      return writer.ask('close', {});
    }),
};

const planOf = (job: string): string => `plan of ${job}`;

const ended = (): TieoutError => new TieoutError('E_CANCELLED', 'The import ended before it had a result.');

/** The one message an import process sends, or its end. */
function nextMessage(port: MessagePortMain): Promise<unknown> {
  return new Promise((resolve, reject) => {
    port.once('message', ({ data }: { data: unknown }) => resolve(data));
    port.once('close', () => reject(ended()));
    port.start();
  });
}

const isControl = (name: string): name is Control => Object.hasOwn(controlMessages, name);

function dispatch<C extends Control>(
  control: C,
  request: unknown,
  port: MessagePortMain | undefined,
): ControlResponse<C> | Promise<ControlResponse<C>> {
  return controls[control](controlSchemas[control].request.parse(request), port);
}

process.parentPort.on('message', ({ data, ports }) => {
  const { id, control, request } = controlCall.parse(data);
  replyTo(control, () => {
    if (!isControl(control)) throw new TieoutError('E_INPUT', `There is no control ${control}.`);
    return dispatch(control, request, ports[0]);
  })
    .then((reply) => process.parentPort.postMessage({ id, reply }))
    .catch((reason: unknown) => process.stderr.write(`tieout: ${control} could not be answered: ${String(reason)}\n`));
});

process.parentPort.postMessage({ ready: true });
