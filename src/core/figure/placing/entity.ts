/**
 * Finds mentions of entities in a text: the subject under its names, other companies and products by the capitals the
 * document writes them with, and everyday names of business lines. Names come from the document, never from a list.
 */
import nameData from '../../../../resources/lexicon/names.json';
import type { Citation } from '../../citation/model';
import type { Layout } from '../../document/model';
import { isDigit, isLetter, isUpper, wordStart } from '../quantity/characters';
import { Phrases } from '../quantity/phrases';
import { firstEndingAfter } from '../quantity/spans';
import { findSubject, type Subject } from './subject';

export interface EntityMention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  /** `subject`: the company itself; `line`: one of its businesses; `name`: another name of the document. */
  readonly kind: 'subject' | 'line' | 'name';
}

const acronyms: ReadonlySet<string> = new Set(nameData.acronyms.map((word) => word.toLowerCase()));
const houseNouns: ReadonlySet<string> = new Set(nameData.houseNouns);
const common: ReadonlySet<string> = new Set([...nameData.common, ...nameData.places, ...nameData.metricAdjectives]);
const deeds: ReadonlySet<string> = new Set(nameData.deeds);
const lines = new Phrases<string>(Object.entries(nameData.businessLines));
const speakers: ReadonlySet<string> = new Set(nameData.speakers);
const titles: ReadonlySet<string> = new Set(nameData.titles);
const self = new Phrases<true>(nameData.selfReferences.map((words): [string, true] => [words, true]));

/** A name as written: capital first, letters, digits, inner joints, a trailing plus. */
const NAME = /[A-Z][A-Za-z0-9]*(?:[&.][A-Z][A-Za-z0-9]*)*\+?(?:[ -](?:for |of )?[A-Z][A-Za-z0-9]*\+?){0,3}/g;

interface NameUse {
  count: number;
  /** Uses inside a sentence, where a capital is no accident. */
  inside: number;
  spoken: number;
}

/** Who is who in a document: built once, asked for every block. */
export class Entities {
  readonly subject: Subject | null;
  readonly #names: ReadonlyMap<string, NameUse>;
  readonly #entity: string | null;
  readonly #citations: readonly Citation[];

  constructor(layout: Layout, entity: string | null, citations: readonly Citation[]) {
    this.subject = findSubject(layout);
    this.#entity = entity;
    this.#names = namesOf(layout, citations);
    this.#citations = [...citations].sort((a, b) => a.start - b.start);
  }

  /** Mentions between `start` and `end`, in order, none overlapping. */
  mentions(text: string, start: number, end: number): EntityMention[] {
    const found: EntityMention[] = [];
    let i = start;
    let next = firstEndingAfter(this.#citations, start);
    while (i < end) {
      const citation = this.#citations[next];
      if (citation && citation.start <= i) {
        i = Math.max(i, citation.end);
        next += 1;
        continue;
      }
      const code = text.charCodeAt(i);
      if (isDigit(code)) {
        i += 1;
        while (i < end && (isDigit(text.charCodeAt(i)) || isLetter(text.charCodeAt(i)))) i += 1;
        continue;
      }
      if (!isLetter(code) && code < 0x3400) {
        i += 1;
        continue;
      }
      const mention = this.#at(text, i, end);
      if (mention) found.push(mention);
      i = mention ? mention.end : code >= 0x3400 ? i + 1 : nextWord(text, i, end);
    }
    return found;
  }

  #at(text: string, at: number, end: number): EntityMention | null {
    const line = lines.at(text, at, end);
    if (line) return { start: at, end: line.end, entity: line.value, kind: 'line' };
    const own = self.at(text, at, end);
    if (own && this.#entity) return { start: at, end: own.end, entity: this.#entity, kind: 'subject' };
    if (!isUpper(text.charCodeAt(at)) || /[Nn]on-$/.test(text.slice(Math.max(0, at - 4), at))) return null;
    return this.#named(text, at, end);
  }

  #named(text: string, at: number, end: number): EntityMention | null {
    NAME_AT.lastIndex = at;
    const match = NAME_AT.exec(text);
    if (!match || NAME_AT.lastIndex > end) return null;
    let words = match[0];
    while (words) {
      const stop = at + words.length;
      if (this.#isSubject(words) && this.#entity)
        return { start: at, end: stop, entity: this.#entity, kind: 'subject' };
      const use = this.#names.get(words);
      if (use && use.inside > 0 && use.spoken * 3 <= use.count)
        return { start: at, end: stop, entity: words, kind: 'name' };
      const cut = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-'));
      words = cut > 0 ? words.slice(0, cut).replace(/ (?:for|of)$/, '') : '';
    }
    return null;
  }

  #isSubject(words: string): boolean {
    return words === this.#entity || words === this.subject?.name || words === this.subject?.ticker;
  }
}

const NAME_AT = new RegExp(NAME.source, 'y');

function nextWord(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && (isLetter(text.charCodeAt(i)) || text[i] === "'" || text[i] === '’')) i += 1;
  return Math.max(i, at + 1);
}

function sentenceOpens(text: string, at: number): boolean {
  const lead = text.slice(Math.max(0, at - 4), at);
  return at === 0 || /(?:[.!?:•"“]\s*|\n\s*|^\s*)$/.test(lead);
}

function namesOf(layout: Layout, citations: readonly Citation[]): Map<string, NameUse> {
  const uses = new Map<string, NameUse>();
  const { text } = layout;
  for (const block of layout.blocks) {
    if (block.kind === 'heading' || block.kind === 'table-head' || block.kind === 'reference' || block.kind === 'note')
      continue;
    const stretch = text.slice(block.contentStart, block.end);
    for (const match of stretch.matchAll(NAME)) {
      const at = block.contentStart + (match.index ?? 0);
      const words = trimmed(match[0]);
      if (!words) continue;
      const offset = at + match[0].indexOf(words);
      if (cited(citations, offset)) continue;
      const use = uses.get(words) ?? { count: 0, inside: 0, spoken: 0 };
      use.count += 1;
      const opens = offset === block.contentStart || sentenceOpens(text, offset);
      if (!opens || performs(text, offset + words.length)) use.inside += 1;
      if (speaks(text, offset, offset + words.length)) use.spoken += 1;
      uses.set(words, use);
    }
  }
  return uses;
}

/** `FY27E`, `Q1`, `H2`: a period, not a name. */
const PERIOD = /^(?:FY|CY|Q[1-4]|H[12]|[1-4]Q|[12]H)\d*[AEF]?$/;

function isAcronym(word: string): boolean {
  const lower = word.toLowerCase();
  return acronyms.has(lower) || acronyms.has(lower.replace(/s$/, '')) || acronyms.has(`${lower}.`);
}

/** A name without the ordinary words at its head ("When Stream" → "Stream"); empty where nothing is left. */
function trimmed(words: string): string {
  let rest = words;
  for (;;) {
    const head = rest.split(/[ -]/, 1)[0] ?? '';
    if (!head) return '';
    if (!common.has(head.toLowerCase()) && !isAcronym(head) && !PERIOD.test(head)) break;
    rest = rest.slice(head.length + 1);
  }
  return rest.replace(/[.]$/, '');
}

function cited(citations: readonly Citation[], at: number): boolean {
  const citation = citations[firstEndingAfter(citations, at)];
  return citation !== undefined && citation.start <= at;
}

/** "Industrial contributed £401.2m": a business does what only a business does, so its capital is no accident. */
function performs(text: string, end: number): boolean {
  const next = /^ ([a-z]+)/.exec(text.slice(end, end + 20));
  return next?.[1] !== undefined && deeds.has(next[1]);
}

/** A person or outlet: followed by a verb of saying or led by a title. */
function speaks(text: string, start: number, end: number): boolean {
  const next = /^(?:'s|’s)? (?:also |first |then |core )?([a-z]+)/i.exec(text.slice(end, end + 28));
  const word = next?.[1]?.toLowerCase() ?? '';
  if (speakers.has(word) || (/^['’]s/.test(text.slice(end, end + 2)) && houseNouns.has(word))) return true;
  const before = text.slice(wordStart(text, start - 1, Math.max(0, start - 12)), start - 1).toLowerCase();
  return titles.has(before);
}
