/** Composition root of the Electron main side: reads the arguments, sets the policies, wires windows, gate and processes. */
import { join } from 'node:path';
import { app, ipcMain, session } from 'electron';
import { z } from 'zod';
import { readArguments } from './app/settings/args';
import { holdAllContents } from './app/policy/contents-policy';
import { type Windows, makeWindows } from './app/windows/windows';
import { placesFrom } from './app/files/places';
import { openPrefs } from './app/settings/prefs';
import { declareAppScheme, serveApp } from './app/policy/protocol';
import { cutNetwork, holdAllSessions } from './app/policy/session-policy';
import { showFirst } from './app/windows/start';
import { setTheme } from './app/settings/theme';
import { appHandlers } from './app/handlers/app-handlers';
import { exportHandlers } from './app/handlers/export-handlers';
import { register } from './ipc/gate';
import { importHandlers } from './app/handlers/import-handlers';
import { notebookHandlers } from './app/handlers/notebook-handlers';

const sandboxed = !app.commandLine.hasSwitch('no-sandbox');
const resources = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '../../resources');
const places = placesFrom(import.meta.dirname, resources);
const options = readArguments(process.argv.slice(1), app.isPackaged ? 0 : 1, process.env.INIT_CWD ?? process.cwd());
const secondStart = z.object({ notebook: z.string().nullable() });

// Electron's own answer is a modal box that stops every window: what was saved is safe, so say it and go on.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (reason: unknown) => {
    process.stderr.write(`tieout: bug in main: ${reason instanceof Error ? reason.stack : String(reason)}\n`);
  });
}

// Together with --no-sandbox this would crash-loop the child processes; each window asks for its sandbox in any case.
if (sandboxed) app.enableSandbox();
declareAppScheme();
cutNetwork();
holdAllContents();
holdAllSessions((url) => process.stderr.write(`tieout: refused to load ${url.slice(0, 200)}\n`));

// Not awaited: Electron is ready only once this module has ended.
openOrLeave().catch((reason: unknown) => {
  process.stderr.write(`tieout: could not start: ${String(reason)}\n`);
  app.exit(1);
});

async function openOrLeave(): Promise<void> {
  if (options.userDataDir !== null) app.setPath('userData', options.userDataDir);
  if (app.requestSingleInstanceLock({ notebook: options.notebook })) await run();
  else app.exit(0);
}

async function run(): Promise<void> {
  const prefs = openPrefs(join(app.getPath('userData'), 'preferences.json'));
  setTheme(options.theme ?? prefs.get().theme);
  await app.whenReady();
  serveApp(session.defaultSession, places.renderer);
  const windows = makeWindows(places, prefs);
  const handlers = {
    ...appHandlers(prefs, sandboxed),
    ...notebookHandlers(prefs),
    ...importHandlers,
    ...exportHandlers(places.typesetProcess),
  };
  register(ipcMain, handlers, windows.callerOf, (caller) => caller.connect());
  listen(windows);
  await showFirst(windows, prefs, options.notebook, app.getPath('userData'));
}

function listen(windows: Windows): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { notebook } = secondStart.parse(data);
    if (notebook === null) windows.focusAny();
    else windows.show(notebook).catch(() => undefined);
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    // Closing is bounded by itself, and everything acknowledged is on disk: nothing is left to ask the quit for again.
    windows
      .closeAll()
      .finally(() => app.exit(0))
      .catch(() => undefined);
  });
}
