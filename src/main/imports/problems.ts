/** Counts what a parser left out, so that the plan can say it in one line each. */
import { reasonOf } from '../../core/base/reason';
import type { ParseProblem } from '../../core/document/model';

export interface ProblemCount {
  readonly add: (code: string, count?: number) => void;
  /** Once more, at a place that a person can find: a page, a sheet, a part. `why` is the error that was met there. */
  readonly addAt: (code: string, place: string, why?: unknown) => void;
  readonly list: () => readonly ParseProblem[];
}

/** Places that are named in one sentence. */
const NAMED = 10;
const LONGEST_PLACE = 60;

/**
 * `sentences` says what each code means; codes without one cannot be added. A sentence of a code that has places ends
 * without a full stop, and the places follow it.
 */
export function countProblems(sentences: Readonly<Record<string, string>>): ProblemCount {
  const counts = new Map<string, number>();
  const places = new Map<string, string[]>();
  const add = (code: string, count = 1): void => {
    if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count);
  };
  const messageOf = (code: string): string => {
    const sentence = sentences[code] ?? code;
    const at = places.get(code);
    return at === undefined ? sentence : `${sentence}: ${listed(at)}.`;
  };
  return {
    add,
    addAt: (code, place, why) => {
      add(code);
      const reason = why === undefined ? '' : ` (${reasonOf(why)})`;
      places.set(code, [...(places.get(code) ?? []), place.slice(0, LONGEST_PLACE) + reason]);
    },
    list: () => [...counts].map(([code, count]) => ({ code, message: messageOf(code), count })),
  };
}

function listed(places: readonly string[]): string {
  const named = places.slice(0, NAMED).join(', ');
  return places.length > NAMED ? `${named} and ${places.length - NAMED} more` : named;
}
