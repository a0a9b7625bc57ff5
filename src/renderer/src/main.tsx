/** Starts the window: preferences and theme first, so that the first drawing is already as it was left; then the shell. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/states.css';
import './styles/shell.css';
import './styles/dialogs.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { appInfo, loadAppInfo } from './app/app-info';
import { watchLeaving } from './app/state/leaving';
import { loadPrefs } from './app/prefs';
import { Shell } from './shell/Shell';
import { prefersDark, showDark, theme } from './app/theme';

/** The faces that the first drawing needs; without them it would be drawn twice, in two widths. */
async function loadFonts(): Promise<void> {
  const faces = ['13px "Inter Variable"', '600 13px "Inter Variable"', '16px "Source Serif 4 Variable"'];
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
}

async function main(): Promise<void> {
  await Promise.all([loadPrefs(), loadAppInfo(), loadFonts()]);
  theme.set(appInfo.get()?.theme ?? 'system');
  showDark(prefersDark(theme.get()));
  watchLeaving(window);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Shell />
    </StrictMode>,
  );
}

main().catch((reason: unknown) => console.error('The window could not start:', reason));
