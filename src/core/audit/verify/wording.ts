/** Whether a claim's dates, names and words are those of the evidence. */
import { isOpposed } from './polarity';
import { isMisplaced } from './places';
import { isCountedOtherwise, isDatedOtherwise } from './slots';
import { isMistitled } from './titles';
import type { SupportVerdict } from './model';
import type { ClaimFigure } from './asked';
import { contentOf, coverage, datesIn, yearsIn } from './words';

/** What a claim has that the evidence lacks. */
function missingFrom(claim: string, evidence: readonly string[]) {
  const all = evidence.join('\n');
  const words = contentOf(claim);
  const there = contentOf(all);
  const dates = datesIn(claim);
  const known = new Set(datesIn(all));
  const days = new Set([...known].map((date) => date.split(' ').slice(0, 2).join(' ')));
  // Statements print day and year apart: "March 31," over "2024 | 2023".
  const isThere = (date: string): boolean => {
    const [month = '', day = '', year] = date.split(' ');
    return known.has(date) || (days.has(`${month} ${day}`) && (year === undefined || all.includes(year)));
  };
  return {
    coverage: coverage(words, there),
    missingDates: dates.filter((date) => !isThere(date)),
    missingYears: yearsIn(claim).filter((year) => !all.includes(year)),
  };
}

const isSaidOtherwise = (claim: string, evidence: readonly string[]): boolean =>
  [isOpposed, isMistitled, isMisplaced, isCountedOtherwise, isDatedOtherwise].some((differs) =>
    differs(claim, evidence),
  );

/** Less of a claim's words than this in the evidence: it speaks of something else. */
const FEWEST_SHARED = 0.5;

/**
 * `not_found` where a date of the claim is missing from the evidence, or, in a claim without figures, too many of its
 * words or a year are; `contradicted` where the evidence says it otherwise; else `supported`.
 */
export function judgeWords(
  claim: string,
  evidence: readonly string[],
  figures: readonly ClaimFigure[],
): SupportVerdict {
  const { coverage: share, missingDates, missingYears } = missingFrom(claim, evidence);
  if (missingDates.length > 0 || (missingYears.length > 0 && figures.length === 0)) return 'not_found';
  if (isSaidOtherwise(claim, evidence)) return 'contradicted';
  // Figures were found by their words already: only a claim without any rests on its words alone.
  return figures.length === 0 && share < FEWEST_SHARED ? 'not_found' : 'supported';
}
