/** What main says of the app and this machine: version, theme, recent notebooks. Read at start and when the notebook changes. */
import type { AppResponse } from '../../../contract/app';
import { asTieoutError, call } from './calls/client';
import { createStore } from './state/store';

export type AppInfo = AppResponse<'app.info'>;
export const appInfo = createStore<AppInfo | null>(null);

/** Reads it anew; a failure keeps what is known, because nothing in it is worth an error screen. */
export async function loadAppInfo(): Promise<void> {
  try {
    appInfo.set(await call('app.info', {}));
  } catch (reason) {
    console.warn('The facts about the app could not be read:', asTieoutError(reason).message);
  }
}
