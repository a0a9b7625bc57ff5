/**
 * Lists of words looked for in one pass over a text: which of them it has a word of. Asked of every figure and sentence,
 * where a pattern for each list would be tried at every letter.
 */
const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;
const HYPHEN = 45;

type Entry = readonly [word: string, list: number];

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  const isHalf = code >= 0xdc00 && code <= 0xdfff && at > 0;
  return LETTER.test(String.fromCodePoint(text.codePointAt(isHalf ? at - 1 : at) ?? 0));
}

/** A word is whole where no letter stands on either side and no hyphen before; a Chinese one is found anywhere. */
export class WordLists {
  readonly #names: readonly string[];
  /** By the first character. */
  readonly #latin = new Map<number, Entry[]>();
  readonly #han: readonly Entry[];

  constructor(lists: Readonly<Record<string, readonly string[]>>) {
    this.#names = Object.keys(lists);
    const entries = Object.values(lists).flatMap((words, list) =>
      words.map((word): Entry => [word.toLowerCase(), list]),
    );
    this.#han = entries.filter(([word]) => HAN.test(word));
    for (const entry of entries) {
      const first = entry[0].charCodeAt(0);
      if (!HAN.test(entry[0])) this.#latin.set(first, [...(this.#latin.get(first) ?? []), entry]);
    }
  }

  /** Names of the lists of which a word stands in the text, in their order. */
  in(text: string): readonly string[] {
    const found = this.#find(text, false);
    return found.size === 0 ? [] : this.#names.filter((_, list) => found.has(list));
  }

  /** Whether any word of any list stands in the text. */
  test(text: string): boolean {
    return this.#find(text, true).size > 0;
  }

  #find(words: string, isEnough: boolean): ReadonlySet<number> {
    const found = new Set<number>();
    const text = words.toLowerCase();
    for (let at = 0; at < text.length; at += 1) {
      const entries = this.#latin.get(text.charCodeAt(at));
      if (!entries || (at > 0 && (text.charCodeAt(at - 1) === HYPHEN || isLetter(text, at - 1)))) continue;
      for (const [word, list] of entries)
        if (text.startsWith(word, at) && !isLetter(text, at + word.length)) {
          found.add(list);
          if (isEnough) return found;
        }
    }
    if (this.#han.length > 0 && HAN.test(text))
      for (const [word, list] of this.#han) if (text.includes(word)) found.add(list);
    return found;
  }
}
