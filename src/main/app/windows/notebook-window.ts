/** One window with one notebook: opens and switches notebooks, hands the window its port, and says what went wrong. */
import type { BrowserWindow } from 'electron';
import type { AppEvents, CopyOfNotebook } from '../../../contract/app';
import { TieoutError, type WireError } from '../../../contract/errors';
import type { OpenMode } from '../../ipc/control';
import { wireError } from '../../failures/failure';
import type { ControlProcess } from '../processes/control-process';
import { mayOpenAsItIs, showRepaired } from '../files/dialogs';
import { type Grants, makeGrants } from '../files/grants';
import { type ImportJobs, makeImportJobs } from '../processes/import-jobs';
import {
  askAboutNotebook,
  type HostEvents,
  noNotebook,
  type NotebookHost,
  openNotebookHost,
} from '../processes/notebook-host';
import { PageLink } from './page-link';
import type { Places } from '../files/places';
import { realPath } from '../files/real-path';
import { notebookName } from '../settings/recent';

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
export const makeNotebookWindow = (window: BrowserWindow, options: NotebookWindowOptions): NotebookWindow =>
  new JoinedWindow(window, options);

class JoinedWindow implements NotebookWindow {
  readonly grants = makeGrants();
  readonly imports: ImportJobs;
  readonly #page: PageLink;
  readonly #events: HostEvents;
  #host: NotebookHost | null = null;
  #failure: WireError | null = null;
  /** The notebook that could not be opened, where there is none else. */
  #wanted: string | null = null;
  #asked = false;
  #closed = false;
  /** One opening at a time, in order of asking. */
  #opening: Promise<unknown> = Promise.resolve();

  constructor(
    readonly window: BrowserWindow,
    private readonly options: NotebookWindowOptions,
  ) {
    this.#page = new PageLink(window);
    const tell = (progress: AppEvents['import.progress']): void => this.send('import.progress', progress);
    this.imports = makeImportJobs(options.places.importProcess, tell, this.grants.again);
    this.#events = {
      gone: (error) => this.#page.gone(error, false),
      restarted: (reason) => {
        this.#reconnect();
        this.send('notebook.restarted', { reason });
      },
      failed: (error) => this.fail(error),
      lost: ({ code, message }) => this.send('notebook.lost', { code, message }),
    };
  }

  send<E extends keyof AppEvents>(event: E, payload: AppEvents[E]): void {
    this.#page.send(event, payload);
  }

  connect(): void {
    this.#asked = true;
    if (this.#failure) {
      const { code, message } = this.#failure;
      this.#page.gone(this.#failure, true);
      this.send('notebook.failed', { code, message });
    } else if (this.#host) this.#page.handOver(this.#host.connect());
  }

  fail(error: WireError): void {
    this.#failure = error;
    this.#reconnect();
  }

  path(): string | null {
    return this.#host?.path ?? null;
  }

  async notebook(): Promise<NotebookHost> {
    await this.#opening;
    return this.#shown();
  }

  open(path: string, create: boolean, prepare?: Prepare): Promise<void> {
    return this.#inTurn(() => this.#open(path, create, prepare));
  }

  restore(name: string): Promise<void> {
    return this.#inTurn(async () => {
      this.imports.cancelAll();
      if (!this.#host || this.#failure) return this.#restoreClosed(name);
      await this.#host.restore(name);
      this.send('notebook.switched', { path: this.#host.path });
    });
  }

  copies(): Promise<{ path: string; copies: CopyOfNotebook[] }> {
    return this.#inTurn(async () => {
      const path = this.#standing();
      if (this.#host && !this.#failure) return { path, copies: await this.#host.copies() };
      const copies = await this.#askBeside((process) => process.ask('copies', { path }));
      return { path, copies };
    });
  }

  saveAs(path: string): Promise<void> {
    return this.#inTurn(async () => {
      const host = this.#shown();
      await host.saveAs(path);
      this.#noteName(host.path);
      this.send('notebook.restarted', { reason: `It is saved as ${host.path} now.` });
    });
  }

  salvage(target: string): Promise<string[]> {
    return this.#inTurn(async () => {
      const from = this.#standing();
      const found = await this.#askBeside((process) => process.ask('salvage', { from, to: target }));
      await this.#open(target, false);
      return found.lost;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.imports.cancelAll();
    await this.#opening;
    await this.#host?.close();
  }

  #reconnect(): void {
    if (this.#asked) this.connect();
  }

  /** In turn with openings: what is asked about must not change meanwhile. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#opening.then(work);
    this.#opening = done.catch(() => undefined);
    return done;
  }

  /** The notebook that the window shows; throws `E_NOT_FOUND` where there is none. */
  #shown(): NotebookHost {
    if (!this.#host || this.#failure) throw noNotebook();
    return this.#host;
  }

  /** The path of the notebook that is open, or that could not be opened. */
  #standing(): string {
    const path = this.#host?.path ?? this.#wanted;
    if (path === null) throw noNotebook();
    return path;
  }

  /** Asks a process of its own, because no notebook need be open. */
  #askBeside<T>(ask: (process: ControlProcess) => Promise<T>): Promise<T> {
    return askAboutNotebook(this.options.places.notebookProcess, ask);
  }

  async #open(path: string, create: boolean, prepare?: Prepare): Promise<void> {
    const before = this.#host;
    if (before && !this.#failure && before.path === (await realPath(path))) return;
    if (before === null) this.#wanted = path;
    const openAs = (mode: OpenMode): Promise<NotebookHost> =>
      openPrepared(this.options.places, path, mode, this.#events, prepare);
    const opened = openAs(create ? 'create' : 'write');
    await this.#show(await opened.catch((reason: unknown) => this.#openAfterAll(reason, openAs)), before);
  }

  /** A notebook from which changes are missing is opened if the person wants it as it is. */
  async #openAfterAll(reason: unknown, openAs: (mode: OpenMode) => Promise<NotebookHost>): Promise<NotebookHost> {
    if (!(reason instanceof TieoutError) || reason.code !== 'E_ROLLED_BACK' || this.window.isDestroyed()) throw reason;
    if (!(await mayOpenAsItIs(this.window, reason.message))) throw reason;
    return openAs('as-it-is');
  }

  /** Restores a notebook that is not open, or that failed. */
  async #restoreClosed(name: string): Promise<void> {
    const wanted = this.#standing();
    this.#wanted = wanted;
    await this.#host?.close();
    this.#host = null;
    const { notebookProcess } = this.options.places;
    await this.#show(await openNotebookHost(notebookProcess, wanted, 'write', this.#events, name), null);
  }

  async #show(next: NotebookHost, before: NotebookHost | null): Promise<void> {
    if (this.#closed) return next.close();
    this.imports.cancelAll();
    const failedBefore = this.#failure !== null;
    this.#host = next;
    this.#failure = null;
    this.#reconnect();
    this.#noteName(next.path);
    if (next.repaired !== null) showRepaired(this.window, next.repaired).catch(() => undefined);
    if (before || failedBefore) this.send('notebook.switched', { path: next.path });
    await before?.close();
  }

  #noteName(path: string): void {
    this.options.onOpened(path);
    if (!this.window.isDestroyed()) this.window.setTitle(`${notebookName(path)} – Tieout`);
  }
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

/** What the page shows of a notebook that could not be opened. */
export const asFailure = (reason: unknown): WireError => wireError('opening the notebook', reason);
