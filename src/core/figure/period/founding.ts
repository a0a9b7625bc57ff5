/** Years in which a company was founded: they date the company, not what the text says beside them. */
import type { Span } from '../../base/span';

const ON = String.raw`(?:,? (?:back |as early as |all the way back )?(?:in|on|im|en|nel|em|i) (?:the year )?|\s)`;
/** Words that say the founding of a company and nothing else. */
const FOUNDED = new RegExp(
  String.raw`(?:\b(?:founded|incorporated|inception|founding|gegründet|gründung|fondée?s?|fondata|fundada|constituée?)|\bdat(?:es|ing) back to|\bheritage (?:since|from)|\b(?:company|bank|firm|group|business) (?:was |were )?(?:established|formed|organi[sz]ed|created)|(?:^|[.!?,;(]\s?)(?:first |originally )?(?:established|formed|organi[sz]ed))${ON}$`,
  'iu',
);
/** What may follow such a year; a noun does not ("incorporated in 2026 guidance"). */
const CLOSED = /^(?:$|[,.;:)\n—–]| (?:under|as|in|by|and|with|the|it|has|is|was|to|on|when|after|from|at|of)\b| [A-Z])/;
const LOOK_BACK = 60;

/** Whether the year or day at `span` is said of a founding ("founded in 1923", "incorporated in 1968, has …"). */
export function isFounding(text: string, span: Span): boolean {
  const lead = text.slice(Math.max(0, span.start - LOOK_BACK), span.start);
  return FOUNDED.test(lead) && CLOSED.test(text.slice(span.end, span.end + 8));
}
