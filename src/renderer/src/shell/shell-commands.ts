/** What the native menu's commands do. Their ids, names and keys are the contract's; what they do is here. */
import { type MenuCommand, MENU } from '../../../contract/commands';
import { call } from '../app/calls/client';
import type { Command } from '../app/commands';
import { FROM_ANYWHERE } from '../app/from-anywhere';
import { exportPdf, exportTarget } from '../app/transfer/exports';
import { importFolder, importPicked } from '../app/transfer/imports';
import { back, currentVisit, forward, openView, trail } from '../app/state/navigation';
import { overlay } from '../app/state/overlays';
import { ask } from '../app/calls/run';
import { setTheme } from '../app/theme';
import { showToast } from '../app/state/toasts';
import { redo, undo } from '../app/calls/undo';

const ACTIONS: Readonly<Record<string, () => void | Promise<unknown>>> = {
  'notebook.new': () => ask('notebook.newDialog', {}),
  'notebook.open': () => ask('notebook.openDialog', {}),
  'import.file': importPicked,
  'import.folder': importFolder,
  'import.paste': () => overlay.set({ kind: 'paste', text: '', html: null }),
  'import.range': () => overlay.set({ kind: 'paste', text: '', html: null, as: 'table' }),
  'export.pdf': exportPdf,
  'export.other': exportOther,
  'backup.now': backUp,
  'backup.restore': () => overlay.set({ kind: 'backups' }),
  'edit.undo': undo,
  'edit.redo': redo,
  // The Reader has its own, which finds in the document; elsewhere the search over everything answers.
  'edit.find': () => overlay.set({ kind: 'palette' }),
  'theme.system': () => setTheme('system'),
  'theme.light': () => setTheme('light'),
  'theme.dark': () => setTheme('dark'),
  'search.open': () => overlay.set({ kind: 'palette' }),
  'go.library': () => openView('library'),
  'go.reader': () => openView('reader'),
  'go.figures': () => openView('figures'),
  'go.sources': () => openView('sources'),
  'go.audit': () => openView('audit'),
  'go.thesis': () => openView('thesis'),
  'go.report': () => openView('report'),
  'help.shortcuts': () => overlay.set({ kind: 'help' }),
  'help.licences': () => overlay.set({ kind: 'licences' }),
  'help.guide': () => overlay.set({ kind: 'guide' }),
  'help.log': () => overlay.set({ kind: 'log' }),
  'help.about': () => overlay.set({ kind: 'about' }),
};

/** Keys that the menu cannot show beside its own. */
const MORE_KEYS: Readonly<Record<string, readonly string[]>> = {
  'edit.redo': ['Ctrl+Shift+Z'],
  'help.shortcuts': ['?'],
};

/** In a field these keys are the field's own. */
const FIELD_OWNS = new Set(['edit.undo', 'edit.redo', 'import.file']);
const NOT_IN_PALETTE = new Set(['search.open', 'edit.find']);

const fromMenu: readonly Command[] = MENU.flatMap(({ label, entries }) =>
  entries.flatMap((entry) => (isCommand(entry) ? [commandOf(entry, label)] : [])),
);

const beyondMenu: readonly Command[] = [
  { id: 'nav.back', label: 'Back', group: 'Go', keys: ['Alt+ArrowLeft'], run: back },
  { id: 'nav.forward', label: 'Forward', group: 'Go', keys: ['Alt+ArrowRight'], run: forward },
];

export const SHELL_COMMANDS: readonly Command[] = [...fromMenu, ...beyondMenu, ...FROM_ANYWHERE];

function commandOf(entry: MenuCommand, group: string): Command {
  const own = entry.key === undefined ? [] : [entry.key.replace('CmdOrCtrl', 'Ctrl')];
  return {
    id: entry.id,
    label: group === 'Go' && entry.id.startsWith('go.') ? `Go to ${entry.label}` : entry.label,
    group,
    keys: [...own, ...(MORE_KEYS[entry.id] ?? [])],
    whileTyping: !FIELD_OWNS.has(entry.id),
    keyOnly: NOT_IN_PALETTE.has(entry.id),
    when: () => entry.id in ACTIONS,
    run: () => ACTIONS[entry.id]?.(),
  };
}

function isCommand(entry: (typeof MENU)[number]['entries'][number]): entry is MenuCommand {
  return typeof entry === 'object' && 'id' in entry;
}

async function exportOther(): Promise<void> {
  const what = await exportTarget(currentVisit(trail.get()).place);
  overlay.set({ kind: 'export', what: what ?? { notebook: true } });
}

async function backUp(): Promise<void> {
  const made = await call('backup.now', {});
  showToast({ kind: 'done', text: `Backed up as ${made.name}` });
}
