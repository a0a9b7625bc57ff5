/** DOC02: doubled words, and words joined for want of a space. */
import { findingAt } from '../finding';
import type { AuditDocument, Finding, Rule } from '../model';

const DOUBLED =
  /(?<![\p{L}-])(the|a|an|of|to|in|on|for|and|or|is|are|was|were|with|by|from|at|it|we|our|its|as|be|this|has|have|not|but)\s+\1(?![\p{L}-])/giu;
/** Words that begin a clause or phrase and are joined to the word before when a dash is lost. */
const JOINED = /(?<![\p{L}-])(\p{Ll}{5,})(not|and|the|but|with|from|that|this|which|are|were|for)(?![\p{L}-])/gu;
const RUN_ON = /(?<=[\p{Ll}]{2})\.(?=\p{Lu}\p{Ll}{2,}\s)/gu;

const at = (match: RegExpMatchArray, length: number) => ({ start: match.index ?? 0, end: (match.index ?? 0) + length });

function check(document: AuditDocument): readonly Finding[] {
  const { text } = document.layout;
  const words = new Set(text.match(/(?<![\p{L}])\p{Ll}{5,}(?![\p{L}])/gu));
  const doubled = [...text.matchAll(DOUBLED)].map((match) =>
    findingAt(
      'DOC02',
      'info',
      document,
      [at(match, match[0].length)],
      `“${match[0].replace(/\s+/g, ' ')}” is doubled.`,
    ),
  );
  // Only where the first half is a word of this document: a dictionary would call names mistakes.
  const joined = [...text.matchAll(JOINED)].flatMap((match) => {
    const [whole, first, second] = match;
    if (!first || !words.has(first) || [...words].filter((word) => word === whole).length === 0) return [];
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
