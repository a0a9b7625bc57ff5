/** Reads the entries of reference lists and notes into CSL-JSON: title, publisher, author, date, address, type. */
import type { Layout, Span } from '../document/model';
import { findDate } from './dates';
import { hostOf } from './markers';
import type { CslDate, CslName } from './model';
import { isDocumentName, knownPublisher, type PublisherKind } from './names';

/** An entry as it stands in the document; `label` is its number or sign, null where it has none. */
export interface Entry extends Span {
  readonly label: string | null;
  readonly block: number;
  readonly text: string;
}

/** The members of a source that an entry can give. */
export interface EntryFields {
  readonly type: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly note?: string;
}

const LABEL = /^\s*(?:\[\^?([^\]\n]{1,40})\]:?|\(?(\d{1,3})[.)、]|([¹²³⁰⁴-⁹]{1,3})|(\*{1,3}|[†‡§]{1,2}))\s*/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const URL = /https?:\/\/[^\s<>"”’)\]]{3,400}/;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]{2,120}/;
const ACCESSED =
  /[([]?(?:last\s+)?(?:accessed|retrieved|viewed|访问日期|访问于|检索于)[:\uff1a]?\s*(?:on\s+)?([^.;)\]]{4,40})[)\]]?/i;
const QUOTED = /[“"「『《]([^”"」』》]{3,240})[”"」』》]|(?<!\*)\*([^*\n]{3,240})\*(?!\*)|_([^_\n]{3,240})_/;
const AUTHORS = /^((?:\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}\.\s?){1,3}(?:,?\s*(?:&|and)\s*|,\s*)?){1,6}(?:et\s+al\.)?)/u;

/** Entries of the document: blocks laid out as references or notes, with their labels. */
export function entriesOf(layout: Layout): Entry[] {
  const entries: Entry[] = [];
  for (const block of layout.blocks) {
    if (block.kind !== 'reference' && block.kind !== 'note') continue;
    const whole = layout.text.slice(block.start, block.end);
    const lead = LABEL.exec(whole);
    const marked = layout.marks.find(
      (mark) => mark.kind === 'note' && mark.start <= block.start && mark.end >= block.end,
    );
    const label = marked?.kind === 'note' ? marked.note : lead ? labelOf(lead) : null;
    const start = Math.min(block.end, Math.max(block.contentStart, lead ? block.start + lead[0].length : block.start));
    entries.push({ label, block: block.index, start, end: block.end, text: layout.text.slice(start, block.end) });
  }
  return entries;
}

function labelOf(lead: RegExpExecArray): string {
  const sup = lead[3];
  if (sup !== undefined) return Array.from(sup, (char) => SUPERSCRIPTS.indexOf(char)).join('');
  return lead[1] ?? lead[2] ?? lead[4] ?? '';
}

/** The members that the entry's own words give; what is not there stays out. */
export function readEntry(entry: string): EntryFields {
  const url = URL.exec(entry)?.[0].replace(/[.,;]+$/, '');
  const doi = DOI.exec(entry)?.[0].replace(/[.,;]+$/, '');
  const accessedAt = ACCESSED.exec(entry);
  const accessed = accessedAt ? findDate(accessedAt[1] ?? '')?.date : undefined;
  let rest = entry.replace(/\[([^\]]{1,200})\]\((https?:[^)]{3,400})\)/, '$1');
  for (const part of [url, doi ? `https://doi.org/${doi}` : undefined, doi, accessedAt?.[0]])
    if (part) rest = rest.replace(part, ' ');
  rest = rest.replace(/\b(?:available at|url|doi)\s*:?\s*$/i, '').trim();
  const dated = findDate(rest);
  const issued = dated && isWholeDate(dated.date) ? dated.date : undefined;
  if (dated && issued) rest = `${rest.slice(0, dated.start)} , ${rest.slice(dated.end)}`;
  const named = readNames(rest, url);
  return {
    type: typeOf(`${named.title ?? ''} ${named.publisher ?? ''}`, named.kind, url !== undefined),
    ...named.fields,
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    ...(url ? { URL: url } : {}),
    ...(doi ? { DOI: doi } : {}),
  };
}

function isWholeDate(date: CslDate): boolean {
  return date['date-parts'] !== undefined;
}

interface Names {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly kind: PublisherKind | null;
  readonly fields: Partial<EntryFields>;
}

/** Title, publisher and author out of what is left once address and dates are gone. */
function readNames(rest: string, url: string | undefined): Names {
  const quoted = QUOTED.exec(rest);
  const author = AUTHORS.exec(rest)?.[1];
  const outside = quoted ? `${rest.slice(0, quoted.index)} , ${rest.slice(quoted.index + quoted[0].length)}` : rest;
  const pieces = (author ? outside.slice(author.length) : outside)
    .split(/\s*(?:,\s+|\.\s+|\s[—–|-]\s|;\s+|\uff0c|。|\u3002)\s*|[()\uff08\uff09]/)
    .map((piece) => piece.replace(/^[\s,.;:–—"“”*_]+|[\s,.;:–—"“”*_]+$/g, ''))
    .filter((piece) => /[\p{L}]{2}/u.test(piece));
  const known = pieces.find((piece) => knownPublisher(piece) !== null);
  const title = quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? titleOf(pieces, known, rest);
  const others = pieces.filter((piece) => piece !== title && !(title ?? '').includes(piece));
  const publisher = known ?? others.at(author || quoted ? 0 : -1) ?? (url ? hostOf(url) : null);
  const kind = publisher ? (knownPublisher(publisher)?.kind ?? null) : null;
  const cleanTitle = title?.replace(/[,.;:\s]+$/, '') ?? null;
  const authors = author ? { author: authorsOf(author) } : {};
  const container = kind === 'press' ? { 'container-title': publisher ?? '' } : {};
  return {
    title: cleanTitle,
    publisher,
    kind,
    fields: {
      ...(cleanTitle ? { title: cleanTitle } : {}),
      ...(publisher ? { publisher } : {}),
      ...container,
      ...authors,
    },
  };
}

/** Without quotation marks the longest piece that is not the publisher is the title, with the commas it lost. */
function titleOf(pieces: readonly string[], known: string | undefined, rest: string): string | null {
  const first = pieces[0];
  if (first === undefined) return null;
  const candidates = pieces.filter((piece) => piece !== known);
  if (candidates.length === 0) return null;
  const sentence = /^(.{8,240}?)[.。](?:\s|$)/.exec(rest)?.[1];
  if (sentence && sentence !== known && !/,\s*$/.test(sentence) && rest.length > sentence.length + 4)
    return sentence.trim();
  return candidates.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

function authorsOf(author: string): CslName[] {
  return [...author.matchAll(/(\p{Lu}[\p{L}'’-]+),\s+((?:\p{Lu}\.\s?){1,3})/gu)].map((found) => ({
    family: found[1] ?? '',
    given: (found[2] ?? '').trim(),
  }));
}

/** The CSL type that the words of an entry speak for. */
export function typeOf(words: string, kind: PublisherKind | null, hasAddress: boolean): string {
  if (/transcript|earnings call|conference call|电话会/i.test(words)) return 'speech';
  if (isDocumentName(words)) return 'report';
  if (kind === 'press') return 'article-newspaper';
  if (kind === 'data') return 'dataset';
  if (kind === 'research' || kind === 'official') return 'report';
  return hasAddress ? 'webpage' : 'document';
}
