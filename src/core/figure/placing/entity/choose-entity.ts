/**
 * Whose figure it is: the name right before its metric ("Stream revenue"), the thing it counts ("200M Gold members"),
 * the subject of its clause, its table row, its list item, the headings above, the document.
 */
import nameData from '../../../../../resources/lexicon/names.json';
import type { Block, Layout, Span } from '../../../document/model';
import type { EntityMention } from '../mentions/entity';
import { itemLabel } from '../scope/label';
import { isTradedOfBank, mayOwn } from './market-owner';
import { isBystander } from '../mentions/markets';
import { hanHeading, type HeadingPlace, isAcronym, isSmallWord } from '../mentions/names';
import { hasTrait } from '../mentions/metric';
import type { Quantity } from '../../model';
import { type OwnedMetric, type Owner, ownerOf, quoted } from './owner';
import { leadOf } from '../scope/lead';
import { crossing, type BlockView, type BlockViews } from '../scope/block-view';
import { within } from '../../../base/spans';

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
  owned: OwnedMetric,
  figure: Quantity,
): EntityMention | null {
  if (!owned.at || hasTrait(owned.metric, 'object')) return null;
  const at = owned.at;
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
function segmentOf(text: string, owned: OwnedMetric, start: number, language: string): string | null {
  if (!owned.at || !segmented(owned.metric)) return null;
  const match = SEGMENT.exec(text.slice(Math.max(start, owned.at.start - 48), owned.at.start));
  const words = match?.[1]?.split(/\s/) ?? [];
  if (
    words.length === 0 ||
    words.some((word) => (adjectives.has(word.toLowerCase()) || isSmallWord(word)) && word !== 'and') ||
    // "Marlow registró ingresos": only English writes a business in small letters behind its first word.
    (language !== 'en' && words.some((word) => /^\p{Ll}/u.test(word))) ||
    // "Continued revenue growth": a form of a verb at the head of a sentence.
    (words.length === 1 && /(?:ed|ing)$/.test(words[0] ?? '')) ||
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
    const down = !(last.kind !== 'subject' && next.kind === 'subject') && (quoted(first) || !quoted(next));
    if (down && CHAIN.test(text.slice(last.end, next.start))) last = next;
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

/** How far from the head of its clause an index or a rate may stand that the clause of a company's note is about. */
const CLAUSE_HEAD = 14;

/** "unlike Marlow, which fell 7%": a relative clause about the name before it. */
const WHICH = /^,\s(?:which|who|que|qui|che|die|der|das)\s/;
const ANTECEDENT_REACH = 60;

function subjectOfClause(
  text: string,
  mentions: readonly EntityMention[],
  figure: Quantity,
  start: number,
  view: BlockView,
): EntityMention | null {
  const clause = clauseStart(text, start, figure.start);
  const free = mentions.filter((m) => m.end <= figure.start && !aside(text, m, figure) && !listed(text, m, mentions));
  const near = free.filter((m) => m.start >= clause);
  const antecedent = free.findLast(
    (m) => WHICH.test(text.slice(m.end, m.end + 8)) && m.start >= clause - ANTECEDENT_REACH,
  );
  if (
    antecedent &&
    !free.some((m) => m.start > antecedent.start) &&
    !/[.;]\s/.test(text.slice(antecedent.end, figure.start))
  )
    return antecedent;
  const first = near.find((m) => view.aboutMarkets || !quoted(m)) ?? near.find((m) => m.start - clause <= CLAUSE_HEAD);
  if (first) return lastInChain(text, first, near, figure.start);
  const earlier = free.filter((m) => m.start < clause && (view.aboutMarkets || !quoted(m)));
  const labelled = ofLabel(text, figure, free, view);
  if (labelled) return labelled;
  const subject = earlier[0];
  return subject ? lastInChain(text, subject, earlier, clause) : null;
}

/** The name that the label of the line is or leads with: "**USD/JPY Exchange Rate:** 150", "Brent futures: $80". */
function ofLabel(
  text: string,
  figure: Quantity,
  mentions: readonly EntityMention[],
  view: BlockView,
): EntityMention | null {
  const label = itemLabel(text, figure, view);
  if (!label) return null;
  const named = mentions.find((m) => m.start >= label.start && m.end <= label.end);
  if (named)
    return (named.end - named.start) * 2 >= label.end - label.start || named.start === label.start ? named : null;
  return KIND_TAIL.test(label.text) && !/\d/.test(label.text)
    ? { start: label.start, end: label.end, entity: label.text, kind: 'name' }
    : null;
}

/** "Growth Portfolios": what ends in such a word is a name by its last word. */
const KIND_TAIL = new RegExp(String.raw`^\p{Lu}[\p{L}& -]{2,40}\s(?:${nameData.namedKinds.join('|')})$`, 'iu');

function behind(
  text: string,
  mentions: readonly EntityMention[],
  figure: Quantity,
  view: BlockView,
): EntityMention | null {
  const next = mentions.find((m) => m.start >= figure.end && m.kind !== 'subject');
  if (!next || listed(text, next, mentions)) return null;
  const gap = text.slice(figure.end, next.start);
  return /[,;:(.]/.test(gap) || crossing(text, figure.end, next.start, view.figures) > 45 ? null : next;
}

/** "FTNT (+23.34%", "Orvo: $245", "**ALB** +12%": the name touches the number. */
const TIGHT = /^[*_]{0,3}(?:'s|’s|:)?[*_]{0,3}\s?(?:\(\s?|\s)$|^\s(?:up|down|at|to)\s$/;
/** "a z-score of 4.1 on Orvo" */
const ON = /^(?:σ|-sigma)?[*_]{0,3}\s(?:on|for|at|in)\s(?:the\s)?[*_]{0,3}$/;
const MEASURED: ReadonlySet<Quantity['unit']> = new Set(['score', 'other']);

function eligible(text: string, mention: EntityMention, owned: OwnedMetric, figure: Quantity): boolean {
  if (mention.start < figure.end && mention.end > figure.start) return false;
  if (owned.companyWide && mention.kind === 'line') return false;
  if (isTradedOfBank(mention, owned)) return false;
  return !quoted(mention) || !isBystander(text, mention.start, mention.end, touches(text, mention, figure));
}

const touches = (text: string, mention: EntityMention, figure: Quantity): boolean =>
  mention.end <= figure.start && TIGHT.test(text.slice(mention.end, figure.start));

/** The entity the figure's own sentence names. */
export function entityOfSentence(
  text: string,
  figure: Quantity,
  start: number,
  end: number,
  view: BlockView,
  owned: OwnedMetric,
): Owner | null {
  const mentions = within(view.entities, start, end).filter((m) => eligible(text, m, owned, figure));
  if (owned.companyWide && !view.aboutMarkets) return companyOf(text, figure, mentions, owned, start, view);
  const tight = mentions.find((m) => touches(text, m, figure));
  if (tight && (figure.unit !== 'count' || quoted(tight))) return ownerOf(text, tight);
  const held = possessor(text, figure, start);
  if (held) return held;
  const on = MEASURED.has(figure.unit)
    ? within(view.entities, start, end).find((m) => ON.test(text.slice(figure.end, m.start)))
    : undefined;
  if (on && on.start >= figure.end && on.start - figure.end < 12) return ownerOf(text, on);
  const owner = figure.unit === 'count' ? null : ofMetric(text, mentions, owned, figure);
  const segment = owner || figure.unit === 'count' ? null : segmentOf(text, owned, start, view.language);
  if (segment) return { entity: segment, label: segment, kind: 'line' };
  const mention =
    owner ??
    (figure.unit === 'count' ? counted(text, mentions, figure, 2) : null) ??
    ofMetric(text, mentions, owned, figure) ??
    subjectOfClause(text, mentions, figure, start, view) ??
    behind(text, mentions, figure, view);
  return ownerOf(text, mention);
}

/** "Kestrel's 65% collapse": the name in the genitive right before a number, also at the head of a sentence. */
function possessor(text: string, figure: Quantity, start: number): Owner | null {
  const name = POSSESSOR.exec(text.slice(Math.max(start, figure.start - 40), figure.start))?.[1];
  return name === undefined || adjectives.has(name.toLowerCase()) || isSmallWord(name)
    ? null
    : { entity: name, label: name, kind: 'name' };
}

const POSSESSOR = /(?<![\w-])([A-Z][A-Za-z&]{2,20})['’]s\s(?:about\s|roughly\s|~)?$/;

/** A company-wide metric is the subject's, unless another name has it plainly: "Quell: $245", "Orvo's capex". */
function companyOf(
  text: string,
  figure: Quantity,
  mentions: readonly EntityMention[],
  owned: OwnedMetric,
  start: number,
  view: BlockView,
): Owner | null {
  const owner = ofMetric(text, mentions, owned, figure);
  if (owner) return ownerOf(text, owner);
  if (owned.metric === 'horizon' || owned.metric === 'score') return null;
  const clause = clauseStart(text, start, figure.start);
  const subject = mentions.some((m) => m.kind === 'subject' && m.start >= clause && m.end <= figure.start);
  const tight = mentions.find((m) => m.end <= figure.start && /^(?:'s|’s|:)?\s$/.test(text.slice(m.end, figure.start)));
  if (tight && !subject) return ownerOf(text, tight);
  if (subject) return null;
  const labelled = ofLabel(text, figure, mentions, view);
  return ownerOf(text, labelled && quoted(labelled) ? labelled : counted(text, mentions, figure, 2));
}

/** The entity that the given sentences before, in the same block, are about. */
export function entityOfBlock(
  text: string,
  figure: Quantity,
  sentences: readonly { readonly start: number; readonly end: number }[],
  view: BlockView,
  owned: OwnedMetric,
): Owner | null {
  if (owned.companyWide && !view.aboutMarkets) return null;
  for (const sentence of sentences.toReversed()) {
    const mentions = within(view.entities, sentence.start, sentence.end).filter(
      (m) =>
        eligible(text, m, owned, figure) &&
        !listed(text, m, view.entities) &&
        (!quoted(m) || (view.aboutMarkets && mayOwn(m, owned))),
    );
    const names = new Map(mentions.filter((m) => m.kind !== 'subject').map((m) => [m.entity, m]));
    // A sentence that names several passes none of them on to the next.
    if (names.size > 1) return null;
    const [only] = names.values();
    if (only !== undefined) return ownerOf(text, only);
    const first = mentions[0];
    if (first) return ownerOf(text, lastInChain(text, first, mentions, sentence.end));
  }
  return null;
}

/** The entity of the lead-in, then of the headings above, nearest first; the document's where none names one. */
export function entityAbove(
  layout: Layout,
  block: Block,
  blockViews: BlockViews,
  owned: OwnedMetric,
  fallback: string | null,
): Owner | null {
  const { text } = layout;
  const subject: Owner | null = fallback === null ? null : { entity: fallback, label: null, kind: null };
  if (owned.companyWide && !blockViews.aboutMarkets) return subject;
  const lead = leadOf(layout, block);
  const introduced = lead ? blockViews.ofBlock(lead).entities.find((m) => m.kind !== 'subject') : undefined;
  if (lead && introduced && !isAuthor(text, introduced) && heads(text, introduced, lead, blockViews))
    return ownerOf(text, introduced);
  const titled = titledAbove(layout, block);
  if (titled) return titled;
  for (let at: number | null = block.section; at !== null; ) {
    const heading: Layout['sections'][number] | undefined = layout.sections[at];
    if (!heading || heading.level === 1) break;
    const han = hanHeading(heading.heading, placeOf(layout, at));
    if (han) return { entity: han, label: han, kind: 'name' };
    const titledBy = tickerAt(text.slice(heading.start, heading.end));
    if (titledBy) return titledBy;
    const view = blockViews.of(heading.start, heading.end);
    const named = view.entities[0];
    if (
      named &&
      named.kind !== 'subject' &&
      !listed(text, named, view.entities) &&
      heads(text, named, heading, blockViews)
    )
      return ownerOf(text, named);
    at = heading.parent;
  }
  return subject;
}

/** A section's words are looked through for the name in its heading this far. */
const MOST_BELOW_HEADING = 4000;

function placeOf({ text, sections }: Layout, at: number): HeadingPlace {
  const section = sections[at];
  const start = section?.end ?? 0;
  const end = Math.min(sections[at + 1]?.start ?? text.length, start + MOST_BELOW_HEADING);
  const above = section?.parent === null || section === undefined ? '' : (sections[section.parent]?.heading ?? '');
  return { above, below: text.slice(start, end) };
}

const AUTHORED = new RegExp(
  String.raw`^(?:['’]s)?\s(?:${[...nameData.authorNouns, ...nameData.authorWorks].join('|')})\b`,
  'i',
);

/** "Marlow Research view:": whose view it is, not whom it is about. */
const isAuthor = (text: string, { end }: EntityMention): boolean => AUTHORED.test(text.slice(end, end + 32));

/** "**2. ACM (Acme Tools)** — speculative": a short line in bold that gives a stock its name heads what follows. */
const TITLED =
  /^[\s>#*_\d.):-]{0,14}(?:\p{Extended_Pictographic}\uFE0F?\s?)?(?:([A-Z]{1,5}) \([A-Z][\w&.’' -]{1,40}\)|[A-Z][\w&.’' -]{1,40} \(\$?([A-Z]{1,5})\)|([A-Z]{2,5})\s(?:\([+−$€£-]{1,2}\d|[—–-]\s\p{Lu}|@\s?[$€£]))/u;
const MOST_BELOW = 24;

function titledAbove({ text, blocks }: Layout, block: Block): Owner | null {
  for (let at = block.index; at >= Math.max(0, block.index - MOST_BELOW); at -= 1) {
    const above = blocks[at];
    if (!above || above.section !== block.section) return null;
    if (above.end - above.start > 120 || above.kind === 'table-row' || !text.startsWith('**', above.contentStart))
      continue;
    const found = tickerAt(text.slice(above.contentStart, above.end));
    if (found) return found;
  }
  return null;
}

function tickerAt(line: string): Owner | null {
  const found = TITLED.exec(line);
  const ticker = found?.[1] ?? found?.[2] ?? found?.[3];
  return ticker && !isAcronym(ticker) ? { entity: ticker, label: ticker, kind: 'name' } : null;
}

/** In a company's note a heading is about an index or a rate only where it says little else. */
function heads(text: string, mention: EntityMention, over: Span, blockViews: BlockViews): boolean {
  if (!quoted(mention)) return true;
  if (isBystander(text, mention.start, mention.end, false)) return false;
  const words = text.slice(over.start, over.end);
  const leads = /^[\s#*\d.)>-]*$/.test(text.slice(over.start, mention.start)) && words.split(/\s+/).length <= 7;
  return blockViews.aboutMarkets || leads || (mention.end - mention.start) * 2 >= words.trim().length;
}
