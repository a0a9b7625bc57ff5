/** Counts what a parser left out, so that the plan can say it in one line each. */
import type { ParseProblem } from '../../core/document/model';

export interface ProblemCount {
  readonly add: (code: string, count?: number) => void;
  readonly list: () => readonly ParseProblem[];
}

/** `sentences` says what each code means; codes without one cannot be added. */
export function countProblems(sentences: Readonly<Record<string, string>>): ProblemCount {
  const counts = new Map<string, number>();
  return {
    add: (code, count = 1) => {
      if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count);
    },
    list: () => [...counts].map(([code, count]) => ({ code, message: sentences[code] ?? code, count })),
  };
}
