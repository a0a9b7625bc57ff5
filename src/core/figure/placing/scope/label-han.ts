/** The words ahead of a number in Chinese, where no space sets words apart: back to the last mark, verb or date. */
import labelData from '../../../../../resources/lexicon/labels.json';
import type { Quantity } from '../../model';
import { isHan, isLetter } from '../../quantity/lexicon/characters';
import type { Label } from './label-model';

const byLength = (words: readonly string[]): readonly string[] => words.toSorted((a, b) => b.length - a.length);
const links = byLength(labelData.hanLinks);
const verbs = byLength(labelData.hanVerbs);
const MOST_SIGNS = 24;

function stepped(text: string, at: number, from: number): number {
  let place = at;
  for (let step = 0; step < 6; step += 1) {
    while (place > from && /[\s*_`"“”：:（(=\-−+~约]/.test(text[place - 1] ?? '')) place -= 1;
    const link = links.find((word) => text.startsWith(word, place - word.length) && place - word.length >= from);
    if (link === undefined) break;
    place -= link.length;
  }
  return place;
}

/**
 * The Chinese words that end at the figure, at most 24 characters and not before `from`; null where fewer than two are
 * left. A verb cuts off what stands before it.
 */
export function hanLabel(text: string, figure: Quantity, from: number): Label | null {
  const end = stepped(text, figure.start, from);
  let start = end;
  while (start > from && end - start < MOST_SIGNS) {
    const code = text.charCodeAt(start - 1);
    if (!isHan(code) && !isLetter(code) && !/[-/&]/.test(text[start - 1] ?? '')) break;
    start -= 1;
  }
  const words = text.slice(start, end);
  let cut = 0;
  for (const verb of verbs) {
    const at = words.lastIndexOf(verb);
    if (at >= 0 && at + verb.length < words.length) cut = Math.max(cut, at + verb.length);
  }
  start += cut;
  if (end - start < 2) return null;
  return { start, end, text: text.slice(start, end), scope: 'subject', share: false };
}
