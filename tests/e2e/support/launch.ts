// How Electron tests reach the app: the built one, in a profile of its own, ready to be used.
import {
  type LaunchedApp,
  type LaunchOptions,
  launchApp,
  showView,
  VIEWS,
  type ViewName,
  waitForAnyView,
} from '../../../scripts/lib/app.mjs';

export { showView, VIEWS };
export type { LaunchedApp, LaunchOptions, ViewName };

/** Launches the app and waits until its first view shows data. Close it when done: `close()`. */
export async function launchTieout(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp(options);
  try {
    await waitForAnyView(launched.page);
    return launched;
  } catch (error) {
    await launched.close();
    throw error;
  }
}
