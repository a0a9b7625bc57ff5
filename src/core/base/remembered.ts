/**
 * Answers kept by words: a table asks the same of its few heads and labels once for every cell. Bounded, so that a long
 * document holds no more of them than a short one.
 */
const MOST = 4000;

/**
 * `answer`, asked once for each words while no more than `most` of them are kept; beyond that all are forgotten and
 * kept anew. `answer` must be pure.
 */
export function remembered<T>(answer: (words: string) => T, most = MOST): (words: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (words) => {
    const before = known.get(words);
    if (before) return before.answer;
    if (known.size >= most) known.clear();
    const now = { answer: answer(words) };
    known.set(words, now);
    return now.answer;
  };
}

/** The same where the answer rests on something beside the words (a document's context): kept as long as that lives. */
export function rememberedWith<Beside extends object, T>(
  answer: (words: string, beside: Beside) => T,
): (words: string, beside: Beside) => T {
  const known = new WeakMap<Beside, (words: string) => T>();
  return (words, beside) => {
    const before = known.get(beside);
    if (before) return before(words);
    const asked = remembered((own: string) => answer(own, beside));
    known.set(beside, asked);
    return asked(words);
  };
}
