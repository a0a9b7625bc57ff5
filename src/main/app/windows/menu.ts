/**
 * The native menu, built from the contract's commands: a choice becomes a `command` event, or an action of main's own.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuEntry } from '../../../contract/commands';
import { MENU } from '../../../contract/commands';

export interface MenuActions {
  readonly run: (command: string) => void;
  readonly openRecent: (index: number) => void;
}

/** Electron's description of the menu; `recent` are the names of the notebooks opened last, newest first. */
function menuTemplate(recent: readonly string[], actions: MenuActions): MenuItemConstructorOptions[] {
  return MENU.map(({ label, entries }) => ({
    label,
    submenu: entries.map((entry) => menuItem(entry, recent, actions)),
  }));
}

function menuItem(entry: MenuEntry, recent: readonly string[], actions: MenuActions): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  if (entry === 'recent') return recentMenu(recent, actions);
  if ('role' in entry) return { role: entry.role };
  return {
    id: entry.id,
    label: entry.label,
    click: () => actions.run(entry.id),
    // Shown, but pressed in the window: a text field keeps its own undo and paste.
    ...(entry.key === undefined ? {} : { accelerator: entry.key, registerAccelerator: false }),
  };
}

const recentMenu = (recent: readonly string[], actions: MenuActions): MenuItemConstructorOptions => ({
  label: 'Open recent',
  enabled: recent.length > 0,
  submenu: recent.map((label, index) => ({ label, click: () => actions.openRecent(index) })),
});

/** Makes it the menu of the program, in place of the one before. */
export function showMenu(recent: readonly string[], actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(recent, actions)));
}
