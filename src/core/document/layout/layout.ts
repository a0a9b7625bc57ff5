/** Puts a document's layout together: blocks into sections, lists, tables and sentences. Deterministic. */
import { withHeadsAbove } from '../tables/head-above';
import { languageOf } from '../identity/language';
import { headingLevels } from './levels';
import { markedLayout } from './marked-layout';
import type { Block, Layout, NormalisedDocument, Section, Sentence } from '../model';
import { plainLayout } from './plain-layout';
import type { RawBlock } from '../lines/raw';
import { roleOf } from '../lines/role';
import { splitSentences } from '../lines/sentence';
import { endsInColon } from '../lines/shape';
import { tablesOf } from '../tables/tables';
import { findTitle } from '../identity/title';

const NUMBERED = /^\s*(?:\[\^?[^\]]{1,20}\]|\(?\d{1,3}[.)]|[¹²³⁴-⁹])/;

/**
 * The layout of a document. Every span quotes `document.text`; blocks come in reading order and do not overlap.
 * A section's `bodyEnd` is where the next heading of whatever level starts; `parent` gives the nesting.
 */
export function layOut(document: NormalisedDocument): Layout {
  const { text } = document;
  const marked = document.marks.some((mark) => mark.kind === 'heading' || mark.kind === 'paragraph');
  const raw = withHeadsAbove(text, marked ? markedLayout(document) : plainLayout(document));
  const language = document.language?.slice(0, 2).toLowerCase() ?? languageOf(text);
  const sections = sectionsOf(document, raw.blocks, language);
  const { blocks, sentences } = blocksOf(text, raw.blocks, sections, targetsOf(document));
  return {
    text,
    format: document.format,
    title: findTitle({ text, sections }, document.title),
    language,
    blocks,
    sections,
    sentences,
    tables: tablesOf(text, raw, blocks),
    marks: document.marks,
    facts: document.facts ?? [],
  };
}

function sectionsOf({ text }: NormalisedDocument, blocks: readonly RawBlock[], language: string): Section[] {
  const headings = blocks.filter((block) => block.heading !== null);
  const levels = headingLevels(text, headings);
  const sections: Section[] = [];
  const latest = new Map<number, number>();
  const first = blocks[0];
  if (first?.kind !== 'heading') sections.push(bodyBefore(headings[0]?.start ?? text.length, language));
  headings.forEach((block, at) => {
    const heading = block.heading;
    if (heading === null) return;
    const level = levels[at] ?? 2;
    const title = text.slice(heading.titleStart, heading.titleEnd);
    const isTitle = level === 1 && at === 0 && heading.numeral === null;
    sections.push({
      index: sections.length,
      start: block.start,
      end: block.end,
      heading: text.slice(block.start, block.end),
      level,
      numeral: heading.numeral,
      title,
      bodyEnd: headings[at + 1]?.start ?? text.length,
      parent: parentOf(latest, level),
      role: isTitle ? 'title' : roleOf(title),
      language: languageOf(title, language),
    });
    latest.set(level, sections.length - 1);
  });
  return sections;
}

function bodyBefore(end: number, language: string): Section {
  return {
    index: 0,
    start: 0,
    end: 0,
    heading: '',
    level: 1,
    numeral: null,
    title: '',
    bodyEnd: end,
    parent: null,
    role: 'body',
    language,
  };
}

/** The last section of a higher level; `latest` has the last section of each level. */
function parentOf(latest: ReadonlyMap<number, number>, level: number): number | null {
  let parent: number | null = null;
  for (const [above, at] of latest) if (above < level && at > (parent ?? -1)) parent = at;
  return parent;
}

/** Where links of the document lead. */
function targetsOf({ marks }: NormalisedDocument): ReadonlySet<number> {
  const led = new Set(marks.flatMap((mark) => (mark.kind === 'jump' ? mark.to : [])));
  return new Set(marks.flatMap((mark) => (mark.kind === 'place' && led.has(mark.name) ? mark.start : [])));
}

function blocksOf(text: string, raw: readonly RawBlock[], sections: readonly Section[], targets: ReadonlySet<number>) {
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  const lists = listsOf(raw);
  const leads = leadInsOf(text, raw);
  const holders = holdersOf(text, raw);
  let section = 0;
  raw.forEach((block, index) => {
    while (sections[section + 1] && (sections[section + 1]?.start ?? 0) <= block.start) section += 1;
    const kind =
      block.kind === 'list-item' || block.kind === 'paragraph'
        ? asReference(text, block, sections[section], blocks.at(-1), targets)
        : block.kind;
    const firstSentence = sentences.length;
    const whole =
      kind === 'heading' || kind === 'table-row' || kind === 'table-head' || kind === 'reference' || kind === 'code';
    const spans = whole
      ? [{ start: block.start, end: block.end }]
      : splitSentences(text, block.contentStart, block.end);
    for (const { start, end } of spans) sentences.push({ index: sentences.length, block: index, start, end });
    blocks.push({
      index,
      kind,
      start: block.start,
      end: block.end,
      contentStart: block.contentStart,
      section,
      leadIn: leads[index] ?? null,
      holder: holders[index] ?? null,
      list: lists[index] ?? null,
      table: block.cell?.table ?? null,
      row: block.cell && block.cell.row >= 0 ? block.cell.row : null,
      firstSentence,
      endSentence: sentences.length,
    });
  });
  return { blocks, sentences };
}

/**
 * Entries of a reference section: list items, paragraphs to which the text leads, and short paragraphs with a year or an address. Behind numbered entries
 * an unnumbered paragraph is something else, a closing line or disclaimer.
 */
function asReference(
  text: string,
  block: RawBlock,
  section: Section | undefined,
  before: Block | undefined,
  targets: ReadonlySet<number>,
): RawBlock['kind'] {
  if (section?.role !== 'references') return block.kind;
  if (block.kind === 'list-item' || targets.has(block.start)) return 'reference';
  const quote = text.slice(block.start, block.end);
  if (
    before?.kind === 'reference' &&
    NUMBERED.test(text.slice(before.start, before.start + 12)) &&
    !NUMBERED.test(quote)
  )
    return block.kind;
  const dated = /https?:\/\/|(?:19|20)\d{2}|^\[?\d/.test(quote);
  return quote.length < 400 && (dated || quote.length < 120) ? 'reference' : block.kind;
}

/** Neighbouring items of one shape and depth, with what is nested in them, share a list. */
function listsOf(raw: readonly RawBlock[]): (number | null)[] {
  let list = -1;
  let open = false;
  let base: { shape: string; depth: number } | null = null;
  return raw.map((block) => {
    const item = block.kind === 'heading' ? null : block.item;
    if (item === null) {
      open = false;
      return null;
    }
    const fresh =
      !open || base === null || (item.depth <= base.depth && (item.shape !== base.shape || item.value === 1));
    if (fresh) {
      list += 1;
      base = { shape: item.shape, depth: item.depth };
    }
    open = true;
    return list;
  });
}

/** For each block the lead-in that introduces it: the colon above its list or table, or above its nested items. */
function leadInsOf(text: string, raw: readonly RawBlock[]): (number | null)[] {
  let lead: number | null = null;
  let run: 'list' | 'table' | null = null;
  let parents: { index: number; depth: number }[] = [];
  return raw.map((block, index) => {
    if (block.kind === 'lead-in') {
      lead = index;
      run = null;
      parents = [];
      return null;
    }
    if (block.kind === 'caption' && run === null) return null;
    const form = block.cell ? 'table' : block.item && block.kind !== 'heading' ? 'list' : null;
    if (form === null || (run !== null && run !== form)) {
      if (form === null || block.kind === 'heading') parents = [];
      lead = null;
      run = form;
      return null;
    }
    run = form;
    if (form === 'table' || block.item === null) return lead;
    const { depth } = block.item;
    parents = parents.filter((parent) => parent.depth < depth);
    const parent = parents.at(-1);
    if (endsInColon(text, block)) parents.push({ index, depth });
    return parent?.index ?? lead;
  });
}

/** For each item the short item that it is nested in, which says what it is of, with or without a colon. */
function holdersOf(text: string, raw: readonly RawBlock[]): (number | null)[] {
  let open: { index: number; depth: number }[] = [];
  return raw.map((block, index) => {
    if (block.item === null || block.kind === 'heading') {
      open = [];
      return null;
    }
    const { depth } = block.item;
    open = open.filter((above) => above.depth < depth);
    const holder = open.at(-1)?.index ?? null;
    if (isShortItem(text, block)) open.push({ index, depth });
    return holder;
  });
}

const LONGEST_HOLDER = 90;

/** "1. **Ten-year yield**" over nested items is what they are of; a sentence is not. */
function isShortItem(text: string, { contentStart, end }: RawBlock): boolean {
  const words = text.slice(contentStart, end).trim();
  return words.length <= LONGEST_HOLDER && !/[.!?。！？；;]["”*_)]*$/u.test(words);
}
