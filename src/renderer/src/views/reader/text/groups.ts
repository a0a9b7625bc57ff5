/** How a document's blocks are grouped for drawing: a long text is drawn group by group, as it comes into view. Pure. */
import { type DrawnBlock, firstEndingAfter } from './runs';

export type BlockGroup = readonly DrawnBlock[];

/** From this many blocks on, groups far out of view are not drawn. */
export const LONG = 400;
const GROUP = 40;

export function inGroups(drawn: readonly DrawnBlock[]): readonly BlockGroup[] {
  const groups: DrawnBlock[][] = [];
  for (const block of drawn) {
    const last = groups.at(-1);
    // A list is never cut: its items belong to one element.
    const goesOn = block.block.kind === 'list-item' && last?.at(-1)?.block.kind === 'list-item';
    if (!last || (last.length >= GROUP && !goesOn)) groups.push([block]);
    else last.push(block);
  }
  return groups;
}

/** Index of the group that an offset of the text stands in, or the last one. */
export function groupAt(groups: readonly BlockGroup[], offset: number): number {
  const ends = groups.map((group) => ({ start: startOf(group), end: group.at(-1)?.block.end ?? 0 }));
  return Math.min(firstEndingAfter(ends, offset), Math.max(0, groups.length - 1));
}

/** A group with its neighbours: what has to be laid out so that a place in it stays where it is scrolled to. */
export function withNeighbours(group: number): readonly number[] {
  return [group - 1, group, group + 1];
}

export function startOf(group: BlockGroup): number {
  return group[0]?.block.start ?? 0;
}

export interface ListPart {
  readonly isList: boolean;
  readonly blocks: readonly DrawnBlock[];
}

/** Runs of list items apart from the rest, so that each list is one element. */
export function inLists(group: BlockGroup): readonly ListPart[] {
  const parts: { isList: boolean; blocks: DrawnBlock[] }[] = [];
  for (const drawn of group) {
    const isList = drawn.block.kind === 'list-item';
    const last = parts.at(-1);
    if (last?.isList === isList) last.blocks.push(drawn);
    else parts.push({ isList, blocks: [drawn] });
  }
  return parts;
}

const LINE_PX = 26;
const CHARACTERS_A_LINE = 75;
const GAP_PX = 10;

/** A guess at a group's height in pixels, which stands for it in the scroll bar until it is laid out. */
export function estimatedHeight(group: BlockGroup): number {
  const lines = ({ block }: DrawnBlock) =>
    block.kind === 'table' ? block.rows.length * 1.3 : Math.ceil((block.end - block.start) / CHARACTERS_A_LINE);
  return Math.round(group.reduce((sum, drawn) => sum + lines(drawn) * LINE_PX + GAP_PX, 0));
}
