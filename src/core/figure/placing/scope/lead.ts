/** What introduces a block: the words with a colon above its list or table, or the short item that it is nested in. */
import type { Block, Layout } from '../../../document/model';

/** The block that introduces `block`, the nearer of the two; undefined where nothing does. */
export function leadOf({ blocks }: Pick<Layout, 'blocks'>, { leadIn, holder }: Block): Block | undefined {
  const at = holder !== null && holder > (leadIn ?? -1) ? holder : leadIn;
  return at === null ? undefined : blocks[at];
}

const LONGEST = 60;
const TAIL =
  /(?:\s(?:is|are|was|were|about|approximately|as follows|by (?:year|quarter))|大致|预计|约|如下|分别|为|是)+$/iu;

/** The noun phrase that a lead-in ends in, without its colon and verb; null where it is a sentence or has numbers. */
export function labelOfLead(lead: string): string | null {
  const plain = lead
    .replaceAll(/[*_`#]/g, '')
    .replace(/[:：\s]+$/u, '')
    .replace(TAIL, '')
    .trim();
  const words = plain.split(/[,，;；]\s?/u).at(-1) ?? '';
  return words === '' || words.length > LONGEST || /[.!?。！？()（）\n]|\d{2}/u.test(words) ? null : words;
}
