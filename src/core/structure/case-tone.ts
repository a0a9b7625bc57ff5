/** Whether the words of a case say that it is the good or the bad one. */
import data from '../../../resources/cues/case-tones.json';

export type CaseTone = 'good' | 'plain' | 'bad';

const patternOf = ({ begins, has }: typeof data.bad): RegExp =>
  new RegExp(String.raw`\b(?:${begins.join('|')})|${has.join('|')}`, 'i');
const BAD = patternOf(data.bad);
const GOOD = patternOf(data.good);

/** `bad` for “Bear case” or 悲观, `good` for “Upside” or 乐观, `plain` where the words say neither. */
export function caseTone(words: string): CaseTone {
  if (BAD.test(words)) return 'bad';
  return GOOD.test(words) ? 'good' : 'plain';
}
