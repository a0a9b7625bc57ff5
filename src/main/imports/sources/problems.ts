/** Problems of single entries, each with its line; past the first hundred they are only counted. */
import type { ParseProblem } from '../../../core/document/model';

const SHOWN = 100;

export interface EntryProblems {
  readonly at: (line: number, code: string, message: string) => void;
  /** A field, tag or type of an entry that is not kept: what is left is said once for the file, with how often. */
  readonly leave: (kind: 'field' | 'type', name: string) => void;
  readonly list: () => readonly ParseProblem[];
}

export function entryProblems(): EntryProblems {
  const shown: ParseProblem[] = [];
  let more = 0;
  const left = { field: new Map<string, number>(), type: new Map<string, number>() };
  return {
    at: (line, code, message) => {
      if (shown.length < SHOWN) shown.push({ code, message: `Line ${line}: ${message}` });
      else more += 1;
    },
    leave: (kind, name) => {
      const short = name.slice(0, 40);
      if (left[kind].size < NAMED || left[kind].has(short)) left[kind].set(short, (left[kind].get(short) ?? 0) + 1);
    },
    list: () => [
      ...shown,
      ...(more === 0 ? [] : [{ code: 'W_MORE_PROBLEMS', message: 'More entries had problems.', count: more }]),
      ...saidOf('W_FIELDS_LEFT', 'Fields that the notebook does not keep were left out', left.field),
      ...saidOf('W_TYPES', 'Types of entries that are not known were read as documents', left.type),
    ],
  };
}

/** Different names that are told. */
const NAMED = 40;

function saidOf(code: string, what: string, left: ReadonlyMap<string, number>): readonly ParseProblem[] {
  if (left.size === 0) return [];
  const names = [...left].map(([name, times]) => (times === 1 ? name : `${name} (${times} times)`));
  return [{ code, message: `${what}: ${names.join(', ')}.` }];
}
