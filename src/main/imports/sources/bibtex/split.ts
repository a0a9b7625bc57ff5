/**
 * Cuts a .bib file into its entries by balanced braces, so that one broken entry costs only itself: where an entry does not
 * end, the next line that begins one does it. One pass over the text.
 */
import { IMPORT_LIMITS } from '../../limits';

export interface RawEntry {
  /** Lower case: `article`, `string`, `comment`, `preamble`. */
  readonly type: string;
  /** Where the `@` stands. */
  readonly start: number;
  readonly end: number;
  /** Between the outer braces. */
  readonly body: string;
  readonly fault: 'unclosed' | 'deep' | null;
}

const HEAD = /@[ \t]*([A-Za-z][\w-]{0,60})\s*([{(])/g;
/** What begins an entry beyond doubt: at the head of a line, with a key and a comma. */
const NEXT = /@[ \t]*[A-Za-z]+\s*[{(]\s*(?:[^\s,{}()"=#%]{1,200}\s*,|[\w-]{1,100}\s*=)/y;

export function splitEntries(text: string, onEntry: (count: number) => void = () => undefined): readonly RawEntry[] {
  const entries: RawEntry[] = [];
  const head = new RegExp(HEAD);
  let commentsEnd = true;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const type = (found[1] ?? '').toLowerCase();
    const open = found.index + found[0].length;
    if (isInComment(text, found.index)) continue;
    if (type === 'comment' && !commentsEnd) continue;
    const close = findClose(text, open, found[2] === '(', type !== 'comment');
    if (type === 'comment' && close.fault !== null) {
      // A lone `@comment` is a remark up to the end of its line; asking again for each would be quadratic.
      commentsEnd = false;
      continue;
    }
    entries.push({
      type,
      start: found.index,
      end: Math.min(text.length, close.at + 1),
      body: text.slice(open, close.at),
      fault: close.fault,
    });
    onEntry(entries.length);
    head.lastIndex = close.at;
  }
  return entries;
}

/** After a `%` on its own line, as many write remarks. */
function isInComment(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0 && text[index] !== '\n' && at - index < 200; index -= 1) {
    if (text[index] === '%') return true;
    if (text[index] === '}') return false;
  }
  return false;
}

function findClose(
  text: string,
  from: number,
  round: boolean,
  stopAtNext: boolean,
): { readonly at: number; readonly fault: RawEntry['fault'] } {
  let depth = 0;
  let deepest = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}') {
      if (depth === 0) return { at, fault: faultOf(deepest) };
      depth -= 1;
    } else if (character === ')' && round && depth === 0) return { at, fault: faultOf(deepest) };
    else if (character === '@' && stopAtNext && beginsEntry(text, at))
      return { at, fault: faultOf(deepest) ?? 'unclosed' };
  }
  return { at: text.length, fault: faultOf(deepest) ?? 'unclosed' };
}

const faultOf = (deepest: number): RawEntry['fault'] => (deepest > IMPORT_LIMITS.sourceDepth ? 'deep' : null);

function beginsEntry(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before !== '\n' && before !== '\r') return false;
  NEXT.lastIndex = at;
  return NEXT.test(text);
}
