/** The block of keys and values at the top of a Markdown file: `key: value` between `---`, `key = value` between `+++`. */

export interface FrontMatter {
  /** One past its closing line, 0 where there is none. */
  readonly end: number;
  readonly values: ReadonlyMap<string, string>;
}

const BLOCK =
  /^(?:---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n([\s\S]{0,20000}?)\n\+\+\+)[ \t]*(?:\n|$)/;
const ENTRY = /^([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$/;

export function readFrontMatter(text: string): FrontMatter {
  const block = BLOCK.exec(text);
  if (!block) return { end: 0, values: new Map() };
  const lines = (block[1] ?? block[2] ?? '').split('\n');
  const entries = lines.map((line) => ENTRY.exec(line));
  // A rule, a paragraph and another rule look alike from afar: a block counts only if it opens with a key.
  if (!entries.some(Boolean) || !/^[A-Za-z][\w-]*[ \t]*[:=]/.test(lines[0] ?? '')) return { end: 0, values: new Map() };
  const values = new Map<string, string>();
  for (const entry of entries) {
    if (entry?.[1] && entry[2]) values.set(entry[1].toLowerCase(), unquote(entry[2]));
  }
  return { end: block[0].length, values };
}

const unquote = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/** The text with the block blanked out, so that the parser does not take it for a heading and offsets stay. */
export function blankFrontMatter(text: string, end: number): string {
  return text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
