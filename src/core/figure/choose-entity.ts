/** Whose figure it is: the subject of its clause, its table row, its list item, the headings above, the document. */
import type { Block, Layout } from '../document/model';
import type { EntityMention } from './entity';
import type { Quantity } from './model';
import { crossing, type Scene, type Scenes, within } from './scene';

export interface EntityNeed {
  /** The metric belongs to the whole company: a business line or product cannot have it. */
  readonly companyWide: boolean;
}

function eligible(mention: EntityMention, need: EntityNeed): boolean {
  return !(need.companyWide && mention.kind !== 'subject');
}

const CLAUSE = /[;—→•]|\.\s|,\s(?:while|but|and|whereas|with)\s|\bversus\b/g;

/** Where the clause around the figure starts. */
export function clauseStart(text: string, from: number, at: number): number {
  let start = from;
  for (const match of text.slice(from, at).matchAll(CLAUSE)) start = from + (match.index ?? 0) + match[0].length;
  return start;
}

/** The mention that owns the figure inside `from`–`to`: the nearest ahead in its clause, else the subject, else behind. */
function inStretch(
  text: string,
  figure: Quantity,
  mentions: readonly EntityMention[],
  scene: Scene,
  from: number,
): EntityMention | null {
  const clause = clauseStart(text, from, figure.start);
  const ahead = mentions.filter((m) => m.end <= figure.start);
  const near = ahead.filter((m) => m.start >= clause);
  const owner = bySpecificity(text, near, figure, scene);
  if (owner) return owner;
  const behind = mentions.find(
    (m) => m.start >= figure.end && crossing(text, figure.end, m.start, scene.figures) <= 40,
  );
  if (behind && behind.kind !== 'subject') return behind;
  return ahead.at(-1) ?? behind ?? null;
}

/** "AWS revenue", "Amazon's advertising segment": the nearest; a business line outranks the company it belongs to. */
function bySpecificity(
  text: string,
  near: readonly EntityMention[],
  figure: Quantity,
  scene: Scene,
): EntityMention | null {
  let best: { mention: EntityMention; cost: number } | null = null;
  for (const mention of near) {
    const cost = crossing(text, mention.end, figure.start, scene.figures) + (mention.kind === 'subject' ? 30 : 0);
    if (!best || cost < best.cost) best = { mention, cost };
  }
  return best?.mention ?? null;
}

/** The entity the figure's own sentence names. */
export function entityOfSentence(
  text: string,
  figure: Quantity,
  start: number,
  end: number,
  scene: Scene,
  need: EntityNeed,
): string | null {
  const mentions = within(scene.entities, start, end).filter(
    (m) => eligible(m, need) && !(m.start < figure.end && m.end > figure.start),
  );
  return inStretch(text, figure, mentions, scene, start)?.entity ?? null;
}

/** The entity last named earlier in the block. */
export function entityOfBlock(figure: Quantity, scene: Scene, need: EntityNeed): string | null {
  return scene.entities.filter((m) => m.end <= figure.start && eligible(m, need)).at(-1)?.entity ?? null;
}

/** The entity of the lead-in, then of the headings above, nearest first; the document's where none names one. */
export function entityAbove(
  layout: Layout,
  block: Block,
  scenes: Scenes,
  need: EntityNeed,
  fallback: string | null,
): string | null {
  if (need.companyWide) return fallback;
  const lead = block.leadIn === null ? undefined : layout.blocks[block.leadIn];
  const introduced = lead ? scenes.ofBlock(lead).entities.find((m) => m.kind !== 'subject') : undefined;
  if (introduced) return introduced.entity;
  for (let at: number | null = block.section; at !== null; ) {
    const heading: Layout['sections'][number] | undefined = layout.sections[at];
    if (!heading || heading.level === 1) break;
    const named = scenes.of(heading.start, heading.end).entities.find((m) => m.kind !== 'subject');
    if (named) return named.entity;
    at = heading.parent;
  }
  return fallback;
}
