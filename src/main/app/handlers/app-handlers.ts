/** Answers about the program itself: version, theme, preferences of this person on this machine. */
import { app, nativeTheme } from 'electron';
import { TieoutError } from '../../../contract/errors';
import type { Prefs } from '../settings/prefs';
import { describeRecent } from '../settings/recent';
import { setTheme } from '../settings/theme';
import type { AppHandlers } from '../../ipc/gate';
import type { NotebookWindow } from '../windows/notebook-window';

type Handlers = Pick<AppHandlers<NotebookWindow>, 'app.info' | 'app.setTheme' | 'prefs.get' | 'prefs.set'>;

const MOST_KEYS = 200;
const LONGEST_VALUE = 200_000;

/**
 * `sandboxed`: the operating system holds the processes of pages. `prefs.set` throws `E_TOO_LARGE` for a value over 200,000
 * characters of JSON, or the 201st key.
 */
export function appHandlers(prefs: Prefs, sandboxed: boolean): Handlers {
  return {
    'app.info': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      // Also where the command line chose it for this run.
      theme: nativeTheme.themeSource,
      recent: await describeRecent(prefs.get().recent),
      sandboxed,
    }),
    'app.setTheme': ({ theme }) => {
      prefs.set({ theme });
      setTheme(theme);
      return {};
    },
    'prefs.get': ({ key }) => prefs.get().values[key] ?? null,
    'prefs.set': ({ key, value }) => {
      const values = { ...prefs.get().values, [key]: value };
      if (Object.keys(values).length > MOST_KEYS || (JSON.stringify(value) ?? '').length > LONGEST_VALUE) {
        throw new TieoutError('E_TOO_LARGE', 'There are too many preferences to keep. Reset the layout.');
      }
      prefs.set({ values });
      return {};
    },
  };
}
