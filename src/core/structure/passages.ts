/** What every finder of structure looks at: the document's passages, what each is about, and how items are made. */
import { trimSpan } from '../document/lines/lines';
import type { Block, Layout, Section, SectionRole, Span, Table } from '../document/model';
import type { DocumentContext, Figure } from '../figure/model';
import type { UndisclosedItem } from '../figure/provenance';
import { CUES, firstMatch, matches, TOPIC_CUES, type Topic } from './cues';
import { caseSections } from './cases';
import { type Grid, gridOf } from './grids';
import { type Labelled, labelledLines, labelledRow } from './labels';
import { leadWords, plainWords, shorten } from './words';
import { type FieldValues, foundFieldNames } from './fields';
import type { StructureItem, StructureType } from './model';

export interface StructureInput {
  readonly layout: Layout;
  readonly context: DocumentContext;
  readonly figures: readonly Figure[];
  readonly undisclosed: readonly UndisclosedItem[];
}

/** A found item before its figures are counted. */
export type Found = Omit<StructureItem, 'figures'>;

export interface Passage {
  readonly block: Block;
  readonly section: Section;
  /** What the lead-in above says the list is about, else what the section is for. */
  readonly topic: Topic | null;
  /** The role of the section, or of the nearest section above that has one. */
  readonly role: SectionRole;
  /** `Near-term (3–6 months)`, from the lead-in or heading above. */
  readonly horizon: string | null;
  /** Its lines that name themselves: `Rating: Buy`. */
  readonly labels: readonly Labelled[];
  /** What its table lists, null outside tables. */
  readonly grid: Grid | null;
  /** An item below another item of its list: it tells of that one. */
  readonly detail: boolean;
  /** Stands under a heading that is a scenario. */
  readonly inCase: boolean;
}

const ROLE_TOPICS: Partial<Record<SectionRole, Topic>> = {
  driver: 'driver',
  scenario: 'scenario',
  priced_in: 'priced_in',
  not_priced_in: 'not_priced_in',
  downside: 'risk',
  risk: 'risk',
  watch: 'indicator',
};

/** Every block with what it is about, in reading order. */
export function passagesOf(layout: Layout): Passage[] {
  const roles = layout.sections.map((_, at) => roleChain(layout, at));
  const titles = layout.sections.map((section) => topicOfTitle(layout, section));
  const grids = layout.tables.map(gridOf);
  const details = detailsOf(layout);
  const cases = insideCases(layout);
  const fallback = layout.sections[0];
  return layout.blocks.flatMap((block) => {
    const section = layout.sections[block.section] ?? fallback;
    if (!section) return [];
    const role = roles[block.section] ?? 'body';
    const lead = block.leadIn === null ? null : layout.blocks[block.leadIn];
    const leadText = lead ? layout.text.slice(lead.start, lead.end) : null;
    const title = titles[block.section] ?? null;
    const topic = topicAt(leadText, role, title === 'event' || title === 'catalyst' || lead === null ? title : null);
    return [
      {
        block,
        section,
        topic,
        role,
        horizon: horizonOf(leadText, section),
        labels: labelsOf(layout, block, topic),
        grid: block.table === null ? null : (grids[block.table] ?? null),
        detail: details.has(block.index),
        inCase: cases.has(block.section),
      },
    ];
  });
}

/** What the lead-in says; where it speaks of something else altogether, nothing; else what the section is for. */
function topicAt(leadText: string | null, role: SectionRole, title: Topic | null): Topic | null {
  const lead = leadText === null ? null : lastClause(leadText);
  const said = lead === null ? null : topicOf(lead);
  if (said !== null) return said;
  if (lead !== null && matches(CUES.noTopic, lead)) return null;
  return ROLE_TOPICS[role] ?? title;
}

function labelsOf(layout: Layout, block: Block, topic: Topic | null): readonly Labelled[] {
  if (block.kind === 'table-row') {
    const table = block.table === null ? undefined : layout.tables[block.table];
    const row = table && rowOf(table, block);
    const read = table && row ? labelledRow(table, row) : null;
    return read ? [read] : [];
  }
  return isProse(block) || block.kind === 'heading' ? labelledLines(layout, block, topic) : [];
}

/** Sections that are a scenario, and those below them. */
function insideCases(layout: Layout): Set<number> {
  const inside = new Set<number>(caseSections(layout).keys());
  for (const { index, parent } of layout.sections) if (parent !== null && inside.has(parent)) inside.add(index);
  return inside;
}

/** Items that stand further in than an item above them, with no lead-in between. */
function detailsOf({ blocks, text }: Layout): Set<number> {
  const details = new Set<number>();
  let open: { indent: number; index: number; leads: boolean }[] = [];
  for (const block of blocks) {
    if (block.list === null && block.kind !== 'lead-in') {
      open = [];
      continue;
    }
    const indent = indentOf(text, block.start);
    open = open.filter((above) => above.indent < indent);
    const parent = open.at(-1);
    if (block.list !== null && parent && parent.index !== block.leadIn && !parent.leads) details.add(block.index);
    const words = text.slice(Math.max(block.contentStart, block.end - 8), block.end);
    if (/[\p{L}\p{N}]/u.test(text.slice(block.contentStart, Math.min(block.end, block.contentStart + 40))))
      open.push({ indent, index: block.index, leads: block.kind === 'lead-in' || LEADS.test(words) });
  }
  return details;
}

const DEEPEST = 80;
export const LEADS = /[:\uff1a][*_\s]*$/;

function indentOf(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < DEEPEST && text.charAt(at - 1) !== '\n') at -= 1;
  return start - at;
}

/** The role of a section or, where it has none, of the section above it. */
function roleChain({ sections }: Layout, at: number): SectionRole {
  for (let index: number | null = at; index !== null; index = sections[index]?.parent ?? null) {
    const role = sections[index]?.role ?? 'body';
    if (index !== at && (role === 'not_priced_in' || role === 'priced_in')) return 'body';
    if (role !== 'body') return role === 'title' ? 'body' : role;
  }
  return 'body';
}

function topicOf(words: string): Topic | null {
  return TOPIC_CUES.find(({ cues }) => matches(cues, words))?.topic ?? null;
}

/** What a heading without a role may be about: the others have roles of their own. */
const TITLE_TOPICS: ReadonlySet<Topic> = new Set<Topic>(['event', 'catalyst', 'driver', 'indicator', 'position']);

/** Headings so far apart are looked at together. */
const NEAR = 12;

/** Of a heading that has no role: what its words are about, or what the section beside it under one heading is about. */
function topicOfTitle({ sections }: Layout, section: Section): Topic | null {
  if (section.role !== 'body' && section.role !== 'view' && section.role !== 'valuation') return null;
  const topic = topicOf(section.title);
  if (topic !== null) return TITLE_TOPICS.has(topic) ? topic : null;
  if (section.parent === null || !matches(CUES.horizon, section.title)) return null;
  const near = sections.slice(Math.max(0, section.index - NEAR), section.index + NEAR);
  const beside = near.find(({ parent, title }) => parent === section.parent && topicOf(title) === 'catalyst');
  return beside && matches(CUES.horizon, beside.title) ? 'catalyst' : null;
}

/** A lead-in of several sentences introduces with its last. */
function lastClause(lead: string): string {
  const whole = lead.replace(/[:\uff1a*_\s]+$/, '');
  const plain = whole.slice(whole.lastIndexOf('\n') + 1);
  return plain.slice(Math.max(plain.lastIndexOf('. ') + 1, plain.lastIndexOf('。') + 1, plain.length - 240, 0));
}

function horizonOf(lead: string | null, section: Section): string | null {
  for (const words of [lead, section.title]) {
    if (words !== null && words.length < 80 && matches(CUES.horizon, words))
      return words.replace(/[:\uff1a*_\s]+$/, '').replace(/^[*_#\s]+/, '');
  }
  return null;
}

/** The words of a block past its bullet or number, without emphasis marks around all of it. */
export function contentOf({ text }: Layout, block: Block): Span {
  const { start, end } = trimSpan(text, block.contentStart, block.end);
  const around = /^(\*{1,3}|_{1,3})[^*_]+\1$/.exec(text.slice(start, end))?.[1]?.length ?? 0;
  return { start: start + around, end: end - around };
}

export { leadWords, plainWords, shorten } from './words';

export interface ItemExtra<T extends StructureType = StructureType> {
  readonly label?: string | null;
  readonly fields?: FieldValues<T>;
}

/** An item on a span; members its type has and nobody filled are null. */
export function found<T extends StructureType>(
  layout: Layout,
  type: T,
  span: Span,
  rule: string,
  extra: ItemExtra<T> = {},
): Found {
  const quote = layout.text.slice(span.start, span.end);
  const empty = Object.fromEntries(foundFieldNames(type).map((field) => [field, null]));
  return {
    type,
    start: span.start,
    end: span.end,
    label: plainWords(extra.label ?? leadWords(quote) ?? shorten(quote)),
    fields: { ...empty, ...plainFields(extra.fields ?? {}) },
    rule,
  };
}

function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? plainWords(value) : null]),
  );
}

/** The row of its table that a block is, undefined where it is the head. */
export function rowOf(table: Table, block: Block): Table['rows'][number] | undefined {
  const row = table.rows[block.row ?? -1];
  return row?.block === block.index ? row : undefined;
}

/**
 * Figures that stand wholly inside the span. `figures` must be in order of their start; takes logarithmic time and the
 * length of the answer.
 */
export function figuresIn(figures: readonly Figure[], span: Span): Figure[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const inside: Figure[] = [];
  for (let at = low; at < figures.length; at += 1) {
    const figure = figures[at];
    if (!figure || figure.start >= span.end) break;
    if (figure.end <= span.end) inside.push(figure);
  }
  return inside;
}

/** The words of a span with line breaks as spaces, same length: cues are written for one line. */
export function quoteOf({ text }: Layout, span: Span): string {
  const quote = text.slice(span.start, span.end);
  return quote.includes('\n') ? quote.replace(/\n/g, ' ') : quote;
}

/** Sentences of a block, in order. */
export function sentencesOf(layout: Layout, block: Block): Span[] {
  return layout.sentences.slice(block.firstSentence, block.endSentence);
}

/** What stands on one line as several `Key: value` pairs, apart; any other sentence whole. */
export function pairsOf(layout: Layout, sentence: Span): Span[] {
  const quote = layout.text.slice(sentence.start, sentence.end);
  const cuts = [
    ...quote.matchAll(/(?:(?<![ \t])[ \t]{2,}|(?<![ \t])\t|\s[|·]\s)(?=\p{L}[^:\uff1a\n|]{1,40}[:\uff1a])/gu),
  ];
  if (cuts.length === 0 || !/^\p{L}[^:\uff1a\n|]{1,40}[:\uff1a]/u.test(quote)) return [sentence];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => cut.index), quote.length];
  return starts.map((start, at) => ({
    start: sentence.start + start,
    end: sentence.start + (ends[at] ?? quote.length),
  }));
}

/** Whether a block is made of sentences: a paragraph, an item, a quotation or a lead-in. */
export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'quote' || block.kind === 'lead-in';
}

/** Items of a list: bullets, numbers, and paragraphs that count themselves ("First, …"). */
export function isItem(block: Block): boolean {
  return block.list !== null && (block.kind === 'list-item' || block.kind === 'paragraph');
}

/** The first words that name a horizon ("12–18 months", "中期"), as written; null where there are none. */
export function horizonIn(quote: string): string | null {
  return firstMatch(CUES.horizon, quote)?.text ?? null;
}
