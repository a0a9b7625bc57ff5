/**
 * The thread of the notebook process that writes: it holds the notebook and does what takes long, so that the process can
 * answer meanwhile. One thing at a time; an answer goes out only after the commit.
 */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { deserialize } from 'node:v8';
import { TieoutError } from '../contract/errors';
import { isTypeset } from '../core/report/exports';
import type { NotebookMessage, NotebookRequest, NotebookResponse } from '../contract/notebook';
import { exportBytes, newest, printable } from './exports/index';
import { checkImportResult } from './imports/check-result';
import { copyInThread } from './ipc/backup-thread';
import { controlCall, type Opened, type OpenMode } from './ipc/control';
import { replyTo, valueOf } from './ipc/reply';
import {
  isWriterMessage,
  type WriterMessage,
  type WriterRequest,
  type WriterResponse,
  writerSchemas,
} from './ipc/writer';
import { copyHere } from './notebook/backups/automatic-backups';
import { backupFolder } from './notebook/backups/backup-folder';
import { listBackups, restoreNotebook } from './notebook/backups/backups';
import { describeBackups } from './notebook/backups/describe-backups';
import { inspect } from './notebook/inspect';
import { Notebook } from './notebook/notebook';
import { salvage } from './notebook/backups/salvage';
import { saveAs } from './notebook/backups/save-as';

let notebook: Notebook | null = null;

function open(path: string, mode: OpenMode): Opened {
  notebook = Notebook.open(path, {
    create: mode === 'create',
    readOnly: mode === 'read',
    shared: mode !== 'read',
    acceptMissing: mode === 'as-it-is',
    copying: (at) => (what) => copyBeside(at, what),
  });
  notebook.onChanged((changed) => parentPort?.postMessage({ changed }));
  notebook.onLost((lost) => parentPort?.postMessage({ lost }));
  const { path: at, readOnly, repaired } = notebook;
  return { path: at, readOnly, repaired };
}

/** In a thread of its own, or here where the disk lets nobody read beside the writer. */
async function copyBeside(path: string, what: 'automatic' | 'look'): Promise<void> {
  try {
    await copyInThread(join(import.meta.dirname, 'backup-worker.js'), { path, what });
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code !== 'E_LOCKED') throw error;
    await copyHere(opened().context.db, path, () => new Date().toISOString())(what);
  }
}

function opened(): Notebook {
  if (!notebook) throw new TieoutError('E_NOT_FOUND', 'No notebook is open. Open one or make a new one first.');
  return notebook;
}

const askTyped = <M extends NotebookMessage>(message: M, request: NotebookRequest<M>): Promise<NotebookResponse<M>> =>
  Promise.resolve().then(() => opened().call(message, request));

async function closeOpen(): Promise<void> {
  await notebook?.quieten();
  notebook?.close();
  notebook = null;
}

/** Whatever happens to the copy, a notebook is open again afterwards: the restored one or the one that was there. */
async function restore(path: string, name: string): Promise<Opened> {
  if (!listBackups(path).some((backup) => backup.name === name)) {
    throw new TieoutError('E_NOT_FOUND', 'That backup is no longer there. Choose another.');
  }
  const wasOpen = notebook !== null;
  await closeOpen();
  try {
    restoreNotebook(join(backupFolder(path), name), path, new Date().toISOString());
  } catch (error) {
    if (wasOpen) open(path, 'write');
    throw error;
  }
  return open(path, 'as-it-is');
}

async function goOnAs(path: string): Promise<Opened> {
  const before = opened();
  saveAs(before.context.db, path);
  await closeOpen();
  return open(path, 'write');
}

type Handlers = {
  readonly [M in WriterMessage]: (request: WriterRequest<M>) => WriterResponse<M> | Promise<WriterResponse<M>>;
};

const handlers: Handlers = {
  open: ({ path, mode }) => open(path, mode),
  call: ({ message, request, effort }) => valueOf(opened().handle(message, request, effort)),
  stage: ({ result, effort }) => ({ plan: opened().stage(checkImportResult(deserialize(result)), effort).id }),
  exportBytes: (options) => {
    if (isTypeset(options.format)) throw new TieoutError('E_FORMAT', 'A PDF is printed, not exported from here.');
    const what = 'notebook' in options.what ? null : options.what;
    const { context } = opened();
    return exportBytes(askTyped, { ...options, format: options.format, what, inspect: () => inspect(context) });
  },
  printable: async ({ what }) => printable(askTyped, what ?? (await newest(askTyped))),
  restore: ({ path, name }) => restore(path, name),
  saveAs: ({ path }) => goOnAs(path),
  copies: ({ path }) => describeBackups(path),
  salvage: ({ from, to }) => ({ lost: [...salvage(from, to, new Date().toISOString()).lost] }),
  close: async () => {
    await closeOpen();
    return {};
  },
};

const dispatch = <M extends WriterMessage>(
  message: M,
  request: unknown,
): WriterResponse<M> | Promise<WriterResponse<M>> => handlers[message](writerSchemas[message].request.parse(request));

parentPort?.on('message', (asked: unknown) => {
  const { id, control, request } = controlCall.parse(asked);
  replyTo(control, () => {
    if (!isWriterMessage(control)) throw new TieoutError('E_INPUT', `There is no control ${control}.`);
    return dispatch(control, request);
  })
    .then((reply) => parentPort?.postMessage({ id, reply }))
    .catch((reason: unknown) => process.stderr.write(`tieout: ${control} could not be answered: ${String(reason)}\n`));
});
