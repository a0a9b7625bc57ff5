/** Marks ranges of the page by the Highlight API: nothing in the text's own elements changes, so nothing can move. */
import { useEffect } from 'react';

export type HighlightName = 'find' | 'find-on' | 'landing' | 'operand' | 'landing-beside' | 'differs' | 'differs-on';

export function setHighlight(name: HighlightName, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Takes the marks away when the Reader goes. */
export function useHighlightCleanup(): void {
  useEffect(() => () => CSS.highlights.clear(), []);
}
