/** Which characters of a note no font of the app has, told without setting it. */
import type { Note } from '../note/note';
import { fontsFor } from './font-files';
import { textsOf } from './lower';
import { codePointsOf } from './words';

/** Every font has these: a note of nothing else needs none read. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ff\u2010-\u2026]*$/;

export async function unshownOf(note: Note): Promise<string[]> {
  const { title, blocks, footnotes } = note;
  const texts = textsOf([title, blocks, footnotes]).filter((words) => !PLAIN.test(words));
  if (texts.length === 0) return [];
  const { missing } = await fontsFor(codePointsOf(texts));
  return [...missing].map((one) => String.fromCodePoint(one));
}
