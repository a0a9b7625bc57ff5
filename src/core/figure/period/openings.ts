/**
 * Finds many patterns in one pass. Each pattern begins at the first character of a word or a number and says with which
 * two characters; it is tried only where those stand. A search of the whole text by each pattern would look at every
 * character once a pattern, which was most of the time that reading periods took.
 */

export interface OpenedPattern {
  /** Must begin at an ASCII letter or digit that no other of its kind stands before; sticky, so that it is tried there. */
  readonly pattern: RegExp;
  /** The first two characters of all it can match, in small letters. One character alone stands for any second one. */
  readonly openings: readonly string[];
}

/**
 * A pattern with the two characters with which its matches can begin.
 * @param openings Pieces set apart by `|`; a piece longer than two characters counts by its first two.
 */
export function opened(source: string, flags: '' | 'i', openings: string): OpenedPattern {
  return { pattern: new RegExp(source, `y${flags}`), openings: openings.split('|') };
}

const OTHER = 1;

/** Capitals fold to small letters; everything beyond ASCII is one class. */
const fold = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code < 128 ? code : OTHER);

const kindOf = (code: number): 'letter' | 'digit' | null => {
  if (code >= 48 && code <= 57) return 'digit';
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 'letter' : null;
};

/** The matches of each pattern, in order, as `matchAll` gives them. */
export type Matches = ReadonlyMap<OpenedPattern, readonly RegExpExecArray[]>;

/** At most 31 patterns, as bits of one number. */
export class PatternScan {
  readonly #patterns: readonly OpenedPattern[];
  /** Which patterns the two folded characters open, by `first * 128 + second`. */
  readonly #masks = new Int32Array(128 * 128);

  constructor(patterns: readonly OpenedPattern[]) {
    if (patterns.length > 31) throw new RangeError('more patterns than bits');
    this.#patterns = patterns;
    patterns.forEach(({ openings }, at) => {
      for (const opening of openings) this.#add(opening, 1 << at);
    });
  }

  #add(opening: string, bit: number): void {
    const row = fold(opening.charCodeAt(0)) * 128;
    const second = opening.length > 1 ? fold(opening.charCodeAt(1)) : null;
    for (let at = 0; at < 128; at += 1) {
      if (second === null || second === at) this.#masks[row + at] = (this.#masks[row + at] ?? 0) | bit;
    }
  }

  matches(text: string): Matches {
    const found = new Map<OpenedPattern, RegExpExecArray[]>();
    const ends = this.#patterns.map(() => 0);
    let before: ReturnType<typeof kindOf> = null;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      if (kind !== null && kind !== before) {
        const second = at + 1 < text.length ? fold(text.charCodeAt(at + 1)) : OTHER;
        const mask = this.#masks[fold(code) * 128 + second] ?? 0;
        if (mask !== 0) this.#try(text, at, mask, ends, found);
      }
      before = kind;
    }
    return found;
  }

  #try(text: string, at: number, mask: number, ends: number[], found: Map<OpenedPattern, RegExpExecArray[]>): void {
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      const one = this.#patterns[index];
      if (one === undefined || at < (ends[index] ?? 0)) continue;
      one.pattern.lastIndex = at;
      const match = one.pattern.exec(text);
      if (match === null) continue;
      ends[index] = at + match[0].length;
      const list = found.get(one);
      if (list) list.push(match);
      else found.set(one, [match]);
    }
  }
}

const NONE: readonly RegExpExecArray[] = [];

/** The matches of one pattern, in order of their place; none where it was never found. */
export const matchesOf = (matches: Matches, one: OpenedPattern): readonly RegExpExecArray[] => matches.get(one) ?? NONE;
