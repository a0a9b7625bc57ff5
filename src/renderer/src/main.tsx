/** Starts the window: preferences and theme first, so that the first drawing is already as it was left; then the shell. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { asTieoutError, call } from './app/client';
import { loadPrefs } from './app/prefs';
import { Shell } from './app/Shell';
import { prefersDark, showDark, theme } from './app/theme';

async function loadTheme(): Promise<void> {
  try {
    const info = await call('app.info', {});
    theme.set(info.theme);
  } catch (reason) {
    console.warn('The theme could not be read:', asTieoutError(reason).message);
  }
  showDark(prefersDark(theme.get()));
}

async function main(): Promise<void> {
  await Promise.all([loadPrefs(), loadTheme()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Shell />
    </StrictMode>,
  );
}

main().catch((reason: unknown) => console.error('The window could not start:', reason));
