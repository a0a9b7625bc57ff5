/**
 * The commands that the native menu offers, as data: main builds the menu from it and sends a chosen `id` to the window
 * as a `command` event; the window binds the same ids to an action, a key and a place in the palette.
 * Keys are shown in the menu but handled in the window, so that a text field keeps its own undo and paste.
 */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  /** Electron accelerator notation, which is also what the help sheet shows. */
  readonly key?: string;
}
export type MenuEntry = MenuCommand | 'separator' | 'recent' | MenuRole;
/** What the platform does itself: the menu item carries its role. */
export interface MenuRole {
  readonly role:
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'zoomIn'
    | 'zoomOut'
    | 'resetZoom'
    | 'togglefullscreen'
    | 'quit'
    | 'close';
}

export const MENU: readonly { readonly label: string; readonly entries: readonly MenuEntry[] }[] = [
  {
    label: 'File',
    entries: [
      { id: 'notebook.new', label: 'New notebook…', key: 'CmdOrCtrl+Shift+N' },
      { id: 'notebook.open', label: 'Open notebook…', key: 'CmdOrCtrl+O' },
      'recent',
      'separator',
      { id: 'import.file', label: 'Import file…', key: 'CmdOrCtrl+I' },
      { id: 'import.folder', label: 'Import folder…' },
      { id: 'import.paste', label: 'Paste text…', key: 'CmdOrCtrl+Shift+I' },
      { id: 'import.range', label: 'Paste cells…' },
      'separator',
      { id: 'export.pdf', label: 'Export PDF…', key: 'CmdOrCtrl+P' },
      { id: 'export.other', label: 'Export as…', key: 'CmdOrCtrl+Shift+E' },
      'separator',
      { id: 'backup.now', label: 'Back up now' },
      { id: 'backup.restore', label: 'Restore a backup…' },
      'separator',
      { role: 'quit' },
    ],
  },
  {
    label: 'Edit',
    entries: [
      { id: 'edit.undo', label: 'Undo', key: 'CmdOrCtrl+Z' },
      { id: 'edit.redo', label: 'Redo', key: 'CmdOrCtrl+Y' },
      'separator',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      'separator',
      { id: 'edit.find', label: 'Find in document…', key: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: 'View',
    entries: [
      { id: 'theme.system', label: 'Theme of the system' },
      { id: 'theme.light', label: 'Light theme' },
      { id: 'theme.dark', label: 'Dark theme' },
      'separator',
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      { role: 'togglefullscreen' },
    ],
  },
  {
    label: 'Go',
    entries: [
      { id: 'search.open', label: 'Search or run a command…', key: 'CmdOrCtrl+K' },
      'separator',
      { id: 'go.library', label: 'Library', key: 'CmdOrCtrl+1' },
      { id: 'go.reader', label: 'Reader', key: 'CmdOrCtrl+2' },
      { id: 'go.figures', label: 'Figures', key: 'CmdOrCtrl+3' },
      { id: 'go.sources', label: 'Sources', key: 'CmdOrCtrl+4' },
      { id: 'go.audit', label: 'Audit', key: 'CmdOrCtrl+5' },
      { id: 'go.thesis', label: 'Thesis', key: 'CmdOrCtrl+6' },
      { id: 'go.report', label: 'Report', key: 'CmdOrCtrl+7' },
    ],
  },
  {
    label: 'Help',
    entries: [
      { id: 'help.guide', label: 'User’s guide' },
      { id: 'help.shortcuts', label: 'Keyboard shortcuts', key: 'F1' },
      { id: 'help.licences', label: 'Licences' },
      { id: 'help.log', label: 'Log of this notebook' },
      { id: 'help.about', label: 'About Tieout' },
    ],
  },
];
