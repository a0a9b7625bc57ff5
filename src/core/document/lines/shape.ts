/** What the words of a line look like on their own: heading, lead-in, caption, key and value, ordinal opening. */
import words from '../../../../resources/cues/headings.json';
import { trimSpan } from './lines';
import type { Span } from '../model';
import { alternatives } from '../../base/pattern';
import { roleOf } from './role';
import { MONTH_OPENING } from '../../base/months';

export type HeadingShape = 'none' | 'weak' | 'strong';

const CAPTION = new RegExp(
  `^(?:${alternatives(words.captionLeads)})\\s*(?:\\d{1,3}(?:[.-]\\d{1,2})?[A-Za-z]?\\s*[:\uff1a.|—–-]|[:\uff1a|—–-]|\\d)`,
  'i',
);
const ALT_ENDING = new RegExp(`(?:^|[\\s])(?:${alternatives(words.altEndings)})$`, 'i');
const KEY_VALUE = new RegExp(`^(?:${alternatives(words.keyValue)})(?:\\s*\\([^)]{1,30}\\))?\\s*[:\uff1a|]`, 'i');
const BYLINE = new RegExp(`^(?:${alternatives(words.bylines)})(?:\\s|[:\uff1a])`, 'i');
const KICKER = new RegExp(`^(?:${alternatives(words.kickers)})$`, 'i');
const ORDINAL = new RegExp(`^(?:${alternatives(words.ordinals)})(?=[,:\\uff0c\\uff1a\\u3001]|\\s?[—–])`, 'i');
/** `Jane Doe -- Chief Financial Officer`, `John Smith – Acme Research – Analyst`, `Operator`: who speaks in a transcript. */
const SPEAKER = new RegExp(`^(?:${alternatives(words.speakers)})$`, 'i');
const NAMED = /^\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){1,3}(?:\s--?|\s[–—]|,)\s+(?=[^.!?]{2,90}$)/u;
const OFFICE = new RegExp(
  `\\b(?:${alternatives(words.speakerRoles)})(?:(?:,|\\s+(?:of|and|for|&|at|–|—|--?))\\s.{1,60})?$`,
  'i',
);
const DATE_LINE = new RegExp(
  String.raw`^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH_OPENING})[a-z]*\.?\s+(?:\d{1,2},?\s+)?(?:19|20)\d{2}\b.{0,24}$|^(?:19|20)\d{2}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?)\s*$`,
  'i',
);
const EMOJI_LEAD = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Extended_Pictographic}]*\s*)+/u;
const INNER_STOP = /[^\s.]{2}[.。\uff1b;]["'”’)]?\s+["“‘(]?\p{Lu}|[。\uff1b]./u;
const TERMINAL = /[.。;\uff1b,\uff0c、…:\uff1a]["”’)\uff09】]?$/;
const OPEN_QUOTE = /^["“「『‘']/;

const LONGEST_HEADING = 260;
const LONGEST_NUMBERED = 130;
const LONGEST_TITLE_CASE = 100;
const LONGEST_SENTENCE_CASE = 72;
const MOST_WORDS = 18;
const MOST_WORDS_SENTENCE_CASE = 11;
const LONGEST_CJK = 40;
const LONGEST_MARK = 62;

export interface ShapeContext {
  readonly numbered: boolean;
  /** Numbered the way main sections are (`II.`, `八、`): its words may start small. */
  readonly main: boolean;
  /** The first line of the document may be a long headline. */
  readonly first: boolean;
}

/** Does the stretch read as a heading? Its surroundings decide whether it is one. */
export function headingShape(text: string, span: Span, context: ShapeContext): HeadingShape {
  if (span.end - span.start > LONGEST_HEADING) return 'none';
  const raw = text.slice(span.start, span.end);
  const quote = withoutTrailingMarks(raw)
    .replace(EMOJI_LEAD, '')
    .replace(/^[*_]{1,3}/, '');
  if (quote.length < 2 || TERMINAL.test(quote) || !/\p{L}/u.test(quote)) return 'none';
  if (isSpeaker(quote)) return 'none';
  if (isCaption(raw) || KEY_VALUE.test(raw) || BYLINE.test(raw) || DATE_LINE.test(raw)) return 'none';
  if (!context.main && !EMOJI_LEAD.test(raw) && /^\p{Ll}/u.test(quote) && !/^[a-z]{1,2}\p{Lu}/u.test(quote))
    return 'none';
  if (/^https?:|^www\./.test(quote) || /\S@\S/.test(quote) || quote.includes(' | ')) return 'none';
  if (INNER_STOP.test(quote)) return 'none';
  if (OPEN_QUOTE.test(quote) && /["”」』’'][?!]?$/.test(quote)) return 'none';
  return measured(quote, raw, context);
}

function measured(quote: string, raw: string, { numbered, first }: ShapeContext): HeadingShape {
  if (first && quote.length <= 220) return 'strong';
  const bracketed = /^【[^】]{2,30}】$/.test(raw) || /^\*\*[^*]+\*\*$/.test(raw) || /^__[^_]+__$/.test(raw);
  if (bracketed && quote.length <= LONGEST_NUMBERED) return 'strong';
  const wordCount = quote.split(/\s+/).length;
  if (isCjk(quote)) {
    if (quote.length > LONGEST_CJK) return 'none';
    return numbered || roleOf(quote) !== 'body' ? 'strong' : 'weak';
  }
  if (numbered) return quote.length <= LONGEST_NUMBERED && wordCount <= MOST_WORDS + 4 ? 'strong' : 'none';
  if (quote.length <= LONGEST_TITLE_CASE && wordCount <= MOST_WORDS && capitals(quote) >= 0.6) return 'strong';
  if (quote.length > LONGEST_SENTENCE_CASE || wordCount > MOST_WORDS_SENTENCE_CASE) return 'none';
  return EMOJI_LEAD.test(raw) || (roleOf(quote) !== 'body' && wordCount <= 8) ? 'strong' : 'weak';
}

/** Without citation markers, footnote marks and emphasis at the end. A loop, because a pattern would try every split. */
function withoutTrailingMarks(quote: string): string {
  let end = quote.length;
  for (;;) {
    const open = quote.charAt(end - 1) === ']' ? quote.lastIndexOf('[', end - 1) : -1;
    if (open > 0 && end - open <= LONGEST_MARK) end = quote.charAt(open - 1) === ' ' ? open - 1 : open;
    else if (end > 0 && '¹²³⁰⁴⁵⁶⁷⁸⁹*_'.includes(quote.charAt(end - 1))) end -= 1;
    else return quote.slice(0, end);
  }
}

/** Share of the longer words that start with a capital or a digit. */
function capitals(quote: string): number {
  const long = quote.split(/[\s—–/-]+/).filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length >= 4);
  if (long.length === 0) return 1;
  return long.filter((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word)).length / long.length;
}

/** Whether more than two fifths of the signs are Chinese characters or Japanese kana. */
function isCjk(quote: string): boolean {
  const han = quote.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  return han * 2 > quote.replace(/\s/g, '').length * 0.8;
}

/**
 * Whether a line is a caption: by its opening ("Figure 3:", "图表 2") or by an ending that only descriptions of pictures
 * have.
 */
export function isCaption(quote: string): boolean {
  return CAPTION.test(quote) || ALT_ENDING.test(quote.slice(-40));
}

/** A line that names who speaks next: a role of its own, or a name and an office. */
export function isSpeaker(line: string): boolean {
  const plain = line.replace(/[*_]+/g, '').trim();
  if (plain.length > 120 || !/^\p{Lu}/u.test(plain)) return false;
  const name = NAMED.exec(plain)?.[0];
  return SPEAKER.test(plain) || (name !== undefined && OFFICE.test(plain.slice(name.length)));
}

/** A house's name for a kind of publication, which says nothing of what this one is about. */
export const isRubric = (quote: string): boolean => KICKER.test(quote);

/** What may stand above a title: a rubric, date, byline, or a line of keys and values. */
export function isPreface(quote: string): boolean {
  return (
    KICKER.test(quote) || quote.includes(' | ') || DATE_LINE.test(quote) || BYLINE.test(quote) || KEY_VALUE.test(quote)
  );
}

/** Whether the text at `start` opens with an ordinal that numbers an argument ("First,", "其次"). */
export function isOrdinalOpening(text: string, start: number): boolean {
  return ORDINAL.test(text.slice(start, start + 16));
}

/** True for a stretch that ends in a colon once citation markers and emphasis after it are set aside. */
export function endsInColon(text: string, span: Span): boolean {
  const tail = text.slice(Math.max(span.start, span.end - 120), span.end);
  return /[:\uff1a]$/.test(
    withoutTrailingMarks(tail)
      .replace(/[*_"”)\uff09】]+$/, '')
      .trimEnd(),
  );
}

/** The heading's words: without emoji, emphasis and brackets around it. */
export function titleSpan(text: string, start: number, end: number): Span {
  const quote = text.slice(start, end);
  const lead = (/^(?:[*_]{1,3}|【)/.exec(quote) ?? EMOJI_LEAD.exec(quote))?.[0].length ?? 0;
  const tail = /(?:[*_]{1,3}|】)$/.exec(quote)?.[0].length ?? 0;
  return trimSpan(text, start + lead, Math.max(start + lead, end - tail));
}
