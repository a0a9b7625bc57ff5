/** Makes the window: sandboxed, isolated, without Node, where the person left it, painted before it is shown. */
import { BrowserWindow, dialog, screen } from 'electron';
import { APP_ORIGIN } from '../../ipc/sender';
import type { Places } from '../files/places';
import type { Prefs } from '../settings/prefs';
import { backgroundColour } from '../settings/theme';
import { MIN_SIZE, placeWindow } from '../settings/window-state';

/** Hidden until it is painted; remembers its place in `prefs` when it closes. The page is loaded by `loadPage`. */
export function makeWindow(places: Places, prefs: Prefs): BrowserWindow {
  const saved = prefs.get().window;
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { maximised, ...bounds } = placeWindow(saved, screens, screen.getPrimaryDisplay().workArea);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Tieout',
    icon: places.icon,
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberState(window, prefs);
  reloadIfGone(window);
  return window;
}

/** Resolves once the page is loaded. */
export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${APP_ORIGIN}/index.html`);

function rememberState(window: BrowserWindow, prefs: Prefs): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    prefs.set({ window: { x, y, width, height, maximised: window.isMaximized() } });
  });
}

/** The page holds no truth: a new one shows everything that was saved. Only the person ends a page that keeps dying. */
function reloadIfGone(window: BrowserWindow): void {
  const offer = (message: string): void => void offerReload(window, message).catch(() => undefined);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    process.stderr.write(`tieout: the page stopped (${reason})\n`);
    offer(`The window stopped (${reason}). Everything saved is in the notebook.`);
  });
  window.on('unresponsive', () => offer('The window is not responding.'));
}

async function offerReload(window: BrowserWindow, message: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail: 'Reload it to go on.',
    buttons: ['Reload', 'Wait'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0 && !window.isDestroyed()) window.webContents.reload();
}
