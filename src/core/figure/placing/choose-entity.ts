/**
 * Whose figure it is: the name its metric hangs on ("Stream revenue"), the thing it counts ("200M Gold members"), the
 * subject of its clause, its table row, its list item, the headings above, the document.
 */
import nameData from '../../../../resources/lexicon/names.json';
import type { Block, Layout } from '../../document/model';
import type { EntityMention } from './entity';
import { hanHeading } from './names';
import type { MetricChoice } from './choose-metric';
import { hasTrait } from './metric';
import type { Quantity } from '../model';
import { crossing, type Scene, type Scenes } from './scene';
import { within } from '../quantity/spans';

export type EntityNeed = Pick<MetricChoice, 'companyWide' | 'at' | 'metric'>;

const CLAUSE =
  /[;→•]|\.\s|—|:\s|,\s(?:while|but|and|whereas|with|as|which)\s|\bversus\b|\bvs\.|\b(?:said|says|disclosed|noted|announced|reported|expects?|estimates?|acknowledged|characterized|stated|confirmed|showed|shows)\s(?:[\w ]{0,20}\s)?that\s/g;
const CHAIN = /^(?:'s|’s)?\s(?:[a-z-]+\s){0,2}$|^(?:'s|’s)?\s(?:Q[1-4]|TTM|FY\d*)\s$/;

/** No clause is longer: what stands further back is another. */
const LONGEST_CLAUSE = 2000;

/** Where the clause around `at` starts. */
function clauseStart(text: string, from: number, at: number): number {
  const back = Math.max(from, at - LONGEST_CLAUSE);
  let start = back;
  for (const match of text.slice(back, at).matchAll(CLAUSE)) start = back + (match.index ?? 0) + match[0].length;
  return start;
}

/** Mentions that stand in parentheses which close before the figure are asides. */
function aside(text: string, mention: EntityMention, figure: Quantity): boolean {
  const gap = text.slice(mention.end, figure.start);
  const close = gap.indexOf(')');
  return close >= 0 && !gap.slice(0, close).includes('(');
}

/** "retail, advertising, and subscriptions": names in a row own nothing alone. */
function listed(text: string, mention: EntityMention, all: readonly EntityMention[]): boolean {
  if (mention.kind === 'subject') return false;
  return all.some((other) => {
    if (other === mention) return false;
    const [a, b] = other.start < mention.start ? [other, mention] : [mention, other];
    return /^(?:, | and | \+ |, and |\/| \/ |、|和)$/.test(text.slice(a.end, b.start));
  });
}

/** The name the metric's own words hang on: "Corvane's operating margin" — right ahead of the metric mention. */
function ofMetric(
  text: string,
  mentions: readonly EntityMention[],
  need: EntityNeed,
  figure: Quantity,
): EntityMention | null {
  if (!need.at || hasTrait(need.metric, 'object')) return null;
  const at = need.at;
  for (const mention of mentions) {
    if (mention.start <= at.start && mention.end >= at.end) return mention;
    if (mention.end > at.start || mention.start < at.start - 60) continue;
    const behindFigure = mention.start >= figure.end;
    const gap = text.slice(mention.end, at.start);
    if (/^(?:'s|’s)?\s?(?:(?:Q[1-4]|TTM|FY\d*|[a-z-]+)\s){0,2}$/.test(gap) && !(behindFigure && gap.length > 12))
      return lastInChain(text, mention, mentions, at.start);
  }
  return null;
}

const SEGMENT = /(?:^|[.;:•(—,]\s?|\s)([A-Z][A-Za-z&-]+(?:\s(?:&\s|and\s)?[A-Za-z-]+){0,2})\s$/;
const adjectives: ReadonlySet<string> = new Set([
  ...nameData.metricAdjectives,
  ...nameData.common,
  ...nameData.acronyms.map((word) => word.toLowerCase()),
]);

/** Growth and changes of a metric are of the business that the metric is of. */
const segmented = (id: string | null): boolean =>
  hasTrait(id?.replace(/_(?:growth|change)$/, '') ?? null, 'segment') || hasTrait(id, 'segment');

/** "Warehouse automation revenue": words with a capital right ahead of revenue or profit name the business it is of. */
function segmentOf(text: string, need: EntityNeed, start: number): string | null {
  if (!need.at || !segmented(need.metric)) return null;
  const match = SEGMENT.exec(text.slice(Math.max(start, need.at.start - 48), need.at.start));
  const words = match?.[1]?.split(/\s/) ?? [];
  if (
    words.length === 0 ||
    words.some((word) => adjectives.has(word.toLowerCase()) && word !== 'and') ||
    /\d/.test(words.join(''))
  )
    return null;
  return words.join(' ');
}

function lastInChain(
  text: string,
  first: EntityMention,
  mentions: readonly EntityMention[],
  limit: number,
): EntityMention {
  let last = first;
  for (const next of mentions) {
    if (next.start <= last.end - 1 || next.end > limit) continue;
    if (CHAIN.test(text.slice(last.end, next.start)) && !(last.kind !== 'subject' && next.kind === 'subject'))
      last = next;
    else break;
  }
  return last;
}

/** "200M+ Gold members", "upside targets Orvo and Quell carried": the name in the words right behind. */
function counted(
  text: string,
  mentions: readonly EntityMention[],
  figure: Quantity,
  words: number,
): EntityMention | null {
  const next = mentions.find((m) => m.start >= figure.end);
  if (!next || next.kind === 'line') return null;
  const gap = text.slice(figure.end, next.start);
  return new RegExp(`^\\+?\\s(?:[A-Za-z.]+\\s){0,${words}}$`).test(gap) &&
    !/\b(?:in|into|to|on|from|by|with|at|for|of|and|or|than|as|that|which|is|was|were|has|have)\b/.test(gap)
    ? next
    : null;
}

function subjectOfClause(
  text: string,
  mentions: readonly EntityMention[],
  figure: Quantity,
  start: number,
): EntityMention | null {
  const clause = clauseStart(text, start, figure.start);
  const ahead = mentions.filter((m) => m.end <= figure.start && !aside(text, m, figure));
  const near = ahead.filter((m) => m.start >= clause && !listed(text, m, mentions));
  const first = near[0];
  if (first) return lastInChain(text, first, near, figure.start);
  const earlier = ahead.filter((m) => m.start < clause && !listed(text, m, mentions));
  const subject = earlier[0];
  return subject ? lastInChain(text, subject, earlier, clause) : null;
}

function behind(
  text: string,
  mentions: readonly EntityMention[],
  figure: Quantity,
  scene: Scene,
): EntityMention | null {
  const next = mentions.find((m) => m.start >= figure.end && m.kind !== 'subject');
  if (!next || listed(text, next, mentions)) return null;
  const gap = text.slice(figure.end, next.start);
  return /[,;:(.]/.test(gap) || crossing(text, figure.end, next.start, scene.figures) > 45 ? null : next;
}

/** "FTNT (+23.34%", "Orvo: $245", "**ALB** +12%": the name touches the number. */
const TIGHT = /^[*_]{0,3}(?:'s|’s|:)?[*_]{0,3}\s?(?:\(\s?|\s)$|^\s(?:up|down|at|to)\s$/;
/** "a z-score of 4.1 on Orvo" */
const ON = /^[*_]{0,3}\s(?:on|for|at|in)\s(?:the\s)?[*_]{0,3}$/;
const MEASURED: ReadonlySet<Quantity['unit']> = new Set(['score', 'other']);

function eligible(mention: EntityMention, need: EntityNeed, figure: Quantity): boolean {
  if (mention.start < figure.end && mention.end > figure.start) return false;
  return !need.companyWide || mention.kind !== 'line';
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
  const mentions = within(scene.entities, start, end).filter((m) => eligible(m, need, figure));
  if (need.companyWide) return companyOf(text, figure, mentions, need, start);
  const tight = mentions.find((m) => m.end <= figure.start && TIGHT.test(text.slice(m.end, figure.start)));
  if (tight && figure.unit !== 'count') return tight.entity;
  const on = MEASURED.has(figure.unit) ? mentions.find((m) => ON.test(text.slice(figure.end, m.start))) : undefined;
  if (on && on.start >= figure.end && on.start - figure.end < 12) return on.entity;
  const owner = figure.unit === 'count' ? null : ofMetric(text, mentions, need, figure);
  const segment = owner || figure.unit === 'count' ? null : segmentOf(text, need, start);
  if (segment) return segment;
  const mention =
    owner ??
    (figure.unit === 'count' ? counted(text, mentions, figure, 2) : null) ??
    ofMetric(text, mentions, need, figure) ??
    subjectOfClause(text, mentions, figure, start) ??
    behind(text, mentions, figure, scene);
  return mention?.entity ?? null;
}

/** A company-wide metric is the subject's, unless another name has it plainly: "Quell: $245", "Orvo's capex". */
function companyOf(
  text: string,
  figure: Quantity,
  mentions: readonly EntityMention[],
  need: EntityNeed,
  start: number,
): string | null {
  const owner = ofMetric(text, mentions, need, figure);
  if (owner) return owner.entity;
  if (need.metric === 'horizon' || need.metric === 'score') return null;
  const clause = clauseStart(text, start, figure.start);
  const subject = mentions.some((m) => m.kind === 'subject' && m.start >= clause && m.end <= figure.start);
  const tight = mentions.find((m) => m.end <= figure.start && /^(?:'s|’s|:)?\s$/.test(text.slice(m.end, figure.start)));
  if (tight && !subject) return tight.entity;
  return subject ? null : (counted(text, mentions, figure, 2)?.entity ?? null);
}

/** The entity that the given sentences before, in the same block, speak of. */
export function entityOfBlock(
  text: string,
  figure: Quantity,
  sentences: readonly { readonly start: number; readonly end: number }[],
  scene: Scene,
  need: EntityNeed,
): string | null {
  if (need.companyWide) return null;
  for (const sentence of sentences.toReversed()) {
    const mentions = within(scene.entities, sentence.start, sentence.end).filter(
      (m) => eligible(m, need, figure) && !listed(text, m, scene.entities),
    );
    const names = new Set(mentions.filter((m) => m.kind !== 'subject').map((m) => m.entity));
    // A sentence that speaks of several hands none of them on.
    if (names.size > 1) return null;
    const [only] = names;
    if (only !== undefined) return only;
    const first = mentions[0];
    if (first) return lastInChain(text, first, mentions, sentence.end).entity;
  }
  return null;
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
    const han = hanHeading(heading.heading);
    if (han) return han;
    const scene = scenes.of(heading.start, heading.end);
    const named = scene.entities[0];
    if (named && named.kind !== 'subject' && !listed(layout.text, named, scene.entities)) return named.entity;
    at = heading.parent;
  }
  return fallback;
}
