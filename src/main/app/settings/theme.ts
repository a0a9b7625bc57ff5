/**
 * Light or dark: the person's choice, the system's, or for one run the command line's; windows are painted to match.
 */
import { BrowserWindow, nativeTheme } from 'electron';
import type { ThemeChoice } from './args';

/** The page's own background in each theme, so that nothing flashes before the first paint. */
const BACKGROUND = { light: '#f7f7f5', dark: '#161615' } as const;

/** The background of the theme that is shown now, as `#rrggbb`. */
export const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);

/** Sets the theme for this run and does not store it: the caller does. */
export function setTheme(theme: ThemeChoice): void {
  nativeTheme.themeSource = theme;
}

/** Paints all windows anew and tells whether it is dark, at every change of choice or system. */
export function onThemeChanged(tell: (dark: boolean) => void): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColour());
    tell(nativeTheme.shouldUseDarkColors);
  });
}
