/** All windows of this run: one a notebook, found by path or by the page that speaks. */
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BrowserWindow, nativeTheme } from 'electron';
import type { WireError } from '../../contract/errors';
import { isOwnTopFrame, type SenderFrame } from '../ipc/sender';
import { showMenu } from './menu';
import { askNotebookToMake, askNotebookToOpen, saySynced, sayWhatFailed } from './dialogs';
import type { Places } from './places';
import type { Prefs } from './prefs';
import { notebookName, withOpened } from './recent';
import { fillSample, sampleFiles } from './samples';
import { conflictCopies, syncedBy } from './synced-folder';
import { onThemeChanged, setTheme } from './theme';
import { realPath } from './real-path';
import { loadPage, makeWindow } from './window';
import { asFailure, makeWorkbench, type Workbench } from './workbench';

export interface Desk {
  /** Opens a window on the notebook, or brings its window forward. A notebook that cannot be opened says so there. */
  readonly show: (path: string) => Promise<void>;
  /** As `show`, on a notebook that is made and filled from the sample notes first. */
  readonly showSample: (path: string) => Promise<void>;
  readonly callerOf: (event: {
    readonly senderFrame: SenderFrame | null;
    readonly sender: { readonly id: number };
  }) => Workbench | null;
  readonly focusAny: () => void;
  readonly closeAll: () => Promise<void>;
}

export function makeDesk(places: Places, prefs: Prefs): Desk {
  const benches = new Set<Workbench>();
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
    const bench = [...benches].find((one) => one.path() === path);
    if (program === null || bench === undefined) return;
    const conflicts = conflictCopies(path, await readdir(dirname(path)));
    const key = `synced ${path}`.slice(0, 300);
    const said = JSON.stringify(conflicts);
    if (prefs.get().values[key] === said) return;
    prefs.set({ values: { ...prefs.get().values, [key]: said } });
    await saySynced(bench.window, program, conflicts);
  };
  const focused = (): Workbench | undefined => {
    const all = [...benches];
    return all.find((bench) => bench.window.isFocused()) ?? all[0];
  };
  const refreshMenu = (): void =>
    showMenu(
      prefs.get().recent.map((entry) => notebookName(entry.path)),
      {
        run: (command) => runCommand(focused(), command, prefs),
        openRecent: (index) => openInto(focused(), prefs.get().recent[index]?.path ?? null, false),
      },
    );

  const end = (bench: Workbench): void => {
    const ended = bench
      .close()
      .catch(report)
      .finally(() => ending.delete(ended));
    ending.add(ended);
  };

  const openBench = async (open: (bench: Workbench) => Promise<void>): Promise<void> => {
    const window = makeWindow(places, prefs);
    const bench = makeWorkbench(window, { places, onOpened });
    benches.add(bench);
    window.once('closed', () => {
      benches.delete(bench);
      end(bench);
    });
    await Promise.all([loadPage(window), open(bench).catch((reason: unknown) => bench.fail(asFailure(reason)))]);
  };

  onThemeChanged((dark) => {
    for (const bench of benches) bench.send('theme', { dark });
  });
  refreshMenu();

  return {
    show: async (path) => {
      const file = await realPath(path);
      const there = [...benches].find((bench) => bench.path() === file);
      if (there) return bringForward(there.window);
      await openBench((bench) => bench.open(path, false));
    },
    showSample: async (path) => {
      const files = await sampleFiles(places.samples);
      await openBench(async (bench) => {
        await bench.open(path, true, (host) => fillSample(host, bench.imports, files));
        prefs.set({ sampleMade: true });
      });
    },
    callerOf: ({ senderFrame, sender }) => {
      const bench = [...benches].find((candidate) => candidate.window.webContents.id === sender.id);
      return bench && isOwnTopFrame(senderFrame) ? bench : null;
    },
    focusAny: () => {
      const bench = focused();
      if (bench) bringForward(bench.window);
    },
    closeAll: async () => {
      for (const bench of benches) end(bench);
      await Promise.all(ending);
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
function runCommand(bench: Workbench | undefined, command: string, prefs: Prefs): void {
  if (!bench) return;
  const theme = /^theme\.(system|light|dark)$/.exec(command)?.[1];
  if (theme === 'system' || theme === 'light' || theme === 'dark') {
    prefs.set({ theme });
    setTheme(theme);
    bench.send('theme', { dark: nativeTheme.shouldUseDarkColors });
  } else if (command === 'notebook.open') {
    askNotebookToOpen(bench.window)
      .then((path) => openInto(bench, path, false))
      .catch(report);
  } else if (command === 'notebook.new') {
    askNotebookToMake(bench.window)
      .then((path) => openInto(bench, path, true))
      .catch(report);
  } else bench.send('command', { id: command });
}

function openInto(bench: Workbench | undefined, path: string | null, create: boolean): void {
  if (!bench || path === null) return;
  const say = (error: WireError): Promise<void> =>
    sayWhatFailed(bench.window, 'The notebook was not opened.', error.message);
  bench.open(path, create).catch((reason: unknown) => say(asFailure(reason)).catch(report));
}
