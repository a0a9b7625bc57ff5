/** The language of a text from its script and its commonest words; a guess good enough to choose cue words by. */
import words from '../../../../resources/cues/language.json';

/** The languages that a word is common in, in the order of the lexicon. */
const LANGUAGES = new Map<string, string[]>();
for (const [language, list] of Object.entries(words))
  for (const word of new Set(list)) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language]);

const NONE: readonly string[] = [];
const SAMPLE = 20_000;
const CLEARLY = 1.5;

/** BCP 47 primary subtag; `fallback` where the text is too short to tell. */
export function languageOf(text: string, fallback = 'en'): string {
  const sample = text.slice(0, SAMPLE);
  const script = scriptOf(sample);
  if (script !== null) return script;
  const counts = new Map<string, number>();
  // A letter alone is rather a piece of `P/E` than a word.
  for (const word of sample.toLowerCase().match(/\p{L}{2,}/gu) ?? []) {
    for (const language of LANGUAGES.get(word) ?? NONE) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 2) return fallback;
  // Tables and telegrams have few small words, and some of them stand in several languages.
  return best[1] >= CLEARLY * (counts.get(fallback) ?? 0) ? best[0] : fallback;
}

/** `zh`, `ja` or `ko` where their letters carry the text, else null. A Chinese sign says as much as a Latin word. */
function scriptOf(sample: string): string | null {
  const han = count(sample, /[\u4e00-\u9fff]/g);
  const kana = count(sample, /[\u3040-\u30ff]/g);
  const hangul = count(sample, /[\uac00-\ud7af]/g);
  const latin = count(sample, /[A-Za-z\u00c0-\u024f]+/g);
  if (hangul > latin) return 'ko';
  if (kana * 4 > han + kana && kana + han > latin) return 'ja';
  return han > latin ? 'zh' : null;
}

function count(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0;
}
