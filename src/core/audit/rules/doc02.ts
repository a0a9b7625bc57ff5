/** DOC02: doubled words, and words joined for want of a space. */
import { findingAt } from '../model/finding';
import type { AuditDocument, Finding, Rule } from '../model/model';

const DOUBLING = new Set(
  'the a an of to in on for and or is are was were with by from at it we our its as be this has have not but'.split(
    ' ',
  ),
);
const LONGEST = 4;
/** Words that begin a clause or phrase and are joined to the word before when a dash is lost. */
const JOINED = /(?<![\p{L}-])(\p{Ll}{5,})(not|and|the|but|with|from|that|this|which|are|were|for)(?![\p{L}-])/gu;
const TAIL = /^(\p{Ll}{5,})(?:not|and|the|but|with|from|that|this|which|are|were|for)$/u;
// The full stop comes first: the engine leaps from one to the next.
const RUN_ON = /\.(?<=[\p{Ll}]{2}\.)(?=\p{Lu}\p{Ll}{2,}\s)/gu;
const LETTER = /[\p{L}-]/u;
const SPACE = /\s/;
const FIRST_WIDE = 0x80;
const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code <= 32 || code >= FIRST_WIDE) && SPACE.test(text[at] ?? '');
};

const isLatin = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
/** Whether a letter or hyphen stands there; the second half of a pair is asked as the pair. */
const goesOn = (text: string, at: number): boolean => {
  const low = text.charCodeAt(at);
  const isHalf = low >= 0xdc00 && low <= 0xdfff && at > 0;
  return at >= 0 && at < text.length && LETTER.test(String.fromCodePoint(text.codePointAt(isHalf ? at - 1 : at) ?? 0));
};

/** Small words that stand twice, found from the spaces: a pattern would be tried at every letter. */
function* doubledIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let last = 0;
  for (let space = 1; space < text.length; space += 1) {
    if (!isLatin(text.charCodeAt(space - 1)) || !isSpace(text, space)) continue;
    let start = space - 1;
    while (start > last && space - start < LONGEST && isLatin(text.charCodeAt(start - 1))) start -= 1;
    const word = text.slice(start, space).toLowerCase();
    if (!DOUBLING.has(word) || goesOn(text, start - 1)) continue;
    let next = space + 1;
    while (next < text.length && isSpace(text, next)) next += 1;
    const end = next + word.length;
    if (text.slice(next, end).toLowerCase() !== word || goesOn(text, end)) continue;
    yield { start, end };
    last = end;
    space = end - 1;
  }
}

const at = (match: RegExpMatchArray, length: number) => ({ start: match.index ?? 0, end: (match.index ?? 0) + length });

const WORD = /(?<![\p{L}])\p{Ll}{5,}(?![\p{L}])/gu;
/** Letters in a row: of Latin ones it is clear which are, the others are asked of the exact pattern. */
const RUN = /[A-Za-z\u0080-\uffff]{5,}/g;
const PLAIN = /^[a-z]+$/;
const LATIN = /^[A-Za-z]+$/;

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...new Set(text.match(RUN))].flatMap((run) =>
      PLAIN.test(run) ? [run] : LATIN.test(run) ? [] : (run.match(WORD) ?? []),
    ),
  );

function check(document: AuditDocument): readonly Finding[] {
  const { text } = document.layout;
  const words = wordsIn(text);
  const doubled = [...doubledIn(text)].map((span) =>
    findingAt(
      'DOC02',
      'info',
      document,
      [span],
      `“${text.slice(span.start, span.end).replace(/\s+/g, ' ')}” is doubled.`,
    ),
  );
  // Only where the first half is a word of this document: a dictionary would call names mistakes.
  const mayBeJoined = [...words].some((word) => words.has(TAIL.exec(word)?.[1] ?? ''));
  const joined = (mayBeJoined ? [...text.matchAll(JOINED)] : []).flatMap((match) => {
    const [whole, first, second] = match;
    if (!first || !words.has(first) || !words.has(whole)) return [];
    return [
      findingAt(
        'DOC02',
        'info',
        document,
        [at(match, whole.length)],
        `“${whole}” looks like “${first} ${second}” joined.`,
      ),
    ];
  });
  const runOn = [...text.matchAll(RUN_ON)].map((match) =>
    findingAt('DOC02', 'info', document, [at(match, 1)], 'A space is missing after the full stop.'),
  );
  return [...doubled, ...joined, ...runOn];
}

export const DOC02: Rule = {
  id: 'DOC02',
  severity: 'info',
  title: 'Joined or doubled words',
  about: 'A word is doubled, or two words are joined.',
  examples: [
    { text: 'The the margin rose in the quarter.', says: 'info' },
    { text: 'Press coverage was wide. The list rests on press coveragenot on filings.', says: 'info' },
    { text: 'He had had enough of that that day, very very cold.', says: 'nothing' },
    { text: 'They cannot understand the demand.', says: 'nothing' },
  ],
  check,
};
