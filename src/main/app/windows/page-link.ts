/** What main tells the page of one window, and the port that it hands over; nothing once the window is gone. */
import type { BrowserWindow, MessagePortMain } from 'electron';
import type { AppEvents } from '../../../contract/app';
import type { WireError } from '../../../contract/errors';
import { CHANNEL } from '../../../contract/names';

export class PageLink {
  constructor(private readonly window: BrowserWindow) {}

  send<E extends keyof AppEvents>(event: E, payload: AppEvents[E]): void {
    if (!this.window.isDestroyed()) this.window.webContents.send(CHANNEL.event, event, payload);
  }

  /** Answers all open calls with `error`; with `lasting`, later ones too, until another port is handed over. */
  gone(error: WireError, lasting: boolean): void {
    if (!this.window.isDestroyed()) this.window.webContents.send(CHANNEL.gone, error, lasting);
  }

  /** Only the page's own top frame gets the port: nothing else of ours listens on this channel. */
  handOver(port: MessagePortMain): void {
    if (!this.window.isDestroyed()) this.window.webContents.mainFrame.postMessage(CHANNEL.port, null, [port]);
  }
}
