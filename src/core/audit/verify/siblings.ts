/**
 * Sentences made alike: "Meal was 51% of revenue. Oil was 45% of revenue." A number of the first supports no claim about
 * oil; where a claim's own words tell two such sentences apart, the one that has them answers.
 */
import type { ClaimFigure } from './asked';
import { derivationWords } from './lexicon';
import type { Ranked } from './match';
import { type Time, timeFit } from './times';

/** How much of two sentences' words must be the same. */
const ALIKE = 0.6;
const FEWEST = 3;

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both >= FEWEST && both >= ALIKE * Math.max(a.size, b.size);
};

/** The words of the figure's own part of the claim that a sentence has. */
const ownWords = ({ words }: ClaimFigure, there: ReadonlySet<string>): readonly string[] =>
  [...words].flatMap(([word, weight]) =>
    weight === 1 && there.has(word) && !derivationWords.stating.test(word) ? [word] : [],
  );

const mayBe = (asked: readonly Time[], said: readonly Time[]): boolean => timeFit(asked, said) !== 'other';

/** Words the claim does not have: the clause is about something else of its own. */
const foreign = ({ words }: ClaimFigure, there: ReadonlySet<string>): number =>
  [...there].filter((word) => !words.has(word) && !derivationWords.stating.test(word)).length;

/** Of two clauses of one sentence the one that says the claim's own subject: "Ridge employs 310, Vale employs 120". */
function isOtherClause(figure: ClaimFigure, hit: Ranked, { datum }: Ranked): boolean {
  const own = ownWords(figure, hit.datum.near);
  const theirs = ownWords(figure, datum.near);
  return (
    foreign(figure, hit.datum.near) > foreign(figure, datum.near) &&
    theirs.length > own.length &&
    own.every((word) => datum.near.has(word))
  );
}

/** Of sentences made like the hit's, one whose words are more the claim's and whose number is another. */
export function siblingOf(figure: ClaimFigure, hit: Ranked, ranked: readonly Ranked[]): Ranked | null {
  if (hit.datum.table !== null) return null;
  const own = ownWords(figure, hit.datum.around);
  const better = ranked.find((one) => {
    const { datum } = one;
    if (datum.table !== null || datum === hit.datum || datum.unit !== hit.datum.unit) return false;
    if (datum.value === hit.datum.value || !mayBe(figure.times, datum.times)) return false;
    if (datum.row === hit.datum.row) return isOtherClause(figure, hit, one);
    if (!alike(datum.around, hit.datum.around)) return false;
    const theirs = ownWords(figure, datum.around);
    return theirs.length > own.length && own.every((word) => datum.around.has(word));
  });
  return better ?? null;
}
