/** Blocks navigation, new windows and webviews on every page. */
import { app, type WebContents } from 'electron';

/** For all pages of this run; to be called before the first window is made. */
export function holdAllContents(): void {
  app.on('web-contents-created', (_event, contents) => hold(contents));
}

function hold(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
