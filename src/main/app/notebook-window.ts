/** One window with one notebook: opens and switches notebooks, hands the window its port, and says what went wrong. */
import { type BrowserWindow, type MessagePortMain } from 'electron';
import type { AppEvents, CopyOfNotebook } from '../../contract/app';
import { TieoutError, type WireError } from '../../contract/errors';
import { CHANNEL } from '../../contract/names';
import type { OpenMode } from '../ipc/control';
import { wireError } from '../failure';
import type { Grants } from './grants';
import { mayOpenAsItIs, showRepaired } from './dialogs';
import { makeGrants } from './grants';
import { type ImportJobs, makeImportJobs } from './import-jobs';
import { askAboutNotebook, type HostEvents, noNotebook, type NotebookHost, openNotebookHost } from './notebook-host';
import type { Places } from './places';
import { realPath } from './real-path';
import { notebookName } from './recent';

/** Makes a notebook ready before its window sees it. */
export type Prepare = (host: NotebookHost) => Promise<void>;

export interface NotebookWindow {
  readonly window: BrowserWindow;
  readonly imports: ImportJobs;
  readonly grants: Grants;
  /** Waits for an opening under way; rejects with `E_NOT_FOUND` where no notebook is open. */
  readonly notebook: () => Promise<NotebookHost>;
  readonly path: () => string | null;
  readonly send: <E extends keyof AppEvents>(event: E, payload: AppEvents[E]) => void;
  /** Opens and shows a notebook, then lets go of the one before; throws and keeps that one if it cannot be opened. */
  readonly open: (path: string, create: boolean, prepare?: Prepare) => Promise<void>;
  /** Puts a verified backup in the notebook's place, also of one that could not be opened. */
  readonly restore: (name: string) => Promise<void>;
  /** The backups there are of the notebook that is open, or that could not be opened. */
  readonly copies: () => Promise<{ path: string; copies: CopyOfNotebook[] }>;
  /** Goes on with the open notebook in another file. */
  readonly saveAs: (path: string) => Promise<void>;
  /** Writes what can be read of the notebook that could not be opened to `target` and opens that; gives what is lost. */
  readonly salvage: (target: string) => Promise<string[]>;
  /** Shows that there is no notebook, and why. */
  readonly fail: (error: WireError) => void;
  /** The page asks for its port, also after a reload. */
  readonly connect: () => void;
  readonly close: () => Promise<void>;
}

export interface NotebookWindowOptions {
  readonly places: Places;
  readonly onOpened: (path: string) => void;
}

/** Joins `window` with the notebook that it is told to open. `onOpened` hears the real path of each notebook that is shown. */
export function makeNotebookWindow(window: BrowserWindow, { places, onOpened }: NotebookWindowOptions): NotebookWindow {
  let host: NotebookHost | null = null;
  let failure: WireError | null = null;
  /** The notebook that could not be opened, where there is none else. */
  let wanted: string | null = null;
  let asked = false;
  let closed = false;
  /** One opening at a time, in order of asking. */
  let opening: Promise<unknown> = Promise.resolve();

  const send: NotebookWindow['send'] = (event, payload) => {
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
    lost: ({ code, message }) => send('notebook.lost', { code, message }),
  };

  const open: NotebookWindow['open'] = async (path, create, prepare) => {
    const before = host;
    if (before && !failure && before.path === (await realPath(path))) return;
    if (before === null) wanted = path;
    const openAs = (mode: OpenMode): Promise<NotebookHost> => openPrepared(places, path, mode, events, prepare);
    await show(
      await openAs(create ? 'create' : 'write').catch((reason: unknown) => openAfterAll(reason, openAs)),
      before,
    );
  };
  /** A notebook from which changes are missing is opened if the person wants it as it is. */
  const openAfterAll = async (
    reason: unknown,
    openAs: (mode: OpenMode) => Promise<NotebookHost>,
  ): Promise<NotebookHost> => {
    if (!(reason instanceof TieoutError) || reason.code !== 'E_ROLLED_BACK' || window.isDestroyed()) throw reason;
    if (!(await mayOpenAsItIs(window, reason.message))) throw reason;
    return openAs('as-it-is');
  };
  const show = async (next: NotebookHost, before: NotebookHost | null): Promise<void> => {
    if (closed) return next.close();
    imports.cancelAll();
    const failedBefore = failure !== null;
    host = next;
    failure = null;
    reconnect();
    noteName(next.path);
    if (next.repaired !== null) showRepaired(window, next.repaired).catch(() => undefined);
    if (before || failedBefore) send('notebook.switched', { path: next.path });
    await before?.close();
  };
  const noteName = (path: string): void => {
    onOpened(path);
    if (!window.isDestroyed()) window.setTitle(`${notebookName(path)} – Tieout`);
  };
  /** In turn with openings: what is asked about must not change meanwhile. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = opening.then(work);
    opening = done.catch(() => undefined);
    return done;
  };
  const standing = (): string => {
    const path = host?.path ?? wanted;
    if (path === null) throw noNotebook();
    return path;
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
    open: (path, create, prepare) => inTurn(() => open(path, create, prepare)),
    restore: (name) =>
      inTurn(async () => {
        imports.cancelAll();
        if (!host || failure) {
          wanted = standing();
          await host?.close();
          host = null;
          await show(await openNotebookHost(places.notebookProcess, wanted, 'write', events, name), null);
          return;
        }
        await host.restore(name);
        send('notebook.switched', { path: host.path });
      }),
    copies: () =>
      inTurn(async () => {
        const path = standing();
        if (host && !failure) return { path, copies: await host.copies() };
        const copies = await askAboutNotebook(places.notebookProcess, (process) => process.ask('copies', { path }));
        return { path, copies };
      }),
    saveAs: (path) =>
      inTurn(async () => {
        if (!host || failure) throw noNotebook();
        await host.saveAs(path);
        noteName(host.path);
        send('notebook.restarted', { reason: `It is saved as ${host.path} now.` });
      }),
    salvage: (target) =>
      inTurn(async () => {
        const from = standing();
        const found = await askAboutNotebook(places.notebookProcess, (process) =>
          process.ask('salvage', { from, to: target }),
        );
        await open(target, false);
        return found.lost;
      }),
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
  mode: OpenMode,
  events: HostEvents,
  prepare: Prepare | undefined,
): Promise<NotebookHost> {
  const host = await openNotebookHost(places.notebookProcess, path, mode, events);
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

/** What the page shows of a notebook that could not be opened. */
export const asFailure = (reason: unknown): WireError => wireError('opening the notebook', reason);
