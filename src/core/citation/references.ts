/** Reads the entries of reference lists and notes into CSL-JSON: title, publisher, author, date, address, type. */
import type { Block, Layout } from '../document/model';
import { findDate } from './dates';
import { hostOf } from './found';
import type { Entry, EntryFields } from './entry';
import type { CslDate, CslName } from './model';
import { isDocumentName, knownPublisher, type PublisherKind } from './names';
import { ABBREVIATED_FORM, LEGAL_FORM } from '../base/legal-forms';

const LABEL = /^\s*(?:\[\^?([^\]\n]{1,40})\](?!\():?|\(?(\d{1,3})[.)、]|([¹²³⁰⁴-⁹]{1,3})|(\*{1,3}|[†‡§]{1,2}))\s*/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const URL = /https?:\/\/[^\s<>"”’)\]]{3,400}/;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]{2,120}/;
const ACCESSED =
  /[([]?(?:last\s+)?(?:accessed|retrieved|viewed|访问日期|访问于|检索于)[:\uff1a]?\s*(?:on\s+)?([^.;)\]]{4,40})[)\]]?/i;
const QUOTED = /[“"「『《]([^”"」』》]{3,240})[”"」』》]|(?<!\*)\*([^*\n]{3,240})\*(?!\*)|_([^_\n]{3,240})_/;
const BODY =
  /\b(?:Office|Agency|Institute|Bureau|Research|Group|Association|University|Ministry|Department|Commission|Bank|Times|Journal|News|Post|Press|Council|Authority|Foundation|Partners|Securities|Capital|Analytics|Insights|Media|Magazine|Weekly|Daily|Gazette|Wire)\b|(?:公司|局|部|委|研究院|研究所|协会|证券|银行|报社|新闻|网)$/u;
const SUFFIX = `(?:${LEGAL_FORM})`;
/** Words that close a company's name and never stand alone, and a name that they close. */
const ONLY_SUFFIX = new RegExp(`^${SUFFIX}$`, 'u');
const COMPANY = new RegExp(`[\\p{L}\\p{N})],?\\s+${SUFFIX}\\.?$`, 'u');
const SHORT_SUFFIX = new RegExp(`(?:^|\\s)(?:${ABBREVIATED_FORM})$`, 'u');
/** What sets pieces of an entry apart; the full stop of an initial does not, that of a company's suffix may. */
const BREAK = new RegExp(
  `\\s*(?:,\\s+|(?<!(?:^|[\\s.])\\p{Lu})\\.\\s+|(?<=\\s(?:${ABBREVIATED_FORM}))\\.\\s+|\\s[—–|-]\\s|;\\s+|\uff0c|。|[()\uff08\uff09])\\s*`,
  'gu',
);
/** A title that is a company's own paper by its words alone: `Half-year results 2026`, `First quarter 2026 results`. */
const OWN_RESULTS =
  /^(?:(?:unaudited|audited|preliminary|group|the|first|second|third|fourth|full|half|nine|six|three|months?|quarter(?:ly|s)?|year|annual|interim|fiscal|[QH]\d|\dQ|\dH|FY|\d{2,4}|and|financial|consolidated)[\s’'-]*)+(?:results|earnings|accounts)(?:\s+(?:for|of|the|ended|release|announcement|statement|presentation|report|[QH]\d|FY|year|quarter|half|\d{2,4}))*$/i;
const CALL =
  /transcript|\b(?:earnings|conference|results|analysts?|investors?|quarterly|[QH]\d|year|quarter)(?: \d{4})? call\b|电话会|业绩会/i;
const NUMBERS = /\b(?:price targets?|consensus(?: estimates?)?|market data|share prices?|statistics|data ?set)$/i;
const PRESS = /\b(?:Times|Journal|News|Post|Press|Media|Magazine|Weekly|Daily|Gazette|Wire|Herald|Tribune)\b/;
const ADDRESS = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:\/\S*)?$/;
const LOCATED = /^(?:pp?\.?\s?\d|vol\.?\s?\d|no\.?\s?\d|accessed|retrieved|available)/i;
const AUTHORS = /^((?:\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}\.\s?){1,3}(?:,?\s*(?:&|and)\s*|,\s*)?){1,6}(?:et\s+al\.)?)/u;

/** Entries of the document: blocks laid out as references or notes, with their labels. */
export function entriesOf(layout: Layout): Entry[] {
  const { text } = layout;
  const notes = layout.marks.filter((mark) => mark.kind === 'note');
  const links = layout.marks.filter((mark) => mark.kind === 'link');
  const carried = new Map(layout.marks.flatMap((mark) => (mark.kind === 'place' ? [[mark.start, mark.source]] : [])));
  const ordered = new Set(
    layout.marks.flatMap((mark) => (mark.kind === 'list-item' && mark.ordered ? [mark.start] : [])),
  );
  const entries: Entry[] = [];
  let position = 0;
  for (const block of layout.blocks) {
    if (block.kind !== 'reference' && block.kind !== 'note') {
      position = 0;
      continue;
    }
    position += 1;
    const from = pastBullet(text, block);
    const lead = LABEL.exec(text.slice(from, block.end));
    const note = notes.find((mark) => mark.start <= block.start && mark.end >= block.end);
    const counted = ordered.has(block.start) ? String(position) : null;
    const label = note?.note ?? (lead ? labelOf(lead) : counted);
    const start = Math.min(block.end, Math.max(block.contentStart, lead ? from + lead[0].length : block.start));
    const link = links.find(
      (mark) => mark.start >= block.start && mark.end <= block.end && /^https?:/i.test(mark.href),
    );
    entries.push({
      label,
      block: block.index,
      start,
      end: block.end,
      text: text.slice(start, block.end),
      url: link?.href ?? null,
      source: carried.get(block.start) ?? null,
    });
  }
  return entries;
}

/** Where the words or the label of an entry begin: a bullet is neither. */
function pastBullet(text: string, { start, contentStart, list }: Block): number {
  const bulleted = list !== null && !/[\p{L}\p{N}[⁰¹²³⁴-⁹]/u.test(text.slice(start, contentStart));
  return bulleted ? contentStart : start;
}

function labelOf(lead: RegExpExecArray): string {
  const sup = lead[3];
  if (sup !== undefined) return Array.from(sup, (char) => SUPERSCRIPTS.indexOf(char)).join('');
  return lead[1] ?? lead[2] ?? lead[4] ?? '';
}

/**
 * The members that the entry's own words give; what is not there stays out. `label` is the name in brackets before the
 * entry: it may repeat the publisher or name the paper.
 */
export function readEntry(entry: string, link: string | null = null, label: string | null = null): EntryFields {
  const printed = URL.exec(entry)?.[0].replace(/[.,;]+$/, '');
  const url = printed ?? link ?? undefined;
  const doi = DOI.exec(entry)?.[0].replace(/[.,;]+$/, '');
  const accessedAt = ACCESSED.exec(entry);
  const accessed = accessedAt ? findDate(accessedAt[1] ?? '')?.date : undefined;
  let rest = entry.replace(/\[([^\]]{1,200})\]\((https?:[^)]{3,400})\)/, '$1');
  for (const part of [printed, doi ? `https://doi.org/${doi}` : undefined, doi, accessedAt?.[0]])
    if (part) rest = rest.replace(part, ' ');
  rest = rest.replace(/\b(?:available at|url|doi)\s*:?\s*$/i, '').trim();
  const dated = findDate(rest);
  const issued = dated && isWholeDate(dated.date) ? dated.date : undefined;
  if (dated && issued) rest = `${rest.slice(0, dated.start)} , ${rest.slice(dated.end)}`;
  const named = readNames(rest, url, label);
  return {
    type: typeOfEntry(named, label, url !== undefined, issued !== undefined),
    ...named.fields,
    ...(label !== null && isDocumentName(label) && label !== named.title ? { 'title-short': label } : {}),
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
function readNames(rest: string, url: string | undefined, label: string | null): Names {
  const quoted = QUOTED.exec(rest);
  const author = AUTHORS.exec(rest)?.[1];
  const outside = quoted ? `${rest.slice(0, quoted.index)} , ${rest.slice(quoted.index + quoted[0].length)}` : rest;
  const pieces = piecesOf(author ? outside.slice(author.length) : outside);
  const named = pieces.find(({ text }) => text.toLowerCase() === label?.toLowerCase());
  const publisher =
    named ?? publisherOf(pieces, url, quoted !== null) ?? (url ? { text: hostOf(url), start: -1 } : null);
  const title = quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? titleBeside(pieces, publisher);
  const kind = publisher ? (knownPublisher(publisher.text)?.kind ?? null) : null;
  const cleanTitle = title?.replace(/[,.;:\s]+$/, '') ?? null;
  return {
    title: cleanTitle,
    publisher: publisher?.text ?? null,
    kind,
    fields: {
      ...(cleanTitle ? { title: cleanTitle } : {}),
      ...(publisher ? { publisher: publisher.text } : {}),
      ...(kind === 'press' && publisher ? { 'container-title': publisher.text } : {}),
      ...(author ? { author: authorsOf(author) } : {}),
    },
  };
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What commas, full stops and brackets set apart, with where each stands; a company keeps its suffix. */
function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const cut of [...words.matchAll(BREAK), null]) {
    const to = cut?.index ?? words.length;
    const last = pieces.at(-1);
    if (last && ONLY_SUFFIX.test(trimPiece(words.slice(from, to)).replace(/\.$/, ''))) {
      pieces[pieces.length - 1] = { text: pieceAt(words, last.start, to), start: last.start };
    } else {
      const piece = pieceAt(words, from, to);
      if (/\p{L}{2}/u.test(piece) && !LOCATED.test(piece) && !ADDRESS.test(piece))
        pieces.push({ text: piece, start: from });
    }
    from = cut ? cut.index + cut[0].length : words.length;
  }
  return pieces;
}

/** The words without punctuation around them; `Inc.` keeps the stop that belongs to it. */
function pieceAt(words: string, from: number, to: number): string {
  const piece = trimPiece(words.slice(from, to));
  return SHORT_SUFFIX.test(piece) && words.slice(from, to + 1).includes(`${piece}.`) ? `${piece}.` : piece;
}

function trimPiece(words: string): string {
  return words.replace(/^[\s,.;:–—"“”*_]+|[\s,.;:–—"“”*_]+$/g, '');
}

/** The piece that publishes: a known house, the owner of the address, a body by its name, else by custom of place. */
function publisherOf(pieces: readonly Piece[], url: string | undefined, titled: boolean): Piece | null {
  const host = url ? hostOf(url).replace(/[^a-z0-9.]/g, '') : '';
  const owns = ({ text }: Piece) => {
    const name = text
      .toLowerCase()
      .replace(/^the\s+/, '')
      .replace(/[^a-z0-9]/g, '');
    return (
      name.length >= 3 &&
      host !== '' &&
      (host.replace(/\./g, '').includes(name) ||
        host.split('.').some((part) => part.length >= 4 && name.includes(part)))
    );
  };
  const known =
    pieces.find(({ text }) => knownPublisher(text) !== null) ??
    pieces.find((piece) => owns(piece) && isBrief(piece)) ??
    pieces.find((piece) => isBrief(piece) && COMPANY.test(piece.text)) ??
    pieces.find((piece) => isBrief(piece) && BODY.test(piece.text));
  if (known) return known;
  if (titled) return pieces[0] ?? null;
  if (pieces.length < 2) return null;
  const [first, ...others] = pieces;
  const last = others.at(-1);
  if (first && isBrief(first) && others.some(({ text }) => isOwnPaper(text))) return first;
  return last && isBrief(last) ? last : first && isBrief(first) ? first : null;
}

/** A name: few words, each of weight with a capital. */
function isBrief({ text }: Piece): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every((word) => /^(?:[\p{Lu}\p{N}\u3040-\u9fff]|of$|the$|and$|&$|for$|de$|plc$)/u.test(word))
  );
}

/** The title is the longer side of the publisher, commas and all. */
function titleBeside(pieces: readonly Piece[], publisher: Piece | null): string | null {
  const at = publisher ? pieces.indexOf(publisher) : -1;
  const before = pieces.slice(0, Math.max(0, at));
  const after = pieces.slice(at + 1);
  const words = (side: readonly Piece[]) => side.map(({ text }) => text).join(', ');
  const title = at >= 0 && words(before).length > words(after).length ? words(before) : words(after);
  return title === '' ? null : title;
}

function authorsOf(author: string): CslName[] {
  return [...author.matchAll(/(\p{Lu}[\p{L}'’-]+),\s+((?:\p{Lu}\.\s?){1,3})/gu)].map((found) => ({
    family: found[1] ?? '',
    given: (found[2] ?? '').trim(),
  }));
}

/** Does a note point at something that can be looked up, or only comment? */
export function isSourceLike(entry: string): boolean {
  if (URL.test(entry) || DOI.test(entry) || QUOTED.test(entry)) return true;
  if (/\b(?:10-[KQ]|8-K|20-F|6-K|transcript)\b|[年季]报/i.test(entry)) return true;
  const dated = findDate(entry);
  return (
    (dated !== null &&
      isWholeDate(dated.date) &&
      entry.length < 240 &&
      !/\b(?:is|are|was|were|includes?|excludes?)\b/i.test(entry)) ||
    piecesOf(entry).some(({ text }) => knownPublisher(text) !== null)
  );
}

/** A filing, release, call or set of results: what a company puts out itself. */
function isOwnPaper(title: string): boolean {
  return isDocumentName(title) || OWN_RESULTS.test(title);
}

/** An entry says more than a bare name: who publishes it, and whether it is a headline or a company's own paper. */
function typeOfEntry({ title, publisher, kind, fields }: Names, label: string | null, web: boolean, dated: boolean) {
  const name = publisher ?? '';
  const words = `${title ?? ''} ${name} ${label !== null && isDocumentName(label) ? label : ''}`;
  const known = typeOf(words, kind, web);
  if (known !== 'document' || title === null) return known;
  if (isOwnPaper(title)) return 'report';
  if (NUMBERS.test(title)) return 'dataset';
  if (PRESS.test(name)) return 'article-newspaper';
  const byBody = COMPANY.test(name) || BODY.test(name) || fields.author !== undefined;
  return name === '' || byBody || !dated ? known : 'article-newspaper';
}

/** The CSL type that the words of an entry speak for. */
export function typeOf(words: string, kind: PublisherKind | null, hasAddress: boolean): string {
  if (CALL.test(words)) return 'speech';
  if (isDocumentName(words)) return 'report';
  if (kind === 'press') return 'article-newspaper';
  if (kind === 'data') return 'dataset';
  if (kind === 'research' || kind === 'official') return 'report';
  return hasAddress ? 'webpage' : 'document';
}
