/** Key chords as text (`Ctrl+Shift+Z`, `F2`, `J`): reading them, matching events, showing them. Pure. */

export interface Chord {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key event tells; the DOM's KeyboardEvent fits. Ctrl is Cmd on a Mac. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function parseChord(text: string): Chord {
  // "Ctrl++" ends in the plus key itself.
  const parts = text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+');
  const key = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  return { key, ctrl: held.has('Ctrl'), shift: held.has('Shift'), alt: held.has('Alt') };
}

export function matches(chord: Chord, pressed: Pressed): boolean {
  if (chord.ctrl !== (pressed.ctrlKey || pressed.metaKey) || chord.alt !== pressed.altKey) return false;
  if (chord.key.toLowerCase() !== pressed.key.toLowerCase()) return false;
  // "?" and the like already are what Shift makes of a key; which key that is depends on the keyboard.
  return isSymbol(chord.key) || chord.shift === pressed.shiftKey;
}

/** True for a chord that would be typed as text, and so must not run while the person types. */
export function isTyped(chord: Chord): boolean {
  return !chord.ctrl && !chord.alt && !/^F\d+$/.test(chord.key);
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The keys of a chord as they are printed on a keyboard, for a `<kbd>` each. */
export function shownKeys(text: string): readonly string[] {
  const { key, ctrl, shift, alt } = parseChord(text);
  const held = [ctrl ? 'Ctrl' : '', shift ? 'Shift' : '', alt ? 'Alt' : ''].filter(Boolean);
  return [...held, SHOWN[key] ?? key];
}
