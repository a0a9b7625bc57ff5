/** Words that were mistyped and words that were abbreviated: what may have been meant, in the words that there are. */
import data from '../../../resources/lexicon/abbreviations.json';

const SHORT: ReadonlyMap<string, string> = new Map(Object.entries(data.short));

/** Mistypings allowed in a word of so many characters; a short word is too much like others. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Steps from one word to the other, a transposition counting as one, where they are at most `most`; else null. */
export function editsBetween(from: string, to: string, most: number): number | null {
  if (Math.abs(from.length - to.length) > most) return null;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
          ? (before[column - 2] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY;
      const step = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      now.push(Math.min(step, swapped));
    }
    if (Math.min(...now) > most) return null;
    before = last;
    last = now;
  }
  const edits = last[to.length] ?? most + 1;
  return edits <= most ? edits : null;
}

/** Whether `typed` may be a mistyping of `word` or of its beginning, as one types it. */
export function isNear(typed: string, word: string): boolean {
  const most = allowed(typed.length);
  if (most === 0) return false;
  return [word, word.slice(0, typed.length), word.slice(0, typed.length + 1)].some(
    (one) => editsBetween(typed, one, most) !== null,
  );
}

/** The word of the vocabulary that is nearest to what was typed; null where none is near. The commoner of two wins. */
export function nearestWord(typed: string, vocabulary: ReadonlyMap<string, number>): string | null {
  const most = allowed(typed.length);
  let best: { readonly word: string; readonly edits: number; readonly count: number } | null = null;
  for (const [word, count] of most === 0 ? [] : vocabulary) {
    // The first letter is rarely mistyped alone, but it may be swapped with the second.
    if (word[0] !== typed[0] && word[0] !== typed[1]) continue;
    const edits = editsBetween(typed, word, most);
    if (edits === null) continue;
    if (best === null || edits < best.edits || (edits === best.edits && count > best.count))
      best = { word, edits, count };
  }
  return best?.word ?? null;
}

/** What the words typed may stand for: each abbreviation in full, and a full name by its abbreviation; none where there is neither. */
export function otherWords(words: readonly string[]): readonly (readonly string[])[] {
  const inFull = words.flatMap((word) => SHORT.get(word)?.split(' ') ?? [word]);
  const text = words.join(' ');
  const short = [...SHORT].flatMap(([name, full]) =>
    text.includes(full) ? [text.replace(full, name).split(' ').filter(Boolean)] : [],
  );
  return [
    ...(inFull.length === words.length && inFull.every((word, at) => word === words[at]) ? [] : [inFull]),
    ...short,
  ];
}
