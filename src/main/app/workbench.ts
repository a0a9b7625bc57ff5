/** One window with one notebook: opens and switches notebooks, hands the window its port, and says what went wrong. */
import { type BrowserWindow, type MessagePortMain } from 'electron';
import type { AppEvents } from '../../contract/app';
import type { WireError } from '../../contract/errors';
import { CHANNEL } from '../../contract/names';
import { wireError } from '../ipc/reply';
import type { Grants } from './grants';
import { makeGrants } from './grants';
import { type ImportJobs, makeImportJobs } from './import-jobs';
import { type HostEvents, noNotebook, type NotebookHost, openNotebookHost } from './notebook-host';
import type { Places } from './places';
import { realPath } from './real-path';
import { notebookName } from './recent';

/** Makes a notebook ready before its window sees it. */
export type Prepare = (host: NotebookHost) => Promise<void>;

export interface Workbench {
  readonly window: BrowserWindow;
  readonly imports: ImportJobs;
  readonly grants: Grants;
  /** Waits for an opening under way; rejects with `E_NOT_FOUND` where no notebook is open. */
  readonly notebook: () => Promise<NotebookHost>;
  readonly path: () => string | null;
  readonly send: <E extends keyof AppEvents>(event: E, payload: AppEvents[E]) => void;
  /** Opens and shows a notebook, then lets go of the one before; throws and keeps that one if it cannot be opened. */
  readonly open: (path: string, create: boolean, prepare?: Prepare) => Promise<void>;
  /** Puts a verified backup in the notebook's place. */
  readonly restore: (name: string) => Promise<void>;
  /** Shows that there is no notebook, and why. */
  readonly fail: (error: WireError) => void;
  /** The page asks for its port, also after a reload. */
  readonly connect: () => void;
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions {
  readonly places: Places;
  readonly onOpened: (path: string) => void;
}

export function makeWorkbench(window: BrowserWindow, { places, onOpened }: WorkbenchOptions): Workbench {
  let host: NotebookHost | null = null;
  let failure: WireError | null = null;
  let asked = false;
  let closed = false;
  /** One opening at a time, in order of asking. */
  let opening: Promise<unknown> = Promise.resolve();

  const send: Workbench['send'] = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNEL.event, event, payload);
  };
  const tellGone = (error: WireError, lasting: boolean): void => {
    if (!window.isDestroyed()) window.webContents.send(CHANNEL.gone, error, lasting);
  };
  const connect = (): void => {
    asked = true;
    if (failure) {
      tellGone(failure, true);
      send('notebook.failed', { code: failure.code, message: failure.message });
    } else if (host) handOver(window, host.connect());
  };
  const reconnect = (): void => {
    if (asked) connect();
  };
  const fail = (error: WireError): void => {
    failure = error;
    reconnect();
  };
  const grants = makeGrants();
  const imports = makeImportJobs(places.importProcess, (progress) => send('import.progress', progress), grants.again);
  const events: HostEvents = {
    gone: (error) => tellGone(error, false),
    restarted: (reason) => {
      reconnect();
      send('notebook.restarted', { reason });
    },
    failed: fail,
  };

  const open: Workbench['open'] = async (path, create, prepare) => {
    const before = host;
    if (before && !failure && before.path === (await realPath(path))) return;
    const next = await openPrepared(places, path, create, events, prepare);
    if (closed) return next.close();
    imports.cancelAll();
    host = next;
    failure = null;
    reconnect();
    onOpened(next.path);
    if (!window.isDestroyed()) window.setTitle(`${notebookName(next.path)} – Tieout`);
    if (before) send('notebook.switched', { path: next.path });
    await before?.close();
  };

  return {
    window,
    imports,
    grants,
    notebook: async () => {
      await opening;
      if (!host || failure) throw noNotebook();
      return host;
    },
    path: () => host?.path ?? null,
    send,
    open: (path, create, prepare) => {
      const done = opening.then(() => open(path, create, prepare));
      opening = done.catch(() => undefined);
      return done;
    },
    restore: async (name) => {
      if (!host) throw noNotebook();
      imports.cancelAll();
      await host.restore(name);
      send('notebook.switched', { path: host.path });
    },
    fail,
    connect,
    close: async () => {
      closed = true;
      imports.cancelAll();
      await opening;
      await host?.close();
    },
  };
}

/** A notebook that could not be made ready is let go of again. */
async function openPrepared(
  places: Places,
  path: string,
  create: boolean,
  events: HostEvents,
  prepare: Prepare | undefined,
): Promise<NotebookHost> {
  const host = await openNotebookHost(places.notebookProcess, path, create ? 'create' : 'write', events);
  try {
    await prepare?.(host);
    return host;
  } catch (reason) {
    await host.close();
    throw reason;
  }
}

/** Only the page's own top frame gets the port: nothing else of ours listens on this channel. */
function handOver(window: BrowserWindow, port: MessagePortMain): void {
  if (!window.isDestroyed()) window.webContents.mainFrame.postMessage(CHANNEL.port, null, [port]);
}

export const asFailure = (reason: unknown): WireError => wireError('opening the notebook', reason);
