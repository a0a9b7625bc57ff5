/** The selected stretch of text, known once the selection has ended, with its position in the text's own coordinates. */
import { type RefObject, useEffect, useState } from 'react';
import { selectedStretch } from '../text/places';
import type { TextPaneHandle } from '../text/TextPane';

export interface Selected {
  readonly start: number;
  readonly end: number;
  /** Where a toolbar goes, in pixels from the text's own corner. */
  readonly top: number;
  readonly left: number;
}

const TOOLBAR_WIDTH = 380;

export function useTextSelection(pane: RefObject<TextPaneHandle | null>): readonly [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const settle = () => setSelected(read(pane.current));
    const onSelection = () => {
      if (window.getSelection()?.isCollapsed ?? true) setSelected(null);
    };
    document.addEventListener('pointerup', settle);
    document.addEventListener('keyup', settle);
    document.addEventListener('selectionchange', onSelection);
    return () => {
      document.removeEventListener('pointerup', settle);
      document.removeEventListener('keyup', settle);
      document.removeEventListener('selectionchange', onSelection);
    };
  }, [pane]);
  const clear = () => {
    window.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return [selected, clear];
}

function read(pane: TextPaneHandle | null): Selected | null {
  const elements = pane?.elements();
  const stretch = elements && selectedStretch(elements.text);
  if (!elements || !stretch) return null;
  const { top, left } = inText(elements.text, stretch.rect, TOOLBAR_WIDTH);
  return { start: stretch.start, end: stretch.end, top, left };
}

/** The spot just below a rectangle of the window, in a text's own coordinates, moved left so that `width` fits. */
export function inText(
  text: HTMLElement,
  rect: DOMRect,
  width: number,
): { readonly top: number; readonly left: number } {
  const box = text.getBoundingClientRect();
  const left = Math.max(8, Math.min(rect.left - box.left, box.width - width - 8));
  return { top: rect.bottom - box.top + 8, left };
}
