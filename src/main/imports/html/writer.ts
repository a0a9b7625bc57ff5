/**
 * Writes rendered text as a browser would show it: white space collapsed, blocks ended by LF, cells separated by TAB.
 * A space is written only once a word follows, so lines never end in one.
 */

export interface Writer {
  readonly length: () => number;
  /** The last character written; empty at the start of a line and where a space is due. */
  readonly last: () => string;
  /** Words of a page, white space collapsed. */
  readonly words: (text: string) => void;
  /** Text whose white space counts. */
  readonly verbatim: (text: string) => void;
  readonly space: () => void;
  /** Ends the line, if anything stands on it. */
  readonly endLine: () => void;
  readonly tab: () => void;
  readonly text: () => string;
}

export function makeWriter(): Writer {
  const pieces: string[] = [];
  let length = 0;
  let lineStart = true;
  let spaceDue = false;
  const put = (text: string): void => {
    pieces.push(text);
    length += text.length;
    lineStart = text.endsWith('\n');
    spaceDue = false;
  };
  return {
    length: () => length,
    last: () => (lineStart || spaceDue ? '' : (pieces.at(-1)?.slice(-1) ?? '')),
    words: (text) => {
      // Soft hyphens say where a word may break; it did not, or the line's end stands there.
      const collapsed = text
        .replaceAll('\u0000', '')
        .replaceAll('\u00ad', '')
        .replace(/[\t\n\f\r ]+/g, ' ');
      const inner = collapsed.replace(/^ | $/g, '');
      if (inner === '') {
        spaceDue ||= collapsed !== '' && !lineStart;
        return;
      }
      const spaced = !lineStart && (spaceDue || collapsed.startsWith(' '));
      put(spaced ? ` ${inner}` : inner);
      spaceDue = collapsed.endsWith(' ');
    },
    verbatim: (text) => {
      if (text !== '') put(text.replaceAll('\u0000', ''));
    },
    space: () => {
      spaceDue ||= !lineStart;
    },
    endLine: () => {
      spaceDue = false;
      if (!lineStart) put('\n');
    },
    tab: () => put('\t'),
    text: () => pieces.join(''),
  };
}
