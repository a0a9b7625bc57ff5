/**
 * The notebook process: the only one that holds the SQLite file. Windows ask over ports that main brokered, main asks over
 * its own channel; one thing is done at a time, and an answer goes out only after the commit.
 */
import { join } from 'node:path';
import { TieoutError } from '../contract/errors';
import type { NotebookMessage, NotebookRequest, NotebookResponse } from '../contract/notebook';
import { exportBytes, newest, printable } from './exports/index';
import { checkImportResult } from './imports/check-result';
import {
  type Control,
  controlCall,
  controlMessages,
  type ControlRequest,
  type ControlResponse,
  controlSchemas,
  type OpenMode,
} from './ipc/control';
import { makeQueue } from './ipc/queue';
import { replyTo, valueOf } from './ipc/reply';
import { type Ask, serveWindow } from './ipc/serve-window';
import { backupFolder, listBackups, restoreNotebook } from './notebook/backups';
import { inspect } from './notebook/inspect';
import { Notebook } from './notebook/notebook';

type MessagePortMain = Electron.MessagePortMain;

const enqueue = makeQueue();
const windows = new Map<MessagePortMain, ReturnType<typeof serveWindow>>();
let notebook: Notebook | null = null;

function open(path: string, mode: OpenMode): { path: string; readOnly: boolean } {
  notebook = Notebook.open(path, { create: mode === 'create', readOnly: mode === 'read' });
  notebook.onChanged((event) => {
    for (const tell of windows.values()) tell(event);
  });
  return { path: notebook.path, readOnly: notebook.readOnly };
}

function opened(): Notebook {
  if (!notebook) throw new TieoutError('E_NOT_FOUND', 'No notebook is open. Open one or make a new one first.');
  return notebook;
}

const ask: Ask = (message, request) => {
  const reply = opened().handle(message, request);
  if (!reply.ok && reply.error.code === 'E_BUG') process.stderr.write(`tieout: ${message}: ${reply.error.message}\n`);
  return reply;
};

const askTyped = <M extends NotebookMessage>(message: M, request: NotebookRequest<M>): Promise<NotebookResponse<M>> =>
  Promise.resolve().then(() => opened().call(message, request));

/** Whatever happens to the copy, a notebook is open again afterwards: the restored one or the one that was there. */
function restore(name: string): { path: string; readOnly: boolean } {
  const { path } = opened();
  if (!listBackups(path).some((backup) => backup.name === name)) {
    throw new TieoutError('E_NOT_FOUND', 'That backup is no longer there. Choose another.');
  }
  opened().close();
  try {
    restoreNotebook(join(backupFolder(path), name), path, new Date().toISOString());
  } finally {
    open(path, 'write');
  }
  return { path, readOnly: opened().readOnly };
}

type Controls = {
  readonly [C in Control]: (
    request: ControlRequest<C>,
    port: MessagePortMain | undefined,
  ) => ControlResponse<C> | Promise<ControlResponse<C>>;
};

const controls: Controls = {
  open: ({ path, mode }) => open(path, mode),
  connect: (_request, port) => {
    if (!port) throw new TieoutError('E_INPUT', 'A connection needs a port.');
    windows.set(port, serveWindow(port, ask, enqueue));
    port.on('close', () => windows.delete(port));
    return {};
  },
  receiveImport: async (_request, port) => {
    if (!port) throw new TieoutError('E_INPUT', 'An import needs a port.');
    const result = checkImportResult(await nextMessage(port));
    const plan = await enqueue(() => opened().stage(result));
    return { plan: plan.id };
  },
  call: async ({ message, request }) => valueOf(await enqueue(() => ask(message, request))),
  exportBytes: (options) =>
    enqueue(() => {
      if (options.format === 'pdf') throw new TieoutError('E_FORMAT', 'A PDF is printed, not exported from here.');
      const what = 'notebook' in options.what ? null : options.what;
      const { context } = opened();
      return exportBytes(askTyped, { ...options, format: options.format, what, inspect: () => inspect(context) });
    }),
  printable: ({ what }) => enqueue(async () => printable(askTyped, what ?? (await newest(askTyped)))),
  restore: ({ name }) => enqueue(() => restore(name)),
  close: () =>
    enqueue(() => {
      notebook?.close();
      notebook = null;
      return {};
    }),
};

/** The one message an import process sends, or its end. */
function nextMessage(port: MessagePortMain): Promise<unknown> {
  return new Promise((resolve, reject) => {
    port.once('message', ({ data }: { data: unknown }) => resolve(data));
    port.once('close', () => reject(new TieoutError('E_CANCELLED', 'The import ended before it had a result.')));
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
