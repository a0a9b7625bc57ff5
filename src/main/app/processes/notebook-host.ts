/**
 * Main's side of one open notebook: the process that owns the file, started again if it dies, and the ports that lead
 * to it. A command counts only once the process has answered, and it answers after the commit, so a death loses nothing
 * that was acknowledged.
 */
import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { CopyOfNotebook, ExportOptions } from '../../../contract/app';
import { exportOptions } from '../../../contract/app';
import { type ErrorCode, TieoutError, type WireError } from '../../../contract/errors';
import type { WorkProgress } from '../../../contract/work';
import type { ControlRequest, Opened, OpenMode } from '../../ipc/control';
import { wireError } from '../../failures/failure';
import { type ControlProcess, startControlProcess } from './control-process';
import { countRestarts } from './restarts';

export interface HostEvents {
  /** The process died; open calls are lost until `restarted` or `failed`. */
  readonly gone: (error: WireError) => void;
  readonly restarted: (reason: string) => void;
  readonly failed: (error: WireError) => void;
  /** The file is no longer under its name; what is open can still be read and saved elsewhere. */
  readonly lost: (error: WireError) => void;
}

export interface NotebookHost {
  readonly path: string;
  readonly readOnly: boolean;
  /** Where the damaged file is kept, if the notebook had to be made anew on opening. */
  readonly repaired: string | null;
  /** The window's end of a new channel to the process. */
  readonly connect: () => MessagePortMain;
  /** Hands the process the port on which an import's result will come; answers the plan's id. */
  readonly receiveImport: (job: string, port: MessagePortMain) => Promise<string>;
  /** How far that plan is; null where none is being made. */
  readonly planning: (job: string) => Promise<WorkProgress>;
  /** Stops that plan: `receiveImport` fails with `E_CANCELLED`, and nothing of it is kept. */
  readonly stopPlanning: (job: string) => Promise<unknown>;
  /** A message of the contract, from main itself. */
  readonly call: (message: string, request: unknown) => Promise<unknown>;
  readonly exportBytes: (options: ExportOptions) => Promise<Uint8Array>;
  /** What the PDF is printed from; null for the newest report, else document. */
  readonly printable: (what: ControlRequest<'printable'>['what']) => Promise<unknown>;
  readonly restore: (name: string) => Promise<void>;
  /** Goes on with a copy at `path`. */
  readonly saveAs: (path: string) => Promise<void>;
  readonly copies: () => Promise<CopyOfNotebook[]>;
  readonly close: () => Promise<void>;
  readonly pid: () => number | undefined;
}

/** A close that takes longer is cut short: what was acknowledged is on disk already. */
const CLOSE_WITHIN_MS = 4000;
const GONE: WireError = {
  code: 'E_RESTARTED',
  message: 'The notebook process stopped and is being started again. Check that your last change is there.',
};

/**
 * Opens the notebook in a process of its own, after putting the backup `restored` in its place where one is named; throws
 * with the reason if that fails, and leaves nothing running.
 */
export async function openNotebookHost(
  entry: string,
  path: string,
  mode: OpenMode,
  events: HostEvents,
  restored?: string,
): Promise<NotebookHost> {
  const restarts = countRestarts();
  let current = await start(entry, path, mode, events, restored);
  let closing = false;

  const watch = (running: ControlProcess): void => {
    running.exited.then((code) => (closing ? undefined : revive(code))).catch(() => undefined);
  };
  const revive = async (code: number): Promise<void> => {
    events.gone(GONE);
    if (!restarts.allow(Date.now())) return events.failed(keepsStopping(current.path));
    try {
      current = await start(entry, current.path, mode === 'read' ? 'read' : 'write', events);
      watch(current.process);
      events.restarted(`The notebook process ended unexpectedly (code ${code}) and was started again.`);
    } catch (reason) {
      events.failed(wireError('start of the notebook process', reason));
    }
  };
  watch(current.process);

  return {
    get path() {
      return current.path;
    },
    get readOnly() {
      return current.readOnly;
    },
    repaired: current.repaired,
    connect: () => {
      const { port1, port2 } = new MessageChannelMain();
      current.process.ask('connect', {}, [port2]).catch(() => undefined);
      return port1;
    },
    receiveImport: async (job, port) => (await current.process.ask('receiveImport', { job }, [port])).plan,
    planning: (job) => current.process.ask('planning', { job }),
    stopPlanning: (job) => current.process.ask('stopPlanning', { job }),
    call: (message, request) => current.process.ask('call', { message, request }),
    exportBytes: (options) => current.process.ask('exportBytes', exportOptions.parse(options)),
    printable: (what) => current.process.ask('printable', { what }),
    restore: async (name) => {
      await current.process.ask('restore', { path: current.path, name });
    },
    saveAs: async (target) => {
      current = { ...current, ...(await current.process.ask('saveAs', { path: target })) };
    },
    copies: () => current.process.ask('copies', { path: current.path }),
    close: async () => {
      closing = true;
      await end(current.process);
    },
    pid: () => current.process.pid(),
  };
}

interface Started extends Opened {
  readonly process: ControlProcess;
}

async function start(
  entry: string,
  path: string,
  mode: OpenMode,
  events: HostEvents,
  restored?: string,
): Promise<Started> {
  const process = startControlProcess(entry, 'Tieout notebook', events.lost);
  try {
    if (restored !== undefined) return { process, ...(await process.ask('restore', { path, name: restored })) };
    return { process, ...(await openOrRead(process, path, mode)) };
  } catch (reason) {
    // Ended like any other and waited for: killed and left behind, it made one later quit in four hang in Electron 33.
    await end(process);
    throw reason;
  }
}

/** What may not be written, or has no room to be, can still be read. */
async function openOrRead(process: ControlProcess, path: string, mode: OpenMode): Promise<Opened> {
  try {
    return await process.ask('open', { path, mode });
  } catch (reason) {
    if (mode !== 'write' || !(reason instanceof TieoutError) || !READABLE.has(reason.code)) throw reason;
    return process.ask('open', { path, mode: 'read' });
  }
}

const READABLE: ReadonlySet<ErrorCode> = new Set(['E_READ_ONLY', 'E_FULL']);

/** Asks a process of its own about a notebook that could not be opened. */
export async function askAboutNotebook<T>(entry: string, ask: (process: ControlProcess) => Promise<T>): Promise<T> {
  const process = startControlProcess(entry, 'Tieout notebook');
  try {
    return await ask(process);
  } finally {
    await end(process);
  }
}

async function end(process: ControlProcess): Promise<void> {
  const late = setTimeout(process.kill, CLOSE_WITHIN_MS);
  await process.ask('close', {}).catch(() => undefined);
  process.kill();
  await process.exited;
  clearTimeout(late);
}

const keepsStopping = (path: string): WireError => ({
  code: 'E_BUG',
  message: `The notebook process keeps stopping on ${path}. The file was left as it is; restore a backup or restart Tieout.`,
});

/** `E_NOT_FOUND`: the window shows none. */
export const noNotebook = (): TieoutError =>
  new TieoutError('E_NOT_FOUND', 'No notebook is open. Open one or make a new one first.');
