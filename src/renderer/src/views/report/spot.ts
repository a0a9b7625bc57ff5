/** Finds a place of a report's text in the editor and selects it: where a doubt about the report leads. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useRef } from 'react';
import { FIGURE_TABLE, LIVE_FIGURE } from '../../../../core/report/body';
import { type ReportSpot, usePlace } from '../../app/state/navigation';
import { shown } from './find/marks';
import { findIn } from './find/search';

type Range = { readonly from: number; readonly to: number };

function mentionAt(document: Node, wanted: number): Range | null {
  let seen = 0;
  let found: Range | null = null;
  document.descendants((node, position) => {
    const ids: unknown = node.attrs['figures'];
    const mentions =
      node.type.name === LIVE_FIGURE ? 1 : node.type.name === FIGURE_TABLE && Array.isArray(ids) ? ids.length : 0;
    if (found === null && wanted < seen + mentions) found = { from: position, to: position + node.nodeSize };
    seen += mentions;
    return found === null;
  });
  return found;
}

/** `block` counts blocks of words in reading order; null where the text is no longer that long. */
export function stretchAt(
  document: Node,
  { block, from, to }: { readonly block: number; readonly from: number; readonly to: number },
): Range | null {
  let at = -1;
  let found: Range | null = null;
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    at += 1;
    if (at === block && to <= node.content.size) found = { from: position + 1 + from, to: position + 1 + to };
    return false;
  });
  return found;
}

/** Null where the text has no such place any more. */
function placeOfSpot(document: Node, spot: ReportSpot): Range | null {
  if ('mention' in spot) return mentionAt(document, spot.mention);
  if ('block' in spot) return stretchAt(document, spot);
  const query = { text: spot.words, exactCase: true, wholeWords: false };
  return findIn(document, query, () => '')[0] ?? null;
}

/** Selects the spot that the person came for, each time that they come. */
export function useSpot(editor: Editor, report: string): void {
  const { place, serial } = usePlace('report');
  const spot = place?.report === report ? place.spot : undefined;
  const gone = useRef(-1);
  useEffect(() => {
    // Once a visit: typing on must not lead back.
    if (!spot || gone.current === serial) return;
    gone.current = serial;
    const range = placeOfSpot(editor.state.doc, spot);
    if (!range) return;
    editor.view.focus();
    editor.view.dispatch(shown(editor.state, { ...range, held: false }));
  }, [editor, spot, serial]);
}
