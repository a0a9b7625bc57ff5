// Placeholder composition root: one window on the built renderer. Replaced by src/main/app.
// No top-level await of `ready`: Electron waits for this module before it becomes ready.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

async function open(): Promise<void> {
  await app.whenReady();
  const window = new BrowserWindow({
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
    },
  });
  await window.loadFile(join(import.meta.dirname, '../renderer/index.html'));
}

app.on('window-all-closed', () => app.quit());
void open();
