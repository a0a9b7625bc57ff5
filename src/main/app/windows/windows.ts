/** All windows of this run: one a notebook, found by path or by the page that speaks. */
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BrowserWindow, nativeTheme } from 'electron';
import type { WireError } from '../../../contract/errors';
import { isOwnTopFrame, type SenderFrame } from '../../ipc/sender';
import { showMenu } from './menu';
import { askNotebookToMake, askNotebookToOpen, showSyncedFolder, showFailure } from '../files/dialogs';
import type { Places } from '../files/places';
import type { Prefs } from '../settings/prefs';
import { notebookName, withOpened } from '../settings/recent';
import { fillSample, sampleFiles } from '../samples/samples';
import { conflictCopies, syncedBy } from '../files/synced-folder';
import { onThemeChanged, setTheme } from '../settings/theme';
import { realPath } from '../files/real-path';
import { loadPage, makeWindow } from './window';
import { asFailure, makeNotebookWindow, type NotebookWindow } from './notebook-window';

/** An opening that takes longer is not waited for when the app quits: what was acknowledged is on disk already. */
const CLOSE_ALL_WITHIN_MS = 8000;

export interface Windows {
  /** Opens a window on the notebook, or brings its window forward. A notebook that cannot be opened says so there. */
  readonly show: (path: string) => Promise<void>;
  /** As `show`, on a notebook that is made and filled from the sample notes first. */
  readonly showSample: (path: string) => Promise<void>;
  readonly callerOf: (event: {
    readonly senderFrame: SenderFrame | null;
    readonly sender: { readonly id: number };
  }) => NotebookWindow | null;
  readonly focusAny: () => void;
  /** Closes every notebook; resolves after `CLOSE_ALL_WITHIN_MS` at the latest. */
  readonly closeAll: () => Promise<void>;
}

/** No window is shown yet. Sets the menu, and keeps it and the recent notebooks up to date. */
export const makeWindows = (places: Places, prefs: Prefs): Windows => new OpenWindows(places, prefs);

class OpenWindows implements Windows {
  readonly #shown = new Set<NotebookWindow>();
  /** Windows that are gone while their notebook is still being closed. */
  readonly #ending = new Set<Promise<unknown>>();

  constructor(
    private readonly places: Places,
    private readonly prefs: Prefs,
  ) {
    onThemeChanged((dark) => {
      for (const notebookWindow of this.#shown) notebookWindow.send('theme', { dark });
    });
    this.#refreshMenu();
  }

  async show(path: string): Promise<void> {
    const file = await realPath(path);
    const there = this.#at(file);
    if (there) return bringForward(there.window);
    await this.#openWindow((notebookWindow) => notebookWindow.open(path, false));
  }

  async showSample(path: string): Promise<void> {
    const files = await sampleFiles(this.places.samples);
    await this.#openWindow(async (notebookWindow) => {
      await notebookWindow.open(path, true, (host) => fillSample(host, notebookWindow.imports, files));
      this.prefs.set({ sampleMade: true });
    });
  }

  readonly callerOf: Windows['callerOf'] = ({ senderFrame, sender }) => {
    const notebookWindow = [...this.#shown].find((candidate) => candidate.window.webContents.id === sender.id);
    return notebookWindow && isOwnTopFrame(senderFrame) ? notebookWindow : null;
  };

  focusAny(): void {
    const notebookWindow = this.#focused();
    if (notebookWindow) bringForward(notebookWindow.window);
  }

  async closeAll(): Promise<void> {
    for (const notebookWindow of this.#shown) this.#end(notebookWindow);
    await Promise.race([Promise.all(this.#ending), setTimeout(CLOSE_ALL_WITHIN_MS)]);
    await this.prefs.settled();
  }

  #at(path: string): NotebookWindow | undefined {
    return [...this.#shown].find((notebookWindow) => notebookWindow.path() === path);
  }

  #focused(): NotebookWindow | undefined {
    const all = [...this.#shown];
    return all.find((notebookWindow) => notebookWindow.window.isFocused()) ?? all[0];
  }

  async #openWindow(open: (notebookWindow: NotebookWindow) => Promise<void>): Promise<void> {
    const window = makeWindow(this.places, this.prefs);
    const onOpened = (path: string): void => this.#opened(path);
    const notebookWindow = makeNotebookWindow(window, { places: this.places, onOpened });
    this.#shown.add(notebookWindow);
    window.once('closed', () => {
      this.#shown.delete(notebookWindow);
      this.#end(notebookWindow);
    });
    await Promise.all([
      loadPage(window),
      open(notebookWindow).catch((reason: unknown) => notebookWindow.fail(asFailure(reason))),
    ]);
  }

  #end(notebookWindow: NotebookWindow): void {
    const ended = notebookWindow
      .close()
      .catch(report)
      .finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }

  #opened(path: string): void {
    const { recent } = this.prefs.get();
    this.prefs.set({ recent: withOpened(recent, path, new Date().toISOString()) });
    this.#refreshMenu();
    const shown = this.#at(path);
    if (shown) warnOfSync(shown.window, path, this.prefs).catch(report);
  }

  #refreshMenu(): void {
    const { prefs } = this;
    const names = prefs.get().recent.map((entry) => notebookName(entry.path));
    showMenu(names, {
      run: (command) => runCommand(this.#focused(), command, prefs),
      openRecent: (index) => openInto(this.#focused(), prefs.get().recent[index]?.path ?? null, false),
    });
  }
}

/** Once for a notebook, and again whenever there are other conflicting copies of it. */
async function warnOfSync(window: BrowserWindow, path: string, prefs: Prefs): Promise<void> {
  const program = syncedBy(path);
  if (program === null) return;
  const conflicts = conflictCopies(path, await readdir(dirname(path)));
  const key = `synced ${path}`.slice(0, 300);
  const warned = JSON.stringify(conflicts);
  if (prefs.get().values[key] === warned) return;
  prefs.set({ values: { ...prefs.get().values, [key]: warned } });
  await showSyncedFolder(window, program, conflicts);
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

const report = (reason: unknown): void => void process.stderr.write(`tieout: ${String(reason)}\n`);

/** What main does itself works also where the page shows no notebook; everything else is the page's. */
function runCommand(notebookWindow: NotebookWindow | undefined, command: string, prefs: Prefs): void {
  if (!notebookWindow) return;
  const theme = /^theme\.(system|light|dark)$/.exec(command)?.[1];
  if (theme === 'system' || theme === 'light' || theme === 'dark') {
    prefs.set({ theme });
    setTheme(theme);
    notebookWindow.send('theme', { dark: nativeTheme.shouldUseDarkColors });
  } else if (command === 'notebook.open') {
    askNotebookToOpen(notebookWindow.window)
      .then((path) => openInto(notebookWindow, path, false))
      .catch(report);
  } else if (command === 'notebook.new') {
    askNotebookToMake(notebookWindow.window)
      .then((path) => openInto(notebookWindow, path, true))
      .catch(report);
  } else notebookWindow.send('command', { id: command });
}

function openInto(notebookWindow: NotebookWindow | undefined, path: string | null, create: boolean): void {
  if (!notebookWindow || path === null) return;
  const showError = (error: WireError): Promise<void> =>
    showFailure(notebookWindow.window, 'The notebook was not opened.', error.message);
  notebookWindow.open(path, create).catch((reason: unknown) => showError(asFailure(reason)).catch(report));
}
