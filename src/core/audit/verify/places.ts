/** A name in another's place: "business in Mexico" where the sentence that says the same has "business in China". */
import words from '../../../../resources/lexicon/derivations.json';
import { MONTH_NAMES } from '../../base/months';
import { contentOf, coverage, PAUSE, statementsOf, stem } from './words';

const NAMED = /\b([a-z]{4,}) (in|from|with|by|at|to|of) (?:the )?((?:[A-Z][a-z]+)(?: [A-Z][a-z]+){0,2})/g;
/** Capitals that name no place: "in March", "in Note 5". */
const NO_NAME = new RegExp(`^(?:${MONTH_NAMES.join('|')}|Fiscal|Note|Item|Part)\\b`);
const CLAUSE = new RegExp(`${PAUSE}|\\. | while | whereas | despite | although | but `);

interface Named {
  readonly anchor: string;
  readonly name: string;
}

/** "the Coatings segment", "Norwood plant": what is named stands behind the name. */
const NAMING = new RegExp(`(?<=[a-z,] |^)((?:[A-Z][a-z]+)(?: [A-Z][a-z]+){0,2}) (${words.named.join('|')})s?\\b`, 'g');

const namesIn = (text: string): readonly Named[] => [
  ...[...text.matchAll(NAMED)].flatMap(([, word = '', preposition = '', name = '']) =>
    NO_NAME.test(name) ? [] : [{ anchor: `${stem(word)} ${preposition}`, name }],
  ),
  ...[...text.matchAll(NAMING)].flatMap(([, name = '', noun = '']) =>
    NO_NAME.test(name) ? [] : [{ anchor: `of ${noun}`, name: name.replace(/^(?:The|Our|Its) /, '') }],
  ),
];

const ALIKE = 0.6;
const CLEARLY = 0.15;
const FEWEST = 3;

/**
 * True only where a sentence of the evidence shares clearly more of the clause's words than any that has the claim's
 * own name, and has another name behind the same preposition.
 */
export function isMisplaced(claim: string, evidence: readonly string[]): boolean {
  const named = claim.split(CLAUSE).flatMap((clause) => namesIn(clause).map((one) => ({ ...one, clause })));
  if (named.length === 0) return false;
  const sentences = statementsOf(evidence);
  return named.some(({ anchor, name, clause }) => {
    const rest = new Set([...contentOf(clause)].filter((word) => !contentOf(name).has(word)));
    // A longer name may be written otherwise there.
    if (rest.size < FEWEST || (name.includes(' ') && !sentences.some((one) => one.includes(name)))) return false;
    const close = (of: readonly string[]): number => Math.max(0, ...of.map((one) => coverage(rest, contentOf(one))));
    const own = close(sentences.filter((one) => one.includes(name)));
    const others = sentences.filter(
      (one) => !one.includes(name) && namesIn(one).some((other) => other.anchor === anchor),
    );
    const best = close(others);
    return best >= ALIKE && best > own + CLEARLY;
  });
}
