/** How the words of two lines join: without a space in Chinese, without the hyphen of a word that was only broken. */

export const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

export interface Vocabulary {
  readonly has: (word: string) => boolean;
}

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-\s*$)/gu)) words.add(word.toLowerCase());
  }
  return { has: (word) => words.has(word.toLowerCase()) };
}

/** How many characters of the first line's end to drop, and what to put between the lines. */
export function seam(
  before: string,
  after: string,
  vocabulary: Vocabulary,
): { readonly drop: number; readonly put: string } {
  const end = before.trimEnd();
  if (end.endsWith('\u00ad')) return { drop: 1, put: '' };
  const head = /([\p{L}\p{N}-]*[\p{L}\p{N}])[-\u2010]$/u.exec(end)?.[1];
  const tail = /^[\p{L}\p{N}]+/u.exec(after.trimStart())?.[0];
  if (head !== undefined && tail !== undefined) return { drop: isSoftBreak(head, tail, vocabulary) ? 1 : 0, put: '' };
  if (WIDE.test(end.slice(-1)) && WIDE.test(after.trimStart().charAt(0))) return { drop: 0, put: '' };
  return { drop: 0, put: /[/–—]$/.test(end) && !/\s[–—]$/.test(end) ? '' : ' ' };
}

function isSoftBreak(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (!/^\p{Ll}/u.test(tail) || !/\p{L}$/u.test(head)) return false;
  if (vocabulary.has(head + tail)) return true;
  if (vocabulary.has(`${head}-${tail}`) || head.includes('-')) return false;
  // Two words that both stand alone elsewhere were joined by a hyphen of their own.
  return !(head.length > 2 && tail.length > 2 && vocabulary.has(head) && vocabulary.has(tail));
}
