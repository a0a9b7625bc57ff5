/** Light, dark or as the system has it: the choice is kept by main, the attribute on the root element decides the tokens. */
import type { AppRequest } from '../../../contract/app';
import { ask } from './calls/run';
import { createStore } from './state/store';

export type Theme = AppRequest<'app.setTheme'>['theme'];
export const THEME_LABEL: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export const theme = createStore<Theme>('system');
const dark = createStore(false);

/** Draws in the theme that main reports. */
export function showDark(isDark: boolean): void {
  dark.set(isDark);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

export function prefersDark(choice: Theme): boolean {
  return choice === 'system' ? window.matchMedia('(prefers-color-scheme: dark)').matches : choice === 'dark';
}

/** Changes and keeps the choice; main answers with a `theme` event, the window does not wait for it. */
export async function setTheme(choice: Theme): Promise<void> {
  theme.set(choice);
  showDark(prefersDark(choice));
  await ask('app.setTheme', { theme: choice });
}

/** Follows main's `theme` events and, while the choice is "system", the system's own. */
export function followTheme(): () => void {
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  const onSystem = () => {
    if (theme.get() === 'system') showDark(media.matches);
  };
  media.addEventListener('change', onSystem);
  const stop = window.tieout.on('theme', (event) => showDark(event.dark));
  return () => {
    media.removeEventListener('change', onSystem);
    stop();
  };
}
