/** What every finder of structure looks at: the document's passages, what each is about, and how items are made. */
import { trimSpan } from '../document/lines';
import type { Block, Layout, Section, SectionRole, Span, Table } from '../document/model';
import type { DocumentContext, Figure } from '../figure/model';
import type { UndisclosedItem } from '../provenance/model';
import { CUES, firstMatch, matches, TOPIC_CUES, type Topic } from './cues';
import { STRUCTURE_FIELDS, type StructureItem, type StructureType } from './model';

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
const LONGEST_LABEL = 90;
const LONGEST_LEAD = 70;

/** Every block with what it is about, in reading order. */
export function passagesOf(layout: Layout): Passage[] {
  const roles = layout.sections.map((_, at) => roleChain(layout, at));
  const fallback = layout.sections[0];
  return layout.blocks.flatMap((block) => {
    const section = layout.sections[block.section] ?? fallback;
    if (!section) return [];
    const role = roles[block.section] ?? 'body';
    const lead = block.leadIn === null ? null : layout.blocks[block.leadIn];
    const leadText = lead ? layout.text.slice(lead.start, lead.end) : null;
    const said = leadText === null ? null : topicOf(lastClause(leadText));
    const topic = said ?? ROLE_TOPICS[role] ?? topicOfTitle(section);
    return [{ block, section, topic, role, horizon: horizonOf(leadText, section) }];
  });
}

/** The role of a section or, where it has none, of the section above it. */
function roleChain({ sections }: Layout, at: number): SectionRole {
  for (let index: number | null = at; index !== null; index = sections[index]?.parent ?? null) {
    const role = sections[index]?.role ?? 'body';
    if (role !== 'body') return role === 'title' ? 'body' : role;
  }
  return 'body';
}

function topicOf(words: string): Topic | null {
  return TOPIC_CUES.find(({ cues }) => matches(cues, words))?.topic ?? null;
}

function topicOfTitle(section: Section): Topic | null {
  const topic = topicOf(section.title);
  return topic === 'event' || topic === 'catalyst' ? topic : null;
}

/** A lead-in of several sentences introduces with its last. */
function lastClause(lead: string): string {
  const plain = lead.replace(/[:\uff1a*_\s]+$/, '');
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

/** The words before a colon or dash that name the item, null where it has none. */
export function leadWords(quote: string): string | null {
  const lead = /^([^:\uff1a.;!?。\n]{2,70}?)\s*(?:[:\uff1a]|\s[—–]\s|——)/u.exec(quote)?.[1];
  if (lead === undefined || lead.length > LONGEST_LEAD) return null;
  return lead.replace(/[*_"“”]+/g, '').trim() || null;
}

/** Words as a reader sees them: without the marks of Markdown. */
export function plainWords(words: string): string {
  return words
    .replace(/!?\[([^\]\n]{1,200})\]\([^)\s]{1,400}\)/g, '$1')
    .replace(/\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|`+|~~/gu, '')
    .trim();
}

/** The quote, shortened at a word to what a label can hold. */
export function shorten(quote: string, longest = LONGEST_LABEL): string {
  const line = plainWords(quote.replace(/\s+/g, ' ').replace(/\s?\[[^\]]{1,40}\](?!\()/g, ''));
  if (line.length <= longest) return line.replace(/[.。]$/, '');
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest / 2 ? space : longest).replace(/[,;:\s]+$/, '')}…`;
}

export interface ItemExtra {
  readonly label?: string | null;
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** An item on a span; members its type has and nobody filled are null. */
export function found(layout: Layout, type: StructureType, span: Span, rule: string, extra: ItemExtra = {}): Found {
  const quote = layout.text.slice(span.start, span.end);
  const empty = Object.fromEntries(STRUCTURE_FIELDS[type].map((field) => [field, null]));
  return {
    type,
    start: span.start,
    end: span.end,
    label: plainWords(extra.label ?? leadWords(quote) ?? shorten(quote)),
    fields: { ...empty, ...plainFields(extra.fields ?? {}) },
    rule,
  };
}

function plainFields(fields: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === null ? null : plainWords(value)]),
  );
}

/** The row of its table that a block is, undefined where it is the head. */
export function rowOf(table: Table, block: Block): Table['rows'][number] | undefined {
  const row = table.rows[block.row ?? -1];
  return row?.block === block.index ? row : undefined;
}

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
  const cuts = [...quote.matchAll(/(?:[ \t]{2,}|\t|\s[|·]\s)(?=\p{L}[^:\uff1a\n|]{1,40}[:\uff1a])/gu)];
  if (cuts.length === 0 || !/^\p{L}[^:\uff1a\n|]{1,40}[:\uff1a]/u.test(quote)) return [sentence];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => cut.index), quote.length];
  return starts.map((start, at) => ({
    start: sentence.start + start,
    end: sentence.start + (ends[at] ?? quote.length),
  }));
}

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'quote' || block.kind === 'lead-in';
}

/** Items of a list: bullets, numbers, and paragraphs that count themselves ("First, …"). */
export function isItem(block: Block): boolean {
  return block.list !== null && (block.kind === 'list-item' || block.kind === 'paragraph');
}

export function horizonIn(quote: string): string | null {
  return firstMatch(CUES.horizon, quote)?.text ?? null;
}
