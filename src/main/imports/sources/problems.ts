/** Problems of single entries, each with its line; past the first hundred they are only counted. */
import type { ParseProblem } from '../../../core/document/model';

const SHOWN = 100;

export interface EntryProblems {
  readonly at: (line: number, code: string, message: string) => void;
  readonly list: () => readonly ParseProblem[];
}

export function entryProblems(): EntryProblems {
  const shown: ParseProblem[] = [];
  let more = 0;
  return {
    at: (line, code, message) => {
      if (shown.length < SHOWN) shown.push({ code, message: `Line ${line}: ${message}` });
      else more += 1;
    },
    list: () =>
      more === 0 ? shown : [...shown, { code: 'W_MORE_PROBLEMS', message: 'More entries had problems.', count: more }],
  };
}
