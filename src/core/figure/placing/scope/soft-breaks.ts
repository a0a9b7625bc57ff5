/**
 * A paragraph that a page broke into lines, read as one line: a break inside its sentence is a space. Offsets stay as
 * they are, so that what is read there is found in the text as it stands.
 */
import { formatOf } from '../../../document/formats';
import type { Block, Layout } from '../../../document/model';
import type { PlacedFigure } from '../../model';

const FLOWING: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list-item', 'quote', 'note']);
/** A line that is shorter was ended on purpose. */
const SHORTEST = 40;

/** The places in a block where a line goes on in the next: the line is full, ends in no mark, and no label or list opens. */
function softBreaks(text: string, block: Block): number[] {
  const found: number[] = [];
  let line = block.contentStart;
  for (let at = text.indexOf('\n', line); at >= 0 && at < block.end; at = text.indexOf('\n', line)) {
    const before = text.slice(Math.max(line, at - 3), at);
    const after = text.slice(at + 1, Math.min(block.end, at + 42));
    const isFull = at - line >= SHORTEST && !/[.:;!?|。：；！？]\s*$| {2}$/.test(before);
    const goesOn = /^ ?[\p{Ll}\p{N}($€£¥~≈"“(]/u.test(after) && !/^[^\n.]{1,36}:\s/.test(after);
    const isName = /^ ?\p{Lu}/u.test(after) && !/^[^\n.]{1,36}:/.test(after) && /[\p{Ll},]$/u.test(before);
    if (isFull && (goesOn || isName) && !/^ ?\d{1,2}[.)]\s/.test(after)) found.push(at);
    line = at + 1;
  }
  return found;
}

/** The layout with its soft breaks as spaces; the same layout where it has none. */
export function withSoftBreaks(layout: Layout): Layout {
  const { text } = layout;
  if (!formatOf(layout.format).wrapsLines) return layout;
  const pieces: string[] = [];
  let from = 0;
  for (const block of layout.blocks) {
    if (!FLOWING.has(block.kind)) continue;
    for (const at of softBreaks(text, block)) {
      pieces.push(text.slice(from, at), ' ');
      from = at + 1;
    }
  }
  return from === 0 ? layout : { ...layout, text: pieces.join('') + text.slice(from) };
}

/** Its quote as the text has it, line break and all. */
export function asPrinted(figure: PlacedFigure, text: string): PlacedFigure {
  const quote = text.slice(figure.start, figure.end);
  return quote.includes('\n') ? { ...figure, quote } : figure;
}
