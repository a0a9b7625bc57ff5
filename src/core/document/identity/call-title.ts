/** The name that a call gives itself as it opens, for transcripts without a line that reads as a title. */

const OPENING = 4000;
/** "welcome to Harbour's third quarter 2031 earnings conference call", "I'd like to welcome you to our fourth quarter call". */
const WELCOME =
  /\bwelcome\s(?:(?:you|everyone|everybody|all|back)\s){0,3}to\s(?:the\s|our\s|this\s|today['’]s\s)?([^.,;:!?\n]{3,120}?\s(?:conference call|earnings call|results call|conference|webcast|presentation|call|briefing))\b/iu;

/** The call's own name with a capital first, null where its opening gives none. */
export function callTitle(text: string): string | null {
  const named = WELCOME.exec(text.slice(0, OPENING))?.[1]?.trim();
  return named ? named.charAt(0).toUpperCase() + named.slice(1) : null;
}
