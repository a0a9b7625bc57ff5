/**
 * Finds mentions of entities in a text: the subject under its names, other companies and products by the capitals the
 * document writes them with, and everyday names of business lines. Names come from the document, never from a list.
 */
import nameData from '../../../../../resources/lexicon/names.json';
import type { Citation } from '../../../citation/model';
import type { Layout } from '../../../document/model';
import { marketAt } from './markets';
import { HAN_NAME, hanNames, NAME, namesOf, type NameUse } from './names';
import { isDigit, isLetter, isUpper } from '../../quantity/lexicon/characters';
import { Phrases } from '../../quantity/lexicon/phrases';
import { firstEndingAfter } from '../../../base/spans';
import { findSubject, type Subject, surveysMarkets } from './subject';

export interface EntityMention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  /** `subject`: the company itself; `line`: one of its businesses; `name`: another name; `market`, `place`: what markets quote. */
  readonly kind: 'subject' | 'line' | 'name' | 'market' | 'place';
}

const lines = new Phrases<string>(Object.entries(nameData.businessLines));
const self = new Phrases<true>(nameData.selfReferences.map((words): [string, true] => [words, true]));

/** Who is who in a document: built once, asked for every block. */
export class Entities {
  readonly subject: Subject | null;
  readonly #names: ReadonlyMap<string, NameUse>;
  readonly #entity: string | null;
  readonly #citations: readonly Citation[];
  /** Sectors, businesses and companies by their last word, with how often they stand. */
  readonly #han: ReadonlyMap<string, number>;

  readonly #surveys: boolean;
  /** Names that the text writes right ahead of the subject's own code. */
  readonly #own: ReadonlySet<string>;
  readonly #companies: ReadonlySet<string>;
  readonly #text: string;
  readonly #actors = new Map<string, boolean>();

  constructor(layout: Layout, entity: string | null, citations: readonly Citation[]) {
    this.subject = findSubject(layout);
    this.#entity = entity;
    this.#names = namesOf(layout, citations);
    this.#han = layout.language === 'zh' ? hanNames(layout) : new Map();
    this.#text = layout.text.slice(0, 400_000);
    this.#companies = listedCompanies(this.#text);
    this.#own = namesBefore(this.#text, [this.subject?.ticker ?? null, entity]);
    this.#surveys = surveysMarkets(layout);
    this.#citations = [...citations].sort((a, b) => a.start - b.start);
  }

  /** Of a text in Chinese that names no company: the sector it names most. */
  get sector(): string | null {
    let best: string | null = null;
    for (const [name, count] of this.#han) if (count >= 3 && count > (this.#han.get(best ?? '') ?? 0)) best = name;
    return best;
  }

  /** The text is about no listed company: what markets quote, and places, own its figures as companies do elsewhere. */
  get aboutMarkets(): boolean {
    return (this.subject?.ticker ?? null) === null;
  }

  /** The text is about the markets at large, and no company is its subject. */
  get surveysMarkets(): boolean {
    return this.aboutMarkets && this.#surveys;
  }

  /** Another listed company: the text gives its ticker in brackets, or calls it by one. */
  isCompany(entity: string | null): boolean {
    return entity !== null && this.#companies.has(entity) && entity !== this.#entity;
  }

  /** A company: listed, also by the first words of the listed name, or with a ticker soon behind it. */
  isActor(name: string): boolean {
    const known = this.#actors.get(name);
    if (known !== undefined) return known;
    const acts = [...this.#companies].some((one) => one === name || one.startsWith(`${name} `)) || this.#isCoded(name);
    this.#actors.set(name, acts);
    return acts;
  }

  /** "Marlow Systems Class A (MRLW)": a ticker soon behind the name. */
  #isCoded(name: string): boolean {
    for (let at = this.#text.indexOf(name); at >= 0; at = this.#text.indexOf(name, at + name.length))
      if (TICKER_BEHIND.test(this.#text.slice(at + name.length, at + name.length + 40))) return true;
    return false;
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
      const market = this.#market(text, i, end, code);
      if (market) {
        found.push(market);
        i = market.end;
        continue;
      }
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

  #market(text: string, at: number, end: number, code: number): EntityMention | null {
    if (!isDigit(code) && !isLetter(code) && code < 0x3400) return null;
    const found = marketAt(text, at, end);
    if (!found || (found.kind === 'place' && !this.aboutMarkets)) return null;
    // A longer name of the text's own goes before: "Gold Road", "China Mobile".
    const own = isUpper(code) ? this.#named(text, at, end) : null;
    if (own && (own.end > found.end || (own.kind === 'subject' && !this.aboutMarkets))) return own;
    return { start: at, end: found.end, entity: found.name, kind: found.kind === 'place' ? 'place' : 'market' };
  }

  #at(text: string, at: number, end: number): EntityMention | null {
    const line = lines.at(text, at, end);
    if (line) return { start: at, end: line.end, entity: line.value, kind: 'line' };
    const own = self.at(text, at, end);
    if (own && this.#entity) return { start: at, end: own.end, entity: this.#entity, kind: 'subject' };
    if (text.charCodeAt(at) >= 0x3400) return this.#han.size === 0 ? null : this.#inHan(text, at, end);
    if (!isUpper(text.charCodeAt(at)) || /[Nn]on-$/.test(text.slice(Math.max(0, at - 4), at))) return null;
    return this.#named(text, at, end);
  }

  #inHan(text: string, at: number, end: number): EntityMention | null {
    HAN_AT.lastIndex = at;
    const name = HAN_AT.exec(text)?.[0];
    if (name === undefined || HAN_AT.lastIndex > end) return null;
    for (const known of this.#han.keys())
      if (text.startsWith(known, at) && name.startsWith(known))
        return { start: at, end: at + known.length, entity: known, kind: 'name' };
    return null;
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
    const name = this.subject?.name ?? null;
    if (words === this.#entity || words === name || words === this.subject?.ticker || this.#own.has(words)) return true;
    // "Marlow" of Marlow Foods.
    return name !== null && words.length >= 4 && words.length < name.length && name.startsWith(`${words} `);
  }
}

const TICKER_BEHIND = /^[^()|\n]{0,24} \((?:[A-Z][A-Za-z]{2,8}: ?)?\$?[A-Z]{2,5}(?:\.[A-Z]{1,2})?\)/;
const LISTED =
  /(?:^|[^\w])([A-Z][\w&.'’-]{1,24}(?: [A-Z][\w&.'’-]{1,24}){0,3}) \((?:[A-Z][A-Za-z]{2,8}: ?)?\$?([A-Z]{1,5}|\d{4,6}(?:\.[A-Z]{2})?)\)/g;

/** "Marlow Systems (MRLW)": names with their tickers. */
function listedCompanies(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(LISTED)) for (const name of match.slice(1, 3)) if (name) found.add(name);
  return found;
}

/** "Marlow Systems (MRLW)": the names ahead of one of these codes. */
function namesBefore(text: string, codes: readonly (string | null)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, name, code] of text.matchAll(LISTED))
    if (name !== undefined && code !== undefined && codes.includes(code)) found.add(name);
  return found;
}

const NAME_AT = new RegExp(NAME.source, 'uy');
const HAN_AT = new RegExp(HAN_NAME.source, 'y');

function nextWord(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && (isLetter(text.charCodeAt(i)) || text[i] === "'" || text[i] === '’')) i += 1;
  return Math.max(i, at + 1);
}
