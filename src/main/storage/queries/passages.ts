/** Cuts a document's text into the stretches that a search answers with: paragraphs, long ones in parts. */

export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LONGEST = 2000;

/** Non-blank lines of `text` in order; offsets are UTF-16 code units. */
export function splitPassages(text: string): readonly Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    for (let from = start; from < end; ) {
      const to = cutAt(text, from, end);
      const part = text.slice(from, to);
      if (part.trim() !== '') passages.push({ start: from, end: to, text: part });
      from = to;
    }
    start = end + 1;
  }
  return passages;
}

/** Where a part that begins at `from` ends, never between the two halves of one character. */
function cutAt(text: string, from: number, end: number): number {
  const to = from + LONGEST;
  if (to >= end) return end;
  const last = text.charCodeAt(to - 1);
  return last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
}
