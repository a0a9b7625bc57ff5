/** The commands that are there wherever one is: files, history, places, theme, help. */
import { exportPdf } from './exports';
import { importPicked } from './imports';
import { type Command, redo, undo } from './commands';
import { back, forward, openView } from './navigation';
import { helpOpen, paletteOpen } from './overlays';
import { ask } from './run';
import { setTheme, THEME_LABEL, type Theme } from './theme';
import { VIEWS } from './views';

const files: readonly Command[] = [
  {
    id: 'notebook.new',
    label: 'New notebook…',
    group: 'Notebook',
    keys: ['Ctrl+Shift+N'],
    whileTyping: true,
    run: () => ask('notebook.newDialog', {}),
  },
  {
    id: 'notebook.open',
    label: 'Open notebook…',
    group: 'Notebook',
    keys: ['Ctrl+O'],
    whileTyping: true,
    run: () => ask('notebook.openDialog', {}),
  },
  { id: 'import.pick', label: 'Import files…', group: 'Notebook', keys: ['Ctrl+I'], run: importPicked },
  { id: 'export.pdf', label: 'Export PDF…', group: 'Notebook', keys: ['Ctrl+E'], whileTyping: true, run: exportPdf },
];

const history: readonly Command[] = [
  { id: 'edit.undo', label: 'Undo', group: 'Edit', keys: ['Ctrl+Z'], run: undo },
  { id: 'edit.redo', label: 'Redo', group: 'Edit', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], run: redo },
];

const places: readonly Command[] = [
  ...VIEWS.map(
    (view, index): Command => ({
      id: `view.${view.id}`,
      label: `Go to ${view.label}`,
      group: 'Go',
      keys: [`Ctrl+${index + 1}`],
      whileTyping: true,
      run: () => openView(view.id),
    }),
  ),
  { id: 'nav.back', label: 'Back', group: 'Go', keys: ['Alt+ArrowLeft'], run: back },
  { id: 'nav.forward', label: 'Forward', group: 'Go', keys: ['Alt+ArrowRight'], run: forward },
  {
    id: 'search.open',
    label: 'Search everything',
    group: 'Go',
    keys: ['Ctrl+K', 'Ctrl+P'],
    whileTyping: true,
    keyOnly: true,
    run: () => paletteOpen.set(true),
  },
];

const themes = (Object.keys(THEME_LABEL) as Theme[]).map(
  (choice): Command => ({
    id: `theme.${choice}`,
    label: `Theme: ${THEME_LABEL[choice].toLowerCase()}`,
    group: 'Window',
    run: () => setTheme(choice),
  }),
);

const help: readonly Command[] = [
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Window',
    keys: ['F1', '?'],
    run: () => helpOpen.set(true),
  },
];

export const SHELL_COMMANDS: readonly Command[] = [...files, ...history, ...places, ...themes, ...help];
