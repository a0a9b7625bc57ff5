/** The places in the app, down the left edge; arrow keys move between them as in any toolbar. */
import type { KeyboardEvent } from 'react';
import { IconButton } from '../kit/Button';
import { Icon, type IconName } from '../kit/Icon';
import { openView, useVisit } from '../app/state/navigation';
import { start } from '../app/calls/run';
import { useStore } from '../app/state/store';
import { setTheme, THEME_LABEL, type Theme, theme } from '../app/theme';
import { VIEWS } from './views';

export function Rail() {
  const { place } = useVisit();
  return (
    <nav className="rail" aria-label="Places" onKeyDown={moveFocus}>
      {VIEWS.map((view, index) => (
        <button
          key={view.id}
          type="button"
          className="rail-button"
          data-view-button={view.id}
          aria-current={place.view === view.id ? 'page' : undefined}
          title={`${view.label} (Ctrl+${index + 1})`}
          onClick={() => openView(view.id)}
        >
          <Icon name={view.icon} />
          <span>{view.label}</span>
        </button>
      ))}
      <span className="grow" />
      <ThemeButton />
    </nav>
  );
}

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_ICON: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' };

function ThemeButton() {
  const now = useStore(theme);
  return (
    <IconButton
      icon={THEME_ICON[now]}
      label={`Theme: ${THEME_LABEL[now].toLowerCase()}. Switch to: ${THEME_LABEL[NEXT[now]].toLowerCase()}`}
      onClick={() => start(setTheme(NEXT[now]))}
    />
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[(at + by + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}
