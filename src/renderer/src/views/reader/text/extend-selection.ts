/** Words of the text selected by keys, as in an editor: from the figure that is on, else from the line where one reads. */

/** What a key adds to the selection, or takes from it. */
export interface Extension {
  readonly direction: 'forward' | 'backward';
  readonly unit: 'character' | 'word' | 'line' | 'sentence' | 'lineboundary';
}

/** What the keyboard sheet says of the text of a document. */
export const TEXT_KEYS: readonly (readonly [label: string, ...chords: string[]])[] = [
  ['Select more or less', 'Shift+ArrowRight', 'Shift+ArrowLeft'],
  ['By words', 'Ctrl+Shift+ArrowRight', 'Ctrl+Shift+ArrowLeft'],
  ['By lines', 'Shift+ArrowDown', 'Shift+ArrowUp'],
  ['To the end or the start of the line', 'Shift+End', 'Shift+Home'],
];

/** Shift with an arrow, Home or End; by words with Ctrl. Null for any other key. */
export function extensionOf(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): Extension | null {
  if (!event.shiftKey || event.altKey || event.metaKey) return null;
  const { key, ctrlKey } = event;
  const sideways = ctrlKey ? 'word' : 'character';
  if (key === 'ArrowRight') return { direction: 'forward', unit: sideways };
  if (key === 'ArrowLeft') return { direction: 'backward', unit: sideways };
  if (ctrlKey) return null;
  if (key === 'ArrowDown') return { direction: 'forward', unit: 'line' };
  if (key === 'ArrowUp') return { direction: 'backward', unit: 'line' };
  if (key === 'End') return { direction: 'forward', unit: 'lineboundary' };
  if (key === 'Home') return { direction: 'backward', unit: 'lineboundary' };
  return null;
}

/**
 * Extends what is selected inside `text`. Where nothing is, the selection begins at `from`: with the whole of it, when the
 * first key leads on from there. Its moving end is scrolled into view.
 */
export function extendSelection(text: HTMLElement, from: Range | null, { direction, unit }: Extension): void {
  const selection = window.getSelection();
  if (!selection) return;
  const isHere = selection.focusNode !== null && text.contains(selection.focusNode) && !selection.isCollapsed;
  if (!isHere) {
    if (!from) return;
    const [start, end] = [
      [from.startContainer, from.startOffset],
      [from.endContainer, from.endOffset],
    ] as const;
    const [anchor, head] = direction === 'forward' ? [start, end] : [end, start];
    selection.setBaseAndExtent(...anchor, ...head);
  }
  selection.modify('extend', direction, unit);
  const node = selection.focusNode;
  if (!node) return;
  const end = document.createRange();
  end.setStart(node, selection.focusOffset);
  const rect = end.getBoundingClientRect();
  const scroller = text.parentElement?.getBoundingClientRect();
  if (!scroller || !text.parentElement || (rect.top === 0 && rect.height === 0)) return;
  if (rect.bottom > scroller.bottom) text.parentElement.scrollTop += rect.bottom - scroller.bottom + rect.height;
  else if (rect.top < scroller.top) text.parentElement.scrollTop -= scroller.top - rect.top + rect.height;
}

/** Selects the whole sentence that `from` stands in. */
export function selectSentence(from: Range | null): void {
  const selection = window.getSelection();
  if (!selection || !from) return;
  selection.collapse(from.endContainer, from.endOffset);
  selection.modify('move', 'backward', 'sentence');
  selection.modify('extend', 'forward', 'sentence');
}
