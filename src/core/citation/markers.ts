/** Finds the citation markers in a block of text, in every style that notes use. Meaning and scope come later. */
import cues from '../../../resources/cues/citation.json';
import type { Span } from '../document/model';
import type { CslDate, MarkerStyle } from './model';
import { isDocumentName, isGeneric, isLocator, isNameLike, knownPublisher, readCitedName } from './names';

/** A marker as found: `key` names what it points at, a note's number or a source's name. */
export interface FoundMarker extends Span {
  readonly style: MarkerStyle;
  readonly marker: string;
  /** `note` points at an entry by number or sign, `name` at a source by name. */
  readonly points: 'note' | 'name';
  readonly locator: string | null;
  readonly issued: CslDate | null;
  readonly url: string | null;
  /** The whole marker, where several sources share one pair of brackets. */
  readonly group: Span;
  /** It follows what it vouches for, stands before it, or stands within it. */
  readonly side: 'after' | 'before' | 'within';
}

/** What the rest of the document tells about markers. */
export interface MarkerContext {
  /** Numbers and signs of the entries in reference lists and notes. */
  readonly notes: ReadonlySet<string>;
  /** Author names of the reference list, lower case. */
  readonly authors: ReadonlySet<string>;
  /** Bracketed words that close a clause somewhere, lower case: the same words elsewhere are markers too. */
  readonly closers: ReadonlySet<string>;
}

const BRACKET = /\[(?:\[([^[\]]{1,80})\]|([^[\]]{1,80}))\]/g;
const NUMBERS = /^\^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*$/;
const FOOTNOTE = /^\^([^\s\]]{1,40})$/;
const SUPERSCRIPT = /[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?:[,˒]\s?[¹²³⁰⁴⁵⁶⁷⁸⁹]+)*/g;
const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PARENTHESIS = /[(\uff08]([^()\uff08\uff09]{2,120})[)\uff09]/g;
const LEAD = new RegExp(
  `^(?:${cues.sourceLeads.map(escape).join('|')})(?:\\s*[:\\uff1a]\\s*|\\s+(?=\\p{Lu})|(?<=[\\u4e00-\\u9fff]))`,
  'iu',
);
const LINE_LEAD = new RegExp(
  `^[*_(\\[]{0,3}(?:${cues.sourceLeads.map(escape).join('|')})[*_]{0,2}\\s*[:\\uff1a][*_]{0,2}\\s*`,
  'iu',
);
const NARRATIVE =
  /\b(?:according\s+to|per|as\s+reported\s+by|as\s+estimated\s+by|data\s+from|figures\s+from|estimates\s+(?:by|from)|citing)\s+/gi;
const NARRATIVE_CJK =
  /(?:根据|據|据|援引|引述)\s?([\u4e00-\u9fffA-Za-z&.\s]{2,20}?)\s?(?:的)?(?:报道|数据|统计|估算|估计|测算|预测|一致预期|显示|称|报告|调查)/g;
const AUTHOR_YEAR =
  /^(\p{Lu}[\p{L}'’.-]{1,24}(?:(?:\s(?:&|and|und|et)\s|,\s)\p{Lu}[\p{L}'’.-]{1,24}){0,3}(?:\s+et\s+al\.?)?),?\s+((?:19|20)\d{2}[a-z]?)(?:,\s*(pp?\.?\s?[\d–-]{1,9}))?$/u;
const AUTHOR_NARRATIVE =
  /(\p{Lu}[\p{L}'’-]{1,24}(?:\s(?:&|and)\s\p{Lu}[\p{L}'’-]{1,24}|\s+et\s+al\.)?)\s+\(((?:19|20)\d{2}[a-z]?)\)/gu;
const SYMBOL = /(?<=[\p{L}\p{N}%)\]”"’.,])(\*{1,3}|[†‡§]{1,2})(?![\p{L}\p{N}*])/gu;
const URL = /https?:\/\/[^\s<>()[\]"'”’]{4,300}[^\s<>()[\]"'”’.,;:!?。]/g;
const WORD = /[\p{Lu}\p{N}][\p{L}\p{N}&.'’+-]*/uy;
const LINKING = /\s+(?:of|the|&|and|de|for|on|in)\s+(?=\p{Lu})/uy;

/** Markers of `text.slice(start, end)`, in order, without overlaps. */
export function markersIn(text: string, start: number, end: number, context: MarkerContext): FoundMarker[] {
  const quote = text.slice(start, end);
  const found: FoundMarker[] = [];
  if (quote.includes('[')) found.push(...brackets(quote, start, context));
  if (/[(\uff08]/.test(quote)) found.push(...parentheses(quote, start, context));
  if (/[¹²³⁰⁴-⁹]/.test(quote)) found.push(...superscripts(quote, start, context));
  if (/[*†‡§]/.test(quote)) found.push(...symbols(quote, start, context));
  if (/\b(?:according|per|reported|data|figures|estimates|estimated|citing)\b|[据據引]/i.test(quote))
    found.push(...narratives(quote, start));
  if (quote.includes('://')) found.push(...addresses(quote, start));
  return withoutOverlaps(found);
}

/** `Source: A, B` as a line of its own; one marker a name, null where the line is none. */
export function sourceLine(text: string, start: number, end: number): FoundMarker[] | null {
  const quote = text.slice(start, end);
  const lead = LINE_LEAD.exec(quote);
  if (!lead || quote.length > 400) return null;
  const names = quote.slice(lead[0].length).replace(/[\s.。*_)\]]+$/, '');
  if (names === '') return null;
  const markers = splitNames(names, start + lead[0].length, 'source-line', { start, end });
  return markers.length > 0 ? markers : null;
}

export function withoutOverlaps(found: readonly FoundMarker[]): FoundMarker[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundMarker[] = [];
  for (const marker of sorted) {
    const last = kept.at(-1);
    if (!last || marker.start >= last.end || (sameGroup(last, marker) && marker.start >= last.end)) kept.push(marker);
  }
  return kept;
}

function sameGroup(a: FoundMarker, b: FoundMarker): boolean {
  return a.group.start === b.group.start && a.group.end === b.group.end;
}

function plain(
  span: Span,
  style: MarkerStyle,
  marker: string,
  points: 'note' | 'name',
  extra: Partial<FoundMarker> = {},
): FoundMarker {
  return {
    ...span,
    style,
    marker,
    points,
    locator: null,
    issued: null,
    url: null,
    group: span,
    side: 'after',
    ...extra,
  };
}

function brackets(quote: string, offset: number, context: MarkerContext): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(BRACKET)) {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    const [whole, wiki, content = ''] = match;
    if (wiki !== undefined) {
      found.push(plain(span, 'wiki', (wiki.split('|')[0] ?? wiki).trim(), 'name'));
      continue;
    }
    const after = quote.slice(match.index + whole.length, match.index + whole.length + 3);
    if (after.startsWith('(') || after.startsWith(':')) {
      if (after.startsWith('(http') || after.startsWith('(#') || (after.startsWith(':') && match.index === 0)) continue;
    }
    const footnote = FOOTNOTE.exec(content);
    if (footnote) found.push(plain(span, 'footnote', footnote[1] ?? '', 'note'));
    else if (NUMBERS.test(content)) found.push(...numbers(quote, match.index, content, span, context));
    else if (isMarkerBracket(quote, match.index, whole, content, context))
      found.push(...splitNames(content, span.start + 1, 'bracket-name', span));
  }
  return found;
}

/** `[1]`, `[1,2]`, `[1–3]`: not a year, an interval, an array or the number of a list item. */
function numbers(quote: string, at: number, content: string, span: Span, { notes }: MarkerContext): FoundMarker[] {
  const before = quote.slice(Math.max(0, at - 2), at);
  if (before === '' || /[=({,<>:]\s?$/.test(before)) return [];
  const list = expand(content);
  if (list === null) return [];
  const known = list.filter(({ number }) => notes.has(number)).length;
  const glued = /\S$/.test(before);
  if (notes.size > 0 ? known === 0 : !glued && !/[.,;。]\s$/.test(before)) return [];
  if (
    /\w$/.test(before) &&
    /^[A-Za-z_]\w*$/.test(lastWord(quote, at)) &&
    /^\s*[=.[(]\s?[\w'"]/.test(quote.slice(at + content.length + 2)) &&
    notes.size === 0
  )
    return [];
  if (list.length === 1) return [plain(span, 'bracket-number', list[0]?.number ?? '', 'note')];
  return list.map(({ number, start, end }) =>
    plain({ start: span.start + 1 + start, end: span.start + 1 + end }, 'bracket-number', number, 'note', {
      group: span,
    }),
  );
}

/** Numbers of a bracket with where each stands; the middle of a range stands on its dash. Null where it reads otherwise. */
function expand(content: string): { number: string; start: number; end: number }[] | null {
  const list: { number: string; start: number; end: number }[] = [];
  for (const part of content.matchAll(/(\d{1,3})(?:(\s?[–-]\s?)(\d{1,3}))?/g)) {
    const [whole, first = '', dash = '', last] = part;
    if (first.startsWith('0') || last?.startsWith('0')) return null;
    const at = part.index;
    list.push({ number: first, start: at, end: at + first.length });
    if (last === undefined) continue;
    if (Number(last) <= Number(first) || Number(last) - Number(first) > 30) return null;
    for (let n = Number(first) + 1; n < Number(last); n += 1) {
      list.push({ number: String(n), start: at + first.length, end: at + first.length + dash.length });
    }
    list.push({ number: last, start: at + whole.length - last.length, end: at + whole.length });
  }
  return list;
}

function lastWord(quote: string, at: number): string {
  return /\S{0,40}$/.exec(quote.slice(Math.max(0, at - 40), at))?.[0] ?? '';
}

/** `[Reuters]` after a clause; `[the company]` and `[AWS]` set into a quotation are the editor's words. */
function isMarkerBracket(quote: string, at: number, whole: string, content: string, context: MarkerContext): boolean {
  const parts = content.split(/\s?[;|]\s?/);
  if (!parts.every((part) => isNameLike(readCitedName(part).name))) return false;
  const before = quote.charAt(at - 1);
  const after = quote.slice(at + whole.length);
  if (at === 0) return false;
  if (/^\s*$|^[\s]*[.,;:!?。\uff0c\uff1b\uff1a)\]→—–|¹-⁹[\uff09、]/.test(after) || /\S/.test(before)) return true;
  if (parts.some((part) => knownPublisher(readCitedName(part).name)) || context.closers.has(content.toLowerCase()))
    return true;
  return /^\s+(?:and|while|but|with|as|which|though|although|versus|vs)\b/.test(after);
}

function parentheses(quote: string, offset: number, context: MarkerContext): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(PARENTHESIS)) {
    const content = match[1] ?? '';
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    const lead = LEAD.exec(content);
    if (lead) {
      found.push(
        ...splitNames(content.slice(lead[0].length), span.start + 1 + lead[0].length, 'source-parenthesis', span),
      );
      continue;
    }
    const author = AUTHOR_YEAR.exec(content);
    const surname = (author?.[1] ?? '').split(/[\s,]/)[0]?.toLowerCase() ?? '';
    if (
      author &&
      !knownPublisher(author[1] ?? '') &&
      (/et al|\s(?:&|and)\s/.test(content) || context.authors.has(surname))
    ) {
      found.push(
        plain(span, 'author-year', content, 'name', {
          locator: author[3] ?? null,
          issued: { 'date-parts': [[Number.parseInt(author[2] ?? '', 10)]] },
        }),
      );
      continue;
    }
    if (isDatedSource(content)) found.push(...splitNames(content, span.start + 1, 'dated-parenthesis', span));
  }
  for (const match of quote.matchAll(AUTHOR_NARRATIVE)) {
    const surname = (match[1] ?? '').split(/[\s,]/)[0]?.toLowerCase() ?? '';
    if (!context.authors.has(surname)) continue;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    found.push(
      plain(span, 'author-year', `${match[1] ?? ''}, ${match[2] ?? ''}`, 'name', {
        side: 'within',
        issued: { 'date-parts': [[Number.parseInt(match[2] ?? '', 10)]] },
      }),
    );
  }
  return found;
}

/** `(FactSet 2026-05-19)`, `(FY25 10-K, p. 34)`, `(Reuters)`: every part a dated, located or well-known source. */
function isDatedSource(content: string): boolean {
  if (/[$€£¥%]|:\s/.test(content)) return false;
  return content.split(/\s?;\s?/).every((part) => {
    const { name, issued, locator, isDocument } = readCitedName(part);
    if (!isNameLike(name) || name.split(/\s+/).length > 7 || isGeneric(name)) return false;
    if (isDocument) return isShortDocument(name) && (issued !== null || locator !== null || /\d|\p{Lu}/u.test(name));
    const known = knownPublisher(name) !== null;
    return (
      known || (issued !== null && isFullDate(issued) && isProperName(name)) || (locator !== null && isProperName(name))
    );
  });
}

function isShortDocument(name: string): boolean {
  return name.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word) && !isDocumentName(word)).length <= 3;
}

function isFullDate(date: CslDate): boolean {
  return (date['date-parts']?.[0]?.length ?? 0) >= 3;
}

/** Every word of weight starts with a capital and none of them is a stock verb of prose. */
function isProperName(name: string): boolean {
  return (
    name
      .split(/\s+/)
      .every((word) => /^(?:\p{Lu}|\p{N}|[\u4e00-\u9fff])/u.test(word) || /^(?:of|the|and|&|for)$/.test(word)) &&
    !/^(?:Updated?|As|Since|From|Until|Through|Effective|Ended|Ending|By|On|In|Q[1-4]|H[12]|FY|Expected|Target|Maturing|Due)\b/.test(
      name,
    )
  );
}

function superscripts(quote: string, offset: number, { notes }: MarkerContext): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(SUPERSCRIPT)) {
    const before = quote.charAt(match.index - 1);
    const unit = /(?:^|[\s\d/(])(?:[kcdm]?m|ft|in|yd|mi|R|CO|s|x|n)$/.test(
      quote.slice(Math.max(0, match.index - 4), match.index),
    );
    for (const part of match[0].matchAll(/[⁰¹²³⁴-⁹]+/g)) {
      const digits = Array.from(part[0], (char) => SUPERSCRIPT_DIGITS.indexOf(char)).join('');
      const numbers = knownNumbers(digits, notes);
      if (match.index === 0 || (unit && !(numbers !== null && digits === '1'))) continue;
      if (numbers === null && (/\d/.test(before) || notes.size > 0)) continue;
      let start = offset + match.index + part.index;
      for (const number of numbers ?? [digits]) {
        found.push(plain({ start, end: start + number.length }, 'superscript', number, 'note'));
        start += number.length;
      }
    }
  }
  return found;
}

/** `¹⁴` is note 14, or notes 1 and 4 where there is no 14; null where the digits name no notes. */
function knownNumbers(digits: string, notes: ReadonlySet<string>): string[] | null {
  if (notes.has(digits)) return [digits];
  if (digits.length < 2 || digits.length > 8) return null;
  for (let cut = digits.length - 1; cut >= 1; cut -= 1) {
    const rest = notes.has(digits.slice(0, cut)) ? knownNumbers(digits.slice(cut), notes) : null;
    if (rest) return [digits.slice(0, cut), ...rest];
  }
  return null;
}

function symbols(quote: string, offset: number, { notes }: MarkerContext): FoundMarker[] {
  return [...quote.matchAll(SYMBOL)]
    .filter((match) => notes.has(match[1] ?? ''))
    .map((match) =>
      plain(
        { start: offset + match.index, end: offset + match.index + match[0].length },
        'symbol',
        match[1] ?? '',
        'note',
      ),
    );
}

function narratives(quote: string, offset: number): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(NARRATIVE)) {
    const at = match.index + match[0].length;
    const name = properNameAt(
      quote,
      /^(?:the|an?)\s+/i.exec(quote.slice(at, at + 5))
        ? at + (/^\S+\s+/.exec(quote.slice(at, at + 6))?.[0].length ?? 0)
        : at,
    );
    if (name === null) continue;
    const words = quote.slice(name.start, name.end);
    if (/^per\s/i.test(match[0]) && !isPerName(quote, words, name.end)) continue;
    if (isGeneric(words) || !isNameLike(words)) continue;
    const span = { start: offset + match.index, end: offset + name.end };
    found.push(plain(span, 'according-to', words, 'name', { side: 'within' }));
  }
  for (const match of quote.matchAll(NARRATIVE_CJK)) {
    const name = (match[1] ?? '').trim();
    if (isGeneric(name) || cues.genericNames.some((word) => /[\u4e00-\u9fff]/.test(word) && name.includes(word)))
      continue;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    found.push(plain(span, 'according-to', name, 'name', { side: 'within' }));
  }
  return found;
}

/** Capitalised words from `at` on, with the small words that join them; null where the first is not one. */
function properNameAt(quote: string, at: number): Span | null {
  let end = at;
  for (let words = 0; words < 6; words += 1) {
    WORD.lastIndex = end;
    const word = WORD.exec(quote);
    if (!word) break;
    end += word[0].length;
    LINKING.lastIndex = end;
    const link = LINKING.exec(quote);
    if (link) end += link[0].length;
    else if (/^ [\p{Lu}\p{N}]/u.test(quote.slice(end, end + 2))) end += 1;
    else break;
  }
  const name = quote
    .slice(at, end)
    .replace(/(?:\s|[.,'’]|\b(?:and|of|the|&|for|on|in)\s*)+$/, '')
    .replace(/['’]s$/, '');
  return name.length >= 2 && /^[\p{Lu}\p{N}]/u.test(name) ? { start: at, end: at + name.length } : null;
}

/** "per FactSet," and "per Bloomberg data" name a source; "per Prime member" and "per GW" name a unit. */
function isPerName(quote: string, name: string, end: number): boolean {
  if (/^\d/.test(name) || cues.perUnits.includes(name) || cues.perUnits.includes(name.split(' ')[0] ?? ''))
    return false;
  if (knownPublisher(name)) return true;
  const after = quote.slice(end, end + 24);
  const noun = /^\s+(\p{Ll}+)/u.exec(after)?.[1];
  if (noun !== undefined) return cues.sourceNouns.includes(noun);
  return /^(?:['’]s\s|[\s]*(?:[,.;:)\]—–]|$))/.test(after) && (name.includes(' ') || name.length >= 3);
}

function addresses(quote: string, offset: number): FoundMarker[] {
  return [...quote.matchAll(URL)].map((match) => {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    return plain(span, 'link', hostOf(match[0]), 'name', { url: match[0] });
  });
}

/** `www.reuters.com/x` → `reuters.com`. */
export function hostOf(url: string): string {
  return (/^[a-z]+:\/\/(?:www\.)?([^/:?#\s]+)/i.exec(url)?.[1] ?? url).toLowerCase();
}

/** One marker a source: `A; B`, `A, B`, `A and B`; commas split only names, never a date or locator from its name. */
function splitNames(content: string, offset: number, style: MarkerStyle, group: Span): FoundMarker[] {
  const pieces = pieceSpans(content, style);
  const several = pieces.length > 1;
  return pieces.flatMap(({ start, end }) => {
    const cited = readCitedName(content.slice(start, end));
    const url = new RegExp(URL).exec(content.slice(start, end))?.[0] ?? null;
    const name =
      url && cited.name.includes('://') ? hostOf(url) : cited.name.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim();
    if (name === '') return [];
    const span = several ? { start: offset + start, end: offset + end } : group;
    return [plain(span, style, name, 'name', { group, locator: cited.locator, issued: cited.issued, url })];
  });
}

function pieceSpans(content: string, style: MarkerStyle): Span[] {
  const strong = cut(content, /\s*[;\uff1b]\s*|\s+\|\s+|\u3001/g, 0);
  return strong.flatMap((piece) => {
    const inner = content.slice(piece.start, piece.end);
    const parts = cut(inner, /\s*[,\uff0c]\s+(?:and\s+)?|\s+(?:and|&|und|和)\s+|\uff0c/g, piece.start);
    if (parts.length < 2) return [piece];
    return separate(
      parts.map((part) => inner.slice(part.start - piece.start, part.end - piece.start)),
      style,
    )
      ? parts
      : [piece];
  });
}

/** Do commas set names apart here, rather than a date, a place in the source or a document from its company? */
function separate(parts: readonly string[], style: MarkerStyle): boolean {
  if (parts.length < 2) return false;
  const names = parts.map(readCitedName);
  return names.every(({ name, issued, locator, isDocument }, at) => {
    if (name === '' || isLocator(name) || issued !== null || locator !== null || name.split(/\s+/).length > 6)
      return false;
    const first = names[0];
    const ofFirst =
      at > 0 && isDocument && first !== undefined && !first.isDocument && knownPublisher(first.name) === null;
    if (ofFirst && name.split(/\s+/).length <= 4 && style !== 'source-line') return false;
    return isNameLike(name) || (style === 'source-line' && /^\p{L}/u.test(name));
  });
}

function cut(content: string, separator: RegExp, offset: number): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const match of content.matchAll(separator)) {
    if (match.index > from) pieces.push({ start: offset + from, end: offset + match.index });
    from = match.index + match[0].length;
  }
  if (content.length > from) pieces.push({ start: offset + from, end: offset + content.length });
  return pieces;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
