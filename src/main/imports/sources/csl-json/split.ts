/** Where the items of a JSON list begin and end, by braces outside of strings: one pass, no recursion. */
import { IMPORT_LIMITS } from '../../limits';

export interface ItemSpan {
  readonly start: number;
  readonly end: number;
  readonly fault: 'unclosed' | 'deep' | null;
}

export function* splitObjects(text: string): Generator<ItemSpan> {
  const wrapped = /^[\s\uFEFF]*\{\s*"(?:items|references)"\s*:\s*\[/.exec(text);
  let at = wrapped ? wrapped[0].length : 0;
  for (;;) {
    const start = text.indexOf('{', at);
    if (start < 0) return;
    const span = objectAt(text, start);
    yield span;
    at = span.end;
  }
}

/** An item's first members at the head of a line, within another item: the other one never ended. */
const ITEM = /\n[ \t]{0,8}\{\s{0,40}"(?:id|type|citation-key)"\s{0,10}:/y;

function beginsItem(text: string, at: number): boolean {
  ITEM.lastIndex = at;
  return ITEM.test(text);
}

function objectAt(text: string, start: number): ItemSpan {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
      // No JSON string runs over a line: a lost quote ends here instead of at the end of the file.
      else if (character === '\n') quoted = false;
    } else if (character === '\n' && at > start && beginsItem(text, at)) {
      return { start, end: at, fault: 'unclosed' };
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return { start, end: at + 1, fault: deepest > IMPORT_LIMITS.sourceDepth ? 'deep' : null };
    }
  }
  return { start, end: text.length, fault: 'unclosed' };
}
