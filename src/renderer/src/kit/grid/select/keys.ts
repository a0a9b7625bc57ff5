/** Which key does what in a grid while no cell is being edited: data, so that the table can be tested and shown. */
import type { Corner, Step } from './range';

export type GridAction =
  | { readonly do: 'extend'; readonly step: Step; readonly toEdge: boolean }
  | { readonly do: 'jump'; readonly to: Corner; readonly extend: boolean }
  | { readonly do: 'all' }
  | { readonly do: 'fill'; readonly way: 'down' | 'right' }
  | { readonly do: 'line'; readonly whole: 'row' | 'column' }
  | { readonly do: 'clear' }
  | { readonly do: 'find' }
  | { readonly do: 'open' }
  | { readonly do: 'cancel' }
  | { readonly do: 'compose' };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const JUMPS: Readonly<Record<string, Corner>> = {
  Home: 'row-start',
  End: 'row-end',
  'Ctrl+Home': 'first',
  'Ctrl+End': 'last',
};

/** The action of a key press, or null where the grid library's own handling (moving, F2, typing) is right. */
export function actionOf(press: KeyPress, editable = true): GridAction | null {
  const command = press.ctrlKey || press.metaKey;
  const arrow = ARROWS[press.key];
  if (arrow) return press.shiftKey && !press.altKey ? { do: 'extend', step: arrow, toEdge: command } : null;
  if (press.altKey) return null;
  if (press.key === ' ' && command !== press.shiftKey) return { do: 'line', whole: command ? 'column' : 'row' };
  const jump = JUMPS[`${command ? 'Ctrl+' : ''}${press.key}`];
  if (jump) return { do: 'jump', to: jump, extend: press.shiftKey };
  if (command && !press.shiftKey) return COMMAND_KEYS[press.key.toLowerCase()] ?? null;
  if (command || press.shiftKey) return null;
  // Where cells are typed into, Enter moves on, as in a spreadsheet; in a list it opens.
  if (press.key === 'Enter') return editable ? null : { do: 'open' };
  return PLAIN_KEYS[press.key] ?? null;
}

const COMMAND_KEYS: Readonly<Record<string, GridAction>> = {
  a: { do: 'all' },
  d: { do: 'fill', way: 'down' },
  r: { do: 'fill', way: 'right' },
  h: { do: 'find' },
  enter: { do: 'open' },
};

const PLAIN_KEYS: Readonly<Record<string, GridAction>> = {
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
  Escape: { do: 'cancel' },
  // An input method has taken the key: the editor must be there before the first character is composed.
  Process: { do: 'compose' },
};

/** What the keyboard sheet says of grids: what is done, and the keys that do it. */
export const GRID_KEYS: readonly (readonly [label: string, ...chords: string[]])[] = [
  ['Edit the cell', 'F2'],
  ['Accept the entry, then move down or up', 'Enter', 'Shift+Enter'],
  ['Accept the entry, then move right or left', 'Tab', 'Shift+Tab'],
  ['Fill the selection with the entry', 'Ctrl+Enter'],
  ['Open the row in its document', 'Ctrl+Enter'],
  ['Cancel the edit', 'Escape'],
  ['Select more', 'Shift+ArrowDown'],
  ['Select to the edge', 'Ctrl+Shift+ArrowDown'],
  ['Select the whole row', 'Shift+Space'],
  ['Select the whole column', 'Ctrl+Space'],
  ['Select everything', 'Ctrl+A'],
  ['Fill down', 'Ctrl+D'],
  ['Fill right', 'Ctrl+R'],
  ['Find and replace', 'Ctrl+H'],
  ['In it: the next, or the one before', 'Enter', 'Shift+Enter'],
  ['In it: replace this one, or all', 'Enter', 'Ctrl+Enter'],
  ['Empty the cells', 'Delete'],
  ['First or last cell of the row', 'Home', 'End'],
  ['First or last cell of all', 'Ctrl+Home', 'Ctrl+End'],
];
