/** What a claim asks of each of its figures: value, unit, words, times, direction and the computations its words allow. */
import lexicon from '../../../../resources/lexicon/derivations.json';
import { clauseAt, directionAt, type ProseNumber, proseSentences } from './prose';
import { type Time, timesIn, timesOfFigures } from './times';
import { contentOf } from './words';
import type { Direction } from '../../figure/model';

export interface ClaimFigure {
  readonly quote: string;
  readonly low: number;
  readonly high: number;
  /** Half a unit of the last printed digit: "approximately 9.63%" claims a rounding, not another number. */
  readonly slack: number;
  readonly unit: ProseNumber['unit'];
  readonly isMoney: boolean;
  readonly isPoints: boolean;
  readonly bound: ProseNumber['bound'];
  readonly direction: Direction | null;
  /** Whether the figure is a change of something, rather than its level. */
  readonly isChange: boolean;
  /** Content words with their weight: those of its own clause count in full. */
  readonly words: ReadonlyMap<string, number>;
  /** Its own time; for a change all times of its clause. */
  readonly times: readonly Time[];
  /** Whether they stand in its own clause; a time of another clause does not refuse. */
  readonly isTimed: boolean;
  readonly clause: string;
  /** The clause, or the whole claim where this is its only figure: what may ask for a computation. */
  readonly text: string;
  /** The claim where this is its only figure, else the clause: sums and products are asked for beside the figure. */
  readonly near: string;
}

const FAR = 0.35;
const BESIDE = 0.7;
/** A claim of so few figures asks the same of all. */
const FEW = 3;

/**
 * One entry a number of the claim, in order. Values are as printed in base units, percent as 28; words of the own
 * clause weigh more than those of the rest of the claim.
 */
export function claimFigures(claim: string): readonly ClaimFigure[] {
  const sentences = proseSentences(claim);
  const count = sentences.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const all = timesIn(claim);
  return sentences.flatMap(({ start, text, numbers }) => {
    const places = numbers.map((one) => ({ start: one.start - start, end: one.end - start }));
    const own = timesOfFigures(text, places);
    return numbers.map((number, n): ClaimFigure => {
      const place = places[n] ?? { start: 0, end: 0 };
      const clause = clauseAt(text, place.start, place.end);
      const asks = count <= FEW ? claim : clause;
      const isSigned = /^[-−(]/.test(number.quote.replace(/^(?:approximately|about|~) ?/i, ''));
      const direction = directionAt(clause, Math.max(0, place.start - text.indexOf(clause)));
      const isChange = changes(text, place.start, place.end, count === 1);
      const inClause = timesIn(clause);
      return {
        quote: number.quote,
        low: number.low,
        high: number.high,
        slack: number.slack,
        unit: number.unit,
        isMoney: number.isMoney,
        isPoints: number.isPoints,
        bound: number.bound,
        direction: isSigned ? 'down' : direction,
        isChange: isChange || (isSigned && number.unit === 'percent'),
        words: weighted(claim, clause, count === 1 ? claim : segmentOf(text, clause, places, n)),
        times:
          count === 1 || (isChange && inClause.length === 0)
            ? all
            : isChange
              ? inClause
              : ownTimes(text, place.start, own[n] ?? []),
        isTimed: count === 1 || isChange || inClause.length > 0,
        clause,
        text: asks.toLowerCase(),
        near: (count === 1 ? claim : clause).toLowerCase(),
      };
    });
  });
}

/** "up from $5 in the previous year", "from $3 to $5": the first is of a time that is not said. */
const EARLIER = /\b(?:from|compared (?:to|with)|against|versus) (?:approximately |about )?$/i;
const ownTimes = (text: string, at: number, times: readonly Time[]): readonly Time[] =>
  EARLIER.test(text.slice(Math.max(0, at - 32), at)) && times.length === 1 && !timesIn(text.slice(at, at + 60)).length
    ? []
    : times;

const BEHIND = /[,;:]| and | while | but /;

/** What stands between the figure before and this one, and behind it up to the next break. */
function segmentOf(text: string, clause: string, places: readonly { start: number; end: number }[], n: number): string {
  const from = text.indexOf(clause);
  const place = places[n] ?? { start: 0, end: 0 };
  const start = Math.max(from, places[n - 1]?.end ?? 0);
  const to = Math.min(from + clause.length, places[n + 1]?.start ?? text.length);
  return text.slice(start, place.end) + (text.slice(place.end, Math.max(place.end, to)).split(BEHIND)[0] ?? '');
}

function weighted(claim: string, clause: string, segment: string): ReadonlyMap<string, number> {
  const words = new Map([...contentOf(claim)].map((word) => [word, FAR]));
  for (const word of contentOf(clause)) words.set(word, BESIDE);
  for (const word of contentOf(segment)) words.set(word, 1);
  for (const word of synonymsIn(clause)) if (!words.has(word)) words.set(word, BESIDE);
  // A margin is asked of revenue, though the word may not stand there.
  if (/\bmargin\b/i.test(clause)) for (const word of contentOf('revenue sales')) words.set(word, FAR);
  return words;
}

/** "Net profit" may stand there as "net income". */
function synonymsIn(clause: string): readonly string[] {
  const lower = clause.toLowerCase();
  return lexicon.synonyms.flatMap((group) =>
    group.some((phrase) => lower.includes(phrase)) ? [...contentOf(group.join(' '))] : [],
  );
}

const CHANGE =
  /\b(?:chang\w*|increas\w*|decreas\w*|declin\w*|grew|grow\w*|rose|fell|reduc\w*|drop\w*|differ\w*|improve[ds]?|higher|lower|up|down)\b/i;
/** "increased to $5": the figure behind "to" is a level. */
const LEVEL = /\bto (?:approximately |about |over |nearly |a record )?$|\bfrom (?:approximately |about )?$/i;

function changes(text: string, start: number, end: number, isOnly: boolean): boolean {
  if (LEVEL.test(text.slice(Math.max(0, start - 24), start))) return false;
  const clause = clauseAt(text, start, end);
  return CHANGE.test(isOnly ? text : clause);
}
