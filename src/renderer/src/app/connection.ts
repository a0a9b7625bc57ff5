/** Follows the notebook process of the window: it was restarted, it failed, or another notebook was opened. Empties or refreshes the cache accordingly. */
import { loadAppInfo } from './app-info';
import { closeBeside } from './state/beside';
import { forgetTrail } from './state/navigation';
import { createStore } from './state/store';
import { start } from './calls/run';
import { showToast } from './state/toasts';
import { cache } from './calls/use-query';

export type Connection =
  | { readonly state: 'open' }
  /** The file was taken away from under the notebook: said, and then known. */
  | { readonly state: 'lost'; readonly code: string; readonly message: string }
  | { readonly state: 'astray' }
  | { readonly state: 'failed'; readonly code: string; readonly message: string };

export const connection = createStore<Connection>({ state: 'open' });

/** Follows commits and the life of the notebook process; returns the function that stops. */
export function followNotebook(): () => void {
  const stops = [
    window.tieout.onChanged(({ tables }) => cache.invalidate(tables)),
    window.tieout.on('notebook.restarted', ({ reason }) => {
      connection.set({ state: 'open' });
      cache.reset(false);
      showToast({ kind: 'done', text: `The notebook was restarted: ${reason} Everything saved is there.` });
    }),
    window.tieout.on('notebook.switched', () => {
      connection.set({ state: 'open' });
      forgetTrail();
      closeBeside();
      cache.reset(true);
      start(loadAppInfo());
    }),
    window.tieout.on('notebook.lost', ({ code, message }) => connection.set({ state: 'lost', code, message })),
    window.tieout.on('notebook.failed', ({ code, message }) => connection.set({ state: 'failed', code, message })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
