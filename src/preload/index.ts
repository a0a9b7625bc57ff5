/**
 * Builds `window.tieout`, the window's only way out: one function a message, and nothing that takes a channel's name.
 * Notebook messages go over the port to the notebook process, all others to main; both ends check what arrives.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvents } from '../contract/app';
import type { WireError } from '../contract/errors';
import { APP_EVENTS, APP_MESSAGES, CHANNEL, NOTEBOOK_MESSAGES } from '../contract/names';
import type { ChangedEvent } from '../contract/notebook';
import { makeNotebookPort } from './notebook-port';

type EventName = keyof AppEvents;
type Listener = (payload: unknown) => void;

const notebook = makeNotebookPort();
const listeners = new Map<EventName, Set<Listener>>(APP_EVENTS.map((event) => [event, new Set()]));
/** What the last failure said, until a notebook is there again. */
let failed: unknown = null;

ipcRenderer.on(CHANNEL.port, (event) => {
  const [port] = event.ports;
  failed = null;
  if (port) notebook.attach(port);
});
ipcRenderer.on(CHANNEL.gone, (_event, error: WireError, lasting: boolean) => notebook.detach(error, lasting));
ipcRenderer.on(CHANNEL.event, (_event, name: EventName, payload: unknown) => {
  if (name === 'notebook.failed') failed = payload;
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

const callMain = (message: string, request: unknown): Promise<unknown> =>
  ipcRenderer.invoke(CHANNEL.call, { message, request });

/** A failure that came before anybody listened is told to who listens now: it decides what the window shows. */
function on(name: EventName, listener: Listener): () => void {
  const known = listeners.get(name);
  if (!known) throw new TypeError(`There is no event ${name}.`);
  known.add(listener);
  if (name === 'notebook.failed' && failed) listener(failed);
  return () => known.delete(listener);
}

/** A File made by a script has no path and gives no grant. */
const grantDropped = (files: readonly File[]): Promise<unknown> =>
  callMain('import.grantDropped', { paths: files.map((file) => webUtils.getPathForFile(file)).filter(Boolean) });

contextBridge.exposeInMainWorld('tieout', {
  ...Object.fromEntries(
    NOTEBOOK_MESSAGES.map((message) => [message, (request: unknown) => notebook.call(message, request)]),
  ),
  ...Object.fromEntries(APP_MESSAGES.map((message) => [message, (request: unknown) => callMain(message, request)])),
  'import.grantDropped': grantDropped,
  onChanged: (listener: (event: ChangedEvent) => void) => notebook.onChanged(listener),
  on,
});

ipcRenderer.send(CHANNEL.connect);
