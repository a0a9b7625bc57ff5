/**
 * The words that distinguish a change from a level, a base from a result, and one basis of comparison from another.
 * They are the grammar of the relations, kept in one place so that every relation reads a sentence the same way. All
 * tests run on lower-case text.
 */

import type { Direction } from '../../../figure/model';
/** Verbs and nouns of change, with the direction each gives; those that mean "for the better" give none. */
const UP =
  'increas\\w*|grew|grow(?:s|n|ing)?|growth|rose|rise[sn]?|rising|up|gain(?:s|ed)?|jump(?:s|ed)?|surg\\w+|higher|climb\\w*|step-?up|advanc\\w+|expan(?:d|ded|ds|ding|sion)|soar\\w*|rall(?:y|ies|ied)|rebound\\w*|more|greater|add(?:ed|ing)|beat|topped|增长|上升|增加|提高|上涨|同比增|上调';
const DOWN =
  'decreas\\w*|declin\\w*|fell|fall(?:s|en|ing)?|down|drop(?:s|ped|ping)?|lower(?:ed|s)?|reduc\\w+|step-?down|slip\\w*|plunge?\\w*|crash\\w*|collaps\\w*|slump\\w*|tumbl\\w*|plummet\\w*|shr[aiu]nk\\w*|contract(?:ed|s|ion|ing)|cut(?:s|ting)?|slash\\w*|trim\\w*|halv\\w*|lost|less|fewer|miss(?:ed|es)?|shortfall|下降|减少|下跌|下滑|降低|下调';
const EITHER = 'improv\\w*|better|worse\\w*|narrow\\w*|widen\\w*|chang\\w*|compress\\w*|deteriorat\\w*|delta|变动|改善';

const word = (alternatives: string): RegExp => new RegExp(`(?<![a-z-])(?:${alternatives})(?![a-z])`, 'g');
const UP_WORD = word(UP);
const DOWN_WORD = word(DOWN);
export const CHANGE_WORD = new RegExp(`(?<![a-z])(?:${UP}|${DOWN}|${EITHER})(?![a-z])`);

const lastAt = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
const firstAt = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(0)?.index ?? -1;

const EITHER_WORD = word(EITHER);

/** `either` where the nearest word says that it changed, but not which way: costs that improve fall. */
type DirectionWord = Direction | 'either';

/** The direction of the change word nearest to the end of `lead`; null where there is none. */
export function directionBefore(lead: string): DirectionWord | null {
  const [up, down, either] = [lastAt(UP_WORD, lead), lastAt(DOWN_WORD, lead), lastAt(EITHER_WORD, lead)];
  if (Math.max(up, down, either) < 0) return null;
  if (either > Math.max(up, down)) return 'either';
  return up > down ? 'up' : 'down';
}

/** The direction of a change word that follows its figure at once: "a 5% increase", "$20 million higher". */
export function directionAfter(tail: string): DirectionWord | null {
  const near = tail.slice(0, 40);
  if (!FOLLOWING_CHANGE.test(near)) return null;
  const [up, down] = [firstAt(UP_WORD, near), firstAt(DOWN_WORD, near)];
  if (up < 0 && down < 0) return 'either';
  return down < 0 || (up >= 0 && up < down) ? 'up' : 'down';
}

/** A change word just after the figure, at most two words (not prepositions) between. */
export const FOLLOWING_CHANGE =
  /^[\s-]*(?:per share |year[- ]over[- ]year |yoy |sequential(?:ly)? |annual |organic |of )?(?:increase|decrease|rise|decline|growth|reduction|step-?up|step-?down|drop|gain|improvement|jump|surge|rally|rebound|crash|collapse|plunge|slump|beat(?! (?:the|its|our|their|consensus|street|wall|analyst|estimate|expectation|forecast|guidance))|miss|surprise|higher|lower|better|worse|fewer|less(?! (?!than|in\b)[a-z])|more)(?![a-z])|^\s*(?:的)?(?:增|降)/;

/** Words that name what a change is counted from, and what may stand between them and the amount. */
const BASE_WORD =
  'from|compar(?:ed|es|ing) (?:to|with|against)|as compared (?:to|with)|versus|vs\\.?|against|relative to|(?:higher|lower|more|less|better|worse|greater|fewer) than|above|below|over|compared';
/** A new clause, agent or cause between base word and amount: the amount is another one than the base. */
const CUT =
  /[;:]|\b(?:and|but|while|with|by|due|which|that|reflect\w+|includ\w+|driven|benefit\w*|adding|because|partially|offset\w*|excluding|when|plus|minus)\b/;
const BASE_AT = new RegExp(`(?<![a-z-])(?:${BASE_WORD})(?![a-z])`, 'g');
/** "From" that names an origin, not a base. */
const ORIGIN =
  /\b(?:\w+ing|benefit(?:s|ed)?|proceeds|result(?:s|ed)?|income|revenues?|cash|flows?|gains?|loss(?:es)?|contributions?|derived|impact|generated|received|driven|exclud\w+|arises?|comes?|came|far|away|ranging|ranges?|apart|aside)\s+$/;

/** "(Q1 2025: $350 million)", "(previous year: €3.4 million)": the amount of another period in brackets. */
const PERIOD_BASE =
  /\(\s*(?:(?:q[1-4]|h[12]|[1-4]q|fy|fiscal)[\s/-]*(?:19|20)?\d\d|(?:19|20)\d\d|(?:prior|previous|last)[ -]year(?:[ -](?:quarter|period))?|year[- ]ago|py)(?:\/\d\d)?\s?:\s*$/;

/** Whether the words before an amount name it as a base: "compared to the", "from a loss of", "versus prior-year sales of". */
export function leadsToBase(lead: string): boolean {
  if (leadsToResult(lead)) return false;
  for (const match of [...lead.matchAll(BASE_AT)].toReversed()) {
    const rest = lead.slice(match.index + match[0].length);
    if (CUT.test(rest) || rest.length > 90) return false;
    if (match[0] === 'from' && ORIGIN.test(lead.slice(0, match.index))) return false;
    if (
      (match[0] === 'over' || match[0] === 'above' || match[0] === 'below') &&
      rest.trim() !== '' &&
      !/^\s*(?:the|our|last|prior|its|that|year|a)\b/.test(rest)
    )
      continue;
    return true;
  }
  if (PERIOD_BASE.test(lead)) return true;
  return /(?:同期|上年|去年|相比|从|由)[^,。,;]*$/.test(lead);
}

/** Whether the words before an amount lead to where a change arrives: "to", "to a record", "至". */
export const leadsToResult = (lead: string): boolean =>
  /(?:^|[\s,(])(?<!compar\w+ |relative |due |attributable |related |equal |equivalent |close |add |added |up |next |prior )to(?: (?:a|an|the|our|its|record|about|approximately|around|nearly|roughly|just|over|under|almost|level|levels|total|of|new|high|low|reach|us|rmb|more than|less than|quarterly|annual))*[\s(]*$|(?:至|到|达)\s*$/.test(
    lead,
  );

/** Parts of a sentence whose base is another one than the amounts beside it. */
export const OTHER_BASIS =
  /constant[- ]currency|constant exchange|currency[- ]neutral|in (?:local|constant) currenc|local currency|exclud\w* (?:the )?(?:impact|effect|effects|impacts)? ?(?:of )?(?:currency|foreign|exchange|fx|acqui|divest)|excluding exchange|ex-?fx|ex-?currency|organic(?:ally)?\b|same[- ](?:store|property)|like[- ]for[- ]like|comparable[- ](?:store|sales|basis)|pro[- ]forma|exchange rate effects|annualized basis|cagr|compound annual|剔除|按固定汇率/;

/** Words that put another subject between a value and a change. */
const NEW_SUBJECT =
  /\b(?:and|while|whereas|but|as|with|including|plus|of which|compared|versus|vs|due|driven|reflect\w*|because|offset\w*|attribut\w+|result\w*|excluding|guidance|after)\b/;
/** "and that was down", "which is up", "an increase of": the sentence goes on about the same value. */
const CONTINUES =
  /[\s,(]*\b(?:(?:and|but|which|that|it|they|this|is|was|were|are|has|have|had|been|also|represents?|representing|or)\s+)+(?=(?:an?|up|down|increas\w*|decreas\w*|declin\w*|grew|rose|fell|improv\w*|approximately|about|roughly|nearly)\b)/g;

/** A base without an amount ("growth from 2018", "over last year"): the amounts elsewhere are not what it is counted from. */
export const OWN_BASE =
  /^[^,;.]{0,30}?\b(?:from|over|versus|vs\.?|compared (?:to|with)|on) (?:the )?(?:(?:19|20)\d\d|fiscal|fy|q[1-4]|last|prior|previous|same|year|a year|first|second|third|fourth)\b/;

/** Whether `between` goes on about the value before it: "in the quarter, which is up", ", an increase of". */
export function goesOn(between: string): boolean {
  const rest = between.replace(CONTINUES, ' ').replace(/\bas (?:compared|adjusted|reported|expected)\b/g, ' ');
  return !NEW_SUBJECT.test(rest) && rest.length < 140;
}
