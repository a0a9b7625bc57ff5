/** Markers in parentheses, `(Source: X)`, `(FactSet 2026-05-19)`, `(Smith et al., 2024)`, and source lines. */
import cues from '../../../resources/cues/citation.json';
import { alternatives } from '../base/pattern';
import { foundMarker, type FoundMarker, type MarkerContext } from './found';
import type { CslDate } from './model';
import { isDocumentName, isGeneric, isNameLike, knownPublisher, readCitedName } from './names';
import { splitNames } from './split-names';

const PARENTHESIS = /[(\uff08]([^()\uff08\uff09]{2,120})[)\uff09]/g;
const LEAD = new RegExp(
  `^(?:${alternatives(cues.sourceLeads)})(?:\\s*[:\\uff1a]\\s*|\\s+(?=\\p{Lu})|(?<=[\\u4e00-\\u9fff]))`,
  'iu',
);
const LINE_LEAD = new RegExp(
  `^[*_(\\[]{0,3}(?:${alternatives(cues.sourceLeads)})[*_]{0,2}\\s*[:\\uff1a][*_]{0,2}\\s*`,
  'iu',
);
const AUTHOR_YEAR =
  /^(\p{Lu}[\p{L}'’.-]{1,24}(?:(?:\s(?:&|and|und|et)\s|,\s)\p{Lu}[\p{L}'’.-]{1,24}){0,3}(?:\s+et\s+al\.?)?),?\s+((?:19|20)\d{2}[a-z]?)(?:,\s*(pp?\.?\s?[\d–-]{1,9}))?$/u;
const AUTHOR_NARRATIVE =
  /(\p{Lu}[\p{L}'’-]{1,24}(?:\s(?:&|and)\s\p{Lu}[\p{L}'’-]{1,24}|\s+et\s+al\.)?)\s+\(((?:19|20)\d{2}[a-z]?)\)/gu;

/**
 * All markers in parentheses of `quote`; `offset` is where it begins in the document, and spans count in the document.
 * Author and year count where the author stands in the list of references or the form itself is a citation's ("et al.",
 * "Smith & Lee, 2024").
 */
export function parentheses(quote: string, offset: number, context: MarkerContext): FoundMarker[] {
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
        foundMarker(span, 'author-year', content, 'name', {
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
      foundMarker(span, 'author-year', `${match[1] ?? ''}, ${match[2] ?? ''}`, 'name', {
        side: 'within',
        issued: { 'date-parts': [[Number.parseInt(match[2] ?? '', 10)]] },
      }),
    );
  }
  return found;
}

/** `(FactSet 2026-05-19)`, `(FY25 10-K, p. 34)`, `(Reuters)`: every part a dated, located or well-known source. */
function isDatedSource(content: string): boolean {
  if (!/^[\p{Lu}\p{N}\u3040-\u9fff]/u.test(content) || /[$€£¥%]|:\s/.test(content)) return false;
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

/** `Source: A, B` as a line of its own; one marker a name, null where the line is none. */
export function sourceLine(text: string, start: number, end: number): FoundMarker[] | null {
  const quote = text.slice(start, Math.min(end, start + LONGEST_LINE));
  const lead = LINE_LEAD.exec(quote);
  if (!lead) return null;
  const rest = quote.slice(lead[0].length);
  const said = AFTERTHOUGHT.exec(rest);
  if (!said && end - start > LONGEST_NAMES) return null;
  const names = (said ? rest.slice(0, said.index) : rest).replace(/[\s.。*_)\]]+$/, '');
  if (names === '') return null;
  const markers = splitNames(names, start + lead[0].length, 'source-line', { start, end });
  return markers.length > 0 ? markers : null;
}

const LONGEST_LINE = 800;
const LONGEST_NAMES = 400;
/** Where the line goes on about the source: "… Survey. Base: 1,000 adults", "… results (year ended March). Converted at …". */
const AFTERTHOUGHT = /(?<=[\p{L}\p{N})][\p{L}\p{N})]|20\d\d)(?:\.\s+(?=\p{Lu})|\s\((?=\p{Ll}))|。(?=.)/u;
