/** The label that heads a line: "**Market cap:** $12.3B", "- Entry: $9", "毛利率：35%". */
import type { Span } from '../../../document/model';
import { lineStart } from '../../../base/line-start';
import { remembered } from '../../../base/remembered';
import { isSpeaker } from '../../../document/lines/shape';
import { isDigit } from '../../quantity/lexicon/characters';

export interface ItemLabel extends Span {
  readonly text: string;
}

const ITEM =
  /^[\s>#*_•–—-]{0,8}(?:\p{Extended_Pictographic}\uFE0F?\s?)?([^:：|<>\n]{2,80}?)(?:\s?\([^()\n]{1,40}\))?[*_ ]{0,4}[:：]/u;

/** Longest stretch in which a label may close. */
const REACH = 130;

/** "52-week high", "3-Month Change": a span of time may lead a label. */
const SPANNED = /^\d{1,3}[- ]?(?:week|wk|w|day|d|month|mo|m|year|yr|y)s?[- ]/i;

/** The label of the line that starts at or behind `from`, where it closes before `to`. */
export function itemLabelOf(text: string, to: number, from: number): ItemLabel | null {
  const line = Math.max(from, lineStart(text, to));
  const found = labelIn(text.slice(line, Math.min(to, line + REACH)));
  return found && { start: line + found.start, end: line + found.end, text: found.text };
}

/** Every figure of a line asks for its label, in several readers. */
const labelIn = remembered((line: string): ItemLabel | null => {
  const match = ITEM.exec(line);
  const words = match?.[1]?.replace(/[*_`]+/g, '').trim();
  if (!match || !words || (isDigit(words.charCodeAt(0)) && !SPANNED.test(words)) || words.split(/\s+/).length > 8)
    return null;
  // "Acme Tools, Inc. (Nasdaq: ACM)": the colon is inside the bracket.
  if (words.lastIndexOf('(') > words.lastIndexOf(')')) return null;
  // "Pat Doe, CFO: Revenue reached …": who speaks is no label of what is said.
  if (words.includes(',') && isSpeaker(`${words}:`)) return null;
  const start = match[0].indexOf(match[1] ?? '');
  return { start, end: start + (match[1] ?? '').length, text: words };
});
