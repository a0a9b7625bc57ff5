/**
 * What the document in the editor holds, counted block by block: a key changes one block, so only that one is counted again.
 * Walking all of a note of two hundred pages at each key took longer than a frame.
 */
import type { Node } from '@tiptap/pm/model';
import { CITE, countWords, FIGURE_TABLE, LIVE_FIGURE } from '../../../../core/report/body';

export interface Counts {
  readonly words: number;
  /** Ids in order of first use. */
  readonly figures: readonly string[];
  readonly sources: readonly string[];
}

/** Blocks never change: an edit makes new ones, so what was counted of one stays true. */
const known = new WeakMap<Node, Counts>();

const idOf = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value] : []);
const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(idOf) : []);

/** Of one block, reckoned once: an edit leaves all other blocks as they are. */
export function countBlock(block: Node): Counts {
  const counted = known.get(block);
  if (counted) return counted;
  let words = 0;
  const figures: string[] = [];
  const sources: string[] = [];
  const take = (node: Node): void => {
    if (node.isText) words += countWords(node.text ?? '');
    else if (node.type.name === LIVE_FIGURE) {
      words += idOf(node.attrs['figure']).length;
      figures.push(...idOf(node.attrs['figure']));
    } else if (node.type.name === FIGURE_TABLE) figures.push(...idsOf(node.attrs['figures']));
    else if (node.type.name === CITE) sources.push(...idOf(node.attrs['source']));
  };
  take(block);
  block.descendants(take);
  const counts = { words, figures, sources };
  known.set(block, counts);
  return counts;
}

/** The counts of a whole document, as `summarise` gives them for its JSON. */
export function countsOf(document: Node): Counts {
  let words = 0;
  const figures = new Set<string>();
  const sources = new Set<string>();
  document.forEach((block) => {
    const counts = countBlock(block);
    words += counts.words;
    for (const id of counts.figures) figures.add(id);
    for (const id of counts.sources) sources.add(id);
  });
  return { words, figures: [...figures], sources: [...sources] };
}

/** Whether two counts are equal: then nothing is drawn again. */
export const sameCounts = (a: Counts, b: Counts | null): boolean =>
  b !== null &&
  a.words === b.words &&
  a.figures.join('|') === b.figures.join('|') &&
  a.sources.join('|') === b.sources.join('|');
