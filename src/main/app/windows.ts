/** All windows of this run: one a notebook, found by path or by the page that speaks. */
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BrowserWindow, nativeTheme } from 'electron';
import type { WireError } from '../../contract/errors';
import { isOwnTopFrame, type SenderFrame } from '../ipc/sender';
import { showMenu } from './menu';
import { askNotebookToMake, askNotebookToOpen, showSyncedFolder, showFailure } from './dialogs';
import type { Places } from './places';
import type { Prefs } from './prefs';
import { notebookName, withOpened } from './recent';
import { fillSample, sampleFiles } from './samples';
import { conflictCopies, syncedBy } from './synced-folder';
import { onThemeChanged, setTheme } from './theme';
import { realPath } from './real-path';
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
export function makeWindows(places: Places, prefs: Prefs): Windows {
  const shown = new Set<NotebookWindow>();
  /** Windows that are gone while their notebook is still being closed. */
  const ending = new Set<Promise<unknown>>();

  const onOpened = (path: string): void => {
    prefs.set({ recent: withOpened(prefs.get().recent, path, new Date().toISOString()) });
    refreshMenu();
    warnOfSync(path).catch(report);
  };
  /** Once for a notebook, and again whenever there are other copies in conflict with it. */
  const warnOfSync = async (path: string): Promise<void> => {
    const program = syncedBy(path);
    const notebookWindow = [...shown].find((one) => one.path() === path);
    if (program === null || notebookWindow === undefined) return;
    const conflicts = conflictCopies(path, await readdir(dirname(path)));
    const key = `synced ${path}`.slice(0, 300);
    const warned = JSON.stringify(conflicts);
    if (prefs.get().values[key] === warned) return;
    prefs.set({ values: { ...prefs.get().values, [key]: warned } });
    await showSyncedFolder(notebookWindow.window, program, conflicts);
  };
  const focused = (): NotebookWindow | undefined => {
    const all = [...shown];
    return all.find((notebookWindow) => notebookWindow.window.isFocused()) ?? all[0];
  };
  const refreshMenu = (): void =>
    showMenu(
      prefs.get().recent.map((entry) => notebookName(entry.path)),
      {
        run: (command) => runCommand(focused(), command, prefs),
        openRecent: (index) => openInto(focused(), prefs.get().recent[index]?.path ?? null, false),
      },
    );

  const end = (notebookWindow: NotebookWindow): void => {
    const ended = notebookWindow
      .close()
      .catch(report)
      .finally(() => ending.delete(ended));
    ending.add(ended);
  };

  const openWindow = async (open: (notebookWindow: NotebookWindow) => Promise<void>): Promise<void> => {
    const window = makeWindow(places, prefs);
    const notebookWindow = makeNotebookWindow(window, { places, onOpened });
    shown.add(notebookWindow);
    window.once('closed', () => {
      shown.delete(notebookWindow);
      end(notebookWindow);
    });
    await Promise.all([
      loadPage(window),
      open(notebookWindow).catch((reason: unknown) => notebookWindow.fail(asFailure(reason))),
    ]);
  };

  onThemeChanged((dark) => {
    for (const notebookWindow of shown) notebookWindow.send('theme', { dark });
  });
  refreshMenu();

  return {
    show: async (path) => {
      const file = await realPath(path);
      const there = [...shown].find((notebookWindow) => notebookWindow.path() === file);
      if (there) return bringForward(there.window);
      await openWindow((notebookWindow) => notebookWindow.open(path, false));
    },
    showSample: async (path) => {
      const files = await sampleFiles(places.samples);
      await openWindow(async (notebookWindow) => {
        await notebookWindow.open(path, true, (host) => fillSample(host, notebookWindow.imports, files));
        prefs.set({ sampleMade: true });
      });
    },
    callerOf: ({ senderFrame, sender }) => {
      const notebookWindow = [...shown].find((candidate) => candidate.window.webContents.id === sender.id);
      return notebookWindow && isOwnTopFrame(senderFrame) ? notebookWindow : null;
    },
    focusAny: () => {
      const notebookWindow = focused();
      if (notebookWindow) bringForward(notebookWindow.window);
    },
    closeAll: async () => {
      for (const notebookWindow of shown) end(notebookWindow);
      await Promise.race([Promise.all(ending), setTimeout(CLOSE_ALL_WITHIN_MS)]);
      await prefs.settled();
    },
  };
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
