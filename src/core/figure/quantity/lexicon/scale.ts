/** What a word or letter of scale means. The words are data (`units.json`); every reader of scales asks here. */
import { attachedScales, scaleWords } from './lexicon';

const THOUSANDS = /^['’]?000(?:['’]?s)?$/;

/** The power of ten that `word` alone means: `bn` 9, `Mio` 6, `万亿` 12, `'000s` 3; null for any other word. */
export function scaleNamed(word: string): number | null {
  if (THOUSANDS.test(word)) return 3;
  const lower = word.toLowerCase();
  const attached = attachedScales.get(word) ?? attachedScales.get(lower);
  if (attached !== undefined) return attached;
  const named = scaleWords.at(word, 0, word.length) ?? scaleWords.at(lower, 0, word.length);
  return named?.end === word.length ? named.value : null;
}
