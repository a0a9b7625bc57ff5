/** Which key does what in a grid while no cell is being edited: data, so that the table can be tested and shown. */
import type { Corner, Step } from './range';

export type GridAction =
  | { readonly do: 'extend'; readonly step: Step; readonly toEdge: boolean }
  | { readonly do: 'jump'; readonly to: Corner; readonly extend: boolean }
  | { readonly do: 'all' }
  | { readonly do: 'fill-down' }
  | { readonly do: 'clear' }
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
export function actionOf(press: KeyPress): GridAction | null {
  const command = press.ctrlKey || press.metaKey;
  const arrow = ARROWS[press.key];
  if (arrow) return press.shiftKey && !press.altKey ? { do: 'extend', step: arrow, toEdge: command } : null;
  if (press.altKey) return null;
  const jump = JUMPS[`${command ? 'Ctrl+' : ''}${press.key}`];
  if (jump) return { do: 'jump', to: jump, extend: press.shiftKey };
  if (command && !press.shiftKey) return COMMAND_KEYS[press.key.toLowerCase()] ?? null;
  if (command || press.shiftKey) return null;
  return PLAIN_KEYS[press.key] ?? null;
}

const COMMAND_KEYS: Readonly<Record<string, GridAction>> = {
  a: { do: 'all' },
  d: { do: 'fill-down' },
  enter: { do: 'open' },
};

const PLAIN_KEYS: Readonly<Record<string, GridAction>> = {
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
  Enter: { do: 'open' },
  Escape: { do: 'cancel' },
  // An input method has taken the key: the editor must be there before the first character is composed.
  Process: { do: 'compose' },
};
